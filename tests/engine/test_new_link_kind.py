"""A kind of link is added by one entry of one table: all that names, counts or describes kinds follows."""

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
ENTRY = """
    LinkKind(
        key="podcast", name="Podcast", names="Podcasts", bibtex="misc", schema="PodcastEpisode", icon="M8 1v14",
        sites="podcasts.apple.com overcast.fm",
    ),
"""
TEXT = """\
---
date: 2026-01-03
---
# Listening

[An episode](https://podcasts.apple.com/de/podcast/x/id1), [another](https://overcast.fm/+abc) and
[a paper](https://arxiv.org/abs/1706.03762).
"""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Return where a copy of the program lies that has one entry more."""
    package = tmp_path / "program" / "journal_site"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__", "_vendor"))
    for name in ("_vendor", "_theme"):
        if (PACKAGE / name).exists():
            (package / name).symlink_to(PACKAGE / name)
    for name in ("templates", "static"):
        if (PACKAGE.parent / name).exists():
            (package.parent / name).symlink_to(PACKAGE.parent / name)
    table = package / "model" / "link_kinds.py"
    before, last, after = table.read_text(encoding="utf-8").rpartition("\n    LinkKind(")
    table.write_text(f"{before}{ENTRY.rstrip()}{last}{after}", encoding="utf-8")
    return package.parent


def _python(program: Path, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-P", *words], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(program)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_one_entry_is_a_kind(program: Path, tmp_path: Path) -> None:
    journal = tmp_path / "journal"
    (journal / "entries").mkdir(parents=True)
    (journal / "entries" / "listening.md").write_text(TEXT, encoding="utf-8")
    (journal / "site.yaml").write_text("title: T\nlanguage: de\nurl: https://example.org/\n", encoding="utf-8")
    _python(program, "-m", "journal_site", "build", "-q", "--source", str(journal))

    def page(path: str) -> str:
        return (journal / "_site" / path).read_text(encoding="utf-8")

    links = page("links/index.html")
    assert '<option value="podcast">Podcasts</option>' in links
    assert '<option value="paper">Fachartikel</option>' in links
    part = re.search(r'<li><a href="#links:podcast">(.*?)</a></li>', links, re.DOTALL)
    assert part
    assert '<path d="M8 1v14"/>' in part[1]
    assert re.sub(r"\s*<[^>]*>\s*", "|", part[1]).strip("|") == "Podcasts|2"
    section = links.partition('<section class="links" data-group="podcast"')[2].partition("</section>")[0]
    assert 'href="https://overcast.fm/+abc"' in section
    assert "arxiv.org" not in section
    assert "<small>Podcast · overcast.fm</small>" in page("entries/listening/index.html")
    assert '"podcast": "Podcast"' in page("search/index.html")
    assert sorted(re.findall(r"@(\w+)\{([^,]*)", page("links.bib"))) == [
        ("misc", "arXiv:1706.03762"),
        ("misc", "overcast.fm-abc"),
        ("misc", "podcasts.apple.com-de-podcast-x-id1"),
    ]
    assert page("entries/listening/index.html").count('"@type":"PodcastEpisode"') == 2
    told: dict[str, Any] = json.loads(page("journal.json"))
    assert [link["kind"] for link in told["links"]] == ["podcast", "podcast", "paper"]


def test_the_schema_allows_it(program: Path) -> None:
    script = (
        "import json; from journal_site.pages.machine.journal_json import journal_schema as schema;"
        "print(json.dumps([schema()['$defs'][name]['properties']['kind'] for name in ('LinkJson', 'LinkRecordJson')]))"
    )
    assert all("podcast" in kind["enum"] for kind in json.loads(_python(program, "-c", script)))
