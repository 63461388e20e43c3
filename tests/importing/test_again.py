"""Importing again after the log grew: what is new is added, and what its author edited stays."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from journal_site.errors import ContentError, UsageError
from journal_site.importing import run
from journal_site.importing.files import write_whole
from tests.importing.import_test import ImportTest, actions, codes

THREE = """\
# Bread

## Day 1

The first loaf was as flat as a plate.

## Day 2

The second one rose, because the yeast was fresh.

## Day 3

Rye bread takes longer than I had thought.
"""
MORE = (
    THREE.replace("The second one rose", "The second loaf rose")
    + "\n## Day 4\n\nSpelt, which is not as easy as wheat.\n"
)


def test_nothing_new_changes_nothing(journal: ImportTest) -> None:
    journal.write("LOG.md", THREE)
    journal.run()
    before = {name: (journal.here / "entries" / name).stat().st_mtime_ns for name in journal.files()}
    assert set(actions(journal.run()).values()) == {"unchanged"}
    assert {name: (journal.here / "entries" / name).stat().st_mtime_ns for name in journal.files()} == before


def test_a_log_that_grew_adds_and_updates(journal: ImportTest) -> None:
    journal.write("LOG.md", THREE)
    journal.run()
    journal.write("LOG.md", MORE)
    report = journal.run()
    assert actions(report) == {
        "index.md": "unchanged", "day-1.md": "unchanged", "day-2.md": "updated", "day-3.md": "unchanged",
        "day-4.md": "created",
    }  # fmt: skip
    assert "second loaf" in journal.text("day-2.md")


def test_an_edited_file_stays_and_the_new_text_lies_beside_it(journal: ImportTest) -> None:
    journal.write("LOG.md", THREE)
    journal.run()
    journal.edit("day-2.md", "Mine.\n")
    journal.write("LOG.md", MORE)
    report = journal.run()
    assert actions(report)["day-2.md"] == "conflict"
    assert [(one.code, one.location.path) for one in report.diagnostics] == [("import-conflict", "entries/day-2.md")]
    assert journal.text("day-2.md") == "Mine.\n"
    assert "second loaf" in journal.text("day-2.md.new")
    again = journal.run()
    assert (actions(again)["day-2.md"], codes(again)) == ("kept", ["import-kept"])
    assert len(journal.site()["entries"]) == 4, "what lies beside is no entry"


def test_an_edited_file_whose_text_did_not_change_in_the_log_is_told_of(journal: ImportTest) -> None:
    journal.write("LOG.md", THREE)
    journal.run()
    journal.edit("day-1.md", "Mine.\n")
    journal.write("LOG.md", MORE)
    report = journal.run()
    assert (actions(report)["day-1.md"], codes(report)) == ("kept", ["import-kept"])
    assert "day-1.md.new" not in journal.files()


def test_a_file_that_was_there_before_is_never_overwritten(journal: ImportTest) -> None:
    journal.edit("day-1.md", "Mine.\n")
    journal.write("LOG.md", THREE)
    assert codes(journal.run()) == ["import-conflict"]
    assert journal.text("day-1.md") == "Mine.\n"
    assert "flat as a plate" in journal.text("day-1.md.new")


def test_a_deleted_file_stays_away(journal: ImportTest) -> None:
    journal.write("LOG.md", THREE)
    journal.run()
    (journal.here / "entries" / "day-1.md").unlink()
    report = journal.run()
    assert (actions(report)["day-1.md"], codes(report)) == ("left deleted", ["import-deleted"])
    assert "day-1.md" not in journal.files()


def test_the_same_log_under_another_name(journal: ImportTest) -> None:
    journal.write("LOG.md", THREE)
    journal.run()
    journal.edit("day-2.md", journal.text("day-2.md") + "\nAnd mine.\n")
    journal.write("journal/README.md", MORE)
    report = journal.run("journal/README.md")
    assert len(journal.site()["entries"]) == 4
    assert actions(report)["day-2.md"] == "conflict"
    assert journal.text("day-2.md").endswith("And mine.\n")
    assert set(actions(journal.run("journal/README.md")).values()) == {"unchanged", "kept"}


def test_another_log_gets_names_of_its_own(journal: ImportTest) -> None:
    journal.write("LOG.md", THREE)
    journal.run()
    journal.write(
        "cakes.md",
        "# Cakes\n\n## Day 1\n\nA cake that fell in at once.\n\n## Day 2\n\nAnother that burnt at its top.\n",
    )
    report = journal.run("cakes.md")
    assert sorted(actions(report)) == ["cakes/index.md", "day-1-2.md", "day-2-2.md"]
    assert len(journal.site()["entries"]) == 5
    assert set(actions(journal.run("cakes.md")).values()) == {"unchanged"}
    assert set(actions(journal.run()).values()) == {"unchanged"}


def test_what_the_log_has_no_longer_is_told_and_stays(journal: ImportTest) -> None:
    journal.write("LOG.md", THREE)
    journal.run()
    journal.write("LOG.md", THREE.partition("## Day 3")[0])
    assert journal.run().orphaned == ("day-3.md",)
    assert "day-3.md" in journal.files()


def test_a_damaged_record_stops_the_import(journal: ImportTest) -> None:
    journal.write("LOG.md", THREE)
    journal.run()
    journal.edit(".journal-import.json", "{")
    with pytest.raises(ContentError, match="import-record"):
        journal.run()


def test_without_the_record_nothing_is_lost(journal: ImportTest) -> None:
    journal.write("LOG.md", THREE)
    journal.run()
    journal.edit("day-1.md", "Mine.\n")
    (journal.here / "entries" / ".journal-import.json").unlink()
    report = journal.run()
    assert actions(report)["day-1.md"] == "conflict"
    assert actions(report)["day-2.md"] == "unchanged"


def test_what_is_not_there_and_what_holds_no_text(journal: ImportTest) -> None:
    with pytest.raises(UsageError, match="import-missing"):
        journal.run("nowhere.md")
    (journal.there / "empty").mkdir()
    with pytest.raises(UsageError, match="import-nothing"):
        journal.run("empty")


class _EndedError(Exception):
    """What ends an import from outside."""


def end_after(writes: int, journal: ImportTest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Import, and end it when so many files were written."""
    left = iter(range(writes))

    def write(path: Path, content: bytes) -> None:
        if next(left, None) is None:
            raise _EndedError
        write_whole(path, content)

    with monkeypatch.context() as patch:
        patch.setattr(run, "write_whole", write)
        with contextlib.suppress(_EndedError):
            journal.run()


@pytest.mark.parametrize("more_follows", [False, True])
@pytest.mark.parametrize("writes", range(5))
def test_an_import_that_ended_between_two_writes_is_gone_on_with(
    journal: ImportTest, monkeypatch: pytest.MonkeyPatch, writes: int, *, more_follows: bool
) -> None:
    journal.write("LOG.md", THREE)
    journal.run()
    journal.edit("day-3.md", journal.text("day-3.md") + "\nAnd mine.\n")
    journal.write("LOG.md", MORE)
    end_after(writes, journal, monkeypatch)
    if more_follows:
        journal.write("LOG.md", MORE.replace("The second", "That second").replace("Spelt", "Old spelt"))
    report = journal.run()
    assert set(codes(report)) <= {"import-kept"}
    assert not set(actions(report).values()) & {"conflict", "left deleted"}
    assert "loaf rose" in journal.text("day-2.md")
    assert ("That second" in journal.text("day-2.md")) is more_follows
    assert ("Old spelt" in journal.text("day-4.md")) is more_follows
    assert journal.text("day-3.md").endswith("And mine.\n")
    assert journal.files() == ["day-1.md", "day-2.md", "day-3.md", "day-4.md", "index.md"]
    assert set(actions(journal.run()).values()) == {"unchanged", "kept"}


def test_a_file_that_was_removed_while_it_was_imported_anew_stays_away(journal: ImportTest) -> None:
    journal.write("LOG.md", THREE)
    journal.run()
    (journal.here / "entries" / "day-2.md").unlink()
    journal.write("LOG.md", MORE)
    assert actions(journal.run())["day-2.md"] == "left deleted"
    assert "day-2.md" not in journal.files()


def test_what_an_import_that_ended_had_written_may_be_edited(
    journal: ImportTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal.write("LOG.md", THREE)
    journal.run()
    journal.write("LOG.md", MORE)
    end_after(3, journal, monkeypatch)
    assert "loaf rose" in journal.text("day-2.md")
    journal.edit("day-2.md", journal.text("day-2.md") + "\nAnd mine.\n")
    assert actions(journal.run())["day-2.md"] == "kept"
    assert journal.text("day-2.md").endswith("And mine.\n")
    assert "day-2.md.new" not in journal.files()
