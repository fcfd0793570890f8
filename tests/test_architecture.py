"""The shape of the house: layers, sizes, and what must never be written."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PYTHON_LINES = 400
QML_LINES = 250
TOP_LEVEL = {
    *("kiosk", "assets", "content", "tests", "pyproject.toml", "README.md"),
    *("Makefile", "LICENSE", "CHANGELOG.md"),
}
# A visitor must not get out of the kiosk, and nothing is fetched from a network.
FORBIDDEN_IN_QML = (r"\bXMLHttpRequest\b", r"\bQt\s*\.\s*openUrlExternally\b", r"\bWebSocket\b")
FORBIDDEN_IN_PYTHON = ("setContextProperty", "setContextObject", "openUrl")


def python_files(folder: str) -> list[Path]:
    """The Python files of a folder of the repository."""
    return sorted((ROOT / folder).rglob("*.py"))


def qml_files() -> list[Path]:
    """The QML files and their JavaScript."""
    return sorted(p for p in (ROOT / "kiosk").rglob("*") if p.suffix in {".qml", ".js", ".mjs"})


def lines(file: Path) -> int:
    """The number of lines of a text file."""
    return len(file.read_text("utf-8").splitlines())


def imported_modules(file: Path) -> Iterator[str]:
    """Full names of what a file imports, also inside functions: ``PySide6.QtQml`` and the like."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_layers() -> None:
    """import-linter keeps the layers that pyproject.toml describes."""
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    result = subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_station_knows_nothing_of_qml() -> None:
    """The machine's side runs without Qt Quick, so that it survives when the screen does not."""
    files = python_files("kiosk/station")
    assert files
    found = [
        (str(file.relative_to(ROOT)), module)
        for file in files
        for module in imported_modules(file)
        if re.match(r"PySide6\.Qt(Quick|Qml)", module)
    ]
    assert found == []


def test_command_line_starts_without_qt() -> None:
    """Commands that show nothing work on machines without Qt's libraries."""
    script = "import sys, kiosk.cli; print([m for m in sys.modules if m.startswith('PySide6')])"
    command = [sys.executable, "-c", script]
    result = subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=True)
    assert result.stdout.strip() == "[]"


def test_kiosk_starts_without_pydantic() -> None:
    """Curators' files are validated in the child that makes editions; a kiosk only loads them."""
    check = "import sys, kiosk.app; sys.exit('pydantic' in sys.modules)"
    subprocess.run([sys.executable, "-c", check], check=True)


@pytest.mark.parametrize("pattern", FORBIDDEN_IN_QML)
def test_qml_opens_nothing(pattern: str) -> None:
    """No QML file fetches anything or opens another program."""
    files = qml_files()
    assert files
    assert [str(f.relative_to(ROOT)) for f in files if re.search(pattern, f.read_text())] == []


def test_python_sets_no_context_properties() -> None:
    """QML gets its values as required properties, and Python opens no browser."""
    found = [
        f"{file.relative_to(ROOT)}:{node.lineno} {node.attr}"
        for file in python_files("kiosk")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in FORBIDDEN_IN_PYTHON
    ]
    assert found == []


def test_files_are_short() -> None:
    """Long files hide what they do: at most 400 lines of Python, 250 of QML."""
    limits = [
        *((file, PYTHON_LINES) for folder in ("kiosk", "tests") for file in python_files(folder)),
        *((file, QML_LINES) for file in qml_files()),
    ]
    long = [
        (str(file.relative_to(ROOT)), lines(file)) for file, most in limits if lines(file) > most
    ]
    assert long == []


def test_packages_say_so() -> None:
    """Every folder with Python files below kiosk/ is a package, so that wheels and tools see it."""
    folders = {file.parent for file in python_files("kiosk")}
    bare = [
        str(folder.relative_to(ROOT)) for folder in folders if not (folder / "__init__.py").exists()
    ]
    assert bare == []


def test_top_level_is_fixed() -> None:
    """A visitor of the repository finds the house as the README describes it."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z"]
    command += ["--cached", "--others", "--exclude-standard"]
    listing = shutil.which("git") and subprocess.run(
        command, text=True, capture_output=True, check=False
    )
    if listing and listing.returncode == 0:
        names = {name.split("/")[0] for name in listing.stdout.split("\0") if name}
    else:  # not a checkout but an unpacked archive
        names = {path.name for path in ROOT.iterdir()} - {"build", "dist"}
    assert {name for name in names if not name.startswith(".")} - TOP_LEVEL == set()
