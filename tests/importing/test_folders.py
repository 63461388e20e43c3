"""Folders that other programs read become entry files: Jekyll, Hugo, Pelican, Obsidian, Logseq, a folder a day."""

from __future__ import annotations

import pytest

from journal_site.config import read_config
from tests.importing.import_test import ImportTest, codes

GIF = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;"


def test_jekyll(journal: ImportTest) -> None:
    journal.write("_config.yml", "title: x\n")
    journal.write("assets/loaf.png", b"PNG")
    journal.write(
        "_posts/2021-03-01-start.md",
        '---\nlayout: post\ntitle:  "Baking: the start"\ndate:   2021-03-01 10:00:00 +0100\n'
        "image: /assets/loaf.png\n---\n\n"
        "![a]({{ site.baseurl }}/assets/loaf.png) ![b](/assets/loaf.png) "
        "![c]({{ '/assets/loaf.png' | relative_url }})\n"
        '[next]({% post_url 2021-03-02-rye %}) <img src="{{ site.url }}/assets/loaf.png">\n',
    )
    journal.write("_posts/2021-03-02-rye.md", "---\ntitle: Rye\n---\n[first](2021-03-01-start.md)\n")
    assert codes(journal.run(".")) == []
    assert journal.files() == ["2021-03-01-start.md", "2021-03-02-rye.md", "assets/loaf.png"]
    assert journal.text("2021-03-01-start.md") == (
        '---\nlayout: post\ntitle:  "Baking: the start"\ndate:   2021-03-01 10:00:00 +0100\n'
        "image: assets/loaf.png\n---\n\n"
        "![a](assets/loaf.png) ![b](assets/loaf.png) ![c](assets/loaf.png)\n"
        '[next](2021-03-02-rye.md) <img src="assets/loaf.png">\n'
    )
    assert journal.text("2021-03-02-rye.md").startswith("---\ntitle: Rye\ndate: 2021-03-02\n---\n")


def test_hugo(journal: ImportTest) -> None:
    journal.write("hugo.toml", 'title = "x"\n')
    journal.write("themes/plain/README.md", "# A theme\n")
    journal.write("archetypes/default.md", "---\ntitle: '{{ .Name }}'\n---\n")
    journal.write("static/img/a.png", b"PNG")
    journal.write("content/posts/third/b.png", b"PNG")
    journal.write(
        "content/posts/first.md",
        '+++\ntitle = "First: bread"\ndate = 2021-03-01T10:00:00Z\ntags = ["a", "b, c"]\nweight = 3\n'
        "draft = true\n+++\n\n![a](/img/a.png)\n",
    )
    journal.write("content/posts/third/index.md", "---\ntitle: Third\ndate: 2021-03-03\n---\n![b](b.png)\n")
    journal.run(".")
    assert journal.files() == [
        "content/posts/first.md", "content/posts/third/b.png", "content/posts/third/index.md", "static/img/a.png",
    ]  # fmt: skip
    assert journal.text("content/posts/first.md") == (
        '---\ntitle: "First: bread"\ndate: 2021-03-01\ntags: [a, "b, c"]\ndraft: true\nweight: 3\n---\n\n'
        "![a](../../static/img/a.png)\n"
    )
    entries = {entry["id"]: entry for entry in journal.site()["entries"]}
    assert entries["content/posts/third"]["date"] == "2021-03-03"
    assert entries["content/posts/first"]["topics"] == ["a", "b-c"]


def test_pelican(journal: ImportTest) -> None:
    journal.write("pelicanconf.py", "PATH = 'content'\n")
    journal.write("content/images/x.jpg", b"JPG")
    journal.write(
        "content/one.md",
        "Title: My post\nDate: 2021-03-01 10:20\nCategory: Python\nTags: pelican, publishing\nSlug: my-super-post\n"
        "Summary: Short version\n\n![x]({static}/images/x.jpg) [other]({filename}/sub/two.md)\n",
    )
    journal.write("content/sub/two.md", "Title: Two\nDate: 2021-03-02\n\nText\n")
    journal.run(".")
    assert journal.text("content/one.md") == (
        "---\ntitle: My post\ndate: 2021-03-01\ntags: [pelican, publishing, Python]\nslug: my-super-post\n"
        "description: Short version\n---\n\n![x](images/x.jpg) [other](sub/two.md)\n"
    )
    assert {entry["id"] for entry in journal.site()["entries"]} == {"my-super-post", "content/sub/two"}


def test_obsidian(journal: ImportTest) -> None:
    journal.write(".obsidian/app.json", "{}")
    journal.write("attachments/p.gif", GIF)
    journal.write(
        "daily/2021-03-01.md", "---\ntags:\n  - daily\n---\n# Bread\n\n[[2021-03-02|next]] ![[p.gif]] [[Nets#Deep]]\n"
    )
    journal.write("daily/2021-03-02.md", "text #tag\n")
    journal.write("Nets.md", "# Nets\n\n## Deep\n\nx\n")
    journal.run(".")
    assert journal.files() == ["Nets.md", "attachments/p.gif", "daily/2021-03-01.md", "daily/2021-03-02.md"]
    assert journal.text("daily/2021-03-01.md") == (
        "---\ntags:\n  - daily\ndate: 2021-03-01\n---\n# Bread\n\n[[2021-03-02|next]] ![[p.gif]] [[Nets#Deep]]\n"
    )
    entries = {entry["id"]: entry for entry in journal.site()["entries"]}
    assert len(entries["daily/2021-03-01"]["images"]) == 1


def test_logseq(journal: ImportTest) -> None:
    journal.write("logseq/config.edn", "{}")
    journal.write("logseq/bak/old.md", "- old\n")
    journal.write("assets/i.png", b"PNG")
    journal.write("journals/2021_03_01.md", "- did a thing\n\t- ![i](../assets/i.png)\n- [[Nets]] #tag\n")
    journal.write("pages/Nets.md", "title:: Nets\ntags:: a, b\n\n- x\n")
    journal.run(".")
    assert journal.files() == ["assets/i.png", "journals/2021_03_01.md", "pages/Nets.md"]
    assert journal.text("journals/2021_03_01.md").startswith("---\ndate: 2021-03-01\n---\n\n- did a thing\n")
    assert journal.text("pages/Nets.md") == "---\ntitle: Nets\ntags: [a, b]\n---\n\n- x\n"


def test_a_folder_a_day(journal: ImportTest) -> None:
    journal.write("README.md", "# 100 days of bread\n\nBegin with [the first](Day01).\n")
    journal.write("Day01/README.md", "# Day 1: Flour\n\nThen [two](../Day02/README.md)\n")
    journal.write("Day02/README.md", "## Notes\n\n![a](img/a.png)\n\n[code](a.py) [out](sums.ipynb)\n")
    journal.write("Day02/img/a.png", b"PNG")
    journal.write("Day02/a.py", "x = 1\n")
    journal.write("Day02/sums.ipynb", '{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}')
    journal.run(".")
    assert journal.files() == [
        "Day01/README.md", "Day02/README.md", "Day02/a.py", "Day02/img/a.png", "Day02/sums.ipynb", "README.md",
    ]  # fmt: skip
    assert journal.text("Day02/README.md") == (
        "---\nday: 2\n---\n\n## Notes\n\n![a](img/a.png)\n\n[code](a.py) [out](sums.ipynb)\n"
    )
    assert "Begin with [the first](Day01/README.md)." in journal.text("README.md")
    assert [entry["day"] for entry in journal.site()["entries"]] == [1, 2]


def test_a_folder_with_settings_of_its_own_is_read_by_them(journal: ImportTest) -> None:
    journal.write("site.yaml", "title: Bread\nsources: [{path: LOG.md, year: 2019}, notes]\n")
    journal.write("LOG.md", "## Day 1: 3 March\n\nBread.\n")
    journal.write("notes/2020-01-01.md", "Rye.\n")
    journal.write("elsewhere.md", "x\n")
    journal.run(".")
    assert journal.files() == ["2020-01-01.md", "day-1.md"]
    assert "date: 2019-03-03" in journal.text("day-1.md")


def test_front_matter_that_cannot_be_read_is_kept_as_it_is(journal: ImportTest) -> None:
    text = "---\ntitle: [a\n---\n\nBread.\n"
    journal.write("2021-03-01.md", text)
    journal.run(".")
    assert journal.text("2021-03-01.md").endswith("Bread.\n")
    assert "title: [a" in journal.text("2021-03-01.md")


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("_config.yml", "title: My diary # of bread\nurl: x\n", "My diary"),
        ("_config.yml", "theme: minima\ntitle: 'Rye: a diary'\n", "Rye: a diary"),
        ("hugo.toml", 'baseURL = "x"\ntitle = "Hugo bread"\n[params]\ntitle = "no"\n', "Hugo bread"),
        ("hugo.toml", '[params]\ntitle = "no"\n', "here"),
        ("pelicanconf.py", "AUTHOR = 'A'\nSITENAME = 'Loaves'\n", "Loaves"),
        ("_config.yml", "title: >-\n  Folded\n", "here"),
    ],
)
def test_the_journal_is_called_as_the_site_was(journal: ImportTest, name: str, text: str, title: str) -> None:
    journal.write(name, text)
    journal.write("_posts/2021-03-01-rye.md", "---\ntitle: Rye\n---\nDark.\n")
    journal.run(".")
    assert read_config(journal.here).title == title


def test_a_readme_that_is_its_folders_only_text_stays_an_entry(journal: ImportTest) -> None:
    journal.write("2026-03-01.md", "# Rye\n\nDense.\n")
    journal.write("loaf/README.md", "# Loaf\n\nThe first.\n")
    report = journal.run(".")
    assert codes(report) == []
    assert {entry["title"] for entry in journal.site()["entries"]} == {"Rye", "Loaf"}
    assert journal.text("loaf/README.md") == "# Loaf\n\nThe first.\n"
