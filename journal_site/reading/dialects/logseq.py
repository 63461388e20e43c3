"""Logseq's dialect."""

from __future__ import annotations

from journal_site.reading.dialects.contract import Dialect

DIALECT = Dialect()
