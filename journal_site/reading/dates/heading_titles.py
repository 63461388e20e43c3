"""What a heading says besides its day and date, cleared of the signs that joined them."""

from __future__ import annotations

import re

from journal_site.expressions import expression
from journal_site.languages.folding import MARKS, fold
from journal_site.reading.dates.words import DATE_LABELS, EXAMPLE_WORDS, FILLER_WORDS, OF_WORDS, SKIP_WORDS, WEEKDAYS

_LEADING_EDGE = " \t:：-–—―|,;·•/+=>。、，؛\\"
CLOSING_EDGE = _LEADING_EDGE + ".#"
_OPENING_EDGE = expression(r"(\[|^\*{1,3}|^_{1,3})[\s:：|,;–—-]+(?=\S)")
_EMPTIED_LINK = expression(r"\[[\s\x00:,.|*_-]*\](?:(\(#[^()]*\))|[(\[])")
"""A link that is left without a text; one that leads to a heading of the same page may go."""
_EMPTY_PAIR = expression(
    r"`\s*`|<(b|strong|i|em|u|span|font|center|a)\b[^<>]*>\s*</\1\s*>|\(\s*\)|（\s*）|(?<!\])\[\s*\](?![(\[])|\{\s*\}|\*\*\s*\*\*|__\s*__|【\s*】|「\s*」"
)
_EMPHASIS = expression(r"^(\*\*\*|___|\*\*|__|\*|_|~~|`)(?=\S)(.+?)(?<=\S)\1$", re.DOTALL)
_MARKUP = expression(r":[a-z_][a-z0-9_+-]*:|<[^<>]*>|&[#\w]+;")
_CHALLENGE = expression(r"#?\d{2,4}[ _-]?days?[ _-]?of[ _-]?\w+(?:\s(?:ml\s)?code)?!?", re.IGNORECASE)
_ATTRIBUTES = expression(r"(?<!\s)\s*\{[#:.][^{}]*\}\s*$")
_EMOJI_START = expression(r":[a-z_][a-z0-9_+-]*:")
_EMOJI_END = expression(r":[a-z_][a-z0-9_+-]*:$")
_WORD = expression(rf"(?:[^\W_]+[{MARKS}]*)+")
_MARKS = expression(r"<[^<>]*>|[\[*_`~]")
SMALL_WORDS = FILLER_WORDS | DATE_LABELS | OF_WORDS


def read_title(text: str, spans: list[tuple[int, int]], *, leads: bool) -> str:
    """Return the text without the spans, and without the signs and emoji that lead to them."""
    kept, at = [], 0
    for start, end in sorted(spans):
        if start >= at:
            kept.append(text[at:start])
        at = max(at, end)
    kept.append(text[at:])
    if match := _EMPTIED_LINK.search("\x00".join(kept)):
        if not match[1]:
            return _tidy(text)  # the day is the whole text of a link, which must stay
        kept = [_EMPTIED_LINK.sub(" ", "\x00".join(kept)).replace("\x00", " ")]
    if leads and set(words_of(kept[0])) <= SMALL_WORDS:
        kept[0] = "".join(_MARKS.findall(kept[0]))
    title = _tidy(" ".join(kept))
    return "" if _says_nothing(title) and "](" not in title else title


def _says_nothing(title: str) -> bool:
    """Tell whether a title is no more than small words, a weekday, an enumerator before them, or the challenge."""
    words = words_of(title)
    told = [word for word in words if not word.isdigit()]
    if not told:
        return not words
    return all(word in SMALL_WORDS or word in WEEKDAYS for word in told) or bool(_CHALLENGE.fullmatch(title))


def _tidy(text: str) -> str:
    """Return a title without what its day and date left at its edges: empty pairs, lone signs, emphasis."""
    text = " ".join(_ATTRIBUTES.sub("", text).replace("&nbsp;", " ").split())
    before = ""
    while before != text:
        before = text
        text = _EMPTY_PAIR.sub(" ", _OPENING_EDGE.sub(r"\1", _EMPTY_PAIR.sub(" ", text))).strip()
        if not _EMOJI_START.match(text):
            text = re.sub(r"^\.(?=\s)", "", text.lstrip(_LEADING_EDGE))
        if not _EMOJI_END.search(text):
            text = text.rstrip(CLOSING_EDGE)
        text = _unwrapped(text)
    return text if "](" in text or words_of(text) else ""


def _unwrapped(text: str) -> str:
    if (match := _EMPHASIS.match(text)) and match[1] not in match[2]:
        return match[2].strip()
    if text[:1] in "([（【" and text[-1:] in ")]）】" and not re.search(r"[()\[\]（）【】]", text[1:-1]):
        return text[1:-1].strip()
    for sign in ("***", "**", "__"):
        if text.count(sign) == 1 and (text.startswith(sign) or text.endswith(sign)):
            return text.replace(sign, "").strip()
    opening, closing = text.count("("), text.count(")")
    if opening != closing and "](" not in text:
        return text.removeprefix(")").removesuffix("(").strip() if opening + closing == 1 else text
    return text


def words_of(text: str) -> list[str]:
    """Return the words of a title, folded, without markup and emoji."""
    return _WORD.findall(fold(_MARKUP.sub(" ", re.sub(r"\]\([^()]*\)", "]", text))))


_PLACEHOLDER_TITLES = frozenset(
    "topic title tbd todo tba placeholder name subject description xxx xx lorem tema titulo título titel thema sujet "
    "titre тема название 主题 標題 标题 タイトル トピック 제목 주제 argomento titolo assunto".split()
)
_LONGEST_PLACEHOLDER = 4
_SMALL = frozenset("your the here of a an today day s my topic title name your_topic insert".split())
PLACEHOLDER_WORDS = _PLACEHOLDER_TITLES | SKIP_WORDS | EXAMPLE_WORDS | {"delete"}


def is_placeholder(title: str) -> bool:
    """Tell whether a title only says where a title should stand: `_Topic_`, `???`, `[Your title]`."""
    words = words_of(title)
    if not words:
        return bool(title) and set(title) <= set("?？.…_-* ")
    return (
        len(words) <= _LONGEST_PLACEHOLDER
        and any(w in _PLACEHOLDER_TITLES for w in words)
        and all(w in _PLACEHOLDER_TITLES | _SMALL for w in words)
    )


def is_example(title: str) -> bool:
    """Tell whether a title marks a template's day: `(Example 1)`, `delete me`."""
    head = [word for word in words_of(title) if not word.isdigit()]
    return (bool(head) and len(head) <= 2 and head[0] in EXAMPLE_WORDS) or "delete me" in title.casefold()  # noqa: PLR2004
