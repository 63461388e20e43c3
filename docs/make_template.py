"""Write the template repository as `journal init --template` makes it: `python -m docs.make_template`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from unittest.mock import patch

from journal_site import __version__
from journal_site.cli import run

TEMPLATE = Path(__file__).resolve().parents[1] / "examples/template"
RELEASED = f"journal-site=={__version__}"
"""What it installs: the version that it is released with."""


def write_template(folder: Path) -> None:
    """Make the template in a folder, as a journal that was installed from the release would."""
    with patch("journal_site.beginning.plan.find_requirement", lambda: RELEASED):
        status = run(["init", "--template", "--quiet", str(folder)])
    if status:
        sys.exit(status)
    shutil.rmtree(folder / ".journal")


if __name__ == "__main__":
    shutil.rmtree(TEMPLATE, ignore_errors=True)
    write_template(TEMPLATE)
    print(TEMPLATE)  # noqa: T201 - a script says what it wrote
