"""What front matter says: every key and spelling, every form, and every misuse told without losing the entry."""

import datetime as dt
import subprocess
import sys

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.errors import Diagnostic
from journal_site.model.outline import FrontMatter
from journal_site.reading.front_matter.fields import _KEYS as FIELDS
from journal_site.reading.front_matter.read import read_front_matter, split_front_matter
from journal_site.reading.front_matter.values import time_of

DAY = dt.date(2024, 9, 14)


def read(text: str) -> tuple[FrontMatter, tuple[Diagnostic, ...]]:
    front, _, _ = split_front_matter(text)
    assert front
    return read_front_matter(front, "entries/x.md")


def clean(yaml: str) -> FrontMatter:
    """Return what lines of YAML say that have no problem."""
    front, problems = read(f"---\n{yaml}\n---\n")
    assert problems == ()
    return front


def told(yaml: str) -> list[tuple[str, int, int]]:
    return [(each.code, each.location.line, each.location.column) for each in read(f"---\n{yaml}\n---\n")[1]]


def test_every_key_is_read() -> None:
    front = clean(
        "title: Rye\ndate: 2024-09-14\nday: 16\nround: 2\nkind: note\ntags: [a, b]\ndraft: yes\nslug: rye\n"
        "aliases: [old, /r/]\ndescription: About rye\nupdated: 2024-09-15\nimage: rye.png\n"
        "minutes: 45\nrest: true\nmood: good"
    )
    assert front == FrontMatter(
        title="Rye", date=DAY, day=16, round=2, kind="note", tags=("a", "b"), draft=True, withheld="a draft",
        slug="rye", slug_line=9, aliases=("old", "/r/"), description="About rye", updated=dt.date(2024, 9, 15),
        image="rye.png", image_place=(13, 8), minutes=45, rest=True, extra={"mood": "good"},
    )  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "tags: [NLP, deep learning]", "tag: NLP, deep learning", "topics: NLP,deep learning",
        "topic: [NLP, 'deep learning']", "categories:\n  - NLP\n  - deep learning",
        "keywords: NLP; deep learning", "Tags: ['#NLP', deep learning]",
        "tags: '[[NLP]], [[deep learning]]'", "tags: '#NLP #[[deep learning]]'", "tags: [NLP, ~, deep learning, NLP]",
        "categories: NLP\ntopics: deep learning\ntags: [NLP]",
        "categories: [[NLP, deep learning], [NLP]]", "categories:\n  - [NLP]\n  - deep learning",
        "taxonomy: {tag: [NLP], category: deep learning}",
    ],
)  # fmt: skip
def test_tags_as_people_write_them(line: str) -> None:
    assert clean(line).tags == ("NLP", "deep learning")


def test_tags_of_other_forms() -> None:
    assert clean("tags: '#a #b'").tags == ("a", "b")
    assert clean("tags: machine learning").tags == ("machine learning",)
    assert clean("tags: [3.10, 010, NO, c++, a/b]").tags == ("3.10", "010", "NO", "c++", "a/b")
    assert clean("tags:").tags == ()
    assert clean("tags:\n- Goal: read").tags == ("Goal: read",)


@pytest.mark.parametrize(
    "line",
    [
        "date: 2024-09-14", "date: '2024-09-14'", "date: 2024-09-14T23:30:00+09:00", "date: 2024-09-14 23:59:59 -0800",
        "date: 2024/9/14", "Date: Sep 14, 2024", "date: 14 September 2024", "date: Saturday, 14 September 2024",
        "date: '[[2024-09-14]]'", "published: 2024-09-14", "date: 2024年9月14日",
        "date: 14/09/2024", "date: 09/14/2024", "date: 14.9.2024",
    ],
)  # fmt: skip
def test_dates_as_people_write_them(line: str) -> None:
    front = clean(line)
    assert (front.date, front.end_date, front.dates) == (DAY, None, ())


def test_many_dates_and_days() -> None:
    front = clean("date: [2024-02-02, 2024-02-07, 2024-02-04]\ndays: [3, 4, 6]")
    assert front.dates == (dt.date(2024, 2, 2), dt.date(2024, 2, 4), dt.date(2024, 2, 7))
    assert (front.date, front.end_date) == (front.dates[0], front.dates[-1])
    assert (front.day, front.days) == (3, (3, 4, 6))
    assert clean("date: 2024-02-02 - 2024-02-04").dates == tuple(dt.date(2024, 2, day) for day in (2, 3, 4))
    assert clean("day: 45-47").days == (45, 46, 47)
    assert clean("date: 2024-02-02\nend_date: 2024-02-05").end_date == dt.date(2024, 2, 5)


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ("title: NO", "title", "NO"), ("title: 2048", "title", "2048"), ("title: Day 3: X", "title", "Day 3: X"),
        ("title: null", "title", None), ("title: 'null'", "title", "null"),
        ("title: *bold* move", "title", "*bold* move"),
        ("title: >\n  two\n  lines", "title", "two lines"), ("day: 010", "day", 10), ("day: '16'", "day", 16),
        ("day: Day 16", "day", 16), ("day: 16/100", "day", 16), ("day: 0", "day", 0), ("round: R2", "round", 2),
        ("draft: on", "draft", True), ("publish: false", "draft", True), ("published: false", "draft", True),
        ("published: true", "draft", False), ("draft: true\npublished: true", "draft", True),
        ("status: draft", "draft", True),
        ("permalink: /2020/rye.html", "slug", "2020/rye"), ("permalink: /a/b/", "slug", "a/b"),
        ("slug: Hello World!", "slug", "hello-world"), ("slug: 010", "slug", "010"),
        ("permalink: /p\nslug: s", "slug", "s"),
        ("alias: Old name", "aliases", ("Old name",)), ("aliases: a, b", "aliases", ("a", "b")),
        ("redirect_from: [/a/]", "aliases", ("/a/",)), ("lastmod: 2024-09-14T01:02:03Z", "updated", DAY),
        ("modified: 2024-09-14\nupdated: 2024-09-14", "updated", DAY), ("cover: a.png", "image", "a.png"),
        ("image: {path: a.png, alt: x}", "image", "a.png"), ("cover:\n  image: a.png", "image", "a.png"),
        ("images: [a.png, b.png]", "image", "a.png"), ("image: '![[a.png|300]]'", "image", "a.png"),
        ("minutes: 1h 30m", "minutes", 90), ("minutes: 1.5 h", "minutes", 90), ("minutes: 90 min", "minutes", 90),
        ("summary: x", "description", "x"), ("rest: yes", "rest", True), ("Title: x", "title", "x"),
        ("end-date: 2024-09-14", "end_date", DAY),
    ],
)  # fmt: skip
def test_one_value(line: str, field: str, value: object) -> None:
    assert getattr(clean(line), field) == value


def test_unknown_keys_are_kept_for_templates() -> None:
    front = clean(
        "layout: post\nnumber: 3\nratio: 1.50\nflag: true\nnone:\ntext: 'true'\nversion: 1.2.3\nlist: [1, [a]]\n"
        "map: {a: {b: 2}}"
    )
    assert front.extra == {
        "layout": "post", "number": 3, "ratio": 1.5, "flag": True, "none": None, "text": "true", "version": "1.2.3",
        "list": [1, ["a"]], "map": {"a": {"b": 2}},
    }  # fmt: skip
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(front), type=FrontMatter) == front


@pytest.mark.parametrize(
    "text",
    [
        '+++\ntitle = "Rye"\ndate = 2024-09-14T23:30:00+09:00\ntags = ["a", "b"]\nday = 16\ndraft = true\n+++\n',
        '+++\ntitle = "Rye"\ndate = "2024-09-14"\nday = 16\ndraft = true\n[taxonomies]\ntags = ["a", "b"]\n+++\n',
        "+++\ntitle = 'Rye'\ndate = 2024-09-14 23:30:00\ntags = 'a, b'\nday = '16'\npublish = false\n+++",
        "Title: Rye\nDate: 2024-09-14 23:30\nTags: a,\n    b\nDay: 16\nStatus: draft\n",
        "title:: Rye\ndate:: [[2024-09-14]]\ntags:: #a, [[b]]\nday:: 16\ndraft:: true\n",
        "<!--\n.. title: Rye\n.. date: 2024-09-14 23:30 UTC+02:00\n.. tags: a, b\n.. day: 16\n.. status: draft\n-->\n",
    ],
)
def test_every_form_says_the_same(text: str) -> None:
    front, problems = read(text)
    assert problems == ()
    assert (front.title, front.date, front.tags, front.day, front.draft) == ("Rye", DAY, ("a", "b"), 16, True)


@pytest.mark.parametrize(
    ("yaml", "expected"),
    [
        ("tgas: [a]", [("front-matter-unknown", 2, 1)]),
        ("titel: a\ndya: 3", [("front-matter-unknown", 2, 1), ("front-matter-unknown", 3, 1)]),
        ("title: x\nday: many", [("front-matter-type", 3, 6)]),
        ("day: [1, x]", [("front-matter-type", 2, 10)]),
        ("day: -1", [("front-matter-type", 2, 6)]),
        ("date: soon", [("front-matter-type", 2, 7)]),
        ("date: 03/04/2021", [("front-matter-type", 2, 7)]),
        ("date: 2021-02-30", [("front-matter-date", 2, 7)]),
        ("date: 2021-02-30T10:00:00Z", [("front-matter-date", 2, 7)]),
        ("date: Feb 30, 2021", [("front-matter-date", 2, 7)]),
        ("updated: 2021-13-01", [("front-matter-date", 2, 10)]),
        ("draft: perhaps", [("front-matter-visibility", 2, 8)]),
        ("title: [WIP]", [("front-matter-type", 2, 8)]),
        ("title: {a: b}", [("front-matter-type", 2, 8)]),
        ("tags: {a: b}", [("front-matter-type", 2, 7)]),
        ("tags: [a, {b: c}]", [("front-matter-type", 2, 11)]),
        ("aliases: [a, {b: c, d: e}]", [("front-matter-type", 2, 14)]),
        ("date: [2024-09-14, TBD]", [("front-matter-type", 2, 20)]),
        ("date: {reviewed: 2024-09-14}", [("front-matter-type", 2, 7)]),
        ("date: {created: 2021-02-30}", [("front-matter-date", 2, 17)]),
        ("image: {name: a.png}", [("front-matter-type", 2, 8)]),
        ("tags: #nlp\nday: 3", [("front-matter-comment", 2, 7)]),
        ("slug: ../../etc", [("front-matter-type", 2, 7)]),
        ("permalink: /:year/:title/", [("front-matter-type", 2, 12)]),
        ("kind: diary", [("front-matter-type", 2, 7)]),
        ("minutes: long", [("front-matter-type", 2, 10)]),
        ("round: second", [("front-matter-type", 2, 8)]),
        ("title: a\nday: 3\ntitle: b", [("front-matter-duplicate", 4, 1)]),
        ("title: [a\nday: 3", [("front-matter-syntax", 2, 8)]),
        ("title x\nday: 3", [("front-matter-syntax", 2, 1)]),
    ],
)
def test_each_misuse_is_told_with_its_place(yaml: str, expected: list[tuple[str, int, int]]) -> None:
    assert told(yaml) == expected


def test_what_another_program_may_mean_is_a_warning_with_a_hint() -> None:
    _, problems = read("---\ntgas: [a]\ntags: #b\nday: x\ntitle: [WIP]\n---\n")
    assert [(each.severity, each.hint) for each in problems] == [
        ("warning", "did you mean 'tags'?"),
        ("warning", 'put it into quotes: "#b"'),
        ("warning", "it is passed over: write a whole number, or take the line away"),
        ("warning", "put it into quotes"),
    ]
    assert problems[0].excerpt == "tgas: [a]"


_ODD = (
    "TBD", "article", "-3", "1696118400", "1696118400000", "yesterday", "{a: b}", "[{a: b}]", "[[a], {b: c, d: e}]",
    "'{{ value }}'", "<% tp.date.now() %>", "{{ .Date }}", "true", "2.5", "|\n  two\n  lines",
)  # fmt: skip


@pytest.mark.parametrize("value", _ODD)
@pytest.mark.parametrize("key", [key for key in FIELDS if key not in {"draft", "publish", "published"}])
def test_no_value_of_any_key_costs_the_entry(key: str, value: str) -> None:
    front, problems = read(f"---\nlayout: post\n{key}: {value}\nweather: fine\n---\n")
    assert [(each.severity, bool(each.hint)) for each in problems] == [("warning", True)] * len(problems)
    assert all(each.location.line >= 3 for each in problems)
    assert (front.extra["layout"], front.extra["weather"]) == ("post", "fine")


def test_impossible_dates_and_what_may_hide_a_draft_are_errors() -> None:
    for yaml in ("date: 2026-02-30", "date: [2026-02-30]", "date: {created: 2026-02-30}",
                 "title: x\n\tdraft: true", "title: 'x\n\tdraft: true"):  # fmt: skip
        _, problems = read(f"---\n{yaml}\n---\n")
        assert [each.severity for each in problems] == ["error"], yaml


@pytest.mark.parametrize(
    "yaml",
    [
        "date: {created: 2024-09-14, updated: 2024-09-20}",
        "date:\n  created: 2024-09-14T10:00:00\n  updated: 2024-09-20",
        "updated: 2024-09-20\ndate:\n  Created: 2024-09-14\n  modified: ~",
        "date: {date: 2024-09-14, lastmod: 2024-09-20}",
    ],
)
def test_a_table_of_dates_is_read_by_its_keys(yaml: str) -> None:
    front = clean(yaml)
    assert (front.date, front.updated, front.extra) == (DAY, dt.date(2024, 9, 20), {})


def test_what_else_a_table_of_dates_holds_is_kept_and_may_keep_the_text_at_home() -> None:
    front = clean("date: {created: 2024-09-14, reviewed: soon, published: false}")
    assert (front.date, front.draft) == (DAY, True)
    assert front.extra["date"]["reviewed"] == "soon"


def test_what_fits_in_a_list_counts() -> None:
    front, problems = read("---\ntags: [a, {b: c}, [d]]\naliases: [x, {y: z, w: v}]\ndays: [3, x, 1]\n---\n")
    assert (front.tags, front.aliases, front.days) == (("a", "d"), ("x",), (1, 3))
    assert [each.severity for each in problems] == ["warning"] * 3


@pytest.mark.parametrize(
    "yaml",
    [
        "tags:\n\t- a\n\t- b\ntitle: Rye\ndraft: true",
        "\ttitle: Rye\n\tdraft: true\n\ttags: [a, b]",
        "title: Rye\ncover:\n\timage: a.png\n\talt: x\ntags:\n \t - a\n \t - b\ndraft: true",
    ],
)
def test_tabs_that_indent_are_read_and_told_once(yaml: str) -> None:
    front, problems = read(f"---\n{yaml}\n---\n")
    assert (front.title, front.tags, front.draft) == ("Rye", ("a", "b"), True)
    assert [(each.severity, each.code) for each in problems] == [("warning", "front-matter-syntax")]
    assert "\t" in problems[0].excerpt[: problems[0].location.column]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: {{title}}\ndate: {{ date }}\ntags: [{{tag}}, a]\nday: 3\nmood: {{mood}}\n---\n",
        '---\ntitle: "{{ replace .Name "-" " " }}"\ndate: {{ .Date }}\ntags: [a]\nday: 3\nmood: "{{mood}}"\n---\n',
        "---\n{% if x %}\ntitle: <% tp.x %>\ndate: <% tp.y() %>\ntags: a\n{% endif %}\nday: 3\nmood: '{{mood}}'\n---\n",
        "+++\ntitle = {{ .Name }}\ndate = {{ .Date }}\ntags = ['a']\nday = 3\nmood = '{{mood}}'\n+++\n",
    ],
)
def test_placeholders_of_a_template_are_no_values(text: str) -> None:
    front, problems = read(text)
    assert (front.title, front.date, front.tags, front.day) == (None, None, ("a",), 3)
    assert front.extra == {"mood": "{{mood}}"}
    assert {each.severity for each in problems} == {"warning"}


def test_a_title_that_speaks_of_placeholders_is_one() -> None:
    assert clean("title: How {{ x }} works").title == "How {{ x }} works"
    assert clean("title: '<% and %>: of ERB'").title == "<% and %>: of ERB"


@pytest.mark.parametrize("key", ["mood", "weather", "layout", "toc", "author", "id", "xy"])
def test_keys_of_their_own_are_no_slips(key: str) -> None:
    assert clean(f"{key}: x").extra == {key: "x"}


def test_bad_values_cost_only_themselves() -> None:
    front, problems = read("---\ntitle: Rye\nday: many\ndate: 2021-02-30\ntags: [a]\nminutes: 5\n---\n")
    assert (front.title, front.day, front.date, front.tags, front.minutes) == ("Rye", None, None, ("a",), 5)
    assert len(problems) == 2


def test_broken_yaml_costs_only_the_broken_key() -> None:
    front, problems = read("---\ntitle: Rye\ndescription: 'a' b\ntags:\n  - x\nday: 3\n---\n")
    assert (front.title, front.tags, front.day, front.description) == ("Rye", ("x",), 3, "")
    assert [each.code for each in problems] == ["front-matter-syntax"]


@pytest.mark.parametrize(
    ("toml", "code", "line"),
    [("title = x", "front-matter-syntax", 2), ('a = 1\ntitle = "x', "front-matter-syntax", 3),
     ("day = 1\nday = 2", "front-matter-duplicate", 3), ('title = "x"\nday = "many"', "front-matter-type", 3),
     ("date = 2021-02-30", "front-matter-syntax", 2), ("[extra]\ntgas = 1\n[[x.y]]\nday=1", "", 0),
     (f"a = {'[' * 3000}", "front-matter-syntax", 2), (f"a = 1\n{'.'.join('b' * 3000)} = 1", "front-matter-syntax", 2)],
)  # fmt: skip
def test_toml_is_told_with_its_line(toml: str, code: str, line: int) -> None:
    _, problems = read(f"+++\n{toml}\n+++\n")
    assert [(each.code, each.location.line) for each in problems] == ([(code, line)] if code else [])


@pytest.mark.parametrize(
    ("toml", "place", "message"),
    [
        ("title = Rye", (2, 9), "a text that is not in quotes"),
        ("tags = [a]", (2, 9), "a text that is not in quotes"),
        ("date = 2021-02-30", (2, 8), "no number, and no date of the calendar"),
        ("title: Rye", (2, 1), "this line is no 'key = value'"),
        ("day = 1\ntitle", (3, 1), "this line is no 'key = value'"),
        ("title =", (2, 8), "a value is missing"),
        ('title = "Rye', (2, 9), "a quote is opened here and never closed"),
        ("title = 'Rye", (2, 9), "a quote is opened here and never closed"),
        ('title = "a\\d"', (2, 13), "a sign that cannot stand in these quotes"),
        ('title = "a" b', (2, 13), "the value goes on after its end"),
        ("day = 016", (2, 8), "the value goes on after its end"),
        ("x = {a = 1", (2, 11), "the value is not whole"),
        ("day = 1\n[extra\na = 1", (3, 7), "no name of a table in brackets"),
        ("tags = [1,\nday = 2", (3, 1), "what begins in the lines above cannot be read beyond this place"),
        ("day = 1\nday = 2", (3, 1), "'day' stands here a second time; the first is in line 2"),
        ("tags = [\n1]\ntags = [\n2]", (4, 1), "'tags' stands here a second time; the first is in line 2"),
        ("[a]\n[b]\n[a]", (4, 1), "'a' stands here a second time; the first is in line 2"),
        pytest.param(f"day = {'9' * 5000}", (2, 1), "a number too long to be meant", id="long number"),
    ],
)
def test_broken_toml_is_told_in_plain_words(toml: str, place: tuple[int, int], message: str) -> None:
    (problem,) = read(f"+++\n{toml}\n+++\n")[1]
    assert (problem.location.line, problem.location.column) == place
    assert problem.message.removeprefix("not TOML: ") == message
    assert problem.hint


def test_a_head_that_is_never_closed_is_read_and_told() -> None:
    front, problems = read("---\ntitle: Rye\nday: 3\n\nText.\n")
    assert (front.title, front.day) == ("Rye", 3)
    assert [(each.code, each.location.line) for each in problems] == [("front-matter-syntax", 1)]


def test_lines_count_from_the_top_of_the_file() -> None:
    _, problems = read("\n\n---\ntitle: x\nday: many\n---\n")
    assert [(each.location.line, each.location.column, each.excerpt) for each in problems] == [(5, 6, "day: many")]


KEYS = st.sampled_from(["title", "date", "day", "tags", "slug", "image", "published", "minutes", "tgas", "x"])
FORMS = st.sampled_from(["---\n{}---\n", "+++\n{}+++\n", "{}\n", "<!--\n{}-->\n"])
VALUES = st.text(max_size=20) | st.sampled_from(
    ["[a, b]", "{a: b}", "2021-02-30", "2024-09-14", "#a", "&a *a", "!x", "a: b: c", "'", "|"]
)


@given(st.lists(st.tuples(KEYS, VALUES), max_size=5), FORMS)
def test_no_head_makes_the_reader_raise(pairs: list[tuple[str, str]], form: str) -> None:
    text = form.replace("{}", "".join(f"{key}: {value}\n" for key, value in pairs))
    values, problems = read_front_matter(split_front_matter(text)[0] or text, "x.md")
    assert isinstance(values, FrontMatter)
    lines = text.split("\n")
    assert all(0 < each.location.line <= len(lines) + 1 for each in problems)


def test_a_plain_head_needs_no_yaml() -> None:
    program = (
        "import sys\nfrom journal_site.reading.front_matter.read import read_front_matter\n"
        "front, problems = read_front_matter('---\\ntitle: \"Day 3: x\"\\nday: 3\\ntags: [a, b]\\n---\\n', 'x')\n"
        "assert front.tags == ('a', 'b') and not problems\n"
        "assert not {'yaml', 'tomllib'} & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)


@pytest.mark.parametrize(
    ("written", "time"),
    [
        ("2026-10-01 8:00 +0200", "08:00:00+02:00"),
        ("2026-10-01T20:00:00+02:00", "20:00:00+02:00"),
        ("2026-10-01T20:05:07.123Z", "20:05:07+00:00"),
        ("2026-10-01t08:00z", "08:00:00+00:00"),
        ("2026-10-01 8:00", "08:00:00"),
        ("2026-10-01T8:00:09-03:30", "08:00:09-03:30"),
        ("2026-10-01 25:00", ""),
        ("2026-10-01", ""),
        ("2026-10-01 08:00 and more", ""),
    ],
)
def test_a_time_behind_a_date_is_kept_as_it_is_written(written: str, time: str) -> None:
    assert time_of(written) == time


@pytest.mark.parametrize(
    ("written", "tags"),
    [
        ("[ '[[rye]]', 'a]]', '[[b' ]", ("rye", "a]]", "[[b")),
        ("'[[rye]] [[sour dough]]'", ("rye", "sour dough")),
        ("'#rye #malt'", ("rye", "malt")),
        ("'#'", ("#",)),
    ],
)
def test_signs_around_tags_are_no_part_of_them(written: str, tags: tuple[str, ...]) -> None:
    assert read_front_matter(f"---\ntags: {written}\n---\n", "a.md")[0].tags == tags


def test_spaces_part_the_tags_of_a_tool_that_says_so_and_nothing_else() -> None:
    head = "---\ntitle: Rye and malt\ntags: rye sour-dough\ncategories: bread, dark rye\naliases: old place\n---\n"
    apart = read_front_matter(head, "a.md", splits_tags=True)[0]
    assert (apart.title, apart.aliases) == ("Rye and malt", ("old place",))
    assert set(apart.tags) == {"rye", "sour-dough", "bread", "dark rye"}
    assert set(read_front_matter(head, "a.md")[0].tags) == {"rye sour-dough", "bread", "dark rye"}
