"""The places of a heading's example in site.yaml, which the settings check and the reading fills in."""

from __future__ import annotations

from typing import Final

PLACES: Final = {
    "n": r"\d{1,4}(?:\s*[-–—,/&+]\s*\d{1,4})*",
    "r": r"\d{1,2}",
    "d": r"\d{1,2}(?:st|nd|rd|th)?(?:\s*[-–—,/&+]\s*\d{1,2}(?:st|nd|rd|th)?)*",
    "m": r"\d{1,2}|[^\W\d_]{3,14}\.?",
    "yyyy": r"\d{4}",
    "yy": r"\d{2}(?:\d{2})?",
    "weekday": r"[^\W\d_]{1,14}\.?",
    "title": r".*?",
    "emoji": r"\S+",
    "any": r".*?",
}
"""Number (or several: `45-50`), round, parts of the date, weekday, title, a sign, and whatever else stands there."""
PLACE: Final = r"\{[A-Za-z]+\}"
