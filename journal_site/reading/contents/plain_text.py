"""Plain text of what was read: its words, its beginning, the questions and the hashtags in it."""

from __future__ import annotations

import re
from bisect import bisect_left

from journal_site.expressions import expression

EXCERPT_LENGTH = 280
_FEW_WORDS = 3
_KEY = expression(r"[^\W_]+(?: [^\W_]+)? ?[:\uff1a][^.!?。！？]*\Z")
"""A word or two with a colon, and no sentence."""

_CJK = expression(
    "[\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3040-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)
_SIGNS = frozenset("- -- --- – — * + = == => -> → ← | || / \\ & : ; . , ! ? … > < >= <= # · • ✓ ~ ( ) [ ] { }".split())
_ASKS = expression(r"[?？؟]+(?=\s|$|[\"'”’)\]》」](?!\s+[a-zß-öø-ÿа-я]))")
"""A question that somebody else asks within a sentence that goes on is none."""
_ENDS = expression(r"[.!?](?=\s)|[。！？؟]|\n(?=(?!I\b)[A-Z\u00c0-\u00de\u0410-\u042f\u3040-\u9fff\uac00-\ud7af])")
"""Where a sentence ends; many write one a line, with nothing at its end."""
_HASHTAG = expression(r"(?:^|(?<=[\s(,;]))#([^\W\d_][\w/-]*|\d+[^\W\d][\w/-]*)")
_TAG_LINE = expression(r"\s*#[^\W\d_][\w/-]*(?:[\s,;·|]*(?<![^\s,;·|])#[\w/-]+)*[\s,;.]*")
_RUN = expression(r"(?<![^\s(,;])#[\w/-]+(?:[ \t]+#[\w/-]+)+")
_PARTICLES = frozenset("은 는 이 가 을 를 의 에 와 과 도 만 로 으로 에서 에게 까지 부터 처럼 보다 라고 이라고".split())
_COLOUR = expression(r"(?=\w*\d)(?:[0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_LONGEST_QUESTION = 300
_TOLD = 2
"""Words of which something is told."""
_CALLED = expression(r"[^\W\d_]+(?: [^\W\d_]+)? ?[:：]")
_DOUBT = expression(r"[(（\[][^\s()（）]*[?？]+[)）\]]?$")
_CLOSING = (")", "）", "]")
_UNTOLD = expression(r"(?<!\S)#\S+|\x01+")
"""What says nothing: hashtags, and what is made unreadable."""


def count_words(text: str) -> int:
    """Count words: each CJK character is one, and a sign that stands alone is none."""
    if text.isascii():
        words = text.split()
    else:
        spaced, signs = _CJK.subn(" ", text)
        words = spaced.split()
        return signs + len(words) - sum(map(_SIGNS.__contains__, words))
    return len(words) - sum(map(_SIGNS.__contains__, words))


def excerpt_of(blocks: list[str]) -> str:
    """Return the beginning of the blocks on one line: at most 280 characters, cut between words.

    A block of hashtags alone tells its topics, which are shown by themselves.
    """
    parts: list[str] = []
    size = 0
    for block in blocks:
        words = " ".join(block.split())
        if words and not (words[0] == "#" and _TAG_LINE.fullmatch(words)):
            parts.append(words)
            size += len(words) + 1
        if size > EXCERPT_LENGTH:
            break
    text = " ".join(parts)
    if len(text) <= EXCERPT_LENGTH:
        return text
    cut = text[: EXCERPT_LENGTH - 1]
    between = cut.rfind(" ")
    if between > EXCERPT_LENGTH // 2 and not text[EXCERPT_LENGTH - 1].isspace():
        cut = cut[:between]
    return cut.rstrip(" .,;:–—-(") + "…"


def tellings(paragraphs: list[str]) -> list[str]:
    """Return the paragraphs that tell something: neither a few words nor a key such as `Legend: ✓ done`."""
    return [text for text in paragraphs if text.count(" ") >= _FEW_WORDS and not _KEY.match(text)]


def find_questions(text: str, prose: str) -> list[tuple[str, int]]:
    """Return the sentences that ask and are left open, each with the number of line breaks before it.

    Whoever goes on to tell something has asked for their readers' sake, and answers; a question that is called one
    (`Question: …`) stays. `prose` is the text with all that the author does not say themselves (code, titles of links)
    made unreadable.
    """
    found = []
    line, passed = 0, 0
    ends = [match.end() for match in _ENDS.finditer(text)]
    asked = []
    for match in _ASKS.finditer(prose):
        at = bisect_left(ends, match.start() + 1)
        asked.append((ends[at - 1] if at else 0, match.end()))
    beyond = [*[begin for begin, _ in asked][1:], len(prose)]
    opens = _are_open([prose[end:begin] for (_, end), begin in zip(asked, beyond, strict=False)])
    for (begin, end), is_open in zip(asked, opens, strict=True):
        sentence = text[begin:end]
        if text[end : end + 1] in _CLOSING and any(map(sentence.count, "(（[")):
            sentence += text[end]
        question = " ".join(sentence.split()).lstrip("-–—*:;,) ")
        if (is_open or _CALLED.match(question)) and _is_question(question):
            first = begin + len(sentence) - len(sentence.lstrip())
            line += text.count("\n", passed, first)
            passed = first
            found.append((question, line))
    return found


def _are_open(following: list[str]) -> list[bool]:
    """Tell which of some questions nothing is told after, by what follows each up to the next one."""
    opens: list[bool] = []
    for told in reversed(following):
        is_told = count_words(_UNTOLD.sub(" ", told)) >= _TOLD
        opens.append(not is_told and (opens[-1] if opens else True))
    return opens[::-1]


def _is_question(sentence: str) -> bool:
    """Tell whether a sentence asks: one that is too long does not, and a mark of doubt in brackets is none."""
    if not 3 < len(sentence) <= _LONGEST_QUESTION or not any(sign.isalpha() for sign in sentence):  # noqa: PLR2004
        return False
    return not _DOUBT.search(sentence)


def find_hashtags(text: str, *, anywhere: bool = False) -> list[str]:
    """Return the `#hashtags` of a text without their sign: where they stand as tags, or `anywhere`.

    As tags stand those of which a line is made, and several in a row: one amid a sentence may be a name in a program.
    `#123` and colours are none, and no more are the particles that Korean puts behind a name such as `C#`.
    """
    written = text if anywhere else "\n".join(map(_tags_in, text.split("\n")))
    tags = (tag.rstrip("/-") for tag in _HASHTAG.findall(written))
    return [tag for tag in tags if not _COLOUR.fullmatch(tag) and tag not in _PARTICLES]


def _tags_in(line: str) -> str:
    """Return what of a line is tags."""
    return line if _TAG_LINE.fullmatch(line) else " ".join(_RUN.findall(line))
