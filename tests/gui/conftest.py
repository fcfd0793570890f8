"""What every test of the real window needs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

HERE = Path(__file__).parent
RENDERERS = ("software", "gpu")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything in this folder as ``gui``."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.gui)


@pytest.fixture(scope="session")
def renderer() -> str:
    """How the window is drawn in this run: ``software`` or ``gpu``."""
    name = os.environ.get("KIOSK_RENDERER", "")
    if name not in RENDERERS:
        pytest.fail(f"KIOSK_RENDERER must be one of {RENDERERS}, not {name!r}.")
    return name


@pytest.fixture(scope="session", autouse=True)
def desktop(renderer: str) -> str:  # noqa: ARG001
    """The name of the display, which must be the one that session.py made."""
    if os.environ.get("QT_QPA_PLATFORM") != "xcb" or "DISPLAY" not in os.environ:
        pytest.fail(
            "Give these tests their own desktop: python tests/gui/session.py pytest tests/gui"
        )
    return os.environ["DISPLAY"]
