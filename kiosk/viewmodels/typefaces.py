"""The exhibit's own typefaces, with ours behind them for letters that they lack."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from importlib import resources
from pathlib import Path
from typing import Final

import font_source_sans_pro
import font_source_serif_pro
from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF
from PySide6.QtQml import QmlElement

from kiosk.station.edition import Edition

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

log = logging.getLogger(__name__)

OUR_CAPITALS: Final = 0.67
"""Height of capital letters by font size in both of our typefaces."""

_SERIF: Final = "Source Serif Pro"
_SANS: Final = "Source Sans Pro"
_STYLES: Final = ("Regular", "It", "Semibold", "SemiboldIt", "Bold")
_PLAUSIBLE_CAPITALS: Final = (0.5, 0.85)
_LARGE: Final = 1000


def load_ours() -> None:
    """Ours, from their packages; letters they lack come from the system."""
    for package in (font_source_serif_pro, font_source_sans_pro):
        folder = Path(str(resources.files(package))) / "files"
        for style in _STYLES:
            for file in folder.glob(f"*-{style}.ttf"):
                QFontDatabase.addApplicationFont(str(file))


@QmlElement
class Typefaces(QObject):
    """Families by their task; "" means that ours does it. Needs a QGuiApplication."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._loaded: dict[Path, int] = {}
        self._heading = ""
        self._body = ""

    def show(self, edition: Edition) -> None:
        """Takes over the typefaces of an edition, from its own copy of their files."""
        look = edition.exhibit.appearance
        files = {file: path for file in edition.exhibit.fonts if (path := edition.path(file))}
        if set(files.values()) != self._loaded.keys():
            self._use("", "")
            self._load(files.values())
        self._use(
            self._family(look.heading_font, files, _SERIF),
            self._family(look.body_font, files, _SANS),
        )

    def _load(self, paths: Iterable[Path]) -> None:
        """The files of before go first: two of the same family would be mixed up."""
        for number in self._loaded.values():
            QFontDatabase.removeApplicationFont(number)
        self._loaded = {path: QFontDatabase.addApplicationFont(str(path)) for path in paths}

    def _family(self, wanted: str | None, files: dict[str, Path], ours: str) -> str:
        """The family that `wanted` names, by itself or by its file; "" if it cannot be had."""
        if not wanted:
            return ""
        file = next((file for file in files if file.endswith(f"/{wanted}")), None)
        number = self._loaded[files[file]] if file else -1
        families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
        family = families[0] if families else wanted
        if not QFontDatabase.hasFamily(family):
            log.info("the typeface “%s” cannot be used; ours stands in", wanted)
            return ""
        if ours not in QFont.substitutes(family):
            QFont.insertSubstitution(family, ours)
        return family

    def _use(self, heading: str, body: str) -> None:
        if (heading, body) != (self._heading, self._body):
            self._heading, self._body = heading, body
            self.changed.emit()

    @Property(str, notify=changed)
    def heading(self) -> str:
        return self._heading

    @Property(str, notify=changed)
    def body(self) -> str:
        """For everything that is no heading."""
        return self._body

    @Property(float, notify=changed)
    def capitals(self) -> float:
        """The least height of capital letters by font size, so that none becomes too small."""
        families = [family for family in (self._heading, self._body) if family]
        ours = [] if len(families) == 2 else [OUR_CAPITALS]
        return min([*map(_capitals_of, families), *ours])


def _capitals_of(family: str) -> float:
    font = QFont(family)
    font.setPixelSize(_LARGE)
    least, most = _PLAUSIBLE_CAPITALS
    return min(most, max(least, QFontMetricsF(font).tightBoundingRect("H").height() / _LARGE))
