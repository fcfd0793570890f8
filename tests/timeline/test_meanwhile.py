from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.dates.edtf import parse_date
from kiosk.exhibit.model import Event, Text
from kiosk.timeline.meanwhile import MOST, meanwhile


def event(name: str, date: str, lane: str | None, importance: int = 2) -> Event:
    return Event(id=name, date=parse_date(date), title=Text({}), lane=lane, importance=importance)


def ids(events) -> list[str]:
    return [event.id for event in events]


def test_nearest():
    """The nearest of other lanes, a span that goes on at the time among them, in time's order."""
    events = [
        event("first", "1900", "home"),
        event("war", "1939-09/1945-05", "world"),
        event("ultimatum", "1940-06-14", "home"),
        event("paris", "1940-06-14", "world"),
        event("pole", "1940-06-20", "world"),
        event("late", "1941-06-20", "world"),
        event("moon", "1969-07-20", "world"),
    ]
    assert ids(meanwhile(events[2], events)) == ["war", "paris", "pole"]
    assert ids(meanwhile(events[2], events, ["paris"])) == ["war", "pole", "late"]
    assert ids(meanwhile(events[0], events)) == []


def test_importance():
    """Of those equally near the important ones are taken."""
    others = [event(f"e{n}", "1940-06-14", "world", 4 - n % 4) for n in range(8)]
    here = event("here", "1940-06-14", "home")
    assert ids(meanwhile(here, [here, *others])) == ["e2", "e3", "e7"]


def test_without_lane():
    """Without lanes there is no elsewhere."""
    events = [event("a", "1940", None), event("b", "1940", "world"), event("c", "1940", None)]
    assert meanwhile(events[0], events) == []
    assert meanwhile(events[1], events) == []


@given(
    st.lists(
        st.tuples(st.integers(1900, 1999), st.sampled_from(["a", "b", None]), st.integers(1, 4)),
        min_size=1,
        max_size=40,
    )
)
def test_any(found):
    """Never the event itself or its own lane, never more than fit, always in time's order."""
    events = [
        event(f"e{n}", str(year), lane, importance)
        for n, (year, lane, importance) in enumerate(sorted(found, key=lambda one: one[0]))
    ]
    for one in events:
        others = meanwhile(one, events)
        assert len(others) <= MOST
        assert one.id not in ids(others)
        assert all(other.lane not in (None, one.lane) for other in others)
        starts = [other.date.start for other in others]
        assert starts == sorted(starts)
