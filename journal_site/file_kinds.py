"""Kinds of files by their names: which are texts, which are shown, and which are published as they are."""

from __future__ import annotations

import os

TEXT_SUFFIXES = frozenset({".md", ".markdown", ".mdx"})
OTHER_TEXTS = {
    ".qmd": "Quarto", ".rmd": "R Markdown", ".org": "Org", ".rst": "reStructuredText", ".txt": "plain text",
    ".adoc": "AsciiDoc", ".asciidoc": "AsciiDoc", ".text": "plain text",
}  # fmt: skip
"""What people keep journals in that is not read. Quarto's and R's are Markdown around code, which shows and hides its
results by rules of its own: without a run of it, a page would show what its author hides and lack what they show."""
LINKED_TEXT_SUFFIXES = TEXT_SUFFIXES | {"", ".org"}
"""What a link may end with that means an entry; the empty one is a name without a suffix."""
FOLDER_FILES = frozenset({"readme", "index", "_index"})
"""Names, without suffix, of texts that stand for their folder."""
PICTURES = frozenset({
    ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".bmp", ".svg", ".ico", ".tif", ".tiff",
    ".heic", ".heif",
})  # fmt: skip
_SOUNDS = frozenset({".mp3", ".ogg", ".oga", ".opus", ".wav", ".m4a", ".flac"})
_FILMS = frozenset({".mp4", ".webm", ".mov", ".m4v", ".ogv"})
MEDIA = PICTURES | _SOUNDS | _FILMS
"""What a text shows in place."""
_DOCUMENTS = frozenset({
    ".pdf", ".epub", ".djvu", ".ps", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods", ".ppt", ".pptx", ".odp",
    ".key", ".csv", ".tsv", ".txt", ".zip", ".gz", ".tgz", ".7z", ".vtt", ".srt", ".ics", ".bib", ".html", ".htm",
    ".excalidraw", ".drawio",
})  # fmt: skip
PUBLISHED = MEDIA | _DOCUMENTS
"""What a site can hold for its readers; other files are better read in the repository."""
NOTEBOOK = ".ipynb"


def is_media(path: str) -> bool:
    """Tell by its name whether a file is what a text shows in place: a picture, a sound, a film."""
    return os.path.splitext(path)[1].lower() in MEDIA  # noqa: PTH122 - as below


def is_picture(path: str) -> bool:
    """Tell by its name whether a file is a picture that browsers show."""
    return os.path.splitext(path)[1].lower() in PICTURES  # noqa: PTH122 - a Path costs more than the call
