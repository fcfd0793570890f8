"""What is remarked on single events."""

from __future__ import annotations

import pytest

from kiosk.exhibit.reader import read_exhibit
from tests.exhibit.readings import E, Files, Write

MEDIUM = "{file: a.png, alt: x, credit: x, rights: x}"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("era: later\n", [(3, 6, "outside-era")]),
        ("era: first\n", []),
        (f"media:\n  - {MEDIUM}\n  - {MEDIUM}\n", [(5, 12, "listed-twice")]),
        (f"media: [{MEDIUM}]\nhero: a.png\n", []),
        ("related: [b, a]\n", [(3, 14, "related-to-itself")]),
        ("lane: nowhere\nrelated: [b, a]\n", [(3, 7, "unknown-lane")]),
    ],
)
def test_remarks_have_their_place(
    content: Write, good: Files, png: bytes, more: str, expected: list[tuple[int, int, str]]
) -> None:
    """Each is a warning where it is written; an event with errors hears of those first."""
    good[E] += more
    if "a.png" in more:
        good["events/a/a.png"] = png
    good["events/b/event.yaml"] = "date: 1950\ntitle: x\n"
    reading = read_exhibit(content(good))
    assert [(p.line, p.column, p.code) for p in reading.problems if p.path == E] == expected


def test_an_event_before_its_era(content: Write, good: Files) -> None:
    """The remark says on which side it lies."""
    good[E] = good[E].replace("1940-06-15", "1939") + "era: first\n"
    (problem,) = read_exhibit(content(good)).problems
    assert problem.message == "The event is earlier than its era “first”."
