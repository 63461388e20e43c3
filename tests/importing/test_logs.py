"""A log becomes entry files that read as it did in place."""

from __future__ import annotations

import shutil

from journal_site.config.machine_zone import machine_zone, zone_line
from tests.importing.import_test import ImportTest, actions, assert_same, built, codes

LOG = """\
# 100 days of baking

I want to learn three things:

- to knead
- to wait

Started on 1 March 2021.

## Day 1: 1 March 2021 - *White* bread

Tags: flour, water

It was [flat][why], and so was my [second](https://example.org/second) one.[^1]

### Day 1, evening

- [ ] buy yeast

## Day 2-3: 2-3 March 2021

![loaf](pictures/my%20loaf.png) and [the notebook](sums.ipynb), see [the first day](#day-1-1-march-2021---white-bread).

```
## Day 9 is in code, and [why] is no link
```

## R2D5 - 4/3/21

Rye.

# Links that I liked

On [rye](https://example.org/rye).

[why]: https://example.org/why "Why?"
[^1]: The second was worse.
"""


def filled(journal: ImportTest) -> ImportTest:
    journal.write("LOG.md", LOG)
    journal.write("pictures/my loaf.png", b"PNG")
    journal.write("sums.ipynb", '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}')
    return journal


def test_each_day_becomes_a_file(journal: ImportTest) -> None:
    report = filled(journal).run()
    assert codes(report) == []
    assert journal.files() == [
        "day-1.md", "day-2.md", "index.md", "note-links-that-i-liked.md", "pictures/my loaf.png", "r2-day-5.md",
        "sums.ipynb",
    ]  # fmt: skip
    assert set(actions(report).values()) == {"created"}


def test_in_place_and_imported_are_the_same(journal: ImportTest) -> None:
    filled(journal).run()
    imported = journal.site()
    in_place = built(journal.there, "title: Bread\nsources: [LOG.md]\n")
    assert_same(in_place, imported)
    assert [entry["id"] for entry in imported["entries"]] == ["day-1", "day-2", "r2-day-5", "note-links-that-i-liked"]


def test_the_text_stays_as_it_was_written(journal: ImportTest) -> None:
    filled(journal).run()
    text = journal.text("day-1.md")
    assert text.startswith("---\n")
    start, end = LOG.index("Tags: flour"), LOG.index("## Day 2-3")
    assert LOG[start:end].strip() in text
    assert '[why]: https://example.org/why "Why?"' in text
    assert "[^1]: The second was worse." in text
    assert journal.text("day-2.md").startswith("---\ntitle:")
    assert "date: [2021-03-02, 2021-03-03]\nday: [2, 3]\n" in journal.text("day-2.md")
    assert "[why]: https" not in journal.text("day-2.md"), "a label in code is no link"


def test_links_lead_to_the_new_files(journal: ImportTest) -> None:
    filled(journal).run()
    text = journal.text("day-2.md")
    assert "![loaf](pictures/my%20loaf.png)" in text
    assert "[the notebook](sums.ipynb)" in text
    assert "[the first day](day-1.md)" in text


def test_a_new_journal_gets_its_settings_and_an_old_one_keeps_them(journal: ImportTest) -> None:
    filled(journal).run()
    settings = (journal.here / "site.yaml").read_text(encoding="utf-8")
    assert 'title: "100 days of baking"\n' in settings
    assert "sources: [entries/]\n" in settings
    assert zone_line(machine_zone()) in settings.splitlines()
    (journal.here / "site.yaml").write_text("title: Mine\nsources: [notes/]\n", encoding="utf-8")
    (journal.here / "notes").mkdir()
    assert codes(journal.run()) == ["import-sources"]
    assert (journal.here / "site.yaml").read_text(encoding="utf-8") == "title: Mine\nsources: [notes/]\n"


def test_a_dry_run_writes_nothing(journal: ImportTest) -> None:
    report = filled(journal).run(dry_run=True)
    assert set(actions(report).values()) == {"created"}
    assert list(journal.here.iterdir()) == []


def test_a_log_in_the_journal_itself(journal: ImportTest) -> None:
    filled(journal)
    journal.write("tools/knead.py", "x = 1\n")
    journal.write("LOG.md", LOG + "\n## Day 6\n\n[tool](tools/knead.py) and [the plan](plan.md)\n")
    journal.write("plan.md", "# Plan\n")
    shutil.copytree(journal.there, journal.here, dirs_exist_ok=True)
    journal.run(root=journal.here)
    assert "[tool](../tools/knead.py) and [the plan](../plan.md)" in journal.text("day-6.md")
    assert "pictures/my loaf.png" in journal.files()
    assert "tools/knead.py" not in journal.files()


def test_years_and_starts_that_the_author_tells(journal: ImportTest) -> None:
    journal.write("LOG.md", "# Log\n\n## Day 1: 30 December\n\nBread.\n\n## Day 2: 2 January\n\nRye.\n")
    journal.run(year=2021)
    assert "date: 2020-12-30" in journal.text("day-1.md")
    assert "date: 2021-01-02" in journal.text("day-2.md")


def test_consecutive_days_are_dated_from_the_first(journal: ImportTest) -> None:
    journal.write("LOG.md", "# Log\n\n## Day 1\n\nBread.\n\n## Day 3\n\nRye.\n")
    from datetime import date

    journal.run(dates="consecutive", start=date(2021, 3, 1))
    assert "date: 2021-03-03" in journal.text("day-3.md")


def test_notes_keep_their_topics(journal: ImportTest) -> None:
    journal.write(
        "LOG.md", "# Notes\n\n## Nets\n\n### Deep: ones\n\nOne.\n\n### Day 5\n\nNo day.\n\n## Trees #forest\n\nTwo.\n"
    )
    journal.run()
    in_place = built(journal.there, "title: Notes\nsources: [LOG.md]\n")
    assert_same(in_place, journal.site())


def test_a_heading_with_markup_stays_a_heading(journal: ImportTest) -> None:
    journal.write(
        "LOG.md", "## Day 1: [Bread](https://example.org/bread), `oven` & ![x](x.png)\n\nText.\n\n## Day 2\n\nRye.\n"
    )
    journal.write("x.png", b"PNG")
    journal.run()
    assert "# Day 1: [Bread](https://example.org/bread)" in journal.text("day-1.md")
    assert_same(built(journal.there, "title: Bread\nsources: [LOG.md]\n"), journal.site())


def test_titles_that_yaml_would_take_for_something_else(journal: ImportTest) -> None:
    titles = ["NO", "12:30", "a: b", "# c", "'d'", '"e', "- f", "{g}", "null", "2021-03-01", "@h", "10", "[[i]]"]
    journal.write("LOG.md", "".join(f"## Day {n}: {title}\n\nText {n}.\n\n" for n, title in enumerate(titles, 1)))
    assert codes(journal.run()) == []
    assert_same(built(journal.there, "title: Bread\nsources: [LOG.md]\n"), journal.site())


def test_days_of_one_number_and_names_that_no_file_may_have(journal: ImportTest) -> None:
    journal.write(
        "LOG.md",
        "# N\n\n## Day 1\n\nA.\n\n## Day 1\n\nB.\n\n## Day 2\n\nC.\n\n# " + "Ländliche Öfen " * 20 + "\n\nD.\n",
    )
    journal.run()
    assert_same(built(journal.there, "title: Bread\nsources: [LOG.md]\n"), journal.site())
    assert all(len(name.encode()) < 220 for name in journal.files())


def test_mojibake_is_repaired_and_said_and_code_is_left_alone(journal: ImportTest) -> None:
    journal.write(
        "LOG.md", "## Day 1: cafÃ©\n\nA party ðŸ¥³ with `cafÃ©`.\n\n    Ã© in code\n\n## Day 2\n\nCafé, naïve.\n"
    )
    report = journal.run()
    assert [(one.code, one.location.line) for one in report.diagnostics] == [("mojibake", 1), ("mojibake", 3)]
    assert "'ðŸ¥³' was '🥳'" in report.diagnostics[1].message
    text = journal.text("day-1.md")
    assert "title: café" in text
    assert "A party 🥳 with `cafÃ©`." in text
    assert "    Ã© in code" in text
    assert "ðŸ" in (journal.there / "LOG.md").read_text(encoding="utf-8"), "the log itself stays as it is"


def test_what_is_left_out_is_told(journal: ImportTest) -> None:
    journal.write("LOG.md", "## Day 1\n\nBread.\n\n## Day 2\n\n")
    report = journal.run()
    assert journal.files() == ["day-1.md"]
    assert [(one.path, one.line) for one in report.left_out] == [("../there/LOG.md", 5)]


def test_text_without_days_or_headings(journal: ImportTest) -> None:
    journal.write("LOG.md", "Only a line.\n")
    journal.run()
    assert journal.files() == ["index.md"]
    assert journal.site()["introduction"] == "Only a line."
