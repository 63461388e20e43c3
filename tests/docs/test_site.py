"""The documents are a site that journal builds: every link leads somewhere, and nothing is left out."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import unquote, urljoin

import pytest

from docs.make_reference import DOCS
from journal_site.engine.build import build
from journal_site.engine.inputs import BuildRequest
from journal_site.model.page import BuildReport
from tests.site_test import TODAY

ROOT = DOCS.parent
DOCUMENTS = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md") if "_site" not in path.parts)
_CODE = re.compile(r"^(`{3,}).*?^\1$|`[^`\n]*`", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(((?!https?:|mailto:)[^)\s]+)\)")
_HEADING = re.compile(r"^#+ +(.+?) *#*$", re.MULTILINE)
_ADDRESS = re.compile(r"(?:href|src)=\"([^\"]+)\"")
_ID = re.compile(r"\sid=\"([^\"]+)\"")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildReport]:
    """Build the documents where nothing else lies."""
    root = tmp_path_factory.mktemp("documents") / "docs"
    shutil.copytree(DOCS, root, ignore=shutil.ignore_patterns("_site", ".journal", "__pycache__"))
    report = build(BuildRequest(root=root, today=TODAY, jobs=1))
    return root / "_site", report


def ids_on_github(text: str) -> set[str]:
    """Return the ids that GitHub gives the headings of a text."""
    heads = (re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", head) for head in _HEADING.findall(_CODE_BLOCK.sub("", text)))
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


_CODE_BLOCK = re.compile(r"^(`{3,}).*?^\1$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("document", [*DOCUMENTS, "../README.md", "../CONTRIBUTING.md"])
def test_links_lead_somewhere_on_github(document: str) -> None:
    here = DOCS / document
    text = here.read_text(encoding="utf-8")
    lost = []
    for link in _LINK.findall(_CODE.sub("", text)):
        path, _, anchor = link.partition("#")
        there = (here.parent / unquote(path)).resolve() if path else here.resolve()
        known = ids_on_github(there.read_text(encoding="utf-8")) if anchor and there.suffix == ".md" else {anchor}
        if not there.exists() or not there.is_relative_to(ROOT) or anchor not in known:
            lost.append(link)
    assert lost == []


def test_each_document_is_reached_from_the_first() -> None:
    seen, pending = set(), [DOCS / "README.md"]
    while pending:
        here = pending.pop()
        if here not in seen and here.suffix == ".md" and here.is_relative_to(DOCS):
            seen.add(here)
            links = _LINK.findall(_CODE.sub("", here.read_text(encoding="utf-8")))
            pending += [(here.parent / link.partition("#")[0]).resolve() for link in links if not link.startswith("#")]
    assert {path.relative_to(DOCS).as_posix() for path in seen} == set(DOCUMENTS)


def test_journal_builds_them_without_a_word(built: tuple[Path, BuildReport]) -> None:
    site, report = built
    assert [f"{one.location}: {one.message}" for one in report.diagnostics] == []
    assert report.left_out == ()
    assert report.entries + report.notes == len(DOCUMENTS) - 1, "all but the introduction"
    assert "The first ten minutes" in (site / "introduction" / "index.html").read_text(encoding="utf-8")


def test_each_link_of_the_site_leads_somewhere(built: tuple[Path, BuildReport]) -> None:
    site, _ = built
    pages = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    ids = {path: set(_ID.findall(text)) for path, text in pages.items()}
    lost = []
    for path, text in pages.items():
        for address in _ADDRESS.findall(text):
            if address.startswith(("http", "data:", "mailto:")) or path == "404.html":
                continue
            place, _, anchor = urljoin(f"/{path}", address.partition("?")[0]).removeprefix("/").partition("#")
            place = f"{place}index.html" if place.endswith("/") or not place else place
            if not (site / unquote(place)).is_file() or (anchor and unquote(anchor) not in ids.get(place, {anchor})):
                lost.append(f"{path}: {address}")
    assert lost == []
