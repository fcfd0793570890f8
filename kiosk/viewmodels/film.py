"""Film without a GPU: each frame painted by the CPU."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtMultimedia import QVideoFrame, QVideoSink
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class FilmPainter(QQuickPaintedItem):
    """Shows what a MediaPlayer sends to `videoSink`, fitted into the item.

    Qt Quick's software backend draws nothing for VideoOutput.
    """

    sinkChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._frame = QVideoFrame()
        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._take)
        self.setOpaquePainting(False)

    def _take(self, frame: QVideoFrame) -> None:
        self._frame = frame
        self.update()

    def paint(self, painter: QPainter) -> None:
        if not self._frame.isValid():
            return
        options = QVideoFrame.PaintOptions()
        self._frame.paint(painter, QRectF(0, 0, self.width(), self.height()), options)

    @Property(QObject, notify=sinkChanged)
    def videoSink(self) -> QObject:
        return self._sink
