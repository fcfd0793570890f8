"""Films that are too much for a kiosk, and what does not keep in step with them."""

from __future__ import annotations

import pytest

from kiosk.exhibit.model import Medium, MediumKind, Text
from kiosk.station.decoding import MediaFacts
from kiosk.station.film_checks import film_warnings


def film(width: int = 1280, height: int = 720, rate: float = 25, seconds: int = 60) -> MediaFacts:
    return MediaFacts(
        kind=MediumKind.VIDEO, width=width, height=height, rate=rate, duration_ms=seconds * 1000
    )


FILM = Medium(
    kind=MediumKind.VIDEO,
    file=Text({"": "a.mp4"}),
    sign_language="signed.webm",
    audio_description={"lt": "a.ogg", "en": "a.ogg"},
)


@pytest.mark.parametrize(
    ("facts", "named"),
    [
        (film(1920, 1080, 29.97), False),
        (film(1080, 1920, 30), False),
        (film(1920, 1080, 0), False),
        (film(1920, 1080, 50), True),
        (film(1280, 720, 60), False),
        (film(3840, 2160, 25), True),
        (film(3840, 2160, 0), True),
    ],
)
def test_films_that_would_jerk(facts: MediaFacts, named: bool) -> None:
    """Size and pictures a second count together, upright or not."""
    found = list(film_warnings(iter([FILM, FILM]), {"a.mp4": facts}))
    assert [problem.code for problem in found] == ["film-too-large"] * named
    assert all(f"{facts.width} × {facts.height}" in problem.message for problem in found)


def test_what_goes_along_is_as_long() -> None:
    """Some seconds do not matter; another film's voice is named, once for both languages."""
    along = {"a.mp4": film(), "signed.webm": film(seconds=62), "a.ogg": film(seconds=59)}
    assert list(film_warnings(iter([FILM]), along)) == []
    along["a.ogg"] = film(seconds=95)
    (problem,) = film_warnings(iter([FILM]), along)
    assert (problem.path, problem.code) == ("a.ogg", "out-of-step")
    assert "1:35" in problem.message
    assert "1:00" in problem.message
