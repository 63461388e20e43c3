"""The addresses that texts name, with what the web says of each as problems; the journal's store keeps answers."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from journal_site.checking.web import Manners, WebAnswer, WebVerdict, ask_web
from journal_site.errors import Diagnostic, Location, Severity

if TYPE_CHECKING:
    from journal_site.model.index import Index

KEPT: Final = "links.json"
_DAY: Final = 86_400
_AGES: Final[dict[WebVerdict, int]] = {"alive": 7 * _DAY, "moved": 7 * _DAY, "dead": _DAY, "unknown": 0}
"""For how long an answer holds; what is unknown is asked again each time."""
_FORM = msgspec.json.Decoder(dict[str, WebAnswer])


class NamedAddress(NamedTuple):
    """Where a text names an address."""

    url: str
    path: str
    line: int


def check_web(index: Index, store: Path, manners: Manners) -> tuple[list[Diagnostic], dict[str, WebAnswer]]:
    """Return the problems of all addresses that published texts name, and the answers."""
    named = list(mentions(index))
    known = {url: one for url, one in _kept(store).items() if manners.clock() - one.at < _AGES[one.verdict]}
    wanted = {one.url for one in named}
    answers = ask_web(sorted(wanted), {url: known[url] for url in wanted & known.keys()}, manners)
    _keep(store, known | answers)
    told = [problem for one in named if (problem := _problem(one, answers))]
    return told, {url: answers[url] for url in wanted}


def mentions(index: Index) -> Iterator[NamedAddress]:
    """Give each address of each text, once a line."""
    entries = [item.entry for item in (*index.introduction, *index.items, *index.pages)]
    found = [NamedAddress(one.url, entry.source, one.line) for entry in entries for one in entry.links]
    found += [NamedAddress(one.url, entry.source, one.line) for entry in entries for one in entry.images]
    yield from dict.fromkeys(one for one in found if one.url.startswith(("http://", "https://")))


def _problem(mention: NamedAddress, answers: Mapping[str, WebAnswer]) -> Diagnostic | None:
    answer = answers[mention.url]
    place = Location(path=mention.path, line=mention.line)
    told: dict[WebVerdict, tuple[Severity, str, str, str]] = {
        "dead": ("warning", "web-dead", f"{mention.url} is dead: {answer.said}",
                 "name another, or a copy of it at web.archive.org"),
        "moved": ("notice", "web-moved", f"{mention.url} has moved for good to {answer.location}",
                  "'journal check --external --fix' writes the new address"),
        "unknown": ("notice", "web-unknown", f"whether {mention.url} is there is not known: {answer.said}",
                    "open it in a browser"),
    }  # fmt: skip
    if answer.verdict == "alive":
        return None
    severity, code, message, hint = told[answer.verdict]
    return Diagnostic(severity=severity, code=code, message=message, location=place, hint=hint)


def _kept(store: Path) -> dict[str, WebAnswer]:
    """Return the answers of earlier; none where the file is not ours or not whole."""
    try:
        return _FORM.decode((store / KEPT).read_bytes())
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return {}


def _keep(store: Path, answers: Mapping[str, WebAnswer]) -> None:
    """Keep the answers where the store can be written; without it they are asked for again."""
    with contextlib.suppress(OSError):
        store.mkdir(exist_ok=True)
        scratch = store / f"{KEPT}.new"
        scratch.write_bytes(msgspec.json.encode(dict(sorted(answers.items()))))
        scratch.replace(store / KEPT)
