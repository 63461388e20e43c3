"""`python -m journal_site` is the command `journal`."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command line and exit with its status."""
    from journal_site.cli import run  # noqa: PLC0415 - lets an interrupted start-up end quietly

    status = run(sys.argv[1:])
    if "coverage" in sys.modules:  # it writes its data at a proper exit
        sys.exit(status)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)  # taking a large journal's values apart one by one would cost as much as an edit


if __name__ == "__main__":
    main()
