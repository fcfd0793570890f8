"""What `kiosk check` believes to have room, against Qt's own layout."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine
from PySide6.QtQuick import QQuickItem

import kiosk
from kiosk.exhibit.screen.rooms import TITLE, cut_in
from kiosk.viewmodels.typefaces import load_ours

SCREEN = b"""
import QtQuick
import Kiosk

Item {
    required property size screen
    required property real pixelsPerMm
    property alias title: words.text
    readonly property bool cut: words.truncated
    readonly property real room: words.width / words.font.pixelSize

    TimelineSizes {
        id: sizes
        height: 600
        eraRows: 1
        laneCounts: []
    }

    PlainText {
        id: words

        width: sizes.cardWidth - Theme.stem - Theme.gap / 2
        font.family: Theme.serif
        font.weight: Font.DemiBold
        font.pixelSize: Theme.body
        lineHeight: 0.96
        maximumLineCount: 2
        elide: Text.ElideRight
    }

    Component.onCompleted: {
        Theme.textStep = 2;
        Theme.shortSide = Math.min(screen.width, screen.height);
        Theme.pixelsPerMm = pixelsPerMm;
    }
}
"""

TITLES = (
    "The night of the ultimatum",
    "Vilnius returns, and Soviet bases come in",
    "Vilnius grįžta, ateina sovietų įgulos",
    "The ‘People’s Seimas’ and annexation",
    "The great deportations, 1948–51",
    "Sausio 13-oji prie televizijos bokšto ir Seimo",
    "The Molotov–Ribbentrop Pact and its secret protocol",
    "Nepriklausomybės atkūrimo akto signatarai",
)


@pytest.fixture(params=[(1280, 720, 24), (1080, 1920, 24), (3840, 2160, 24), (1920, 1080, 55)])
def screen(request: pytest.FixtureRequest, qapp: QGuiApplication) -> Iterator[QQuickItem]:
    """A card's title on a screen of that size."""
    width, height, inches = request.param
    del qapp
    load_ours()
    engine = QQmlEngine()
    engine.addImportPath(str(Path(kiosk.__file__).parent / "qml"))
    component = QQmlComponent(engine)
    component.setData(SCREEN, QUrl())
    per_mm = hypot(width, height) / (inches * 25.4)
    item = component.createWithInitialProperties(
        {"screen": {"width": width, "height": height}, "pixelsPerMm": per_mm}
    )
    assert isinstance(item, QQuickItem), component.errorString()
    yield item
    item.deleteLater()


def test_titles_that_pass_are_whole_on_the_screen(screen: QQuickItem) -> None:
    """Sizes are rounded to pixels, so a small screen may have a little more room, never less."""
    assert 0.995 < screen.property("room") / TITLE.width < 1.03
    warned = set()
    for title in TITLES:
        screen.setProperty("title", title)
        if cut_in(TITLE, title) is None:
            assert not screen.property("cut"), title
        else:
            warned.add(title)
            assert screen.property("cut"), title
    assert 0 < len(warned) < len(TITLES)
