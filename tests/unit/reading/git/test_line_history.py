from __future__ import annotations

import difflib

from journal_site.reading.git.ask import Change, Hunk, read_patch
from journal_site.reading.git.line_history import NEVER, Histories


def changed(old: str, new: str, before: str = "log.md", after: str = "log.md") -> Change:
    """Return what git would say of two texts."""
    a, b = old.split("\n"), new.split("\n")
    opcodes = difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes()
    hunks = [Hunk(i, j - i, b[k:end]) for tag, i, j, k, end in opcodes if tag != "equal"]
    return Change(before, after, hunks)


def replayed(*texts: str) -> dict[str, int]:
    """Return which of many versions first had each line of the last, by the line."""
    histories = Histories()
    for number, text in enumerate(texts):
        change = changed(texts[number - 1], text) if number else Change("", "log.md", [Hunk(0, 0, text.split("\n"))])
        histories.replay(number, [change])
    last = histories.text("log.md", texts[-1].split("\n"))
    assert last.lines == texts[-1].split("\n")
    return dict(zip(last.lines, last.first, strict=True))


def test_each_line_has_the_commit_that_added_it() -> None:
    first = replayed("# Log\n\n## Day 1\nbread", "# Log\n\n## Day 1\nbread\n\n## Day 2\nrye")
    assert first == {"# Log": 0, "": 1, "## Day 1": 0, "bread": 0, "## Day 2": 1, "rye": 1}


def test_moved_lines_keep_their_commit() -> None:
    first = replayed("## Day 1\nbread\n## Day 2\nrye", "## Day 2\nrye\n## Day 1\nbread")
    assert set(first.values()) == {0}


def test_a_mended_heading_keeps_its_commit() -> None:
    first = replayed("## Day 1: Baking bred\nbread", "## Day 1: Baking bread, slowly\nbread")
    assert first["## Day 1: Baking bread, slowly"] == 0


def test_a_heading_of_another_day_is_new() -> None:
    first = replayed("## Day 1: Baking\nbread", "## Day 2: Baking\nbread")
    assert first["## Day 2: Baking"] == 1


def test_a_section_whose_words_were_mended_keeps_its_commit() -> None:
    first = replayed("# Log\n## Convolutional nets\nx", "# Log\n### Convolutional networks ###\nx\n## Attention\ny")
    assert first["### Convolutional networks ###"] == 0
    assert first["## Attention"] == 1


def test_a_log_that_finds_its_level_begins_there() -> None:
    first = replayed("# Log\n# Day 1\nbread", "# Log\n## Day 1\nbread\n## Day 2\nrye")
    assert first["## Day 1"] == 1


def test_a_slip_of_level_that_is_mended_is_no_new_heading() -> None:
    first = replayed("## Day 1\nbread\n# Day 2\nrye", "## Day 1\nbread\n## Day 2\nrye")
    assert first["## Day 2"] == 0


def test_a_text_that_was_lost_and_restored_is_as_old_as_it_was() -> None:
    text = "# Log\n## Day 1\nthe first loaf was flat\nbecause the yeast was dead\nso I bought new yeast"
    first = replayed(text, "# Log\n", text)
    assert set(first.values()) == {0}


def test_a_second_round_has_days_of_its_own() -> None:
    first = replayed(
        "# Log\n\n## Day 1\nthe first loaf of bread was flat\nand so was all else that day",
        "# Log\n",
        "# Log\n\n## Day 1\na second round begins with rye bread\nand with another kind of oven",
    )
    assert first["## Day 1"] == 2


def test_a_dated_heading_that_comes_back_is_as_old_as_it_was() -> None:
    first = replayed("## 5 September 2020\nbread", "## 5-6 September 2020\nbread", "## 5 September 2020\nrye")
    assert first["## 5 September 2020"] == 0


def test_a_line_that_moved_to_another_file_keeps_its_commit() -> None:
    histories = Histories()
    histories.replay(0, [Change("", "log.md", [Hunk(0, 0, ["## Day 1", "bread"])])])
    histories.replay(
        1, [Change("log.md", "log.md", [Hunk(0, 2, [])]), Change("", "r1.md", [Hunk(0, 0, ["## Day 1", "bread"])])]
    )
    assert histories.text("r1.md", ["## Day 1", "bread"]).first == [0, 0]


def test_a_renamed_file_keeps_its_lines() -> None:
    histories = Histories()
    histories.replay(0, [Change("", "log.md", [Hunk(0, 0, ["## Day 1"])])])
    histories.replay(1, [Change("log.md", "README.md", [])])
    assert histories.text("README.md", ["## Day 1"]).first == [0]


def test_what_is_not_committed_has_no_commit() -> None:
    histories = Histories()
    histories.replay(0, [Change("", "log.md", [Hunk(0, 0, ["## Day 1", "bread", "", "## Day 2: Ry", "rye"])])])
    now = ["## Day 1", "white bread", "", "## Day 2: Rye", "rye", "## Day 3"]
    assert histories.text("log.md", now).first == [0, NEVER, 0, 0, 0, NEVER]
    assert histories.text("new.md", ["## Day 1"]).first == [NEVER]


def test_merged_lines_have_the_commit_of_the_other_side() -> None:
    histories = Histories({"rye": 0})
    histories.replay(1, [Change("", "log.md", [Hunk(0, 0, ["bread"])])])
    histories.replay(2, [Change("log.md", "log.md", [Hunk(1, 0, ["rye", "mixed"])])], merge=True)
    assert histories.text("log.md", ["bread", "rye", "mixed"]).first == [1, 0, 2]


def test_a_rewriting_of_thousands_of_lines_takes_no_time_that_grows_with_their_square() -> None:
    old = "\n".join(f"## {n} section of the old text" for n in range(4000))
    new = "\n".join(f"## section {n} of the new one" for n in range(4000))
    assert set(replayed(old, new).values()) == {1}


def test_patches_are_read_with_their_names() -> None:
    patch = [
        b'diff --git "a/B\\303\\244cker.md" b/with space.md',
        b"similarity index 90%",
        b'rename from "B\\303\\244cker.md"',
        b"rename to with space.md",
        b'--- "a/B\\303\\244cker.md"',
        b"+++ b/with space.md\t",
        b"@@ -2 +1,0 @@",
        b"--- a line of two dashes, taken out",
        b"@@ -4,0 +4,2 @@",
        b"++++ a line that looks like a header",
        b"+two\r",
        b"\\ No newline at end of file",
        b"diff --git a/gone.md b/gone.md",
        b"deleted file mode 100644",
        b"--- a/gone.md",
        b"+++ /dev/null",
        b"@@ -1 +0,0 @@",
        b"-x",
    ]
    assert read_patch(patch) == [
        Change(
            "B\u00e4cker.md",
            "with space.md",
            [Hunk(1, 1, []), Hunk(4, 0, ["+++ a line that looks like a header", "two"])],
        ),
        Change("gone.md", "", [Hunk(0, 1, [])]),
    ]
