"""A body's references as HTML: each slot becomes a whole start tag `<a …>`, or a whole picture."""

from __future__ import annotations

from collections.abc import Container
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from journal_site.file_kinds import is_media
from journal_site.model.index import Target
from journal_site.model.page import BodyRef, Embedded
from journal_site.pages.parts.facts import Facts
from journal_site.pages.parts.urls import encode_path

if TYPE_CHECKING:
    from journal_site.model.entry import Slot
    from journal_site.model.index import Item
    from journal_site.pages.parts.context import PageContext

_VIDEOS = (".mp4", ".webm", ".mov", ".m4v", ".ogv")
_FILES = ("file", "image", "static")
"""Their addresses have no fragment, so that a `#` in one belongs to its name."""
_NOWHERE = ("missing", "unreadable")
_TEXTS = ("page", "anchor")
_SOUNDS = (".mp3", ".ogg", ".wav", ".m4a", ".flac", ".opus")
IN_TEXT = "(min-width: 48rem) 37rem, 92vw"
"""How wide a picture in a text is shown, as the stylesheet has it: the measure, else the window but for its edges."""
_DEEPEST = 4
"""So many texts are embedded within one another."""
_DEEPEST_WORDS = 2
"""The same of references that show the words of what they lead to."""
_MOST, _MOST_WITHIN = 300, 20
"""So many are embedded in one text, and within one that is embedded there."""


class _Showing(NamedTuple):
    """The text whose slots are written."""

    item: Item
    above: tuple[str, ...]
    """The addresses of the texts that it is embedded in, and its own: none of them is embedded again."""
    embedded: list[str]
    """The addresses of the texts that were embedded so far: in the page's own text, or within one of those."""

    def may_embed(self, url: str, *, words: bool) -> bool:
        """Tell whether one more text may stand here."""
        depth = len(self.above)
        if len(self.embedded) >= (_MOST if depth == 1 else _MOST_WITHIN):
            return False
        if words:
            return depth <= _DEEPEST_WORDS and self.above.count(url) <= 1
        return depth <= _DEEPEST and url not in self.above


def render_slots(
    context: PageContext,
    root: str,
    slots: tuple[Slot, ...],
    targets: tuple[Target, ...],
    showing: _Showing | None = None,
) -> tuple[str | Embedded, ...]:
    """Return what stands for each slot on a page with this root. Only the first picture loads at once."""
    tags: list[str | Embedded] = []
    pictures = len(showing.above) - 1 if showing else 0
    for slot, target in zip(slots, targets, strict=True):
        if slot.kind == "label":
            tags.append(escape(context.labels.alerts[slot.target.removeprefix("alert-")]))
        elif slot.kind == "thing":
            tags.append(_mark(context, root, slot, target))
        elif slot.kind in ("image", "embed"):
            text = _text(context, root, slot, target, showing) if showing and _may_be_text(slot, target) else None
            tags.append(text or _embed(context, root, slot, target, lazy=pictures > 0))
            pictures += 1
        elif slot.kind == "media":
            tags.append(_media(context, root, slot, target))
        elif target.kind == "anchor" and showing and len(showing.above) > 1:
            tags.append(_anchor(context, root, slot, Target(kind="page", url=showing.item.url + target.url)))
        else:
            tags.append(_anchor(context, root, slot, target))
    return tuple(tags)


def has_pictures(item: Item) -> bool:
    """Tell whether an entry shows any picture."""
    return bool(item.entry.images) or any(target.is_picture for target in item.targets)


def item_slots(context: PageContext, root: str, item: Item) -> tuple[str | Embedded, ...]:
    """Return what stands for each slot of an entry's body."""
    if not item.entry.slots:
        return ()
    return render_slots(context, root, item.entry.slots, item.targets, _Showing(item, (item.url,), []))


def _may_be_text(slot: Slot, target: Target) -> bool:
    return target.kind in _TEXTS and (slot.kind == "embed" or slot.anywhere)


def _text(context: PageContext, root: str, slot: Slot, target: Target, showing: _Showing) -> Embedded | str | None:
    """Return the text that a slot embeds; a link to it where it holds the slot itself, or there are too many.

    All that it says is read through the context: the page is made again where that text changes.
    """
    url, _, part = (f"{showing.item.url}{target.url}" if target.kind == "anchor" else target.url).partition("#")
    key = context.read(Facts.key_at, url)
    item = context.items.get(key) if key else None
    if item is None:
        return None
    entry, is_words = item.entry, slot.form == "words"
    href = target_href(context, root, Target(kind="page", url=f"{url}#{part}" if part else url))
    text = escape(slot.text if slot.text and not is_words else entry.title)
    link = f'<a class="embed" href="{escape(href)}">{text}</a>'
    link = f"<p>{link}</p>\n" if slot.form == "block" else link
    if not showing.may_embed(url, words=is_words):
        return link
    showing.embedded.append(url)
    inner = _Showing(item, (*showing.above, url), showing.embedded if len(showing.above) > 1 else [])
    slots = render_slots(context, root, entry.slots, item.targets, inner) if entry.slots else ()
    body = BodyRef(digest=entry.body, slots=slots)
    return Embedded(
        body=body,
        part=part,
        href=href,
        title=entry.title,
        form="words" if is_words else "block" if slot.form == "block" else "",
        link=link,
    )


def target_href(context: PageContext, root: str, target: Target) -> str:
    """Return a target's address as seen from a page with this root."""
    if target.kind in ("anchor", "remote", "repository"):
        return target.url
    if target.kind in _FILES:
        return root + encode_path(target.shown_url)
    return context.urls.href(root, target.url)


def _mark(context: PageContext, root: str, slot: Slot, target: Target) -> str:
    """Return the mark behind a link that leads to the page of what it names; nothing where that has none."""
    if target.kind != "page":
        return ""
    kind = context.labels.link_kinds[target.url.split("/")[1]]
    href = escape(target_href(context, root, target))
    return f'<a class="thing" href="{href}" aria-label="{escape(f"{kind}: {slot.text}")}"></a>'


def _anchor(context: PageContext, root: str, slot: Slot, target: Target) -> str:
    if target.kind in _NOWHERE:
        if slot.form == "topic":
            return "<a>"
        title = context.labels.missing_target.format(target=slot.target)
        return f'<a class="missing" title="{escape(title)}">'
    title = f' title="{escape(slot.title)}"' if slot.title else ""
    return f'<a href="{escape(target_href(context, root, target))}"{title}{_attributes(slot)}>'


def _embed(context: PageContext, root: str, slot: Slot, target: Target, *, lazy: bool) -> str:
    if slot.form == "block":
        return f"<p>{_embed(context, root, replace(slot, form=''), target, lazy=lazy)}</p>\n"
    if target.kind in _NOWHERE:
        is_text = slot.kind == "embed" and not is_media(slot.target.partition("#")[0])
        words = f"{_anchor(context, root, slot, target)}{escape(slot.text or slot.target)}</a>"
        return words if is_text else _missing(context, slot, target)
    href = escape(target_href(context, root, target))
    name = slot.target.partition("#")[0].lower()
    text = escape(slot.text or slot.target)
    if name.endswith(_VIDEOS):
        return f'<video src="{href}" controls preload="metadata">{text}</video>'
    if name.endswith(_SOUNDS):
        return f'<audio src="{href}" controls preload="none">{text}</audio>'
    if target.kind in ("page", "notebook", "anchor") or (
        slot.kind == "embed" and target.kind in ("file", "repository")
    ):
        return f'<a class="embed" href="{href}">{text}</a>'
    return _picture(context, root, slot, target, lazy=lazy)


def _media(context: PageContext, root: str, slot: Slot, target: Target) -> str:
    """Return a source's or track's tag, or a player's attribute; what is missing leaves nothing."""
    if target.kind in _NOWHERE:
        return ""
    (tag, name), *further = slot.attributes
    address = target_href(context, root, target).replace(",", "%2C")  # in `srcset` one would begin another address
    written = "".join(f' {key}="{escape(value)}"' for key, value in ((name, address), *further))
    return f"<{tag}{written}>" if tag else written


def _picture(context: PageContext, root: str, slot: Slot, target: Target, *, lazy: bool) -> str:
    given = dict(slot.attributes)
    size = _size(target, given)
    parts = (
        f'<img src="{escape(target_href(context, root, target))}"',
        srcset(root, target, f"{size['width']}px" if given.get("width", "").isdecimal() else IN_TEXT)
        if target.widths
        else "",
        f' alt="{escape(slot.text)}"',
        f' title="{escape(slot.title)}"' if slot.title else "",
        "".join(f' {name}="{value}"' for name, value in size.items()),
        ' loading="lazy" decoding="async"' if lazy else "",
        _attributes(slot, but=size),
        ">",
    )
    return "".join(parts)


def _size(target: Target, given: dict[str, str]) -> dict[str, str]:
    """Return width and height: the author's, and what they leave open in the picture's own proportion."""
    size = {name: given[name] for name in ("width", "height") if given.get(name, "").isdecimal()}
    if not target.width or len(size) == 2:  # noqa: PLR2004 - both
        return size
    width, height = target.width, target.height
    if "width" in size:
        width, height = int(size["width"]), round(int(size["width"]) * height / width)
    elif "height" in size:
        width, height = round(int(size["height"]) * width / height), int(size["height"])
    return {"width": str(max(1, width)), "height": str(max(1, height))}


def srcset(root: str, target: Target, sizes: str) -> str:
    """Return the attributes that offer a picture's smaller copies; `sizes` says how wide it is shown."""
    offered = [(target.copy_url(width), width) for width in target.widths]
    if target.width and not target.shown_as:
        offered.append((target.url, target.width))
    # A comma may end an address here, and a blank cannot stand in one.
    listed = ", ".join(f"{root}{encode_path(url).replace(',', '%2C')} {width}w" for url, width in offered)
    return f' srcset="{escape(listed)}" sizes="{sizes}"'


def _missing(context: PageContext, slot: Slot, target: Target) -> str:
    """Return what stands for a picture that cannot be shown: its text, and why; the title says which it is."""
    labels = context.labels
    is_missing = target.kind == "missing"
    title = escape(labels.missing_target.format(target=slot.target) if is_missing else slot.target)
    text = f"{escape(slot.text)} " if slot.text else ""
    return (
        f'<span class="missing-picture" title="{title}">{text}<span class="missing-why">'
        f"({escape(labels.missing_picture if is_missing else labels.unreadable_picture)})</span></span>"
    )


def _attributes(slot: Slot, *, but: Container[str] = ()) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in slot.attributes if name not in but)
