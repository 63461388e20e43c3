"""Which tests are a room's own: those that are to notice when it is wrong."""

from __future__ import annotations

ROOMS: dict[str, tuple[str, ...]] = {
    "engine": (
        "tests/unit/engine", "tests/engine/test_incremental.py", "tests/engine/test_brought_back.py",
        "tests/engine/test_sources_as_a_whole.py", "tests/engine/test_written_outside.py",
        "tests/engine/test_pictures.py", "tests/engine/test_notebook_days.py",
        "tests/engine/test_damaged_store.py", "tests/commands/test_explain.py",
    ),
    "site": (
        "tests/unit/site", "tests/engine/test_written_outside.py", "tests/engine/test_damaged_store.py",
        "tests/engine/test_cards.py", "tests/engine/test_compiled.py",
    ),
    "index": ("tests/unit/index", "tests/engine/test_backlinks.py", "tests/engine/test_sources_as_a_whole.py"),
    "importing": ("tests/unit/importing", "tests/importing"),
    "serve": ("tests/unit/serve",),
    "reading/dates": ("tests/unit/reading/dates", "tests/unit/reading/outline/test_logs.py"),
    "reading/front_matter": ("tests/unit/reading/front_matter", "tests/unit/importing"),
    "reading/dialects": ("tests/dialects",),
}  # fmt: skip
"""Each room below `journal_site/`, with files and folders of tests: the nearest, so that a trial stays short."""

MADE = ("journal_site/reading/dates/words.py",)
"""Files that are made from others (`make languages`), whose own tests compare them with what they are made from."""

PASSED_OVER = (
    "test_real_journals.py", "in_real_journals", "test_interrupted.py", "test_properties.py", "test_growth.py",
    "test_large_texts.py",
)  # fmt: skip
"""Of the tests: those for which journals lie beside the checkout, and those that try so much that they take minutes."""
