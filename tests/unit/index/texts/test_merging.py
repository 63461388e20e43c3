"""Rows of a table of days and the files or headings that they stand for."""

from __future__ import annotations

from journal_site.index.texts.merging import MergedEntries, merge_tables
from journal_site.model.entry import Entry
from journal_site.model.outline import DateCandidate, DateSource
from tests.unit.index.small_entries import day, entry


def candidate(source: DateSource, date: str, path: str = "README.md", line: int = 5) -> DateCandidate:
    return DateCandidate(source=source, dates=(day(date),), path=path, line=line)


def row(
    number: int | None = None, date: str = "", words: int = 5, target: str = "", source: str = "README.md"
) -> Entry:
    fields: dict[str, object] = {}
    if number is not None:
        fields["days"] = (number,)
    if date:
        fields |= {"dates": (date,), "candidates": (candidate("table", date),)}
    return entry(
        source,
        title=f"Row {number}",
        heading=f"{number}",
        words=words,
        excerpt="what it says",
        table=True,
        target=target,
        line=5,
        **fields,
    )


def sources(merged: MergedEntries) -> list[str]:
    return [one.source for one in merged.entries]


def test_a_row_yields_to_the_file_of_its_day_and_gives_it_the_date() -> None:
    merged = merge_tables([row(3, "2024-01-03"), entry("day3/README.md", days=(3,))])
    (kept,) = merged.entries
    assert (kept.source, kept.date, kept.date_source) == ("day3/README.md", day("2024-01-03"), "table")
    assert kept.candidates[0].path == "README.md"
    assert [(one.path, one.line) for one in merged.left_out] == [("README.md", 5)]
    assert "what it says" in merged.left_out[0].text


def test_a_date_that_a_person_wrote_in_the_entry_stays_and_the_row_is_reported() -> None:
    written = entry(
        "d.md", days=(3,), dates=("2024-01-04",), candidates=(candidate("heading", "2024-01-04", "d.md", 9),)
    )
    merged = merge_tables([row(3, "2024-01-03"), written])
    assert merged.entries[0].date == day("2024-01-04")
    (conflict,) = merged.diagnostics
    assert conflict.code == "date-conflict"
    assert str(conflict.location) == "d.md:9:1"
    assert "README.md:5" in conflict.message


def test_a_date_from_git_gives_way_to_the_row() -> None:
    guessed = entry("d.md", days=(3,), dates=("2024-01-09",), candidates=(candidate("git", "2024-01-09", "d.md"),))
    merged = merge_tables([row(3, "2024-01-03"), guessed])
    assert merged.entries[0].date == day("2024-01-03")
    assert [one.source for one in merged.entries[0].candidates] == ["table", "git"]
    assert not merged.diagnostics


def test_the_file_that_a_row_links_to_is_its_counterpart_and_gets_its_day() -> None:
    merged = merge_tables([row(3, "2024-01-03", target="topics/sql.md"), entry("topics/sql.md")])
    assert [(one.source, one.day, one.date) for one in merged.entries] == [("topics/sql.md", 3, day("2024-01-03"))]


def test_a_row_may_link_to_the_files_page_in_a_repository() -> None:
    hosted = "https://github.com/someone/til/blob/main/topics/sql.md"
    merged = merge_tables([row(date="2024-01-03", words=0, target=hosted), entry("topics/sql.md")])
    assert [(one.source, one.date_source) for one in merged.entries] == [("topics/sql.md", "table")]


def test_a_row_that_only_names_a_file_which_is_not_here_is_left_out() -> None:
    other = entry("other.md", dates=("2024-01-03",))
    merged = merge_tables([row(date="2024-01-03", words=0, target="gone.md"), other])
    assert (merged.entries, len(merged.left_out)) == ((other,), 1)


def test_a_row_finds_the_readme_of_the_folder_that_it_links_to() -> None:
    merged = merge_tables([row(7, target="./Day_7/"), entry("Day_7/README.md"), entry("Day_8/README.md")])
    assert sources(merged) == ["Day_7/README.md", "Day_8/README.md"]


def test_a_row_without_counterpart_is_an_entry_where_it_says_something() -> None:
    merged = merge_tables([row(1), row(2, words=0), entry("d.md", days=(3,))])
    assert sources(merged) == ["README.md", "d.md"]
    assert [one.text for one in merged.left_out] == ["Row 2: what it says"]


def test_a_row_of_another_folder_is_no_counterpart() -> None:
    merged = merge_tables([row(1, source="a/README.md"), entry("b/day1.md", days=(1,))])
    assert len(merged.entries) == 2


def test_rows_that_repeat_a_day_go_each_to_its_own() -> None:
    merged = merge_tables([
        row(1, "2020-01-01"), row(1, "2021-01-01"), entry("a/1.md", days=(1,)), entry("b/1.md", days=(1,)),
    ])  # fmt: skip
    assert [one.date for one in merged.entries] == [day("2020-01-01"), day("2021-01-01")]


def test_a_row_of_many_days_yields_only_where_all_are_there() -> None:
    many = entry("README.md", table=True, days=(1, 2), words=3)
    assert len(merge_tables([many, entry("1.md", days=(1,))]).entries) == 2
    assert len(merge_tables([many, entry("1.md", days=(1,)), entry("2.md", days=(2,))]).entries) == 2


def test_a_row_of_one_day_gives_an_entry_of_many_no_date() -> None:
    merged = merge_tables([row(2, "2024-01-03"), entry("1-2.md", days=(1, 2))])
    assert [(one.days, one.date) for one in merged.entries] == [((1, 2), None)]


def test_a_range_that_holds_the_other_date_is_no_conflict() -> None:
    told = DateCandidate(source="heading", dates=(day("2024-01-01"), day("2024-01-02")))
    held = entry("2024-01-02.md", candidates=(told, candidate("file-name", "2024-01-02")))
    assert not merge_tables([held]).diagnostics


def test_git_contradicts_nobody() -> None:
    held = entry("a.md", candidates=(candidate("heading", "2024-01-02"), candidate("git", "2024-05-02")))
    assert not merge_tables([held]).diagnostics
