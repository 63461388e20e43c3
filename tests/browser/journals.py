"""The journals whose sites are looked at: this repository's demo, and real logs where some lie beside the checkout."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
REAL_LOGS = ROOT.parent / "shared" / "seeds"
URL = "https://learner.example/journal/"


def lay_out_journals(folder: Path) -> dict[str, Path]:
    """Give each real log a folder with a site.yaml; return where each journal lies, the demo among them."""
    journals = {"demo": folder / "demo"}
    # A copy, so that nothing is written into the checkout.
    for name in ("entries", "pages"):
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, journals["demo"] / name)
    for name in ("site.yaml", "references.bib"):
        shutil.copyfile(ROOT / name, journals["demo"] / name)
    for log in sorted(REAL_LOGS.glob("*.txt")):
        name = f"log-{log.stem.partition('_')[0]}"
        journals[name] = folder / name
        journals[name].mkdir()
        (journals[name] / "README.md").write_bytes(log.read_bytes())
        settings = f"title: A log\nurl: {URL}\nsources: [README.md]\n"
        (journals[name] / "site.yaml").write_text(settings, encoding="utf-8")
    return journals


def build_site(source: Path, output: Path, *options: str) -> Path:
    """Build the journal with the command, as its author does, and return the site's folder."""
    command = [sys.executable, "-m", "journal_site", "build", "--source", source, "--output", output]
    done = subprocess.run(
        [*map(str, command), "--base-url", URL, *options],
        cwd=source,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.fail(f"journal build gave {done.returncode} for {source}\n{done.stderr[-2000:]}")
    return output


def addresses(site: Path) -> list[str]:
    """Return every page's address within the site; pages that only send the reader on are left out."""
    return [
        path.relative_to(site).as_posix().removesuffix("index.html")
        for path in sorted(site.rglob("*.html"))
        if b'http-equiv="refresh"' not in path.read_bytes()
    ]


def one_of_each_kind(site: Path) -> list[str]:
    """Return the address of the largest page of each kind: the home page, each index, and what lies below each."""
    kinds: dict[tuple[str, int], str] = {}
    for address in addresses(site):
        parts = address.strip("/").split("/")
        kind = (parts[0], min(len(parts), 3))
        if kind not in kinds or _weight(site, address) > _weight(site, kinds[kind]):
            kinds[kind] = address
    return sorted(kinds.values())


def _weight(site: Path, address: str) -> int:
    return (site / address / "index.html" if address.endswith("/") or not address else site / address).stat().st_size
