"""Compiled templates: kept in this process, and those of the default theme on disk, beside Python's own modules.

An installed package has a folder for them (pip compiles what it installs). A checkout in which Python may write no
bytecode has none, and stays as it is.

Compiling takes longer than rendering some hundred pages. What a template compiles to hangs on its text, name and path,
on Jinja and on the environment's settings, and on nothing else.
"""

from __future__ import annotations

import contextlib
import hashlib
import importlib.util
import marshal
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2.compiler
from jinja2 import BytecodeCache
from jinja2.bccache import bc_magic

if TYPE_CHECKING:
    from types import CodeType

    from jinja2 import Environment
    from jinja2.bccache import Bucket

_DIGEST = 16
_NAME = "theme.compiled"


class CompiledTemplates(BytecodeCache):
    """Templates as they were last compiled: the preview makes a theme at each reading of the journal."""

    def __init__(self, settings: Mapping[str, object]) -> None:
        """Serve environments of these settings."""
        self._codes: dict[str, tuple[str, CodeType]] = {}
        self._settings = settings
        self._prepared = False

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template's code, where it was compiled from the same text."""
        checksum, code = self._codes.get(bucket.key, ("", None))
        if checksum == bucket.checksum:
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Remember a template's code."""
        if bucket.code is not None:
            self._codes[bucket.key] = (bucket.checksum, bucket.code)

    def prepare(self, environment: Environment, theme: Mapping[str, tuple[str, str]]) -> None:
        """Take the codes of the default theme's templates from disk; those that are not there yet, put there.

        `theme` has each template's text and path by its name.
        """
        if self._prepared:
            return
        self._prepared = True
        place = _place()
        self._codes.update(_read(place, self._header()))
        missing = [name for name, (text, path) in theme.items() if not self._has(name, text, path)]
        if missing and os.access(place.parent, os.W_OK):
            for name in missing:
                with contextlib.suppress(jinja2.TemplateError):  # told where a page needs it
                    environment.get_template(name)
            _write(place, self._header(), self._codes)

    def _has(self, name: str, text: str, path: str) -> bool:
        checksum, _ = self._codes.get(self.get_cache_key(name, path), ("", None))
        return checksum == self.get_source_checksum(text)

    def _header(self) -> bytes:
        """Return what the codes hang on beside each template's text, name and path."""
        status = Path(jinja2.compiler.__file__).stat()
        seen = (bc_magic, status.st_size, status.st_mtime_ns, sorted(self._settings.items(), key=lambda one: one[0]))
        return hashlib.blake2b(repr(seen).encode(), digest_size=_DIGEST).digest()


def _place() -> Path:
    return Path(importlib.util.cache_from_source(__file__)).with_name(f"{_NAME}.{sys.implementation.cache_tag}")


def _read(place: Path, header: bytes) -> dict[str, tuple[str, CodeType]]:
    """Return the codes, or none where they are not for this header; the checksum keeps damage from `marshal`."""
    try:
        raw = place.read_bytes()
    except OSError:
        return {}
    body = raw[2 * _DIGEST :]
    if raw[:_DIGEST] != header or raw[_DIGEST : 2 * _DIGEST] != _checksum(body):
        return {}
    codes: dict[str, tuple[str, CodeType]] = marshal.loads(body)  # noqa: S302 - as trusted as the .pyc files beside it
    return codes


def _write(place: Path, header: bytes, codes: Mapping[str, tuple[str, CodeType]]) -> None:
    body = marshal.dumps(dict(codes))
    scratch = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        scratch.write_bytes(header + _checksum(body) + body)
        scratch.replace(place)
    except OSError:
        scratch.unlink(missing_ok=True)


def _checksum(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_DIGEST).digest()
