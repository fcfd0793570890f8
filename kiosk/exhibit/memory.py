"""Readings of events that serve again as long as all that they rest on is the same.

A reading rests on the event's own folder, on ``media/`` if it looked there, on whether certain
other events exist, and on what exhibit.yaml and media/media.yaml say to every event.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Final

from kiosk.exhibit.events import EventReader, EventReading
from kiosk.exhibit.files import ContentFolder, Entry, Visit
from kiosk.exhibit.media.reading import SHARED_FOLDER

Stamps = Callable[[str], Hashable | None]
"""For a folder inside the content folder something that differs whenever anything in it does.

None where that cannot be told for certain.
"""

Progress = Callable[[int, int], None]
"""Called with how many events are read and how many there are."""

_OWN: Final = frozenset({"folder", "shared", "slugs"})
"""What differs from one `EventReader` to the next without any event being read otherwise."""


class _Asked(Collection[str]):
    """The ids of all events, which notes what is asked of them."""

    def __init__(self, slugs: frozenset[str]) -> None:
        self._slugs = slugs
        self.answers: dict[str, bool] = {}
        self.seen_all = False

    def __contains__(self, slug: object) -> bool:
        found = slug in self._slugs
        self.answers[str(slug)] = found
        return found

    def __iter__(self) -> Iterator[str]:
        self.seen_all = True
        return iter(self._slugs)

    def __len__(self) -> int:
        self.seen_all = True
        return len(self._slugs)


@dataclass(frozen=True, slots=True)
class _Remembered:
    """A reading and what it rests on; `slugs` are all events if it looked through them."""

    reading: EventReading
    stamp: Hashable
    shared: Hashable | None
    visit: Visit
    answers: dict[str, bool]
    slugs: frozenset[str] | None


class Memory:
    """The readings of one content folder, from one time that it is read to the next."""

    def __init__(self) -> None:
        self._readings: dict[str, _Remembered] = {}
        self._basis: object = None

    def read(
        self, reader: EventReader, entries: Collection[Entry], stamps: Stamps
    ) -> Iterator[EventReading]:
        """What `reader` would read in `entries`, in their order.

        `stamps` must have been taken before anything was read.
        """
        told = [getattr(reader, field.name) for field in fields(reader) if field.name not in _OWN]
        basis = (told, reader.shared.shared)
        before = self._readings if basis == self._basis else {}
        self._readings, self._basis = {}, basis
        shared = stamps(SHARED_FOLDER)
        slugs = frozenset(reader.slugs)
        for entry in entries:
            stamp = stamps(entry.path)
            known = before.get(entry.name)
            if known is None or not _holds(known, stamp, shared, slugs, reader.folder):
                known = _read(reader, entry, slugs, stamp, shared)
            if known.stamp is not None:
                self._readings[entry.name] = known
            yield known.reading


@dataclass(frozen=True, slots=True)
class Before:
    """What was read before, and how to tell what has changed since."""

    memory: Memory
    stamps: Stamps


def _holds(
    known: _Remembered,
    stamp: Hashable | None,
    shared: Hashable | None,
    slugs: frozenset[str],
    folder: ContentFolder,
) -> bool:
    return (
        known.stamp == stamp
        and known.shared in (None, shared)
        and all((slug in slugs) == there for slug, there in known.answers.items())
        and known.slugs in (None, slugs)
        and folder.visited_before(known.visit)
    )


def _read(
    reader: EventReader,
    entry: Entry,
    slugs: frozenset[str],
    stamp: Hashable | None,
    shared: Hashable | None,
) -> _Remembered:
    asked = _Asked(slugs)
    with reader.folder.visiting() as visit:
        reading = replace(reader, slugs=asked).read(entry)
    looked_there = any(where.partition("/")[0] == SHARED_FOLDER for where in visit.folders)
    return _Remembered(
        reading,
        stamp if shared is not None or not looked_there else None,
        shared if looked_there else None,
        visit,
        asked.answers,
        slugs if asked.seen_all else None,
    )
