"""Rules that hold between the parts of an exhibit. Pure: they look at trees, never at files."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from kiosk.exhibit.dates.edtf import Date, DateError, calendar_day, day_number, parse_date
from kiosk.exhibit.language_names import code_of
from kiosk.exhibit.model import Era, Event, Timeline
from kiosk.exhibit.problems import Problem, Scope
from kiosk.exhibit.wording import clip, did_you_mean, error, listed, nearest, slug_for, warning
from kiosk.exhibit.yamlfile.sources import ExhibitSource, TimelineSource
from kiosk.exhibit.yamlfile.tree import Mapping, Node, Scalar, find
from kiosk.exhibit.yamlfile.tree import Sequence as List
from kiosk.exhibit.yamlfile.values import LANGUAGE_PATTERN, LONGEST_READING, READING_BUDGET

GROUND: Final = "#14110f"
QUIET: Final = "#b9ad98"
BRASS: Final = "#c8a96a"
"""Our own background, the darker of its two text colours, and accent."""

READABLE_CONTRAST: Final = 4.5
VISIBLE_CONTRAST: Final = 1.5
"""For bands of colour, which stand beside words that say the same."""

SHORTEST_WARNING: Final = 20
"""Seconds between the warning and the reset (WCAG 2.2, 2.2.1)."""

LONGEST_ADDRESS: Final = 200
"""Letters of an address to take home; with more, the squares of its code become too small."""

_LANGUAGE: Final = re.compile(LANGUAGE_PATTERN)
_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Frame:
    """What events may refer to. Empty `languages` and None mean that it is not known.

    `titles` are those of eras, themes and lanes in small letters, each with the id it belongs to;
    `reading_budget` is in minutes.
    """

    languages: tuple[str, ...] = ()
    eras: tuple[str, ...] | None = None
    themes: tuple[str, ...] | None = None
    lanes: tuple[str, ...] | None = None
    titles: tuple[tuple[str, str], ...] = ()
    reading_budget: float = READING_BUDGET


def frame_of(node: Node | None) -> Frame:
    """The frame in exhibit.yaml, as far as it can be read even if the file has errors."""
    if not isinstance(node, Mapping):
        return Frame()
    listing = node.get("languages")
    items = listing.items if isinstance(listing, List) else ()
    words = [item.value.strip() if isinstance(item, Scalar) else "" for item in items]
    codes = [word if _LANGUAGE.match(word) else code_of(word) for word in words]
    # With one that cannot be read, nobody knows which of the texts are in no language of it.
    languages = dict.fromkeys(code for code in codes if code) if all(codes) else {}
    return Frame(
        tuple(languages),
        _ids(node, "eras"),
        _ids(node, "themes"),
        _ids(node, "lanes"),
        tuple(pair for key in ("eras", "themes", "lanes") for pair in _titles(node, key)),
        _minutes(node.get("reading_budget")),
    )


def _titles(node: Mapping, key: str) -> Iterable[tuple[str, str]]:
    listing = node.get(key)
    for item in listing.items if isinstance(listing, List) else ():
        name, title = find(item, "id"), find(item, "title")
        texts = [text for _, text in title.entries] if isinstance(title, Mapping) else [title]
        for text in texts:
            if isinstance(name, Scalar) and isinstance(text, Scalar) and text is not name:
                yield text.value.strip().casefold(), name.value.strip()


def _minutes(node: Node | None) -> float:
    try:
        minutes = float(node.value) if isinstance(node, Scalar) else READING_BUDGET
    except ValueError:
        return READING_BUDGET
    return minutes if 0 < minutes <= LONGEST_READING else READING_BUDGET


def _ids(node: Mapping, key: str) -> tuple[str, ...] | None:
    listing = node.get(key)
    if listing is None or (isinstance(listing, Scalar) and listing.empty):
        return ()
    if not isinstance(listing, List):
        return None
    ids = (item.get("id") for item in listing.items if isinstance(item, Mapping))
    return tuple(found.value.strip() for found in ids if isinstance(found, Scalar))


def check_exhibit(source: ExhibitSource, node: Node, path: str) -> tuple[Problem, ...]:
    """What is wrong between the keys of exhibit.yaml."""
    problems = [
        *_check_languages(source, node, path),
        *_check_ids(source, node, path),
        *_check_appearance(source, node, path),
        *_check_empty_colors(node, path),
    ]
    if source.idle.reset_after - source.idle.warn_after < SHORTEST_WARNING:
        problems.append(
            error(
                path,
                find(node, "idle"),
                "short-warning",
                f"The warning lasts less than {SHORTEST_WARNING} seconds.",
                f"Set reset_after to at least {source.idle.warn_after + SHORTEST_WARNING:g}.",
            )
        )
    if source.take_away is not None:
        problems.extend(_check_address(source.take_away.url, find(node, "take_away", "url"), path))
    return tuple(problems)


def _check_languages(source: ExhibitSource, node: Node, path: str) -> Iterable[Problem]:
    for position, language in enumerate(source.languages):
        if language in source.languages[:position]:
            place = find(node, "languages", position)
            message = f"The language “{language}” is listed twice."
            yield error(path, place, "duplicate-id", message, "Keep one of the two.")


def _check_ids(source: ExhibitSource, node: Node, path: str) -> Iterable[Problem]:
    groups = {
        "eras": [era.id for era in source.eras],
        "themes": [theme.id for theme in source.themes],
        "lanes": [lane.id for lane in source.lanes],
    }
    for key, ids in groups.items():
        for position, name in enumerate(ids):
            if name in ids[:position]:
                place = find(node, key, position, "id")
                message = f"The id “{name}” is used twice in {key}."
                yield error(path, place, "duplicate-id", message, "Give each its own id.")


def _check_appearance(source: ExhibitSource, node: Node, path: str) -> Iterable[Problem]:
    look = source.appearance
    ground = look.background or GROUND
    if look.background and contrast(QUIET, ground) < READABLE_CONTRAST:
        yield warning(
            path,
            find(node, "appearance", "background"),
            "low-contrast",
            f"Text has a contrast of only {contrast(QUIET, ground):.1f} to 1 on this background.",
            "Choose a darker background; text needs 4.5 to 1.",
        )
        if not look.accent:
            return
    accent = look.accent or BRASS
    if (look.accent or look.background) and contrast(accent, ground) < READABLE_CONTRAST:
        key = "accent" if look.accent else "background"
        yield warning(
            path,
            find(node, "appearance", key),
            "low-contrast",
            f"The accent has a contrast of only {contrast(accent, ground):.1f} to 1 "
            "against the background.",
            "Choose a lighter accent or a darker background; 4.5 to 1 is needed.",
        )

    for position, era in enumerate(source.eras):
        if era.color and contrast(era.color, ground) < VISIBLE_CONTRAST:
            yield warning(
                path,
                find(node, "eras", position, "color"),
                "low-contrast",
                f"The era's colour can hardly be told from the background: its contrast is "
                f"{contrast(era.color, ground):.1f} to 1.",
                f"Choose a lighter colour; {VISIBLE_CONTRAST} to 1 is the least.",
            )


def _check_empty_colors(node: Node, path: str) -> Iterable[Problem]:
    eras = node.get("eras") if isinstance(node, Mapping) else None
    homes = [find(node, "appearance"), *(eras.items if isinstance(eras, List) else ())]
    for home in homes:
        for key, value in home.entries if isinstance(home, Mapping) else ():
            is_color = key.value in {"background", "accent", "color"}
            if is_color and isinstance(value, Scalar) and value.empty:
                yield error(
                    path,
                    key,
                    "bad-color",
                    f"No colour is written for “{key.value}”; what follows “#” is a remark.",
                    'Put the colour in quotes, such as "#8a3b2e".',
                )


def _check_address(url: str, place: Node, path: str) -> Iterable[Problem]:
    if not _is_web_address(url):
        hint = "Write an address that begins with https://."
        yield error(path, place, "bad-address", f"“{clip(url)}” is not a web address.", hint)
    if len(url) > LONGEST_ADDRESS:
        message = f"The address has {len(url)} letters; phones cannot read so long a code."
        hint = f"Write a shorter one, of {LONGEST_ADDRESS} letters at most."
        yield error(path, place, "bad-address", message, hint)
    for name in _PLACEHOLDER.findall(url):
        if name not in {"id", "language"}:
            message = f"“{{{clip(name)}}}” stands for nothing."
            hint = did_you_mean(name, ("id", "language"), "Use {id} and {language}.")
            yield error(path, place, "bad-address", message, hint)


def _is_web_address(url: str) -> bool:
    try:
        return urlsplit(url).scheme in ("http", "https") and bool(urlsplit(url).hostname)
    except ValueError:
        return False


def check_reference(
    name: str,
    known: Collection[str] | None,
    what: str,
    place: Node,
    path: str,
    titles: Iterable[tuple[str, str]] = (),
) -> tuple[Problem, ...]:
    """An error if the `what` called `name` is not among those `known`; `titles` as in a frame."""
    if known is None or name in known:
        return ()
    titled = (called for title, called in titles if title == name.casefold() and called in known)
    near = next(titled, None) or (slug_for(name) if slug_for(name) in known else None)
    near = near or nearest(name, sorted(known))
    if near:
        hint = f"Did you mean “{near}”?"
    elif known:
        hint = f"There are: {listed(sorted(known))}."
    else:
        hint = f"There is no {what} yet; add one or delete this."
    message = f"There is no {what} “{clip(name)}”."
    return (error(path, place, f"unknown-{what}", message, hint, Scope.EVENT),)


def era_of(date: Date, eras: Iterable[Era]) -> str | None:
    """The id of the latest-starting era that contains the first day of `date`."""
    holding = [
        era
        for era in eras
        if (era.date.open_start or era.date.start <= date.start)
        and (era.date.open_end or date.start < era.date.end)
    ]
    return max(holding, key=lambda era: era.date.start).id if holding else None


def read_timeline(
    source: TimelineSource, node: Node, path: str
) -> tuple[tuple[float | None, float | None], tuple[Problem, ...]]:
    """Start and end as far as they are written, in days, and what is wrong with them."""
    days: list[float | None] = []
    problems = []
    for key, text in (("start", source.start), ("end", source.end)):
        try:
            date = parse_date(text) if text else None
        except DateError as fault:
            place = find(node, "timeline", key)
            problems.append(error(path, place, "bad-date", fault.message, fault.hint))
            date = None
        days.append(None if date is None else date.start if key == "start" else date.end)
    start, end = days
    if start is not None and end is not None and start >= end:
        place = find(node, "timeline", "end")
        message = "The timeline ends before it starts."
        problems.append(error(path, place, "bad-order", message, "Exchange start and end."))
        return (None, None), tuple(problems)
    return (start, end), tuple(problems)


def timeline_over(
    written: tuple[float | None, float | None],
    dates: Iterable[Date],
    source: TimelineSource,
    year: int,
) -> Timeline:
    """The stretch that is shown: as `written`, else whole years around `dates` with a little air.

    `year` is shown if there is neither.
    """
    stretches = [(date.start, date.end) for date in dates]
    first = min((start for start, _ in stretches), default=day_number(year))
    last = max((end for _, end in stretches), default=day_number(year + 1))
    start, end = written
    air = max((last - first) * 0.02, 30.0)
    if start is None:
        start = day_number(calendar_day(min(first, last if end is None else end) - air)[0])
    if end is None:
        end = day_number(calendar_day(max(last, start) + air)[0] + 1)
    if start >= end:
        start = end - 366
    return Timeline(start=start, end=end, scale=source.scale)


def outside(timeline: Timeline, date: Date) -> bool:
    """Whether nothing of `date` lies on the timeline."""
    return date.end <= timeline.start or date.start >= timeline.end


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events by the start of their dates, then the end, then the id."""
    return tuple(sorted(events, key=lambda e: (e.date.start, e.date.end, e.id)))


def contrast(first: str, second: str) -> float:
    """The contrast of two colours ``#rrggbb`` by WCAG 2.2: 1 … 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    parts = (int(color[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
