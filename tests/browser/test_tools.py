"""`make test` says plainly what to install where it may not install it, and in CI a missing tool fails."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("tools.sh")


@pytest.mark.parametrize(("in_ci", "code"), [("true", 1), ("", 0)])
def test_missing_tools_are_named(tmp_path: Path, in_ci: str, code: int) -> None:
    for tool in ("sh", "id"):
        (tmp_path / tool).symlink_to(shutil.which(tool) or "")
    environment = {"PATH": str(tmp_path), "CI": in_ci}
    done = subprocess.run(["sh", SCRIPT], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert "apt-get install chromium default-jre-headless" in done.stderr


def test_missing_tools_are_installed_where_they_may_be(tmp_path: Path) -> None:
    for tool in ("sh", "id", "cat", "chmod"):
        (tmp_path / tool).symlink_to(shutil.which(tool) or "")
    asked = tmp_path / "asked"
    for name, text in {
        "sudo": 'shift; exec "$@"',
        # Installing brings the two commands.
        "apt-get": f'echo "$@" >> {asked}; for name in chromium java; do echo "#!/bin/sh" > {tmp_path}/$name; '
        f"chmod +x {tmp_path}/$name; done",
    }.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    environment = {**os.environ, "PATH": str(tmp_path), "CI": "true", "CHROMIUM": ""}
    subprocess.run(["sh", SCRIPT], env=environment, capture_output=True, check=True)
    first, second = asked.read_text(encoding="utf-8").splitlines()[:2]
    assert first.startswith("update")
    assert second.startswith("install -y")
    assert second.endswith("chromium default-jre-headless")
