"""The workflows of this repository and the one that `journal init` writes agree, and ask for no more than they need."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from journal_site.publishing.hosts import HOSTS, Recipe

WORKFLOWS = Path(__file__).parents[2] / ".github/workflows"
ACTION = re.compile(r"uses: (\S+)@(\S+)")


def texts() -> dict[str, str]:
    own = {path.name: path.read_text(encoding="utf-8") for path in sorted(WORKFLOWS.glob("*.yml"))}
    own["action.yml"] = (WORKFLOWS.parents[1] / "action.yml").read_text(encoding="utf-8")
    return {**own, "init": HOSTS["github"].text(Recipe("main", "journal-site==1.0", "notes"))}


def test_actions_have_one_version_everywhere() -> None:
    versions: dict[str, set[str]] = {}
    for text in texts().values():
        for action, version in ACTION.findall(text):
            versions.setdefault(action, set()).add(version)
    assert len(versions) >= 5
    assert {action: found for action, found in versions.items() if len(found) > 1} == {}


@pytest.mark.parametrize("name", ["pages.yml", "init"])
def test_only_the_deploying_job_may_write(name: str) -> None:
    workflow: dict[str, Any] = yaml.safe_load(texts()[name])
    assert workflow["permissions"] == {"contents": "read"}
    writing = {job for job, settings in workflow["jobs"].items() if "write" in settings.get("permissions", {}).values()}
    assert writing == {"deploy"}
    assert workflow["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}


def test_a_release_is_published_by_whom_may_do_nothing_else() -> None:
    workflow: dict[str, Any] = yaml.safe_load(texts()["release.yml"])
    assert workflow["permissions"] == {"contents": "read"}
    granted = {name: job["permissions"] for name, job in workflow["jobs"].items() if "permissions" in job}
    assert granted == {"publish": {"id-token": "write"}, "notes": {"contents": "write"}}
    assert workflow["jobs"]["publish"]["needs"] == "try"
    assert not any("checkout" in step.get("uses", "") for step in workflow["jobs"]["publish"]["steps"])


def test_ci_may_only_read() -> None:
    workflow: dict[str, Any] = yaml.safe_load(texts()["ci.yml"])
    assert workflow["permissions"] == {"contents": "read"}
    assert not any("permissions" in job for job in workflow["jobs"].values())
