"""The timeline's window of rows."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.viewmodels.timeline import TimelineView
from kiosk.viewmodels.translation import Translation

WIDTH = 1200.0


@pytest.fixture
def timeline(qapp, edition):  # noqa: ARG001
    parent = QObject()
    view = TimelineView(parent)
    for model in (view.cards, view.dots, view.spans, view.ticks, view.eras):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, parent)
    view.show(Translation(edition, "en"))
    view.arrange(200, 180, 40, 12, [2, 1], 80, WIDTH, WIDTH)
    view.look(0.5, WIDTH)
    yield view
    parent.deleteLater()


def shown(timeline):
    cards = {row.event for row in timeline.cards.rows}
    return cards | {row.event for row in timeline.dots.rows if row.event}


def test_everything_is_there_at_home(timeline):
    assert timeline.count == 4
    assert shown(timeline) == {"ferry", "flood", "bridge", "voices"}
    assert [row.title for row in timeline.eras.rows] == ["Long ago"]
    assert [row.key for row in timeline.spans.rows] == ["ferry", "flood", "bridge", "voices"]
    assert timeline.ticks.rowCount() > 3


def test_only_what_is_near_is_loaded(timeline):
    """Zoomed in at one end, the other end is not there."""
    timeline.look(timeline.unitOf("ferry"), WIDTH * 40)
    assert shown(timeline) == {"ferry"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.floats(0, 1), st.floats(1, 2000))
def test_a_view_is_valid_for_itself(timeline, centre, zoom):
    """Right after asking nothing needs to be asked again, and the year reaches around it."""
    length = WIDTH * zoom
    timeline.look(centre, length)
    assert timeline.validFirst < centre < timeline.validLast
    assert timeline.validShort <= length < timeline.validLong
    assert timeline.yearFirst <= centre <= timeline.yearLast
    assert timeline.anchor == centre


def test_language_changes_words_only(timeline, edition):
    """Same marks at the same places, in other words."""
    before = [(row.key, row.unit, row.row) for row in timeline.cards.rows]
    timeline.show(Translation(edition, "lt"))
    assert [(row.key, row.unit, row.row) for row in timeline.cards.rows] == before
    assert {row.title[:4] for row in timeline.cards.rows} == {"Tai "}
    assert [(row.title, row.when) for row in timeline.eras.rows] == [("Seniai", "1900–1949 m.")]


def test_nearest_walks_through_all_events(timeline):
    """From before the first to behind the last and back."""
    walked, centre = [], 0.0
    while (event := timeline.nearest(centre, 1)) != "":
        walked.append(event)
        centre = timeline.unitOf(event)
    assert walked == ["ferry", "flood", "bridge", "voices"]
    assert timeline.nearest(centre, -1) == "bridge"
    assert timeline.nearest(0.0, -1) == ""


def test_unknown_event_has_no_place(timeline):
    assert timeline.unitOf("nobody") == -1


def test_year_is_named_and_lasts(timeline):
    """QML asks again only when the year is left."""
    unit = timeline.unitOf("flood")
    timeline.passYear(unit)
    assert timeline.year == "1920"
    assert timeline.yearFirst <= unit < timeline.yearLast
    timeline.passYear(timeline.yearLast + 1e-9)
    assert timeline.year == "1921"


def test_soft_ends_of_uncertain_dates(timeline):
    """An exact span has hard ends; an approximate year is a bar of its own with soft ones."""
    bars = {row.key: row for row in timeline.spans.rows}
    assert (bars["bridge"].soft_start, bars["bridge"].soft_end) == (False, False)
    assert (bars["voices"].soft_start, bars["voices"].soft_end) == (True, True)
    assert all(bar.unit < bar.end_unit for bar in bars.values())


def test_nothing_before_qml_has_spoken(qapp, edition):  # noqa: ARG001
    """Without sizes there is no layout, and no error either."""
    parent = QObject()
    view = TimelineView(parent)
    view.look(0.5, 1000)
    view.show(Translation(edition, "en"))
    view.look(0.5, 1000)
    view.arrange(200, 180, 40, 12, [2, 1], 80, 0, 1)
    assert view.cards.rowCount() == 0
    parent.deleteLater()
