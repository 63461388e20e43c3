"""The template of a journal's repository: for those who begin on a host's page, without anything installed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from journal_site.publishing.hosts import HOSTS, Recipe
from journal_site.schemas import SITE as SITE_SCHEMA

if TYPE_CHECKING:
    from collections.abc import Mapping

_SETTINGS = f"""\
# yaml-language-server: $schema=.journal/{SITE_SCHEMA}
title: My learning journal
# author: Your name
# timezone: Europe/Berlin # says what day it is, wherever the site is built
# challenge: {{name: 100DaysOfCode, days: 100, start: 2026-01-01, goals: [Learn something each day]}}
"""
_README = """\
# My learning journal

Made from the template of [journal](https://github.com/journal-site/journal), which makes a site of what you write here.

1. Under *Settings › Pages › Source* choose "GitHub Actions".
2. Write your first day: `entries/2026-01-31.md`, named after its date, in Markdown. On GitHub's page that is
   *Add file › Create new file*; in a codespace, or wherever journal is installed, `journal new` begins it.
3. Give the journal its title, and its time zone, in `site.yaml`.

Each push publishes. In a codespace `journal serve` shows the site as you write.
"""


def template_files(requirement: str) -> Mapping[str, str]:
    """Return the files of the template, by path; `requirement` is what pip is to install in it."""
    host = HOSTS["github"]
    return {
        "README.md": _README,
        "site.yaml": _SETTINGS,
        "entries/.gitkeep": "",
        host.path: host.text(Recipe("main", requirement, "journal")),
        ".devcontainer/devcontainer.json": _devcontainer(requirement),
    }


def _devcontainer(requirement: str) -> str:
    install = f"pip install '{requirement}'" if requirement else "echo Say in this file what pip is to install"
    record = {
        "name": "journal",
        "image": "mcr.microsoft.com/devcontainers/python:3.13",
        "postCreateCommand": install,
        "forwardPorts": [8000],
        "customizations": {"vscode": {"extensions": ["redhat.vscode-yaml"]}},
    }
    return json.dumps(record, indent=2) + "\n"
