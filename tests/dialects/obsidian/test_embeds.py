"""Texts within texts: what is shown of them, how far, and that no page of one goes stale."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.dialects.dialect_test import Built, DialectTest
from tests.site_test import SiteTest, assert_same_tree

NOTE = (
    "# Note\n\nOpening words.\n\n## Part\n\nFirst of the part. ^first\n\n### Below\n\nStill the part.\n\n## Other\n\n"
    "- item ^item\n\t- nested\n\n> quoted\n\n^quoted\n"
)


def of(files: dict[str, str], place: Path, *, drafts: bool = False) -> Built:
    test = DialectTest(place)
    test.write({".obsidian/app.json": "{}", **files})
    return test.in_place(drafts=drafts)


def embedded(body: str) -> str:
    """Return what an embed shows, without tags."""
    shown = re.search(r'<blockquote class="embed">(.*)<p class="embed-source">', body, re.DOTALL)
    return " ".join(re.sub(r"<[^>]*>", " ", shown[1]).split()) if shown else ""


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("![[Note]]", "Opening words. Part First of the part. Below Still the part. Other item nested quoted"),
        ("![[Note#Part]]", "Part First of the part. Below Still the part."),
        ("![[Note#Part#Below]]", "Below Still the part."),
        ("![[Note#^first]]", "First of the part."),
        ("![[Note#^item]]", "item nested"),
        ("![[Note#^quoted|named]]", "quoted"),
    ],
)
def test_a_line_of_its_own_shows_the_text_or_the_part(tmp_path: Path, written: str, shown: str) -> None:
    built = of({"Note.md": NOTE, "2026-02-01.md": f"# Day\n\nBefore\n{written}\nafter.\n"}, tmp_path)
    body = built.body("Day")
    assert embedded(body) == shown
    assert "<p>Before</p>\n<blockquote" in body
    assert "<p>after.</p>" in body
    assert 'id="part"' not in body
    assert 'id="^first"' not in body


def test_a_block_is_shown_within_a_sentence_and_a_whole_text_is_linked(tmp_path: Path) -> None:
    text = "# Day\n\nAs ![[Note#^first]] says, ![[Note]].\n"
    body = of({"Note.md": NOTE, "2026-02-01.md": text}, tmp_path).body("Day")
    assert 'As <span class="embed">First of the part.</span> says, <a class="embed"' in body


def test_circles_end(tmp_path: Path) -> None:
    files = {
        "2026-02-01.md": "# A\n\nWords of A.\n\n![[B]]\n\n![[A]]\n",
        "A.md": "# A too\n\n![[A]]\n",
        "B.md": "# B\n\nWords of B.\n\n![[2026-02-01]]\n\n![[A]]\n",
    }
    built = of(files, tmp_path)
    assert embedded(built.body("A")).count("Words of B.") == 1
    assert built.body("A").count("Words of A.") == 1
    assert "<blockquote" not in built.body("A too")


def test_depth_is_bounded(tmp_path: Path) -> None:
    files = {f"T{n}.md": f"# T{n}\n\nWords {n}.\n\n![[T{n + 1}]]\n" for n in range(12)}
    shown = embedded(of(files, tmp_path).body("T0"))
    assert [int(number) for number in re.findall(r"Words (\d+)", shown)] == [1, 2, 3, 4]


def test_number_is_bounded(tmp_path: Path) -> None:
    files = {f"T{n}.md": f"# T{n}\n\n" + "".join(f"![[T{m}]]\n\n" for m in range(8)) for n in range(8)}
    built = of(files, tmp_path)
    assert len(built.page("T0")) < 1_000_000


@pytest.mark.parametrize(
    ("path", "secret"),
    [
        ("Draft.md", "---\ndraft: true\n---\nSecret words. ^b\n"),
        ("private/Draft.md", "# Draft\n\nSecret words. ^b\n"),
        ("Draft.md", "# Draft\n\nOpen. %%Secret words.%% ^b\n"),
        ("Draft.md", "# Draft\n\nOpen. ^b\n\n- Secret words.\n  public:: false\n"),
        ("Draft.md", "---\npublish: false\n---\n## H\n\nSecret words. ^b\n"),
    ],
)
def test_what_stays_at_home_is_in_no_embed(tmp_path: Path, path: str, secret: str) -> None:
    text = "# Day\n\n![[Draft]]\n\n![[Draft#^b]]\n\n![[Draft#H]]\n\nSee ![[Draft#^b]] too, and ![d](Draft.md).\n"
    built = of({path: secret, "2026-02-01.md": text}, tmp_path)
    for page in (built.root / "_site").rglob("*"):
        assert not page.is_file() or b"Secret" not in page.read_bytes(), page


def test_what_an_embed_of_a_text_at_home_leaves_is_no_picture(tmp_path: Path) -> None:
    built = of({"Draft.md": "---\ndraft: true\n---\nx\n", "2026-02-01.md": "# Day\n\n![[Draft]]\n"}, tmp_path)
    assert '<p><a class="missing" title="Not found: Draft">Draft</a></p>' in built.body("Day")
    assert "link-unpublished" in built.codes()


def test_a_page_is_made_anew_when_a_text_changes_that_it_embeds(tmp_path: Path) -> None:
    site = SiteTest(tmp_path / "journal")
    site.write("entries/Note.md", "# Note\n\nOld words.\n\n![[Inner]]\n")
    site.write("entries/Inner.md", "# Inner\n\nOld inner words.\n")
    site.write("entries/2026-02-01.md", "# Day\n\n![[Note]]\n")
    site.write("entries/2026-02-02.md", "# Other day\n\nNothing embedded.\n")
    site.build()
    site.write("entries/Inner.md", "# Inner\n\nNew inner words.\n")
    report = site.build()
    page = "entries/2026-02-01/index.html"
    assert "New inner words." in site.text(page)
    assert page in report.written
    assert "entries/2026-02-02/index.html" not in report.written
    site.write("entries/Note.md", "# Note\n\nNew words.\n\n![[Inner]]\n")
    site.build()
    assert "New words." in site.text(page)
    site.write("entries/Inner.md", "---\ndraft: true\n---\n# Inner\n\nNew inner words.\n")
    site.build()
    assert "inner words" not in site.text(page)
    assert_same_tree(site.site(), site.clean_site(tmp_path / "scratch"))
