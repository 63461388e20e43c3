"""Expressions are compiled when they are used: each can be, and each does what a compiled one does."""

from __future__ import annotations

import copy
import pickle
import re
import subprocess
import sys
from pathlib import Path

import pytest

import journal_site
from journal_site.expressions import expression

PACKAGE = Path(journal_site.__file__).parent


def test_nothing_is_compiled_before_it_is_used() -> None:
    broken = expression("(")
    with pytest.raises(re.error):
        broken.match("")


def test_it_has_all_that_a_compiled_one_has() -> None:
    later, compiled = expression(r"(?P<word>a+)b", re.IGNORECASE), re.compile(r"(?P<word>a+)b", re.IGNORECASE)
    for name in (name for name in dir(compiled) if not name.startswith("_")):
        assert hasattr(later, name), name
    text = "xAAb aab"
    assert later.sub(r"\g<word>", text) == compiled.sub(r"\g<word>", text) == "xAA aa"
    assert [match.span() for match in later.finditer(text)] == [match.span() for match in compiled.finditer(text)]
    assert (later.pattern, later.flags, later.groups, later.groupindex) == (
        compiled.pattern,
        compiled.flags,
        compiled.groups,
        compiled.groupindex,
    )
    assert expression(rb"\d").findall(b"1 2") == [b"1", b"2"]
    with pytest.raises(AttributeError):
        later.unknown  # type: ignore[attr-defined]  # noqa: B018 - only asked for


@pytest.mark.parametrize("duplicate", [copy.copy, copy.deepcopy])
def test_it_may_be_copied(duplicate: type) -> None:
    assert duplicate(expression("a")).match("a")


def test_it_crosses_to_another_process_before_it_is_compiled() -> None:
    assert pickle.loads(pickle.dumps(expression("a"))).match("a")  # noqa: S301 - our own


_COMPILE_ALL = """
import gc, pkgutil, re
from importlib import import_module
import journal_site
from journal_site.expressions import Expression
for module in pkgutil.walk_packages(journal_site.__path__, "journal_site."):
    if "_vendor" not in module.name and "__main__" not in module.name:
        import_module(module.name)
found = [one for one in gc.get_objects() if isinstance(one, Expression)]
for one in found:
    re.compile(*one.source)
print(len(found))
"""


def test_each_of_the_package_can_be_compiled() -> None:
    """In a process of its own: what was compiled already, and what else a test made, is none of them."""
    done = subprocess.run([sys.executable, "-c", _COMPILE_ALL], capture_output=True, text=True, check=True)
    assert int(done.stdout) > 400
