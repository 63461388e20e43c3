"""JSON Schemas that editors go by, made from the code by `make docs`; a copy lies in each journal's store."""

from __future__ import annotations

import contextlib
from pathlib import Path

SCHEMAS = Path(__file__).parent / "_schemas"
SITE = "site.schema.json"


def lay_out(store: Path) -> None:
    """Copy the schemas into a journal's store, where its site.yaml names them; a store that is closed has none."""
    with contextlib.suppress(OSError):
        store.mkdir(exist_ok=True)
        for schema in SCHEMAS.glob("*.json"):
            place, text = store / schema.name, schema.read_bytes()
            if not place.is_file() or place.read_bytes() != text:
                place.write_bytes(text)
