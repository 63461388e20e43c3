"""What stands for a video or a post that lies elsewhere: a link to it, as a frame would tell others who reads."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from types import MappingProxyType
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from journal_site.reading.dialects.generators.marks import block, html, image, literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_Maker = Callable[["Sequence[str]", "Mapping[str, str]"], tuple[str, str]]


def _one(site: str, address: str, *keys: str) -> _Maker:
    """Return what makes the link of something that one id names."""

    def make(words: Sequence[str], named: Mapping[str, str]) -> tuple[str, str]:
        name = next((named[key] for key in ("id", *keys) if named.get(key)), words[0] if words else "")
        return (address.format(quote(name, safe="/?=&-_.,~")), f"{site}: {name}") if name else ("", "")

    return make


def _youtube(words: Sequence[str], named: Mapping[str, str]) -> tuple[str, str]:
    address, text = _one("YouTube", "https://www.youtube.com/watch?v={}", "videoid", "src")(words, named)
    start = named.get("start", "")
    return (f"{address}&t={start}" if start.isdecimal() else address, text)


def _post(words: Sequence[str], named: Mapping[str, str]) -> tuple[str, str]:
    user = named.get("user", words[0] if len(words) > 1 else "")
    number = named.get("id", words[-1] if words else "")
    if not number.isdecimal():
        return "", ""
    return f"https://x.com/{quote(user or 'i')}/status/{number}", f"@{user}" if user else f"x.com: {number}"


def _gist(words: Sequence[str], named: Mapping[str, str]) -> tuple[str, str]:
    path = "/".join(word.strip("/") for word in words if "." not in word) or named.get("id", "")
    file = next((word for word in words if "." in word), "")
    anchor = f"#file-{file.lower().replace('.', '-')}" if file else ""
    return f"https://gist.github.com/{quote(path)}{anchor}", f"Gist: {file or path}"


_MAKERS: Final[Mapping[str, _Maker]] = MappingProxyType({
    "youtube": _youtube,
    "vimeo": _one("Vimeo", "https://vimeo.com/{}"),
    "instagram": _one("Instagram", "https://www.instagram.com/p/{}/"),
    **dict.fromkeys(("x", "tweet", "twitter", "twitter_simple", "x_simple"), _post),
    "gist": _gist,
    "asciinema": _one("asciinema", "https://asciinema.org/a/{}"),
    "bilibili": _one("bilibili", "https://www.bilibili.com/video/{}"),
    "codepen": _one("CodePen", "https://codepen.io/{}"),
    "spotify": _one("Spotify", "https://open.spotify.com/{}"),
    "figma": _one("Figma", "https://www.figma.com/file/{}"),
})  # fmt: skip


def embedded(name: str, words: Sequence[str], named: Mapping[str, str]) -> str | None:
    """Return a link to what a tag embeds, or None where it is none of these."""
    make = _MAKERS.get(name.lower().removesuffix("_simple"))
    address, text = make(words, named) if make and (words or named) else ("", "")
    if not address:
        return None
    if words and words[0].startswith(("http://", "https://")):
        address = text = words[0]
    return f"[{literal(named.get('title') or text)}]({address})"


def figure(named: Mapping[str, str], src: str) -> str:
    """Return a picture under its caption; what else figures say is for another theme."""
    sizes = {key: named[key] for key in ("width", "height") if named.get(key, "").removesuffix("px").isdecimal()}
    caption = named.get("caption", "")
    parts = {"src": src, "alt": named.get("alt") or caption or named.get("title", ""), **sizes}
    shown = image(parts)
    if link := named.get("link") or named.get("href"):
        shown = f'<a href="{escape(link)}">{shown}</a>'
    title = f"**{named['title']}**" if named.get("title") else ""
    source = named.get("attr", "")
    if source and named.get("attrlink"):
        source = f"[{source}]({named['attrlink']})"
    below = " ".join(" ".join(filter(None, (title, caption, source))).split())
    if not below:
        return html(shown)
    return f"{block(f'<figure>{shown}<figcaption>')}{below}{block('</figcaption></figure>')}"
