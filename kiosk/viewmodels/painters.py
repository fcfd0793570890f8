"""What the CPU paints itself because Qt Quick's software renderer is slow at it or cannot do it."""

from __future__ import annotations

from math import ceil, floor

from PySide6.QtCore import Property, QObject, QRect, QRectF, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter
from PySide6.QtMultimedia import QtVideo, QVideoFrame, QVideoSink
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class FilmPainter(QQuickPaintedItem):
    """Shows what a MediaPlayer sends to `videoSink`, fitted into the item.

    Qt Quick's software renderer draws nothing for VideoOutput.
    """

    sinkChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._frame = QVideoFrame()
        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._take)

    def _take(self, frame: QVideoFrame) -> None:
        self._frame = frame
        # Before the first frame, what lies beneath is to be seen.
        self.setOpaquePainting(frame.isValid())
        self.update()

    def paint(self, painter: QPainter) -> None:
        if not self._frame.isValid():
            return
        whole = QRectF(0, 0, self.width(), self.height())
        options = QVideoFrame.PaintOptions()
        if self._fits():
            # To the last pixel, or a line beside it would be left as it was.
            options.aspectRatioMode = Qt.AspectRatioMode.IgnoreAspectRatio
        else:
            painter.fillRect(whole, Qt.GlobalColor.black)
        self._frame.paint(painter, whole, options)

    def _fits(self) -> bool:
        """Whether the item has the shape of the film, but for a pixel or two."""
        size = self._frame.size()
        if self._frame.rotation() in (QtVideo.Rotation.Clockwise90, QtVideo.Rotation.Clockwise270):
            size.transpose()
        scale = self.width() / max(1, size.width())
        return abs(size.height() * scale - self.height()) <= 2

    @Slot()
    def clearOutput(self) -> None:
        """Lets go of the last frame."""
        self._take(QVideoFrame())

    @Property(QObject, notify=sinkChanged)
    def videoSink(self) -> QObject:
        return self._sink


@QmlElement
class OrnamentPainter(QQuickPaintedItem):
    """One huge word on `fillColor`, as large as fits, painted once and then only copied.

    The software renderer draws a Text of this size as a path, in every frame anew. Of a year that
    follows another only the digits that differ are painted.
    """

    changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self.setOpaquePainting(True)
        self._text = ""
        self._family = ""
        self._color = QColor()
        # What there is to see, None while more of it is out of date than a new text would change.
        self._seen: tuple[str, QSizeF] | None = None

    def paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        painter.setPen(self._color)
        place = QRectF(0, 0, self.width(), self.height())
        middle = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(place, middle | Qt.TextFlag.TextDontClip, self._text)
        self._seen = self._text, self.size()

    def _font(self) -> QFont:
        font = QFont(self._family)
        font.setWeight(QFont.Weight.Bold)
        font.setPixelSize(max(1, int(self.height())))
        width = QFontMetrics(font).horizontalAdvance(self._text)
        if width > self.width():
            font.setPixelSize(max(1, int(self.height() * self.width() / width)))
        return font

    def _repaint(self) -> None:
        self._seen = None
        self.changed.emit()
        # Named, since Qt takes an update of no certain place back when one of a part follows.
        self.update(QRect(0, 0, ceil(self.width()), ceil(self.height())))

    def _repaint_since(self, before: str) -> None:
        """Paints what differs from the text `before`, which is on the screen now."""
        metrics = QFontMetricsF(self._font())
        width = metrics.horizontalAdvance(self._text)
        if metrics.horizontalAdvance(before) != width:
            self._repaint()
            return
        pairs = enumerate(zip(before, self._text, strict=False))
        shorter = min(len(before), len(self._text))
        same = next((at for at, (old, new) in pairs if old != new), shorter)
        left = metrics.horizontalAdvance(self._text[:same])
        # Letters may reach a little into the place of their neighbours.
        start = floor(self.width() - width + left - metrics.height() / 16)
        self._seen = None
        self.changed.emit()
        self.update(QRect(start, 0, ceil(self.width()) - start, ceil(self.height())))

    def _get_text(self) -> str:
        return self._text

    def _set_text(self, text: str) -> None:
        if text == self._text:
            return
        self._text = text
        seen = self._seen
        if seen is not None and seen[1] == self.size():
            self._repaint_since(seen[0])
        else:
            self._repaint()

    def _get_family(self) -> str:
        return self._family

    def _set_family(self, family: str) -> None:
        if family != self._family:
            self._family = family
            self._repaint()

    def _get_color(self) -> QColor:
        return self._color

    def _set_color(self, color: QColor) -> None:
        if color != self._color:
            self._color = color
            self._repaint()

    text = Property(str, _get_text, _set_text, notify=changed)
    family = Property(str, _get_family, _set_family, notify=changed)
    color = Property(QColor, _get_color, _set_color, notify=changed)
