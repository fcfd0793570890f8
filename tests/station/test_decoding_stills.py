"""Stills from all along a film, and the peaks of a sound."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from kiosk.exhibit.model import MediumKind
from kiosk.station.decoding import PEAKS, STILLS, STILLS_ACROSS, Decoder, MediaFacts
from kiosk.station.decoding_peaks import PEAKS as PARTS
from kiosk.station.decoding_peaks import scaled
from kiosk.station.decoding_stills import MOST, by_halves, count_of, write_stills


@pytest.fixture(scope="module")
def decoder() -> Iterator[Decoder]:
    with Decoder(time_limit=20) as decoder:
        yield decoder


def test_a_film_has_a_still_for_each_second(decoder: Decoder, shelf: Path, tmp_path: Path) -> None:
    """Side by side in one picture, in the film's proportions."""
    facts = decoder.decode(shelf / "film.mp4", MediumKind.VIDEO, {STILLS: tmp_path / "stills"})
    assert isinstance(facts, MediaFacts)
    assert facts.stills == 2
    assert facts.rate > 0
    assert facts.codec == "MotionJPEG"
    sheet = QImage(str(tmp_path / facts.previews[STILLS]))
    assert (sheet.width(), sheet.height()) == (240 * STILLS_ACROSS, 180)
    assert sheet.pixelColor(120, 90) != QColor("black")


def test_a_sound_has_peaks(decoder: Decoder, shelf: Path, tmp_path: Path) -> None:
    """As many as fit on a screen; without a place to write to there are none."""
    facts = decoder.decode(shelf / "sound.wav", MediumKind.AUDIO, {PEAKS: tmp_path / "peaks"})
    assert isinstance(facts, MediaFacts)
    peaks = (tmp_path / facts.previews[PEAKS]).read_bytes()
    assert len(peaks) == PARTS
    assert max(peaks) == 255
    facts = decoder.decode(shelf / "sound.wav", MediumKind.AUDIO, {})
    assert isinstance(facts, MediaFacts)
    assert facts.previews == {}


@given(st.integers(0, 300))
def test_halves_come_to_every_place_once(count: int) -> None:
    """However soon one stops, what has come is spread over the whole film."""
    order = list(by_halves(count))
    assert sorted(order) == list(range(count))
    if count >= 4:
        assert max(order[:4]) >= count // 2


@given(st.integers(0, 10**8))
def test_stills_are_apart(duration: int) -> None:
    """A second at least, and never more of them than the screen needs."""
    count = count_of(duration)
    assert count <= MOST
    assert count == 0 or duration / count >= 1000


def test_a_still_that_does_not_come_is_like_its_neighbour(tmp_path: Path, qapp: object) -> None:
    """A film that can hardly be sought in shows what there is; one without any shows nothing."""
    del qapp
    red = QImage(QSize(320, 180), QImage.Format.Format_RGB32)
    red.fill(QColor("red"))

    def only_the_first(share: float, _seconds: float) -> QImage | None:
        return red if share < 0.1 else None

    written = write_stills(only_the_first, red.size(), 10_000, tmp_path / "stills")
    assert written == ("stills.jpg", 10)
    sheet = QImage(str(tmp_path / "stills.jpg"))
    assert sheet.pixelColor(240 + 120, 135 + 60).red() > 200
    assert write_stills(lambda *_: None, red.size(), 10_000, tmp_path / "none") is None


@given(st.lists(st.integers(0, 32768), min_size=PARTS, max_size=3 * PARTS))
def test_the_loudest_reaches_the_top(moments: list[int]) -> None:
    """And silence stays silence."""
    peaks = scaled(array("i", moments))
    assert len(peaks) == PARTS
    assert max(peaks) == (255 if any(moments) else 0)
