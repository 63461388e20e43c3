"""The preview answers from memory: the text as it is, the last good state where reading fails."""

import base64
import json
from pathlib import Path

import pytest

from journal_site.engine.inputs import BuildRequest
from journal_site.engine.records import read_again as reading_again
from journal_site.errors import ContentError, TemplateError
from journal_site.model.source import Found
from journal_site.serve import preview as preview_module
from journal_site.serve.preview import Preview
from journal_site.serve.snapshot import Snapshot
from journal_site.site import store

HOME = "/notes/"
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "entries").mkdir()
    (tmp_path / "site.yaml").write_text("title: T\nurl: https://learner.example/notes/\n", encoding="utf-8")
    write(tmp_path, "one", "First words.")
    return tmp_path


@pytest.fixture
def preview(folder: Path) -> Preview:
    made = Preview(BuildRequest(root=folder))
    made.reload()
    return made


def write(folder: Path, name: str, text: str, date: str = "2026-01-01") -> None:
    (folder / f"entries/{name}.md").write_text(f"---\ntitle: {name}\ndate: {date}\n---\n{text}\n", encoding="utf-8")


def test_edit_is_answered_before_the_journal_is_read_again(folder: Path, preview: Preview) -> None:
    write(folder, "one", "Second words.")
    assert b"Second words." in preview.answer(f"{HOME}entries/one/").content
    assert preview.reloads == 1


def test_broken_entry_leaves_the_last_good_page(folder: Path, preview: Preview) -> None:
    write(folder, "one", "Broken.", date="2026-02-30")
    assert b"First words." in preview.answer(f"{HOME}entries/one/").content
    assert preview.reload() is None
    assert preview.problems[0].location.path == "entries/one.md"
    assert preview.problems[0].location.line == 3
    assert b"First words." in preview.answer(f"{HOME}entries/one/").content
    write(folder, "one", "Mended.")
    assert preview.reload() is not None
    assert preview.problems == ()
    assert b"Mended." in preview.answer(f"{HOME}entries/one/").content


def test_last_good_page_needs_no_earlier_visit(folder: Path, preview: Preview) -> None:
    write(folder, "one", "Broken.", date="2026-02-30")
    assert preview.reload() is None
    assert b"First words." in preview.answer(f"{HOME}entries/one/").content


def test_renamed_and_removed_entries_go(folder: Path, preview: Preview) -> None:
    (folder / "entries/one.md").rename(folder / "entries/two.md")
    preview.reload()
    assert preview.answer(f"{HOME}entries/one/").status == 404
    assert preview.answer(f"{HOME}entries/two/").status == 200
    (folder / "entries/two.md").unlink()
    preview.reload()
    assert preview.answer(f"{HOME}entries/two/").status == 404


def test_log_days_are_answered_as_they_are_now(folder: Path) -> None:
    (folder / "site.yaml").write_text(
        "title: T\nurl: https://learner.example/notes/\nsources: [log.md]\n", encoding="utf-8"
    )
    log = folder / "log.md"
    text = "# My log\n\n## Day 1: January 1, 2026\n\nFirst words.\n\n## Day 2: January 2, 2026\n\nOther words.\n"
    log.write_text(text, encoding="utf-8")
    preview = Preview(BuildRequest(root=folder))
    snapshot = preview.reload()
    assert snapshot is not None
    first = next(path for path, item in snapshot.items.items() if item.entry.day == 1)
    log.write_text(text.replace("First words", "Second words"), encoding="utf-8")
    assert b"Second words." in preview.answer(HOME + first).content


def test_the_sites_own_path_without_its_slash_leads_to_it(preview: Preview) -> None:
    answer = preview.answer("/notes")
    assert (answer.status, answer.path) == (308, "/notes/")
    assert preview.answer("/note").status == 404


def test_nothing_good_yet_is_said(folder: Path) -> None:
    write(folder, "one", "Broken.", date="2026-02-30")
    preview = Preview(BuildRequest(root=folder))
    assert preview.reload() is None
    with pytest.raises(ContentError):
        preview.answer(HOME)


def test_whatever_a_reading_meets_the_next_is_tried(
    folder: Path, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vanish(request: BuildRequest, last: Snapshot | None, *, anew: bool) -> None:
        del last, anew
        raise FileNotFoundError(request.root)

    with monkeypatch.context() as patched:
        patched.setattr(preview_module, "take_snapshot", vanish)
        assert preview.reload() is None
    assert (preview.problems[0].code, "FileNotFoundError" in preview.problems[0].message) == ("internal", True)
    write(folder, "one", "Later words.")
    assert preview.reload() is not None
    assert b"Later words." in preview.answer(f"{HOME}entries/one/").content


def test_nothing_is_written_into_the_site(folder: Path, preview: Preview) -> None:
    preview.answer(HOME)
    assert not (folder / "_site").exists()


def test_own_page_follows_with_the_next_reading(folder: Path) -> None:
    (folder / "pages").mkdir()
    page = folder / "pages/about.md"
    page.write_text("---\ntitle: About\n---\nFirst words.\n", encoding="utf-8")
    preview = Preview(BuildRequest(root=folder))
    preview.reload()
    assert b"First words." in preview.answer(f"{HOME}about/").content
    page.write_text("---\ntitle: About\n---\nSecond words.\n", encoding="utf-8")
    preview.reload()
    assert b"Second words." in preview.answer(f"{HOME}about/").content


def test_pictures_of_notebooks_are_answered(folder: Path) -> None:
    picture = base64.b64encode(PICTURE).decode()
    output = {"output_type": "display_data", "data": {"image/png": picture}, "metadata": {}}
    cell = {"cell_type": "code", "source": "plot()", "metadata": {}, "execution_count": 1, "outputs": [output]}
    book = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (folder / "entries/plot.ipynb").write_text(json.dumps(book), encoding="utf-8")
    write(folder, "one", "See [the plot](plot.ipynb).")
    preview = Preview(BuildRequest(root=folder))
    snapshot = preview.reload()
    assert snapshot is not None
    pictures = [path for path in snapshot.outputs if path.endswith(".png") and "plot" in path]
    assert [preview.answer(HOME + path).content for path in pictures] == [PICTURE]


def test_notebooks_are_kept_while_texts_change(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "_SLACK", 0)
    cell = {"cell_type": "markdown", "source": "Kept words.", "metadata": {}}
    book = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (folder / "entries/lab.ipynb").write_text(json.dumps(book), encoding="utf-8")
    preview = Preview(BuildRequest(root=folder))
    for number in range(4):
        write(folder, "one", f"Words {number}.")
        assert preview.reload() is not None
    snapshot = Preview(BuildRequest(root=folder)).reload()
    assert snapshot is not None
    (page,) = [path for path in snapshot.outputs if path.startswith("notebooks/") and path.endswith("lab/index.html")]
    assert b"Kept words." in (snapshot.page(page) or b"")


def test_template_error_is_raised_and_mended(folder: Path, preview: Preview) -> None:
    (folder / "templates").mkdir()
    own = folder / "templates/entry.html"
    own.write_text("{{ nothing.of.this }}", encoding="utf-8")
    preview.reload()
    with pytest.raises(TemplateError) as caught:
        preview.answer(f"{HOME}entries/one/")
    assert caught.value.diagnostics[0].location.path == "templates/entry.html"
    own.unlink()
    preview.reload()
    assert b"First words." in preview.answer(f"{HOME}entries/one/").content


def test_readings_are_counted_well_or_not(folder: Path) -> None:
    preview = Preview(BuildRequest(root=folder))
    assert (preview.reloads, preview.wait(0), preview.warnings) == (0, False, ())
    preview.reload()
    assert (preview.reloads, preview.wait(0), preview.problems) == (1, True, ())
    write(folder, "one", "Broken.", date="2026-02-30")
    preview.reload()
    assert (preview.reloads, [one.code for one in preview.problems]) == (2, ["front-matter-date"])
    write(folder, "one", "See [it](gone.md).")
    preview.reload()
    assert (preview.reloads, preview.problems) == (3, ())
    assert "gone.md" in preview.warnings[0].message


def test_who_waits_for_a_first_reading_is_let_go_at_the_end(folder: Path) -> None:
    preview = Preview(BuildRequest(root=folder))
    preview.end()
    assert preview.wait(None)


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("https://learner.example", "/"),
        ("https://learner.example/", "/"),
        ("https://learner.example/a/b", "/a/b/"),
        ("", "/"),
    ],
)
def test_pages_live_where_they_will_be_published(folder: Path, url: str, base: str) -> None:
    (folder / "site.yaml").write_text(f"title: T\nurl: '{url}'\n" if url else "title: T\n", encoding="utf-8")
    preview = Preview(BuildRequest(root=folder))
    preview.reload()
    assert preview.base == base
    assert preview.answer(f"{base}entries/one/").status == 200
    asked = Preview(BuildRequest(root=folder, base_url="https://other.example/x/"))
    asked.reload()
    assert asked.base == "/x/"


def test_a_text_is_read_again_once_where_it_changed_alone(
    folder: Path, preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(folder, "two", "Other words.", date="2026-01-02")
    preview.reload()
    monkeypatch.setattr("journal_site.model.source.COARSE_NS", -1 << 62)  # every stamp has settled
    read: list[str] = []

    def read_again(root: Path, found: Found, bodies: object) -> object:
        read.append(found.path)
        return reading_again(root, found, bodies)  # type: ignore[arg-type] # passed on

    monkeypatch.setattr(preview_module, "read_again", read_again)
    for _ in range(2):
        preview.answer(f"{HOME}entries/one/")
    assert read == []
    write(folder, "one", "Second words.")
    for _ in range(3):
        assert b"Second words." in preview.answer(f"{HOME}entries/one/").content
        preview.answer(f"{HOME}entries/two/")
    assert read == ["entries/one.md"]


def test_what_a_new_text_names_is_shown_before_the_index_knows_it(folder: Path, preview: Preview) -> None:
    write(folder, "one", "![far](https://e.example/a.png) ![near](gone.png) [it](gone.md)")
    page = preview.answer(f"{HOME}entries/one/").content
    assert b'src="https://e.example/a.png"' in page
    assert b"gone.png" not in page.partition(b"<article")[2].partition(b"src=")[0]
    assert preview.reloads == 1
