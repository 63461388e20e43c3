"""What a build tells of the site as a whole: what has no effect, and which files are heavy.

Nothing of it changes the site. What single texts have to be told of is told where they are read.
"""

from __future__ import annotations

import posixpath
import re
from base64 import b64encode
from collections.abc import Collection, Iterable, Iterator, Mapping
from hashlib import sha256
from typing import TYPE_CHECKING

from journal_site.config.names import CONFIG_FILE
from journal_site.errors import Diagnostic, Location, Severity
from journal_site.expressions import expression
from journal_site.file_kinds import NOTEBOOK, is_picture
from journal_site.site.templates import unused_templates

if TYPE_CHECKING:
    from journal_site.config import SiteConfig
    from journal_site.engine.inputs import Inputs
    from journal_site.model.index import Index
    from journal_site.model.source import Asset

_INLINE = expression(r"<script(?![^>]*\ssrc\b)([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_DATA = expression(
    r"\btype\s*=\s*[\"']?(?:application/(?:ld\+)?json|text/(?!javascript)|importmap|speculationrules)", re.IGNORECASE
)
"""Of blocks of data, which no policy asks about."""
_HEAVY = 10_000_000
"""Bytes."""
_MEGA = 1_000_000


def setting_notices(config: SiteConfig, base_url: str, static: Collection[str]) -> Iterator[Diagnostic]:
    """Tell which settings the site cannot follow; `static` are the names of the journal's own static files."""
    if config.avatar and config.avatar not in static:
        message, hint = f"there is no file 'static/{config.avatar}' for 'avatar'", "put the picture there"
        yield _notice("avatar-missing", message, CONFIG_FILE, hint, severity="warning")
    if config.cards and not (base_url or config.url):
        message = "'cards' is on, and no card is drawn: a card is found by the site's address, which is not known"
        yield _notice("cards-without-url", message, CONFIG_FILE, "add a line 'url: https://…'", severity="warning")
    from journal_site.languages.labels import all_labels, missing_labels  # noqa: PLC0415 - planning loads them anyway

    if missing := missing_labels(config.language):
        message = f"the site's own words are English: there are none in the language '{config.language}'"
        if len(missing) < len(missing_labels("")):
            message = f"{len(missing)} of the site's own words are English: they are missing in '{config.language}'"
        spoken = ", ".join(one.language for one in all_labels())
        hint = f"there are words in {spoken}; templates of your own may say others"
        yield _notice("language-without-labels", message, CONFIG_FILE, hint)


def template_notices(
    inputs: Inputs, texts: Mapping[str, tuple[str, str]], admitted: Iterable[str]
) -> Iterator[Diagnostic]:
    """Tell which of the author's templates no page uses, and which of their scripts no browser runs.

    `admitted` is what `csp` in site.yaml admits of scripts.
    """
    theme = {path.removeprefix("templates:") for path, _ in inputs.files if path.startswith("templates:")}
    own = [path.removeprefix("templates/") for path, _ in inputs.files if path.startswith("templates/")]
    yield from script_notices(texts, [name for name in own if name in texts], admitted)
    if texts.keys() <= theme:
        return
    from journal_site.config.checks import closest  # noqa: PLC0415 - few journals have templates of their own

    for name in unused_templates(texts, theme):
        stem, suffix = posixpath.splitext(name)
        near = closest(stem, {posixpath.splitext(one)[0] for one in theme if one.endswith(suffix)})
        hint = (
            f"did you mean '{near}{suffix}'?" if near else "one is used by the name of one of the theme's, or by those"
        )
        yield _notice("template-unused", "no page uses this template", f"templates/{name}", hint, severity="warning")


def heavy_notices(index: Index, static: Iterable[str], files: Mapping[str, Asset]) -> Iterator[Diagnostic]:
    """Tell which pictures and notebooks take their readers long to load."""
    held = {path for _, path in index.assets} | {f"static/{name}" for name in static}
    for path in sorted(held | {record.local for record in index.notebooks if record.local}):
        is_notebook = path.lower().endswith(NOTEBOOK)
        size = files[path].size if path in files and (is_notebook or is_picture(path)) else 0
        if size >= _HEAVY:
            hint = (
                "clear outputs that nobody reads" if is_notebook else "save it smaller: no screen shows so much of it"
            )
            yield _notice("file-heavy", f"takes long to load: {size / _MEGA:.0f} MB", path, hint)


def heavy_site(size: int, largest: Iterable[tuple[str, int]]) -> Diagnostic:
    """Return the warning for a site that hosts may refuse, with its heaviest files."""
    files = ", ".join(f"{path} ({bytes_ / _MEGA:.0f} MB)" for path, bytes_ in largest)
    message = f"the site has {size / _MEGA:,.0f} MB, and hosts such as GitHub Pages take no more than 1,000: {files}"
    hint = "keep the heaviest elsewhere, or save them smaller"
    return _notice("site-heavy", message, CONFIG_FILE, hint, severity="warning")


def script_notices(
    texts: Mapping[str, tuple[str, str]], own: Iterable[str], admitted: Iterable[str]
) -> Iterator[Diagnostic]:
    """Tell of scripts within the author's own templates that the pages' policy keeps from running."""
    known = frozenset(admitted)
    for name in own:
        text = texts[name][0].replace("\r\n", "\n")
        for script in _INLINE.finditer(text):
            if _DATA.search(script[1]):
                continue
            line = text.count("\n", 0, script.start()) + 1
            digest = f"sha256-{b64encode(sha256(script[2].encode()).digest()).decode()}"
            if f"'{digest}'" in known:
                continue
            hint = f"admit it in site.yaml: csp: {{script: [{digest}]}}"
            if "{{" in script[2] or "{%" in script[2]:
                hint = "put it into a file of static/, as its text differs from page to page"
            message = "no browser runs this script: a page's policy admits those of files only"
            yield _notice("script-kept-out", message, f"templates/{name}", hint, severity="warning", line=line)


def _notice(  # noqa: PLR0913 - all that a problem says
    code: str, message: str, path: str, hint: str, *, severity: Severity = "notice", line: int = 0
) -> Diagnostic:
    place = Location(path=path, line=line)
    return Diagnostic(severity=severity, code=code, message=message, location=place, hint=hint)
