"""An exhibit in Hebrew: texts and controls begin at the right, and nothing is cut or overlaps."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import QAccessible

from tests.gui.conftest import Stored, make_edition
from tests.gui.small_exhibit import FLOOD, NIGHT, OPENING, STONE, TITLES, VOICES, WOODEN
from tests.gui.stage import Stage, evaluate, spin
from tests.gui.test_geometry import Ruler

HEBREW = {
    WOODEN: "גשר העץ",
    FLOOD: "השיטפון הגדול",
    STONE: "גשר האבן",
    VOICES: "קולות הבונים",
    NIGHT: "ליל הקרח",
    OPENING: "הגשר החדש נפתח",
}
WORDS = {
    "start_over": "מהתחלה",
    "wider": "רחב יותר",
    "closer": "קרוב יותר",
    "whole": "הכול",
    "text_size": "גודל הטקסט",
    "hint": "גררו כדי לנוע בזמן. הרחיקו שתי אצבעות כדי להתקרב.",
    "themes": "נושאים",
    "signs": "סימנים",
}


@pytest.fixture
def hebrew(stored: Stored, tmp_path: Path) -> Stored:
    """The small exhibit in Hebrew too, with some of the interface's words."""
    own = stored.copy(tmp_path)
    exhibit = own.content / "exhibit.yaml"
    text = exhibit.read_text("utf-8").replace("[en, lt]", "[en, lt, he]")
    titled = text.replace("lt: Miesto tiltai", "lt: Miesto tiltai, he: גשרי העיר")
    exhibit.write_text(titled, encoding="utf-8")
    for slug, (_, lithuanian) in TITLES.items():
        event = own.content / "events" / slug / "event.yaml"
        changed = event.read_text("utf-8")
        changed = changed.replace(f"lt: {lithuanian}}}", f"lt: {lithuanian}, he: {HEBREW[slug]}}}")
        event.write_text(changed, encoding="utf-8")
    strings = own.content / "strings"
    strings.mkdir()
    lines = [f"{key}: {word}\n" for key, word in WORDS.items()]
    (strings / "he.yaml").write_text("".join(lines), encoding="utf-8")
    make_edition(own)
    return own


def drawn(stage: Stage, words: str) -> QRectF:
    """Where the letters of a text stand, in the window."""
    item = next(one for one in stage.texts() if one.property("text") == words)
    width = float(item.property("contentWidth"))
    right = evaluate(item, "horizontalAlignment === Text.AlignRight")
    left = item.width() - width if right else 0.0
    return item.mapRectToScene(QRectF(left, 0, width, item.height()))


@pytest.mark.parametrize("size", [(1280, 720), (1080, 1920)], ids=str)
def test_hebrew_begins_at_the_right(
    hebrew: Stored, open_stage: Callable[..., Stage], size: tuple[int, int]
) -> None:
    """On cards and in the bar, at the usual and the largest text; time still runs to the right."""
    stage = open_stage(content=hebrew.content, state=hebrew.state, window_size=size, language="he")
    stage.window.setProperty("problemsHidden", True)
    stage.begin("he")
    ruler = Ruler(stage)
    for step in (0, 2):
        while stage.view.textStep != step:
            stage.view.nextTextStep()
        stage.rest()
        card = stage.card(HEBREW[STONE]).place
        title = drawn(stage, HEBREW[STONE])
        assert title.right() == pytest.approx(card.right(), abs=2)
        assert drawn(stage, "1935").right() == pytest.approx(title.right(), abs=2)
        assert ruler.faults() == []
    bar = [drawn(stage, WORDS[key]) for key in ("start_over", "wider", "closer")]
    assert bar[0].left() > bar[1].right() > bar[1].left() > bar[2].right()
    assert stage.card(HEBREW[WOODEN]).place.x() < stage.card(HEBREW[OPENING]).place.x()
    stage.view.openEvent(STONE)
    spin(0.5)
    assert ruler.faults() == []


@pytest.mark.gui_once
def test_hebrew_article_begins_at_the_right(
    hebrew: Stored, open_stage: Callable[..., Stage]
) -> None:
    """The facts' thin edges, the pictures of related events and the code stand at the right."""
    stage = open_stage(content=hebrew.content, state=hebrew.state, language="he")
    stage.begin("he")
    stage.open(STONE)
    panel = stage.window.findChild(QObject, "pages")
    middle = panel.mapToScene(panel.boundingRect().center()).x()
    place = stage.the("Place: At the river. 54.90° N, 23.46° W").item
    link = stage.the(f"{HEBREW[WOODEN]}. מאי 1901", QAccessible.Role.Link).item
    for thing, kind in ((place.parentItem(), "QQuickRectangle"), (link, "QQuickImage")):
        mirrored = next(child for child in thing.childItems() if child.inherits(kind))
        assert mirrored.mapToScene(QPointF(0, 0)).x() > middle
    code = next(thing for thing in stage.things() if thing.name.startswith("QR code"))
    assert code.item.mapToScene(QPointF(0, 0)).x() > middle
