from __future__ import annotations

from collections.abc import Collection, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.station.choosing import Standing, choose, without_rollback, worth_keeping
from kiosk.station.edition import EditionHeader
from kiosk.station.rollback import Rollback


def header(
    number: int, errors: int = 0, *, drafts: bool = False, look: str | None = None
) -> EditionHeader:
    return EditionHeader(
        id=f"{number:08d}",
        errors=errors,
        warnings=0,
        drafts=drafts,
        sha256="0" * 64,
        look=str(number) if look is None else look,
    )


def back_to(number: int, over: int, ended_by: int | None = None) -> Rollback:
    """As `kiosk rollback` notes it, over an edition that looks like its number."""
    return Rollback(
        edition=f"{number:08d}",
        over=f"{over:08d}",
        look=str(over),
        ended_by=None if ended_by is None else f"{ended_by:08d}",
    )


def standing(rollback: Rollback | None = None, set_aside: Collection[int] = ()) -> Standing:
    return Standing(rollback, frozenset(f"{number:08d}" for number in set_aside))


@pytest.mark.parametrize(
    ("editions", "floor", "chosen"),
    [
        ([], True, None),
        ([], False, None),
        ([header(1)], True, 1),
        ([header(3, 2), header(2), header(1)], True, 2),
        ([header(3, 2), header(2), header(1)], False, 3),
        ([header(3, 2), header(2, 1)], True, 3),
        ([header(3, drafts=True), header(2, 1)], True, 2),
        ([header(3, drafts=True), header(2, 1)], False, 3),
        ([header(3, drafts=True)], True, None),
    ],
)
def test_choice(editions: list[EditionHeader], floor: bool, chosen: int | None) -> None:
    """The floor keeps to the newest good edition; a window shows the newest of all."""
    found = choose(editions, floor)
    assert (found.number if found else None) == chosen


@pytest.mark.parametrize(
    ("editions", "decided", "chosen"),
    [
        ([header(3), header(2), header(1)], standing(back_to(1, over=3)), 1),
        # An edition with errors is not what the floor would show, so it ends nothing.
        ([header(4, 1), header(3), header(2)], standing(back_to(2, over=3)), 2),
        # The folder was changed and changed back.
        ([header(5, look="3"), header(4, 1), header(3), header(2)], standing(back_to(2, 3)), 2),
        ([header(4), header(3), header(2)], standing(back_to(2, over=3)), 4),
        ([header(5, look="3"), header(4), header(2)], standing(back_to(2, 3, ended_by=4)), 5),
        # What ended it has crashed; what it leads away from must not come back instead.
        ([header(4), header(3), header(2)], standing(back_to(2, 3, ended_by=4), [4]), 2),
        # It may have crashed itself, or be gone.
        ([header(3), header(2), header(1)], standing(back_to(2, over=3), [2]), 1),
        ([header(3), header(2)], standing(back_to(2, over=3), [2]), 3),
        # What is older still has errors, and the newest has none.
        ([header(3), header(2), header(1, 1)], standing(back_to(2, over=3), [2]), 3),
        ([header(3)], standing(back_to(2, over=3)), 3),
    ],
)
def test_rollback(editions: list[EditionHeader], decided: Standing, chosen: int) -> None:
    """A rollback holds until the floor could show something that looks different."""
    found = choose(editions, True, decided)
    assert found is not None
    assert found.number == chosen


def test_rollback_leaves_the_window_alone() -> None:
    """Curators see the folder as it is."""
    found = choose([header(3), header(2)], False, standing(back_to(2, over=3)))
    assert found is not None
    assert found.number == 3


@pytest.mark.parametrize(
    ("editions", "set_aside", "floor", "window"),
    [
        ([header(3), header(2)], [3], 2, 2),
        ([header(3)], [3], None, None),
        ([header(3, 1), header(2)], [2], None, 3),
        ([header(3, 1)], [3], None, None),
        ([header(3, drafts=True), header(2)], [3], 2, 2),
    ],
)
def test_set_aside(
    editions: list[EditionHeader], set_aside: list[int], floor: int | None, window: int | None
) -> None:
    """What crashed makes room for the one before, but never for errors where it was good."""
    found = [choose(editions, on_floor, standing(None, set_aside)) for on_floor in (True, False)]
    assert [edition.number if edition else None for edition in found] == [floor, window]


def test_end_of_a_rollback_is_remembered() -> None:
    """Once the folder has shown something else, its former look does not bring it back."""
    rollback = back_to(2, over=3)
    assert rollback.settled(header(3), []) == rollback
    assert rollback.settled(None, []) == rollback
    ended = rollback.settled(header(4), [])
    assert ended.ended_by == header(4).id
    assert not ended.stands(header(5, look="3"), [])
    assert ended.settled(header(5), []) == ended
    assert ended.stands(header(3), [header(4).id])
    assert ended.settled(header(5), [header(4).id]).ended_by == header(5).id


KINDS = st.lists(st.tuples(st.integers(0, 2), st.booleans(), st.booleans()), max_size=6)


@given(KINDS, st.none() | st.integers(1, 8))
def test_floor_never_prefers_errors(
    kinds: Sequence[tuple[int, bool, bool]], rolled_to: int | None
) -> None:
    """Whatever was decided: no drafts, nothing set aside, and no errors once there was good."""
    editions = [header(9 - n, errors, drafts=drafts) for n, (errors, drafts, _) in enumerate(kinds)]
    aside = [9 - n for n, (_, _, crashed) in enumerate(kinds) if crashed]
    newest = without_rollback(editions, standing(None, aside))
    rollback = back_to(rolled_to, newest.number) if rolled_to and newest else None
    decided = standing(rollback, aside)
    found = choose(editions, True, decided)
    assert (found is None) == (newest is None)
    if found is not None:
        public = [edition for edition in editions if not edition.drafts]
        assert not found.drafts
        assert found.id not in decided.set_aside
        assert found.errors == 0 or all(edition.errors for edition in public)


def test_worth_keeping() -> None:
    """The newest of each kind, a good one that does not crash, and both sides of a rollback."""
    editions = [header(n, errors=n % 2 if n < 8 else 1) for n in range(9, 0, -1)]
    editions.insert(0, header(10, drafts=True))
    kept = worth_keeping(editions, standing(back_to(2, over=4), [6]), keep=2)
    assert {int(number) for number in kept} == {10, 9, 8, 4, 2}
