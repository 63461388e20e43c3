"""What kind of thing an external link leads to, told from its address alone, by the rules of `model.link_kinds`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from itertools import product

from journal_site.expressions import expression
from journal_site.model.link_kinds import CERTAIN, FILE, KIND_OF, LINK_KINDS, OTHER, WEAK

_URL = expression(r"(?:https?|ftp)://(?:www\.)?([^/?#:]*)(?::\d+)?([^?#]*)(\?[^#]*)?", re.IGNORECASE)
_CHOICE = expression(r"\{([^}]*)\}")
_STEPS = {"*": "[^/]+", "**": ".*"}


class _Routes:
    """The addresses of one site by which kinds are told."""

    def __init__(self, kinds: dict[str, str]) -> None:
        """Take the addresses' paths with their kinds."""
        self._paths = sorted(kinds, key=_generality)
        self._kinds = [kinds[path] for path in self._paths]

    @cached_property
    def _match(self) -> Callable[[str], re.Match[str] | None]:
        return re.compile("|".join(f"({_pattern(path)})" for path in self._paths)).match

    def kind(self, path: str) -> str:
        """Return the kind under the most specific address that a path lies at or below; empty where there is none."""
        match = self._match(path.lstrip("/"))
        return self._kinds[match.lastindex - 1] if match and match.lastindex else ""


def _generality(path: str) -> list[int]:
    """Return what sorts a name before `*`, that before `**`, and an address before those above it."""
    return [len(step) if step in _STEPS else 0 for step in path.split("/") if step] + [3]


def _pattern(path: str) -> str:
    steps = [_STEPS.get(step, re.escape(step)) for step in path.split("/") if step]
    end = "" if not steps else "/" if path.endswith("/") else "(?:/|$)"
    return "/".join(steps).replace(".*/", "(?:.*/)?") + end


def _sites() -> tuple[dict[str, str], dict[str, _Routes]]:
    """Return the kind of each domain, and the addresses of each site that has some."""
    domains: dict[str, str] = {}
    routes: dict[str, dict[str, str]] = {}
    for kind in LINK_KINDS:
        for written in kind.sites.split():
            if "/" not in written:
                domains[written] = kind.key
                continue
            parts = _CHOICE.split(written)
            choices = (part.split(",") if at % 2 else [part] for at, part in enumerate(parts))
            for chosen in product(*choices):
                site, _, path = "".join(chosen).partition("/")
                routes.setdefault(site, {})[path] = kind.key
    return domains, {site: _Routes(paths) for site, paths in routes.items()}


_DOMAINS, _ROUTES = _sites()
_FILES = {suffix: kind.key for kind in LINK_KINDS for suffix in kind.files.split()}
_SIGNS = sorted(
    ((sign.rank, expression(sign.pattern).search, kind.key) for kind in LINK_KINDS for sign in kind.signs),
    key=lambda sign: sign[0],
)
_CERTAIN = [sign for sign in _SIGNS if sign[0] == CERTAIN]
_LIKELY = [sign for sign in _SIGNS if CERTAIN < sign[0] < WEAK]
_WEAK = [sign for sign in _SIGNS if sign[0] == WEAK]


@lru_cache(maxsize=4096)
def link_kind(url: str) -> str:
    """Return the key of the kind of thing that an address leads to; `other` where it does not tell."""
    match = _URL.match(url)
    if match is None:
        return OTHER
    host, path = match[1].lower(), match[2]
    address = host + path
    if kind := _by_signs(_CERTAIN, address):
        return kind
    if (routes := _ROUTES.get(host)) and (kind := routes.kind(path)):
        return _by_suffix(path) or kind if kind == FILE else kind
    kind = _by_domain(host)
    if kind and not KIND_OF[kind].mixed:
        return kind
    return _by_suffix(path) or _by_signs(_LIKELY, address) or kind or _by_signs(_WEAK, address) or OTHER


def _by_domain(host: str) -> str:
    """Look the host up, then each domain above it."""
    while host:
        if kind := _DOMAINS.get(host):
            return kind
        host = host.partition(".")[2]
    return ""


def _by_suffix(path: str) -> str:
    return _FILES.get(path.rpartition(".")[2].lower(), "")


def _by_signs(signs: Sequence[tuple[int, Callable[[str], object], str]], address: str) -> str:
    for _, search, kind in signs:
        if search(address):
            return kind
    return ""
