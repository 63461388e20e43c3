"""A streak that is over on the reader's day is not shown: the script's clock says what the builder's would."""

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser

from journal_site.config.today import _day_of

SCRIPT = Path(__file__).parents[2] / "static" / "streak.js"
UNTIL = dt.date(2024, 3, 31)
"""The day on which Berlin puts its clocks forward."""
MOMENTS = [
    dt.datetime(2024, 3, 30, tzinfo=dt.UTC) + dt.timedelta(minutes=minutes) for minutes in range(14, 3 * 1440, 97)
]


@pytest.mark.parametrize("zone", ["Europe/Berlin", "America/New_York", "Pacific/Auckland"])
def test_it_stands_as_long_as_it_does_where_the_reader_is(chromium: Browser, zone: str) -> None:
    context = chromium.new_context(timezone_id=zone)
    page = context.new_page()
    shown, wanted = {}, {}
    for day_ends in ("00:00", "04:00"):
        for now in MOMENTS:
            page.set_content(f'<p class="figure streak" data-until="{UNTIL}" data-day-ends="{day_ends}">5</p>')
            page.clock.set_fixed_time(now)
            page.evaluate(SCRIPT.read_text(encoding="utf-8"))
            shown[day_ends, now] = page.locator("p").is_visible()
            wanted[day_ends, now] = _day_of(now, ZoneInfo(zone), day_ends) <= UNTIL
    context.close()
    assert shown == wanted
    assert set(wanted.values()) == {True, False}


def test_one_that_nothing_ends_is_always_shown(chromium: Browser) -> None:
    page = chromium.new_page()
    page.set_content('<p class="figure streak" data-until="" data-day-ends="04:00">5</p>')
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    assert page.locator("p").is_visible()
    page.close()
