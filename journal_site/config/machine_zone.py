"""The machine's time zone, for the settings that a new journal begins with."""

from __future__ import annotations

from typing import Final

from journal_site.config.checks import UnfitError, timezone

_EXAMPLE: Final = "Europe/Berlin"


def machine_zone() -> str:
    """Return the name of the machine's time zone, such as `Europe/Berlin`; nothing where it has none that we know."""
    from tzlocal import get_localzone_name  # noqa: PLC0415 - only a new journal asks

    try:
        return timezone(get_localzone_name() or "")
    except (UnfitError, LookupError, OSError, ValueError):  # a broken TZ or /etc/localtime
        return ""


def zone_line(zone: str) -> str:
    """Return the line of site.yaml that says a zone; where none is known, an example as a comment."""
    said = f"timezone: {zone or _EXAMPLE} # says what day it is, wherever the site is built"
    return said if zone else f"# {said}"
