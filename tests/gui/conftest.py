"""What every test of the real window needs."""

from __future__ import annotations

import json
import logging
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QGuiApplication, QPointingDevice
from PySide6.QtTest import QTest

from kiosk.app import Show, choose_rendering
from kiosk.settings import Settings
from kiosk.station.editions import store_root
from tests.gui.small_exhibit import write_exhibit
from tests.gui.stage import Stage

HERE = Path(__file__).parent
RENDERERS = ("software", "gpu")

NOT_THERE = (
    r"org\.freedesktop\.portal",
    r"No audio device detected",
    r"pa_context_connect\(\)",
    r"No RHI backend\. Using CPU conversion",
    r"AtSpiAdaptor.* does not implement",
)
"""What Qt says of services, sound and graphics cards that the bare desktop does not have."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder as ``gui``."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.gui)
            item.add_marker(pytest.mark.qt_log_ignore(*NOT_THERE, extend=True))


@pytest.fixture(scope="session")
def renderer() -> str:
    """How the window is drawn in this run: ``software`` or ``gpu``."""
    name = os.environ.get("KIOSK_RENDERER", "")
    if name not in RENDERERS:
        pytest.fail(f"KIOSK_RENDERER must be one of {RENDERERS}, not {name!r}.")
    return name


@pytest.fixture(scope="session", autouse=True)
def desktop(renderer: str) -> str:
    """The name of the display, which must be the one that session.py made."""
    if os.environ.get("QT_QPA_PLATFORM") != "xcb" or "DISPLAY" not in os.environ:
        pytest.fail(
            "Give these tests their own desktop: python tests/gui/session.py pytest tests/gui"
        )
    # Python waits in grabWindow without letting others run, so what Python paints in a render
    # thread would never be done. Kiosks started as processes of their own keep Qt's choice.
    os.environ["QSG_RENDER_LOOP"] = "basic"
    choose_rendering(Settings(Path(), renderer=renderer))  # type: ignore[arg-type]
    return os.environ["DISPLAY"]


@dataclass(frozen=True)
class Stored:
    """A content folder and a state folder in which its edition is ready; not to be changed."""

    content: Path
    state: Path

    def copy(self, folder: Path) -> Stored:
        """Both of one's own, in `folder`, with nothing left to decode."""
        copied = Stored(folder / "content", folder / "state")
        shutil.copytree(self.content, copied.content)
        store = store_root(copied.state, copied.content)
        shutil.copytree(store_root(self.state, self.content), store)
        shutil.rmtree(store / "editions")
        make_edition(copied)
        return copied


def make_edition(stored: Stored) -> dict[str, Any]:
    """Make an edition as the kiosk would, and give the last report about it."""
    making = subprocess.run(
        [sys.executable, "-m", "kiosk.station.making", stored.content, store_of(stored)],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    report: dict[str, Any] = json.loads(making.stdout.splitlines()[-1])
    assert report["stage"] == "done", report
    return report


def store_of(stored: Stored) -> Path:
    return store_root(stored.state, stored.content)


@pytest.fixture(scope="session")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Stored:
    """The small exhibit, free of problems."""
    folder = tmp_path_factory.mktemp("exhibit")
    made = Stored(folder / "content", folder / "state")
    write_exhibit(made.content)
    report = make_edition(made)
    assert not {"errors", "warnings"} & report.keys()
    return made


@pytest.fixture(scope="session")
def touch_screen(qapp: QGuiApplication) -> QPointingDevice:  # noqa: ARG001
    """Made after the application, which takes the devices of before away."""
    return QTest.createTouchDevice()


@pytest.fixture
def open_stage(stored: Stored, touch_screen: QPointingDevice) -> Iterator[Callable[..., Stage]]:
    """Opens a window of 1280×720 on the small exhibit, in English; settings may differ.

    With ``watch=True`` the content folder is watched.
    """
    usual = Settings(stored.content, True, (1280, 720), "en", state=stored.state)
    opened: list[Show] = []

    def open_show(watch: bool = False, **changes: Any) -> Stage:
        show = Show(replace(usual, **changes))
        opened.append(show)
        if watch:
            show.start()
        return Stage(show, touch_screen)

    yield open_show
    for show in opened:
        show.end()
    root = logging.getLogger()
    for handler in [one for one in root.handlers if getattr(one, "of_station", False)]:
        root.removeHandler(handler)
        handler.close()


@pytest.fixture
def stage(open_stage: Callable[..., Stage]) -> Stage:
    """The small exhibit at its attract screen."""
    return open_stage()


@pytest.fixture
def start_kiosk(stored: Stored, tmp_path: Path) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts a kiosk of its own, of the small exhibit or another, and waits until it is ready."""
    started: list[subprocess.Popen[str]] = []

    def start(*options: str, of: Stored = stored) -> subprocess.Popen[str]:
        probe = tmp_path / f"probe-{len(started)}"
        command = ["-m", "kiosk", str(of.content), "--state", str(of.state), *options]
        kiosk = subprocess.Popen(
            [sys.executable, *command, "--probe", str(probe)],
            stderr=subprocess.PIPE,
            text=True,
            env={name: value for name, value in os.environ.items() if name != "QSG_RENDER_LOOP"},
        )
        started.append(kiosk)
        deadline = time.monotonic() + 60
        while not (probe.exists() and '"ready"' in probe.read_text(encoding="utf-8")):
            assert kiosk.poll() is None, kiosk.stderr.read()
            assert time.monotonic() < deadline, "the kiosk does not become ready"
            time.sleep(0.1)
        return kiosk

    yield start
    for kiosk in started:
        # Killed, it would have crashed, and its edition be set aside after the third test.
        kiosk.terminate()
        kiosk.communicate(timeout=30)
