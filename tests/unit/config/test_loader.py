"""YAML's traps, each closed; and that the quick way is the same as the long one."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from journal_site.config.loader import load_yaml
from journal_site.config.nodes import Items, LoadedYaml, Node, Scalar, Table
from journal_site.config.scalars import ImpossibleDateError, to_bool, to_date, to_int
from journal_site.config.simple import load_simple
from journal_site.config.yaml_problems import MAX_DEPTH


def values(node: Node | None) -> object:
    """Return what nodes hold, without places."""
    if isinstance(node, Table):
        return {key.value: values(value) for key, value in node.pairs}
    if isinstance(node, Items):
        return [values(item) for item in node.nodes]
    return node.value if node else None


def value(line: str) -> object:
    """Return the value of the only key in a line that has no problem."""
    loaded = load_yaml(line)
    assert not loaded.problems
    read = values(loaded.root)
    assert isinstance(read, dict)
    return read["k"]


@pytest.mark.parametrize(
    "text",
    ["NO", "on", "010", "0x1F", "1e3", "12:30:45", "2021-02-30", "null", "~", ".inf", "1_000", "=", "<<", "3.10"],
)
def test_a_scalar_stays_the_text_that_was_written(text: str) -> None:
    assert value(f"k: {text}") == text


@pytest.mark.parametrize(
    "text",
    [
        "Day 3: X", "Day 3:", "Q: what? A: this: that", "It's: me", "*new*", "*a thing",
        "&co and friends", "!important",
        "%done", "@home", "`code` and more", "- a dash", "> a quote", "| a bar", "? why", "50%: half",
    ],
)  # fmt: skip
def test_a_value_that_only_lacks_its_quotes_is_read_as_if_it_had_them(text: str) -> None:
    assert value(f"k: {text}") == text
    assert value(f"a: 1\nk: {text}\nb: x: y") == text


def test_list_items_with_colons_can_be_taken_as_texts() -> None:
    root = load_yaml("k:\n  - Goal 1: read\n  - a: b: c\n  - {d: e}\n").root
    assert isinstance(root, Table)
    items = root.pairs[0][1]
    assert isinstance(items, Items)
    first, second, third = items.nodes
    assert isinstance(first, Table)
    assert first.raw == "Goal 1: read"
    assert second == Scalar("a: b: c", 3, 5, quoted=True)
    assert isinstance(third, Table)
    assert third.raw == ""


@pytest.mark.parametrize(
    ("line", "lost", "column"),
    [("k: #nlp", "#nlp", 4), ("k: Fix #12 now", "#12 now", 8), ("k: [a] \nj: b #c", "#c", 6), ("k:   #é", "#é", 6)],
)
def test_a_hashtag_that_yaml_drops_is_told(line: str, lost: str, column: int) -> None:
    (problem,) = load_yaml(line).problems
    assert (problem.kind, problem.column) == ("comment", column)
    assert problem.message == f"'{lost}' is a comment to YAML and is left out"


@pytest.mark.parametrize(
    "line", ["k: a # b", "k: 'a #b' # c", "# k", "k: C#", "k: 3 #days", "k: 2021-01-01 #", "k: a#b"]
)
def test_true_comments_are_not_told(line: str) -> None:
    assert load_yaml(line).problems == ()


def test_duplicate_keys_name_both_lines_and_the_first_one_counts() -> None:
    loaded = load_yaml("a: 1\nb: {c: 1, c: 2}\na: 3\n", first_line=10)
    assert values(loaded.root) == {"a": "1", "b": {"c": "1"}}
    assert [(p.line, p.column, p.message) for p in loaded.problems] == [
        (11, 11, "'c' stands here a second time; the first is in line 11"),
        (12, 1, "'a' stands here a second time; the first is in line 10"),
    ]


def test_aliases_cannot_blow_up() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    loaded = load_yaml("\n".join(lines))
    assert loaded.root is None
    assert [problem.message for problem in loaded.problems] == ["aliases that repeat more than can be meant"]


def test_an_alias_that_is_meant_is_followed() -> None:
    assert values(load_yaml("a: &x [1, 2]\nb: *x\n").root) == {"a": ["1", "2"], "b": ["1", "2"]}


@pytest.mark.parametrize("times", [MAX_DEPTH + 1, 5000, 100_000])
@pytest.mark.parametrize(
    ("opening", "before"), [("[", ""), ("[{", ""), ("{a: ", ""), ("[a, ", ""), ("- ", ""), ("[", "k: ")]
)
def test_nesting_is_bounded(opening: str, before: str, times: int) -> None:
    """Be it by us or, sooner, by the parser: some releases of it have a bound of their own."""
    loaded = load_yaml(before + opening * times)
    assert loaded.root is None
    assert [problem.message for problem in loaded.problems] == ["lists and tables nested too deeply to be meant"]
    bracket = len(before) + MAX_DEPTH * len(opening) // sum(opening.count(sign) for sign in "[{-") + 1
    assert loaded.problems[0].line == 1
    assert MAX_DEPTH < loaded.problems[0].column <= bracket


def test_tags_make_no_objects() -> None:
    assert value("k: !!python/object/apply:os.system ['ls']") == ["ls"]
    assert value("k: !!str 010") == "010"


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
def test_line_separators_within_a_line_are_spaces(sign: str) -> None:
    assert value(f"k: a{sign}b") == "a b"
    (problem,) = load_yaml(f"a: x{sign}y\nb: [\n").problems
    assert problem.line == 2


def test_a_control_character_is_told_with_its_place() -> None:
    (problem,) = load_yaml("a: b\nc: d\x07\n").problems
    assert (problem.line, problem.column) == (2, 5)
    assert "U+0007" in problem.message


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("a: [1, 2\nb: 3\n", (1, 4), "the list that begins here is not closed"),
        ("a: {b: c\nd: e: f\n", (1, 4), "the table that begins here is not closed"),
        ('a: "x\nb: 3\n', (1, 4), "a quote is opened here and never closed"),
        ("a: 'x' y\n", (1, 8), "the value goes on after its closing '"),
        ("a: [x] y\n", (1, 8), "the value goes on after its closing ]"),
        ("title x\na: b\n", (1, 1), "this line is no 'key: value'"),
        ("title:x\na: b\n", (1, 1), "this line is no 'key: value'"),
        ("a:\n  b: c\n d: e\n", (3, 2), "this line does not fit the lines above it"),
        ('a: "\\d"\n', (1, 5), "a backslash in double quotes that is no escape"),
        ("a:\n\t- b\n", (2, 1), "a tab cannot indent in YAML"),
        ("a: [\n", (1, 4), "a value is missing"),
        ("? [a]\n: b\n", (1, 3), "a key must be a text"),
    ],
)
def test_broken_yaml_is_told_in_plain_words(text: str, place: tuple[int, int], message: str) -> None:
    problem = load_yaml(text).problems[0]
    assert ((problem.line, problem.column), problem.message) == (place, message)


@pytest.mark.parametrize("text", ["%YAML 1.3\n---\na: b\n", "!<x\n", "!a!b c: d\n", 'k: "\\U00110000"\n'])
def test_what_has_no_saying_is_told_in_our_words_all_the_same(text: str) -> None:
    (problem,) = load_yaml(text).problems
    assert (problem.message, problem.line, problem.hint) == (
        "this cannot be read as YAML",
        1,
        "put the value into quotes",
    )


def test_a_hash_in_a_list_is_explained() -> None:
    (problem,) = load_yaml("tags: [#a, b]\nday: 3\n").problems
    assert problem.hint == "'#' begins a comment: put what begins with it into quotes"


@given(st.text())
def test_no_text_makes_the_loader_raise(text: str) -> None:
    assert isinstance(load_yaml(text), LoadedYaml)


SIGNS = st.sampled_from([*"[],'\"#-?!|>%@`{}\t\\\u2028~=/é日😀\xa0", "&x", "*x", "<<", "...", "---", "http://x.y/z"])
WORDS = st.sampled_from(["title", "date", "a", "key-x", "_b", "#a", "010", "2021-01-01", "NO", "a.b", "x:y", ""])
STEPS = st.sampled_from(
    [": ", ":", " ", "  ", "\n", "\n- ", "\n  - ", ", ", " #", "# ", "\nkey: ", "\nk: [a, b]", "\nq: 'y'"]
)
PIECES = SIGNS | WORDS | STEPS
LINES = st.lists(PIECES, max_size=8).map(lambda pieces: f"k: {''.join(pieces)}\nz: 1")


@given(st.lists(PIECES, max_size=14).map("".join) | LINES)
@example('title: "A: b"\ndate: 2021-01-01\ntags: [a, \'b, c\', d e]\nlist:\n  - x\n  - "y"\n\n# done\nend:\n')
def test_the_quick_way_gives_what_the_long_way_gives(text: str) -> None:
    table = load_simple(text, 7)
    if table is not None:
        assert load_yaml(text, 7) == LoadedYaml(root=table)


def test_the_typical_head_goes_the_quick_way() -> None:
    head = 'title: "Day 14: Rye"\ndate: 2021-03-04\nday: 14\ntags: [rye, crust]\ndraft: false\naliases:\n  - r14\n'
    assert values(load_simple(head)) == {
        "title": "Day 14: Rye", "date": "2021-03-04", "day": "14", "tags": ["rye", "crust"], "draft": "false",
        "aliases": ["r14"],
    }  # fmt: skip


@pytest.mark.parametrize(("text", "answer"), [("yes", True), ("On", True), ("NO", False), ("off", False), ("2", None)])
def test_yes_and_no(text: str, answer: object) -> None:
    assert to_bool(text) is answer


@pytest.mark.parametrize(
    ("text", "number"), [("010", 10), ("+3", 3), ("-1", -1), ("0x10", None), ("1e3", None), ("1:3", None), ("٣", None)]
)
def test_whole_numbers_are_decimal(text: str, number: object) -> None:
    assert to_int(text) == number


@pytest.mark.parametrize(
    "text",
    [
        "2024-09-04", "2024-9-4", "2024/09/04", "2024.9.4", "20240904", "2024-09-04T23:59:59Z",
        "2024-09-04 23:30:00 +0900",
        "2024-09-04T10:00:00.123-08:00", "2024-09-04 10:00", "2024-09-04 10:00 UTC+02:00",
    ],
)  # fmt: skip
def test_a_date_with_a_time_is_its_calendar_date(text: str) -> None:
    date = to_date(text)
    assert date is not None
    assert date.isoformat() == "2024-09-04"


@pytest.mark.parametrize("text", ["", "soon", "04/09/2024", "2024", "2024-09", "2024-09-04 x"])
def test_other_forms_are_no_date(text: str) -> None:
    assert to_date(text) is None


def test_a_day_that_the_calendar_lacks_is_impossible() -> None:
    with pytest.raises(ImpossibleDateError):
        to_date("2021-02-30")
