"""A body's references as HTML: each slot becomes a whole start tag `<a …>`, or a whole picture."""

from __future__ import annotations

from collections.abc import Container
from html import escape
from typing import TYPE_CHECKING

from journal_site.pages.parts.urls import encode_path

if TYPE_CHECKING:
    from journal_site.model.entry import Slot
    from journal_site.model.index import Item, Target
    from journal_site.pages.parts.context import PageContext

_VIDEOS = (".mp4", ".webm", ".mov", ".m4v", ".ogv")
_FILES = ("file", "image", "static")
"""Their addresses have no fragment, so that a `#` in one belongs to its name."""
_NOWHERE = ("missing", "unreadable")
_SOUNDS = (".mp3", ".ogg", ".wav", ".m4a", ".flac", ".opus")
IN_TEXT = "(min-width: 48rem) 42rem, 92vw"
"""How wide a picture in a text is shown, as the stylesheet has it: the measure, else the window but for its edges."""


def render_slots(
    context: PageContext, root: str, slots: tuple[Slot, ...], targets: tuple[Target, ...]
) -> tuple[str, ...]:
    """Return the HTML that stands for each slot on a page with this root. Only the first picture loads at once."""
    tags: list[str] = []
    pictures = 0
    for slot, target in zip(slots, targets, strict=True):
        if slot.kind == "label":
            tags.append(escape(context.labels.alerts[slot.target.removeprefix("alert-")]))
        elif slot.kind in ("image", "embed"):
            tags.append(_embed(context, root, slot, target, lazy=pictures > 0))
            pictures += 1
        else:
            tags.append(_anchor(context, root, slot, target))
    return tuple(tags)


def has_pictures(item: Item) -> bool:
    """Tell whether an entry shows any picture."""
    return bool(item.entry.images) or any(target.is_picture for target in item.targets)


def item_slots(context: PageContext, root: str, item: Item) -> tuple[str, ...]:
    """Return the HTML for each slot of an entry's body."""
    if not item.entry.slots:
        return ()
    return render_slots(context, root, item.entry.slots, item.targets)


def target_href(context: PageContext, root: str, target: Target) -> str:
    """Return a target's address as seen from a page with this root."""
    if target.kind in ("anchor", "remote", "repository"):
        return target.url
    if target.kind in _FILES:
        return root + encode_path(target.url)
    return context.urls.href(root, target.url)


def _anchor(context: PageContext, root: str, slot: Slot, target: Target) -> str:
    if target.kind in _NOWHERE:
        title = context.labels.missing_target.format(target=slot.target)
        return f'<a class="missing" title="{escape(title)}">'
    title = f' title="{escape(slot.title)}"' if slot.title else ""
    return f'<a href="{escape(target_href(context, root, target))}"{title}{_attributes(slot)}>'


def _embed(context: PageContext, root: str, slot: Slot, target: Target, *, lazy: bool) -> str:
    if target.kind in _NOWHERE:
        return _missing(context, slot, target)
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
    if target.width:
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
