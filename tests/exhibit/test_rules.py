from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.dates.edtf import day_number, parse_date
from kiosk.exhibit.model import Era, Text
from kiosk.exhibit.rules import (
    Frame,
    check_exhibit,
    check_reference,
    contrast,
    era_of,
    frame_of,
    outside,
    read_timeline,
    timeline_over,
)
from kiosk.exhibit.wording import slug_for
from kiosk.exhibit.yamlfile.sources import ExhibitSource, TimelineSource
from kiosk.exhibit.yamlfile.tree import Scalar, parse_yaml, plain_data


def era(name: str, start: str, end: str) -> Era:
    """An era without words."""
    return Era(id=name, date=parse_date(f"{start}/{end}"), title=Text({"": name}))


ERAS = (
    era("war", "1940", "1945"),
    era("first", "1940-06", "1941-06"),
    era("since", "1990", ".."),
)


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("1940-06-01", "first"),
        ("1941-06-30", "first"),
        ("1941-07-01", "war"),
        ("1945-12-31T23:59", "war"),
        ("1946", None),
        ("1940", "war"),
        ("1940-03/1940-07", "war"),
        ("2500", "since"),
        ("1939", None),
    ],
)
def test_the_latest_starting_era_holds_the_first_day(date: str, expected: str | None) -> None:
    """Ends are inclusive at their precision; of two eras the later one counts."""
    assert era_of(parse_date(date), ERAS) == expected


def test_contrast_of_black_and_white() -> None:
    """The extremes of WCAG: 21 to 1 and 1 to 1."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#8a3b2e", "#8a3b2e") == pytest.approx(1)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_a_frame_is_found_in_a_file_with_errors() -> None:
    """Ids are known even where the rest is wrong, languages if all of them can be read."""
    node, _ = parse_yaml(
        "languages: [lt, Nonsense, en]\nthemes: [{id: a}, {id: [b]}, c]\nlanes: x\n", "x"
    )
    assert frame_of(node) == Frame((), (), ("a",), None)
    node, _ = parse_yaml("languages: [Lithuanian, en]\n", "x")
    assert frame_of(node).languages == ("lt", "en")
    node, _ = parse_yaml("lanes: [{id: lt, title: {lt: Lietuva, en: Lithuania}}]\n", "x")
    assert frame_of(node).titles == (("lietuva", "lt"), ("lithuania", "lt"))
    assert frame_of(None) == Frame()


def faults(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of what is wrong between the keys of an exhibit.yaml."""
    node, problems = parse_yaml("title: x\nlanguages: [lt]\n" + text, "x")
    assert node is not None
    assert not problems
    source = ExhibitSource.model_validate(plain_data(node))
    return [(p.code, p.line, p.column) for p in check_exhibit(source, node, "x")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("idle: {warn_after: 60, reset_after: 80}", []),
        ("idle: {warn_after: 61, reset_after: 80}", [("short-warning", 3, 7)]),
        ("idle: {warn_after: 90}", [("short-warning", 3, 7)]),
        ("lanes: [{id: a, title: x}, {id: a, title: y}]", [("duplicate-id", 3, 33)]),
        ('take_away: {url: "https://m.example/{id}"}', []),
        ('take_away: {url: "javascript:x"}', [("bad-address", 3, 18)]),
        ('take_away: {url: "https://m.example/{lang}"}', [("bad-address", 3, 18)]),
        ('appearance: {background: "#ffffff"}', [("low-contrast", 3, 26)]),
        ('appearance: {accent: "#222222"}', [("low-contrast", 3, 22)]),
        ('appearance: {accent: "#c8a96a"}', []),
        ('appearance: {background: "#4a4038"}', [("low-contrast", 3, 26)]),
        (
            'eras: [{id: a, start: 1, end: 2, title: x, color: "#14110f"}]',
            [("low-contrast", 3, 51)],
        ),
        ("appearance:\n  accent: #c8a96a", [("bad-color", 4, 3)]),
        (
            "eras:\n  - id: a\n    start: 1\n    end: 2\n    title: x\n    color: #fff",
            [("bad-color", 8, 5)],
        ),
    ],
)
def test_rules_between_keys(text: str, expected: list[tuple[str, int, int]]) -> None:
    """Each fault is found once, at its place."""
    assert faults(text) == expected


def test_a_language_twice_is_an_error() -> None:
    """The order on screen must be clear."""
    node, _ = parse_yaml("title: x\nlanguages: [lt, en, lt]", "x")
    assert node is not None
    source = ExhibitSource.model_validate(plain_data(node))
    found = check_exhibit(source, node, "x")
    assert [(p.code, p.line, p.column) for p in found] == [("duplicate-id", 2, 21)]


def test_references_name_the_near_one() -> None:
    """A wrong id is answered by the right one, or by all there are."""
    at = Scalar("x", 4, 9)
    near = check_reference("resistence", ("resistance",), "theme", at, "p")[0]
    assert (near.code, near.line, near.hint) == ("unknown-theme", 4, "Did you mean “resistance”?")
    assert check_reference("zzz", ("b", "a"), "era", at, "p")[0].hint == "There are: a, b."
    assert "no lane yet" in check_reference("zzz", (), "lane", at, "p")[0].hint
    titles = (("lietuva", "lithuania"), ("war", "other"))
    titled = check_reference("Lietuva", ("a", "lithuania"), "lane", at, "p", titles)[0]
    assert titled.hint == "Did you mean “lithuania”?"
    assert check_reference("The War", ("the-war",), "era", at, "p")[0].hint.endswith("“the-war”?")
    assert check_reference("a", ("a",), "era", at, "p") == ()
    assert check_reference("a", None, "era", at, "p") == ()


def timeline(start: str | None, end: str | None) -> tuple[list[str], tuple[object, object]]:
    """The codes of the problems of a written timeline, and what it was read as."""
    node, _ = parse_yaml("timeline: {}", "x")
    assert node is not None
    days, problems = read_timeline(TimelineSource(start=start, end=end), node, "x")
    return [problem.code for problem in problems], days


def test_a_written_timeline_includes_its_last_year() -> None:
    """1939 to 1993 ends with the last day of 1993."""
    assert timeline("1939", "1993") == ([], (day_number(1939), day_number(1994)))
    assert timeline(None, None) == ([], (None, None))
    assert timeline("1993", "1939")[0] == ["bad-order"]
    assert timeline("soon", "1939-13")[0] == ["bad-date", "bad-date"]


dates = st.lists(
    st.tuples(st.integers(-9000, 9000), st.integers(0, 500)).map(
        lambda pair: parse_date(f"{_year(pair[0])}/{_year(pair[0] + pair[1])}")
    ),
    max_size=5,
)


def _year(number: int) -> str:
    return f"{'-' if number < 0 else ''}{abs(number):04}"


@given(dates)
def test_a_derived_timeline_holds_all_dates_with_air(found: list) -> None:  # type: ignore[type-arg]
    """It begins before the first and ends after the last, at the turn of a year."""
    made = timeline_over((None, None), found, TimelineSource(), 2026)
    assert made.start < made.end
    for date in found:
        assert made.start < date.start
        assert date.end < made.end
        assert not outside(made, date)


@given(dates, st.integers(-9000, 9000))
def test_half_a_written_timeline_is_completed(found: list, year: int) -> None:  # type: ignore[type-arg]
    """Whatever is written, the timeline ends after it starts."""
    day = day_number(year)
    after = timeline_over((day, None), found, TimelineSource(), 2026)
    before = timeline_over((None, day), found, TimelineSource(), 2026)
    assert after.start == day < after.end
    assert before.start < day == before.end


def test_without_any_date_the_year_is_shown() -> None:
    """An exhibit without events has a timeline too."""
    made = timeline_over((None, None), [], TimelineSource(), 2026)
    assert made.start <= day_number(2026)
    assert made.end >= day_number(2027)


def test_events_beside_the_timeline_are_outside() -> None:
    """An event that only touches the end is outside, one that reaches in is not."""
    shown = timeline_over((day_number(1939), day_number(1994)), [], TimelineSource(), 2026)
    assert outside(shown, parse_date("1994"))
    assert outside(shown, parse_date("1938"))
    assert not outside(shown, parse_date("1938/1939"))
    assert not outside(shown, parse_date("1993-12-31"))


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("1991 Sausio 13", "1991-sausio-13"),
        ("Žąsų_Kelias!", "zasu-kelias"),
        ("Łódź", "lodz"),
        ("Вільнюс", "event"),
        ("a--b", "a-b"),
    ],
)
def test_slugs_are_near_to_the_name(name: str, slug: str) -> None:
    """Letters lose their accents, everything else becomes a hyphen."""
    assert slug_for(name) == slug


def test_a_suggested_slug_is_free() -> None:
    """A slug that another folder has already is not suggested."""
    assert slug_for("A", {"a", "a-2"}) == "a-3"
