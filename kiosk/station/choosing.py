"""Which of the stored editions is shown, and which are kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kiosk.station.crashes import read_set_aside
from kiosk.station.edition import EditionHeader
from kiosk.station.rollback import Rollback, deciding, read_rollback, write_rollback


@dataclass(frozen=True, slots=True)
class Standing:
    """What people and crashes have decided about editions: `set_aside` holds their ids."""

    rollback: Rollback | None = None
    set_aside: frozenset[str] = frozenset()


def read_standing(root: Path) -> Standing:
    """What is noted in the store at `root`."""
    return Standing(read_rollback(root), frozenset(read_set_aside(root)))


def settle_rollback(root: Path, editions: Sequence[EditionHeader]) -> None:
    """Remembers that the rollback has ended if one of the editions, newest first, ends it."""
    if read_rollback(root) is None:
        return
    with deciding(root):
        standing = read_standing(root)
        before = standing.rollback
        if before is not None:
            after = before.settled(without_rollback(editions, standing), standing.set_aside)
            if after != before:
                write_rollback(root, after)


def choose(
    editions: Sequence[EditionHeader], floor: bool, standing: Standing = Standing()
) -> EditionHeader | None:
    """Which edition to show, out of all, newest first.

    On the floor the newest without errors; as long as there never was one, the newest. In a
    window the newest in any case. None that is set aside, and on the floor none that is newer
    than a rollback allows, unless there is no other.
    """
    if not floor:
        return next(_tried(editions, standing), None)
    newest = without_rollback(editions, standing)
    rollback = standing.rollback
    if rollback is not None and rollback.stands(newest, standing.set_aside):
        tried = _tried(_worthy(editions), standing)
        return next((edition for edition in tried if edition.id <= rollback.edition), newest)
    return newest


def without_rollback(editions: Sequence[EditionHeader], standing: Standing) -> EditionHeader | None:
    """Which edition the floor would show if there were no rollback."""
    return next(_tried(_worthy(editions), standing), None)


def worth_keeping(
    editions: Sequence[EditionHeader], standing: Standing, keep: int
) -> frozenset[str]:
    """The ids of the editions to keep, out of all, newest first.

    Of editions with and without drafts each, the `keep` newest and the newest good one that is
    not set aside; and both sides of a rollback.
    """
    wanted: set[str] = set()
    for drafts in (False, True):
        group = [edition for edition in editions if edition.drafts == drafts]
        good = [edition for edition in group if not edition.errors]
        wanted |= {edition.id for edition in group[:keep]}
        wanted |= {edition.id for edition in list(_tried(good, standing))[:1]}
    if standing.rollback is not None:
        wanted |= {standing.rollback.edition, standing.rollback.over}
    return frozenset(wanted)


def _worthy(editions: Sequence[EditionHeader]) -> Sequence[EditionHeader]:
    """Those fit for visitors: without drafts and, once there is such a one, without errors."""
    public = [edition for edition in editions if not edition.drafts]
    return [edition for edition in public if not edition.errors] or public


def _tried(editions: Sequence[EditionHeader], standing: Standing) -> Iterator[EditionHeader]:
    return (edition for edition in editions if edition.id not in standing.set_aside)
