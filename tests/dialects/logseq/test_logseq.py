"""Graphs as Logseq's documentation describes them: in place, and imported alike."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from tests.dialects.dialect_test import Built, DialectTest

PIXEL = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="red"/></svg>\n'
)
ID = "65f0c0de-0000-4000-8000-00000000000{}"
GRAPH = {
    "logseq/config.edn": '{:meta/version 1\n ;; :publishing/all-pages-public? false\n :hidden ["/pages/Scratch.md"]}\n',
    "assets/my oven.svg": PIXEL,
    "pages/Scratch.md": "- kept out of the graph\n",
    "pages/Bread___Rye.md": (
        f"tags:: [[Stone mills]], milling\nalias:: roggen\n\n- Rye is dark.\n  id:: {ID.format('a')}\n  rating:: 5\n"
        f"\t- hangs below\n- {{{{embed (({ID.format('b')}))}}}}\n"
    ),
    "journals/2026_02_01.md": (
        f"- Learned #[[Rust Lang]] and #go ^^well^^\n  id:: {ID.format('b')}\n  collapsed:: true\n"
        "\t- TODO write\n\t- LATER [#A] wait\n\t  SCHEDULED: <2026-02-05 Thu 10:00 .+1d>\n\t- DOING begin\n"
        "\t- NOW go on\n\t- DONE read\n\t  :LOGBOOK:\n"
        "\t  CLOCK: [2026-02-01 Sun 10:00:00]--[2026-02-01 Sun 10:10:00] =>  00:10:00\n"
        "\t  :END:\n\t- CANCELED drop\n"
        f"- As (({ID.format('a')})) says, [so]((({ID.format('a')}))), [page]([[Bread/Rye]]), [[roggen]]\n"
        "- {{embed [[Bread/Rye]]}}\n- {{video https://youtu.be/abc}} {{youtube dQw4w9WgXcQ}} {{cloze hidden}}\n"
        "- ![pic](../assets/my oven.svg){:height 10, :width 30} ![pic](../assets/my%20oven.svg){:width 20}\n"
        '- {{query (and [[a]] (task TODO))}} [:em "so"]\n'
        "- #+BEGIN_QUOTE\n  Quoted *words*\n  #+END_QUOTE\n- #+BEGIN_TIP\n  Tipped\n  #+END_TIP\n"
        "- #+BEGIN_QUERY\n  {:query []}\n  #+END_QUERY\n- #+BEGIN_SRC python\n  print(1)\n  #+END_SRC\n"
        f"- ## A heading\n  id:: {ID.format('c')}\n\t- `id:: code` below (({ID.format('c')}))\n"
    ),
    "journals/2026_02_02.md": "### Without a bullet\nheading:: true\n\t- below it\n\t\t- deeper\n",
}


@pytest.fixture(scope="module", params=["in place", "imported"])
def graph(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    test = DialectTest(tmp_path_factory.mktemp("graph"))
    test.write(GRAPH)
    return test.in_place() if request.param == "in place" else test.imported()


def of(files: dict[str, str], place: Path, config: str = "{:meta/version 1}") -> Built:
    """Build a graph of some files."""
    test = DialectTest(place)
    test.write({"logseq/config.edn": config, **files})
    return test.in_place()


def prose(html: str) -> str:
    """Return the text of a page without code."""
    return unescape(re.sub(r"<(pre|code)\b.*?</\1>|<[^>]*>", "", html, flags=re.DOTALL))


def test_nothing_of_a_graph_stays_raw_in_silence(graph: Built) -> None:
    said = {(one.severity, one.message.partition(" is shown")[0]) for one in graph.report.diagnostics}
    assert said == {("notice", "Logseq's macro 'query'"), ("notice", "Logseq's macro ':em'")}
    for title in graph.entries:
        shown = prose(graph.body(title))
        assert not re.search(r"::|\(\(|\{\{|\{:|\[\[|\^\^|#\+|:LOGBOOK|CLOCK|\bTODO\b|\bDONE\b|\[#A\]|\[:", shown), (
            title
        )


def test_pages_have_their_names_and_dates(graph: Built) -> None:
    dates = {title: entry["date"] for title, entry in graph.entries.items()}
    assert dates == {"Bread/Rye": None, "2026-02-01": "2026-02-01", "Without a bullet": "2026-02-02"}


def test_topics_are_tags_and_properties(graph: Built) -> None:
    assert graph.topics_of("2026-02-01") == ["Rust Lang", "go"]
    assert graph.topics_of("Bread/Rye") == ["Stone mills", "milling"]


def test_markers_are_tasks(graph: Built) -> None:
    tasks = {task["text"].partition(" Scheduled")[0]: task["done"] for task in graph.entries["2026-02-01"]["tasks"]}
    assert tasks == {"write": False, "A wait": False, "begin": False, "go on": False, "read": True}
    body = graph.body("2026-02-01")
    assert "<del>drop</del>" in body
    assert "Scheduled: 2026-02-05 10:00<" in body


def test_references_lead_to_their_blocks_and_say_their_words(graph: Built) -> None:
    body, page = graph.body("2026-02-01"), graph.body("Bread/Rye")
    assert f'<li id="{ID.format("a")}">Rye is dark.<br>\n<strong>rating</strong> 5' in page
    assert re.search(rf'As <a href="[^"]*#{ID.format("a")}">Rye is dark\. rating 5</a> says', body)
    assert re.search(rf'<a href="[^"]*#{ID.format("a")}">so</a>', body)
    assert re.search(r'<a href="[^"]*Rye/">page</a>, <a href="[^"]*Rye/">roggen</a>', body)
    assert re.search(rf'<code>id:: code</code> below <a href="[^"]*#{ID.format("c")}">A heading</a>', body)


def test_pages_and_blocks_are_embedded(graph: Built) -> None:
    page, block = graph.body("2026-02-01"), graph.body("Bread/Rye")
    assert re.search(r'<blockquote class="embed">\n<ul>\n<li>Rye is dark\..*hangs below', page, re.DOTALL)
    assert re.search(r'<blockquote class="embed">\n<ul>\n<li>Learned #Rust Lang.*> begin<', block, re.DOTALL)


def test_pictures_films_and_marks(graph: Built) -> None:
    body = graph.body("2026-02-01")
    pictures = re.findall(r'<img [^>]*width="(\d+)" height="(\d+)"', body)
    assert pictures == [("30", "10"), ("20", "10")]
    assert '<a href="https://youtu.be/abc">' in body
    assert '<a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ">' in body
    assert "<mark>well</mark>" in body
    assert "<blockquote>\n<p>Quoted <em>words</em></p>" in body
    assert '<div class="alert alert-tip">' in body
    assert '<figcaption>python</figcaption><pre tabindex="0"><code><span class="n">print</span>(' in body


def test_what_hangs_below_a_heading_without_a_bullet_is_a_list(graph: Built) -> None:
    assert re.search(r"<li>below it\n<ul>\n<li>deeper", graph.body("Without a bullet"))


@pytest.mark.parametrize(
    ("block", "shown"),
    [
        ("- a\n  id:: " + ID.format("1") + "\n  collapsed:: true\n", '<li id="' + ID.format("1") + '">a'),
        ("- a\n  background-color:: red\n  created-at:: 1\n", "<li>a\n</li>"),
        ("- background-color:: red\n  a\n", "<li>a\n</li>"),
        ("- a\n  :LOGBOOK:\n  CLOCK: [2026-02-01 Sun 10:00:00]\n  :END:\n- b\n", "<li>a\n</li>\n<li>b"),
        ("- DONE a\n  done:: 1621594005775\n", "disabled checked> a</label>"),
        ("- author:: [[Somebody]]\n  a\n", "<strong>author</strong> <a>"),
        ("- `a:: b`\n", "<code>a:: b</code>"),
        ("- TODO\n", '<li class="task">'),
        ("- TODOS are no task\n", "<li>TODOS are no task"),
        ("- {{vimeo https://vimeo.com/1}}\n", '<a href="https://vimeo.com/1">'),
        ("- {{tweet https://twitter.com/a/status/1}}\n", '<a href="https://twitter.com/a/status/1">'),
        ("- `{{video x}}`\n", "<code>{{video x}}</code>"),
        ("- [:span]\n  ls-type:: annotation\n", "<li>\n</li>"),
        ("- a #card\n  card-repeats:: 1\n\t-\n", "<li>a #card\n</li>"),
        ("- a\n-\n- b\n", "<li>a\n</li>\n<li></li>\n<li>b"),
        ("- so\n  \\begin{equation*}\n  a_1\n  \\end{equation*}\n", '<math display="block">'),
        ("- $$\n  a_1\n  $$ #card\n- b $x_1$\n", "#card\n</li>\n<li>b <math>"),
        ("- $A \\sub \\empty$, $\\lang x \\rang$\n", "<mo>⊂</mo>"),
        ("- `\\begin{x} \\end{x}`\n", "<code>\\begin{x} \\end{x}</code>"),
    ],
)
def test_blocks(tmp_path: Path, block: str, shown: str) -> None:
    assert shown in of({"journals/2026_02_01.md": block}, tmp_path).body("2026-02-01")


def test_a_block_that_nobody_has_is_told(tmp_path: Path) -> None:
    built = of({"journals/2026_02_01.md": f"- (({ID.format('f')}))\n- {{{{embed (({ID.format('f')}))}}}}\n"}, tmp_path)
    assert [one.location.line for one in built.report.diagnostics if "no block has the id" in one.message] == [1, 2]


@pytest.mark.parametrize(
    ("name", "title"),
    [("A___B.md", "A/B"), ("a___b___c d.md", "a/b/c d"), ("A%2FB.md", "A/B")],
)
def test_names_of_files_spell_slashes(tmp_path: Path, name: str, title: str) -> None:
    built = of({f"pages/{name}": "- words\n", "journals/2026_02_01.md": f"- [[{title}]]\n"}, tmp_path)
    assert title in built.entries
    assert "wikilink-missing" not in built.codes()


PAGES = {
    "pages/Open.md": "public:: true\n\n- open words\n",
    "pages/Front.md": "---\npublic: true\n---\n- front words\n",
    "pages/Closed.md": "public:: false\n\n- closed words\n",
    "pages/Silent.md": "- silent words\n",
    "pages/Sly.md": "- sly words\n\n  public:: true in a sentence\n",
    "pages/Draft.md": "public:: true\ndraft:: true\n\n- draft words\n",
}


@pytest.mark.parametrize(
    ("config", "published"),
    [
        ("{:meta/version 1}", ["Front", "Open", "Silent", "Sly"]),
        ("{:publishing/all-pages-public? true}", ["Front", "Open", "Silent", "Sly"]),
        ("{:publishing/all-pages-public? false}", ["Front", "Open"]),
        (";; :publishing/all-pages-public? true\n{:publishing/all-pages-public? false}", ["Front", "Open"]),
        ("{:all-pages-public? false}", ["Front", "Open"]),
        ('{:default "; no comment" ;; :publishing/all-pages-public? false\n}', ["Front", "Open", "Silent", "Sly"]),
    ],
)
def test_pages_are_public_as_the_graph_says(tmp_path: Path, config: str, published: list[str]) -> None:
    built = of(PAGES, tmp_path, config)
    assert sorted(built.entries) == published
    at_home = {path for path, _ in built.left_out().items() if path.startswith("pages/")}
    assert at_home == {f"pages/{name}.md" for name in ("Open", "Front", "Closed", "Silent", "Sly", "Draft")} - {
        f"pages/{name}.md" for name in published
    }


@pytest.mark.parametrize("secret", ["public:: false\n\n- {}\n", "- open\n- {}\n  public:: false\n", "- %%{}%% open\n"])
def test_no_embed_or_reference_shows_what_stays_at_home(tmp_path: Path, secret: str) -> None:
    words = secret.format(f"Secret words\n  id:: {ID.format('a')}" if "%%" not in secret else "Secret words")
    text = f"- {{{{embed [[Page]]}}}}\n- {{{{embed (({ID.format('a')}))}}}}\n- (({ID.format('a')}))\n"
    built = of({"pages/Page.md": words, "journals/2026_02_01.md": text}, tmp_path)
    for page in (built.root / "_site").rglob("*"):
        assert not page.is_file() or b"Secret" not in page.read_bytes(), page


def test_an_import_publishes_no_page_that_the_graph_keeps_at_home(tmp_path: Path) -> None:
    test = DialectTest(tmp_path)
    test.write({"logseq/config.edn": "{:publishing/all-pages-public? false}", **PAGES})
    assert sorted(test.imported().entries) == ["Front", "Open"]


def test_what_the_settings_hide_is_left_out(tmp_path: Path) -> None:
    files = {"pages/A.md": "- a\n", "pages/B.md": "- b\n", "archive/C.md": "- c\n"}
    built = of(files, tmp_path, '{:hidden ["/archived" "archive" "pages/B.md"]}')
    assert sorted(built.entries) == ["A"]
    assert built.left_out()["pages/B.md"] == "hidden in Logseq's settings"
