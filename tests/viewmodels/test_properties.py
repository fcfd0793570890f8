"""What QML reads either never changes or says so when it does."""

import pytest
from PySide6.QtCore import QObject

from kiosk.viewmodels.article import ArticleView
from kiosk.viewmodels.kiosk import KioskView
from kiosk.viewmodels.painters import FilmPainter, OrnamentPainter
from kiosk.viewmodels.problems import ProblemsView
from kiosk.viewmodels.timeline import TimelineView
from kiosk.viewmodels.viewer import ViewerView


@pytest.mark.parametrize(
    "view",
    [
        ArticleView,
        FilmPainter,
        KioskView,
        OrnamentPainter,
        ProblemsView,
        TimelineView,
        ViewerView,
    ],
)
def test_every_property_is_constant_or_announced(view):
    """A property with neither would leave bindings showing what was true before."""
    declared = view.staticMetaObject
    own = range(declared.propertyOffset(), declared.propertyCount())
    silent = [
        declared.property(number).name()
        for number in own
        if not declared.property(number).isConstant()
        and not declared.property(number).hasNotifySignal()
    ]
    assert issubclass(view, QObject)
    assert silent == []
