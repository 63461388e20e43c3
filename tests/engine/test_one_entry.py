"""What is added in one place of a copy of the program is whole: a link kind, a language, a command, a key."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import journal_site

PACKAGE = Path(journal_site.__file__).parent
TEXT = """\
---
date: 2026-01-03
---
# Listening

[An episode](https://podcasts.apple.com/de/podcast/x/id1), [another](https://overcast.fm/+abc) and
[a paper](https://arxiv.org/abs/1706.03762).
"""


class Program:
    """A copy of the program, and a journal that it reads."""

    def __init__(self, folder: Path) -> None:
        self.package = folder / "program" / "journal_site"
        shutil.copytree(PACKAGE, self.package, ignore=shutil.ignore_patterns("__pycache__", "_vendor", "_theme"))
        for place, names in ((PACKAGE, ("_vendor", "_theme")), (PACKAGE.parent, ("templates", "static"))):
            for name in names:
                if (place / name).exists():
                    (self.package.parent / (place / name).relative_to(PACKAGE.parent)).symlink_to(place / name)
        self.journal = folder / "journal"
        (self.journal / "entries").mkdir(parents=True)
        (self.journal / "entries" / "listening.md").write_text(TEXT, encoding="utf-8")

    def insert(self, path: str, before: str, text: str) -> None:
        """Insert lines before the last place that reads so."""
        file = self.package / path
        start, found, end = file.read_text(encoding="utf-8").rpartition(before)
        assert found
        file.write_text(f"{start}{text}{found}{end}", encoding="utf-8")

    def python(self, *words: str) -> str:
        """Run Python with this copy; return what it prints."""
        done = subprocess.run(
            [sys.executable, "-P", *words], capture_output=True, text=True, check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(self.package.parent), str(PACKAGE.parent)])},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    def build(self, settings: str) -> None:
        """Build the journal's site."""
        (self.journal / "site.yaml").write_text(f"title: T\n{settings}", encoding="utf-8")
        self.python("-m", "journal_site", "build", "-q", "--source", str(self.journal))

    def page(self, path: str) -> str:
        """Return a file of the site."""
        return (self.journal / "_site" / path).read_text(encoding="utf-8")


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path)


def test_a_link_kind_is_one_entry(program: Program) -> None:
    program.insert(
        "model/link_kinds.py",
        '    LinkKind(\n        key="other"',
        """\
    LinkKind(
        key="podcast", name="Podcast", names="Podcasts", bibtex="misc", schema="PodcastEpisode", icon="M8 1v14",
        sites="podcasts.apple.com overcast.fm",
    ),
""",
    )
    program.build("language: de\nurl: https://example.org/\n")
    links = program.page("links/index.html")
    assert re.search(r'<li><a href="#links:paper">.*?Fachartikel', links, re.DOTALL)
    part = re.search(r'<li><a href="#links:podcast">(.*?)</a></li>', links, re.DOTALL)
    assert part
    assert '<path d="M8 1v14"/>' in part[1]
    assert re.sub(r"(\s*<[^>]*>\s*)+", "|", part[1]).strip("|") == "Podcasts|2"
    section = links.partition('<section class="links" data-group="podcast"')[2].partition("</section>")[0]
    assert 'href="https://overcast.fm/+abc"' in section
    assert "arxiv.org" not in section
    entry = program.page("entries/listening/index.html")
    assert "<small>Podcast · overcast.fm</small>" in entry
    assert entry.count('"@type":"PodcastEpisode"') == 2
    assert '"podcast": "Podcast"' in program.page("search/index.html")
    assert sorted(re.findall(r"@(\w+)\{([^,]*)", program.page("links.bib"))) == [
        ("misc", "arXiv:1706.03762"),
        ("misc", "overcast.fm-abc"),
        ("misc", "podcasts.apple.com-de-podcast-x-id1"),
    ]
    told: dict[str, Any] = json.loads(program.page("journal.json"))
    assert [link["kind"] for link in told["links"]] == ["podcast", "podcast", "paper"]
    schema = json.loads(
        program.python(
            "-c",
            "import json; from journal_site.pages.machine.journal_json import journal_schema;"
            "print(json.dumps(journal_schema()['$defs']))",
        )
    )
    assert all("podcast" in schema[name]["properties"]["kind"]["enum"] for name in ("LinkJson", "LinkRecordJson"))


def test_a_language_is_one_file(program: Program) -> None:
    (program.package / "languages" / "table" / "eo.py").write_text(
        "from journal_site.languages.date_words import DateWords\n"
        "from journal_site.languages.labels import Labels\n\n"
        'DATES = DateWords(day="tago", days="tagoj", number="n-ro", after="unua dua tria")\n'
        'LABELS = Labels(language="eo", common="la kaj estas en mi de al ne pri kun hodiaŭ", skip="Al la enhavo")\n',
        encoding="utf-8",
    )
    shutil.copytree(PACKAGE.parent / "docs", program.package.parent / "docs")
    program.python("-m", "docs.make_languages")
    log = "# Taglibro\n\n## Tago 1 - 5-a de januaro 2024\n\nLa unua.\n\n## Tago dua - 6 februaro 2024\n\nLa dua.\n"
    (program.journal / "log.md").write_text(log, encoding="utf-8")
    program.build("language: eo\nsources: [entries/, log.md]\n")
    assert '<html lang="eo"' in program.page("index.html")
    assert "Al la enhavo" in program.page("entries/listening/index.html")
    read = [(entry["day"], entry["date"]) for entry in json.loads(program.page("journal.json"))["entries"]]
    assert {(1, "2024-01-05"), (2, "2024-02-06")} <= set(read)
    said = program.python(
        "-c",
        "from journal_site.languages.labels import load_labels, missing_labels;"
        "print(load_labels('eo').name, load_labels('eo').menu, 'menu' in missing_labels('eo'))",
    )
    assert said == "Esperanto Menu True\n"


def test_a_command_is_one_file_and_its_line(program: Program) -> None:
    program.insert("cli.py", '    "init":', '    "hello": "Say hello.",\n')
    (program.package / "commands" / "hello.py").write_text(
        "import click\nfrom journal_site.commands.options import common\n\n\n"
        "@click.command()\n@click.option('--loud', is_flag=True, help='Shout.')\n@common\n"
        "def command(*, loud, source, quiet, verbose):\n"
        "    '''Say hello to whoever asks.'''\n    print('HELLO' if loud else 'hello')\n",
        encoding="utf-8",
    )
    assert program.python("-m", "journal_site", "hello", "--loud") == "HELLO\n"
    assert re.search(r"hello +Say hello\.", program.python("-m", "journal_site", "--help"))
    assert "Usage: journal hello [OPTIONS]" in program.python("-m", "journal_site", "hello", "--help")
    reference = program.python(
        "-c",
        "from journal_site.cli import main; from docs.command_reference import command_reference;"
        "print(command_reference(main))",
    )
    assert "## `journal hello`\n\nSay hello to whoever asks.\n\n| option | what it does |" in reference
    assert "| `--loud` | Shout. |" in reference


@pytest.mark.parametrize(
    ("type_", "default", "written", "value", "wanted"),
    [
        ("int", "0", "12", "12", "a whole number"),
        ("bool", "False", "yes", "True", "true or false"),
        ("str", '""', "once", "'once'", "a text"),
        ("dt.date | None", "None", "2026-01-05", "datetime.date(2026, 1, 5)", "a date such as 2026-01-31"),
        ('Literal["", "few", "many"]', '""', "few", "'few'", "`few`, `many`"),
        ("Words", "()", "a, b", "('a', 'b')", "a list: a text"),
        ("Year | None", "None", "2026", "2026", "a year such as 2026"),
    ],
)
def test_a_key_of_site_yaml_is_one_field(
    program: Program, type_: str, default: str, written: str, value: str, wanted: str
) -> None:
    program.insert("config/settings.py", "    feed_limit:", f'    novel: {type_} = {default}\n    """What is new."""\n')
    said = program.python(
        "-c",
        "from journal_site.config.parse import parse_config; from docs.key_reference import key_table;"
        f"print(repr(parse_config('title: T\\nnovel: {written}\\n').novel)); print(key_table())",
    )
    assert said.partition("\n")[0] == value
    assert f"| `novel` | What is new. | {wanted} |" in said
