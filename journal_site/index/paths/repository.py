"""The repository on the web: where its files are shown, and which of its files an address names."""

from __future__ import annotations

from collections.abc import Container
from urllib.parse import quote, unquote, urlsplit

import msgspec

from journal_site.expressions import expression
from journal_site.index.paths.relative import resolve_path

_PLACES = frozenset({"blob", "raw", "tree", "edit", "blame"})
_WEB = ("https://", "http://")
_ON_GITLAB = expression(r"(.+?)/-/(?:blob|raw|tree|edit|blame)/(.+)")
_RAW = expression(r"([^/]+/[^/]+)/(?:refs/heads/)?(.+)")
_BINDER = expression(r"v2/gh/([^/]+/[^/]+)/[^/]+")
_BINDER_FILE = expression(r"(?:^|&)(?:(?:filepath|labpath)=|urlpath=(?:lab/tree|notebooks|tree)/)([^&]+)")
_VIEWERS = frozenset({"github.com", "colab.research.google.com", "nbviewer.org", "nbviewer.jupyter.org", "github.dev"})


class Repository(msgspec.Struct, frozen=True, kw_only=True):
    """A repository at a web address such as https://github.com/name/journal."""

    url: str
    branch: str = "main"
    inside: str = ""
    """The folder of it that the journal lies in."""

    def file(self, path: str) -> str:
        """Return the address at which a file of the journal is shown."""
        return f"{self.url}/{self._middle('blob')}/{quote(self._whole(path))}"

    def folder(self, path: str) -> str:
        """Return the address at which a folder of the journal is shown."""
        return f"{self.url}/{self._middle('tree')}/{quote(self._whole(path))}".rstrip("/")

    def beyond(self, source: str, target: str) -> str | None:
        """Return the address of what a text of the journal names outside the journal's folder.

        None where that leads out of the repository, too, or does not leave the journal. It is not looked at.
        """
        if not self.inside or resolve_path(source, target) is not None:
            return None
        path = resolve_path(self._whole(source), target)
        if path is None:
            return None
        word = "tree" if not path or target.endswith(("/", "..")) else "blob"
        return f"{self.url}/{self._middle(word)}/{quote(path)}".rstrip("/")

    def _whole(self, path: str) -> str:
        return f"{self.inside}/{path}" if self.inside else path

    def _middle(self, word: str) -> str:
        host = urlsplit(self.url).hostname or ""
        branch = quote(self.branch)
        if "gitlab" in host:
            return f"-/{word}/{branch}"
        if "bitbucket" in host:
            return f"src/{branch}"
        if "codeberg" in host or "gitea" in host or "forgejo" in host:
            return f"src/branch/{branch}"
        return f"{word}/{branch}"


class HostedFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file of a hosted repository, whichever viewer shows it."""

    repository: str
    """`github.com/name/journal`, in lower case."""
    place: str
    """Branch and path, percent-decoded; a branch's name may hold slashes."""

    @property
    def path(self) -> str:
        """What the path most likely is."""
        return self.place.partition("/")[2]

    @property
    def paths(self) -> list[str]:
        """What the path may be, the likeliest first."""
        parts = self.place.split("/")
        return ["/".join(parts[start:]) for start in range(1, min(len(parts), 4))]


def hosted_picture(kind: str, target: str) -> HostedFile | None:
    """Return the file of a repository that a slot shows as a picture by its address."""
    return hosted_file(target) if kind == "image" and target.startswith(_WEB) else None


def hosted_file(url: str) -> HostedFile | None:
    """Return the repository's file that an address shows: on GitHub, GitLab, Colab, nbviewer, Binder or raw."""
    host, _, rest = url.partition("://")[2].partition("/")
    host = host.removeprefix("www.")
    path, _, query = rest.partition("#")[0].partition("?")
    if host in _VIEWERS:
        owner, _, rest = path.removeprefix("github/").partition("/")
        name, _, rest = rest.partition("/")
        word, _, place = rest.partition("/")
        return _hosted("github.com", f"{owner}/{name}", place) if word in _PLACES and place else None
    if host == "raw.githubusercontent.com":
        match = _RAW.fullmatch(path)
        return _hosted("github.com", match[1], match[2]) if match else None
    if host == "mybinder.org":
        match, file = _BINDER.match(path), _BINDER_FILE.search(unquote(query))
        return _hosted("github.com", match[1], f"HEAD/{file[1]}") if match and file else None
    if "gitlab" in host:
        match = _ON_GITLAB.fullmatch(path)
        return _hosted(host, match[1], match[2]) if match else None
    return None


def _hosted(host: str, name: str, place: str) -> HostedFile:
    return HostedFile(repository=f"{host}/{name}".lower(), place=unquote(place) if "%" in place else place)


def local_path(file: HostedFile, repo: str, known: Container[str]) -> str | None:
    """Return the journal's own file that is meant, where the repository is the journal's."""
    return next((path for path in own_paths(file, repo) if path in known), None)


def own_paths(file: HostedFile, repo: str) -> list[str]:
    """Return the paths in the journal that a file may have, the likeliest first; none of another repository's."""
    return file.paths if file.repository == repo.partition("://")[2].removeprefix("www.").lower() else []
