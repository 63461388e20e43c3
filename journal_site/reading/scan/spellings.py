"""Names as a disk spells them: macOS archives letters and their marks apart (NFD), people type them as one (NFC)."""

from __future__ import annotations

import os
from pathlib import Path

from journal_site.slugs import composed


def spelt_on_disk(root: Path, path: str) -> str:
    """Return a path as the disk spells it, where it has one of that name in another Unicode form; else the path."""
    if path.isascii() or os.path.lexists(os.path.join(root, path)):
        return path
    found = ""
    for part in path.split("/"):
        wanted = composed(part)
        try:
            names = sorted(name for name in os.listdir(os.path.join(root, found)) if composed(name) == wanted)
        except (OSError, ValueError):
            return path
        if not names:
            return path
        found = f"{found}/{names[0]}" if found else names[0]
    return found
