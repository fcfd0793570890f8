"""Every screen measured: what is touched is large enough, what is read is whole and legible."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from math import hypot

import pytest
from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtQml import qmlContext
from PySide6.QtQuick import QQuickItem

from tests.gui.small_exhibit import NIGHT, STONE, VOICES
from tests.gui.stage import Stage, Thing, evaluate, spin

SMALLEST_TARGET_MM = 15.0
SMALLEST_CAPITALS_MM = 4.0
CAPITALS = 0.67
"""Height of capital letters by font size in both typefaces."""

ELIDE_NONE = 3
"""Text.ElideNone."""

MAY_BE_CUT = {
    "EraBand.qml",
    "EventCard.qml",
    "Exploration.qml",
    "MarkedText.qml",
    "MediaViewer.qml",
}
"""Where a text that is too long ends in dots on purpose, because it can be read in full elsewhere:
the era touched, the event opened, the exhibit's title on the attract screen, the medium opened.
A caption has its sign of language in MarkedText.qml and is cut only where its lines are counted."""

SETTLING = 0.35
"""Seconds; animations take 0.26."""


def screens(stage: Stage) -> Iterator[str]:
    """Brings up one screen after the other and gives its name."""
    view = stage.view
    yield "attract"
    view.begin("")
    yield "timeline"
    view.openEvent(STONE)
    yield "article"
    pages = stage.window.findChild(QObject, "pages")
    pages.setProperty("contentY", pages.property("contentHeight") - pages.property("height"))
    yield "article end"
    view.openMedium(0)
    yield "picture"
    view.openMedium(1)
    spin(1)
    yield "film"
    view.openEvent(VOICES)
    view.openMedium(1)
    yield "sound"
    view.openEvent(NIGHT)
    yield "notice"
    view.article.close()


def file_of(item: QObject) -> str:
    """The QML file in which an item is written."""
    context = qmlContext(item)
    return context.baseUrl().fileName() if context else ""


def elide_of(item: QQuickItem) -> int:
    """Text.elide; PySide6 cannot convert the property itself."""
    return int(evaluate(item, "Number(elide)"))


def type_of(item: QQuickItem) -> str:
    """The QML type of an item that is written in QML.

    Not from its metaobject: PySide would take the next object at that address for one, too.
    """
    return str(evaluate(item, "String(this)")).partition("_QMLTYPE_")[0]


def reach(thing: Thing) -> QRectF:
    """Where a touch counts: the item and the margin of its tap handler."""
    margins = [
        float(child.property("margin"))
        for child in thing.item.children()
        if child.inherits("QQuickTapHandler")
    ]
    margin = max(margins, default=0.0)
    return thing.place.adjusted(-margin, -margin, margin, margin)


def related(one: QQuickItem, other: QQuickItem) -> bool:
    return one.isAncestorOf(other) or other.isAncestorOf(one)


def place_of(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


class Ruler:
    """Measures one screen and says what is wrong with it."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._window = QRectF(0, 0, stage.window.width(), stage.window.height())
        diagonal = hypot(self._window.width(), self._window.height())
        self._pixels_per_mm = diagonal / float(stage.window.property("diagonalMm"))

    def faults(self) -> list[str]:
        buttons = [
            thing
            for thing in self._stage.things(QAccessible.Role.Button)
            if not self._stage.seen(thing).isEmpty()
        ]
        return [
            *self._small(buttons),
            *self._overlapping(buttons),
            *self._outside(buttons),
            *self._texts(),
        ]

    def _small(self, buttons: list[Thing]) -> Iterator[str]:
        least = SMALLEST_TARGET_MM * self._pixels_per_mm - 0.6
        for thing in buttons:
            place = reach(thing)
            if min(place.width(), place.height()) < least:
                width = place.width() / self._pixels_per_mm
                height = place.height() / self._pixels_per_mm
                where = file_of(thing.item)
                yield f"only {width:.1f} × {height:.1f} mm: “{thing.name}” ({where})"

    def _overlapping(self, buttons: list[Thing]) -> Iterator[str]:
        usable = [thing for thing in buttons if thing.enabled]
        for one, other in combinations(usable, 2):
            common = self._stage.seen(one) & self._stage.seen(other)
            if min(common.width(), common.height()) > 1 and not related(one.item, other.item):
                yield (
                    f"“{one.name}” ({file_of(one.item)}) and “{other.name}” "
                    f"({file_of(other.item)}) overlap"
                )

    def _outside(self, buttons: list[Thing]) -> Iterator[str]:
        for thing in buttons:
            scrolls = any(
                parent.inherits("QQuickFlickable") or parent == self._stage.canvas
                for parent in ancestors(thing.item)
            )
            if not scrolls and self._stage.seen(thing) != thing.place & thing.place:
                yield f"“{thing.name}” ({file_of(thing.item)}) is partly off the screen"

    def _texts(self) -> Iterator[str]:
        for item in self._stage.texts():
            if not place_of(item).intersects(self._window):
                continue
            words, where = str(item.property("text"))[:40], file_of(item)
            size = item.property("font").pixelSize() * CAPITALS / self._pixels_per_mm
            if size < SMALLEST_CAPITALS_MM - 0.02:
                yield f"capitals of {size:.2f} mm: “{words}” ({where})"
            elides = elide_of(item) != ELIDE_NONE
            if item.property("truncated") and not (elides and where in MAY_BE_CUT):
                yield f"cut off: “{words}” ({where})"
            if not elides and item.property("contentWidth") > item.width() + 1:
                yield f"wider than its place: “{words}” ({where})"
            button = next(
                (one for one in ancestors(item) if file_of(one) and is_push_button(one)), None
            )
            if button is not None and not place_of(button).adjusted(-1, -1, 1, 1).contains(
                place_of(item)
            ):
                yield f"sticks out of its button: “{words}” ({where})"


def ancestors(item: QQuickItem) -> Iterator[QQuickItem]:
    parent = item.parentItem()
    while parent is not None:
        yield parent
        parent = parent.parentItem()


def is_push_button(item: QQuickItem) -> bool:
    return type_of(item) == "PushButton"


@pytest.mark.parametrize(
    "step",
    [
        pytest.param(0, id="usual"),
        pytest.param(1, id="larger", marks=pytest.mark.gui_once),
        pytest.param(2, id="largest"),
    ],
)
@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1080, 1920)], ids=str)
def test_every_screen_measures_up(
    open_stage: Callable[..., Stage], size: tuple[int, int], step: int
) -> None:
    """In both languages: targets of 15 mm that do not overlap, text of 4 mm that is not cut."""
    stage = open_stage(window_size=size)
    assert (stage.window.width(), stage.window.height()) == size
    ruler = Ruler(stage)
    faults: dict[str, list[str]] = {}
    for screen in screens(stage):
        while screen != "attract" and stage.view.textStep != step:
            stage.view.nextTextStep()
        for language in ("lt", "en") if screen != "attract" else ("en",):
            if screen != "attract":
                stage.view.speak(language)
            spin(SETTLING)
            stage.next_frame()
            for fault in ruler.faults():
                faults.setdefault(fault, []).append(f"{screen}/{language}")
    lines = [f"{fault}: {', '.join(where)}" for fault, where in faults.items()]
    assert not lines, "\n" + "\n".join(lines)


def test_keyboard_focus_is_seen(stage: Stage) -> None:
    """Whoever uses keys sees where they are; whoever touches does not."""
    stage.begin()
    before = stage.picture()
    for _ in range(3):
        stage.key(Qt.Key.Key_Tab)
    stage.rest()
    focused = stage.window.activeFocusItem()
    assert focused is not None
    rings = [
        child
        for child in focused.childItems()
        if file_of(child) and type_of(child) == "FocusRing" and child.isVisible()
    ]
    assert len(rings) == 1
    assert stage.picture() != before
    stage.tap("Zoom in")
    assert not rings[0].isVisible()
