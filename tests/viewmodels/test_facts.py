"""What is known of an event beside its article."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.exhibit.model import Lane, Place, TakeAway, Theme
from kiosk.viewmodels.facts import FactsView, Spot
from kiosk.viewmodels.translation import Translation
from tests.viewmodels.conftest import both

MAP = "events/ferry/map.png"


@pytest.fixture
def settled(edition):
    """The edition with a lane, themes, places and an address to take home."""
    exhibit = edition.exhibit
    more = {
        "ferry": {
            "lane": "town",
            "themes": ("water", "work", "nothing"),
            "place": Place(name=both("The ford", "Brasta"), lat=-54.6872, lon=25.3),
        },
        "voices": {"draft": True, "place": Place(name=both("The bank", "Krantas"))},
    }
    exhibit = replace(
        exhibit,
        events=tuple(replace(event, **more.get(event.id, {})) for event in exhibit.events),
        lanes=(Lane(id="town", title=both("The town", "Miestas")),),
        themes=(
            Theme(id="work", title=both("Work", "Darbas"), icon="people"),
            Theme(id="water", title=both("Water", "Vanduo"), icon=MAP),
        ),
        take_away=TakeAway(url="https://www.m.example/{language}/{id}/"),
    )
    return replace(edition, exhibit=exhibit)


@pytest.fixture
def facts(qapp):  # noqa: ARG001
    parent = QObject()
    view = FactsView(parent)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    QAbstractItemModelTester(view.topics, mode, parent)
    yield view
    parent.deleteLater()


def show(facts, edition, event, language="en"):
    translation = Translation(edition, language)
    facts.show(translation, translation.event(event))


def test_lane_and_themes_in_the_curators_order(facts, settled):
    """The lane first, then the event's themes with our icon or the exhibit's own."""
    show(facts, settled, "ferry", "lt")
    rows = facts.topics.rows
    assert [row.title for row in rows] == ["Miestas", "Vanduo", "Darbas"]
    assert [row.icon for row in rows] == ["", "", "people"]
    assert rows[1].picture.isLocalFile()
    assert facts.topicWords == "Miestas, Vanduo, Darbas"


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "54.69° S, 25.30° E"), ("lt", "54,69° p. pl., 25,30° r. ilg.")],
)
def test_coordinates_as_the_language_has_them(facts, settled, language, words):
    show(facts, settled, "ferry", language)
    assert facts.coordinates == words


def test_place_may_have_no_coordinates(facts, settled):
    show(facts, settled, "voices")
    assert (facts.place, facts.coordinates) == ("The bank", "")


def test_address_follows_event_and_language(facts, settled):
    """What one reads under the code is what is in it, without what nobody says."""
    show(facts, settled, "ferry")
    english = facts.codeOutline
    assert facts.address == "m.example/en/ferry"
    show(facts, settled, "ferry", "lt")
    assert facts.address == "m.example/lt/ferry"
    assert facts.codeOutline not in ("", english)


def test_era_and_its_summary(facts, settled):
    show(facts, settled, "ferry")
    assert (facts.eraTitle, facts.eraSummary) == ("Long ago", "")


def test_draft_is_known(facts, settled):
    show(facts, settled, "voices")
    assert facts.draft
    show(facts, settled, "ferry")
    assert not facts.draft


def test_nothing_open_nothing_said(facts, settled, edition):
    """Without an event, or in an exhibit without these keys, everything is empty."""
    show(facts, settled, "ferry")
    facts.show(None, None)
    assert facts.topics.rowCount() == 0
    show(facts, edition, "bridge")
    empty = (facts.topicWords, facts.place, facts.coordinates, facts.address, facts.codeOutline)
    assert empty == ("",) * 5
    assert facts.eraTitle == ""
    assert facts.codeModules == 0


def test_spots_on_the_map(facts, settled):
    """Every place with coordinates once, in the visitor's language; none without."""
    show(facts, settled, "ferry")
    assert facts.spot == Spot("The ford", (25.3, -54.6872))
    assert facts.spots == (facts.spot,)
    show(facts, settled, "voices", "lt")
    assert facts.spot is None
    assert [spot.name for spot in facts.spots] == ["Brasta"]
