"""The GitHub Actions workflow by which a push publishes the site."""

from __future__ import annotations

PATH = ".github/workflows/pages.yml"
TEXT = """\
# A push publishes the journal. Once, in the repository: Settings › Pages › Source: "GitHub Actions".
name: journal
on:
  push:
    branches: [{branch}]
  schedule:
    - cron: "17 3 * * *" # streaks and "on this day" follow the calendar
  workflow_dispatch:

permissions:
  contents: read

concurrency:
  group: pages
  cancel-in-progress: false

jobs:
  build:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read
      pages: read
    steps:
      - uses: actions/checkout@v7
        with:
          fetch-depth: 0 # `dates: git` reads the whole history
          persist-credentials: false
      - uses: actions/setup-python@v7
        with:
          python-version: "3.13"
      - id: pages
        uses: actions/configure-pages@v6
      - run: pip install journal-site
      - run: journal build --base-url "$BASE_URL"
        env:
          BASE_URL: ${{{{ steps.pages.outputs.base_url }}}}/
      - uses: actions/upload-pages-artifact@v5
        with:
          path: _site

  deploy:
    needs: build
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: ${{{{ steps.deployment.outputs.page_url }}}}
    steps:
      - id: deployment
        uses: actions/deploy-pages@v5
"""


def workflow_text(branch: str) -> str:
    """Return the workflow for pushes to a branch."""
    return TEXT.format(branch=branch)
