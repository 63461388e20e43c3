"""Comments of all tools leave a text on the same lines; what only looks like one stays, and no text takes long."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.reading.privacy.comments import strip_comments


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a %%b%% c", "a  c"),
        ("a\n\n%%\nb\n\nc\n%%\n\nd", "a\n\n\n\n\n\n\n\nd"),
        ("- a\n- %%b%%\n- c", "- a\n\n- c"),
        ("- %%b%%\n  - c", "- \n  - c"),
        ("# %%b%%\n\nc", "\n\nc"),
        ("> %%b%%\n> c", "> \n> c"),
        ("%%b 100%% c%% d", " d"),
        ("%%b 100%%\n\nc", "\n\nc"),
        ("%%b `%%` c%% d", " d"),
        ("{# a #}{#b#} c {#d}", " c {#d}"),
        ("{% comment %}{{/* a */}}{% endcomment %}b", "b"),
        ("a{{!-- }} --}}b{{! c }}d", "abd"),
        ("{{/* a\n*/}}b", "\nb"),
        ("{::comment}a{:/} b {::comment}c{:/comment}", " b "),
        ("#+begin_comment\na\n#+END_COMMENT\nb", "\n\n\nb"),
        ("%%%a%%% b", " b"),
        ("%% a\n\nb %% c", "\n\n c"),
        ("a %%b\n\nc%% d", "a \n\n d"),
        ("a %%b\n\nc\n%%\nd", "a \n\n\n\nd"),
        ("a *%%b%%* (%%c%%) d", "a ** () d"),
        ("%%%a%%%", ""),
    ],
)
def test_comments_are_taken_out(text: str, expected: str) -> None:
    concealed = strip_comments(text)
    assert concealed.text.split("\n") == expected.split("\n")
    assert concealed.comments


@pytest.mark.parametrize(
    "text",
    [
        "100%% and 50%%, so", "%%time a, %%timeit b", "a %% b", "\\%%a\\%%", "%%%%%%%%%% a %%%%%%%%%%", "`%%a%%`",
        "``%% ` a%%``", "```\n%%a%%\n```", "    %%a%%", "- a\n\n      %%b%%", "<code>%%a%%</code>", "{% comment %}a",
        "{#a} {#b}", "{{#if a}}b{{/if}}", "{{< note >}}a{{< /note >}}", "<!-- %% -->\na\n<!-- %% -->",
        "$$\na %%b%%\n$$",
        "%d%% a %s%%", "It is *%%*.\n\nAnd (%%) too", "a %% is used\n\nand *%% b*", "a %% b\n\nc %% d", '"%%" and "%%"',
        "{% raw %}a{% endraw %}",
    ],
)  # fmt: skip
def test_what_is_no_comment_stays(text: str) -> None:
    assert strip_comments(text) == (text, ())


@pytest.mark.parametrize(
    "sign",
    [
        "<!--", "%%", "%%%", "{/*", "{{/*", "{#", "{#-", "{%#", "{% comment %}", "{%doc%}", "{{< private >}}", "{{!--",
        "{{!", "{::comment}", "{>>", "<%#", "<%--", "\\begin{comment}", "[private]",
    ],
)  # fmt: skip
def test_a_comment_that_nothing_closes_hides_nothing_and_no_other(sign: str) -> None:
    for text in (f"Words {sign} b\n\nMore words.\n", f"Words.\n\n- {sign} b\n\nMore words.\n"):
        assert strip_comments(text) == (text, ())
        assert strip_comments(f"{text}\nThen <!-- this --> more.\n").text == f"{text}\nThen  more.\n"


def test_code_that_begins_in_a_comment_hides_no_comment_behind_it() -> None:
    assert "b" not in strip_comments("%%\n```\na\n%%\n\nc %%b%%\n").text


def test_a_comment_tells_its_lines_and_whether_it_holds_headings() -> None:
    assert strip_comments("a\n%%b\n\n## c\n%%\n").comments == ((1, 4, True),)
    assert strip_comments("a %%b%%\n").comments == ((0, 0, False),)


@given(st.text(alphabet="%{#*/!}- `~\n>|ab", max_size=60))
def test_lines_keep_their_numbers(text: str) -> None:
    assert strip_comments(text).text.count("\n") == text.count("\n")


@pytest.mark.parametrize(
    "shape",
    ["%%a%% ", "%%a ", "%%a\n", "%%time ", "100%% ", "%% `%%` ", "` %%", "<code>%% ", "{# a ", "{#a", "{% comment %}",
     "{{/* ", "{{!", "\n#+begin_comment\n", "```\n%%a%%\n```\n\n", "%%\n```\n", "- %%a\n"],
)  # fmt: skip
def test_time_grows_with_the_text(shape: str) -> None:
    def seconds(length: int) -> float:
        text = shape * (length // len(shape))
        started = time.process_time()
        strip_comments(text)
        return time.process_time() - started

    seconds(1000)
    # A busy machine spoils one measurement, and what grows with the square of the text spoils all.
    assert any(seconds(160_000) <= 2.6 * max(0.002, seconds(80_000)) for _ in range(8))
