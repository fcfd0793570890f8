"""Filtering by themes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.exhibit.model import Theme
from kiosk.viewmodels.themes import ThemesView
from kiosk.viewmodels.translation import Translation
from tests.viewmodels.conftest import both


@pytest.fixture
def themed(edition):
    """The edition with two themes: water has two events, stone one, and one has none."""
    themes = (
        Theme(id="water", title=both("Water", "Vanduo"), icon="tree"),
        Theme(id="stone", title=both("Stone", "Akmuo"), icon="stone.png"),
    )
    of = {"ferry": ("water",), "flood": ("water",), "bridge": ("stone",)}
    events = tuple(replace(event, themes=of.get(event.id, ())) for event in edition.exhibit.events)
    return replace(edition, exhibit=replace(edition.exhibit, themes=themes, events=events))


@pytest.fixture
def themes(qapp, themed):  # noqa: ARG001
    parent = QObject()
    view = ThemesView(parent)
    QAbstractItemModelTester(view.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, parent)
    view.show(Translation(themed, "en"))
    yield view
    parent.deleteLater()


def shown(themes, edition):
    events = edition.exhibit.events
    members = themes.members(events)
    return None if members is None else [events[at].id for at in members]


def test_all_are_shown_at_first(themes, themed):
    """With titles, signs and counts, and none chosen."""
    assert shown(themes, themed) is None
    assert [(row.title, row.sign, row.count) for row in themes.rows.rows] == [
        ("Water", "tree", 2),
        ("Stone", "", 1),
    ]
    assert themes.count == 2


def test_any_of_the_chosen(themes, themed):
    """Two chosen themes show the events of both; let go, all are there."""
    themes.toggle("water")
    assert shown(themes, themed) == ["ferry", "flood"]
    assert themes.chosenWords == "Water"
    themes.toggle("stone")
    assert shown(themes, themed) == ["ferry", "flood", "bridge"]
    themes.toggle("water")
    themes.toggle("stone")
    assert shown(themes, themed) is None


def test_each_change_is_told_once(themes):
    told = []
    themes.changed.connect(lambda: told.append(themes.chosenWords))
    themes.clear()
    themes.toggle("stone")
    themes.clear()
    assert told == ["Stone", ""]


def test_words_follow_the_language(themes, themed):
    themes.toggle("water")
    themes.show(Translation(themed, "lt"))
    assert themes.chosenWords == "Vanduo"


def test_a_theme_that_is_gone_is_let_go(themes, themed):
    """A new edition without it shows everything."""
    themes.toggle("water")
    later = replace(themed, exhibit=replace(themed.exhibit, themes=themed.exhibit.themes[1:]))
    themes.show(Translation(later, "en"))
    assert shown(themes, later) is None
