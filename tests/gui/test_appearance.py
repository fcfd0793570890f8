"""The exhibit's own colours on the screen, changed while one looks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from tests.gui.conftest import Stored
from tests.gui.small_exhibit import STONE
from tests.gui.stage import Stage, wait_until

OURS = ("#14110f", "#c8a96a")
OWN = ("#0d1a2b", "#e0b0ff")


def test_ground_and_accent_follow_the_exhibit(
    stored: Stored, tmp_path: Path, open_stage: Callable[..., Stage]
) -> None:
    """Both at once without a restart, hairlines and panels with them; taken back, ours again."""
    own = stored.copy(tmp_path)
    file = own.content / "exhibit.yaml"
    before = file.read_text(encoding="utf-8")
    stage = open_stage(watch=True, content=own.content, state=own.state)
    stage.begin()
    stage.open(STONE)

    def colours() -> tuple[str, str]:
        button = stage.button("Close the article").place
        picture = stage.picture()
        corner = picture.pixelColor(2, stage.window.height() - 3)
        inside = (button.topLeft() + QPointF(8, button.height() / 2)).toPoint()
        return corner.name(), picture.pixelColor(inside).name()

    assert colours() == OURS
    look = f'appearance: {{background: "{OWN[0]}", accent: "{OWN[1]}"}}\n'
    file.write_text(before + look, encoding="utf-8")
    wait_until(lambda: colours() == OWN, "its colours are on the screen", 40)
    pixels = stage.picture()
    step = 8
    shades = {
        pixels.pixelColor(x, y).name()
        for x in range(0, pixels.width(), step)
        for y in range(0, pixels.height(), step)
    }
    assert QColor(OURS[0]).name() not in shades
    file.write_text(before, encoding="utf-8")
    wait_until(lambda: colours() == OURS, "its colours are ours again", 40)
