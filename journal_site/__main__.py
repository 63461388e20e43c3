"""`python -m journal_site` is the command `journal`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and exit with its status."""
    from journal_site.cli import run  # noqa: PLC0415 - lets an interrupted start-up end quietly

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
