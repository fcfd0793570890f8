"""Where the editions of a content folder are, also while the state folder cannot be written to."""

from __future__ import annotations

import logging
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kiosk.station.edition import EditionHeader
from kiosk.station.editions import EditionStore, store_root
from kiosk.station.files import make_folder, write_synced
from kiosk.station.rollback import read_rollback

log = logging.getLogger(__name__)


def can_write(folder: Path) -> bool:
    """Whether a file can really be written in `folder`, which is made if it is missing."""
    probe = folder / f".probe-{os.getpid()}"
    try:
        make_folder(folder)
        write_synced(probe, b"?")
        probe.unlink()
    except OSError:
        return False
    return True


def makeshift_state() -> Path | None:
    """A state folder that may be gone after a restart of the machine, or None.

    It is in the system's temporary folder, and refused if another user could have put anything
    there.
    """
    if sys.platform == "win32":
        return Path(tempfile.gettempdir()) / "kiosk"
    try:
        folder = Path(tempfile.gettempdir()) / f"kiosk-{os.getuid()}"
        folder.mkdir(mode=0o700, exist_ok=True)
        status = folder.lstat()
    except OSError:
        return None
    private = stat.S_ISDIR(status.st_mode) and not status.st_mode & 0o077
    return folder if private and status.st_uid == os.getuid() else None


class Stores:
    """The store in the state folder, and before it a makeshift one once shelter was taken."""

    def __init__(self, state: Path, content: Path) -> None:
        self._content = content
        self._usual = EditionStore(store_root(state, content))
        self._makeshift: EditionStore | None = None

    @property
    def written(self) -> EditionStore:
        """The store that new editions go to."""
        return self._makeshift or self._usual

    def ranked(self, floor: bool) -> Iterator[tuple[EditionStore, EditionHeader]]:
        """The editions to show, the best first, as `EditionStore.ranked` for each store.

        On the floor a makeshift edition with errors replaces no good one either, and a rollback
        holds against a makeshift edition of what it leads away from.
        """
        usual = [(self._usual, header) for header in self._usual.ranked(floor)]
        if self._makeshift is None:
            yield from usual
            return
        rollback = read_rollback(self._usual.root) if floor and usual else None
        makeshift = [
            (self._makeshift, header)
            for header in self._makeshift.ranked(floor)
            if rollback is None or header.look != rollback.look
        ]
        both = makeshift + usual
        yield from sorted(both, key=lambda pair: pair[1].errors > 0) if floor else both

    def take_shelter(self) -> bool:
        """Goes on in a makeshift store; False if that is done already, or there is none."""
        state = makeshift_state() if self._makeshift is None else None
        if state is None:
            return False
        self._makeshift = EditionStore(store_root(state, self._content))
        log.warning(
            "Nothing can be stored in %s. The kiosk goes on with %s, which may be lost when the "
            "machine restarts; please see to the disk.",
            self._usual.root,
            self._makeshift.root,
        )
        return True
