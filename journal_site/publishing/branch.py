"""Publish the site to a branch that a host serves: one commit on top of what is there, pushed and never forced."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from journal_site.config import read_config
from journal_site.engine.build import build
from journal_site.engine.inputs import OUTPUT
from journal_site.errors import Diagnostic, Location, OutputError, UsageError
from journal_site.expressions import expression
from journal_site.publishing.git_plumbing import Changes, GitRefusedError, Plumbing, plumbing
from journal_site.publishing.hosts import HOSTS, host_of, pages_address
from journal_site.publishing.origin import web_address
from journal_site.site.output import SiteFolder

if TYPE_CHECKING:
    from journal_site.engine.inputs import BuildRequest
    from journal_site.model.page import BuildReport

_TRAILER = "Published-by: journal"
_DOMAIN = "CNAME"
"""Hosts write it to the branch themselves, where a domain is chosen on their pages."""
_TRIES = 3
_MOVED = expression(
    r"\[rejected\]|non-fast-forward|fetch first|cannot lock ref|failed to update ref|incorrect old value"
)


class PublishRequest(NamedTuple):
    """What the user asked for."""

    build: BuildRequest
    remote: str = "origin"
    branch: str = ""
    """Empty for the one that the host of the remote serves."""
    force: bool = False
    """Also on top of commits that journal did not make."""
    dry: bool = False


class Published(NamedTuple):
    """What was published, or would be."""

    report: BuildReport
    branch: str
    commit: str
    """Empty where the branch has the site already."""
    files: int
    changes: Changes
    uncommitted: bool
    """The site shows texts that no commit has."""
    address: str = ""
    """Where it will live, as far as that is known."""
    once: str = ""
    """What its user has to do at the host, where the branch is new there."""


def publish(request: PublishRequest) -> Published:
    """Build the site and publish it. Raises JournalError; then neither the remote nor the repository has changed."""
    root = request.build.root
    try:
        with plumbing(root, dry=request.dry) as git:
            return _publish(request, git)
    except GitRefusedError as error:
        if not Plumbing(root, {}).ask("rev-parse", "--git-dir"):
            hint = "make one with git init, or clone one, and push it to a host"
            raise _unusable("publish-no-git", "the journal lies in no repository of git", hint) from None
        raise _refused(request, str(error)) from None


def _publish(request: PublishRequest, git: Plumbing) -> Published:
    prefix = git.run("rev-parse", "--show-prefix")
    address = git.ask("config", "--get", f"remote.{request.remote}.url")
    if not address:
        hint = f"name it: git remote add {request.remote} ADDRESS"
        raise _unusable("publish-no-remote", f"the repository has no remote '{request.remote}'", hint)
    repo = web_address(address)
    host = HOSTS[host_of(repo)]
    branch = request.branch or host.branch
    request, site = _addressed(request, pages_address(repo))
    report = build(request.build)
    last = git.remote_commit(request.remote, branch)
    _check_branch(request, git, branch, last, prefix)
    folder = request.build.output or request.build.root / OUTPUT
    tree, files = _write_tree(request.build, git, folder, last)
    before = git.run("rev-parse", f"{last}^{{tree}}") if last else ""
    uncommitted = bool(git.ask("status", "--porcelain", "--", "."))
    changes = git.changes(before, tree)
    once = host.served.format(branch=branch) if site and not last else ""
    if tree == before:
        return Published(report, branch, "", files, changes, uncommitted, site)
    commit = git.commit(tree, [last] if last else [], _message(git, uncommitted=uncommitted))
    if not request.dry:
        git.run("push", "--quiet", request.remote, f"{commit}:refs/heads/{branch}")
    return Published(report, branch, commit, files, changes, uncommitted, site, once)


def _addressed(request: PublishRequest, pages: str) -> tuple[PublishRequest, str]:
    """Return the request with the address that the site will have, and that address.

    Where nobody said it, the one at which the remote's host serves its pages is taken: feeds and cards need one.
    """
    config = read_config(request.build.root)
    said = request.build.base_url or config.url
    if said or config.cname or not pages:
        return request, said
    return request._replace(build=replace(request.build, base_url=pages)), pages


def _write_tree(request: BuildRequest, git: Plumbing, folder: Path, last: str) -> tuple[str, int]:
    """Return the tree of the site and how many files it has: of what one build left, and no other wrote into.

    Another build, which may show drafts, can have written meanwhile: where one more finds something to do, it has.
    """
    for _ in range(_TRIES):
        paths = sorted(path for path in SiteFolder(folder).listed() if (folder / path).is_file())
        domain = (
            git.ask("rev-parse", "--verify", "--quiet", f"{last}:{_DOMAIN}") if last and _DOMAIN not in paths else ""
        )
        tree = git.write_tree(folder, paths, [(_DOMAIN, domain)] if domain else [])
        again = build(request)
        if not (again.written or again.removed):
            return tree, len(paths)
    raise OutputError(
        _diagnostic("publish-busy", "another build goes on writing the site", "end it, and publish again", str(folder))
    )


def _check_branch(request: PublishRequest, git: Plumbing, branch: str, last: str, prefix: str) -> None:
    """Raise UsageError where a branch is none for a site, or holds commits that journal did not make."""
    if not last:
        return
    if git.ask("rev-parse", "--verify", "--quiet", f"{last}:{prefix}site.yaml"):
        hint = "name another with --branch, such as gh-pages"
        raise _unusable("publish-sources", f"the branch '{branch}' holds the journal itself", hint)
    if not (request.force or _is_ours(git, last)):
        hint = "name another with --branch; -f puts the site on top of them, and they stay in its history"
        raise _unusable("publish-foreign", f"the branch '{branch}' has commits that journal did not make", hint)


def _is_ours(git: Plumbing, last: str) -> bool:
    """Tell whether a branch is as journal left it, but for the domain that its host wrote there."""
    ours = git.run("rev-list", "--first-parent", "--max-count=1", f"--grep=^{_TRAILER}$", last)
    if not ours:
        return False
    since = git.run("diff-tree", "-r", "--name-only", ours, last).split("\n") if ours != last else []
    return set(since) <= {_DOMAIN, ""}


def _message(git: Plumbing, *, uncommitted: bool) -> str:
    source = git.ask("rev-parse", "--short", "HEAD") or "the journal"
    return f"Publish {source}{' with changes' if uncommitted else ''}\n\n{_TRAILER}\n"


def _refused(request: PublishRequest, words: str) -> OutputError:
    if _MOVED.search(words):
        message, hint = "somebody published at the same time, so nothing was", "publish again"
        return OutputError(_diagnostic("publish-moved", message, hint))
    hint = f"check that you may push to '{request.remote}': git push --dry-run {request.remote}"
    return OutputError(_diagnostic("publish-refused", f"git refused: {words}", hint))


def _unusable(code: str, message: str, hint: str) -> UsageError:
    return UsageError(_diagnostic(code, message, hint))


def _diagnostic(code: str, message: str, hint: str, path: str = "git") -> Diagnostic:
    return Diagnostic(severity="error", code=code, message=message, location=Location(path=path), hint=hint)
