"""What an output's content hangs on, as a digest: where that is what it was, its file need not be made again."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path

import msgspec

from journal_site.model.base import Value
from journal_site.model.page import Card, Copy, Deferred, Document, Kept, Page, Reader, Scaled, Shard, Stored
from journal_site.site.store import SCALED

_encode = msgspec.msgpack.Encoder().encode


class Ready(Value, frozen=True, kw_only=True):
    """An output that is made already."""

    path: str
    content: bytes
    key: bytes = b""
    """Empty where it is to be made anew when anything changes."""
    trace: bytes = b""


SiteOutput = Page | Deferred | Document | Shard | Card | Copy | Scaled | Stored | Kept | Ready
"""All that can stand in a site, or stay there."""


class Ingredients(msgspec.Struct, frozen=True, kw_only=True):
    """What outputs are made from, beside their own plan."""

    root: Path
    theme_static: Path
    site: msgspec.Struct
    templates: Mapping[str, tuple[str, str]]
    closures: Mapping[str, bytes]
    """Digest of all texts that a template can come to use, by its name."""
    files: Mapping[str, str]
    """Digest of each file to copy, by the place that `Copy` names (the theme's as `theme:NAME`)."""
    version: str
    reader: Reader | None
    """What deferred outputs read through; it does not cross to another process."""


class Keys:
    """Gives the keys of outputs that are made from the same ingredients."""

    def __init__(self, made: Ingredients) -> None:
        self._made = made
        self._starts: dict[str, Callable[[], hashlib.blake2b]] = {}

    @cached_property
    def _base(self) -> bytes:
        return digest_of(self._made.version.encode() + _encode(self._made.site))

    def of(self, output: SiteOutput, trace: bytes | None = None) -> bytes:  # noqa: PLR0911 - one for each kind of output
        """Return an output's key; of a deferred one by the trace of what it read, empty where that is not known."""
        if isinstance(output, Kept | Ready):
            return output.key
        if isinstance(output, Deferred):
            if trace is None or self._made.reader is None:
                return b""
            return self._of_page(output.template, _encode(output.args), self._made.reader.digest(trace))
        if isinstance(output, Page):
            return self._of_page(output.template, _encode(output.view))
        if isinstance(output, Document):
            return digest_of(output.content)
        if isinstance(output, Shard):
            return digest_of(self._base + output.inputs)
        if isinstance(output, Stored):
            return b"stored" + output.digest.encode()
        if isinstance(output, Scaled | Card):
            return made_key(output, self._made).encode()
        return (b"drawing" if output.drawing else b"copy") + self._made.files[place_of(output)].encode()

    def _of_page(self, template: str, *parts: bytes) -> bytes:
        start = self._starts.get(template)
        if start is None:
            closure = self._made.closures.get(template, b"")
            start = self._starts[template] = hashlib.blake2b(self._base + closure, digest_size=16).copy
        state = start()
        for part in parts:
            state.update(part)
        return state.digest()


def place_of(copied: Copy | Scaled) -> str:
    """Return the name of what is copied or scaled among the files of the ingredients."""
    return f"theme:{copied.asset}" if isinstance(copied, Copy) and copied.theme else copied.asset


def made_key(output: Scaled | Card, made: Ingredients) -> str:
    """Return the key under which the store keeps a picture: a store is of one version of what makes them."""
    if isinstance(output, Card):
        return f"{SCALED}card:{digest_of(_encode(output.view)).hex()}"
    return f"{SCALED}{output.width}:{made.files[output.asset]}"


def digest_of(content: bytes) -> bytes:
    """Return the digest by which contents are told apart."""
    return hashlib.blake2b(content, digest_size=16).digest()


def frame(made: Ingredients) -> bytes:
    """Return the digest of all that keys hang on beside what is planned."""
    return digest_of(_encode((made.version, made.site, sorted(made.closures.items()), sorted(made.files.items()))))
