"""What editions share, and what is read only when somebody asks for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.articles.article import parse_article
from kiosk.exhibit.dates.edtf import parse_date
from kiosk.exhibit.model import Event, Exhibit, Medium, MediumKind, Source, Text, Timeline
from kiosk.station.edition import Edition
from kiosk.station.editions import EditionStore
from kiosk.station.packs import LONGEST, stretches

names = st.lists(st.text("abcdef", min_size=1, max_size=6), unique=True, max_size=400)


@given(names)
def test_stretches_lose_nothing(items: list[str]) -> None:
    """All items in their order, in packs of bounded length."""
    found = list(stretches(items, str))
    assert [item for stretch in found for item in stretch] == items
    assert all(0 < len(stretch) <= LONGEST for stretch in found)


@given(names, st.data())
def test_what_is_taken_out_changes_its_neighbours_alone(
    items: list[str], data: st.DataObject
) -> None:
    """Without one item every pack is as before, but for the one or two that meet there."""
    if not items or len(items) >= LONGEST:
        return
    gone = data.draw(st.sampled_from(items))
    before = set(stretches(items, str))
    after = set(stretches([item for item in items if item != gone], str))
    assert len(before - after) <= 2
    assert len(after - before) <= 1


def event(number: int) -> Event:
    article, _ = parse_article(f"It was the {number}th day.\n" * 40, "en", ())
    return Event(
        id=f"day-{number}",
        date=parse_date(f"{1000 + number}"),
        title=Text({"en": f"Day {number}"}),
        articles={"en": article},
        media=(Medium(kind=MediumKind.IMAGE, file=Text({"": "media/day.png"})),) * (number % 2),
        sources=(Source(text=Text({"": "A book"})),) * (number % 3),
    )


@pytest.fixture
def edition() -> Edition:
    return Edition(
        id="00000001",
        exhibit=Exhibit(
            title=Text({"en": "Days"}),
            languages=("en",),
            timeline=Timeline(start=0.0, end=1.0),
            events=tuple(map(event, range(600))),
        ),
        problems=(),
        errors=0,
        warnings=0,
        drafts=False,
        files={},
        fingerprint="",
    )


@pytest.fixture
def store(tmp_path: Path) -> EditionStore:
    store = EditionStore(tmp_path)
    store.incoming.mkdir()
    return store


def add(store: EditionStore, edition: Edition) -> None:
    with store.locked():
        store.add(edition)


def size(store: EditionStore) -> int:
    return sum(file.stat().st_size for file in store.root.rglob("*") if file.is_file())


def test_events_come_back_as_they_were(store: EditionStore, edition: Edition) -> None:
    """With all that lies on the disk until it is asked for."""
    add(store, edition)
    loaded = EditionStore(store.root).load(edition.id)
    assert loaded is not None
    assert loaded.exhibit == edition.exhibit
    assert [len(one.media) for one in loaded.exhibit.events[:4]] == [0, 1, 0, 1]
    assert loaded.exhibit.events[5].articles["en"] == edition.exhibit.events[5].articles["en"]


def test_one_changed_event_stores_little(store: EditionStore, edition: Edition) -> None:
    """Far less than the first edition took, with what is in memory or without."""
    add(store, edition)
    first = size(store)
    for number, writer in ((2, store), (3, EditionStore(store.root))):
        events = list(edition.exhibit.events)
        events[number * 100] = replace(events[number * 100], title=Text({"en": "Another day"}))
        exhibit = replace(edition.exhibit, events=tuple(events))
        before = size(store)
        add(writer, replace(edition, id=f"{number:08}", exhibit=exhibit))
        assert size(store) - before < first / 3


def test_next_edition_keeps_what_is_in_memory(store: EditionStore, edition: Edition) -> None:
    """Events of packs that stayed the same are the very same objects, so loading costs little."""
    add(store, edition)
    events = (replace(edition.exhibit.events[0], importance=1), *edition.exhibit.events[1:])
    add(store, replace(edition, id="00000002", exhibit=replace(edition.exhibit, events=events)))
    reader = EditionStore(store.root)
    first, second = reader.load("00000001"), reader.load("00000002")
    assert first is not None
    assert second is not None
    pairs = zip(first.exhibit.events, second.exhibit.events, strict=True)
    assert sum(one is not other for one, other in pairs) <= LONGEST


def test_lost_pack_leaves_articles_empty(store: EditionStore, edition: Edition) -> None:
    """A disk that fails while an edition is on screen costs articles, not the kiosk."""
    add(store, edition)
    loaded = EditionStore(store.root).load(edition.id)
    assert loaded is not None
    for pack in store.root.glob("objects/*/*.pack"):
        pack.unlink()
    lost = loaded.exhibit.events[7]
    assert dict(lost.articles) == {}
    assert tuple(lost.media) == ()
