"""How long a post is, as the sites where it is posted count: a text that fits here is not refused there."""

from __future__ import annotations

import unicodedata

from journal_site.expressions import expression

_URL = 23
"""X and Mastodon count every address so, however long it is."""
_ADDRESS = expression(r"https?://\S+")
_BARE = expression(r"(?<![\w@.-])\w[\w-]*(?:\.[\w-]+)*\.[A-Za-z]{2,}(?:/\S*)?")
"""What X may take for an address without its scheme."""
_LIGHT = expression("[\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]")
"""Letters that X counts once; Chinese, Japanese, Korean and all others count twice."""
_EMOJI_FROM = "\u203c"


def count_for_x(text: str) -> int:
    """Return a post's length as X counts it: an address is 23, an emoji 2 however it is put together."""
    text = unicodedata.normalize("NFC", text)
    text, addresses = _ADDRESS.subn("", text)
    bare = [len(found[0]) for found in _BARE.finditer(text)]
    # Whether X takes it for an address hangs on a list of domains: the larger number is right either way.
    more = sum(_URL - length for length in bare if length < _URL)
    text, emoji = _without_emoji(text)
    return addresses * _URL + more + 2 * emoji + sum(1 if _LIGHT.match(letter) else 2 for letter in text)


def count_for_mastodon(text: str) -> int:
    """Return a post's length as Mastodon counts it."""
    text, addresses = _ADDRESS.subn("", unicodedata.normalize("NFC", text))
    return addresses * _URL + len(text)


def count_for_bluesky(text: str) -> int:
    """Return a post's length as Bluesky counts it at most: signs as readers see them, addresses whole."""
    text, emoji = _without_emoji(unicodedata.normalize("NFC", text))
    return emoji + sum(not unicodedata.category(letter).startswith("M") for letter in text)


def _without_emoji(text: str) -> tuple[str, int]:
    """Return a text without its emoji, and how many there were."""
    if max(text, default="") < _EMOJI_FROM:
        return text, 0
    import emoji  # noqa: PLC0415 - its tables are large, and few posts need them

    return emoji.replace_emoji(text, ""), emoji.emoji_count(text)
