"""What stays in place on the timeline while a visitor zooms."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

from PySide6.QtCore import QObject

from kiosk.exhibit.reader import read_exhibit
from kiosk.station.edition import Edition
from kiosk.viewmodels.timeline import TimelineView
from kiosk.viewmodels.translation import Translation

CONTENT = Path(__file__).parents[2] / "content"
SIZES = (300.0, 180.0, 44.0, 12.0, [3, 2], 120.0)


def cards(view: TimelineView, length: float) -> dict[str, int]:
    """The rows of the cards at a length at which all are loaded."""
    view.look(0.5, length)
    model = cast(Any, view.cards)
    return {row.event: row.row for row in model.rows if not (row.small or row.leaving)}


def test_cards_keep_their_rows() -> None:
    """However a visitor comes to a length, and after the window shrinks, cards keep their rows."""
    exhibit = read_exhibit(CONTENT).exhibit
    edition = SimpleNamespace(exhibit=exhibit, path=lambda _: None, preview=lambda *_: None)
    parent = QObject()
    view = TimelineView(parent)
    view.show(Translation(cast(Edition, edition), "en"))
    view.arrange(*SIZES, 1920.0, 1500.0)
    close, far = cards(view, 3800), cards(view, 1920)
    assert 0 < len(far) < len(close)
    assert far.items() <= close.items()
    assert cards(view, 3800) == close

    view.arrange(*SIZES, 400.0, 300.0)
    near, small = cards(view, 790), cards(view, 400)
    assert small.items() <= near.items()
