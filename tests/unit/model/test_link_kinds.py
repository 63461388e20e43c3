"""Every kind of link is whole, and no two claim one key, site or ending."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import msgspec
import pytest

from journal_site.model.link_kinds import CERTAIN, FILE, KIND_OF, LINK_KINDS, NOTEBOOK, OTHER, PAPER, WEAK, LinkKind

BIBTEX = {"", "misc", "article", "book", "inproceedings", "online", "phdthesis", "software", "dataset", "techreport"}


@pytest.mark.parametrize("kind", LINK_KINDS, ids=lambda kind: kind.key)
def test_a_kind_is_whole(kind: LinkKind) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", kind.key)
    assert kind.name.strip()
    assert kind.names.strip()
    assert re.fullmatch(r"M[MLHVCSQAZmlhvcsqaz0-9. -]+", kind.icon)
    assert kind.bibtex in BIBTEX
    assert re.fullmatch(r"([A-Z][a-z]+)*", kind.schema)
    assert kind.sites or kind.files or kind.signs, "no address is ever of this kind"
    for sign in kind.signs:
        assert CERTAIN <= sign.rank <= WEAK
        re.compile(sign.pattern)


@pytest.mark.parametrize("left_out", [field.name for field in msgspec.structs.fields(LinkKind) if field.required])
def test_a_kind_that_lacks_a_part_is_no_kind(left_out: str) -> None:
    parts = msgspec.structs.asdict(LINK_KINDS[0])
    del parts[left_out]
    with pytest.raises(TypeError, match=left_out):
        LinkKind(**parts)


def test_nothing_is_claimed_twice() -> None:
    assert _twice(kind.key for kind in LINK_KINDS) == []
    assert _twice(site for kind in LINK_KINDS for site in kind.sites.split()) == []
    assert _twice(ending for kind in LINK_KINDS for ending in kind.files.split()) == []


def test_the_kinds_that_parts_of_the_site_are_made_of_are_there() -> None:
    assert {PAPER, NOTEBOOK, FILE, OTHER} <= set(KIND_OF)


def _twice(claims: Iterable[str]) -> list[str]:
    return [claim for claim, number in Counter(claims).items() if number > 1]
