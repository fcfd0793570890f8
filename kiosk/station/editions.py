"""Editions: complete, validated states of a content folder, kept where nothing changes them.

Below the root of a store::

    editions/<id>/header.json    what is needed to choose among editions
    editions/<id>/edition.json   the exhibit without its events, and which packs hold the rest
    objects/, facts/             see `kiosk.station.objects` and `kiosk.station.packs`
    incoming/                    whatever is being written; worthless after an interruption
    known.json                   which object each source file became, to copy only what changed
    lock                         held while the store is written to
    rollback.json                see `kiosk.station.rollback`
    runs/, aside/                see `kiosk.station.crashes`

Folders in ``editions`` appear by a rename, last of all, so a reader sees all of one or nothing.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Self

import platformdirs

from kiosk.exhibit.model import Event
from kiosk.exhibit.problems import Problem
from kiosk.station.choosing import choose, read_standing, worth_keeping
from kiosk.station.crashes import forgive, read_set_aside
from kiosk.station.edition import LAYOUT, Contents, Edition, EditionHeader, NamedFile, StoredFile
from kiosk.station.files import make_folder, remove, sync_folder, write_synced
from kiosk.station.locks import is_locked, lock, locked
from kiosk.station.objects import ObjectStore
from kiosk.station.packs import Shelf, event_pack, plain_reader, read_event_pack
from kiosk.station.records import from_json, to_json
from kiosk.steps import Steps, at_once

log = logging.getLogger(__name__)

KEEP = 10
"""How many editions of each kind are kept to go back to."""

_ID = re.compile(r"\d{8}")
_read_files = plain_reader(NamedFile)
_read_problems = plain_reader(Problem)


def state_root(state: Path | None) -> Path:
    """Where this machine keeps what it knows: `state`, else ``KIOSK_STATE``, else the user's."""
    if state is not None:
        return state.absolute()
    named = os.environ.get("KIOSK_STATE")
    return Path(named).absolute() if named else platformdirs.user_state_path("kiosk", False)


def store_root(state: Path, content: Path) -> Path:
    """The store of one content folder below the state root; the folder need not exist."""
    real = content.resolve()
    digest = hashlib.sha256(os.fsencode(real)).hexdigest()[:10]
    name = re.sub(r"[^A-Za-z0-9._-]+", "-", real.name).strip(".-")[:40] or "content"
    return state / "contents" / f"{name}-{digest}"


class Hold:
    """Keeps one edition from being removed as long as this process lives or until `close`."""

    def __init__(self, descriptor: int | None) -> None:
        self._descriptor = descriptor

    def close(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class EditionStore:
    """The editions of one content folder. Reading never fails: what is broken is not there."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.objects = ObjectStore(root)
        self._shelf = Shelf(self.objects)
        self._editions = root / "editions"
        self.incoming = root / "incoming"

    def editions(self) -> tuple[EditionHeader, ...]:
        """All stored editions whose headers can be read, newest first."""
        headers = (self._header(number) for number in reversed(self._numbers()))
        return tuple(header for header in headers if header is not None)

    def load(self, number: str) -> Edition | None:
        """The edition with this id, or None if it is not there or not what was written."""
        return at_once(self.loading(number))

    def loading(self, number: str) -> Steps[Edition | None]:
        """`load` in steps of some milliseconds."""
        header = self._header(number)
        try:
            contents = None if header is None else self._contents(header)
            if header is None or contents is None:
                return None
            events: list[Event] = []
            for name in contents.events:
                events += self._shelf.take(name, read_event_pack)
                yield
            files: dict[str, StoredFile] = {}
            for name in contents.files:
                files |= {file.path: file.stored for file in self._shelf.take(name, _read_files)}
                yield
            problems: list[Problem] = []
            for name in contents.problems:
                problems += self._shelf.take(name, _read_problems)
                yield
        except (OSError, ValueError, TypeError, LookupError) as error:
            log.info("edition %s is skipped: %s", number, str(error).partition("\n")[0])
            return None
        self._shelf.forget_all_but(contents.packs)
        return Edition(
            id=number,
            exhibit=replace(contents.exhibit, events=tuple(events)),
            problems=tuple(problems),
            errors=contents.errors,
            warnings=contents.warnings,
            drafts=contents.drafts,
            files=files,
            fingerprint=header.fingerprint,
            objects=self.root / "objects",
        )

    def latest(self, good_only: bool) -> Edition | None:
        """The newest edition that can be read, without errors if `good_only`."""
        for header in self.editions():
            if not (good_only and header.errors) and (edition := self.load(header.id)):
                return edition
        return None

    def ranked(self, floor: bool) -> Iterator[EditionHeader]:
        """What `choose` picks, then what it would pick if that could not be read, and so on."""
        headers, standing = list(self.editions()), read_standing(self.root)
        while chosen := choose(headers, floor, standing):
            yield chosen
            headers.remove(chosen)

    def for_screen(self, floor: bool) -> Edition | None:
        """The edition that `choose` picks among those that can really be read."""
        editions = (self.load(header.id) for header in self.ranked(floor))
        return next((edition for edition in editions if edition is not None), None)

    def folder(self, number: str) -> Path:
        """Where an edition is, but for its objects."""
        return self._editions / number

    def needs(self, header: EditionHeader) -> set[str]:
        """The names of the objects that an edition is made of. Raises ValueError or OSError."""
        return self._needed_by(self._contents(header))

    def hold(self, number: str) -> Hold:
        """Protects an edition that is on screen from `prune`, also by other processes."""
        try:
            descriptor = os.open(self._editions / number / "header.json", os.O_RDONLY)
        except OSError:
            return Hold(None)
        lock(descriptor, shared=True)
        return Hold(descriptor)

    def next_number(self) -> str:
        numbers = self._numbers()
        return f"{int(numbers[-1]) + 1 if numbers else 1:08d}"

    def pack(self, edition: Edition) -> bytes:
        """Stores what is in an edition and gives its ``edition.json``; only while `locked`.

        The same for two editions in which neither visitors nor curators see a difference.
        """
        files = (NamedFile(path=path, stored=edition.files[path]) for path in sorted(edition.files))
        contents = Contents(
            exhibit=replace(edition.exhibit, events=()),
            errors=edition.errors,
            warnings=edition.warnings,
            drafts=edition.drafts,
            events=self._shelf.put(edition.exhibit.events, lambda event: event.id, event_pack),
            files=self._shelf.put(files, lambda file: file.path),
            problems=self._shelf.put(edition.problems, lambda found: found.place + found.code),
        )
        self._shelf.forget_all_but(contents.packs)
        return to_json(contents)

    def is_stored(self, header: EditionHeader, content: bytes) -> bool:
        """Whether ``edition.json`` of that edition has this `content`."""
        return header.sha256 == hashlib.sha256(content).hexdigest() and self._is_whole(header)

    def add(self, edition: Edition, content: bytes | None = None) -> None:
        """Stores an edition whose objects are stored already; only while `locked`.

        `content` is what `pack` has given for it.
        """
        content = self.pack(edition) if content is None else content
        seen = from_json(Contents, content).without_problems()
        header = EditionHeader(
            id=edition.id,
            events=len(edition.exhibit.events),
            errors=edition.errors,
            warnings=edition.warnings,
            drafts=edition.drafts,
            sha256=hashlib.sha256(content).hexdigest(),
            fingerprint=edition.fingerprint,
            look=hashlib.sha256(to_json(seen)).hexdigest(),
            made_at=time.time(),
        )
        temporary = self.incoming / edition.id
        temporary.mkdir()
        write_synced(temporary / "edition.json", content)
        write_synced(temporary / "header.json", to_json(header))
        sync_folder(temporary)
        make_folder(self._editions)
        self.objects.sync(self._needed_by(from_json(Contents, content)))
        temporary.rename(self._editions / edition.id)
        sync_folder(self._editions)

    def prune(self, keep: int = KEEP) -> None:
        """Removes the editions not `worth_keeping`, and every object that none of the rest needs.

        Those that are held stay too.
        """
        with self.locked():
            readable = [header for header in self.editions() if self._is_whole(header)]
            wanted = worth_keeping(readable, read_standing(self.root), keep)
            for number in self._numbers():
                if number not in wanted and not is_locked(self.folder(number) / "header.json"):
                    self._drop(number)
            if self._editions.is_dir():
                # What is gone must not come back without its objects after a power cut.
                sync_folder(self._editions)
            left = set(self._numbers())
            kept = (header for header in readable if header.id in left)
            self.objects.keep_only(set().union(*map(self.needs, kept)))
            for number in read_set_aside(self.root).keys() - left:
                forgive(self.root, number)

    def sweep(self) -> None:
        """Removes what interrupted makes left behind, unless one is under way."""
        with self.locked(wait=False) as mine:
            if mine:
                self.clear_incoming()

    def clear_incoming(self) -> None:
        for leftover in self.incoming.glob("*"):
            remove(leftover)

    @contextmanager
    def locked(self, *, wait: bool = True) -> Iterator[bool]:
        """Keeps other processes from writing; gives False if one is and `wait` is false."""
        make_folder(self.root)
        with locked(self.root / "lock", wait=wait) as mine:
            yield mine

    def _numbers(self) -> list[str]:
        try:
            return sorted(
                entry.name for entry in self._editions.iterdir() if _ID.fullmatch(entry.name)
            )
        except OSError:
            return []

    def _header(self, number: str) -> EditionHeader | None:
        try:
            stored = (self._editions / number / "header.json").read_bytes()
            header = from_json(EditionHeader, stored)
        except (OSError, ValueError):
            return None
        return header if header.layout == LAYOUT and header.id == number else None

    def _contents(self, header: EditionHeader) -> Contents:
        stored = (self._editions / header.id / "edition.json").read_bytes()
        if hashlib.sha256(stored).hexdigest() != header.sha256:
            raise ValueError("its checksum differs")
        return from_json(Contents, stored)

    def _is_whole(self, header: EditionHeader) -> bool:
        """Whether an edition could be loaded."""
        with suppress(OSError, ValueError):
            return all(map(self._shelf.is_whole, self._contents(header).packs))
        return False

    def _needed_by(self, contents: Contents) -> set[str]:
        needed = set(contents.packs)
        for name in contents.files:
            for file in self._shelf.take(name, _read_files):
                stored = file.stored
                needed |= {stored.object} if stored.object else set()
                needed |= set(stored.facts.previews.values()) if stored.facts else set()
        return needed

    def _drop(self, number: str) -> None:
        """Takes the edition away in one step before its files go one by one."""
        self.incoming.mkdir(exist_ok=True)
        doomed = self.incoming / f"old-{number}"
        try:
            (self._editions / number).rename(doomed)
        except OSError as error:
            log.info("edition %s could not be removed: %s", number, error)
            return
        remove(doomed)
