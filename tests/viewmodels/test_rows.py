"""The list model tells views of what changed and of nothing else."""

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtTest import QAbstractItemModelTester

from kiosk.viewmodels.rows import RowModel, camel_case


@dataclass(frozen=True)
class Letter:
    key: str
    end_unit: float = 0.0


@pytest.fixture(params=[False, True], ids=["kept", "recycled"])
def model(qapp, request):  # noqa: ARG001  (Qt's model tester needs an application)
    parent = QObject()
    model = RowModel(Letter, parent, recycles=request.param)
    model.tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, parent
    )
    yield model
    parent.deleteLater()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.sampled_from("abcdefgh"), unique=True), max_size=6), st.floats(0, 1))
def test_show_ends_with_the_rows_it_was_given(model, steps, unit):
    """Whatever was there before, in whatever order, Qt's own model tester finds no fault."""
    for keys in steps:
        rows = [Letter(key, unit) for key in keys]
        model.show(rows)
        assert list(model.rows) == rows


def test_rows_that_stay_are_not_touched(model):
    """A row that is the same before and after causes no signal."""
    model.show([Letter("a"), Letter("c")])
    inserted, changed = [], []
    model.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    model.dataChanged.connect(lambda first, _last, _roles: changed.append(first.row()))
    model.show([Letter("a"), Letter("b"), Letter("c", 0.5)])
    assert inserted == [(1, 1)]
    assert changed == [2]


def test_recycled_rows_keep_their_place(qapp):  # noqa: ARG001
    """What goes is handed on to what comes in the same place; only the rest comes and goes."""
    parent = QObject()
    model = RowModel(Letter, parent, recycles=True)
    model.show([Letter("a"), Letter("b"), Letter("c"), Letter("d"), Letter("e")])
    happened = []
    model.rowsInserted.connect(lambda _parent, first, _last: happened.append(("in", first)))
    model.rowsRemoved.connect(lambda _parent, first, _last: happened.append(("out", first)))
    model.dataChanged.connect(lambda first, _last, _roles: happened.append(("new", first.row())))
    model.show([Letter("x"), Letter("c"), Letter("y"), Letter("z"), Letter("w")])
    assert happened == [("out", 1), ("in", 4), ("new", 0), ("new", 2), ("new", 3)]
    parent.deleteLater()


def test_roles_are_named_for_qml(model):
    """Fields become roles in camel case."""
    assert {bytes(name) for name in model.roleNames().values()} == {b"key", b"endUnit"}
    assert camel_case("key") == "key"
