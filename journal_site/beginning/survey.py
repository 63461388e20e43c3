"""What a folder holds that may be a journal: read as a build would read it, and told before anything is written."""

from __future__ import annotations

import contextlib
import posixpath
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from journal_site.config import SiteConfig, SourceSpec
from journal_site.engine.build import Journal, read_with
from journal_site.engine.inputs import PAGES, BuildRequest
from journal_site.errors import ContentError, JournalError
from journal_site.expressions import expression
from journal_site.file_kinds import NOTEBOOK
from journal_site.index.topics.suggestions import suggest_topics
from journal_site.model.source import SourceOptions
from journal_site.publishing.language import guess_language
from journal_site.publishing.origin import last_year
from journal_site.reading.dates.tokens import without_markup
from journal_site.reading.dialects.table import TOOL_OF
from journal_site.reading.scan.ground import told_dialects
from journal_site.regular_files import read_text

if TYPE_CHECKING:
    import datetime as dt

    from journal_site.errors import Diagnostic
    from journal_site.model.entry import Entry
    from journal_site.model.outline import Omission
    from journal_site.model.source import DialectKey

_FEWEST_DAYS = 2
"""So many days make a journal of what may else be any text."""
_SAME = 0.8
_SMALL = 10
"""A log of a tenth of another's days is an example, or an attempt."""
_VERSION = expression(r"\bv?\d+\.\d+(?:\.\d+)*\b")
_Days: TypeAlias = set[tuple[object, ...]]
_DISTINCT = 0.6
_FEW = 3
"""Where less than one in so many of a folder's texts says a day, it is no folder of days."""
_MOST_LOGS = 4
"""Of more, their folder is named."""
_LONGEST = 60_000
_SAMPLES = 12
"""So many of the newest texts show the language."""
_UNSURE = ("date-guessed-year", "date-order", "date-impossible", "day-repeated", "date-conflict")


class NamedSource(NamedTuple):
    """One of the sources that the settings name."""

    path: str
    """Relative to the journal's folder; a folder has a slash at its end."""
    dialect: tuple[str, ...] = ()


class Survey(NamedTuple):
    """What was found."""

    sources: tuple[NamedSource, ...]
    dialects: tuple[tuple[str, str], ...]
    """(folder, what its texts are read as)."""
    entries: int
    notes: int
    first: dt.date | None
    last: dt.date | None
    undated: int
    """Entries without a date."""
    numbered: bool
    """Most of those have a day's number."""
    year: int | None
    """Of the newest entry, where nothing that was read says it."""
    year_known: bool
    """Git tells it: in that year the sources were last changed. Else it was guessed."""
    start: dt.date | None
    """Of the challenge, where the texts tell it."""
    title: str
    """As the introduction has it."""
    language: str
    topics: tuple[tuple[str, int], ...]
    """By name, with the number of entries, the commonest first."""
    suggested: tuple[str, ...]
    """Topics that the texts speak of and that it does not have, those with most entries first."""
    challenge: bool
    left_out: tuple[Omission, ...]
    others: tuple[str, ...]
    """Texts in the folder that the sources do not name, as they hold no days."""
    unsure: tuple[Diagnostic, ...]
    diagnostics: tuple[Diagnostic, ...]


def survey_folder(root: Path, today: dt.date) -> tuple[Survey | None, int]:
    """Return the journal that a folder holds, or None where it holds none, and how many texts are none then."""
    if not root.is_dir():
        return None, 0
    try:
        whole = read_with(_request(root, today, all_texts=True), _config([NamedSource(".")]))
    except JournalError:  # a folder that cannot be read: the build tells it better
        return None, 0
    sources = _choose(whole)
    return (_described(root, sources, today, whole), 0) if sources else (None, len(whole.sources))


def survey_place(root: Path, path: str, today: dt.date) -> Survey:
    """Return what a file or folder below the root holds, which the user named. Raises JournalError where it is broken.

    A folder is read whole, a file as a log.
    """
    whole = read_with(_request(root, today), _config([NamedSource(path)]))
    broken = [one for one in whole.gathered.diagnostics if one.severity == "error" and one.location.path == path]
    if broken and not whole.index.items:
        raise ContentError(*broken)
    return _described(root, (NamedSource(path, _dialect(whole, path)),), today, whole)


def _request(root: Path, today: dt.date, *, all_texts: bool = False) -> BuildRequest:
    return BuildRequest(root=root, today=today, drafts=all_texts, future=all_texts)


def _config(sources: Sequence[NamedSource], year: int | None = None) -> SiteConfig:
    return SiteConfig(title="-", search=False, sources=tuple(_spec(source, year) for source in sources))


def _spec(source: NamedSource, year: int | None) -> SourceSpec:
    dialect: tuple[DialectKey, ...] = source.dialect  # type: ignore[assignment] # they come from the table
    return SourceSpec(path=source.path.rstrip("/") or ".", options=SourceOptions(dialect=dialect, year=year))


def _choose(whole: Journal) -> tuple[NamedSource, ...]:
    """Return the fewest sources that hold all days, or all of what one tool keeps; none where it is no journal."""
    kept = _dialect(whole, ".")
    texts = [item.entry for item in whole.index.items if kept or not item.entry.source.startswith(f"{PAGES}/")]
    held = _held([entry for entry in texts if entry.kind == "entry"])
    files = {entry.source for entry in texts}
    if kept and files and (any(TOOL_OF[key].notes for key in kept) or len(held) >= max(_FEWEST_DAYS, len(files) / 2)):
        return (NamedSource(".", kept),)
    logs = _told_apart(_without_copies({path: days for path, days in held.items() if len(days) > 1}), held)
    single = _told_apart([path for path, days in held.items() if len(days) == 1], held)
    folder = _common(single) if len(single) > len(logs) else None
    if folder is not None and len(single) * _FEW < sum(
        folder == "." or path.startswith(f"{folder}/") for path in files
    ):
        folder, single = None, []
    if sum(len(held[path]) for path in (*logs, *single)) < _FEWEST_DAYS:
        return ()
    if folder is None and len(logs) > _MOST_LOGS:
        folder = _common(logs)
    if folder == ".":
        return (NamedSource("."),)
    found = [NamedSource(path) for path in logs if folder is None or not path.startswith(f"{folder}/")]
    return (*found, *([NamedSource(f"{folder}/")] if folder else []))


def _held(texts: Sequence[Entry]) -> dict[str, _Days]:
    """Return by path the days that each file holds, each of which may be many; lists of releases hold none."""
    held: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in texts:
        if entry.days or entry.dates:
            held[entry.source].append(entry)
    return {
        path: {(entry.round or 1, entry.days, entry.dates) for entry in entries}
        for path, entries in held.items()
        if sum(map(_is_release, entries)) * 2 <= len(entries)
    }


def _is_release(entry: Entry) -> bool:
    """Tell whether a day's heading is that of a version: `Version 1.6 (2024-08-30)`."""
    return entry.title != entry.heading and bool(entry.heading) and _VERSION.search(entry.title) is not None


def _told_apart(files: Sequence[str], held: Mapping[str, _Days]) -> list[str]:
    """Return the files, unless there are many that say the same days: those are translations or examples."""
    distinct = {day for path in files for day in held[path]}
    total = sum(len(held[path]) for path in files)
    return list(files) if len(files) <= _MOST_LOGS or len(distinct) > total * _DISTINCT else []


def _without_copies(logs: Mapping[str, _Days]) -> list[str]:
    """Return the logs' paths, without those that hold next to nothing, or of which another has nearly all days."""
    most = max(map(len, logs.values()), default=0)
    order = sorted((path for path in logs if len(logs[path]) * _SMALL >= most), key=lambda path: -len(logs[path]))
    kept: list[str] = []
    for path in order:
        if not any(len(logs[path] & logs[other]) >= len(logs[path]) * _SAME for other in kept):
            kept.append(path)
    return [path for path in logs if path in kept]


def _common(paths: Sequence[str]) -> str:
    return posixpath.commonpath([posixpath.dirname(path) for path in paths]) or "."


def _dialect(whole: Journal, path: str) -> tuple[str, ...]:
    """Return the keys of the dialects that hold for all of a source, where they were recognised for it."""
    spoken = {found.options.dialects for found in whole.sources if found.folder != PAGES}
    place = path.rstrip("/")
    named = {key for one in spoken for key, folder in one if folder in {place, "" if place == "." else place}}
    others = {key for one in spoken for key, _ in one} - named
    return () if others else tuple(key for key in TOOL_OF if key in named)


def _described(
    root: Path, sources: tuple[NamedSource, ...], today: dt.date, whole: Journal, year: int | None = None
) -> Survey:
    read = read_with(_request(root, today), _config(sources, year))
    pages = {found.path for found in read.sources if found.folder == PAGES}
    items = [item for item in read.index.items if item.entry.source not in pages]
    entries = [item.entry for item in items if item.entry.kind == "entry"]
    dated = [date for entry in entries for date in entry.dates]
    undated = [entry for entry in entries if not entry.dates]
    told = (*read.gathered.diagnostics, *read.index.diagnostics)
    guessed = max(dated).year if dated and any(one.code == "date-guessed-year" for one in told) else None
    known = last_year(root, [source.path for source in sources]) if guessed else None
    if guessed and known and known < guessed:  # read once more, now that the year is known
        return _described(root, sources, today, whole, known)
    names = {topic.slug: topic.name for topic in read.index.topics}
    counts = Counter(names[slug] for item in items for slug in item.topics if slug in names)
    named = {found.path for found in read.sources}
    challenge = read.index.challenge
    return Survey(
        sources=sources,
        dialects=told_dialects(read.sources),
        entries=len(entries),
        notes=sum(item.entry.kind == "note" for item in items),
        first=min(dated, default=None),
        last=max(dated, default=None),
        undated=len(undated),
        numbered=sum(bool(entry.days) for entry in undated) * 2 > len(undated),
        year=year or guessed,
        year_known=year is not None,
        start=challenge.start if challenge else None,
        title=without_markup(next((one.entry.title for one in read.index.introduction if one.entry.heading), "")),
        language=guess_language(_sample(root, read)),
        topics=tuple(counts.most_common()),
        suggested=tuple(one.name for one in suggest_topics(read.index)),
        challenge=challenge is not None and bool(challenge.days or challenge.start or challenge.goals),
        left_out=read.left_out,
        others=tuple(sorted(path for path in (found.path for found in whole.sources) if _is_other(path, named))),
        unsure=tuple(one for one in told if one.code in _UNSURE),
        diagnostics=told,
    )


def _is_other(path: str, named: Collection[str]) -> bool:
    """Tell whether a text is one that the sources leave out; a notebook is read where a text links to it."""
    return path not in named and not path.lower().endswith(NOTEBOOK) and not path.startswith(f"{PAGES}/")


def _sample(root: Path, read: Journal) -> str:
    """Return texts by which to tell the language: of the newest files."""
    newest = [item.entry.source for item in reversed(read.index.items)]
    paths = list(dict.fromkeys([*newest, *(found.path for found in read.sources)]))[:_SAMPLES]
    with contextlib.suppress(OSError):
        return "\n".join(read_text(root / path, errors="replace")[:_LONGEST] for path in paths)
    return ""
