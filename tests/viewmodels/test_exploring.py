"""What there is to find in a picture."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, QPointF, QRectF

from kiosk.exhibit.model import Comparison, Hotspot, Region, Text
from kiosk.viewmodels.exploring import ExploringView
from kiosk.viewmodels.translation import Translation
from kiosk.viewmodels.viewer import ViewerView
from tests.viewmodels.conftest import both


@pytest.fixture
def media(edition):
    """A picture with two hotspots, a story of two parts and a second picture; then a film."""
    picture, *others = edition.exhibit.events[0].media
    told = replace(
        picture,
        hotspots=(
            Hotspot(x=0.25, y=0.5, title=both("The pier", "Prieplauka"), text=both("Old", "Sena")),
            Hotspot(x=1, y=0, title=Text({"lt": "Bokštas"})),
        ),
        zoom_story=(
            Region(x=0, y=0, width=0.5, height=0.25, text=both("Here.", "Čia.")),
            Region(x=0.5, y=0.5, width=0.5, height=0.5, title=both("Then", "Paskui")),
        ),
        compare=Comparison(file=picture.file, before=both("Then", "Tada"), after=Text({"": "Now"})),
    )
    return (told, *others)


@pytest.fixture
def viewer(qapp, edition, media):  # noqa: ARG001
    parent = QObject()
    view = ViewerView(parent)
    view.show(Translation(edition, "en"), ())
    view.step_into(media, 0)
    yield view
    parent.deleteLater()


@pytest.fixture
def exploring(viewer) -> ExploringView:
    return viewer.exploring


def note(exploring):
    return exploring.topic, exploring.number, exploring.title, exploring.text


def test_hotspots_where_they_belong(exploring):
    """In shares of the picture; a title that is not translated says so to those who listen."""
    first, second = exploring.hotspots
    assert first == {"x": 0.25, "y": 0.5, "title": "The pier"}
    assert (second["x"], second["y"]) == (1, 0)
    assert "Bokštas" in second["title"]
    assert second["title"] != "Bokštas"


def test_a_touch_opens_and_closes(exploring):
    """The note of the hotspot touched; another exchanges it; one that is not there does nothing."""
    exploring.touchHotspot(0)
    assert note(exploring) == ("hotspots", 0, "The pier", "Old")
    assert exploring.point == QPointF(0.25, 0.5)
    exploring.touchHotspot(1)
    assert note(exploring) == ("hotspots", 1, "Bokštas", "")
    assert exploring.mark == "LT"
    exploring.touchHotspot(7)
    assert exploring.number == 1
    exploring.touchHotspot(1)
    assert note(exploring) == ("", -1, "", "")


def test_story_from_part_to_part(exploring):
    """From the first to the last; after the last one sees the whole picture again."""
    exploring.tell()
    assert note(exploring) == ("story", 0, "", "Here.")
    assert exploring.region == QRectF(0, 0, 0.5, 0.25)
    exploring.step(-1)
    assert exploring.number == 0
    exploring.step(1)
    assert (exploring.number, exploring.count) == (1, 2)
    exploring.step(1)
    assert exploring.topic == ""
    assert exploring.region.isEmpty()


def test_second_picture(exploring):
    assert exploring.second.isLocalFile()
    assert (exploring.before, exploring.after) == ("Then", "Now")


def test_back_goes_one_level(viewer, exploring):
    """First the note closes, then the picture."""
    exploring.touchHotspot(0)
    viewer.back()
    assert (viewer.isOpen, exploring.topic) == (True, "")
    viewer.back()
    assert not viewer.isOpen


def test_another_medium_has_its_own(viewer, exploring):
    """Nothing is left of a note when one steps on, comes back or closes."""
    exploring.tell()
    viewer.step(1)
    assert note(exploring) == ("", -1, "", "")
    assert exploring.hotspots == []
    assert not exploring.hasStory
    assert exploring.second.isEmpty()
    assert (exploring.before, exploring.after) == ("", "")
    exploring.tell()
    assert exploring.topic == ""
    viewer.step(-1)
    exploring.tell()
    viewer.close()
    assert exploring.topic == ""


def test_language_keeps_the_note(viewer, exploring, edition, media):
    """And a new edition does, as long as it has it."""
    exploring.touchHotspot(1)
    viewer.show(Translation(edition, "lt"), media)
    assert note(exploring) == ("hotspots", 1, "Bokštas", "")
    assert exploring.mark == ""
    fewer = (replace(media[0], hotspots=media[0].hotspots[:1]), *media[1:])
    viewer.show(Translation(edition, "lt"), fewer)
    assert exploring.topic == ""
