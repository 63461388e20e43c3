"""What `journal init` tells of what it found, before anything is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal_site.commands.summary import count, shorten, tell_omissions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journal_site.beginning.survey import Survey

_TOPICS = 6
_OTHERS = 3


def tell_survey(survey: Survey, *, verbose: bool) -> Iterator[str]:
    """Give what was found, what is left out and what is unsure, a line each."""
    yield f"found    a journal in {', '.join(source.path for source in survey.sources)}"
    if survey.dialects:
        yield "kept as  " + "; ".join(
            name if folder == "." else f"{name} ({folder})" for folder, name in survey.dialects
        )
    held = [count(survey.entries, "entry", "entries"), *([count(survey.notes, "note")] if survey.notes else [])]
    yield f"holds    {', '.join(held)}{_days(survey)}"
    if survey.topics:
        shown = [f"{name} ({entries})" for name, entries in survey.topics[:_TOPICS]]
        more = len(survey.topics) - len(shown)
        yield f"topics   {', '.join(shown)}" + (f" and {more} more" if more else "")
    if survey.others:
        named = ", ".join(survey.others[:_OTHERS]) + (", …" if len(survey.others) > _OTHERS else "")
        yield f"not read {count(len(survey.others), 'text')} without a day: {named}"
    yield from tell_omissions(survey.left_out, whole=verbose)
    yield from _unsure(survey, verbose=verbose)


def _days(survey: Survey) -> str:
    if survey.first is None or survey.last is None:
        return ", none with a date" if survey.entries else ""
    span = f" from {survey.first} to {survey.last}" if survey.first != survey.last else f" of {survey.first}"
    return span + (f", {survey.undated} without a date" if survey.undated else "")


def _unsure(survey: Survey, *, verbose: bool) -> Iterator[str]:
    if survey.year is not None:
        how = "in which git last saw a change" if survey.year_known else "a guess"
        yield f"unsure   no date says the year: {survey.year} for the newest, {how}; site.yaml shows how to say it"
    if survey.undated:
        some = count(survey.undated, "entry was", "entries were")
        yield f"unsure   when {some} written: site.yaml shows how to date them"
    shown, rest = shorten([one for one in survey.unsure if one.code != "date-guessed-year"], whole=verbose)
    yield from (f"unsure   {one.location}: {one.message}" for one in shown)
    yield from rest
