"""A body's references as HTML: each slot becomes a whole start tag `<a …>`, or a whole picture."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from journal_site.pages.urls import encode_path

if TYPE_CHECKING:
    from journal_site.model import Item, Slot, Target
    from journal_site.pages.material import Material

_VIDEOS = (".mp4", ".webm", ".mov", ".m4v", ".ogv")
_FILES = ("file", "image", "static")
"""Their addresses have no fragment, so that a `#` in one belongs to its name."""
_SOUNDS = (".mp3", ".ogg", ".wav", ".m4a", ".flac", ".opus")


def render_slots(
    material: Material, root: str, slots: tuple[Slot, ...], targets: tuple[Target, ...]
) -> tuple[str, ...]:
    """Return the HTML that stands for each slot on a page with this root. Only the first picture loads at once."""
    tags: list[str] = []
    pictures = 0
    for slot, target in zip(slots, targets, strict=True):
        if slot.kind in ("image", "embed"):
            tags.append(_embed(material, root, slot, target, lazy=pictures > 0))
            pictures += 1
        else:
            tags.append(_anchor(material, root, slot, target))
    return tuple(tags)


def item_slots(material: Material, root: str, item: Item) -> tuple[str, ...]:
    """Return the HTML for each slot of an entry's body."""
    if not item.entry.slots:
        return ()
    return render_slots(material, root, item.entry.slots, item.targets)


def target_href(material: Material, root: str, target: Target) -> str:
    """Return a target's address as seen from a page with this root."""
    if target.kind in ("anchor", "repository"):
        return target.url
    if target.kind in _FILES:
        return root + encode_path(target.url)
    return material.urls.href(root, target.url)


def _anchor(material: Material, root: str, slot: Slot, target: Target) -> str:
    if target.kind == "missing":
        title = material.labels.missing_target.format(target=slot.target)
        return f'<a class="missing" title="{escape(title)}">'
    title = f' title="{escape(slot.title)}"' if slot.title else ""
    return f'<a href="{escape(target_href(material, root, target))}"{title}{_attributes(slot)}>'


def _embed(material: Material, root: str, slot: Slot, target: Target, *, lazy: bool) -> str:
    if target.kind == "missing":
        return _missing(material, slot)
    href = escape(target_href(material, root, target))
    name = slot.target.partition("#")[0].lower()
    text = escape(slot.text or slot.target)
    if name.endswith(_VIDEOS):
        return f'<video src="{href}" controls preload="metadata">{text}</video>'
    if name.endswith(_SOUNDS):
        return f'<audio src="{href}" controls preload="none">{text}</audio>'
    if target.kind in ("page", "notebook", "anchor") or (slot.kind == "embed" and target.kind == "file"):
        return f'<a class="embed" href="{href}">{text}</a>'
    return _picture(slot, target, href, lazy=lazy)


def _picture(slot: Slot, target: Target, href: str, *, lazy: bool) -> str:
    given = dict(slot.attributes)
    size = "" if given.keys() & {"width", "height"} else f' width="{target.width}" height="{target.height}"'
    parts = (
        f'<img src="{href}" alt="{escape(slot.text)}"',
        f' title="{escape(slot.title)}"' if slot.title else "",
        size if target.width else "",
        ' loading="lazy"' if lazy and "loading" not in given else "",
        _attributes(slot),
        ">",
    )
    return "".join(parts)


def _missing(material: Material, slot: Slot) -> str:
    """Return what stands for a picture that is not there: its text, and that it is missing; the title says which."""
    title = escape(material.labels.missing_target.format(target=slot.target))
    text = f"{escape(slot.text)} " if slot.text else ""
    return (
        f'<span class="missing-picture" title="{title}">{text}'
        f'<span class="missing-why">({escape(material.labels.missing_picture)})</span></span>'
    )


def _attributes(slot: Slot) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in slot.attributes)
