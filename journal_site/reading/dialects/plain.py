"""Markdown as GitHub has it, whatever tools seem to be at work: what `dialect: plain` asks for."""

from __future__ import annotations

from journal_site.reading.dialects.contract import PLAIN

DIALECT = PLAIN
