"""The Nu HTML checker, from npm's vnu-jar, on whole folders in one Java process."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

JAR = Path(__file__).parents[2] / "node_modules/vnu-jar/build/dist/vnu.jar"


def why_no_nu() -> str | None:
    """Say what is missing for the checker to run, or None."""
    if not JAR.is_file():
        return "npm's packages are missing: make test brings them"
    if (
        shutil.which("java") is None
        or subprocess.run(["java", "-version"], capture_output=True, check=False).returncode
    ):
        return "no Java runtime"
    return None


def check_html(*folders: Path) -> list[str]:
    """Return the checker's errors in all HTML files of the folders, each as `path:line:column: message`."""
    command = ["java", "-Xss4m", "-jar", str(JAR), "--errors-only", "--exit-zero-always", "--format", "json"]
    done = subprocess.run(
        [*command, "--skip-non-html", *map(str, folders)], capture_output=True, text=True, check=False
    )
    try:
        messages = json.loads(done.stderr)["messages"]
    except (ValueError, KeyError) as error:
        raise RuntimeError(f"the Nu checker did not answer: {done.stdout}{done.stderr}") from error
    return [_line(message) for message in messages]


def _line(message: dict[str, Any]) -> str:
    path = str(message.get("url", "")).removeprefix("file:")
    extract = " ".join(str(message.get("extract", "")).split())
    return f"{path}:{message.get('lastLine')}:{message.get('lastColumn')}: {message['message']} [{extract}]"
