"""A rollback: the floor shows an earlier edition until the folder shows something new.

What ends it is what visitors would see, never a clock or a file's date: a restart, a touched file,
a stick taken out and put back, or an edition with errors leave it standing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.station.edition import EditionHeader
from kiosk.station.files import replace_with, sync_folder
from kiosk.station.locks import locked
from kiosk.station.records import from_json, to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Rollback:
    """`edition` and what is older are shown, instead of `over`, which looked like `look`.

    `ended_by` is the edition that ended it. If that one is set aside, the rollback stands again:
    what it protects from would be next.
    """

    edition: str
    over: str
    look: str
    ended_by: str | None = None

    def stands(self, newest: EditionHeader | None, set_aside: Collection[str]) -> bool:
        """Whether it holds, `newest` being what would be shown without it."""
        if self.ended_by is not None and self.ended_by not in set_aside:
            return False
        return newest is None or newest.id <= self.over or newest.look == self.look

    def settled(self, newest: EditionHeader | None, set_aside: Collection[str]) -> Rollback:
        """The same, ended if `newest` ends it, which must be remembered: looks may come back."""
        over = self.ended_by is not None and self.ended_by not in set_aside
        if over or newest is None or self.stands(newest, set_aside):
            return self
        return replace(self, ended_by=newest.id)


def rollback_file(root: Path) -> Path:
    """Where the rollback of a store is noted."""
    return root / "rollback.json"


@contextmanager
def deciding(root: Path) -> Iterator[None]:
    """Lets one process at a time change the rollback; never for longer than a moment."""
    with locked(root / "rollback.lock"):
        yield


def read_rollback(root: Path) -> Rollback | None:
    """The rollback of the store at `root`; a note that cannot be read is none."""
    try:
        return from_json(Rollback, rollback_file(root).read_bytes())
    except (OSError, ValueError):
        return None


def write_rollback(root: Path, rollback: Rollback | None) -> None:
    """Notes a rollback durably, or takes it back; raises OSError."""
    if rollback is not None:
        replace_with(rollback_file(root), to_json(rollback))
    elif rollback_file(root).exists():
        rollback_file(root).unlink()
        sync_folder(root)
