"""Lint and format check of the QML files, with the types of the Python view models known.

``python tests/lint_qml.py [ROOT]``; ROOT is the repository. Prints each finding; exit code 1 if
there was any. ``--fix`` writes the format into the files first.
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

MODULE = "Kiosk"
COLUMNS = 100
TOOLS = Path(sys.executable).parent
# What our types derive from and what their properties hold. Without the metatypes of QML itself
# the registrar declares QString, QStringList and others anew, as types without members.
FOREIGN_TYPES = ("core", "qml", "gui", "quick", "multimedia")
# What PySide6 makes at run time of the Python types that the dump leaves as they are.
PYTHON_TYPES = {"list": "QVariantList", "dict": "QVariantMap", "float": "double"}


def pyside_folder() -> Path:
    """The folder of the installed PySide6, found without importing it."""
    spec = find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        sys.exit("PySide6 is not installed here; make test installs it.")
    return Path(spec.submodule_search_locations[0])


def run_tool(name: str, *arguments: Path | str) -> subprocess.CompletedProcess[str]:
    """Run one of PySide6's tools and return what it printed and its exit code."""
    return subprocess.run([TOOLS / name, *arguments], text=True, capture_output=True, check=False)


def translate_types(dump: str) -> str:
    """The JSON dump of the view models with what PySide6 makes of it at run time.

    Python's types become Qt's. The dump of PySide6 6.11 forgets which properties are constant;
    tests/viewmodels/test_properties.py sees to it that one without a signal is.
    """
    python_types = "|".join(PYTHON_TYPES)
    qt_types = re.sub(
        rf'("(?:type|returnType)": )"({python_types})"',
        lambda found: f'{found[1]}"{PYTHON_TYPES[found[2]]}"',
        dump,
    )
    files = json.loads(qt_types)
    for file in files:
        for declared in file["classes"]:
            for member in declared.get("properties", ()):
                if "notify" not in member:
                    member["constant"] = True
    return json.dumps(files)


def stage_module(root: Path, imports: Path) -> str:
    """Lay out the QML module with type information in ``imports``; return the tools' complaints.

    The files are links into the checkout; ``qmldir`` is the checkout's own with the description
    of the Python types added to it.
    """
    source, staged = root / "kiosk" / "qml" / MODULE, imports / MODULE
    shutil.rmtree(staged, ignore_errors=True)
    staged.mkdir(parents=True)
    for entry in source.iterdir():
        if entry.name != "qmldir":
            (staged / entry.name).symlink_to(entry)
    qmldir = (source / "qmldir").read_text("utf-8")
    types = f"typeinfo {MODULE}.qmltypes\ndepends QtQuick\n"
    (staged / "qmldir").write_text(f"{qmldir.rstrip()}\n{types}", "utf-8")

    metatypes = imports / f"{MODULE}.json"
    view_models = sorted((root / "kiosk" / "viewmodels").glob("*.py"))
    dump = run_tool("pyside6-metaobjectdump", "--quiet", "--out-file", metatypes, *view_models)
    metatypes.write_text(translate_types(metatypes.read_text("utf-8")), "utf-8")
    foreign = [
        str(pyside_folder() / "Qt" / "metatypes" / f"qt6{name}_metatypes.json")
        for name in FOREIGN_TYPES
    ]
    registrar = run_tool(
        "pyside6-qmltyperegistrar",
        *("--import-name", MODULE, "--major-version", "1", "--minor-version", "0"),
        *("--foreign-types", ",".join(foreign)),
        *("--generate-qmltypes", staged / f"{MODULE}.qmltypes"),
        *("-o", imports / "registrations.cpp", metatypes),
    )
    return dump.stdout + dump.stderr + registrar.stdout + registrar.stderr


def lint(files: list[Path], imports: Path) -> str:
    """What qmllint finds in ``files``; empty if nothing."""
    # It exits 0 on warnings unless -W 0, and loses the module's types on relative paths.
    result = run_tool("pyside6-qmllint", "-W", "0", "-I", imports, *files)
    return "" if result.returncode == 0 else result.stdout + result.stderr


def format_differences(root: Path, files: list[Path], fix: bool) -> str:
    """The differences that qmlformat would make, as a unified diff; with ``fix`` it makes them."""
    settings = root / ".qmlformat.ini"
    found: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        copies = [Path(folder, f"{n}.qml") for n in range(len(files))]
        for file, copy in zip(files, copies, strict=True):
            shutil.copyfile(file, copy)
        result = run_tool("pyside6-qmlformat", "--settings", settings, "--inplace", *copies)
        if result.returncode:
            found.append(result.stdout + result.stderr)
        for file, copy in zip(files, copies, strict=True):
            before, after = file.read_text("utf-8"), copy.read_text("utf-8")
            if fix and before != after:
                file.write_text(after, "utf-8")
            elif before != after:
                name = str(file.relative_to(root))
                lines = (before.splitlines(True), after.splitlines(True))
                found.extend(difflib.unified_diff(*lines, name, f"{name}, formatted"))
    return "".join(found)


def long_lines(files: list[Path]) -> str:
    """The lines that are too long; qmlformat's own way of breaking them is hard to read."""
    return "".join(
        f"{file}:{number}: {len(line)} columns, at most {COLUMNS}\n"
        for file in files
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if len(line) > COLUMNS
    )


def main() -> int:
    """Check every QML file below ``kiosk/qml``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", nargs="?", type=Path, default=Path(__file__).parents[1])
    parser.add_argument("--fix", action="store_true", help="write the format into the files")
    arguments = parser.parse_args()
    root: Path = arguments.root.resolve()
    files = sorted((root / "kiosk" / "qml").rglob("*.qml"))
    if not files or not (root / "kiosk" / "qml" / MODULE / "qmldir").is_file():
        sys.exit(f"There is no QML module in {root / 'kiosk' / 'qml' / MODULE}.")
    differences = format_differences(root, files, arguments.fix)
    with tempfile.TemporaryDirectory() as imports:
        found = [stage_module(root, Path(imports)), lint(files, Path(imports))]
    found += [differences, long_lines(files)]
    for text in filter(None, found):
        print(text, end="" if text.endswith("\n") else "\n")
    print(f"QML: {len(files)} files, {'faults found' if any(found) else 'all clean'}")
    return 1 if any(found) else 0


if __name__ == "__main__":
    sys.exit(main())
