"""The codes of problems that are no errors, by what is looked at: `quiet` names them, `journal check` groups them."""

from __future__ import annotations

from typing import Final, NamedTuple


class Check(NamedTuple):
    """One thing that is looked at, with the codes of what can be wrong with it."""

    name: str
    meaning: str
    """For help, README and other programs' reports."""
    built: str = ""
    """Codes that a build tells, with spaces between."""
    found: str = ""
    """Codes that `journal check` alone tells."""

    @property
    def codes(self) -> frozenset[str]:
        """All of its codes."""
        return frozenset(f"{self.built} {self.found}".split())


CHECKS: Final = (
    Check(
        "links",
        "Links to files, entries and notebooks that are not there, or not published.",
        "link-missing link-outside link-unpublished wikilink-missing wikilink-ambiguous notebook-missing "
        "file-left-out alias-taken alias-unusable",
    ),
    Check("anchors", "Links to headings and blocks that are not there.", "anchor-missing"),
    Check(
        "pictures",
        "Pictures that are not there or cannot be shown, and those that nothing shows.",
        "image-missing image-unreadable avatar-missing",
        "picture-orphaned",
    ),
    Check("alt", "Pictures without an alternative text.", "image-alt"),
    Check(
        "dates",
        "Dates that are impossible, out of order, guessed or told twice.",
        "date-conflict date-guessed-year date-impossible date-order date-order-open days-unclear "
        "git-batch git-inherited git-shallow git-unavailable git-uncommitted",
    ),
    Check("gaps", "Days whose number is skipped, and days that were begun and never written.", "", "day-gap day-blank"),
    Check("duplicates", "Days, texts and topics that are there twice.", "day-repeated topic-merged", "text-repeated"),
    Check(
        "notebooks",
        "Notebooks that are damaged, and those that nothing names.",
        "notebook-broken notebook-cell notebook-checkpoint",
        "notebook-orphaned",
    ),
    Check("encoding", "Text that was decoded wrongly.", "not-utf-8", "text-garbled"),
    Check("drafts", "Drafts that were left lying.", "", "draft-forgotten"),
    Check(
        "syntax",
        "What is shown raw, left out or not as it was meant.",
        "syntax-unknown html-left-out text-unfenced table-row-cut math-invalid diagram-plain code-plain "
        "comment-headings front-matter-comment front-matter-syntax front-matter-type front-matter-unknown "
        "front-matter-visibility",
    ),
    Check("size", "Files and sites that are heavy.", "file-heavy site-heavy"),
    Check("web", "Links to the web that are dead or have moved; with `--external` only.", "",
          "web-dead web-moved web-unknown"),
    Check(
        "site",
        "Settings, templates and files of the site that have no effect.",
        "card-letters cards-without-url language-without-labels math-engine-missing menu-unknown page-replaced "
        "place-taken references-syntax script-kept-out source-unreadable store template-unused",
    ),
)  # fmt: skip
"""In the order of help and README; a code that none names is an error's, and belongs to the last."""
QUIETABLE: Final = frozenset().union(*(check.codes for check in CHECKS))
_CHECK_OF: Final = {code: check.name for check in CHECKS for code in check.codes}


def check_of(code: str) -> str:
    """Return the name of the check that a code belongs to."""
    return _CHECK_OF.get(code, CHECKS[-1].name)
