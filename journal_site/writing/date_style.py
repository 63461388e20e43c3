"""How a journal's author writes dates, learned from dates that they wrote: the same form is then given to another date.

Nothing is known of forms beforehand: a text is taken apart at what the date's own year, month, day and weekday account
for, and what is left over stands between them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import permutations
from typing import TYPE_CHECKING, NamedTuple

from journal_site.expressions import expression
from journal_site.languages.folding import bare, fold, in_digits, zero_of
from journal_site.reading.dates.calendars import ERA_YEARS
from journal_site.reading.dates.tokens import Token, tokenise
from journal_site.reading.dates.words import MONTH_NAMES, PARTICLES, WEEKDAY_NAMES, WEEKDAYS

if TYPE_CHECKING:
    import datetime as dt

_IDEOGRAPHIC = expression(
    r"(?:(?<=星期)|(?<=周)|(?<=週)|(?<=[(（]))[一二三四五六日]|[月火水木金土日](?=曜)|(?<=[(（])[月火水木金土日](?=[)）])|"
    r"[월화수목금토일](?=요일)|(?<=[(（])[월화수목금토일](?=[)）])"
)
_IDEOGRAPHS = ("一二三四五六日", "月火水木金土日", "월화수목금토일")
_ENGLISH = frozenset({"st", "nd", "rd", "th"})
_FRENCH = frozenset({"er", "re", "ère"})
_ROLES = ("day", "month", "short year")
_YEARS = frozenset({"year", "short year", "whole"})
NUMERIC = {"year": "%Y", "short year": "%y", "whole": "%Y%m%d", "short whole": "%y%m%d"}
"""Roles that are written in one way only."""
_MOST = 40
WHOLE = frozenset({"day", "month"})


class DatePiece(NamedTuple):
    """A part of a date's form: text that stays, or a role with what is peculiar to how it is written."""

    role: str
    text: str = ""
    """What stays; of a weekday in one sign, the seven signs; of a year, the name of its era."""
    zero: str = ""
    """Of the script in whose digits a number is written, where they are not the usual ones."""
    years: int = 0
    """What the author's calendar adds to our years."""
    width: int = 0
    """Digits, at least."""
    language: str = ""
    form: int = 0
    """Which of a month's or weekday's forms."""
    letters: int = 0
    """Of an abbreviation; 0 where the name is written in full."""
    case: str = ""


Style = tuple[DatePiece, ...]


def learn_style(samples: Iterable[tuple[str, dt.date]], said: frozenset[str] = WHOLE) -> Style | None:
    """Return the form in which most of the samples are written, the later the better; None where none has a form.

    `said` is what they say of their dates, besides the year.
    """
    known = [(text.strip(), date) for text, date in samples][-_MOST:]
    languages = _languages(text for text, _ in known)
    latest = {style: at for at, (text, date) in enumerate(known) for style in _styles(text, date, languages, said)}
    votes = {style: sum(write_date(style, date) == text for text, date in known) for style in latest}
    best = max(latest, key=lambda style: (votes[style], latest[style]), default=None)
    return best if best and votes[best] else None


def with_year(style: Style) -> Style | None:
    """Return a form that says month and day with the year added as is usual in it; None where nothing is usual."""
    roles = [piece.role for piece in style]
    if _YEARS & set(roles):
        return style
    if "month name" in roles:
        joint = " " if roles.index("day") < roles.index("month name") else ", "
        return (*style, DatePiece("text", text=joint), DatePiece("year"))
    sign = next((piece.text[:1] for piece in style if piece.role == "text" and piece.text[:1] in {"月", "월"}), "")
    if not sign:
        return None
    at = roles.index("month")
    return (*style[:at], DatePiece("year"), DatePiece("text", text="年" if sign == "月" else "년 "), *style[at:])


def write_date(style: Style, date: dt.date) -> str:
    """Return the date in this form."""
    return "".join(_write(piece, date) for piece in style)


def _write(piece: DatePiece, date: dt.date) -> str:
    return in_digits(_written(piece, date), piece.zero)


def _written(piece: DatePiece, date: dt.date) -> str:  # noqa: PLR0911 - a table
    if piece.role == "year":
        return f"{piece.text}{date.year + piece.years}"
    if piece.role in NUMERIC:
        return f"{date:{NUMERIC[piece.role]}}"
    match piece.role:
        case "month":
            return f"{date.month:0{piece.width}d}"
        case "day":
            return f"{date.day:0{piece.width}d}"
        case "ordinal":
            return _ordinal(piece, date.day)
        case "sign":
            return piece.text[date.weekday()]
        case "month name":
            return _name(piece, MONTH_NAMES[piece.language][date.month - 1])
        case "weekday":
            return _name(piece, WEEKDAY_NAMES[piece.language][date.weekday()])
        case _:
            return piece.text


def english_ordinal(number: int) -> str:
    """Return what an English ordinal ends in."""
    return "th" if 11 <= number % 100 <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")  # noqa: PLR2004


def _ordinal(piece: DatePiece, day: int) -> str:
    if piece.text == "er":
        return "er" if day == 1 else ""
    ending = english_ordinal(day)
    return ending.upper() if piece.case == "upper" else ending


def _name(piece: DatePiece, forms: Sequence[str]) -> str:
    name = forms[min(piece.form, len(forms) - 1)]
    if piece.letters:
        name = _shortened(name, piece.letters)
    if piece.case == "upper":
        return name.upper()
    return name[:1].upper() + name[1:] if piece.case == "title" else name


def _shortened(name: str, letters: int) -> str:
    """Return a name's abbreviation: in four letters only where that is usual (Sept, juil), else in three."""
    if letters == 4 and name[:4] not in {"sept", "juil", "juin", "août", "thur"}:  # noqa: PLR2004
        return name if len(name) <= 4 else name[:3]  # noqa: PLR2004
    return name[:letters]


def _languages(texts: Iterable[str]) -> list[str]:
    """Return the languages, those first whose names of months and weekdays occur most often."""
    seen = Counter(token.text for text in texts for token in tokenise(text) if token.kind == "w")
    score = {
        code: sum(
            seen[fold(form)] for forms in (*MONTH_NAMES.get(code, ()), *WEEKDAY_NAMES.get(code, ())) for form in forms
        )
        + sum(seen[word] for word in particles)
        for code, particles in PARTICLES.items()
    }
    return sorted(score, key=lambda code: -score[code])


def _styles(text: str, date: dt.date, languages: Sequence[str], said: frozenset[str]) -> list[Style]:
    """Return every form in which the text may say the date; none where it says anything else."""
    tokens = tokenise(text)
    fixed: dict[int, DatePiece] = {}
    for at, token in enumerate(tokens):
        if piece := _piece_of(text, token, date, languages):
            fixed[at] = piece
        elif at and _is_ordinal(tokens[at - 1], token):
            fixed[at] = DatePiece("ordinal", text=_ending(token), case=_case(text[token.start : token.end]))
    open_ = [at for at, token in enumerate(tokens) if token.kind == "n" and at not in fixed]
    if any(len(tokens[at].text) > 2 for at in open_) or len(open_) > len(_ROLES):  # noqa: PLR2004
        return []
    found = []
    for roles in permutations(_ROLES, len(open_)):
        if _is_whole(roles, fixed, said) and all(
            _value(role, date) == tokens[at].number for at, role in zip(open_, roles, strict=True)
        ):
            pieces = fixed | {at: _number(text, tokens[at], role) for at, role in zip(open_, roles, strict=True)}
            found += [_assembled(text, tokens, pieces, width) for width in _widths(text, pieces)]
    return list(dict.fromkeys(found))


def _piece_of(text: str, token: Token, date: dt.date, languages: Sequence[str]) -> DatePiece | None:
    """Return what a token says of the date on its own: the year, the whole, the name of month or weekday."""
    written = text[token.start : token.end]
    if token.kind == "n":
        if len(token.text) == 4 and token.number == date.year:  # noqa: PLR2004
            return _year(written, date)
        return DatePiece("whole") if written == f"{date:%Y%m%d}" else None
    if match := _IDEOGRAPHIC.match(text, token.start):
        return _sign(match[0], date)
    return _name_piece(token, written, date, languages) if token.kind == "w" else None


def _name_piece(token: Token, written: str, date: dt.date, languages: Sequence[str]) -> DatePiece | None:
    """Return the name of the month or the weekday that a word is."""
    months = {code: MONTH_NAMES[code][date.month - 1] for code in languages if code in MONTH_NAMES}
    if month := _named("month name", token, written, months):
        return month
    if len(token.text) == 1 or token.text not in WEEKDAYS:
        return None  # a weekday's single sign is a month's, a day's or a year's beside a number
    weekdays = {code: WEEKDAY_NAMES[code][date.weekday()] for code in languages if code in WEEKDAY_NAMES}
    return _named("weekday", token, written, weekdays)


def _sign(written: str, date: dt.date) -> DatePiece | None:
    """Return the one sign that names the weekday; what follows it in its token stays."""
    row = next((row for row in _IDEOGRAPHS if written == row[date.weekday()]), None)
    return DatePiece("sign", text=row) if row else None


def _named(role: str, token: Token, written: str, names: Mapping[str, Sequence[str]]) -> DatePiece | None:
    """Return the name that a token is, of those that the month or weekday has in each language."""
    best: DatePiece | None = None
    for code, forms in names.items():
        for form, name in enumerate(forms):
            folded = fold(name)
            if token.text in {folded, bare(folded)}:
                return DatePiece(role, language=code, form=form, case=_case(written))
            if best is None and len(token.text) in {3, 4} and folded.startswith(token.text):
                best = DatePiece(role, language=code, form=form, letters=len(token.text), case=_case(written))
    return best


def _case(written: str) -> str:
    if written.isupper():
        return "upper"
    return "title" if written[:1].isupper() else ""


def _is_ordinal(before: Token, token: Token) -> bool:
    return before.kind == "n" and before.end == token.start and token.text in _ENGLISH | _FRENCH


def _ending(token: Token) -> str:
    return "er" if token.text in _FRENCH else ""


def _is_whole(roles: Sequence[str], fixed: dict[int, DatePiece], said: frozenset[str]) -> bool:
    """Tell whether nothing is said twice, nothing but the year is missing, and nothing else is said."""
    found = [*roles, *(piece.role.removesuffix(" name") for piece in fixed.values())]
    if "whole" in found:
        return not roles and said == WHOLE
    years = found.count("year") + found.count("short year")
    return all(found.count(role) == (role in said) for role in WHOLE) and years <= 1


def _value(role: str, date: dt.date) -> int:
    return {"day": date.day, "month": date.month, "short year": date.year % 100}[role]


def _widths(text: str, pieces: dict[int, DatePiece]) -> tuple[int, ...]:
    """Return how wide numbers may be that do not show it, the likelier first: beside one that begins with 0, two."""
    if any(piece.width for piece in pieces.values()):
        return (2,)
    named = "月" in text or "월" in text or any(piece.role == "month name" for piece in pieces.values())
    return (1, 2) if named else (2, 1)


def _year(written: str, date: dt.date) -> DatePiece:
    """Return the year as its author counts it: `2567` in Thailand, `令和6` in Japan."""
    era = next((name for name in ERA_YEARS if written.startswith(name)), "")
    number = written.removeprefix(era)
    if not number.isdecimal():
        return DatePiece("year")
    return DatePiece("year", text=era, zero=zero_of(number), years=int(number) - date.year)


def _number(text: str, token: Token, role: str) -> DatePiece:
    zero = zero_of(text[token.start : token.end])
    return DatePiece(role, zero=zero, width=2 if token.text.startswith("0") else 0)


def _assembled(text: str, tokens: Sequence[Token], pieces: dict[int, DatePiece], width: int) -> Style:
    """Return the form; numbers that do not show how wide they are written get `width`."""
    parts: list[DatePiece] = []
    at = 0
    for place, piece in sorted(pieces.items()):
        token = tokens[place]
        if token.start > at:
            parts.append(DatePiece("text", text=text[at : token.start]))
        parts.append(piece if piece.width or piece.role not in {"day", "month"} else piece._replace(width=width))
        at = token.start + 1 if piece.role == "sign" else token.end  # 요일 stays
    if at < len(text):
        parts.append(DatePiece("text", text=text[at:]))
    return tuple(parts)
