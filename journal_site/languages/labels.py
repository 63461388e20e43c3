"""The words of the interface as a type: one file in `table` fills it for each language, CLDR what that leaves out."""

from __future__ import annotations

from collections.abc import Callable
from gettext import c2py
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import msgspec

from journal_site.languages.cldr import CLDR
from journal_site.model.base import Value
from journal_site.model.link_kinds import LINK_KINDS

Plural = tuple[str, ...]
"""The forms of a counted phrase, in CLDR's order (zero, one, two, few, many, other; those that the language has), each
with `{n}` where the number stands."""

_OPTIONAL = frozenset({"letters", "common", "link_words", "link_kinds", "link_groups", "pages", "fields"})
_COUNTS = 1000
_ALIASES = {"no": "nb", "nn": "nb", "iw": "he", "in": "id"}
"""Tags of the same languages, or of those that are read by whoever speaks them."""

_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


class Labels(Value, frozen=True, kw_only=True):
    """All that the interface says in one language. What a language leaves empty, CLDR or English says."""

    language: str = ""
    name: str = ""
    """In English."""
    plural: str = ""
    """Which form a count `n` takes, from 0, in C as gettext's catalogues say it (`Plural-Forms`)."""
    letters: str = ""
    """By which a text is known to be in this language: ranges of a regular expression's class."""
    common: str = ""
    """Likewise, where others share its letters: some twenty of its commonest words."""

    # Dates. Placeholders: {d} day, {m} month's number, {y} year, {month} in a date, {month_alone}, {short}, {weekday}.
    months: tuple[str, ...] = ()
    """As they stand in a date (Russian: the genitive)."""
    months_alone: tuple[str, ...] = ()
    months_short: tuple[str, ...] = ()
    weekdays: tuple[str, ...] = ()
    """Monday first."""
    weekdays_short: tuple[str, ...] = ()
    date_long: str = ""
    date_full: str = ""
    """With the weekday."""
    date_short: str = ""
    """Without the year."""
    date_medium: str = ""
    """With the year, short."""
    date_month: str = ""
    """A month of a year."""
    date_range: str = ""
    """`{start}` and `{end}`."""
    comma: str = ", "
    """Between the members of a list."""
    thousands: str = ""
    """What separates thousands in numbers."""

    # The frame of every page
    skip: str = ""
    menu: str = ""
    theme: str = ""
    home: str = ""
    footer_made: str = ""
    """`{name}` is the program, as a link."""
    feed: str = ""
    page_of: str = ""
    """`{page}` of `{title}`: never shown, only the window's title."""
    more: str = ""
    all: str = ""

    # Names of pages
    timeline: str = ""
    topics: str = ""
    links: str = ""
    notebooks: str = ""
    stats: str = ""
    tasks: str = ""
    gallery: str = ""
    search: str = ""
    notes: str = ""
    introduction: str = ""

    # Days and progress
    day: str = ""
    """`{n}`"""
    days_range: str = ""
    """`{start}`, `{end}`"""
    days_list: str = ""
    """`{list}`"""
    round: str = ""
    """`{n}`"""
    day_of: str = ""
    """`{n}`, `{m}`"""
    of: str = ""
    """`{m}`: stands small beside a large number."""
    calendar_day: str = ""
    """`{n}`: where the calendar stands."""
    progress: str = ""
    days_written: Plural = ()
    days_written_label: str = ""
    """The same below its number."""
    current_streak: str = ""
    longest_streak: str = ""
    a_week: str = ""
    """`{n}`: a streak asks for so many days of each week."""
    to_spare: str = ""
    """`{n}`: so many days may be missed."""
    streak_days: Plural = ()
    streak_run: Plural = ()
    """So many days, as a streak: on a card."""
    day_run: str = ""
    active_days: Plural = ()
    heatmap: str = ""
    heatmap_table: str = ""
    column_days: str = ""
    column_words: str = ""
    less: str = ""
    rest_day: str = ""
    month: str = ""
    since: str = ""
    """`{date}`"""

    # Counts
    entries: Plural = ()
    notes_count: Plural = ()
    words: Plural = ()
    minutes: Plural = ()
    """Minutes that the author spent."""
    hours: Plural = ()
    """Hours that the author spent, abbreviated."""
    reading: Plural = ()
    """Minutes that reading takes."""
    topics_count: Plural = ()
    links_count: Plural = ()
    notebooks_count: Plural = ()
    days_count: Plural = ()

    link_words: dict[str, tuple[str, str]] = msgspec.field(default_factory=dict)
    """What one link of a kind is called, and many, by the kind's key; what is missing is said in English."""
    link_kinds: dict[str, str] = msgspec.field(default_factory=dict)
    """What one link of each kind is called; set from `link_words`, as the next."""
    link_groups: dict[str, str] = msgspec.field(default_factory=dict)
    """What many are called."""

    # Home
    all_entries: str = ""
    latest: str = ""
    """Above the newest entries."""
    goals: str = ""
    latest_papers: str = ""
    latest_notebooks: str = ""
    on_this_day: str = ""
    years_ago: Plural = ()
    empty: str = ""

    # Entry and note
    contents: str = ""
    in_this_entry: str = ""
    related: str = ""
    mentioned_in: str = ""
    earlier: str = ""
    later: str = ""
    share: str = ""
    share_mail: str = ""
    copy_link: str = ""
    copy: str = ""
    copied: str = ""
    edit: str = ""
    source: str = ""
    """`{place}`"""
    written_as: str = ""
    """Precedes the heading as its author wrote it."""
    spent: str = ""
    updated: str = ""
    """`{date}`"""
    undated: str = ""
    missing_picture: str = ""
    unreadable_picture: str = ""
    alerts: dict[str, str] = msgspec.field(default_factory=dict)
    """What the alerts of each kind are called that their authors gave no title."""
    missing_target: str = ""
    """`{target}`"""

    # Topics and timeline
    activity_of: str = ""
    """`{name}`"""
    parent_topic: str = ""
    child_topics: str = ""
    neighbours: str = ""
    topic_feed: str = ""
    calendar_of: str = ""
    """`{name}`"""

    # Not found and search
    not_found: str = ""
    not_found_text: str = ""
    search_label: str = ""
    search_hint: str = ""
    search_found: Plural = ()
    random_day: str = ""
    start_at: str = ""
    """`{day}` is the first one: `Day 1`."""
    search_none: str = ""
    search_any_topic: str = ""
    search_any_year: str = ""
    search_needs_script: str = ""
    search_needs_server: str = ""

    # Links, notebooks, stats, tasks and gallery
    named_often: str = ""
    named_latest: str = ""
    named_times: Plural = ()
    """In how many entries."""
    bibtex: str = ""
    filter: str = ""
    filter_kind: str = ""
    sort: str = ""
    sort_newest: str = ""
    sort_often: str = ""
    sort_text: str = ""
    sort_site: str = ""
    shown: str = ""
    """`{n}` of `{m}` rows, after filtering."""
    open_in: str = ""
    """`{name}`"""
    download: str = ""
    elsewhere: str = ""
    notebook_broken: str = ""
    """`{why}`"""
    cells: Plural = ()
    streak_history: str = ""
    streaks_longest: str = ""
    """`{n}`: only so many are shown."""
    days_of_week: str = ""
    words_by_week: str = ""
    words_by_month: str = ""
    words_by_year: str = ""
    words_by_day: str = ""
    minutes_by_week: str = ""
    minutes_by_month: str = ""
    minutes_by_year: str = ""
    topics_over_time: str = ""
    kinds_of_links: str = ""
    as_table: str = ""
    week_of: str = ""
    """`{date}`"""
    count: str = ""
    start: str = ""
    end: str = ""
    most: str = ""
    """`{what}`, `{n}`: where a chart peaks."""
    open_tasks: str = ""
    done_tasks: str = ""
    questions: str = ""
    no_open_tasks: str = ""
    tasks_count: Plural = ()
    questions_count: Plural = ()
    pictures_count: Plural = ()

    pages: dict[str, str] = msgspec.field(default_factory=dict)
    """What kinds of pages are called that have no label above, by key: in English where one is left out."""
    fields: dict[str, str] = msgspec.field(default_factory=dict)
    """What an entry's page calls the fields of front matter that it shows, by key: in English where one is left out."""

    def page(self, key: str) -> str:
        """Return what a kind of page is called, by its key."""
        name: str = self.pages.get(key) or getattr(self, key)
        return name


def all_labels() -> tuple[Labels, ...]:
    """Return the labels of every language that the interface speaks, in the order of their tags."""
    return tuple(load_labels(name) for name in label_names() if not missing_labels(name))


def label_names() -> list[str]:
    """Return the tags of all languages in the table."""
    return sorted(file.stem for file in Path(__file__).with_name("table").glob("[a-z]*.py"))


def find_labels(language: str) -> str:
    """Return the name of the file with the labels of a language tag: its own, else that of its first part, or none."""
    first = language.lower().partition("-")[0]
    names = (language.lower().replace("-", "_"), _ALIASES.get(first, first))
    return next((name for name in names if name.isidentifier() and find_spec(f"{__package__}.table.{name}")), "")


def load_labels(language: str) -> Labels:
    """Return the labels of a language tag: its own, else CLDR's, else English ones."""
    name = find_labels(language) or "en"
    labels = _with_link_kinds(_own_labels(name))
    if name == "en":
        return labels
    english = load_labels("en")
    form = c2py(labels.plural)
    return msgspec.structs.replace(
        labels,
        fields=english.fields | labels.fields,
        pages=english.pages | labels.pages,
        **{field: _translated(getattr(english, field), form) for field in _unsaid(labels)},
    )


def missing_labels(language: str) -> list[str]:
    """Return the names of the labels that are said in English, as the language of a tag has no words for them."""
    name = find_labels(language)
    return _unsaid(_own_labels(name) if name else Labels())


def _own_labels(name: str) -> Labels:
    labels: Labels = import_module(f"{__package__}.table.{name}").LABELS
    known = {field: said for field, said in CLDR.get(name, {}).items() if not getattr(labels, field)}
    return msgspec.structs.replace(labels, **known)


def _unsaid(labels: Labels) -> list[str]:
    return [name for name in Labels.__struct_fields__ if name not in _OPTIONAL and not getattr(labels, name)]


def _translated(said: str | Plural | dict[str, str], form: Callable[[int], int]) -> str | Plural | dict[str, str]:
    """Return an English label with as many forms as a language has: one where only a count of one takes it."""
    if not isinstance(said, tuple):
        return said
    counts: dict[int, list[int]] = {}
    for count in range(_COUNTS):
        counts.setdefault(form(count), []).append(count)
    return tuple(said[0] if counts[at] == [1] else said[-1] for at in sorted(counts))


def _with_link_kinds(labels: Labels) -> Labels:
    words = {kind.key: labels.link_words.get(kind.key, (kind.name, kind.names)) for kind in LINK_KINDS}
    return msgspec.structs.replace(
        labels,
        link_kinds={kind: one for kind, (one, _) in words.items()},
        link_groups={kind: many for kind, (_, many) in words.items()},
    )


def is_right_to_left(language: str) -> bool:
    """Tell whether a language tag is of a language that is written from right to left."""
    return language.lower().partition("-")[0] in _RIGHT_TO_LEFT
