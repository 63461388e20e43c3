"""Headings and words that sort a text and say nothing of what it is about: never topics."""

from __future__ import annotations

from journal_site.expressions import expression

_NAMES = frozenset(
    (
        "abstract abstracts appendix article articles assignment background basics blog book books challenge "
        "chapter code conclusion conclusions content contents course courses data dataset datasets day days demo "
        "details discussion example examples exercise exercises experiment experiments figure figures future "
        "general github goal goals homework idea ideas image images info information intro introduction journal "
        "learning learnings lecture lesson link links list log math method methods misc miscellaneous model models "
        "next note notebook notebooks notes other others overview paper papers part plan plans post posts problem "
        "problems progress project projects question questions reading readings readme reference references "
        "related repo repository resource resources result results section setup solution solutions status step "
        "steps study stuff summary table takeaway takeaways task tasks text theory thoughts time tip tips title "
        "todo todos tool tools top topic topics tutorial tutorials update updates usage video videos week work"
    ).split()
)
_WORDS = expression(r"[^\W\d_]+")
_OWN = frozenset("my our the some more new other useful quick random further key main final first last".split())


def is_generic(name: str) -> bool:
    """Tell whether a name is of no subject: `Top`, `My Notes`, `Data`, `1.2`."""
    words = [word for word in _WORDS.findall(name.casefold()) if word not in _OWN]
    return all(word in _NAMES for word in words)
