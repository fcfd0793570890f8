"""The QR code at the end of an article, read as a phone would read it."""

from __future__ import annotations

from collections.abc import Callable
from math import hypot

import pytest
import segno
import zxingcpp
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QImage

from tests.gui.small_exhibit import STONE
from tests.gui.stage import Stage, Thing

LEAST_MM = 30.0
QUIET_MODULES = 4
DARK = 100


def to_the_end(stage: Stage) -> None:
    pages = stage.window.findChild(QObject, "pages")
    pages.setProperty("contentY", pages.property("contentHeight") - pages.property("height"))
    stage.rest()


def code(stage: Stage) -> Thing:
    graphics = stage.things(QAccessible.Role.Graphic)
    return next(thing for thing in graphics if "bridges.example" in thing.name)


def grey(image: QImage) -> memoryview:
    """Rows of brightness, 0 to 255."""
    flat = image.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = bytes(flat.constBits())
    return memoryview(pixels).cast("B", (flat.height(), flat.bytesPerLine()))


def read(image: QImage) -> list[str]:
    """The texts of all codes in a picture."""
    found = zxingcpp.read_barcodes(grey(image), formats=zxingcpp.BarcodeFormat.QRCode)
    return [barcode.text for barcode in found]


def dark_square(image: QImage) -> QRect:
    """The smallest rectangle with everything dark in it."""
    pixels = grey(image)
    across, down = range(image.width()), range(image.height())
    columns = [x for x in across if any(pixels[y, x] < DARK for y in down)]
    rows = [y for y in down if any(pixels[y, x] < DARK for x in across)]
    return QRect(QPoint(columns[0], rows[0]), QPoint(columns[-1], rows[-1]))


@pytest.mark.parametrize("size", [(1280, 720), (1080, 1920)], ids=str)
def test_phone_reads_the_address_in_each_language(
    open_stage: Callable[..., Stage], size: tuple[int, int]
) -> None:
    """What is on the screen leads to the event in the visitor's language; words say the same."""
    stage = open_stage(window_size=size)
    stage.begin()
    stage.open(STONE)
    for language in ("en", "lt"):
        stage.view.speak(language)
        to_the_end(stage)
        address = f"bridges.example/{STONE}?lang={language}"
        assert read(stage.picture()) == [f"https://www.{address}"]
        assert stage.the(address, QAccessible.Role.StaticText)
        assert code(stage).name.endswith(address)


def test_code_is_large_and_has_air_around_it(stage: Stage) -> None:
    """At least 30 mm on the real screen, four light modules on each side, also in large text."""
    stage.begin()
    stage.open(STONE)
    diagonal = hypot(stage.window.width(), stage.window.height())
    pixels_per_mm = diagonal / float(stage.window.property("diagonalMm"))
    for _ in range(3):
        to_the_end(stage)
        place = stage.seen(code(stage))
        assert place == code(stage).place
        picture = stage.picture(place)
        dark = dark_square(picture)
        modules = segno.make_qr(read(picture)[0], error="m").symbol_size(border=0)[0]
        # On a place between two pixels one edge may fall to either side.
        assert dark.width() == pytest.approx(dark.height(), abs=1)
        assert dark.width() / pixels_per_mm >= LEAST_MM
        quiet = QUIET_MODULES * dark.width() / modules - 1
        assert min(dark.x(), dark.y(), picture.width() - dark.right() - 1) >= quiet
        assert picture.pixelColor(1, 1).lightness() > 180
        stage.view.nextTextStep()
        stage.rest()
