"""Pictures and other media out of a notebook: each distinct one becomes a file beside the notebook's page."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
from urllib.parse import unquote_to_bytes

from journal_site.expressions import expression
from journal_site.model.base import Value
from journal_site.pictures.measure import measure
from journal_site.reading.html.svg import clean_svg

SUFFIXES = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/jpg": ".jpg",
    "image/gif": ".gif",
    "image/webp": ".webp",
    "image/avif": ".avif",
    "image/bmp": ".bmp",
    "image/svg+xml": ".svg",
    "audio/mpeg": ".mp3",
    "audio/ogg": ".ogg",
    "audio/wav": ".wav",
    "audio/x-wav": ".wav",
    "video/mp4": ".mp4",
    "video/ogg": ".ogv",
    "video/webm": ".webm",
    "application/pdf": ".pdf",
}
"""The media types that may become files, with the names that they get."""

_DATA_URL = expression(r"\s*data:([\w.+-]+/[\w.+-]+)((?:;[^,;]*)*),(.*)", re.DOTALL | re.IGNORECASE)
_SPACE = expression(rb"\s+")


def picture_digest(raw: bytes) -> str:
    """Return the digest under which a picture's bytes are kept."""
    return hashlib.blake2b(raw, digest_size=20).hexdigest()


class NotebookPicture(Value, frozen=True, kw_only=True):
    """One media file of a notebook."""

    name: str
    """Below the notebook's page: `picture-1.png`."""
    digest: str
    mime: str
    width: int = 0
    height: int = 0


class Pictures:
    """The files of one notebook, numbered as they come."""

    def __init__(self) -> None:
        """Begin with none."""
        self._by_digest: dict[str, NotebookPicture] = {}
        self._raw: dict[str, bytes] = {}

    def add(self, raw: bytes, mime: str) -> NotebookPicture | None:
        """Keep the bytes under a name, once; None for a media type that gets no file, or an SVG that is none."""
        mime = mime.lower()
        suffix = SUFFIXES.get(mime)
        if suffix == ".svg":
            raw = clean_svg(raw)
        if suffix is None or not raw:
            return None
        digest = picture_digest(raw)
        if digest not in self._by_digest:
            group = "picture" if mime.startswith("image/") else "media"
            name = f"{group}-{len(self._raw) + 1}{suffix}"
            width, height = measure(raw)[:2] if group == "picture" else (0, 0)
            self._by_digest[digest] = NotebookPicture(name=name, digest=digest, mime=mime, width=width, height=height)
            self._raw[name] = raw
        return self._by_digest[digest]

    def add_base64(self, text: str, mime: str) -> NotebookPicture | None:
        """Keep base64 text's bytes; None where it is not base64."""
        raw = _decode(text.encode("ascii", "replace"))
        return self.add(raw, mime) if raw else None

    def add_data_url(self, url: str) -> NotebookPicture | None:
        """Keep what a `data:` URL holds; None where it is none, or broken."""
        match = _DATA_URL.fullmatch(url)
        if match is None:
            return None
        mime, parameters, payload = match.groups()
        raw = unquote_to_bytes(payload)
        if "base64" in parameters.lower():
            raw = _decode(raw)
        return self.add(raw, mime) if raw else None

    def images(self) -> tuple[NotebookPicture, ...]:
        """Return all that were kept, in order."""
        return tuple(self._by_digest.values())

    def files(self) -> dict[str, bytes]:
        """Return the bytes by file name, in order."""
        return dict(self._raw)


def _decode(text: bytes) -> bytes:
    try:
        return base64.b64decode(_SPACE.sub(b"", text), validate=True)
    except (binascii.Error, ValueError):
        return b""
