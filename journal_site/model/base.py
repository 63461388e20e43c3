"""What all core types have in common: frozen values, without behaviour beyond what follows from their own fields.

All are encoded as msgpack arrays in the store, so a changed field is a changed `FORMAT`.
"""

from __future__ import annotations

import msgspec

FORMAT = 10
"""Raised whenever a stored type or the meaning of a field changes: an older store is then rebuilt."""


class Value(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """What all core types have in common: frozen, keyword-only, compact when encoded."""
