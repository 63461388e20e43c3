"""Play a document as its reader would: its samples are written, its commands run, in order, in one folder.

A block of code is a file where it has a title (```` ```markdown title="README.md" ````), and commands where it is `sh`.
A block of `text` right behind commands is what they print: each of its lines, in their order, `…` for anything.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Final, NamedTuple

TODAY: Final = "1767787200"  # 2026-01-07, noon in Greenwich
_BLOCK: Final = re.compile(r"^(`{3,})(\w+)(?: title=\"([^\"]+)\")?\n(.*?)^\1$", re.MULTILINE | re.DOTALL)
_SITE: Final = re.compile(r"`(_site/[^`\s]+)`")
_TIME: Final = 120
"""Seconds after which a command is taken to hang."""


class Block(NamedTuple):
    """A block of code in a document."""

    kind: str
    title: str
    text: str


class Played(NamedTuple):
    """What came of the commands of one block."""

    commands: str
    output: str
    expected: str
    site: frozenset[str]
    """The files that a site had behind them."""


def blocks_of(document: str) -> list[Block]:
    """Return the blocks of code in a document, as they stand in order."""
    return [Block(match[2], match[3] or "", match[4]) for match in _BLOCK.finditer(document)]


def play(document: str, home: Path, environment: dict[str, str]) -> list[Played]:
    """Play a document in `home`/journal; return what each block of commands printed, and what it is to print."""
    here, played = home / "journal", list[Played]()
    here.mkdir()
    blocks = blocks_of(document)
    for block, following in zip(blocks, [*blocks[1:], Block("", "", "")], strict=True):
        if block.title:  # a path as the reader stands there
            place = here / block.title
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(block.text, encoding="utf-8")
        elif block.kind == "sh" and not block.text.startswith("make "):  # which CI itself does
            output, here = _run(block.text, here, environment, home / "where")
            played.append(Played(block.text, output, following.text if following.kind == "text" else "", _site(home)))
    return played


def _run(commands: str, here: Path, environment: dict[str, str], note: Path) -> tuple[str, Path]:
    """Run commands as one would type them; return what they print, and the folder that they end in."""
    done = subprocess.run(
        ["bash", "-c", f'set -e\n{commands}\npwd > "$WHERE"'], cwd=here, env=environment | {"WHERE": str(note)},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
        timeout=_TIME,
    )  # fmt: skip
    assert done.returncode == 0, f"{commands}\n{done.stdout}"
    return done.stdout, Path(note.read_text(encoding="utf-8").strip())


def _site(home: Path) -> frozenset[str]:
    sites = [path for path in home.rglob("_site") if path.is_dir()]
    return frozenset(path.relative_to(site.parent).as_posix() for site in sites for path in site.rglob("*"))


def unlike(played: Played) -> str:
    """Return the first line that commands are to print and do not, in its place; nothing where all is as it says."""
    lines = iter(played.output.splitlines())
    for wanted in filter(None, map(str.strip, played.expected.splitlines())):
        pattern = re.compile(".*".join(map(re.escape, wanted.split("…"))))
        if not any(pattern.fullmatch(line.strip()) for line in lines):
            return f"{wanted}\n--- is not in what `{played.commands.strip()}` prints:\n{played.output}"
    return ""


def named_files(document: str) -> list[str]:
    """Return the paths of the site that a document names: `_site/entries/2026-01-03/index.html`."""
    return _SITE.findall(document)
