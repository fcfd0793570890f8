"""Rules that hold between events, and between them and what exhibit.yaml prepares for them.

They see all events together, so they stand outside the reading of a single one, which may be
remembered from before.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kiosk.exhibit.events import EventReading
from kiosk.exhibit.files import EVENT_FILE, EVENTS_FOLDER, EXHIBIT_FILE
from kiosk.exhibit.model import Era, Event, Timeline
from kiosk.exhibit.near_ids import near_ids
from kiosk.exhibit.problems import Problem, Scope
from kiosk.exhibit.rules import outside
from kiosk.exhibit.wording import warning
from kiosk.exhibit.yamlfile.sources import ExhibitSource
from kiosk.exhibit.yamlfile.tree import Node, find

FEW_EVENTS: Final = 10
"""With fewer, an exhibit is still being begun, and it is no wonder that much is empty."""


def check_across(
    found: Mapping[str, EventReading],
    eras: Sequence[Era],
    timeline: Timeline | None,
    source: ExhibitSource | None,
    node: Node,
) -> Iterator[Problem]:
    """What only shows when the events `found`, by id, and the exhibit's `eras` are seen together.

    `node` is the tree of exhibit.yaml, `source` what it says; None is what is not known.
    """
    if timeline is not None:
        yield from _outside(found, timeline)
    yield from _same_events(found)
    yield from _near_slugs(list(found))
    groups = _groups(source)
    for group, ids in groups.items():
        yield from _near_entries(group, ids, node)
    whole = [event for reading in found.values() if (event := reading.whole) is not None]
    if len(whole) < FEW_EVENTS:
        return
    yield from _empty_events(found)
    # An event with errors may be the one that uses what looks unused.
    if len(whole) == len(found):
        yield from _empty_entries(whole, eras, groups, node)


def _groups(source: ExhibitSource | None) -> dict[str, list[str]]:
    """The ids in each list of exhibit.yaml that events refer to."""
    if source is None:
        return {}
    return {
        "eras": [era.id for era in source.eras],
        "themes": [theme.id for theme in source.themes],
        "lanes": [lane.id for lane in source.lanes],
    }


def _outside(found: Mapping[str, EventReading], timeline: Timeline) -> Iterator[Problem]:
    for name, reading in found.items():
        if reading.event is not None and outside(timeline, reading.event.date):
            yield warning(
                f"{EVENTS_FOLDER}/{name}/{EVENT_FILE}",
                reading.date_at,
                "outside-timeline",
                "The event lies outside the timeline, so nobody will find it.",
                f"Change its date, or the timeline in {EXHIBIT_FILE}.",
                Scope.EVENT,
            )


def _same_events(found: Mapping[str, EventReading]) -> Iterator[Problem]:
    seen: dict[tuple[float, float, str], str] = {}
    for name, reading in found.items():
        event = reading.event
        if event is None:
            continue
        titles = {" ".join(title.casefold().split()) for title in event.title.root.values()}
        keys = [(event.date.start, event.date.end, title) for title in sorted(titles)]
        twin = next((seen[key] for key in keys if key in seen), None)
        if twin is not None:
            yield warning(
                f"{EVENTS_FOLDER}/{name}/{EVENT_FILE}",
                reading.title_at,
                "same-event",
                f"This event has the same date and title as “{twin}”.",
                "Delete one of the two folders, or say in the titles how they differ.",
                Scope.EVENT,
            )
        for key in keys:
            seen.setdefault(key, name)


def _near_slugs(slugs: Sequence[str]) -> Iterator[Problem]:
    for earlier, later in near_ids(slugs):
        yield warning(
            f"{EVENTS_FOLDER}/{later}",
            (0, 0),
            "near-id",
            f"This event's id differs from “{earlier}” by hardly a letter.",
            "If both are the same event, delete one folder; else choose a name that cannot be "
            "taken for the other.",
            Scope.EVENT,
        )


def _near_entries(group: str, ids: Sequence[str], node: Node) -> Iterator[Problem]:
    for earlier, later in near_ids(ids):
        yield warning(
            EXHIBIT_FILE,
            find(node, group, ids.index(later), "id"),
            "near-id",
            f"The id “{later}” differs from “{earlier}” by hardly a letter.",
            "If both are the same, keep one; else rename one, also in the events.",
        )


def _empty_events(found: Mapping[str, EventReading]) -> Iterator[Problem]:
    for name, reading in found.items():
        event = reading.event
        if event is not None and not (event.summary.root or event.articles or event.media):
            yield warning(
                f"{EVENTS_FOLDER}/{name}/{EVENT_FILE}",
                reading.title_at,
                "empty-event",
                "The event has nothing to read or to look at but its title.",
                "Add “summary: …”, or an article beside this file.",
                Scope.EVENT,
            )


def _empty_entries(
    events: Sequence[Event],
    eras: Sequence[Era],
    groups: Mapping[str, Sequence[str]],
    node: Node,
) -> Iterator[Problem]:
    used: dict[str, set[str]] = {
        "eras": {era.id for era in eras if any(_touch(era, event) for event in events)},
        "themes": {theme for event in events for theme in event.themes},
        "lanes": {event.lane for event in events if event.lane is not None},
    }
    used["eras"] |= {event.era for event in events if event.era is not None}
    for group, what, belongs in (
        ("eras", "era", "lies in"),
        ("themes", "theme", "belongs to"),
        ("lanes", "lane", "stands in"),
    ):
        for position, name in enumerate(groups.get(group, ())):
            if name not in used[group]:
                yield warning(
                    EXHIBIT_FILE,
                    find(node, group, position, "id"),
                    f"empty-{what}",
                    f"No event {belongs} the {what} “{name}”.",
                    f"Give it an event, or delete the {what}.",
                )


def _touch(era: Era, event: Event) -> bool:
    return (era.date.open_end or event.date.start < era.date.end) and (
        era.date.open_start or event.date.end > era.date.start
    )
