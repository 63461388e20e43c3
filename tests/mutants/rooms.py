"""Which tests are a room's own: those that are to notice when it is wrong."""

from __future__ import annotations

ROOMS: dict[str, tuple[str, ...]] = {
    "engine": ("tests/unit/engine", "tests/engine", "tests/commands/test_explain.py"),
    "site": ("tests/unit/site", "tests/engine"),
    "index": ("tests/unit/index", "tests/engine", "tests/invalid_sites"),
    "importing": ("tests/unit/importing", "tests/importing"),
    "serve": ("tests/unit/serve", "tests/commands/test_command_line.py"),
    "reading/dates": ("tests/unit/reading/dates", "tests/unit/reading/outline", "tests/markdown", "tests/languages"),
    "reading/front_matter": (
        "tests/unit/reading/front_matter",
        "tests/unit/importing",
        "tests/invalid_sites",
        "tests/privacy",
    ),
    "reading/dialects": ("tests/dialects", "tests/unit/reading/body", "tests/privacy"),
}  # fmt: skip
"""Each room below `journal_site/`, with files and folders of tests."""

MADE = ("journal_site/reading/dates/words.py",)
"""Files that are made from others (`make languages`), whose own tests compare them with what they are made from."""

PASSED_OVER = (
    "test_real_journals.py", "in_real_journals", "test_interrupted.py", "test_properties.py", "test_growth.py",
    "test_large_texts.py",
)  # fmt: skip
"""Of the tests: those for which journals lie beside the checkout, and those that try so much that they take minutes."""
