from __future__ import annotations

import pytest

from kiosk.exhibit.model import Comparison, Hotspot, Medium, Region, Text
from kiosk.exhibit.reader import Reading, read_exhibit
from tests.exhibit.readings import E, Files, Write, errors, exhibit_of, warnings

PICTURE = """media:
  - file: p.png
    alt: x
    credit: x
    rights: CC0-1.0
"""


def medium_of(reading: Reading) -> Medium:
    """The first medium of the only event."""
    return exhibit_of(reading).events[0].media[0]


def read(content: Write, good: Files, png: bytes, more: str) -> Reading:
    good[E] += PICTURE + more
    return read_exhibit(content({**good, "events/a/p.png": png, "events/a/q.png": png}))


def test_hotspots(content: Write, good: Files, png: bytes) -> None:
    """Points in per cent, each with its words."""
    reading = read(
        content,
        good,
        png,
        """    hotspots:
      - {x: 42, y: 31.5, title: {lt: Laikrodis, en: The clock}, text: It stopped.}
      - {x: 0, y: 100, title: A corner}
""",
    )
    assert errors(reading) == []
    assert medium_of(reading).hotspots == (
        Hotspot(
            x=0.42,
            y=0.315,
            title=Text({"lt": "Laikrodis", "en": "The clock"}),
            text=Text({"": "It stopped."}),
        ),
        Hotspot(x=0, y=1, title=Text({"": "A corner"})),
    )


def test_zoom_story(content: Write, good: Files, png: bytes) -> None:
    """Parts in order; one that reaches out of the picture is named and cut."""
    reading = read(
        content,
        good,
        png,
        """    zoom_story:
      - {x: 10, y: 20, width: 30, height: 25, text: {lt: Čia, en: Here}}
      - {x: 80, y: 0, width: 30, height: 100, title: The edge, text: There}
""",
    )
    assert errors(reading) == []
    assert "outside-picture" in warnings(reading)
    first, second = medium_of(reading).zoom_story
    assert first == Region(
        x=0.1, y=0.2, width=0.3, height=0.25, text=Text({"lt": "Čia", "en": "Here"})
    )
    assert (second.x, second.width, second.height) == (0.8, pytest.approx(0.2), 1)


def test_compare(content: Write, good: Files, png: bytes) -> None:
    """The second picture counts as used, and is looked for like any other."""
    words = "before: {lt: 1939 m., en: '1939'}, after: Today"
    reading = read(content, good, png, f"    compare: {{file: q.png, {words}}}\n")
    assert errors(reading) == []
    assert "unused-file" not in warnings(reading)
    assert medium_of(reading).compare == Comparison(
        file=Text({"": "events/a/q.png"}),
        before=Text({"lt": "1939 m.", "en": "1939"}),
        after=Text({"": "Today"}),
    )


def test_missing_second_picture(content: Write, good: Files, png: bytes) -> None:
    """Then there is nothing to compare, and the first is shown as ever."""
    reading = read(content, good, png, "    compare: {file: r.png}\n")
    assert errors(reading) == ["missing-file"]
    assert medium_of(reading).compare is None


@pytest.mark.parametrize(
    ("more", "code", "hint"),
    [
        ("hotspots: [{x: 101, y: 3, title: x}]", "bad-number", "At most 100."),
        ("hotspots: [{x: 3, y: 50%, title: x}]", "bad-number", "Write the number alone: 50"),
        ("hotspots: [{x: 3, title: x}]", "missing-key", "Write for example “y: 31”."),
        ("hotspots: [{x: 3, y: 3, titel: x}]", "unknown-key", "Did you mean “title”?"),
        (
            "zoom_story: [{x: 3, y: 3, width: 0, height: 5, text: x}]",
            "bad-number",
            "More than 0.",
        ),
        ("zoom_story: [{x: 100, y: 3, width: 1, height: 5, text: x}]", "bad-number", "Less than"),
        ("zoom_story: [{x: 3, y: 3, width: 5, text: x}]", "missing-key", "“height: 25”"),
        ("compare: q.png", "wrong-type", "Write {file: q.png}."),
    ],
)
def test_mistakes(content: Write, good: Files, png: bytes, more: str, code: str, hint: str) -> None:
    """Each is named with what to write instead."""
    reading = read(content, good, png, f"    {more}\n")
    assert code in errors(reading)
    assert any(hint in problem.hint for problem in reading.problems if problem.code == code)


@pytest.mark.parametrize(
    "more", ["hotspots: [{x: 3, y: 3, title: x}]", "compare: {file: ../a/p.png}"]
)
def test_only_for_pictures(content: Write, good: Files, webm: bytes, png: bytes, more: str) -> None:
    """A film has no points to touch."""
    good[E] += f"media: [{{file: f.webm, {more.replace('../a/', '')}}}]\n"
    reading = read_exhibit(content({**good, "events/a/f.webm": webm, "events/a/p.png": png}))
    assert errors(reading) == []
    assert "only-for-pictures" in warnings(reading)
