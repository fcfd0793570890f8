"""What holds for every test: no unexpected log record, nothing written outside its own folder."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterator

import pytest
from hypothesis import settings
from PySide6.QtGui import QGuiApplication

# View models need an application but no screen; tests/gui/session.py names a real one.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("default", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")


@pytest.fixture
def expected_logs() -> list[str]:
    """Patterns of the warnings and errors that a test provokes; the test appends them.

    Each record of level WARNING or above must contain a match of one of them, and each of them
    must be found in at least one record.
    """
    return []


@pytest.fixture(autouse=True)
def no_unexpected_logs(
    caplog: pytest.LogCaptureFixture, expected_logs: list[str]
) -> Iterator[None]:
    """Fail on a warning in the log that the test has not announced in ``expected_logs``."""
    yield
    messages = [
        f"{record.levelname} {record.name}: {record.getMessage()}"
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
    ]
    unexpected = [
        message
        for message in messages
        if not any(re.search(pattern, message) for pattern in expected_logs)
    ]
    absent = [
        pattern
        for pattern in expected_logs
        if not any(re.search(pattern, message) for message in messages)
    ]
    if unexpected:
        pytest.fail("Unexpected in the log:\n" + "\n".join(unexpected))
    if absent:
        pytest.fail("Expected in the log but not there:\n" + "\n".join(absent))


@pytest.fixture(autouse=True)
def state_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep editions, logs and counts of each test apart, and out of the home folder."""
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path_factory.mktemp("state")))


@pytest.fixture(scope="session")
def qapp_cls() -> type[QGuiApplication]:
    """The kiosk has no widgets, so its tests have none either."""
    return QGuiApplication
