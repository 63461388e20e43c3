"""How dates are written is learned from dates, and given to others."""

import datetime as dt

import pytest

from journal_site.writing.date_style import learn_style, with_year, write_date

NEW = dt.date(2026, 1, 5)


def learned(*samples: tuple[str, str]) -> str | None:
    style = learn_style((text, dt.date.fromisoformat(date)) for text, date in samples)
    return write_date(style, NEW) if style else None


@pytest.mark.parametrize(
    ("written", "date", "expected"),
    [
        ("2025-12-31", "2025-12-31", "2026-01-05"),
        ("2025.12.31", "2025-12-31", "2026.01.05"),
        ("December 31, 2025", "2025-12-31", "January 5, 2026"),
        ("Dec 31 2025", "2025-12-31", "Jan 5 2026"),
        ("31 DEC 2025", "2025-12-31", "5 JAN 2026"),
        ("31st december", "2025-12-31", "5th january"),
        ("Wed, Dec 31", "2025-12-31", "Mon, Jan 5"),
        ("wednesday 31 december", "2025-12-31", "monday 5 january"),
        ("31. Dezember 2025", "2025-12-31", "5. Januar 2026"),
        ("Mittwoch, 31.12.2025", "2025-12-31", "Montag, 05.01.2026"),
        ("1er août 2025", "2025-08-01", "5 janvier 2026"),
        ("31 de diciembre de 2025", "2025-12-31", "5 de enero de 2026"),
        ("31 de dezembro", "2025-12-31", "5 de janeiro"),
        ("31 dicembre 2025", "2025-12-31", "5 gennaio 2026"),
        ("31 декабря 2025", "2025-12-31", "5 января 2026"),
        ("2025年12月31日", "2025-12-31", "2026年1月5日"),
        ("12月31日（水）", "2025-12-31", "1月5日（月）"),
        ("2025年12月31日 星期三", "2025-12-31", "2026年1月5日 星期一"),
        ("2025년 12월 31일 수요일", "2025-12-31", "2026년 1월 5일 월요일"),
        ("9월 14일", "2025-09-14", "1월 5일"),
        ("20251231", "2025-12-31", "20260105"),
        ("12/31/25", "2025-12-31", "01/05/26"),
        ("Sept 30", "2025-09-30", "Jan 5"),
    ],
)
def test_one_date_shows_its_form(written: str, date: str, expected: str) -> None:
    assert learned((written, date)) == expected


def test_several_dates_settle_what_one_leaves_open() -> None:
    assert learned(("03/03/2025", "2025-03-03"), ("04/03/2025", "2025-03-04")) == "05/01/2026"
    assert learned(("03/03/2025", "2025-03-03"), ("03/04/2025", "2025-03-04")) == "01/05/2026"
    assert learned(("12/31/25", "2025-12-31"), ("3/4/25", "2025-03-04")) == "1/5/26"
    assert learned(("May 4", "2025-05-04"), ("June 4", "2025-06-04")) == "January 5"
    assert learned(("May 4", "2025-05-04"), ("Jun 4", "2025-06-04")) == "Jan 5"
    assert learned(("3 maj 2025", "2025-05-03"), ("9 grudnia 2025", "2025-12-09")) == "5 stycznia 2026"


def test_a_slip_does_not_outvote_the_usual_form() -> None:
    usual = [(f"{day:02}.11.2025", f"2025-11-{day:02}") for day in range(1, 6)]
    assert learned(*usual, ("6th Novmber", "2025-11-06")) == "05.01.2026"


def test_text_that_says_more_than_one_date_has_no_form() -> None:
    assert learned(("24-26 May 2025", "2025-05-24")) is None
    assert learned(("no date at all", "2025-05-24")) is None
    assert learned(("13.13.2025", "2025-05-24")) is None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("31 December", "5 January 2026"),
        ("December 31", "January 5, 2026"),
        ("12月31日", "2026年1月5日"),
        ("12월 31일", "2026년 1월 5일"),
        ("31.12.2025", "05.01.2026"),
        ("31.12.", None),
    ],
)
def test_a_year_is_added_as_is_usual(written: str, expected: str | None) -> None:
    style = learn_style([(written, dt.date(2025, 12, 31))])
    assert style is not None
    full = with_year(style)
    assert (write_date(full, NEW) if full else None) == expected
