"""What a value of front matter may be: texts, tags, dates, days, minutes, slugs. Misfits are raised, and told above."""

from __future__ import annotations

import datetime as dt
import re
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from journal_site.config.nodes import Items, Node, Scalar, Table, describe, looks_numeric
from journal_site.config.scalars import NOTHING, to_bool, to_date, to_int
from journal_site.expressions import expression
from journal_site.model.fields import Field, FieldKind
from journal_site.reading.contents.addresses import file_itself
from journal_site.reading.front_matter.placeholders import is_placeholder
from journal_site.slugs import is_too_long, name_slug, short_part

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_DAYS: Final = expression(r"(?:day\s*)?#?\s*([0-9]{1,5})(?:\s*(?:/|of)\s*[0-9]{1,5})?", re.IGNORECASE)
_DAY_RANGE: Final = expression(r"(?:days?\s*)?#?([0-9]{1,5})\s*(?:[-\u2013\u2014]|to)\s*#?([0-9]{1,5})", re.IGNORECASE)
_DATE_RANGE: Final = expression(r"([0-9]{4}\S{4,6})\s*(?:[/~\u2013\u2014]|to|\s-\s|\.\.\.?|→)\s*([0-9]{4}\S{4,6})")
_LONGEST_RANGE: Final = 400
_MONTHS: Final = 12
_MINUTES: Final = expression(
    r"(?:([0-9]{1,3}(?:[.,][0-9]{1,2})?)\s*h(?:ours?|rs?)?)?\s*(?:([0-9]{1,5})\s*(?:m|min|mins|minutes?)?)?",
    re.IGNORECASE,
)
_ADDRESS_PART: Final = expression(r"[\w~][\w.~-]*")
_LINKED_TAG: Final = expression(r"#?\[\[[^\[\]]{1,200}\]\]|#?[^\s\[\]]+")
_IMAGE_KEYS: Final = ("path", "image", "src", "url", "feature", "relative")


Reader: TypeAlias = "Callable[[Node], object]"
_PLACEHOLDER: Final = "a template's placeholder"


class MisfitError(ValueError):
    """The value is of another type, or holds something of another type: then what is `kept` of it still counts."""

    def __init__(self, hint: str = "", why: str = "", *, node: Node | None = None, kept: tuple[Any, ...] = ()) -> None:
        super().__init__(why)
        self.hint = hint
        self.why = why
        self.node = node
        """The part that does not fit, where the rest of the value does."""
        self.kept = kept


def as_text(node: Node) -> str:
    """Return a text on one line."""
    if type(node) is not Scalar:
        raise MisfitError
    value = node.value
    if is_placeholder(value):
        raise MisfitError(why=_PLACEHOLDER)
    return value if "\n" not in value and "  " not in value and value == value.strip() else " ".join(value.split())


def as_texts(node: Node) -> tuple[str, ...]:
    """Return a list of texts; one text is taken apart at its commas."""
    if isinstance(node, Table):
        raise MisfitError
    if isinstance(node, Scalar):
        return tuple(dict.fromkeys(part for part in map(str.strip, as_text(node).split(",")) if part))
    return _gathered(node, lambda item: (_item(item),))


def as_tags(node: Node) -> tuple[str, ...]:
    """Return tags from a list, also one of lists (Hexo's nested categories), a text with commas, or `#one #two`.

    They are without `#` and `[[ ]]`.
    """
    if type(node) is Items:
        try:
            tags = [_tag(_item(item)) for item in node.nodes]
        except MisfitError:
            return _gathered(node, lambda item: (_tag(_item(item)),))
    elif type(node) is Scalar:
        tags = [_tag(tag) for tag in _split_tags(as_text(node))]
    else:
        raise MisfitError
    return tuple(dict.fromkeys(tag for tag in tags if tag))


def _gathered(items: Items, read: Callable[[Node], tuple[Any, ...]]) -> tuple[Any, ...]:
    """Return what the items of a list and of lists in it are read as, each once; the first misfit is told."""
    found: dict[Any, None] = {}
    misfit: tuple[Node, MisfitError] | None = None
    for item in _flat(items):
        try:
            found.update(dict.fromkeys(read(item)))
        except MisfitError as error:
            misfit = misfit or (item, error)
    found.pop("", None)
    if misfit is not None:
        node, first = misfit
        raise MisfitError(first.hint, first.why or describe(node), node=node, kept=tuple(found))
    return tuple(found)


def _flat(items: Items) -> Iterator[Node]:
    for item in items.nodes:
        if isinstance(item, Items):
            yield from _flat(item)
        else:
            yield item


def _item(node: Node) -> str:
    if type(node) is Scalar:
        return "" if not node.quoted and node.value in NOTHING else as_text(node)
    if isinstance(node, Table) and node.raw:
        return node.raw
    raise MisfitError


def _tag(written: str) -> str:
    return written.strip() if written.isalnum() else _bare_tag(written)


def _split_tags(text: str) -> list[str]:
    for sign in ",;":
        if sign in text:
            return text.split(sign)
    words = text.split()
    if len(words) > 1 and all(word.startswith("#") for word in words) and "[[" not in text:
        return words
    return _LINKED_TAG.findall(text) if "[[" in text else [text]


def _bare_tag(tag: str) -> str:
    tag = tag.strip()
    if tag.startswith("#") and len(tag) > 1:
        tag = tag[1:]
    if tag.startswith("[[") and tag.endswith("]]"):
        tag = tag[2:-2]
    return tag.strip()


def as_dates(node: Node) -> tuple[dt.date, ...]:
    """Return one date, all of a range, or a list of them, in order."""
    if isinstance(node, Items):
        return _in_order(node, as_dates)
    if not isinstance(node, Scalar):
        raise MisfitError
    text = node.value.strip().removeprefix("[[").removesuffix("]]")
    date = to_date(text)
    if date:
        return (date,)
    match = _DATE_RANGE.fullmatch(text)
    first, last = (to_date(match[1]), to_date(match[2])) if match else (None, None)
    if first and last and 0 <= (last - first).days <= _LONGEST_RANGE:
        return tuple(first.fromordinal(day) for day in range(first.toordinal(), last.toordinal() + 1))
    return _spoken_dates(text)


_TIME = expression(r"\d[T ]\s*(\d{1,2}:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?$", re.IGNORECASE)


def time_of(text: str) -> str:
    """Return the time behind a date, as in ISO 8601 (`2026-10-01 8:00 +0200` has 08:00+02:00), or nothing."""
    match = _TIME.search(text.strip())
    if match is None:
        return ""
    try:
        hours, _, rest = match[1].partition(":")
        return dt.time.fromisoformat(f"{hours:0>2}:{rest}{match[2] or ''}".upper()).isoformat()
    except ValueError:
        return ""


def _in_order(items: Items, read: Callable[[Node], tuple[Any, ...]]) -> tuple[Any, ...]:
    try:
        return tuple(sorted(_gathered(items, read)))
    except MisfitError as misfit:
        misfit.kept = tuple(sorted(misfit.kept))
        raise


def _spoken_dates(text: str) -> tuple[dt.date, ...]:
    """Return the date that is written with a month's name or a weekday, in any language that headings may have."""
    from journal_site.reading.dates.expressions import find_dates  # noqa: PLC0415 - most dates never need the grammar
    from journal_site.reading.dates.tokens import clean_line, mask, tokenise  # noqa: PLC0415

    found = find_dates(tokenise(mask(clean_line(text[:100]))))
    if len(found) != 1 or len(found[0].spans) != 1 or found[0].weak:
        raise MisfitError
    first, last = found[0].spans[0]
    if first != last or first.year is None or (first.raw is not None and first.raw[0] == first.raw[-1]):
        raise MisfitError
    month, day = (first.month, first.day) if first.raw is None else _ordered(*first.raw[:2], sign=first.sign)
    date = to_date(f"{first.year:04d}-{month:02d}-{day:02d}")
    if date is None:
        raise MisfitError
    return (date,)


def _ordered(one: int, other: int, *, sign: str) -> tuple[int, int]:
    """Return month and day of two numbers that can stand in one order only: `31/01`, `01/31`, `3.4.`."""
    if sign == "." or one > _MONTHS or one == other:
        return other, one
    if other > _MONTHS:
        return one, other
    raise MisfitError("write the year first: 2026-01-31")


def as_days(node: Node) -> tuple[int, ...]:
    """Return one day's number, all of a range (`45-50`), or a list of them, in order."""
    if isinstance(node, Items):
        return _in_order(node, as_days)
    text = as_text(node)
    number = to_int(text)
    if number is not None and number >= 0:
        return (number,)
    match = _DAY_RANGE.fullmatch(text)
    if match and 0 <= int(match[2]) - int(match[1]) <= _LONGEST_RANGE:
        return tuple(range(int(match[1]), int(match[2]) + 1))
    match = _DAYS.fullmatch(text)
    if not match:
        raise MisfitError
    return (int(match[1]),)


def as_minutes(node: Node) -> int:
    """Return minutes from `90`, `90 min`, `1h 30m` or `1.5 h`."""
    match = _MINUTES.fullmatch(as_text(node))
    if not match or not (match[1] or match[2]):
        raise MisfitError
    return round(float((match[1] or "0").replace(",", ".")) * 60) + int(match[2] or 0)


def as_bool(node: Node) -> bool:
    """Return yes or no."""
    answer = to_bool(as_text(node))
    if answer is None:
        raise MisfitError
    return answer


def as_number(node: Node, key: str) -> int:
    """Return a whole number from 0 on, also one that its key or the key's first letter stands before: `R2`."""
    match = re.fullmatch(rf"(?:{key[0]}|{key})?\s*([0-9]{{1,9}})", as_text(node), re.IGNORECASE)
    if not match:
        raise MisfitError
    return int(match[1])


def as_choice(node: Node, choices: tuple[str, ...]) -> str:
    """Return the word that is meant, in whatever letters it is written."""
    word = as_text(node).casefold()
    if word not in choices:
        raise MisfitError
    return word


def as_slug(node: Node) -> str:
    """Return the page's address below `entries/`: what can stand in one is kept as written, all else slugged."""
    text = as_text(node)
    path = re.sub(r"(?:^|/)index\.html?$|\.html?$", "", text).strip("/")
    parts = [part for part in path.split("/") if part]
    if not parts or any(part in {".", ".."} for part in parts):
        raise MisfitError(why=f"{text!r}, which is no address")
    if ":" in text or "{" in text:
        raise MisfitError("write the address itself, without placeholders", why=f"{text!r}")
    if is_too_long([short_part(part) for part in parts]):
        raise MisfitError("shorten it", why=f"an address of {len(text):,} signs, which no disk takes")
    return "/".join(part if _ADDRESS_PART.fullmatch(part) else name_slug(part) for part in parts)


def as_path(node: Node) -> str:
    """Return an image's path or address, also where it stands in a list or table of its own."""
    if isinstance(node, Items) and node.nodes:
        return as_path(node.nodes[0])
    if isinstance(node, Table):
        inner = {key.value: value for key, value in node.pairs}
        if inner.keys().isdisjoint(_IMAGE_KEYS):
            raise MisfitError
        return next((as_text(inner[name]) for name in _IMAGE_KEYS if isinstance(inner.get(name), Scalar)), "")
    text = as_text(node)
    if "[[" in text:
        return text.removeprefix("![[").removeprefix("[[").removesuffix("]]").partition("|")[0]
    return file_itself(text) or text


def as_plain(node: Node) -> Any:  # noqa: ANN401 - whatever the author keeps for their templates
    """Return a value for templates: texts, numbers, yes and no, nothing, lists and tables."""
    if isinstance(node, Items):
        return [as_plain(item) for item in node.nodes]
    if isinstance(node, Table):
        return {key.value: as_plain(value) for key, value in node.pairs}
    if node.quoted:
        return node.value
    if node.value in NOTHING:
        return None
    if looks_numeric(node.value):
        number = to_int(node.value)
        return number if number is not None else _decimal(node.value)
    answer = to_bool(node.value) if node.value.lower() in {"true", "false", "yes", "no"} else None
    return node.value if answer is None else answer


def _decimal(text: str) -> float | str:
    return float(text) if re.fullmatch(r"[+-]?[0-9]{1,15}\.[0-9]{1,15}", text) else text


_READERS: Final[dict[FieldKind, Reader | None]] = {
    "text": as_text,
    "texts": as_texts,
    "tags": as_tags,
    "dates": as_dates,
    "days": as_days,
    "minutes": as_minutes,
    "yes-no": as_bool,
    "path": as_path,
    "slug": as_slug,
    "visibility": None,
    "publication": None,
}
"""What the values of each kind are read by; None where all that they say is who may see the text, and when."""


def reader_of(field: Field) -> Reader | None:
    """Return what a field's values are read by, which raises MisfitError, or ImpossibleDateError."""
    if field.kind == "number":
        return partial(as_number, key=field.key)
    if field.kind == "choice":
        return partial(as_choice, choices=field.choices)
    return _READERS[field.kind]
