"""Day N of M."""

from __future__ import annotations

import datetime as dt

from journal_site.config import SiteConfig
from journal_site.config.settings import ChallengeSettings
from journal_site.model.index import Challenge
from journal_site.model.outline import Outline
from tests.unit.index.small_entries import day, entry, index, log

HINT = Outline(
    slices=(), goals=("Learn NLP", "Read"), start=day("2024-03-01"), challenge_days=100, challenge_name="100DaysOfNLP"
)


def challenge(
    *entries: object, config: ChallengeSettings | None = None, outlines: tuple[Outline, ...] = ()
) -> Challenge | None:
    return index(
        entries,  # type: ignore[arg-type]
        config=SiteConfig(title="A journal", challenge=config),
        outlines=[("README.md", outline) for outline in outlines],
    ).challenge


def test_there_is_none_where_nobody_names_one() -> None:
    assert challenge(*log("README.md", 1), outlines=(Outline(slices=()),)) is None


def test_the_introduction_tells_it() -> None:
    assert challenge(*log("README.md", 1, 2, 4), outlines=(Outline(slices=()), HINT)) == Challenge(
        name="100DaysOfNLP", days=100, start=day("2024-03-01"), done=3, calendar=10, goals=("Learn NLP", "Read")
    )


def test_what_site_yaml_says_comes_first_and_the_log_fills_the_rest() -> None:
    found = challenge(config=ChallengeSettings(days=30, goals=("Build",)), outlines=(HINT,))
    assert found is not None
    assert (found.name, found.days, found.goals, found.calendar) == ("100DaysOfNLP", 30, ("Build",), 10)


def test_the_journals_title_names_a_challenge_without_a_name() -> None:
    found = challenge(config=ChallengeSettings(days=30))
    assert found is not None
    assert (found.name, found.start, found.calendar) == ("A journal", None, None)


def test_distinct_days_of_the_current_round_are_done() -> None:
    entries = [
        entry("1.md", days=(1, 2), round=1, dates=("2024-01-01",)),
        entry("2.md", days=(1,), round=2, dates=("2024-02-01",)),
        entry("3.md", days=(2, 3), dates=("2024-02-02",)),
        entry("4.md", days=(3,), round=2, dates=("2024-02-03",)),
        entry("5.md", days=(4,), round=2, rest=True, dates=("2024-02-04",)),
    ]
    found = challenge(*entries, config=ChallengeSettings(days=100))
    assert found is not None
    assert found.done == 3


def test_day_zero_is_what_comes_before() -> None:
    found = challenge(*log("README.md", 0, 1), config=ChallengeSettings(days=100))
    assert found is not None
    assert found.done == 1


def test_without_numbers_the_dates_count_from_the_start() -> None:
    entries = [entry("a.md", dates=("2024-03-01", "2024-03-02")), entry("b.md", dates=("2024-02-01",))]
    found = challenge(*entries, config=ChallengeSettings(days=100, start=dt.date(2024, 3, 1)))
    assert found is not None
    assert found.done == 2


def test_before_its_start_the_calendar_has_no_day() -> None:
    found = challenge(config=ChallengeSettings(start=dt.date(2024, 3, 11)))
    assert found is not None
    assert found.calendar is None
