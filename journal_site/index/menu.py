"""The menu's order as site.yaml sets it: a name that no page has is told, lest it do nothing in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journal_site.config.names import CONFIG_FILE
from journal_site.errors import Diagnostic, Location
from journal_site.index.paths.suggestions import Suggestions


def check_menu(menu: Sequence[str], sections: Sequence[str], pages: Sequence[str]) -> Iterator[Diagnostic]:
    """Yield a warning for each name in the menu that is none of a section or a page of the author's own."""
    known = (*sections, *pages)
    for name in menu:
        if name not in known:
            near = Suggestions(known).hint(name)
            yield Diagnostic(
                severity="warning",
                code="menu-unknown",
                message=f"'menu' names '{name}', and no page is called so",
                location=Location(path=CONFIG_FILE),
                hint=near or f"it may name {', '.join(known)}",
            )
