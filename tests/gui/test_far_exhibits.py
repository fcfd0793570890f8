"""All of time and one night: usable with any scale, from the whole of it to the closest."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, pairwise
from pathlib import Path

import pytest
import yaml
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtQml import qmlContext
from PySide6.QtQuick import QQuickItem

from kiosk.exhibit.dates.edtf import parse_date
from kiosk.exhibit.dates.shortening import date_forms
from kiosk.resources import example_content
from tests.gui.conftest import Stored, make_edition
from tests.gui.far_exhibits import (
    BIG_BANG,
    FOUND,
    LOOKOUT,
    YESTERDAY,
    Scale,
    write_night,
    write_universe,
)
from tests.gui.stage import Stage, evaluate

OTHERS: tuple[Scale, ...] = ("proportional", "even")
OPENINGS = {
    "universe": (write_universe, BIG_BANG, YESTERDAY),
    "night": (write_night, LOOKOUT, FOUND),
}


def file_of(item: QQuickItem) -> str:
    context = qmlContext(item)
    return context.baseUrl().fileName() if context else ""


def is_a(item: QQuickItem, component: str) -> bool:
    return item.metaObject().className().startswith(f"{component}_QMLTYPE")


def place_of(item: QQuickItem) -> QRectF:
    corner = item.mapToScene(QPointF(0, 0))
    return QRectF(corner.x(), corner.y(), item.width(), item.height())


def tick_labels(stage: Stage) -> list[QRectF]:
    return sorted(
        (place_of(item) for item in stage.texts() if file_of(item) == "TimelineAxis.qml"),
        key=QRectF.x,
    )


def walk(stage: Stage, first: str, last: str) -> Iterator[str]:
    """The whole, both ends and the closest view of both, by keys and buttons."""
    yield "home"
    stage.canvas.forceActiveFocus()
    for _ in range(3):
        stage.key(Qt.Key.Key_Plus)
    stage.rest()
    yield "closer"
    for key, event in ((Qt.Key.Key_Home, first), (Qt.Key.Key_End, last)):
        stage.key(key)
        stage.rest()
        yield f"end at {event}"
        stage.canvas.centreOn(event)
        stage.rest()
        stage.canvas.zoomBy(1e10)
        stage.rest()
        stage.canvas.centreOn(event)
        stage.rest()
        yield f"closest at {event}"
        stage.canvas.home()
        stage.rest()


@pytest.mark.parametrize(
    "scale", ["adaptive", *(pytest.param(other, marks=pytest.mark.slow) for other in OTHERS)]
)
@pytest.mark.parametrize("name", OPENINGS)
def test_nothing_overlaps(
    name: str, scale: Scale, tmp_path: Path, open_stage: Callable[..., Stage]
) -> None:
    """Labels, cards and marks keep off each other in every view, and the place is always said."""
    write, first, last = OPENINGS[name]
    made = Stored(tmp_path / "content", tmp_path / "state")
    write(made.content, scale)
    assert make_edition(made)["edition"]
    stage = open_stage(content=made.content, state=made.state)
    stage.begin("lt")
    for view in walk(stage, first, last):
        labels = tick_labels(stage)
        assert labels, view
        for left, right in pairwise(labels):
            assert left.right() <= right.left(), (view, left, right)
        cards = [t.place for t in stage.things() if is_a(t.item, "EventCard")]
        for one, other in combinations(cards, 2):
            assert not one.intersects(other), (view, one, other)
        marks = [t.place.center().x() for t in stage.things() if is_a(t.item, "ShrunkStretch")]
        assert len(marks) <= 7, view
        for x in marks:
            assert not any(label.left() <= x <= label.right() for label in labels), view
        assert stage.view.timeline.year, view
        if view.startswith("closest"):
            drag_by_pixels(stage, view)


@pytest.mark.gui_once
@pytest.mark.parametrize("size", [(1280, 720), (1080, 1920)], ids=str)
@pytest.mark.parametrize("name", OPENINGS)
def test_no_date_is_cut(
    name: str, size: tuple[int, int], tmp_path: Path, open_stage: Callable[..., Stage]
) -> None:
    """At the largest text each has a wording for the narrowest card, here and in the example."""
    made = Stored(tmp_path / "content", tmp_path / "state")
    OPENINGS[name][0](made.content, "even")
    assert make_edition(made)["edition"]
    stage = open_stage(content=made.content, state=made.state, window_size=size)
    stage.begin()
    stage.view.nextTextStep()
    stage.view.nextTextStep()
    files = [*made.content.glob("events/*/event.yaml"), *example_content().glob("events/*/*.yaml")]
    dates = {date_in(file) for file in files}
    assert len(dates) > 50
    for language in ("en", "lt"):
        stage.view.speak(language)
        stage.rest()
        cards = [t.item for t in stage.things() if is_a(t.item, "EventCard")]
        for card in cards:
            file = made.content / "events" / card.property("event") / "event.yaml"
            forms = date_forms(parse_date(date_in(file)), language)
            mine = [text for text in stage.texts() if text.parentItem() == card]
            (date,) = (text for text in mine if text.property("text") in forms)
            assert not date.property("truncated"), date.property("text")
        narrowest = min(cards, key=QQuickItem.width)
        # A small card, of which there may be none at the moment, is a little narrower still.
        room = evaluate(narrowest, "width * (small ? 1 : 0.91) - inner")
        for written in dates:
            forms = date_forms(parse_date(written), language)
            widths = {form: evaluate(narrowest, f"dates.advanceWidth({form!r})") for form in forms}
            assert min(widths.values()) <= room, (widths, room)


def date_in(file: Path) -> str:
    return str(yaml.load(file.read_text("utf-8"), yaml.BaseLoader)["date"])


def drag_by_pixels(stage: Stage, view: str) -> None:
    """What the finger moves by a few pixels moves by as many, also at the closest."""
    axis = stage.canvas.property("axisY")
    start = stage.canvas.mapToScene(QPointF(stage.canvas.width() / 2, axis * 0.5))
    inwards = -1 if stage.centre < 0.5 else 1
    stage.hand.drag(start, start + QPointF(60 * inwards, 0), steps=4)
    before = tick_labels(stage)
    stage.hand.move({1: start + QPointF(63 * inwards, 0)})
    after = tick_labels(stage)
    stage.hand.lift()
    stage.rest()
    if len(before) == len(after):
        moved = [right.x() - left.x() for left, right in zip(before, after, strict=True)]
        assert moved == pytest.approx([3 * inwards] * len(moved), abs=1), view
