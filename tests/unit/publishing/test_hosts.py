"""Each host's file is what the host reads, installs what is pinned, and says what is missing."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from typing import Any

import pytest
import yaml

from journal_site.publishing.hosts import HOSTS, Recipe, host_of, pages_address

PINNED = "journal-site @ git+https://example.org/ada/journal@" + "0123456789" * 4


def read(key: str, recipe: Recipe) -> dict[str, Any]:
    text = HOSTS[key].text(recipe)
    if HOSTS[key].path.endswith(".toml"):
        return tomllib.loads(text)
    if HOSTS[key].path.endswith(".jsonc"):
        record: dict[str, Any] = json.loads(re.sub(r"^\s*//.*", "", text, flags=re.MULTILINE))
        return record
    parsed: dict[str, Any] = yaml.load(text, yaml.BaseLoader)  # noqa: S506 - it makes texts only, and `on` is one
    return parsed


def installing(key: str, requirement: str) -> tuple[str, str]:
    """Return the line of shell that installs journal there, and what JOURNAL is set to."""
    record = read(key, Recipe("main", requirement, "My notes"))
    match key:
        case "github" | "codeberg":
            (job,) = (job for name, job in record["jobs"].items() if name != "deploy")
            line = next(step["run"] for step in job["steps"] if "pip install" in step.get("run", ""))
            return line, record["env"]["JOURNAL"]
        case "gitlab":
            return record["pages"]["script"][0], record["variables"]["JOURNAL"]
        case "netlify":
            return record["build"]["command"].partition(" && ")[0], record["build"]["environment"]["JOURNAL"]
    set_, line, _ = record["build"]["command"].split(" && ")
    return line, set_.removeprefix("JOURNAL=").strip("'")


@pytest.mark.parametrize("key", HOSTS)
@pytest.mark.parametrize("requirement", ["journal-site==1.2", PINNED])
def test_what_is_installed_is_pinned(key: str, requirement: str) -> None:
    line, journal = installing(key, requirement)
    assert journal == requirement
    shell = subprocess.run(
        ["sh", "-c", f"pip() {{ printf '%s|' \"$@\"; }}; {line}"],
        env={"JOURNAL": journal},
        capture_output=True,
        check=True,
    )
    assert shell.stdout.decode() == f"install|{requirement}|"


@pytest.mark.parametrize("key", HOSTS)
def test_a_build_says_what_to_write_where_nothing_is_known(key: str) -> None:
    line, journal = installing(key, "")
    shell = subprocess.run(["sh", "-c", line], env={"JOURNAL": journal}, capture_output=True, check=False)
    assert shell.returncode != 0
    assert f"say in {HOSTS[key].path} what pip is to install" in shell.stderr.decode()


@pytest.mark.parametrize("branch", ["main", "feature/a, b", "1.0", "on", 'a"b'])
def test_the_branch_is_named_as_it_is(branch: str) -> None:
    recipe = Recipe(branch, PINNED, "notes")
    for key in ("github", "codeberg"):
        assert read(key, recipe)["on"]["push"]["branches"] == [branch]
    (rule,) = read("gitlab", recipe)["pages"]["rules"]
    assert rule["if"] == f"$CI_COMMIT_BRANCH == {json.dumps(branch)}"


NETLIFY = {
    "build": {"base", "publish", "command", "ignore", "edge_functions", "functions", "processing", "environment"},
    "build.environment": {"PYTHON_VERSION", "PIPENV_DEFAULT_PYTHON_VERSION", "NODE_VERSION"},
}
"""Keys of a netlify.toml, taken by hand from an excerpt of the documentation (November 2026), not the whole of it."""


def test_netlifys_file_has_documented_keys_only() -> None:
    """It has no schema; `JOURNAL` is a variable of the file's own, which its command reads."""
    record = read("netlify", Recipe("main", PINNED, "notes"))
    assert set(record) == {"build"}
    assert set(record["build"]) <= NETLIFY["build"]
    environment = record["build"]["environment"]
    assert set(environment) - NETLIFY["build.environment"] == {"JOURNAL"}
    assert "${JOURNAL:?" in record["build"]["command"]
    assert all(isinstance(value, str) for value in environment.values())
    assert re.fullmatch(r"3\.\d+", environment["PYTHON_VERSION"])


def test_the_folders_that_are_published_are_those_that_are_built() -> None:
    recipe = Recipe("main", PINNED, "Meine Notizen")
    assert read("netlify", recipe)["build"]["publish"] == "_site"
    assert read("cloudflare", recipe)["assets"]["directory"] == "./_site"
    assert read("cloudflare", recipe)["name"] == "meine-notizen"
    assert read("gitlab", recipe)["pages"]["artifacts"]["paths"] == ["public"]
    assert "--output public" in read("gitlab", recipe)["pages"]["script"][1]


@pytest.mark.parametrize(
    ("repo", "host", "address"),
    [
        ("https://github.com/Ada/Notes", "github", "https://ada.github.io/Notes/"),
        ("https://github.com/ada/ada.github.io", "github", "https://ada.github.io/"),
        ("https://gitlab.com/ada/til", "gitlab", "https://ada.gitlab.io/til/"),
        ("https://gitlab.com/ada/group/til", "gitlab", "https://ada.gitlab.io/group/til/"),
        ("https://codeberg.org/ada/pages", "codeberg", "https://ada.codeberg.page/"),
        ("https://codeberg.org/ada/til", "codeberg", "https://ada.codeberg.page/til/"),
        ("https://git.example.org/ada/til", "github", ""),
        ("", "github", ""),
    ],
)
def test_a_repository_tells_its_host_and_address(repo: str, host: str, address: str) -> None:
    assert (host_of(repo), pages_address(repo)) == (host, address)
