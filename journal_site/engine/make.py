"""Outputs' contents: pages rendered, pictures scaled and drawn, files copied. The slow part of a build."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Protocol

import msgspec

from journal_site.engine.keys import Ingredients, Keys, Ready, SiteOutput, made_key, place_of
from journal_site.engine.still import read_same
from journal_site.model.page import BodyRef, Card, Copy, Deferred, Document, Kept, Page, Scaled, Shard, Stored
from journal_site.site.rows import lost_row
from journal_site.site.store import BodyReader


class BodySource(Protocol):
    """Where bodies and blobs are had from."""

    def body(self, digest: str) -> bytes | None:
        """Return a body's HTML."""

    def terms(self, digest: str) -> bytes | None:
        """Return a body's terms, where the search has asked for them."""

    def blob(self, digest: str) -> bytes | None:
        """Return the bytes kept under their digest."""


class Maker:
    """Makes outputs' contents. Each process opens the store and compiles templates for itself, once."""

    def __init__(self, made: Ingredients, store: BodySource | None, path: Path | None) -> None:
        """Take bodies from the store, or from a connection of its own to the store at `path`."""
        self._made = made
        self._store = store
        self._path = path
        self._theme: object = None
        self._scaler: object = None

    def __reduce__(self) -> tuple[type[Maker], tuple[Ingredients, None, Path | None]]:
        """Leave behind what cannot cross to another process."""
        return type(self), (msgspec.structs.replace(self._made, reader=None), None, self._path)

    def detached(self) -> Maker:
        """Return one that opens the store for itself."""
        return Maker(self._made, None, self._path)

    @cached_property
    def _keys(self) -> Keys:
        return Keys(self._made)

    def make_traced(self, output: Deferred) -> tuple[bytes, bytes, bytes]:
        """Return a deferred output's content, its key, and the trace of what it read."""
        if self._made.reader is None:
            raise LookupError(output.path)
        made, trace = self._made.reader.make(output)
        return self.make(made), self._keys.of(output, trace), trace

    def make(self, output: SiteOutput) -> bytes:
        """Return the output's content. Raises errors.TemplateError, and ChangedError where a file to copy changed."""
        if isinstance(output, Deferred):
            return self.make_traced(output)[0]
        if isinstance(output, Page):
            return self._render(output)
        if isinstance(output, Document | Ready):
            return output.content
        if isinstance(output, Kept):
            raise LookupError(output.path)  # noqa: TRY004 - it is what it was, so nothing asks for it
        if isinstance(output, Shard):
            return output.make(self._terms)
        if isinstance(output, Card):
            return self._bodies().blob(made_key(output, self._made)) or self._draw(output)
        return self._copy(output)

    @property
    def root(self) -> Path:
        """The journal's folder."""
        return self._made.root

    def fill(self, reference: BodyRef) -> str:
        """Return a body's HTML with what stands for each of its slots."""
        from journal_site.site.bodies import fill  # noqa: PLC0415 - only exports take bodies without their pages

        return fill(reference, self._body)

    def _copy(self, output: Copy | Scaled | Stored) -> bytes:
        from journal_site.pictures.private import without_private_data  # noqa: PLC0415 - few builds copy

        if isinstance(output, Stored):
            blob = self._bodies().blob(output.digest)
            if blob is None:
                raise lost_row(output.path)
            return without_private_data(blob)
        if isinstance(output, Scaled):
            return self._bodies().blob(made_key(output, self._made)) or self._scale(output)
        content = self._read(output)
        if output.drawing:
            from journal_site.reading.html.svg import clean_svg  # noqa: PLC0415 - as above

            return clean_svg(content)
        return content if output.theme else without_private_data(content)

    def _scale(self, output: Scaled) -> bytes:
        from journal_site.pictures.scale import Scaler  # noqa: PLC0415 - Pillow is slow to load

        if not isinstance(self._scaler, Scaler):
            self._scaler = Scaler()
        return self._scaler.scale(self._read(output), self._made.files[output.asset], output.width)

    def _read(self, output: Copy | Scaled) -> bytes:
        theme = isinstance(output, Copy) and output.theme
        folder = self._made.theme_static if theme else self._made.root
        return read_same(folder, output.asset, self._made.files[place_of(output)])

    def _draw(self, card: Card) -> bytes:
        from journal_site.site.card import draw_card  # noqa: PLC0415 - Pillow is slow to load

        drawn = draw_card(card.view, self._made.root)
        if card.view.font:
            read_same(self._made.root, card.view.font, card.view.font_digest)
        return drawn

    def _bodies(self) -> BodySource:
        if self._store is None:
            assert self._path is not None  # noqa: S101 - without a store all is made in one process
            self._store = BodyReader(self._path)
        return self._store

    def _body(self, digest: str) -> bytes:
        body = self._bodies().body(digest)
        if body is None:
            raise lost_row(f"the text {digest}")
        return body

    def _terms(self, digest: str) -> bytes:
        terms = self._bodies().terms(digest)
        if terms is None:  # the body was read before the search was asked for
            from journal_site.terms import count_terms  # noqa: PLC0415 - seldom

            terms = count_terms(self._body(digest).decode())
        return terms

    def _render(self, page: Page) -> bytes:
        from journal_site.site.theme import Theme  # noqa: PLC0415 - an unchanged site needs no Jinja

        if not isinstance(self._theme, Theme):
            self._theme = Theme(self._made.templates, self._made.site)
        return self._theme.render(page, self._body)
