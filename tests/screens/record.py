"""Films a visitor's hand on the timeline: ``python -m tests.screens.record [--out FILE]``.

A finger opens a cluster and drags; then two zoom from the whole exhibit to one day. Needs a display
and ffmpeg; what is on the display's upper left corner is filmed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from kiosk.app import Show, choose_rendering
from kiosk.resources import example_content
from kiosk.settings import Settings
from tests.gui.stage import Stage, spin, wait_until

WIDTH, HEIGHT, RATE = 1280, 720, 30
DAY = "1940-06-14-ultimatum"
NEAR, FAR = 45, 320
"""Pixels from the middle of a pinch to each finger, when it begins and when it ends."""


@contextmanager
def filmed(out: Path) -> Iterator[None]:
    """Films what happens meanwhile, and makes the small file only afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        raw = Path(folder, "raw.mkv")
        grabbing = ["-f", "x11grab", "-draw_mouse", "0", "-framerate", str(RATE)]
        grabbing += ["-video_size", f"{WIDTH}x{HEIGHT}", "-i", os.environ["DISPLAY"]]
        camera = subprocess.Popen(
            ["ffmpeg", "-loglevel", "error", *grabbing, "-c:v", "ffvhuff", str(raw)],
            stdin=subprocess.PIPE,
        )
        try:
            spin(0.8)
            yield
        finally:
            camera.communicate(b"q", timeout=30)
        small = ["-c:v", "libvpx-vp9", "-crf", "34", "-b:v", "0", "-pix_fmt", "yuv420p"]
        small += ["-deadline", "good", "-cpu-used", "4", "-row-mt", "1", "-ss", "0.3", "-an"]
        subprocess.run(["ffmpeg", "-loglevel", "error", "-y", "-i", raw, *small, out], check=True)


def strokes(seconds: float) -> Iterator[float]:
    """How far a movement has come, 0…1, slow at both ends, in time with the clock."""
    began = time.monotonic()
    while (done := (time.monotonic() - began) / seconds) < 1:
        yield done * done * (3 - 2 * done)
        spin(0.012)
    yield 1.0


def pinch(stage: Stage, unit: float) -> None:
    """Two fingers part around a unit of the timeline."""
    canvas = stage.canvas
    corner = canvas.mapToScene(QPointF(0, 0))
    x = corner.x() + canvas.width() / 2 + (unit - stage.centre) * stage.length
    middle = QPointF(x, corner.y() + canvas.height() * 0.45)
    far = min(FAR, x - 10, WIDTH - 10 - x)
    stage.hand.press({1: middle - QPointF(NEAR, 0), 2: middle + QPointF(NEAR, 0)})
    for done in strokes(0.7):
        apart = QPointF(NEAR + (far - NEAR) * done, 0)
        stage.hand.move({1: middle - apart, 2: middle + apart})
    stage.hand.lift()


def drag(stage: Stage, across: float) -> None:
    corner = stage.canvas.mapToScene(QPointF(0, 0))
    start = QPointF(WIDTH * 0.75, corner.y() + stage.canvas.height() * 0.45)
    stage.hand.press({1: start})
    for done in strokes(0.5):
        stage.hand.move({1: start + QPointF(across * done, 0)})
    stage.hand.lift()


def open_cluster(stage: Stage) -> None:
    clusters = [thing for thing in stage.things() if "close together" in thing.name]
    stage.hand.press({1: stage.seen(clusters[0]).center()})
    spin(0.1)
    stage.hand.lift()


def perform(stage: Stage) -> None:
    spin(0.5)
    open_cluster(stage)
    spin(1.3)
    drag(stage, -520)
    spin(1.2)
    stage.tap("Whole timeline")
    spin(1.0)
    unit = stage.view.timeline.unitOf(DAY)
    while stage.length < stage.view.timeline.longest * 0.98:
        pinch(stage, unit)
        spin(0.1)
    spin(1.2)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("assets/screenshots/timeline.webm"))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as state:
        settings = Settings(example_content(), True, (WIDTH, HEIGHT), "en", state=Path(state))
        choose_rendering(settings)
        application = QGuiApplication(["kiosk"])
        show = Show(settings)
        show.start()
        wait_until(lambda: show.view.ready, "the exhibit is ready", 120)
        show.window.setProperty("problemsHidden", True)
        stage = Stage(show, QTest.createTouchDevice())
        stage.window.setPosition(0, 0)
        stage.begin("en")
        with filmed(asked.out):
            perform(stage)
        show.end()
        del application


if __name__ == "__main__":
    main()
