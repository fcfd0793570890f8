"""Noticing that a content folder has changed and come to rest.

The system's notifications are quick but miss files replaced by renaming, switched symlinks and
many network shares, so the folder is also looked at every few seconds.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import watchfiles

from kiosk.station.signature import folder_signature, tree

log = logging.getLogger(__name__)

SHARE_OF_TIME = 100
"""A look that takes long is followed by a pause this many times as long."""


MOST_WATCHED = 100_000
"""Entries of the tree among which folders are watched; the rest is only looked at."""

WITHOUT_NOTIFICATIONS = 60.0
"""Seconds until notifications are tried again where the system gives none."""


class ContentWatcher:
    """Calls `on_change`, from a thread of its own, when `folder` differs and has settled.

    `settle` is how many seconds nothing may have changed, `look_every` how often to look without
    being told to. The folder may be missing, now or later.
    """

    def __init__(
        self,
        folder: Path,
        on_change: Callable[[], None],
        settle: float = 0.5,
        look_every: float = 3.0,
    ) -> None:
        self._folder = folder
        self._on_change = on_change
        self._settle = settle
        self._look_every = look_every
        self._stopping = threading.Event()
        self._poked = threading.Event()
        self._threads: list[threading.Thread] = []
        self._seen = ""

    def start(self, seen: str | None = None) -> None:
        """Begins to watch. `seen` is the signature that is known already, else the present one."""
        self._seen = folder_signature(self._folder) if seen is None else seen
        self._threads = [
            threading.Thread(target=self._look, name="watching", daemon=True),
            threading.Thread(target=self._listen, name="listening", daemon=True),
        ]
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Ends watching; `on_change` is not called again once this returns."""
        self._stopping.set()
        self._poked.set()
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join(timeout=2)

    def _look(self) -> None:
        pause = self._look_every
        while not self._stopping.is_set():
            self._poked.wait(pause)
            self._poked.clear()
            if self._stopping.is_set():
                return
            began = time.monotonic()
            signature = folder_signature(self._folder)
            pause = max(self._look_every, (time.monotonic() - began) * SHARE_OF_TIME)
            if signature != self._seen:
                settled = self._settled(signature)
                if settled is not None and settled != self._seen:
                    self._seen = settled
                    self._report()

    def _settled(self, signature: str) -> str | None:
        """The signature once it has stayed the same for long enough, or None when stopping."""
        while not self._stopping.wait(self._settle):
            following = folder_signature(self._folder)
            if following == signature:
                return signature
            signature = following
        return None

    def _report(self) -> None:
        try:
            self._on_change()
        except Exception:
            log.exception("a change of the content folder was not taken")

    def _listen(self) -> None:
        """Follows notifications, anew whenever another folder stands in the folder's place."""
        while not self._stopping.is_set():
            place = _identity(self._folder)
            if place is None:
                self._stopping.wait(self._look_every)
                continue
            try:
                self._follow(place)
            except Exception as error:
                log.info("there are no notifications about %s: %s", self._folder, error)
                self._stopping.wait(WITHOUT_NOTIFICATIONS)

    def _follow(self, place: _Place) -> None:
        """Folder by folder: told to watch a tree, the library would follow links out of it."""
        for changes in watchfiles.watch(
            *(listed.path for listed in tree(place.path, MOST_WATCHED)),
            watch_filter=None,
            step=50,
            debounce=400,
            rust_timeout=500,
            yield_on_timeout=True,
            raise_interrupt=False,
            stop_event=self._stopping,
            recursive=False,
        ):
            if changes:
                self._poked.set()
            if _identity(self._folder) != place:
                self._poked.set()
                return
            if any(_is_new_folder(kind, path) for kind, path in changes):
                return


def _is_new_folder(kind: watchfiles.Change, path: str) -> bool:
    return kind is watchfiles.Change.added and Path(path).is_dir() and not Path(path).is_symlink()


class _Place(NamedTuple):
    path: Path
    device: int
    inode: int


def _identity(folder: Path) -> _Place | None:
    try:
        real = folder.resolve(strict=True)
        status = real.stat()
    except OSError:
        return None
    return _Place(real, status.st_dev, status.st_ino) if real.is_dir() else None
