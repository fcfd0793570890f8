"""Rows that leave."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QObject
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.viewmodels.fading import Fading
from kiosk.viewmodels.rows import RowModel


@dataclass(frozen=True)
class Letter:
    key: str
    leaving: bool = False


@pytest.fixture
def parent(qapp):  # noqa: ARG001
    kept = QObject()
    yield kept
    kept.deleteLater()


def test_what_leaves_stays_beside_its_neighbour(parent, qtbot):
    """For a moment, where it was; what comes back meanwhile never left."""
    model = RowModel(Letter, parent)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, parent)
    fading = Fading(model, parent, at_once=2)

    def show(letters):
        fading.show([Letter(one) for one in letters], lambda row: replace(row, leaving=True))

    def told():
        return "".join(f"({row.key})" if row.leaving else row.key for row in model.rows)

    show("abcd")
    assert told() == "abcd"
    show("bxd")
    assert told() == "(a)b(c)xd"
    show("abxd")
    assert "(a)" not in told()
    assert [row.key for row in fading.staying] == list("abxd")
    qtbot.waitUntil(lambda: told() == "abxd")


def test_what_is_out_of_view_is_gone_at_once(parent):
    model = RowModel(Letter, parent)
    fading = Fading(model, parent, at_once=2)
    fading.show([Letter("a"), Letter("b")], lambda _: None)
    fading.show([Letter("b")], lambda _: None)
    assert [row.key for row in model.rows] == ["b"]


def test_many_come_little_by_little(parent, qtbot):
    """Beside what stays only so many at once; but all where nothing stays."""
    model = RowModel(Letter, parent)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, parent)
    fading = Fading(model, parent, at_once=2)

    def show(letters):
        fading.show([Letter(one) for one in letters], lambda row: replace(row, leaving=True))

    def told():
        return "".join(row.key for row in model.rows if not row.leaving)

    show("acegi")
    assert told() == "acegi"
    show("abcdefghi")
    assert told() == "abcdegi"
    qtbot.waitUntil(lambda: told() == "abcdefghi")
    show("abcdefghi" + "klmno")
    show("bcd")
    assert told() == "bcd"
    qtbot.wait(60)
    assert told() == "bcd"
