"""Which problems `quiet` may keep from being told: all that are no error."""

from __future__ import annotations

from typing import Final

QUIETABLE: Final = frozenset({
    "alias-taken", "alias-unusable", "anchor-missing", "avatar-missing", "card-letters", "cards-without-url",
    "code-plain", "comment-headings", "date-conflict", "date-guessed-year", "date-impossible", "date-order",
    "date-order-open", "day-repeated", "days-unclear",
    "diagram-plain", "file-heavy", "file-left-out", "front-matter-comment", "front-matter-syntax", "front-matter-type",
    "front-matter-unknown", "front-matter-visibility", "git-batch", "git-inherited", "git-shallow", "git-unavailable",
    "git-uncommitted", "html-left-out", "image-alt", "image-missing", "image-unreadable", "language-without-labels",
    "link-missing", "link-outside", "link-unpublished", "math-engine-missing", "math-invalid", "menu-unknown",
    "not-utf-8", "notebook-broken", "notebook-cell", "notebook-checkpoint", "notebook-missing", "page-replaced",
    "place-taken", "script-kept-out", "site-heavy", "source-unreadable", "store", "syntax-unknown", "table-row-cut",
    "template-unused", "text-unfenced",
    "topic-merged",
    "wikilink-ambiguous", "wikilink-missing",
})  # fmt: skip
