"""Whether the package keeps the shape of a house: small rooms, short files, no circles, one name for one type.

`make layers` runs it beside import-linter. It reads the files and imports none of them.
"""

import ast
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp

PACKAGE = Path("journal_site")
MOST_MODULES = 22
"""In a folder, `__init__` not counted."""
MOST_LINES = 400
TABLES = ("languages/table/", "languages/cldr.py", "reading/dates/words.py")
"""Tables of words: files as long as what they list, a folder with a file for each language."""
SHARED_NAMES: dict[str, str] = {}
"""Names that several types may have, each with its reason."""


def find_faults(package: Path) -> list[str]:
    """Return what breaks the limits, each with the files that it is about; the package lies on the import path."""
    files = sorted(package.rglob("*.py"))
    return [*_full_rooms(files), *_long_files(package, files), *_circle(package.name), *_shared_names(files)]


def _full_rooms(files: list[Path]) -> Iterator[str]:
    rooms = Counter(path.parent for path in files if path.name != "__init__.py")
    for room, modules in sorted(rooms.items()):
        if modules > MOST_MODULES and not f"{room.as_posix()}/".endswith(TABLES):
            yield f"{room}: {modules} modules, and a folder has at most {MOST_MODULES}"


def _long_files(package: Path, files: list[Path]) -> Iterator[str]:
    for path in files:
        lines = path.read_bytes().count(b"\n")
        if lines > MOST_LINES and not path.relative_to(package).as_posix().startswith(TABLES):
            yield f"{path}: {lines} lines, and a file has at most {MOST_LINES}"


def _circle(package: str) -> Iterator[str]:
    """Give a circle of modules, if there is one: imports for types alone and those inside functions count."""
    graph = grimp.build_graph(package, cache_dir=None)
    try:
        TopologicalSorter(
            {one: sorted(graph.find_modules_directly_imported_by(one)) for one in sorted(graph.modules)}
        ).prepare()
    except CycleError as error:
        yield f"{' imports '.join(reversed(error.args[1]))}: modules import each other in no circle"


def _shared_names(files: list[Path]) -> Iterator[str]:
    places = defaultdict(list)
    for path in files:
        for statement in ast.parse(path.read_bytes()).body:
            if name := _type_name(statement):
                places[name].append(f"{path}:{statement.lineno}")
    for name, found in sorted(places.items()):
        if len(found) > 1 and name not in SHARED_NAMES:
            yield f"{', '.join(found)}: {name} is the name of several types, and a type has one of its own"


def _type_name(statement: ast.stmt) -> str:
    """Return the name of a class or of an alias of types; none of what is private, a constant or a type variable."""
    match statement:
        case ast.ClassDef(name=name):
            pass
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if not isinstance(value, ast.Call):
            pass
        case _:
            return ""
    return name if name[0].isupper() and not name.isupper() else ""


def main() -> int:
    """Print what is wrong with journal_site, and return the exit code."""
    faults = find_faults(PACKAGE)
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
