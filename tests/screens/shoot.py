"""Takes a picture of every screen: ``python tests/screens/shoot.py [--out DIR] [--size WxH]…``.

Needs a display at least as large as the largest size, and a content folder without errors.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.app import Show, choose_rendering
from kiosk.resources import example_content
from kiosk.settings import Settings

SIZES = ("1280x720", "1080x1920")
QUALITY = 82
READING = "1989-08-23-baltic-way"
LISTENING = "1991-01-13-tv-tower"
COMPARING = "1939-08-23-pact"
THEME = "terror"
PLAYING = ("film", "sound")
PATIENCE = 15
"""Seconds."""


def spin(seconds: float) -> None:
    # Not processEvents: PySide 6.12 takes a reference to None with each call until none is left.
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def spin_until(done: Callable[[], bool], seconds: float) -> None:
    deadline = QDeadlineTimer(int(seconds * 1000))
    while not done() and not deadline.hasExpired():
        spin(0.05)


def settle(window: QQuickWindow) -> None:
    """Until nothing moves any more and every picture is there; a busy machine takes its time."""
    shown = 0

    def count() -> None:
        nonlocal shown
        shown += 1

    def at_rest() -> bool:
        before = shown
        spin(0.4)
        images = (item for item in window.findChildren(QQuickItem) if item.inherits("QQuickImage"))
        waiting = (
            image
            for image in images
            if image.isVisible() and not image.property("source").isEmpty()
        )
        return shown == before and all(image.property("progress") == 1 for image in waiting)

    window.frameSwapped.connect(count, Qt.ConnectionType.QueuedConnection)
    spin_until(at_rest, PATIENCE)
    window.frameSwapped.disconnect(count)


def screens(show: Show) -> Iterator[str]:
    """Brings up one screen after the other and gives its name."""
    view, window = show.view, show.window
    canvas = window.findChild(QObject, "timeline")
    yield "attract"
    view.begin("")
    spin(0.6)
    yield "timeline"
    spin(1.5)
    yield "timeline-hint"
    canvas.frame(view.timeline.unitOf("1939-08-23-pact"), view.timeline.unitOf(LISTENING) * 0.45)
    spin(0.8)
    yield "timeline-closer"
    canvas.home()
    exploration = window.findChild(QObject, "exploration")
    exploration.setProperty("sheet", "themes")
    view.timeline.themes.toggle(THEME)
    spin(0.8)
    yield "timeline-themes"
    view.timeline.themes.clear()
    exploration.setProperty("sheet", "signs")
    spin(0.6)
    yield "timeline-signs"
    exploration.setProperty("sheet", "")
    view.openEvent(READING)
    spin(1)
    yield "article"
    pages = window.findChild(QObject, "pages")
    pages.setProperty("contentY", pages.property("contentHeight") * 0.45)
    spin(0.4)
    yield "article-text"
    facts = window.findChild(QQuickItem, "facts")
    pages.setProperty("contentY", facts.y() - pages.property("height") * 0.25)
    spin(0.4)
    yield "article-facts"
    pages.setProperty("contentY", pages.property("contentHeight") - pages.property("height"))
    spin(0.4)
    yield "article-end"
    kinds = [medium.kind.value for medium in view.article.media]
    view.openMedium(0)
    spin(0.8)
    yield "picture"
    view.viewer.exploring.touchHotspot(1)
    spin(0.6)
    yield "picture-point"
    view.viewer.exploring.tell()
    spin(0.8)
    yield "picture-story"
    view.viewer.close()
    view.openMedium(kinds.index("video"))
    spin(9)
    yield "film"
    view.viewer.close()
    view.openEvent(COMPARING)
    spin(0.6)
    compared = [medium.compare is not None for medium in view.article.media]
    view.openMedium(compared.index(True))
    spin(0.8)
    yield "picture-compare"
    view.viewer.close()
    view.openEvent(LISTENING)
    spin(0.6)
    yield "notice"
    view.article.confirm()
    kinds = [medium.kind.value for medium in view.article.media]
    view.openMedium(kinds.index("audio"))
    spin(9)
    yield "sound"
    view.startOver()
    spin(0.3)
    view.begin("")
    view.nextTextStep()
    view.nextTextStep()
    spin(0.6)
    yield "timeline-large"
    view.openEvent(READING)
    spin(0.8)
    yield "article-large"
    pages.setProperty("contentY", pages.property("contentHeight") * 0.3)
    spin(0.4)
    yield "article-text-large"
    view.startOver()
    spin(0.3)


def shoot(asked: argparse.Namespace, size: str, language: str) -> None:
    width, height = (int(number) for number in size.split("x"))
    with tempfile.TemporaryDirectory() as state:
        folder = asked.state or Path(state)
        settings = Settings(asked.content, True, (width, height), language, None, state=folder)
        show = Show(settings)
        show.start()
        spin_until(lambda: show.view.ready, 120)
        show.window.setProperty("problemsHidden", True)
        spin(1)
        for name in screens(show):
            if not asked.screen or name in asked.screen:
                if name not in PLAYING:
                    settle(show.window)
                file = asked.out / f"{name}-{language}-{size}.{asked.format}"
                show.window.grabWindow().save(str(file), quality=QUALITY)
        show.end()


def other_screens(asked: argparse.Namespace, size: str, language: str) -> None:
    """What a visit does not lead to: the warning, an exhibit in preparation, a curator's window."""
    with tempfile.TemporaryDirectory() as folder:
        empty, faulty = Path(folder, "empty"), Path(folder, "faulty")
        shutil.copytree(asked.content, faulty)
        spoil(faulty / "events" / "1990-03-11-act" / "event.yaml")
        (faulty / "events" / READING / "article.lt.md").unlink()
        idle = 6.0
        shows: dict[str, tuple[Path, float | None]] = {
            "warning": (asked.content, idle),
            "preparing": (empty, None),
            "problems": (faulty, None),
        }
        for name, (content, seconds) in shows.items():
            if asked.screen and name not in asked.screen:
                continue
            width, height = (int(number) for number in size.split("x"))
            state = asked.state or Path(folder, "state")
            settings = Settings(content, True, (width, height), language, seconds, state=state)
            show = Show(settings)
            show.start()
            spin_until(lambda show=show: show.view.ready, 1 if content is empty else 120)
            show.window.setProperty("problemsHidden", name != "problems")
            spin(1)
            show.view.begin("")
            spin(idle / 2 + 1 if seconds else 1)
            show.window.grabWindow().save(
                str(asked.out / f"{name}-{language}-{size}.{asked.format}"), quality=QUALITY
            )
            show.end()


def spoil(file: Path) -> None:
    """Two mistakes that curators often make."""
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("date: 1990-03-11", "date: 11.03.1990") + "importence: 1\n")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("assets/screenshots"))
    parser.add_argument("--format", choices=("webp", "png"), default="webp")
    parser.add_argument("--content", type=Path, default=example_content())
    parser.add_argument("--size", action="append")
    parser.add_argument("--language", action="append")
    parser.add_argument("--screen", action="append", help="only these screens", default=[])
    parser.add_argument("--state", type=Path, help="keep editions here for the next time")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    choose_rendering(Settings(asked.content))
    application = QGuiApplication(["kiosk"])
    for size in asked.size or SIZES:
        for language in asked.language or ("lt", "en"):
            shoot(asked, size, language)
            other_screens(asked, size, language)
    del application


if __name__ == "__main__":
    main()
