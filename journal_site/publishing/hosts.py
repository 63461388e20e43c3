"""The table of hosts that publish a journal on each push: the file of each, and where it serves the site.

What a file installs is pinned. Where it is not known how this journal was installed, the variable `JOURNAL` is empty
there, and the build ends with a message that says what to write.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from journal_site.slugs import name_slug

if TYPE_CHECKING:
    from collections.abc import Mapping

PYTHON: Final = "3.13"


class Recipe(NamedTuple):
    """What a host's file hangs on."""

    branch: str
    """Pushes to it publish."""
    requirement: str
    """What pip is to install, pinned; empty where that is not known."""
    name: str
    """The journal's folder or repository."""


class Host(NamedTuple):
    """A host, the file that it reads, and what its user does once."""

    name: str
    path: str
    text: Callable[[Recipe], str]
    once: str
    """To be done by hand, as a sentence."""
    forge: str = ""
    """The domain of repositories that it publishes without being told where they are."""
    pages: str = ""
    """The domain under whose subdomains it serves their sites."""
    branch: str = "gh-pages"
    """That it serves where a site is pushed to one."""
    served: str = ""
    """To be done by hand once, as a sentence, so that it serves that branch (`{branch}`)."""


def _install(path: str) -> str:
    said = f"say in {path} what pip is to install, such as journal-site==1.0"
    return f'"${{JOURNAL:?{said}}}"'


_GITHUB_PATH: Final = ".github/workflows/pages.yml"
_GITHUB: Final = """\
# A push publishes the journal. Once, in the repository: Settings › Pages › Source: "GitHub Actions".
name: journal
on:
  push:
    branches: [@BRANCH@]
  # Streaks and "on this day" follow the calendar. GitHub stops schedules in public repositories after 60 days without
  # a commit, and says so by mail; the next push publishes all the same, and a button under Actions starts them again.
  schedule:
    - cron: "17 3 * * *"
  workflow_dispatch:

permissions:
  contents: read

concurrency:
  group: pages
  cancel-in-progress: false

env:
  JOURNAL: @REQUIREMENT@ # what pip installs: raise it to have a newer journal

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
          python-version: "@PYTHON@"
          cache: pip
          cache-dependency-path: .github/workflows/pages.yml
      - uses: actions/cache@v6 # what is unchanged is not made again; the site is the same without
        with:
          path: |
            .journal
            _site
          key: journal-${{ github.run_id }}-${{ github.run_attempt }}
          restore-keys: journal-
      - id: pages
        uses: actions/configure-pages@v6
      - run: pip install @INSTALL@
      - run: journal build --base-url "$BASE_URL"
        env:
          BASE_URL: ${{ steps.pages.outputs.base_url }}/
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
      url: ${{ steps.deployment.outputs.page_url }}
    steps:
      - id: deployment
        uses: actions/deploy-pages@v5
"""
_GITLAB_PATH: Final = ".gitlab-ci.yml"
_GITLAB: Final = """\
# A push publishes the journal with GitLab Pages. A schedule under Build › Pipeline schedules keeps streaks up to date.
variables:
  JOURNAL: @REQUIREMENT@ # what pip installs: raise it to have a newer journal
  GIT_DEPTH: "0" # `dates: git` reads the whole history
  PIP_CACHE_DIR: "$CI_PROJECT_DIR/.cache/pip"

pages:
  image: python:@PYTHON@
  rules:
    - if: $CI_COMMIT_BRANCH == @BRANCH@
  cache: # what is unchanged is not made again; the site is the same without
    key: journal
    paths: [.cache/pip, .journal, public]
  script:
    - pip install @INSTALL@
    - journal build --output public --base-url "$CI_PAGES_URL/"
  artifacts:
    paths: [public]
"""
_CODEBERG_PATH: Final = ".forgejo/workflows/pages.yml"
_CODEBERG: Final = """\
# A push publishes the journal to the branch `pages`, which Codeberg Pages serves. Once: Settings › Units › Actions.
name: journal
on:
  push:
    branches: [@BRANCH@]
  schedule:
    - cron: "17 3 * * *" # streaks and "on this day" follow the calendar
  workflow_dispatch:

concurrency:
  group: pages
  cancel-in-progress: false

env:
  JOURNAL: @REQUIREMENT@ # what pip installs: raise it to have a newer journal

jobs:
  publish:
    runs-on: codeberg-small
    timeout-minutes: 15
    container:
      image: docker.io/library/python:@PYTHON@
    steps:
      - run: git clone "https://journal:$TOKEN@codeberg.org/$REPOSITORY.git" .
        env:
          TOKEN: ${{ github.token }}
          REPOSITORY: ${{ github.repository }}
      - run: pip install @INSTALL@
      - run: journal publish --branch pages
"""
_NETLIFY_PATH: Final = "netlify.toml"
_NETLIFY: Final = """\
# Netlify builds each push. A build hook, called daily, keeps streaks up to date.
[build]
command = @COMMAND@
publish = "_site"

[build.environment]
JOURNAL = @REQUIREMENT@ # what pip installs: raise it to have a newer journal
PYTHON_VERSION = "@PYTHON@"
"""
_CLOUDFLARE_PATH: Final = "wrangler.jsonc"
_CLOUDFLARE: Final = """\
// Cloudflare builds each push (Workers Builds) and serves the folder. A deploy hook, called daily, keeps streaks right.
{
  "name": @NAME@,
  "compatibility_date": "2026-11-01",
  // JOURNAL is what pip installs: raise it to have a newer journal
  "build": { "command": @COMMAND@ },
  "assets": { "directory": "./_site", "not_found_handling": "404-page" }
}
"""


def _filled(text: str, values: Mapping[str, str]) -> str:
    return re.sub(r"@([A-Z]+)@", lambda name: values[name[1]], text)


def _write(text: str, path: str, command: str = "") -> Callable[[Recipe], str]:
    """Return what fills a host's file; `command` is its one line of shell, where it has no list of steps."""

    def fill(recipe: Recipe) -> str:
        words = json.dumps(recipe.requirement)
        line = command.replace("@INSTALL@", _install(path)).replace("@SET@", f"JOURNAL='{recipe.requirement}'")
        return _filled(
            text,
            {
                "BRANCH": recipe.branch
                if recipe.branch.isidentifier() and "[@BRANCH" in text
                else json.dumps(recipe.branch),
                "REQUIREMENT": words,
                "PYTHON": PYTHON,
                "INSTALL": _install(path),
                "COMMAND": json.dumps(line),
                "NAME": json.dumps(name_slug(recipe.name)[:63] or "journal"),
            },
        )

    return fill


HOSTS: Final = {
    "github": Host(
        "GitHub Pages",
        _GITHUB_PATH,
        _write(_GITHUB, _GITHUB_PATH),
        'push to GitHub, and choose "GitHub Actions" under Settings › Pages › Source',
        "github.com",
        "github.io",
        served='choose "Deploy from a branch" and {branch} under Settings › Pages',
    ),
    "gitlab": Host(
        "GitLab Pages", _GITLAB_PATH, _write(_GITLAB, _GITLAB_PATH), "push to GitLab", "gitlab.com", "gitlab.io"
    ),
    "codeberg": Host(
        "Codeberg Pages",
        _CODEBERG_PATH,
        _write(_CODEBERG, _CODEBERG_PATH),
        "push to Codeberg, and tick Actions under Settings › Units",
        "codeberg.org",
        "codeberg.page",
        "pages",
    ),
    "netlify": Host(
        "Netlify",
        _NETLIFY_PATH,
        _write(_NETLIFY, _NETLIFY_PATH, 'pip install @INSTALL@ && journal build --base-url "$URL/"'),
        "push, and choose the repository under Add new project at app.netlify.com",
    ),
    "cloudflare": Host(
        "Cloudflare",
        _CLOUDFLARE_PATH,
        _write(_CLOUDFLARE, _CLOUDFLARE_PATH, "@SET@ && pip install @INSTALL@ && journal build"),
        "push, and choose the repository under Workers & Pages › Create at dash.cloudflare.com",
    ),
}
"""By the names that `journal init --host` takes; the first is meant where nothing tells."""


def host_of(repo: str) -> str:
    """Return the key of the host that publishes a repository at this address, else of the first."""
    domain = _parts(repo)[0]
    return next((key for key, host in HOSTS.items() if host.forge and host.forge == domain), next(iter(HOSTS)))


def pages_address(repo: str) -> str:
    """Return where a repository's Pages are served: `https://ada.github.io/notes/`; nothing where that is not known."""
    domain, owner, name = _parts(repo)
    host = next((host for host in HOSTS.values() if host.forge and host.forge == domain), None)
    if host is None or not name:
        return ""
    home = f"https://{owner.lower()}.{host.pages}/"
    own = {f"{owner.lower()}.{host.pages}", *(["pages"] if domain == "codeberg.org" else [])}
    return home if name.lower() in own else f"{home}{name}/"


def _parts(repo: str) -> tuple[str, str, str]:
    """Return the domain, the owner and the rest of a repository's address."""
    domain, _, path = repo.removeprefix("https://").partition("/")
    owner, _, name = path.partition("/")
    return domain, owner, name
