"""Which words of front matter say who may see a text: one table for the keys of all tools, and how values are judged.

Two kinds of keys. A *visibility key* (`draft`, `public`, `visibility`) speaks of nothing else: only the table's words
for "show" publish, and whatever else stands there keeps the text at home. A *state key* (`status`, `hide`) speaks of
many things: only the table's private words keep the text at home. A text that stays at home by mistake is named in the
report; one that is published by mistake cannot be taken back.

Sources: the front matter of Jekyll, Hugo, Hexo, Eleventy, Zola, Pelican, Nikola, Lektor, Docusaurus, Ghost, WordPress,
Context for MkDocs, Quarto, Obsidian Publish and Digital Garden, Quartz, Logseq.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from journal_site.config.nodes import Items, Node, Scalar, Table
from journal_site.expressions import expression
from journal_site.model.fields import FIELDS

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

YES: Final = frozenset("true yes on y t 1".split())
NO: Final = frozenset("false no off n f 0".split())
_OPEN: Final = frozenset(
    "public publish published everyone everybody all anyone world open visible listed shown show live online".split()
)
_CLOSED: Final = frozenset("private hidden draft secret unlisted unpublished none never nobody me self".split())

CLOSED: Final = frozenset("private hidden secret unlisted unpublished".split())
"""Words for who may see a text that are no stage of writing it."""

_SHOWN_BY_YES: Final = frozenset(
    "public publish published publishable visible viewable listed share shared shareable discoverable".split()
)
_SHOWN_BY_NO: Final = frozenset(
    """draft private hidden unlist unlisted unpublished secret confidential sensitive nsfw
    password passphrase passwd""".split()
)
_SHOWN_TO: Final = frozenset("visibility access accesslevel privacy privacylevel".split())
_SHOW: Final = {
    **dict.fromkeys(_SHOWN_BY_YES, YES | _OPEN),
    **dict.fromkeys(_SHOWN_BY_NO, NO | {"none", "never"}),
    **dict.fromkeys(_SHOWN_TO, YES | _OPEN | {"free", "unrestricted", "anonymous"}),
}
"""Each visibility key, and the words that publish."""
_HIDE: Final = {
    **dict.fromkeys(_SHOWN_BY_YES, NO | _CLOSED),
    **dict.fromkeys(_SHOWN_BY_NO, YES | _CLOSED - {"none", "never"}),
    **dict.fromkeys(_SHOWN_TO, NO | _CLOSED | {"members", "paid", "friends", "restricted", "internal"}),
}
"""Each visibility key, and the words that are known to keep a text at home: of all others there is a warning."""

_PRIVATE_WORDS: Final = frozenset(
    """draft drafts drafting drafted private hidden secret confidential unlisted unpublished scheduled pending future
    trash trashed deleted embargo embargoed withdrawn withheld restricted skip
    entwurf brouillon borrador rascunho bozza черновик 草稿 下書き 초안 privat privé privado privato 私人 非公開 비공개
    """.split()
)
_NOT_YET: Final = expression(r"\bnot?\b.{0,12}\b(?:public|publish|published|listed|shared)\b")
_STATES: Final = {
    **dict.fromkeys("status state stage type kind classification sensitivity sharing".split(), _PRIVATE_WORDS),
    **dict.fromkeys(
        "scope audience permission permissions readers viewers".split(), _PRIVATE_WORDS | {*_CLOSED, "owner", "only me"}
    ),
    **dict.fromkeys(
        """hide exclude excluded ignore ignored skip disabled deleted trashed locked restricted protected internal
        personal encrypted embargoed scheduled memberonly membersonly subscribersonly emailonly noexport headless
        eleventyexcludefromcollections
        """.split(),
        YES | _PRIVATE_WORDS,
    ),
    **dict.fromkeys("enabled render output online live export permalink build publishing publication".split(), NO),
}
"""Each state key, and its words that keep a text at home."""
_STATE_ENDINGS: Final = ("status", "state")
_SENTENCES: Final = frozenset({"status", "state", "stage"})
"""State keys in whose values a private word among others counts: `Draft (v2)`; `type: future-work` is another thing."""
_LISTS: Final = frozenset({"list", "render"})
"""Of Hugo's `build` (once `_build`): what is not `always` there is not listed, or has no page."""
_CONTAINERS: Final = frozenset(
    """params extra meta metadata properties custom page post note entry article document settings options data
    frontmatter publishing publication dg digitalgarden enveloppe obsidian obsidianpublish quartz flowershow
    logseq dendron foam wordpress wp ghost hugo jekyll hexo eleventy zola pelican nikola lektor gatsby astro docusaurus
    vuepress vitepress mkdocs quarto jupyter jupytext nbdev
    """.split()
)
"""Tables whose keys speak of the whole text; those of a page's parts (`cover`, `sidebar`, `search`) do not."""
_MERGED: Final = "<<"
"""YAML's key for a table whose keys stand here too."""
_TAGS: Final = frozenset({*(key for field in FIELDS if field.kind == "tags" for key in field.keys), "filetags"})
_PRIVATE_TAGS: Final = frozenset("draft drafts private".split())
"""Nikola's way to say it, before it had `status`."""

_FROM: Final = frozenset(
    """publishdate publishat publishon publishfrom pubdate publishedat publishedon publicationdate publishtime embargo
    embargountil visiblefrom availablefrom scheduledfor scheduledat""".split()
)
_UNTIL: Final = frozenset(
    """expirydate expires expire expiresat expireson expiration expirationdate unpublish unpublishdate unpublishat
    unpublishedat visibleuntil availableuntil validuntil""".split()
)
_CAME_OUT: Final = frozenset({"publish", "published"})
_PERIOD: Final = expression(r"(1\d{3}|20\d\d)(?:-(0?[1-9]|1[0-2]))?")
_ALWAYS: Final = NO | {"never", "none"}
"""Words for a date that never comes."""

_AFFIRMING: Final = ("dg", "is", "be", "hugo", "wp", "post", "page", "note", "entry", "article", "document")
_ENDINGS: Final = ("post", "page", "note", "entry", "article", "document", "fromsite", "fromexport")
"""What a key may say besides: `hide_post`, `private_note`, `exclude_from_site`."""
_DENYING: Final = ("donot", "dont", "not", "non", "no")
_REAL_WORDS: Final = frozenset(
    """craft daft drift graft kraft raft drat hare scare shade shake shame shape shaped shard sharp shave shire shore
    shares snare spare spared stare publisher listen listens lister lifted misted primate excess risible visibly
    """.split()
)
"""One letter from a visibility key, and words of their own."""
_UNSAID: Final = frozenset("password passphrase passwd".split())
"""Keys whose values are never shown, not even to their author."""
_LONGEST: Final = 40
_MOST: Final = 3
"""Of a list of words, so many are told, each by its beginning."""
_WORDS: Final = expression(r"[^\W_]+")
_SIGNS: Final = expression(r"[\W_]+")

VISIBILITY_KEYS: Final = tuple(sorted({*_SHOW, *_FROM, *_UNTIL, "status", "state"}))
"""Keys by which a head is known as one, besides those that set a field; also with `-`, `_` or a space in them."""
WITHHOLDING: Final = expression(
    rf"^(?:is[ _-]?)?(?:dg[ _-]?)?(?:{'|'.join((*_SHOW, 'status', 'state'))})[ \t]*:[ \t]*"
    rf"[\"']?(?:{'|'.join(sorted(YES | NO | _CLOSED | _PRIVATE_WORDS))})[\"']?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
"""A line that says who may see the text, and nothing else: where a text begins with such, it begins with its head."""


class Verdict(NamedTuple):
    """Why a text stays at home."""

    reason: str
    node: Node
    """Where it says so."""
    doubt: str = ""
    """What of it is not understood, in words; empty where it is plain."""
    hint: str = ""
    is_state: bool = False
    """A state key says so, which may be that of something else in the text."""


def judge(key: str, node: Node) -> Verdict | None:
    """Return why a key of front matter, with its value, keeps the text at home; None where it does not."""
    name = _plain(key)
    if name in _TAGS:
        tag = private_tag(part.strip("\"' ") for word in _values(node) for part in re.split(r"[,;:#]", word))
        return Verdict(f"not public (tag: {tag})", node) if tag else None
    if name in _CONTAINERS or key == _MERGED or (name in _STATES and not isinstance(node, Scalar)):
        found = next((one for inner, value in _pairs(node) if (one := judge(inner.value, value))), None)
        if found:
            return found
    if name == "build" and isinstance(node, Table):
        return _judge_build(node)
    visible = _visibility(name)
    if visible is None:
        return _judge_state(key, name, node)
    return _judge_visibility(key, visible, node)


def _pairs(node: Node) -> Iterable[tuple[Scalar, Node]]:
    """Return the keys of a table, or of a list of tables."""
    if isinstance(node, Table):
        return node.pairs
    return [pair for inner in node.nodes for pair in _pairs(inner)] if isinstance(node, Items) else ()


def judge_property(key: str, word: str) -> Verdict | None:
    """Return why a property below the head, `key:: word`, keeps its block at home: tasks have states of their own."""
    name = _plain(key)
    if _visibility(name) is None and not (name in {"status", "state"} and _plain(word) in _CLOSED):
        return None
    return judge(key, Scalar(word, 1, 1))


def date_role(key: str) -> str:
    """Return `from` or `until` for a key that says when a text is first or no longer published, else nothing."""
    name = _plain(key)
    return "from" if name in _FROM else "until" if name in _UNTIL else ""


def first_day(key: str, node: Node) -> dt.date | None:
    """Return the first day of the year or month in which a text came out, where a key says no more: `published: 1965`.

    Such a key speaks of what the text is about, a book for instance.
    """
    match = _PERIOD.fullmatch(node.value.strip()) if isinstance(node, Scalar) and _plain(key) in _CAME_OUT else None
    return dt.date(int(match[1]), int(match[2] or 1), 1) if match else None


def is_always(node: Node) -> bool:
    """Tell whether a value of such a key says that the day never comes: `expires: never`."""
    return isinstance(node, Scalar) and node.value.strip().casefold() in _ALWAYS


def private_tag(tags: Iterable[str]) -> str:
    """Return the tag that marks a text as not public, or nothing; of nested tags (`private/home`) the first counts."""
    return next((tag for tag in tags if tag.partition("/")[0].casefold() in _PRIVATE_TAGS), "")


def unknown_date(key: str, node: Node) -> Verdict:
    """Return the verdict on a date of publication that is none."""
    return Verdict(_reason(key, node), node, f"{key!r} is no date", "write a date such as 2026-01-31")


class _Visible(NamedTuple):
    """How a key speaks of who may see a text."""

    name: str
    show: frozenset[str]
    hide: frozenset[str]
    near: bool = False
    """It is one letter from such a key."""


def _plain(key: str) -> str:
    return _SIGNS.sub("", key).casefold()


@lru_cache(maxsize=1024)
def _visibility(name: str) -> _Visible | None:
    known = _exact(name)
    if known or _state_of(name) or name in _FROM or name in _UNTIL or name in _REAL_WORDS or len(name) < 4:  # noqa: PLR2004
        return known
    near = next((key for key in _SHOW if one_edit(name, key)), None)
    return _Visible(near, _SHOW[near], _HIDE[near], near=True) if near else None


def _exact(name: str) -> _Visible | None:
    plain = _bare(name, _SHOW)
    if plain in _SHOW:
        return _Visible(plain, _SHOW[plain], _HIDE[plain])
    for prefix in _DENYING:
        inner = _bare(name.removeprefix(prefix), _SHOW)
        if name.startswith(prefix) and inner in _SHOW:
            return _Visible(name, NO | {"never", "none"} if inner not in _SHOWN_BY_NO else YES, YES | NO | _CLOSED)
    return None


def _bare(name: str, known: Container[str]) -> str:
    """Return a key that is known, without what else may stand before or behind it; the whole where none is."""
    if name in known:
        return name
    for start in ("", *_AFFIRMING):
        for end in ("", *_ENDINGS):
            if name.startswith(start) and name.endswith(end) and len(name) > len(start) + len(end):
                inner = name[len(start) : len(name) - len(end)]
                if inner in known:
                    return inner
    return name


def one_edit(word: str, other: str) -> bool:
    """Tell whether a slip parts two words: a letter too many, too few, other, or two of them swapped."""
    if abs(len(word) - len(other)) > 1 or word == other:
        return False
    same = next((n for n, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), min(len(word), len(other)))
    left, right = word[same:], other[same:]
    if len(left) == len(right):
        return left[1:] == right[1:] or (left[:2] == right[:2][::-1] and left[2:] == right[2:])
    return left[1:] == right if len(left) > len(right) else left == right[1:]


def _judge_visibility(key: str, visible: _Visible, node: Node) -> Verdict | None:
    words = _values(node)
    if words and all(_is_shown(word, visible) for word in words):
        return None
    doubt = hint = ""
    if visible.near:
        doubt = f"{key!r} is no key that is known, and says who may see the text if {visible.name!r} is meant"
        hint = f"write '{visible.name}: {_word_for_show(visible)}' to publish it, or name the key otherwise"
    elif not words or (not all(word in visible.hide for word in words) and visible.name not in _UNSAID):
        said = f"is {', '.join(map(_quoted, words[:_MOST]))}" if any(words) else "says nothing"
        doubt = f"{key!r} says who may see the text, and {said}, which is not understood"
        hint = f"write '{key}: {_word_for_show(visible)}' to publish it"
    return Verdict(_reason(key, node), node, doubt, hint)


def _is_shown(word: str, visible: _Visible) -> bool:
    return word in visible.show or (visible.show >= _OPEN and bool(re.match(r"\d{4}-?\d\d?-?\d\d?(?!\d)", word)))


def _word_for_show(visible: _Visible) -> str:
    return "public" if visible.name in _SHOWN_TO else "true" if "true" in visible.show else "false"


def _judge_state(key: str, name: str, node: Node) -> Verdict | None:
    state = _state_of(name)
    if not state or isinstance(node, Table):
        return None
    words = _values(node)
    said = " ".join(words)
    private = _STATES[state]
    if not private.isdisjoint((said, *words)) or (state in _SENTENCES and _says_private(said)):
        return Verdict(_reason(key, node), node, is_state=True)
    return None


@lru_cache(maxsize=1024)
def _state_of(name: str) -> str:
    """Return the state key that a key is, or nothing."""
    state = _bare(name, _STATES)
    if state in _STATES:
        return state
    return next((ending for ending in _STATE_ENDINGS if name.endswith(ending)), "")


def _says_private(said: str) -> bool:
    return not _PRIVATE_WORDS.isdisjoint(_WORDS.findall(said)) or bool(_NOT_YET.search(said))


def _judge_build(node: Table) -> Verdict | None:
    for inner, value in node.pairs:
        if inner.value.casefold() in _LISTS and _values(value) not in (("always",), ("true",)):
            return Verdict(f"not public (build.{inner.value}: {' '.join(_values(value))})", value)
    return None


def _values(node: Node) -> tuple[str, ...]:
    """Return the words of a value, in small letters; of a table, whose meaning is not known, that it is one."""
    if isinstance(node, Scalar):
        word = " ".join(node.value.split()).casefold()
        return ("",) if not node.quoted and word in {"~", "null"} else (word,)
    if isinstance(node, Items):
        return tuple(word for inner in node.nodes for word in _values(inner))
    return ("a table",)


def _reason(key: str, node: Node) -> str:
    name = _plain(key)
    said = " ".join(_values(node))
    visible = _visibility(name)
    if visible is not None and visible.name in _UNSAID:
        return f"not public (it has a {visible.name})"
    if (name in {"draft", "isdraft"} and said in YES) or (name in {"publish", "published"} and said in NO):
        return "a draft"
    return f"{'a draft' if 'draft' in said.split() else 'not public'} ({key}: {_cut(said)})"


def _cut(said: str) -> str:
    return said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"


def _quoted(word: str) -> str:
    return repr(_cut(word))
