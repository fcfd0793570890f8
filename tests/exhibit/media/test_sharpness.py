from __future__ import annotations

from kiosk.exhibit.dates.edtf import parse_date
from kiosk.exhibit.media.sharpness import Use, uses
from kiosk.exhibit.model import Attract, Event, Exhibit, Medium, MediumKind, Text, Timeline


def picture(*files: str) -> Medium:
    """A picture with one file for each of as many languages."""
    return Medium(kind=MediumKind.IMAGE, file=Text(dict(zip(("lt", "en"), files, strict=False))))


def test_the_most_demanding_use_counts() -> None:
    """A picture on the attract screen has to fill it, wherever else it is shown."""
    film = Medium(kind=MediumKind.VIDEO, file=Text({"": "film.mp4"}), poster="poster.jpg")
    event = Event(
        id="one",
        date=parse_date("1990"),
        title=Text({"": "One"}),
        hero=picture("hero.lt.jpg", "hero.en.jpg"),
        media=(picture("hero.lt.jpg", "hero.en.jpg"), picture("plan.png"), picture("a.jpg"), film),
    )
    exhibit = Exhibit(
        title=Text({"": "Test"}),
        languages=("lt", "en"),
        timeline=Timeline(start=0, end=365),
        attract=Attract(media=(picture("a.jpg"), film)),
        events=(event,),
    )
    assert uses(exhibit) == {
        "hero.lt.jpg": Use.HERO,
        "hero.en.jpg": Use.HERO,
        "plan.png": Use.FIGURE,
        "a.jpg": Use.ATTRACT,
    }
