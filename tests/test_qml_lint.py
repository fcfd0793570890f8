"""The QML lint really knows the types that Python gives to QML."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PYTHON = """
from PySide6.QtCore import Property, QAbstractListModel, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlUncreatable("made in Python")
class Years(QAbstractListModel):
    @Slot(int, result=str)
    def label(self, row: int) -> str:
        return str(row)


@QmlElement
@QmlUncreatable("made in Python")
class Clock(QObject):
    changed = Signal()

    @Property("QStringList", constant=True)
    def languages(self) -> list[str]:
        return []

    @Property(list, constant=True)
    def themes(self) -> list[str]:
        return []

    @Property(Years, constant=True)
    def years(self) -> Years:
        return Years(self)
"""
QML = """import QtQuick
import Kiosk

Text {
    id: face

    required property Clock clock

    text: face.clock.years.label(2) + face.clock.languages.join(" ")
    visible: face.clock.themes.length > 0
    color: Theme.ink
}
"""
THEME = """pragma Singleton

import QtQuick

QtObject {
    readonly property color ink: "black"
}
"""
QMLDIR = "module Kiosk\nsingleton Theme 1.0 Theme.qml\nFace 1.0 Face.qml\n"


def lint(root: Path, face: str) -> subprocess.CompletedProcess[str]:
    """Lint a project of one view model, one theme and ``Face.qml`` with the text ``face``."""
    files = {
        "kiosk/viewmodels/clock.py": PYTHON,
        "kiosk/qml/Kiosk/qmldir": QMLDIR,
        "kiosk/qml/Kiosk/Theme.qml": THEME,
        "kiosk/qml/Kiosk/Face.qml": face,
    }
    for name, text in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    shutil.copy(ROOT / ".qmlformat.ini", root)
    return subprocess.run(
        [sys.executable, ROOT / "tests" / "lint_qml.py", root],
        text=True,
        capture_output=True,
        check=False,
    )


def test_good_files_pass(tmp_path: Path) -> None:
    """Members of Python types, of lists of strings and of the theme are all known."""
    result = lint(tmp_path, QML)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("right", "wrong", "finding"),
    [
        ("years.label", "years.lable", '"lable" not found on type "Years"'),
        ("clock.languages", "clock.langauges", '"langauges" not found on type "Clock"'),
        ("Theme.ink", "Theme.inc", '"inc" not found on type "Theme"'),
        ("    color:", "  color:", "formatted"),
        ("color:", f"color: /* {'long ' * 20} */", "columns, at most 100"),
    ],
)
def test_mistakes_are_found(tmp_path: Path, right: str, wrong: str, finding: str) -> None:
    """A mistyped member or another format is an error that says where."""
    result = lint(tmp_path, QML.replace(right, wrong, 1))
    assert result.returncode == 1
    assert finding in result.stdout
    assert "Face.qml" in result.stdout
