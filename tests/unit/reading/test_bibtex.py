"""references.bib as people and programs write it."""

from __future__ import annotations

import pytest

from journal_site.model.index import Publication
from journal_site.reading.bibtex import plain_of, read_bibtex


def read(text: str) -> Publication:
    found = read_bibtex(text, "references.bib")
    assert found.diagnostics == ()
    (one,) = found.references
    return one


def test_an_entry_has_title_authors_year_and_addresses() -> None:
    one = read(
        "% not read\n@InProceedings{vaswani2017,\n  Title = {Attention {Is} All You Need},\n"
        '  author = "Vaswani, Ashish and {\\L}ukasz Kaiser and Ludwig van Beethoven and {The {Team}} and others",\n'
        "  year = 2017, eprint = {1706.03762v5}, archivePrefix = {arXiv}, doi = {10.48550/arXiv.1706.03762},\n"
        "  url = {http://arxiv.org/pdf/1706.03762},\n}\n"
    )
    assert (one.key, one.type, one.year, one.line) == ("vaswani2017", "inproceedings", "2017", 2)
    assert one.title == "Attention Is All You Need"
    assert one.authors == ("Vaswani", "Kaiser", "van Beethoven", "The Team", "…")
    assert one.urls == ("https://arxiv.org/abs/1706.03762", "https://doi.org/10.48550/arXiv.1706.03762")
    assert dict(one.fields)["title"] == "Attention {Is} All You Need"


@pytest.mark.parametrize("own", ["note", "annote", "Annotation", "file", "keywords", "abstract", "comment", "priority"])
def test_what_the_owner_of_the_file_keeps_there_for_themselves_stays_at_home(own: str) -> None:
    one = read(f"@book{{a, title = {{Rye}}, {own} = {{Only for me}}, DOI = {{10.1000/1}}}}")
    assert one.fields == (("title", "Rye"), ("doi", "10.1000/1"))


def test_strings_are_joined_and_dates_have_years() -> None:
    text = '@string{who = "Knuth, Donald E."}\n@preamble{"x"}\n@comment{@book{no}}\n'
    one = read(text + '@book(art, author = who # " and " # {Ada Lovelace}, date = {1968-05}, month = jan)')
    assert one.authors == ("Knuth", "Lovelace")
    assert (one.year, one.type) == ("1968", "book")


@pytest.mark.parametrize(
    ("tex", "plain"),
    [
        (r"R{\'e} and G{\"o}del and \v{S}koda and {\c c}a", "Ré and Gödel and Škoda and ça"),
        (r"Dijkstra {\&} {\ss} 5\% --- yes~no", "Dijkstra & ß 5% — yes no"),
        (r"\emph{Deep} \textbf{learning}", "Deep learning"),
        (r"\'{\i}ndice", "índice"),
        (r"{$O(n^2)$} and $2^{-10}$ for \$5, $5", "O(n²) and 2⁻¹⁰ for $5, $5"),
    ],
)
def test_tex_is_shown_as_text(tex: str, plain: str) -> None:
    assert plain_of(tex) == plain


def test_what_cannot_be_read_is_told_and_the_rest_is_read() -> None:
    found = read_bibtex(
        "@article{one, title = {One}}\n@article{two\n  title = {Two}\n}\n@article{, x = 1}\n@misc{three, year = 1999}\n"
        "@misc{four, title = nothing}\n@misc{one, title = {Again}}\n@misc{five, title = {never",
        "references.bib",
    )
    assert [(one.key, one.title) for one in found.references] == [("one", "One"), ("three", "")]
    assert [(one.location.line, one.location.column) for one in found.diagnostics] == [
        (3, 3), (5, 1), (7, 21), (8, 1), (9, 21),
    ]  # fmt: skip
    assert {(one.severity, one.code) for one in found.diagnostics} == {("warning", "references-syntax")}


@pytest.mark.parametrize(
    "text", ["", "no entries at all", "@", "@misc{", "@misc{a,", "@misc{a, b", '@misc{a, b = "', "@string{x"]
)
def test_no_text_makes_it_fail(text: str) -> None:
    assert read_bibtex(text, "references.bib").references == ()
