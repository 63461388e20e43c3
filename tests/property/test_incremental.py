"""The central property: after any sequence of edits, an incremental site equals a clean one byte for byte.

The preview, which reads the same store, shows that site too.
"""

from __future__ import annotations

import datetime as dt
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from journal_site.errors import JournalError
from journal_site.pages.page_kinds import PAGE_KINDS
from journal_site.serve.preview import Preview
from tests.property import new_pages, texts
from tests.site_test import SETTINGS, SiteTest, assert_same_tree, read_tree

NUMBERS = st.integers(0, 9)
WORDS = st.sampled_from(["one", "two", "three", "three times"])
FEW = {
    "tasks.ON_ONE_PAGE": 2, "gallery.ON_ONE_PAGE": 2, "links.ON_ONE_PAGE": 3, "notebook_list.ON_ONE_PAGE": 1,
    "topic._LIMIT": 4, "topic._NEWEST": 2, "topic._LINKS": 2, "topic._NOTEBOOKS": 1,
}  # fmt: skip
"""Lists are parted and cut short in a small journal as they are in a large one."""
_LAST_WORDS = re.compile(r"\n\nSo [a-z ]+\.\n\Z")


@pytest.fixture(autouse=True, scope="module")
def _with_new_pages() -> Iterator[None]:
    """Let the site have kinds of pages that nothing in the program was made for."""
    with pytest.MonkeyPatch.context() as patch:
        for module in ("plan", "frame"):
            patch.setattr(f"journal_site.pages.{module}.PAGE_KINDS", (*PAGE_KINDS, *new_pages.KINDS))
        for limit, most in FEW.items():
            patch.setattr(f"journal_site.pages.kinds.{limit}", most)
        yield


class Journal(RuleBasedStateMachine):
    """A small journal to which random things happen."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.test = SiteTest(self.folder / "journal", SETTINGS + texts.SOURCES)
        self.previewing = True
        self.said = dict.fromkeys(texts.DAYS, "plain")
        self.days, self.heading, self.place = [1, 2], "Day {day}", "here"
        self._write_log()
        for name, text in texts.FIRST.items():
            self.test.write(f"entries/{name}.md", text)

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def _write_log(self) -> None:
        days = {day: self.said[day] for day in self.days}
        self.test.write("log.md", texts.log(days, self.heading, self.place))

    def _entry(self, number: int) -> Path | None:
        entries = sorted((self.test.root / "entries").rglob("*.md"))
        return entries[number % len(entries)] if entries else None

    def _change(self, number: int, change: Callable[[str], str]) -> None:
        path = self._entry(number)
        if path is not None:
            path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")

    def _put(self, path: str, content: str | bytes | None) -> None:
        """Write a file, or remove it where there is nothing to write."""
        place = self.test.root / path
        if content is None:
            if place.is_file():
                place.unlink()
            return
        for above in place.parents:
            if above.is_file():
                above.unlink()
        if place.is_dir():
            shutil.rmtree(place)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content.encode() if isinstance(content, str) else content)

    # --- entries -----------------------------------------------------------------------------------------------------

    @rule(name=texts.NAMES, title=texts.TITLES, body=texts.BODIES, fields=st.lists(texts.FIELDS, max_size=2))
    def create(self, name: str, title: str | None, body: str, fields: list[str]) -> None:
        self.test.write(f"entries/{name}.md", texts.entry(title, body, fields))

    @rule(number=NUMBERS, word=WORDS)
    def edit(self, number: int, word: str) -> None:
        self._change(number, lambda text: f"{text}\nAnd {word}.\n")

    @rule(numbers=st.lists(NUMBERS, min_size=1, max_size=3), word=WORDS)
    def reword(self, numbers: list[int], word: str) -> None:
        """Change how texts are worded, which leaves most of what is derived from them as it was."""
        for number in numbers:
            self._change(number, lambda text: _LAST_WORDS.sub("", text) + f"\n\nSo {word}.\n")

    @rule(number=NUMBERS, at=st.integers(0, 99), word=st.sampled_from(["Word", "alpha", "plain", "2026", "6", ""]))
    def change_a_word(self, number: int, at: int, word: str) -> None:
        """Change one word of any text: of a title, heading, link, task, picture, formula, definition..."""
        sources = [path for path in sorted(self.test.root.rglob("*.md")) if "_site" not in path.parts]
        path = sources[number % len(sources)]
        text = path.read_text(encoding="utf-8")
        words = list(re.finditer(r"\w+", text))
        if words:
            found = words[at % len(words)]
            path.write_text(text[: found.start()] + word + text[found.end() :], encoding="utf-8")

    @rule(number=NUMBERS, body=texts.BODIES)
    def rewrite(self, number: int, body: str) -> None:
        self._change(number, lambda text: texts.with_body(text, body))

    @rule(number=NUMBERS)
    def edit_unseen(self, number: int) -> None:
        """Change a text's case and put its time back, as a program that restores backups may."""
        path = self._entry(number)
        if path is not None:
            status = path.stat()
            path.write_text(path.read_text(encoding="utf-8").replace("And ", "aND "), encoding="utf-8")
            os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))

    @rule(number=NUMBERS, line=texts.FIELDS)
    def say_in_front(self, number: int, line: str) -> None:
        self._change(number, lambda text: texts.with_field(text, line))

    @rule(number=NUMBERS)
    def delete(self, number: int) -> None:
        path = self._entry(number)
        if path is not None:
            path.unlink()

    @rule(number=NUMBERS, name=texts.NAMES)
    def move(self, number: int, name: str) -> None:
        path = self._entry(number)
        if path is not None:
            target = self.test.root / "entries" / f"{name}.md"
            target.parent.mkdir(parents=True, exist_ok=True)
            path.rename(target)

    # --- the log -----------------------------------------------------------------------------------------------------

    @rule(days=st.lists(st.sampled_from(texts.DAYS), unique=True, max_size=5))
    def reorder_log(self, days: list[int]) -> None:
        self.days = days
        self._write_log()

    @rule(day=st.sampled_from(texts.DAYS), text=texts.LOG_TEXTS, place=st.sampled_from(["here", "there"]))
    def edit_log(self, day: int, text: str, place: str) -> None:
        self.said[day], self.place = text, place
        self._write_log()

    @rule(heading=texts.HEADINGS)
    def head_log(self, heading: str) -> None:
        self.heading = heading
        self._write_log()

    # --- everything else ---------------------------------------------------------------------------------------------

    @rule()
    def show_drafts(self) -> None:
        self.test.drafts = not self.test.drafts

    @rule(day=st.integers(0, 4))
    def pass_time(self, day: int) -> None:
        self.test.today = dt.date(2026, 3, 8) + dt.timedelta(days=day)

    @rule(text=texts.CONFIGURED)
    def configure(self, text: str) -> None:
        self.test.write("site.yaml", text)

    @rule(template=texts.TEMPLATES)
    def override_template(self, template: tuple[str, str | None]) -> None:
        self._put(f"templates/{template[0]}", template[1])

    @rule(file=texts.STATIC)
    def static_file(self, file: tuple[str, str | None]) -> None:
        self._put(f"static/{file[0]}", file[1])

    @rule(name=st.sampled_from(["about", "lab"]), text=texts.PAGES)
    def own_page(self, name: str, text: str | None) -> None:
        self._put(f"pages/{name}.md", text)

    @rule(text=texts.REFERENCES)
    def references(self, text: str | None) -> None:
        self._put("references.bib", text)

    @rule(picture=texts.PICTURES, name=st.sampled_from(["static/img/dot.png", "entries/plot.png"]))
    def picture(self, picture: bytes | None, name: str) -> None:
        self._put(name, picture)

    @rule(number=st.integers(0, 2), name=st.sampled_from(["lab", "lab", "2026-03-05", "Day 12"]))
    def notebook(self, number: int, name: str) -> None:
        self._put(f"entries/{name}.ipynb", texts.notebook(number) if number else None)

    # --- what others do to us ----------------------------------------------------------------------------------------

    @rule(number=st.integers(0, 80), cut=st.booleans())
    def damage_output(self, number: int, cut: bool) -> None:  # noqa: FBT001
        site = self.test.root / "_site"
        files = sorted(site / path for path in read_tree(site)) if site.exists() else []
        if files:
            path = files[number % len(files)]
            path.unlink() if cut else path.write_text("damaged")

    @rule()
    def lose_store(self) -> None:
        shutil.rmtree(self.test.root / ".journal", ignore_errors=True)

    @rule()
    def preview(self) -> None:
        """Look at the preview before each build, or no longer."""
        self.previewing = not self.previewing

    # --- the property ------------------------------------------------------------------------------------------------

    @invariant()
    def incremental_equals_clean(self) -> None:
        previewed = self._preview() if self.previewing else None
        before = read_tree(self.test.root / "_site") if (self.test.root / "_site").exists() else {}
        try:
            self.test.build()
        except JournalError:
            after = read_tree(self.test.root / "_site") if (self.test.root / "_site").exists() else {}
            assert after == before  # a build with an error changes nothing
            with pytest.raises(JournalError):
                self.test.clean_site(self.folder / "clean")
            return
        clean = self.test.clean_site(self.folder / "clean")
        assert {"excerpts.json", "counts.txt"} <= clean.keys()
        assert_same_tree(self.test.site(), clean)
        if previewed is not None:
            assert_same_tree(previewed, clean)

    def _preview(self) -> dict[str, bytes] | None:
        """Return all that the preview shows; None where it says that something is wrong."""
        preview = Preview(self.test.request())
        snapshot = preview.reload()
        try:
            return {path: snapshot.page(path) or b"" for path in snapshot.outputs} if snapshot is not None else None
        except JournalError:
            return None


TestIncremental = pytest.mark.property(Journal.TestCase)
_THOROUGH = settings.default is not None and settings.default.max_examples >= 1000
TestIncremental.settings = settings(
    max_examples=80 if _THOROUGH else 9,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
)
