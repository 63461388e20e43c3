"""The front matter of imported entries: what a log or a name told is written out, and what its author wrote is kept."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from journal_site.importing import yaml_text
from journal_site.model.entry import Entry
from journal_site.model.outline import FrontMatter, Slice

_END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_PLAIN_YAML = re.compile(r"\s*---[ \t]*\n(?:(?:[ \t]*(?:#[^\n]*)?)\n)*[\w\"'?]")
"""YAML whose keys begin their lines, so that others can be added below them."""
_VALUES = {
    "round": "round", "minutes": "minutes", "updated": "updated",
    "publishDate": "publish_from", "expiryDate": "publish_until",
}  # fmt: skip
_INNER_KEY = re.compile(r"[^\W\d][\w-]*")
_ORDER = (
    "title", "date", "day", "round", "kind", "tags", "draft", "slug", "aliases", "description", "updated", "image",
    "minutes", "rest",
)  # fmt: skip


def entry_lines(entry: Entry, *, title: bool, tags: Sequence[str]) -> dict[str, str]:
    """Return what an entry says of itself, as YAML by its key."""
    lines: dict[str, str] = {}
    if title and entry.title:
        lines["title"] = yaml_text.scalar(entry.title)
    if entry.dates:
        lines["date"] = yaml_text.dates(entry.dates)
    if entry.days:
        lines["day"] = yaml_text.days(entry.days)
    if entry.round is not None:
        lines["round"] = str(entry.round)
    if entry.kind != "entry":
        lines["kind"] = entry.kind
    if tags:
        lines["tags"] = yaml_text.texts(tags)
    return lines


def visibility_lines(part: Slice) -> dict[str, str]:
    """Return what keeps an entry at home that its own front matter does not say: its log's, its folder."""
    lines = {"draft": "true"} if part.withheld else {}
    if part.publish_from:
        lines["publishDate"] = part.publish_from.isoformat()
    if part.publish_until:
        lines["expiryDate"] = part.publish_until.isoformat()
    return lines


def front_of(lines: Mapping[str, str]) -> str:
    """Return front matter."""
    return "".join(["---\n", *[f"{key}: {value}\n" for key, value in lines.items()], "---\n"]) if lines else ""


def known_keys(front: FrontMatter) -> set[str]:
    """Return the keys that front matter sets."""
    said = {name for name in ("title", "date", "day", "round", "tags", "slug") if getattr(front, name)}
    said |= {"draft"} if front.draft else set()
    return said | ({"day"} if front.day is not None else set()) | ({"kind"} if front.kind != "entry" else set())


def with_lines(raw: str, front: FrontMatter, lines: Mapping[str, str]) -> str:
    """Return front matter with what it lacks: YAML keeps its own lines as they are, other kinds become YAML."""
    missing = {key: value for key, value in lines.items() if key not in known_keys(front)}
    if not raw:
        return front_of(missing)
    if _PLAIN_YAML.match(raw):
        return _added(raw, missing)
    return front_of(_ordered({**_own_lines(front), **missing}))


def _added(raw: str, lines: Mapping[str, str]) -> str:
    ends = list(_END.finditer(raw))
    if len(ends) < 2 or not lines:  # noqa: PLR2004 - the first opens, the last closes
        return raw
    at = ends[-1].start()
    return raw[:at] + "".join(f"{key}: {value}\n" for key, value in lines.items()) + raw[at:]


def _own_lines(front: FrontMatter) -> dict[str, str]:
    """Return all that front matter says, as YAML by its key."""
    lines: dict[str, str] = {}
    for key in ("title", "slug", "description", "image"):
        if value := getattr(front, key):
            lines[key] = yaml_text.scalar(value)
    for key, name in _VALUES.items():
        if (value := getattr(front, name)) is not None:
            lines[key] = str(value)
    dates = front.dates or ((front.date,) if front.date else ())
    days = front.days or ((front.day,) if front.day is not None else ())
    if dates:
        lines["date"] = yaml_text.dates(dates)
    if front.end_date and not front.dates:
        lines["end_date"] = front.end_date.isoformat()
    if days:
        lines["day"] = yaml_text.days(days)
    lines.update({key: yaml_text.texts(value) for key in ("tags", "aliases") if (value := getattr(front, key))})
    lines.update({key: "true" for key in ("draft", "rest") if getattr(front, key)})
    if front.kind != "entry":
        lines["kind"] = front.kind
    extra = {key: value for key, value in front.extra.items() if _INNER_KEY.fullmatch(key)}
    return {**lines, **{key: yaml_text.plain(value) for key, value in extra.items()}}


def _ordered(lines: Mapping[str, str]) -> dict[str, str]:
    known = {key: lines[key] for key in _ORDER if key in lines}
    return {**known, **{key: value for key, value in lines.items() if key not in known}}
