"""The list of a cluster's events."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.exhibit.dates.edtf import parse_date
from kiosk.viewmodels.cluster_list import ClusterList
from kiosk.viewmodels.translation import Translation


@pytest.fixture
def cluster(qapp, edition):  # noqa: ARG001
    parent = QObject()
    listed = ClusterList(parent)
    QAbstractItemModelTester(
        listed.rows, QAbstractItemModelTester.FailureReportingMode.Fatal, parent
    )
    listed.show(Translation(edition, "en"))
    yield listed
    parent.deleteLater()


def told(cluster, name):
    rows = cluster.rows
    (role,) = (role for role, called in rows.roleNames().items() if called.data() == name.encode())
    return [rows.data(rows.index(at, 0), role) for at in range(rows.rowCount())]


def test_language_changes_words_only(cluster, edition):
    events = edition.exhibit.events[:2]
    cluster.take(events)
    english = told(cluster, "title")
    cluster.show(Translation(edition, "lt"))
    assert told(cluster, "key") == [event.id for event in events]
    assert told(cluster, "title") != english


def test_what_is_gone_is_let_go(cluster, edition):
    """An edition without one of the events lists the others."""
    first, second = edition.exhibit.events[:2]
    cluster.take([first, second])
    left = replace(edition, exhibit=replace(edition.exhibit, events=(second,)))
    cluster.show(Translation(left, "en"))
    assert told(cluster, "key") == [second.id]
    assert cluster.count == 1


@pytest.mark.parametrize(
    ("dates", "words"),
    [
        (("1950-06-01", "1950-06-01"), "1 June 1950"),
        (("1950-06-01", "1950-06-02"), "1–2 June 1950"),
        (("1950-06-01T10:00", "1950-06-01T10:04"), "1 June 1950, 10:00–10:04"),
        (("1950-06-01T10:00", "1950-06-01T10:00"), "1 June 1950, 10:00"),
    ],
)
def test_it_says_when_all_of_it_was(cluster, edition, dates, words):
    events = [
        replace(event, date=parse_date(date))
        for event, date in zip(edition.exhibit.events, dates, strict=False)
    ]
    cluster.take(events)
    assert cluster.when == words
