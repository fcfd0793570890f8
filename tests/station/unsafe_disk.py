"""A disk that loses, in a power cut, whatever POSIX allows it to lose.

It watches a folder while a test writes to it. What a file held when it was last synced, and the
names a folder held when that was last synced, are safe. Of everything since then each name may be
as before or as now, and each file may be empty, cut short, as before or as now.
"""

from __future__ import annotations

import os
import random
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

STEPS = ("fsync", "rename", "replace", "link", "mkdir", "unlink", "rmdir")

Names = Mapping[str, int]


@dataclass(frozen=True)
class Cut:
    """The moment after a step: what is safe, and what only the machine's memory holds."""

    step: str
    root: int
    safe_names: Mapping[int, Names]
    names: Mapping[int, Names]
    safe_data: Mapping[int, bytes]
    data: Mapping[int, bytes]

    def leave(self, folder: Path, dice: random.Random | None) -> None:
        """Writes to `folder` what is left: nothing unsafe, or with `dice` any part of it."""
        self._leave(self.root, folder, dice)

    def _leave(self, inode: int, place: Path, dice: random.Random | None) -> None:
        if inode not in self.names:
            place.write_bytes(self._content(inode, dice))
            return
        place.mkdir()
        before, now = self.safe_names.get(inode, {}), self.names[inode]
        for name in sorted(before.keys() | now.keys()):
            choice = now if dice is not None and dice.random() < 0.5 else before
            if name in choice:
                self._leave(choice[name], place / name, dice)

    def _content(self, inode: int, dice: random.Random | None) -> bytes:
        before = self.safe_data.get(inode, b"")
        now = self.data.get(inode, before)
        if before == now or dice is None:
            return before
        return dice.choice([b"", now[: len(now) // 2], before, now])


class UnsafeDisk:
    """Takes note of every step that is taken in `folder`; what is there already is safe."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pinned: dict[int, int] = {}
        self._safe_names: dict[int, Names] = {}
        self._safe_data: dict[int, bytes] = {}
        self._really_fsync = os.fsync
        self.cuts: list[Cut] = []
        names, data = self._look()
        self._safe_names |= names
        self._safe_data |= data

    @contextmanager
    def recording(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
        """Makes a `Cut` after each step that is taken inside the block."""
        with monkeypatch.context() as patch:
            for step in STEPS:
                patch.setattr(os, step, self._noting(step, getattr(os, step)))
            yield
        for descriptor in self._pinned.values():
            os.close(descriptor)

    def _noting(self, step: str, really: Any) -> Any:
        def noted(*arguments: Any, **options: Any) -> Any:
            result = really(*arguments, **options)
            if step == "fsync":
                self._keep(arguments[0])
            names, data = self._look()
            self.cuts.append(
                Cut(
                    step,
                    self._folder.stat().st_ino,
                    dict(self._safe_names),
                    names,
                    dict(self._safe_data),
                    data,
                )
            )
            return result

        return noted

    def _keep(self, descriptor: int) -> None:
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            names = {entry.name: entry.inode() for entry in os.scandir(descriptor)}
            self._safe_names[status.st_ino] = names
        else:
            # The descriptor itself may be for writing only.
            opened = Path(f"/proc/self/fd/{descriptor}")
            self._safe_data[status.st_ino] = opened.read_bytes()

    def _look(self) -> tuple[dict[int, Names], dict[int, bytes]]:
        """The names in every folder and what is in every file, as programs see them now."""
        names: dict[int, Names] = {}
        data: dict[int, bytes] = {}
        waiting = [self._folder]
        while waiting:
            folder = waiting.pop()
            with os.scandir(folder) as entries:
                found = list(entries)
            names[folder.stat().st_ino] = {entry.name: entry.inode() for entry in found}
            for entry in found:
                inode = entry.inode()
                if inode not in self._pinned:
                    # A number that is in use is not given to another file.
                    self._pinned[inode] = os.open(entry.path, os.O_RDONLY)
                if entry.is_dir():
                    waiting.append(Path(entry.path))
                else:
                    data[inode] = _content(self._pinned[inode])
        return names, data


def _content(descriptor: int) -> bytes:
    return os.pread(descriptor, os.fstat(descriptor).st_size, 0)
