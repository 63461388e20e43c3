"""One Chromium and one set of built sites for all tests of this folder."""

import os
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.browsing import AXE, FLAGS, PATIENCE, Visit, find_chromium, visiting
from tests.browser.journals import build_site, lay_out_journals
from tests.browser.nu import why_no_nu
from tests.browser.served import serve_folder

IN_CI = os.environ.get("CI") == "true"

Serve = Callable[..., str]
Browse = Callable[..., AbstractContextManager[Visit]]


def pytest_itemcollected(item: pytest.Item) -> None:
    """Mark this folder's tests."""
    item.add_marker(pytest.mark.browser)


def _missing(what: str) -> None:
    if IN_CI:
        pytest.fail(f"{what} (in CI this fails)")
    pytest.skip(what)


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """Start Chromium once."""
    executable = find_chromium()
    if executable is None:
        _missing("no Chromium: make test brings it or says how")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def axe() -> None:
    """Ask for axe-core, which `Visit.axe` runs."""
    if not AXE.is_file():
        _missing("npm's packages are missing: make test brings them")


@pytest.fixture(scope="package")
def nu() -> None:
    """Ask for the Nu HTML checker, which `check_html` runs."""
    if reason := why_no_nu():
        _missing(reason)


@pytest.fixture
def browse(chromium: Browser) -> Browse:
    """Give the function that opens a fresh page: `with browse(width=320, scheme="dark") as visit`."""
    return partial(visiting, chromium)


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Give the function that serves a folder until the test ends: `serve(folder, "/repo/")` returns the address."""
    with ExitStack() as stack:
        yield lambda folder, base="/": stack.enter_context(serve_folder(folder, base))


@pytest.fixture(scope="package")
def journals(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Build the demo and the real journals that lie beside the checkout, where there are; each name has its site."""
    folder = tmp_path_factory.mktemp("journals")
    return {name: build_site(source, folder / name / "site") for name, source in lay_out_journals(folder).items()}
