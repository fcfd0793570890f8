"""A running exhibit as a visitor meets it: names to find, places to touch, pixels to look at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QObject,
    QPoint,
    QPointF,
    QRectF,
    Qt,
    QTimer,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QImage,
    QKeyEvent,
    QPointingDevice,
    QTouchEvent,
)
from PySide6.QtMultimedia import QMediaPlayer
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from kiosk.app import Show

PATIENCE = 20.0
"""Seconds to wait for something that takes a moment; the machine may be busy."""

NO_MODIFIER = Qt.KeyboardModifier.NoModifier

Name = str | re.Pattern[str]


def spin(seconds: float) -> None:
    """Let the event loop run. Not processEvents: PySide 6.12 loses a reference with each call."""
    loop = QEventLoop()
    QTimer.singleShot(max(1, int(seconds * 1000)), loop.quit)
    loop.exec()


def wait_until(done: Callable[[], object], what: str, seconds: float = PATIENCE) -> None:
    """Spin until `done` gives something true; fail with `what` if that never happens."""
    rounds = int(seconds / 0.01)
    while not done():
        if rounds <= 0:
            raise AssertionError(f"waited {seconds:g} s in vain until {what}")
        rounds -= 1
        spin(0.01)


@dataclass(frozen=True)
class Thing:
    """Something that assistive technology sees; `place` is in pixels of the window."""

    name: str
    role: QAccessible.Role
    description: str
    place: QRectF
    enabled: bool
    item: QQuickItem


class Hand:
    """Fingers on the touch screen, each known by a number.

    Those that stay move to where they are: what QTest calls stationary would press them anew.
    """

    def __init__(self, window: QQuickWindow, screen: QPointingDevice, after: Callable[[], None]):
        self._window = window
        self._screen = screen
        self._after = after
        self._event = QTest.touchEvent(window, screen, False)
        self._fingers: dict[int, QPoint] = {}

    def press(self, places: dict[int, QPointF]) -> None:
        """Put more fingers down."""
        self._send(places, press=True)

    def move(self, places: dict[int, QPointF]) -> None:
        self._send(places, press=False)

    def lift(self, *fingers: int) -> None:
        """Lift these fingers, all of them if none is named."""
        leaving = fingers or tuple(self._fingers)
        for finger, point in self._fingers.items():
            if finger in leaving:
                self._event.release(finger, point, self._window)
            else:
                self._event.move(finger, point, self._window)
        self._event.commit(False)
        for finger in leaving:
            del self._fingers[finger]
        self._after()

    def lose(self) -> None:
        """All fingers are taken away by the system, which says only that."""
        QCoreApplication.sendEvent(self._window, QTouchEvent(QEvent.Type.TouchCancel, self._screen))
        self._fingers.clear()
        self._event = QTest.touchEvent(self._window, self._screen, False)
        self._after()

    def hurried(self) -> Hand:
        """Another hand that does not wait for a frame after each of its movements."""
        return Hand(self._window, self._screen, lambda: None)

    def tap(self, place: QPointF) -> None:
        self.press({1: place})
        self.lift()

    def drag(self, start: QPointF, end: QPointF, steps: int = 8) -> None:
        """One finger from `start` to `end` without lifting it."""
        self.press({1: start})
        for step in range(1, steps + 1):
            self.move({1: start + (end - start) * (step / steps)})

    def _send(self, places: dict[int, QPointF], press: bool) -> None:
        for finger, place in places.items():
            point = place.toPoint()
            act = self._event.press if press else self._event.move
            act(finger, point, self._window)
        for finger in self._fingers.keys() - places.keys():
            self._event.move(finger, self._fingers[finger], self._window)
        self._fingers.update({finger: place.toPoint() for finger, place in places.items()})
        self._event.commit(False)
        self._after()


class Stage:
    """One show in its window, with a hand before it."""

    def __init__(self, show: Show, screen: QPointingDevice) -> None:
        assert show.window is not None
        self.show = show
        self.view = show.view
        self.window = show.window
        self.frames = 0
        self.window.frameSwapped.connect(self._count, Qt.ConnectionType.QueuedConnection)
        self.hand = Hand(self.window, screen, self.next_frame)
        wait_until(self.window.isExposed, "the window is on the screen")
        self.window.requestActivate()
        self.next_frame()

    def _count(self) -> None:
        self.frames += 1

    @property
    def canvas(self) -> QQuickItem:
        found = self.window.findChild(QObject, "timeline")
        assert isinstance(found, QQuickItem)
        return found

    @property
    def centre(self) -> float:
        return float(self.canvas.property("centre"))

    @property
    def length(self) -> float:
        return float(self.canvas.property("length"))

    def unit_at(self, x: float) -> float:
        """The unit of the timeline under `x`."""
        left = self.canvas.mapToScene(QPointF(0, 0)).x()
        return self.centre + (x - left - self.canvas.width() / 2) / self.length

    @property
    def reading(self) -> str:
        """The event whose article is open, "" if none is."""
        return str(self.view.article.property("eventId"))

    def next_frame(self) -> None:
        """Until a frame has been shown that knows of everything up to now."""
        for _ in range(2):
            seen = self.frames
            self.window.update()
            wait_until(lambda seen=seen: self.frames > seen, "another frame is shown")

    def rest(self) -> None:
        """Until nothing moves any more: no frame for a third of a second."""
        still = 0
        for _ in range(1000):
            seen = self.frames
            spin(0.02)
            still = still + 1 if self.frames == seen else 0
            if still == 17:
                return
        raise AssertionError("the screen does not come to rest")

    def picture(self, place: QRectF | None = None) -> QImage:
        """What is on the screen now, or a part of it."""
        image = self.window.grabWindow()
        assert not image.isNull()
        return image if place is None else image.copy(place.toAlignedRect())

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """Press and release a key. Not through QTest, which draws while it keeps Python waiting:
        what Python itself paints in the render thread would never be done.
        """
        text = " " if key == Qt.Key.Key_Space else ""
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.postEvent(self.window, QKeyEvent(kind, key, modifier, text))
        self.next_frame()

    def things(self, role: QAccessible.Role | None = None) -> list[Thing]:
        """Everything visible, in the order of the accessibility tree."""
        root = QAccessible.queryAccessibleInterface(self.window)
        found = list(self._walk(root)) if root else []
        return [thing for thing in found if role is None or thing.role == role]

    def find(self, name: Name, role: QAccessible.Role | None = None) -> Thing | None:
        return next((thing for thing in self.things(role) if _is(thing.name, name)), None)

    def has(self, name: Name) -> bool:
        return self.find(name) is not None

    def the(self, name: Name, role: QAccessible.Role | None = None) -> Thing:
        """The visible thing of that name; waits for it for a moment."""
        wait_until(lambda: self.find(name, role), f"there is {name!r}; {self.names()}")
        found = self.find(name, role)
        assert found is not None
        return found

    def button(self, name: Name) -> Thing:
        return self.the(name, QAccessible.Role.Button)

    def names(self) -> list[str]:
        return [thing.name for thing in self.things()]

    def card(self, title: str) -> Thing:
        """The card of an event on the timeline, which is not one of its other links."""
        pattern = re.compile(re.escape(title) + r"\. ")
        cards = [t for t in self.things(QAccessible.Role.Button) if _is(t.name, pattern)]
        return next(card for card in cards if self.canvas.isAncestorOf(card.item))

    def tap(self, target: Name | Thing) -> None:
        """Touch the middle of what can be seen of a button."""
        thing = target if isinstance(target, Thing) else self.button(target)
        self.hand.tap(self.seen(thing).center())

    def seen(self, thing: Thing) -> QRectF:
        """The part of it that no ancestor and not the window's edge cuts off."""
        place = thing.place & QRectF(0, 0, self.window.width(), self.window.height())
        ancestor = thing.item.parentItem()
        while ancestor is not None:
            if ancestor.clip() or ancestor == self.canvas:
                corner = ancestor.mapToScene(QPointF(0, 0))
                place &= QRectF(corner.x(), corner.y(), ancestor.width(), ancestor.height())
            ancestor = ancestor.parentItem()
        return place

    def texts(self) -> list[QQuickItem]:
        """Every text that is drawn, whether assistive technology knows of it or not."""
        waiting, found = [self.window.contentItem()], []
        while waiting:
            item = waiting.pop()
            if not item.isVisible() or item.opacity() == 0:
                continue
            if item.inherits("QQuickText") and item.property("text"):
                found.append(item)
            waiting += item.childItems()
        return found

    def begin(self, language: str = "en") -> None:
        """Into the timeline, without a touch."""
        self.view.begin(language)
        self.rest()

    def open(self, event_id: str) -> None:
        """An article, without a touch."""
        self.view.openEvent(event_id)
        self.rest()

    def _walk(self, interface: QAccessibleInterface) -> Iterator[Thing]:
        corner = QPointF(self.window.position())
        for number in range(interface.childCount()):
            child = interface.child(number)
            state = child.state()
            if state.invisible:
                continue
            yield Thing(
                child.text(QAccessible.Text.Name),
                child.role(),
                child.text(QAccessible.Text.Description),
                QRectF(child.rect()).translated(-corner),
                not state.disabled,
                child.object(),
            )
            yield from self._walk(child)


def _is(name: str, wanted: Name) -> bool:
    return name == wanted if isinstance(wanted, str) else bool(wanted.match(name))


def differing(before: QImage, after: QImage) -> float:
    """The share of pixels, on a coarse grid, that are not the same; sizes must be."""
    assert before.size() == after.size()
    step = max(1, min(before.width(), before.height()) // 60)
    places = [
        (x, y)
        for x in range(step // 2, before.width(), step)
        for y in range(step // 2, before.height(), step)
    ]
    return sum(before.pixel(x, y) != after.pixel(x, y) for x, y in places) / len(places)


def evaluate(item: QQuickItem, expression: str) -> Any:
    """What a QML expression gives with the item's properties, of types that PySide6 knows."""
    value = QQmlExpression(qmlContext(item), item, expression).evaluate()
    return value[0] if isinstance(value, tuple) else value


def players(stage: Stage) -> list[QMediaPlayer]:
    return stage.window.findChildren(QMediaPlayer)


def playing(stage: Stage) -> bool:
    return any(player.isPlaying() for player in players(stage))


def position(stage: Stage) -> int:
    """Milliseconds into what plays, −1 if there is no player."""
    return max((player.position() for player in players(stage)), default=-1)
