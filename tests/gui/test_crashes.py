"""A whole kiosk that dies again and again with the same edition on its screen."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.station.children import child_environment
from tests.gui.conftest import Stored, make_edition

pytestmark = pytest.mark.gui_once


@pytest.fixture
def twice(stored: Stored, tmp_path: Path) -> Stored:
    """Two editions, of which the newer is the one that crashes."""
    own = stored.copy(tmp_path)
    event = min(own.content.glob("events/*/event.yaml"))
    text = event.read_text(encoding="utf-8")
    event.write_text(f"{text}date_text: Once\n", encoding="utf-8")
    make_edition(own)
    return own


def editions(own: Stored) -> list[dict[str, Any]]:
    words = ["editions", own.content, "--state", own.state, "--format", "json"]
    told = subprocess.run(
        [sys.executable, "-m", "kiosk", *words],
        capture_output=True,
        check=True,
        env=child_environment(),
    )
    found: list[dict[str, Any]] = json.loads(told.stdout)["editions"]
    return found


def on_the_floor(own: Stored) -> list[int]:
    return [edition["number"] for edition in editions(own) if edition["on_the_floor"]]


def test_third_crash_brings_the_edition_before(
    twice: Stored, start_kiosk: Callable[..., subprocess.Popen[str]]
) -> None:
    """Restarted, it shows the crashing edition twice more, and then the one before."""
    newest = editions(twice)[0]["number"]
    for by in (signal.SIGSEGV, signal.SIGKILL, signal.SIGABRT):
        kiosk = start_kiosk(of=twice)
        assert on_the_floor(twice) == [newest]
        kiosk.send_signal(by)
        kiosk.communicate()
    kiosk = start_kiosk(of=twice)
    assert on_the_floor(twice) == [newest - 1]
    assert editions(twice)[0]["set_aside"]
    kiosk.terminate()
    _, said = kiosk.communicate(timeout=30)
    assert f"Edition {newest} has crashed the kiosk 3 times in 10 minutes" in said
    assert kiosk.returncode == 0


def test_ended_kiosks_have_not_crashed(
    twice: Stored, start_kiosk: Callable[..., subprocess.Popen[str]]
) -> None:
    """Ended by an operator, however often, the newest edition stays."""
    newest = editions(twice)[0]["number"]
    for by in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        kiosk = start_kiosk(of=twice)
        kiosk.send_signal(by)
        kiosk.communicate(timeout=30)
        assert kiosk.returncode == 0
    start_kiosk(of=twice)
    assert on_the_floor(twice) == [newest]
