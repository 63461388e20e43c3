"""The classes that reading writes into a body, each with what it marks; a test renders all that there is and compares.

A name that ends in `*` stands for all that begin like it.
"""

from __future__ import annotations

from collections.abc import Mapping

_COLOURS = ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")
_ALERTS = {
    "note": "a note",
    "tip": "a hint",
    "important": "what must not be missed",
    "warning": "a warning",
    "caution": "a danger of doing so",
    "abstract": "a summary",
    "info": "something to know",
    "todo": "something to do",
    "success": "what worked",
    "question": "a question",
    "failure": "what did not work",
    "danger": "a danger",
    "bug": "a mistake in a program",
    "example": "an example",
    "quote": "a quotation",
    "other": "any other word that the author put there",
}

CLASSES: Mapping[str, Mapping[str, str]] = {
    "Text": {
        "tasks": "A list of tasks.",
        "task": "One task: an item with a box.",
        "table": "What scrolls around a table.",
        "right": "A cell or an element that its author aligned to the right.",
        "center": "A cell or an element that its author centred.",
        "justify": "An element whose lines its author made equally long.",
        "float-left": "A picture or table that stands at the left of the text.",
        "float-right": "A picture or table that stands at the right of the text.",
        "drawing": "SVG that stood in the text, as a picture.",
        "diagram": "What scrolls around a drawing of Mermaid.",
        "drawn": "A drawing under its title.",
        "footnote": "The number that leads to a footnote.",
        "footnotes": "All footnotes, at the end.",
        "footnote-back": "The way back from a footnote.",
        "missing": "A link without an address: what it leads to is not there, or not published.",
        "missing-picture": "What stands for a picture that cannot be shown: its alternative text.",
        "missing-why": "Within it, why it is not shown.",
        "embed": "What the text embeds (`![[…]]`): all or a part of another text, else a link to it.",
        "embed-source": "Below an embedded text, the link to where it stands.",
        "thing": "Behind a link, the mark that leads to the page of what it names.",
        "field": "The name of a field of a vault's, `mood` in `mood:: calm`.",
    },
    "Alerts": {
        "alert": "An alert: GitHub's `> [!NOTE]` or Obsidian's callout; a `details` where it folds.",
        "alert-title": "Its title.",
        **{f"alert-{kind}": f"Marks {words}." for kind, words in _ALERTS.items()},
    },
    "Code": {
        "line": "A line of a block whose lines are numbered, or (a `mark`) one that its author marked.",
        "code": "A block of code under the name of its language or file, or a notebook's cell under its number.",
        "c": "A comment, or a string that documents.",
        "d": "A preprocessor's line, a decorator, an attribute.",
        "e": "An error or a traceback.",
        "em": "Emphasised.",
        "f": "The name of a function or class where it is defined.",
        "gd": "A line taken out.",
        "gh": "A heading of a diff.",
        "gi": "A line put in.",
        "gp": "A prompt.",
        "k": "A keyword.",
        "m": "A number or a constant.",
        "n": "The name of a built-in, a module, an exception or a variable.",
        "o": "An operator that is a word.",
        "s": "A string.",
        "st": "Strong.",
        "t": "A tag.",
    },
    "Formulas": {
        "math": "A formula on lines of its own, as MathML.",
        "math-invalid": "A formula that cannot be read, as it was written.",
        "tml-*": "Temml's own, within a formula: spacing, alignment, fonts.",
        "chr-*": "Temml's own: a letter that an accent is moved above.",
        "wbk-*": "Temml's own: the same for browsers of one kind.",
    },
    "Notebooks": {
        "nb-outputs": "All outputs of one cell.",
        "nb-stdout": "What a cell printed.",
        "nb-stderr": "What it printed as a warning or an error.",
        "nb-error": "The traceback of what stopped it.",
        "nb-text": "Its output as text; also each of the two above.",
        "nb-html": "Its output as HTML, as a table.",
        "nb-markdown": "Its output as Markdown.",
        "nb-math": "Its output as a formula.",
        "nb-picture": "Its output as a picture.",
        "nb-note": "What is told of an output that cannot be shown, with a link to it where there is one.",
        "nb-long": "A long output, folded.",
        **{f"ansi-{name}": f"Terminal text in {name}." for name in _COLOURS},
        **{f"ansi-bright-{name}": f"Terminal text in bright {name}." for name in _COLOURS},
        **{f"ansi-on-{name}": f"Terminal text on {name}." for name in _COLOURS},
        **{f"ansi-on-bright-{name}": f"Terminal text on bright {name}." for name in _COLOURS},
        "ansi-bold": "Bold terminal text.",
        "ansi-dim": "Dim terminal text.",
        "ansi-italic": "Italic terminal text.",
        "ansi-underline": "Underlined terminal text.",
        "ansi-inverse": "Terminal text with its two colours exchanged.",
        "ansi-strike": "Terminal text that is struck through.",
    },
}


def meaning_of(name: str) -> str | None:
    """Return what a class marks, or None where it is not known."""
    for meanings in CLASSES.values():
        for known, meaning in meanings.items():
            if name == known or (known.endswith("*") and name.startswith(known[:-1])):
                return meaning
    return None
