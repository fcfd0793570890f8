"""What the processor paints itself looks the same however it came about."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage, QPainter

from kiosk.viewmodels.painters import OrnamentPainter
from kiosk.viewmodels.typefaces import load_ours

WIDTH, HEIGHT = 300, 90
GROUND = QColor("#14110f")


class Canvas(OrnamentPainter):
    """Keeps what is painted as Qt does: only where it was told that something is new."""

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
        self.image.fill(GROUND)
        self.new = []
        self.setSize(QSizeF(WIDTH, HEIGHT))
        self.family = "Source Serif Pro"
        self.color = QColor("white")

    def update(self, place):
        self.new.append(place)

    def frame(self):
        """Paints what is new; how many pixels that was."""
        painted = 0
        for place in self.new:
            painter = QPainter(self.image)
            painter.setClipRect(place)
            painter.fillRect(place, GROUND)
            self.paint(painter)
            painter.end()
            painted += place.width() * place.height()
        self.new = []
        return painted


@pytest.fixture(scope="module", autouse=True)
def typefaces(qapp):  # noqa: ARG001
    load_ours()


@settings(max_examples=20)
@given(st.lists(st.sampled_from(["1918", "1919", "1920", "1990", "12 May 1918", ""]), min_size=1))
def test_painted_as_if_anew(texts):
    """After any texts, also several in one frame, there is to see what the last alone gives."""
    canvas, fresh = Canvas(), Canvas()
    for number, text in enumerate(texts):
        canvas.text = text
        if number % 3:
            canvas.frame()
    canvas.frame()
    fresh.text = texts[-1]
    fresh.frame()
    assert canvas.image == fresh.image


def test_only_new_digits_are_painted():
    """From one year to the next the last digit is painted, which is a small part."""
    canvas = Canvas()
    canvas.text = "1918"
    whole = canvas.frame()
    canvas.text = "1919"
    assert 0 < canvas.frame() < whole / 3
