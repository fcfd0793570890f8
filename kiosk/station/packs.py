"""Editions in pieces: packs of events, files and problems, each named by its content.

An edition that differs little from the one before shares nearly all packs with it, on the disk and
in the memory of the kiosk that takes it over. Where a pack ends depends on the names in it alone,
so that what is added or removed changes one pack and not all that follow.

A pack begins with one line of JSON. In a pack of events the rest is what only an open article
needs, read from the disk when it is asked for; the line says where that of each event lies.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar
from zlib import crc32

from kiosk.exhibit.articles.article import Article
from kiosk.exhibit.model import Event, Medium, Source
from kiosk.station.objects import ObjectStore
from kiosk.station.records import builder, from_json, loaded, to_json

log = logging.getLogger(__name__)

SUFFIX = ".pack"
USUAL_LENGTH = 64
LONGEST = 256
"""How many items a pack has, on average and at most."""

_OPEN_AT_ONCE = 64

T = TypeVar("T")


def stretches(items: Iterable[T], name: Callable[[T], str]) -> Iterator[tuple[T, ...]]:
    """Cuts `items` into packs' worth, always behind the same names."""
    stretch: list[T] = []
    for item in items:
        stretch.append(item)
        is_last = crc32(name(item).encode(errors="replace")) % USUAL_LENGTH == 0
        if is_last or len(stretch) == LONGEST:
            yield tuple(stretch)
            stretch = []
    if stretch:
        yield tuple(stretch)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Details:
    """What the timeline does without."""

    media: Sequence[Medium] = ()
    articles: Mapping[str, Article] = field(default_factory=dict)
    sources: Sequence[Source] = ()


_NO_DETAILS = _Details()


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the details of one event lie."""

    path: Path
    offset: int
    length: int


@lru_cache(maxsize=_OPEN_AT_ONCE)
def _details(place: _Place) -> _Details:
    """Without anything if the disk does not give it."""
    try:
        with place.path.open("rb") as pack:
            pack.seek(place.offset)
            return from_json(_Details, pack.read(place.length))
    except (OSError, ValueError) as error:
        log.info("an article cannot be read: %s", error)
        return _NO_DETAILS


class _StoredSequence(Sequence[T]):
    """The media or the sources of one event, on the disk."""

    __slots__ = ("_count", "_name", "_place")
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, place: _Place, name: str, count: int) -> None:
        self._place = place
        self._name = name
        self._count = count

    def _here(self) -> Sequence[T]:
        found: Sequence[T] = getattr(_details(self._place), self._name)
        return found

    def __getitem__(self, at: Any) -> Any:
        return self._here()[at]

    def __len__(self) -> int:
        return self._count

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __repr__(self) -> str:
        return repr(self._here())


class _StoredArticles(Mapping[str, Article]):
    """The articles of one event, on the disk."""

    __slots__ = ("_count", "_place")

    def __init__(self, place: _Place, count: int) -> None:
        self._place = place
        self._count = count

    def __getitem__(self, language: str) -> Article:
        return _details(self._place).articles[language]

    def __iter__(self) -> Iterator[str]:
        return iter(_details(self._place).articles)

    def __len__(self) -> int:
        return self._count

    def __repr__(self) -> str:
        return repr(dict(self))


def event_pack(events: Iterable[Event]) -> bytes:
    records, places, rest = [], [], bytearray()
    for event in events:
        details = _Details(media=event.media, articles=event.articles, sources=event.sources)
        told = b"" if details == _NO_DETAILS else to_json(details)
        records.append(to_json(replace(event, media=(), articles={}, sources=())))
        counts = (len(event.media), len(event.articles), len(event.sources))
        places.append([len(rest), len(told), *counts])
        rest += told
    line = b'{"events":[%b],"details":%b}\n' % (b",".join(records), to_json(places))
    return line + rest


def read_event_pack(content: bytes, path: Path) -> tuple[Event, ...]:
    """The events of the pack that is stored at `path`."""
    line, _, _ = content.partition(b"\n")
    told = loaded(line)
    build, first = builder(Event), len(line) + 1
    events = []
    for record, (offset, length, *counts) in zip(told["events"], told["details"], strict=True):
        place = _Place(path, first + offset, length)
        media, articles, sources = counts
        details = {
            "media": _StoredSequence(place, "media", media) if media else (),
            "articles": _StoredArticles(place, articles) if articles else {},
            "sources": _StoredSequence(place, "sources", sources) if sources else (),
        }
        events.append(build(record, **details))
    return tuple(events)


def plain_pack(items: Sequence[object]) -> bytes:
    return to_json(items)


def plain_reader(kind: type[T]) -> Callable[[bytes, Path], tuple[T, ...]]:
    """Reads packs of one kind of record."""
    build = builder(kind)
    return lambda content, _path: tuple(map(build, loaded(content)))


class Shelf:
    """The packs of one store. What was read or written last is not read or written again."""

    def __init__(self, objects: ObjectStore) -> None:
        self._objects = objects
        self._read: dict[str, tuple[Any, ...]] = {}
        self._written: dict[tuple[int, ...], _Written] = {}
        self._whole: set[str] = set()

    def put(
        self,
        items: Iterable[T],
        name: Callable[[T], str],
        pack: Callable[[Sequence[T]], bytes] = plain_pack,
    ) -> tuple[str, ...]:
        """Stores `items`, each known by a name, and gives the names of their packs."""
        written = {}
        for stretch in stretches(items, name):
            same = tuple(map(id, stretch))
            before = self._written.get(same)
            if before is None or not self._objects.holds(before.name):
                before = _Written(stretch, self._objects.put(pack(stretch), SUFFIX))
            written[same] = before
        self._written |= written
        return tuple(found.name for found in written.values())

    def take(self, name: str, read: Callable[[bytes, Path], tuple[T, ...]]) -> tuple[T, ...]:
        """What is in a pack. ValueError or OSError if it is not what was stored."""
        if name not in self._read:
            path = self._objects.path(name)
            content = path.read_bytes()
            _compare(name, content)
            self._whole.add(name)
            self._read[name] = read(content, path)
        return self._read[name]

    def is_whole(self, name: str) -> bool:
        """Whether a pack is there and unharmed."""
        if name not in self._whole:
            try:
                _compare(name, self._objects.path(name).read_bytes())
            except (OSError, ValueError):
                return False
            self._whole.add(name)
        return self._objects.holds(name)

    def forget_all_but(self, names: Collection[str]) -> None:
        """Gives back the memory of packs that are not in use any more."""
        wanted = set(names)
        self._read = {name: items for name, items in self._read.items() if name in wanted}
        self._whole &= wanted
        self._written = {at: one for at, one in self._written.items() if one.name in wanted}


class _Written(NamedTuple):
    """`items` are kept so that their identities stay theirs."""

    items: tuple[Any, ...]
    name: str


def _compare(name: str, content: bytes) -> None:
    if hashlib.sha256(content).hexdigest() != name.partition(".")[0]:
        raise ValueError(f"{name} is damaged")
