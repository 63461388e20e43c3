from __future__ import annotations

import pytest

from journal_site.reading.code.marked_lines import LineMarks, marks_of, write_lines


@pytest.mark.parametrize(
    ("info", "marked", "first"),
    [
        ("python {1,3-4}", {1, 3, 4}, None),
        ("js{2}", {2}, None),
        ('py hl_lines="1 3"', {1, 3}, None),
        ('{.python hl_lines="2-4" linenums="10"}', {2, 3, 4}, 10),
        ('go {hl_lines=[2,"4-5"],linenos=table,linenostart=199}', {2, 4, 5}, 199),
        ("rust,linenos,linenostart=20,hl_lines=3 5-7", {3, 5, 6, 7}, 20),
        ("jsx {2} showLineNumbers=3", {2}, 3),
        ("ts:line-numbers {1}", {1}, 1),
        ('{.py .numberLines startFrom="5"}', set(), 5),
        ("ruby linenos", set(), 1),
        ('ruby mark_lines="1 2"', {1, 2}, None),
        ("js {linenos=false}", set(), None),
        ("jsx showLineNumbers={false}", set(), None),
        ("{r, fig.width=3}", set(), None),
        ('python title="lines {1}.py"', set(), None),
        ("outline", set(), None),
        ("py {4-1} {99999999999}", set(), None),
    ],
)
def test_forms_of_marks(info: str, marked: set[int], first: int | None) -> None:
    assert marks_of(info) == LineMarks(frozenset(marked), first)


def test_no_marks_change_nothing() -> None:
    html = '<span class="s">a\nb</span>\n'
    assert write_lines(html, LineMarks()) is html


def test_a_run_over_a_line_s_end_is_ended_and_begun_again() -> None:
    html = '<span class="s">a\nb</span> c\nd'
    assert write_lines(html, LineMarks(frozenset({2}))) == (
        '<span class="s">a\n</span><mark class="line"><span class="s">b</span> c\n</mark>d'
    )


def test_each_numbered_line_shows_its_number_and_keeps_the_text() -> None:
    html = write_lines("a\n\nb\n", LineMarks(frozenset({3}), 9))
    assert html == (
        '<span class="line" data-line="9">a\n</span><span class="line" data-line="10">\n</span>'
        '<mark class="line" data-line="11">b\n</mark>'
    )
