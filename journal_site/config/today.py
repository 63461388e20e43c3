"""What day it is: the only place that asks the clock for a date."""

from __future__ import annotations

import datetime as dt
import os

from journal_site.errors import Diagnostic, Location, UsageError


def resolve_today(override: dt.date | None, timezone: str, day_ends: str = "00:00") -> dt.date:
    """Return `override`, else the day of SOURCE_DATE_EPOCH (in UTC), else now in `timezone`, else on the machine.

    Before `day_ends`, as clocks show it there, it is still the day before.

    Raises UsageError where SOURCE_DATE_EPOCH is not a number of seconds (reproducible-builds.org's specification).
    """
    if override is not None:
        return override
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        try:
            return dt.datetime.fromtimestamp(int(epoch), tz=dt.UTC).date()
        except (ValueError, OverflowError, OSError):
            raise UsageError(
                Diagnostic(
                    severity="error",
                    code="epoch-invalid",
                    message=f"SOURCE_DATE_EPOCH is {epoch!r}, not a number of seconds",
                    location=Location(path="environment"),
                    hint="unset it, or set it to seconds since 1970-01-01",
                )
            ) from None
    now = dt.datetime.now(dt.UTC)
    if not timezone:
        return _day_of(now, None, day_ends)
    from zoneinfo import ZoneInfo  # noqa: PLC0415 - only where a zone is named

    return _day_of(now, ZoneInfo(timezone), day_ends)


def _day_of(now: dt.datetime, zone: dt.tzinfo | None, day_ends: str) -> dt.date:
    """Return the day that a moment belongs to; one that has begun does not end again where clocks are put back."""
    date = now.astimezone(zone).date()
    begins = dt.datetime.combine(date, dt.time.fromisoformat(day_ends), tzinfo=zone)  # in None's case the machine's
    return date - dt.timedelta(days=now < begins.astimezone(dt.UTC))
