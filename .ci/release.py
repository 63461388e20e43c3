"""What a release needs besides its files: `release.py notes` prints its notes, `release.py check` tries all offline.

It imports nothing of journal, as it is also run where nothing is installed.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
_VERSION = re.compile(r'^__version__ = "([^"]+)"$', re.MULTILINE)
_SECTION = r"^## \[{version}\][^\n]*\n(.*?)(?=^## \[|\Z)"


class UnreadyError(Exception):
    """Something is missing for a release."""


def version_of(text: str) -> str:
    """Return the version that the package's `__init__.py` says. Raises UnreadyError."""
    found = _VERSION.search(text)
    if found is None:
        raise UnreadyError("journal_site/__init__.py says no version")
    return found[1]


def notes_of(changelog: str, version: str) -> str:
    """Return what CHANGELOG says of a version. Raises UnreadyError where it says nothing."""
    found = re.search(_SECTION.format(version=re.escape(version)), changelog, re.MULTILINE | re.DOTALL)
    if found is None or not found[1].strip():
        raise UnreadyError(f"CHANGELOG.md has no section [{version}]: move there what stands under Unreleased")
    return found[1].strip() + "\n"


def check_tag(tag: str, version: str) -> None:
    """Raise UnreadyError where a tag is not that of the version."""
    if tag and tag != f"v{version}":
        raise UnreadyError(f"the tag is {tag}, and the version {version}: tag v{version}")


def _run(*words: str | Path, cwd: Path = ROOT) -> None:
    print("$", *words, flush=True)
    subprocess.run([str(word) for word in words], cwd=cwd, check=True)


def _try(uv: str, package: Path) -> None:
    """Install a wheel or an sdist in an environment of its own, and begin a journal there."""
    with tempfile.TemporaryDirectory() as aside:
        python = Path(aside) / "venv/bin/python"
        _run(uv, "venv", "--no-config", "--quiet", "--python", sys.executable, Path(aside) / "venv")
        _run(uv, "pip", "install", "--no-config", "--quiet", "--python", python, package)
        journal = python.with_name("journal")
        _run(journal, "init", "tried", cwd=Path(aside))
        _run(journal, "build", "--strict", cwd=Path(aside) / "tried")


def check(uv: str, tag: str) -> None:
    """Build wheel and sdist into dist/, look at both, and try each in an environment of its own."""
    version = version_of((ROOT / "journal_site/__init__.py").read_text(encoding="utf-8"))
    check_tag(tag, version)
    notes_of((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), version)
    for old in (ROOT / "dist").glob("journal_site-*"):
        old.unlink()
    _run(sys.executable, "-m", "hatchling", "build")
    built = sorted((ROOT / "dist").glob(f"journal_site-{version}*"))
    if [path.suffix for path in built] != [".whl", ".gz"]:
        raise UnreadyError(f"dist/ has {', '.join(path.name for path in built) or 'nothing'}")
    wheel = built[0]
    _run(uv, "tool", "run", "--no-config", "twine", "check", "--strict", *built)
    _run(uv, "tool", "run", "--no-config", "check-wheel-contents", wheel)
    for package in built:
        _try(uv, package)
    print(f"ready: {', '.join(path.name for path in built)}")


def main(words: list[str]) -> int:
    """Do what is asked for, and return the exit status."""
    parser = argparse.ArgumentParser(prog="release.py")
    parser.add_argument("what", choices=("notes", "check"))
    parser.add_argument("--tag", default="", help="the tag that is released")
    parser.add_argument("--uv", default="uv", help="where uv is")
    asked = parser.parse_args(words)
    try:
        if asked.what == "check":
            check(asked.uv, asked.tag)
        else:
            version = version_of((ROOT / "journal_site/__init__.py").read_text(encoding="utf-8"))
            sys.stdout.write(notes_of((ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), version))
    except UnreadyError as error:
        sys.stderr.write(f"not ready: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
