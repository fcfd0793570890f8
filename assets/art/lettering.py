"""Type set on a finished print: Source Serif and Source Sans, tabular figures."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path

from palette import NIGHT, PAPER, Ink, hexcode
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
)

# Below this the letters are too small on a screen that shows the picture at half its width.
SMALLEST = 62


@cache
def _family(package: str, file: str) -> str:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"pip install {package.replace('_', '-')}")
    path = Path(spec.origin).parent / "files" / file
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))[0]


def face(size: float, serif: bool = False, bold: bool = False, spread: float = 0) -> QFont:
    """A face `size` units high; `spread` adds letter-spacing in hundredths of the size."""
    package, stem = (
        ("font_source_serif_pro", "SourceSerifPro")
        if serif
        else ("font_source_sans_pro", "SourceSansPro")
    )
    font = QFont(_family(package, f"{stem}-{'Semibold' if bold else 'Regular'}.otf"))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setPixelSize(round(max(size, SMALLEST)))
    font.setFeature(QFont.Tag("tnum"), 1)
    font.setFeature(QFont.Tag("lnum"), 1)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if spread:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, size * spread / 100)
    return font


class Letters:
    """Writes on a print in units of the 3600 × 2400 sheet."""

    def __init__(self, image: QImage, scale: float) -> None:
        self.painter = QPainter(image)
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.scale(scale, scale)

    def write(
        self,
        x: float,
        y: float,
        text: str,
        size: float = 66,
        colour: Ink = PAPER,
        *,
        align: str = "left",
        serif: bool = False,
        bold: bool = False,
        spread: float = 0,
        halo: Ink | None = NIGHT,
    ) -> float:
        """One line with its baseline at `y`; gives its width. `halo` clears the ground around."""
        font = face(size, serif, bold, spread)
        width = QFontMetricsF(font).horizontalAdvance(text)
        start = x - {"left": 0.0, "middle": width / 2, "right": width}[align]
        path = QPainterPath()
        path.addText(start, y, font, text)
        if halo is not None:
            pen = QPen(QColor(hexcode(halo)), max(14, size * 0.2))
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            self.painter.strokePath(path, pen)
        self.painter.fillPath(path, QColor(hexcode(colour)))
        return width

    def fill(self, path: QPainterPath, colour: Ink) -> None:
        """A crisp shape, for legends and markers."""
        self.painter.fillPath(path, QColor(hexcode(colour)))

    def stroke(self, path: QPainterPath, colour: Ink, width: float) -> None:
        """A crisp line, for leaders and rings."""
        self.painter.strokePath(path, QPen(QColor(hexcode(colour)), width))

    def done(self) -> None:
        """Ends writing."""
        self.painter.end()


def number(value: float, lang: str, places: int = 0) -> str:
    """`39,766` or `39 766`; a decimal comma in Lithuanian."""
    text = f"{value:,.{places}f}"
    return text.replace(",", "\u00a0").replace(".", ",") if lang == "lt" else text
