"""Print Lighthouse's four scores of the demo's pages, the median of some runs; exit 1 where one is below its floor."""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

from tests.browser.browsing import find_chromium  # noqa: E402  (a script finds the project by itself)
from tests.browser.served import serve_folder  # noqa: E402

LIGHTHOUSE = Path(__file__).parent / "node_modules/.bin/lighthouse"
CHROME_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run"
FLOORS = {"accessibility": 100, "best-practices": 100, "seo": 100, "performance": 98}


def main() -> int:
    """Build the demo, measure its pages and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--site", type=Path, help="a built site, instead of the demo")
    parser.add_argument("pages", nargs="*", help="addresses within the site, instead of one of each kind")
    asked = parser.parse_args()
    chromium = find_chromium()
    if chromium is None or shutil.which("node") is None:
        print("Lighthouse needs Chromium and Node.js", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as folder:
        site = asked.site or _build_demo(Path(folder) / "site")
        with serve_folder(site) as address:
            rows = {page: _median(address + page, asked.runs, chromium) for page in asked.pages or _kinds(site)}
    print("| page | " + " | ".join(FLOORS) + " |\n|" + " --- |" * (len(FLOORS) + 1))
    for page, scores in rows.items():
        print(f"| {page or 'home'} | " + " | ".join(f"{scores[name]:g}" for name in FLOORS) + " |")
    return int(any(scores[name] < floor for scores in rows.values() for name, floor in FLOORS.items()))


def _build_demo(output: Path) -> Path:
    command = [sys.executable, "-m", "journal_site", "build", "--quiet", "--source", str(ROOT), "--output", str(output)]
    subprocess.run(command, check=True)
    return output


def _kinds(site: Path) -> list[str]:
    """Return the home page and, of each folder of the site, its index and the largest page below it."""
    pages = [""]
    for folder in sorted(path for path in site.iterdir() if path.is_dir()):
        if (folder / "index.html").is_file():
            pages.append(f"{folder.name}/")
        below = [path for path in folder.glob("*/index.html") if b'http-equiv="refresh"' not in path.read_bytes()]
        if below:
            largest = max(below, key=lambda path: (path.stat().st_size, path))
            pages.append(f"{largest.parent.relative_to(site).as_posix()}/")
    return pages


def _median(address: str, runs: int, chromium: str) -> dict[str, float]:
    measured = [_measure(address, chromium) for _ in range(runs)]
    return {name: statistics.median(scores[name] for scores in measured) for name in FLOORS}


def _measure(address: str, chromium: str) -> dict[str, float]:
    command = [str(LIGHTHOUSE), address, "--quiet", "--output=json", f"--chrome-flags={CHROME_FLAGS}"]
    environment = {**os.environ, "CHROME_PATH": chromium}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    result = json.loads(done.stdout)
    for name, floor in FLOORS.items():
        if result["categories"][name]["score"] * 100 < floor:
            print(f"{address}: {name}: {_losses(result, name)}", file=sys.stderr)
    return {name: round(result["categories"][name]["score"] * 100) for name in FLOORS}


def _losses(result: dict[str, Any], category: str) -> str:
    weighed = [part["id"] for part in result["categories"][category]["auditRefs"] if part["weight"]]
    audits = [result["audits"][name] for name in weighed]
    lost = [audit for audit in audits if audit["score"] is not None and audit["score"] < 1]
    return ", ".join(f"{audit['id']} {audit.get('displayValue', '')}".strip() for audit in lost)


if __name__ == "__main__":
    sys.exit(main())
