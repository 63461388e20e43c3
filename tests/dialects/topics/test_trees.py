"""Trees of topics: a file's folder is its topic, and each Markdown file is accounted for."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from journal_site.engine.build import read_journal
from journal_site.engine.explain import explain
from journal_site.engine.inputs import BuildRequest
from journal_site.reading.dialects.topics import find_tree, topics_of
from journal_site.reading.scan.ground import told_dialects
from tests.dialects.dialect_test import TODAY, Built, DialectTest
from tests.site_test import read_tree


def text(title: str, body: str = "") -> str:
    return f"# {title}\n\n{body or 'What I learned of it today.'}\n"


INDEX = """# TIL

Today I learned

{items}
"""
PLAIN = {
    "git/undo-a-commit.md": text("Undo a Commit", "Use `git reset`, never `#find_or_create_by`."),
    "git/stash-one-file.md": text("Stash one File"),
    "ruby/map-with-index.md": text("Map with Index", "Rails has #find_or_create_by for it, C #은 too."),
    "ruby/Freeze.md": "No heading here.\n",
    "vim/macros.md": text("Macros"),
    "vim/marks.md": text("Marks"),
    "LICENSE.md": "MIT\n",
}
TREES: dict[str, dict[str, str]] = {
    "an index of links": {
        **PLAIN,
        "README.md": INDEX.format(
            items="\n".join(f"* [{path}](https://github.com/a/til/blob/main/{path}) - 2026-01-02" for path in PLAIN)
        ),
    },
    "two deep": {
        "README.md": text(
            "What I know", "I write down here each day what I learn, and why I think that it matters to me."
        ),
        "db/postgres/explain.md": text("Explain"),
        "db/postgres/query/lateral.md": text("Lateral"),
        "db/sqlite/vacuum.md": text("Vacuum"),
        "os/linux/strace.md": text("Strace", "See [another](../../db/sqlite/vacuum.md)."),
        "os/mac/defaults.md": text("Defaults"),
        "web/css/grid.md": text("Grid"),
    },
    "a folder with a dot": {
        ".vim/registers.md": text("Registers"),
        ".vim/windows.md": text("Windows"),
        ".github/ISSUE_TEMPLATE/bug.md": text("Bug"),
        ".obsidian-like/notes.md": text("Like Obsidian"),
        "_hidden/x.md": text("Hidden"),
        "bash/loops.md": text("Loops"),
        "bash/traps.md": text("Traps"),
        "c++/auto.md": text("Auto"),
        "c++/move.md": text("Move"),
        "tmux/panes.md": text("Panes"),
        "tmux/keys.md": text("Keys"),
    },
    "below a folder": {
        "README.md": text(
            "TIL", "These are notes that I take while I learn, in Korean mostly.\n\n```sh\nyarn dev\n```"
        ),
        "documents/React/hooks.md": text("Hooks", "#H1\n\n내용 #content를 본다"),
        "documents/React/context.md": text("Context"),
        "documents/Django/orm.md": text("ORM"),
        "documents/Django/forms.md": text("Forms"),
        "documents/알고리즘/정렬.md": text("정렬"),
        "documents/알고리즘/탐색.md": text("탐색"),
        "documents/README.md": "<Home />\n",
    },
    "indexes in each folder": {
        "README.md": "# TIL\n\n## Go\n\n<ul>\n"
        + "".join(f'<li><a target="_blank" href="/go/{name}">{name}</a></li>\n' for name in ("a", "b", "c"))
        + "</ul>\n",
        "go/README.md": "# Go\n\n" + "".join(f"- [{name}]({name}.md)\n" for name in ("a", "b", "c")),
        "go/a.md": text("Go A"),
        "go/b.md": text("Go B"),
        "go/c.md": text("Go C", "Two READMEs lead here."),
        "lua/tables/README.md": text("Tables", "They are all there is, and they begin at one."),
        "zig/comptime/README.md": text("Comptime", "Types are values there, while it is compiled."),
        "rust/traits/README.md": text("Traits", "What a type can do is said apart from what it is."),
    },
    "names with an underscore, and days within": {
        "README.md": text("memo"),
        "_loose.md": text("Loose"),
        "aws/_s3.md": text("S3", "## Day 1\n\nx\n\n## Day 2\n\ny\n\n## Day 3\n\nz"),
        "aws/_ec2.md": text("EC2"),
        "k8s/_pods.md": "---\ntags: [containers]\n---\n" + text("Pods"),
        "k8s/_jobs.md": text("Jobs"),
        "nginx/_proxy.md": text("Proxy"),
        "nginx/_tls.md": text("TLS"),
        "nginx/_cache.md": text("Cache"),
    },
}


def folder_topic(path: str, below: str) -> str:
    return "/".join(part.lstrip(".") for part in path.removeprefix(below).split("/")[:-1])


@pytest.mark.parametrize("name", TREES)
def test_folders_are_the_topics(tmp_path: Path, name: str) -> None:
    site = DialectTest(tmp_path)
    site.write(TREES[name])
    built = site.in_place()
    [(below, said)] = built.report.dialects
    assert said == "a tree of topics"
    prefix = "" if below == "." else f"{below}/"
    for title, entry in built.entries.items():
        folder = folder_topic(entry["source"]["path"], prefix)
        assert built.topics_of(title) == sorted({folder, *(["containers"] if title == "Pods" else [])} - {""})
    folders = {folder_topic(path, prefix) for path in TREES[name]}
    above = {topic.rpartition("/")[0] for topic in folders if "/" in topic}
    assert set(built.topics) <= folders | above | {"containers"}


@pytest.mark.parametrize("name", TREES)
def test_each_file_is_accounted_for(tmp_path: Path, name: str) -> None:
    site = DialectTest(tmp_path)
    site.write(TREES[name])
    report = site.in_place().report
    explained = explain(BuildRequest(root=site.root, today=TODAY, jobs=1)).entries
    introductions = sum(one.kind == "introduction" for one in explained)
    files = [path for path in TREES[name] if path.endswith(".md")]
    assert report.entries + report.notes + introductions + len(report.left_out) == len(files)
    told = [*(one.path for one in explained), *(one.path for one in report.left_out)]
    assert sorted(told) == sorted(files)


@pytest.mark.parametrize("name", TREES)
def test_an_import_gives_the_same(tmp_path: Path, name: str) -> None:
    site = DialectTest(tmp_path)
    site.write(TREES[name])
    there = site.in_place()
    above = parents(there)
    here = site.imported()
    assert {title: there.topics_of(title) for title in there.entries} == {
        title: here.topics_of(title) for title in here.entries
    }
    assert parents(here) == above


def parents(built: Built) -> dict[str, str | None]:
    index = read_journal(BuildRequest(root=built.root, today=TODAY, jobs=1)).index
    return {topic.name: topic.parent for topic in index.topics}


def test_nested_folders_are_nested_topics(tmp_path: Path) -> None:
    site = DialectTest(tmp_path)
    site.write(TREES["two deep"])
    built = site.in_place()
    assert parents(built) == {
        "db": None, "db/postgres": "db", "db/postgres/query": "db-postgres", "db/sqlite": "db",
        "os": None, "os/linux": "os", "os/mac": "os", "web": None, "web/css": "web",
    }  # fmt: skip
    assert 'href="../../../../entries/db/sqlite/vacuum/"' in built.page("Strace")


def test_an_index_that_a_program_wrote_introduces_nothing(tmp_path: Path) -> None:
    site = DialectTest(tmp_path)
    site.write(TREES["an index of links"])
    built = site.in_place()
    assert built.left_out() == {"README.md": "an index of the texts", "LICENSE.md": "a file named 'LICENSE.md'"}
    assert built.entries["Macros"]["date"] == "2026-01-02", "what the index knows of dates is kept"
    assert built.codes() == []


def test_titles_come_from_headings(tmp_path: Path) -> None:
    site = DialectTest(tmp_path)
    site.write(PLAIN)
    assert sorted(site.in_place().entries) == [
        "Freeze", "Macros", "Map with Index", "Marks", "Stash one File", "Undo a Commit"
    ]  # fmt: skip


def test_what_stays_at_home_stays_there(tmp_path: Path) -> None:
    site = DialectTest(tmp_path)
    site.write({
        **PLAIN,
        ".private/a.md": text("Secret A"),
        "git/.drafts/b.md": text("Secret B"),
        ".journal/c.md": text("Secret C"),
        "git/d.md": "---\npublish: false\n---\n" + text("Secret D"),
    })  # fmt: skip
    built = site.in_place()
    assert not [title for title in built.entries if title.startswith("Secret")]
    site_files = [path for path in (site.root / "_site").rglob("*") if path.is_file()]
    assert not [path for path in site_files if b"Secret" in path.read_bytes()]
    assert "Secret A" in site.in_place(drafts=True).entries


def test_what_is_said_by_hand_holds(tmp_path: Path) -> None:
    site = DialectTest(tmp_path)
    site.write(PLAIN)
    plain = site.in_place(more=", dialect: plain")
    assert (plain.report.dialects, plain.topics) == ((), {})
    site.write({"notes/a.md": text("A")})
    said = site.in_place("notes", more=", dialect: [topics]")
    assert said.report.dialects == (("notes", "a tree of topics"),)


def test_a_change_of_the_dialect_reads_again(tmp_path: Path) -> None:
    site = DialectTest(tmp_path)
    site.write(PLAIN)
    assert set(site.in_place().topics) == {"git", "ruby", "vim"}
    assert not site.in_place(more=", dialect: plain").topics
    assert set(site.in_place().topics) == {"git", "ruby", "vim"}


def test_what_becomes_a_tree_or_is_one_no_longer_is_read_again(tmp_path: Path) -> None:
    site = DialectTest(tmp_path)
    site.write({path: said for path, said in PLAIN.items() if not path.startswith("vim")})
    site.write({"git/bisect.md": text("Bisect"), "README.md": text("TIL", "- [a](git/bisect.md)")})
    assert site.in_place().topics == {}
    site.write({"vim/macros.md": text("Macros")})
    assert set(site.in_place().topics) == {"git", "ruby", "vim"}
    grown = read_tree(site.root / "_site")
    shutil.rmtree(site.root / "_site")
    shutil.rmtree(site.root / ".journal")
    site.in_place()
    assert read_tree(site.root / "_site") == grown
    (site.root / "vim/macros.md").unlink()
    assert site.in_place().topics == {}


# --- what is no tree ---

NONE = {
    "by year and month": [f"202{n % 5}/0{n % 9 + 1}/2021-0{n % 9 + 1}-1{n % 9}.md" for n in range(40)],
    "by month, undated names": [f"{month}/{name}.md" for month in ("January", "feb", "March 2021") for name in "abc"],
    "by day": [f"day-{n}/README.md" for n in range(30)],
    "days below topics": [f"python/day{n}.md" for n in range(9)]
    + [f"sql/day{n}.md" for n in range(9)]
    + ["go/day1.md"],
    "a course": [f"week{n}/{name}.md" for n in range(5) for name in ("intro", "exercises")],
    "a handbook": [
        f"docs/{folder}/{name}.md" for folder in ("guide", "reference", "api", "tutorials") for name in "ab"
    ],
    "one folder": [f"entries/{name}.md" for name in "abcdefgh"],
    "two folders": [f"{folder}/{name}.md" for folder in ("bread", "cake") for name in "abcdef"],
    "mostly loose": [f"{name}.md" for name in "abcdefgh"] + ["go/a.md", "sql/a.md", "vim/a.md"],
    "days behind an underscore": [f"days/_{n}/README.md" for n in (1, 2, 3, 4, 5, "6_7", "8_9")],
    "few": ["go/a.md", "sql/a.md", "vim/a.md"],
    "dated posts": [f"{folder}/2021-01-0{n}-x.md" for folder in ("go", "sql", "vim") for n in range(1, 9)],
    "a site": [f"content/{folder}/{name}.md" for folder in ("posts", "pages", "notes") for name in "abc"],
}


@pytest.mark.parametrize("name", NONE)
def test_what_is_no_tree_of_topics(name: str) -> None:
    assert find_tree(NONE[name], ".") is None


def test_a_tree_is_found_where_it_lies() -> None:
    texts = [f"{folder}/{name}.md" for folder in ("go", "sql", "vim") for name in "abc"]
    assert find_tree(texts, ".") == "."
    assert find_tree([f"til/{path}" for path in texts], "til") == "til"
    assert find_tree(["README.md", *(f"src/til/{path}" for path in texts)], ".") == "src/til"


def test_the_topics_of_a_path() -> None:
    assert topics_of("a.md") == ()
    assert topics_of("go/a.md") == ("go",)
    assert topics_of(".vim/_x/a.md") == ("vim/x",)
    assert told_dialects([]) == ()


# --- dates from git ---


def commit(root: Path, date: str, *words: str) -> None:
    when = f"{date}T12:00:00+0000"
    env = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
           for what, value in (("NAME", "A"), ("EMAIL", "a@x.org"), ("DATE", when))}  # fmt: skip
    for one in (words, ("add", "-A"), ("commit", "-qm", "x")):
        if one:
            subprocess.run(["git", "-C", str(root), *one], check=True, env=os.environ | env)


def test_dates_from_git_follow_renames(tmp_path: Path) -> None:
    site = DialectTest(tmp_path)
    site.write(PLAIN)
    commit(site.root, "2026-01-01", "init", "-q")
    site.write({"vim/folds.md": text("Folds", "\n".join(map(str, range(30))))})
    commit(site.root, "2026-01-02")
    commit(site.root, "2026-01-03", "mv", "vim", "editors")  # the whole folder
    site.write({"rails/Freeze.md": text("Frozen", "\n".join(f"Other words {n}." for n in range(30)))})
    (site.root / "ruby/Freeze.md").unlink()  # moved and rewritten
    site.write({"vim/folds.md": text("New Folds", "Another text that has the name now.")})
    commit(site.root, "2026-01-04")
    dates = {title: one["date"] for title, one in site.in_place(more=", dates: git").entries.items()}
    assert dates == {
        "Macros": "2026-01-01", "Marks": "2026-01-01", "Folds": "2026-01-02", "Frozen": "2026-01-01",
        "New Folds": "2026-01-04", "Undo a Commit": "2026-01-01", "Stash one File": "2026-01-01",
        "Map with Index": "2026-01-01",
    }  # fmt: skip


def test_dates_from_git_follow_moves_in_two_steps(tmp_path: Path) -> None:
    site = DialectTest(tmp_path)
    site.write(PLAIN)
    site.write({"go/same.md": "# Same\n", "git/alike.md": "# Alike\n\nFirst.\n"})
    commit(site.root, "2026-01-01", "init", "-q")
    site.write({f"docs/{path}": said for path, said in PLAIN.items()})  # copies first
    site.write({"docs/go/same.md": "# Same\n", "docs/git/alike.md": "# Alike\n\nSecond.\n"})
    commit(site.root, "2026-01-02")
    site.write({"vim/macros.md": text("Macros", "Changed before it goes.")})
    commit(site.root, "2026-01-03")
    for folder in ("git", "ruby", "vim"):
        subprocess.run(["git", "-C", str(site.root), "rm", "-rq", folder], check=True)
    commit(site.root, "2026-01-04")
    entries = site.in_place("docs", more=", dates: git").entries
    dates = {title: one["date"] for title, one in entries.items()}
    assert dates.pop("Same") == "2026-01-02", "what still is where it was is another text"
    assert dates.pop("Alike") == "2026-01-02"
    assert set(dates.values()) == {"2026-01-01"}
    assert len(dates) == 6
