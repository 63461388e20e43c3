"""Why the system refuses is said in our words."""

import errno
import os
import sqlite3
from pathlib import Path

import pytest

from journal_site.system_errors import why


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.EACCES, "permission is refused"),
        (errno.ENOENT, "it does not exist"),
        (errno.ENOSPC, "the disk is full"),
        (errno.EISDIR, "it is a folder"),
    ],
)
def test_the_systems_words_are_not_used(code: int, words: str) -> None:
    assert why(OSError(code, os.strerror(code), "some/file")) == words


def test_sqlites_words_are_not_used(tmp_path: Path) -> None:
    (tmp_path / "store").write_bytes(b"no database" * 100)
    database = sqlite3.connect(tmp_path / "store")
    with pytest.raises(sqlite3.DatabaseError) as caught:
        database.execute("SELECT 1 FROM meta")
    database.close()
    assert why(caught.value) == "it is damaged"


def test_a_kind_of_failure_is_known_in_all_its_forms() -> None:
    error = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorname = "SQLITE_IOERR_WRITE"
    assert why(error) == "the disk failed"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.EXDEV, "as the system says"), "as the system says"),
        (OSError("no number"), "no number"),
        (OSError(), "OSError"),
        (sqlite3.InterfaceError("odd"), "odd"),
    ],
)
def test_rare_failures_keep_their_own_words(error: Exception, words: str) -> None:
    assert why(error) == words
