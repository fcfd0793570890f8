from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Sequence, Set
from pathlib import Path

from kiosk.station.children import ONLY_FILES, child_environment
from tests.listening import Listener

PROGRAM = """
import os, sys
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from kiosk.viewmodels.seclusion import Seclusion

application = QGuiApplication([])
engine = QQmlApplicationEngine()
if sys.argv[2] == "secluded":
    seclusion = Seclusion(engine)
engine.load(QUrl.fromLocalFile(sys.argv[1]))
assert engine.rootObjects()
QTimer.singleShot(int(sys.argv[3]), application.quit)
application.exec()
os._exit(0)
"""

HEAD = "import QtQuick\nimport QtMultimedia\nWindow { id: root; visible: true; "

WAYS = {
    "picture": "Image { source: 'http://ADDRESS/a.png' }",
    "large picture": "BorderImage { source: 'http://ADDRESS/a.png' }",
    "moving picture": "AnimatedImage { source: 'http://ADDRESS/a.gif' }",
    "rich text": "Text { textFormat: Text.RichText; text: '<img src=\"http://ADDRESS/a.png\">' }",
    "styled text": "Text { textFormat: Text.StyledText; text: '<img src=\"http://ADDRESS/a.png\">'}",
    "markdown": "Text { textFormat: Text.MarkdownText; text: '![a](http://ADDRESS/a.png)' }",
    "field": "TextEdit { textFormat: TextEdit.RichText; text: '<img src=\"http://ADDRESS/a\">' }",
    "typeface": "FontLoader { source: 'http://ADDRESS/a.ttf' }",
    "part": "Loader { source: 'http://ADDRESS/A.qml' }",
    "component": "Component.onCompleted: Qt.createComponent('http://ADDRESS/A.qml')",
    "request": (
        "Component.onCompleted: { const r = new XMLHttpRequest();"
        " r.open('GET', 'http://ADDRESS/a'); r.send() }"
    ),
    "upper case": "Image { source: 'HTTP://ADDRESS/a.png' }",
    "no scheme": "Image { source: 'http:\\u002f/ADDRESS/a.png' }",
    "film": "MediaPlayer { source: 'http://ADDRESS/a.mp4'; Component.onCompleted: play() }",
}


def heard(tmp_path: Path, seclusion: str, ms: int, wanted: Set[str] = frozenset()) -> set[str]:
    """The ways by which a window that tries all of them has spoken to somebody.

    It is open for `ms`, or until all that are `wanted` have been taken.
    """
    with Listener() as listener:
        tries = "".join(
            f"Item {{ {text.replace('ADDRESS', f'{listener.address}/{number}')} }}\n"
            for number, text in enumerate(WAYS.values())
        )
        qml = tmp_path / "Ways.qml"
        qml.write_text(f"{HEAD}{tries}}}", encoding="utf-8")
        child = [sys.executable, "-c", PROGRAM, str(qml), seclusion, str(ms)]
        allowed = {ONLY_FILES: "file"} if seclusion == "secluded" else {}
        environment = child_environment(QT_QPA_PLATFORM="offscreen", **allowed)
        with subprocess.Popen(child, env=environment, stderr=subprocess.DEVNULL) as window:
            while window.poll() is None:
                if wanted and wanted <= ways_of(listener.heard):
                    window.kill()
                    return set(wanted)
                time.sleep(0.05)
        assert window.returncode == 0
    return ways_of(listener.heard)


def ways_of(lines: Sequence[str]) -> set[str]:
    asked = [re.match(r"[A-Z]+ /([0-9]+)/", line) for line in tuple(lines)]
    return {list(WAYS)[int(found[1])] if found else "?" for found in asked}


def test_every_way_to_the_network_is_shut(tmp_path: Path) -> None:
    """Even if an address came as far as QML, nothing would be asked for it."""
    assert heard(tmp_path, "secluded", 1500) == set()


def test_the_ways_are_open_otherwise(tmp_path: Path) -> None:
    """Without the second lock they do lead out, so the test above can fail."""
    ways = {"picture", "rich text", "markdown", "request", "film", "part", "component", "typeface"}
    assert ways <= heard(tmp_path, "open", 40_000, ways)
