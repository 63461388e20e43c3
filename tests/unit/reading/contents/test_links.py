"""One form for each target, and what kind of thing an address leads to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_site.model.entry import LinkKind
from journal_site.reading.contents.link_kinds import link_kind
from journal_site.reading.contents.links import domain, normalise_url

SAME = [
    ("http://Example.org", "https://example.org/"),
    ("https://example.org:443/a#part", "https://example.org/a"),
    ("https://example.org/a?utm_source=x&id=2&fbclid=y", "https://example.org/a?id=2"),
    ("https://example.org/?utm_source=x", "https://example.org/"),
    ("https://example.org/a?", "https://example.org/a"),
    ("https://app.example.org/#/route", "https://app.example.org/#/route"),
    ("//example.org/a", "https://example.org/a"),
    ("https://arxiv.org/pdf/1706.03762.pdf", "https://arxiv.org/abs/1706.03762"),
    ("http://www.arxiv.org/abs/1706.03762v5", "https://arxiv.org/abs/1706.03762"),
    ("https://arxiv.org/pdf/cs.CL/0102003", "https://arxiv.org/abs/cs.CL/0102003"),
    ("https://ar5iv.org/html/1706.03762", "https://arxiv.org/abs/1706.03762"),
    ("https://youtu.be/abc?t=5", "https://www.youtube.com/watch?v=abc&t=5"),
    ("https://m.youtube.com/watch?v=abc&feature=share", "https://www.youtube.com/watch?v=abc"),
    ("https://github.com/a/b.git", "https://github.com/a/b"),
    ("https://www.github.com/a/b/", "https://github.com/a/b"),
    ("https://example.org/道", "https://example.org/%E9%81%93"),
    ("mailto:a@b.c", "mailto:a@b.c"),
    ("ftp://example.org/x", "ftp://example.org/x"),
]
KINDS: list[tuple[str, LinkKind]] = [
    ("https://arxiv.org/abs/1706.03762", "paper"),
    ("https://aclanthology.org/P16-1162/", "paper"),
    ("https://example.edu/~me/thesis.pdf", "paper"),
    ("https://github.com/a/b", "repository"),
    ("https://github.com/a/b/tree/main/src", "repository"),
    ("https://github.com/a/b/pull/7", "pull-request"),
    ("https://github.com/a/b/issues/7", "issue"),
    ("https://github.com/a/b/blob/main/x.ipynb", "notebook"),
    ("https://github.com/a/b/blob/main/x.py", "file"),
    ("https://github.com/a", "social"),
    ("https://gitlab.com/a/b/-/merge_requests/1", "pull-request"),
    ("https://colab.research.google.com/drive/x", "notebook"),
    ("https://www.kaggle.com/someone/some-kernel", "notebook"),
    ("https://www.kaggle.com/c/titanic", "dataset"),
    ("https://www.kaggle.com/datasets/a/b", "dataset"),
    ("https://www.kaggle.com/learn/intro", "course"),
    ("https://nbviewer.org/github/a/b/blob/main/c.ipynb", "notebook"),
    ("https://huggingface.co/bert-base-uncased/model", "model"),
    ("https://huggingface.co/datasets/squad", "dataset"),
    ("https://huggingface.co/docs/transformers", "documentation"),
    ("https://www.youtube.com/watch?v=abc", "video"),
    ("https://www.coursera.org/learn/ml", "course"),
    ("https://docs.python.org/3/", "documentation"),
    ("https://numpy.org/doc/stable/", "documentation"),
    ("https://something.readthedocs.io/en/latest/", "documentation"),
    ("https://twitter.com/a/status/1", "social"),
    ("https://someone.medium.com/a-story", "article"),
    ("https://blog.example.org/x", "article"),
    ("https://example.org/2020/05/a-post", "article"),
    ("https://example.org/data.csv", "dataset"),
    ("https://example.org/a.zip", "file"),
    ("https://example.org/", "other"),
    ("mailto:a@b.c", "other"),
]


@pytest.mark.parametrize(("written", "normal"), SAME)
def test_addresses_of_one_thing_are_one(written: str, normal: str) -> None:
    assert normalise_url(written) == normal


@pytest.mark.parametrize(("url", "kind"), KINDS)
def test_kinds(url: str, kind: LinkKind) -> None:
    assert link_kind(url) == kind


def test_domains() -> None:
    assert domain("https://www.example.org/a") == "example.org"
    assert domain("https://me@example.org:8080/a") == "example.org"
    assert domain("mailto:a@b.c") == ""


@given(st.one_of(st.text(), st.from_regex(r"https?://[a-z.]{1,9}(/[\w.%?&=#-]{0,20})?", fullmatch=True)))
def test_the_normal_form_is_stable_and_has_a_kind(url: str) -> None:
    normal = normalise_url(url)
    assert normalise_url(normal) == normal
    assert link_kind(normal)
    assert "\n" not in domain(normal)
