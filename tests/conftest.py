"""What all tests share: how many random cases are tried, and which tests one process keeps together."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

# A case may be slow on a busy machine: time says nothing about what is right.
settings.register_profile("quick", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", settings.get_profile("quick"), max_examples=2000)
settings.register_profile("same", settings.get_profile("quick"), derandomize=True, database=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@pytest.fixture(scope="session", autouse=True)
def settings_of_git(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the developer's settings of git (signing, branch names, hooks) out of the repositories that tests make.

    An empty file and not os.devnull: git replaces the file that it writes a setting to, and root may replace that one.
    """
    empty = tmp_path_factory.mktemp("git") / "config"
    empty.touch()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CONFIG_GLOBAL", str(empty))
        patch.setenv("GIT_CONFIG_SYSTEM", str(empty))
        yield


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `--update-golden` write what tests compare with, in place of comparing."""
    parser.addoption("--slow", action="store_true", help="run what takes minutes or hours, too")
    parser.addoption("--update-golden", action="store_true", help="write the expected files anew, to be looked at")


MANY = ("tests/browser/", "tests/importing/test_real", "tests/packaging/", "tests/property/", "tests/words/")
"""Where the same code runs over and over: coverage, which makes Python half as fast, learns nothing new there."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is slow, unless it is asked for; measure no coverage where it would only cost."""
    if not config.getoption("--slow"):
        slow = [item for item in items if "slow" in item.keywords]
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if "slow" not in item.keywords]
    for item in items:
        if item.nodeid.startswith(MANY) or "in_real_journals" in item.nodeid:
            item.add_marker(pytest.mark.no_cover)


TOGETHER = ("tests/browser/", "tests/packaging/")
"""Folders whose tests share a browser, built sites or built packages, which are dear to make twice."""


class _Scheduling(LoadScopeScheduling):  # type: ignore[misc]  # xdist ships no types
    """Hands tests out one by one, but those of some folders all to one process."""

    def _split_scope(self, nodeid: str) -> str:
        return next((folder for folder in TOGETHER if nodeid.startswith(folder)), nodeid)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> _Scheduling:
    """Take the place of `--dist loadgroup`, which pytest 9 no longer heeds: it renames tests by a private name."""
    return _Scheduling(config, log)
