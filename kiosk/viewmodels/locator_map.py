"""The small map of where an event took place."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from functools import cache

from babel import Locale, UnknownLocaleError
from babel.units import format_unit
from PySide6.QtCore import Property, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPolygonF
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from kiosk.geography.locator import Area, Frame, frame_for, place_labels
from kiosk.geography.world import Point, World
from kiosk.resources import assets_folder
from kiosk.viewmodels.facts import FactsView, Spot

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger(__name__)


@cache
def _world() -> World | None:
    """The world, read when the first map is opened; None, and a line in the log, without it."""
    try:
        return World(assets_folder() / "map" / "world.bin")
    except (OSError, ValueError) as error:
        log.error("The map could not be read: %s. Please reinstall the kiosk.", error)
        return None


@QmlElement
class LocatorMap(QQuickPaintedItem):
    """Land, lakes, the place of the open event, and the exhibit's other places.

    Painted once and then only copied while the article scrolls. `colors` are those of `sea`,
    `land`, `ink`, `quiet` and `mark`.
    """

    changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self.setOpaquePainting(True)
        self._facts: FactsView | None = None
        self._family = ""
        self._text_size = 12.0
        self._colors: dict[str, QColor] = {}

    def paint(self, painter: QPainter) -> None:
        world, facts = _world(), self._facts
        if world is None or facts is None or facts.spot is None or not self._colors:
            return
        here = facts.spot
        size = (self.width(), self.height())
        places = [spot.where for spot in facts.spots]
        frame, shapes = frame_for(here.where, places, size, world)

        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, *size), self._colors["sea"])
        painter.setPen(Qt.PenStyle.NoPen)
        for shape in shapes:
            painter.setBrush(self._colors["land" if shape.kind == "land" else "sea"])
            painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in frame.project(shape)]))

        font = QFont(self._family)
        font.setPixelSize(max(1, round(self._text_size)))
        painter.setFont(font)
        taken = self._paint_scale(painter, frame, facts.language)
        others = [spot for spot in facts.spots if spot.where != here.where]
        self._paint_places(painter, frame, (here, *others), taken)

    def _paint_scale(self, painter: QPainter, frame: Frame, language: str) -> Area:
        """A bar with its length in kilometres, in the lower left corner; where it stands."""
        metrics, air = QFontMetricsF(painter.font()), self._text_size * 0.6
        kilometres, length = frame.scale
        words = _kilometres(kilometres, language)
        bar = QRectF(air, self.height() - air, length, -self._text_size * 0.12)
        painter.fillRect(bar, self._colors["quiet"])
        painter.setPen(self._colors["quiet"])
        top = bar.top() - metrics.height()
        painter.drawText(QPointF(air, top + metrics.ascent()), words)
        right = air + max(length, metrics.horizontalAdvance(words))
        return Area(0, top - air, right + air, self.height())

    def _paint_places(
        self, painter: QPainter, frame: Frame, spots: Sequence[Spot], taken: Area
    ) -> None:
        """The dots and as many names as fit, those of the first spot before all others."""
        metrics, dot = QFontMetricsF(painter.font()), self._text_size * 0.42
        places = [(_short(spot.name), frame.place(*spot.where)) for spot in spots]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colors["quiet"])
        for _, (x, y) in places[1:]:
            painter.drawEllipse(QPointF(x, y), dot * 0.45, dot * 0.45)
        middle = QPointF(*places[0][1])
        for color, radius in (("land", dot * 1.5), ("mark", dot)):
            painter.setBrush(self._colors[color])
            painter.drawEllipse(middle, radius, radius)

        def measure(text: str) -> Point:
            return metrics.horizontalAdvance(text), metrics.height()

        size = (self.width(), self.height())
        for label in place_labels(places, size, dot * 1.5, measure, [taken]):
            painter.setPen(self._colors["ink" if label.text == places[0][0] else "quiet"])
            painter.drawText(QPointF(label.x, label.y + metrics.ascent()), label.text)

    def _repaint(self) -> None:
        self.changed.emit()
        self.update()

    def _get_facts(self) -> FactsView | None:
        return self._facts

    def _set_facts(self, facts: FactsView) -> None:
        if facts is not self._facts:
            if self._facts is not None:
                self._facts.changed.disconnect(self._repaint)
            self._facts = facts
            facts.changed.connect(self._repaint)
            self._repaint()

    def _get_family(self) -> str:
        return self._family

    def _set_family(self, family: str) -> None:
        if family != self._family:
            self._family = family
            self._repaint()

    def _get_text_size(self) -> float:
        return self._text_size

    def _set_text_size(self, size: float) -> None:
        if size != self._text_size:
            self._text_size = size
            self._repaint()

    def _get_colors(self) -> dict[str, QColor]:
        return self._colors

    def _set_colors(self, colors: dict[str, QColor]) -> None:
        if colors != self._colors:
            self._colors = colors
            self._repaint()

    facts = Property(FactsView, _get_facts, _set_facts, notify=changed)
    family = Property(str, _get_family, _set_family, notify=changed)
    textSize = Property(float, _get_text_size, _set_text_size, notify=changed)
    colors = Property(dict, _get_colors, _set_colors, notify=changed)


def _short(name: str) -> str:
    """The place without what explains it: `Simnas` of `Simnas, Alytus district`."""
    return re.split(r"[,،;(（]", name, maxsplit=1)[0].strip() or name


def _kilometres(length: int, language: str) -> str:
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        locale = Locale("en")
    return str(format_unit(length, "length-kilometer", "short", locale=locale))
