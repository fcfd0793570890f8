"""Editions: complete, validated states of a content folder, kept where nothing changes them.

Below the root of a store::

    editions/<id>/header.json    what is needed to choose among editions
    editions/<id>/edition.json   everything else
    objects/, facts/             see `kiosk.station.objects`
    incoming/                    whatever is being written; worthless after an interruption
    known.json                   which object each source file became, to copy only what changed
    lock                         held while the store is written to

Folders in ``editions`` appear by a rename, last of all, so a reader sees all of one or nothing.
"""

from __future__ import annotations

import gc
import hashlib
import logging
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.problems import Problem, Severity
from kiosk.station.decoding import MediaFacts
from kiosk.station.files import remove, sync_folder, write_synced
from kiosk.station.objects import OBJECT_NAME, ObjectStore

log = logging.getLogger(__name__)

LAYOUT = 1
"""Changes when stored editions of before can no longer be read."""

_ID = re.compile(r"\d{8}")


class StoredFile(BaseModel):
    """One file of an edition. `object` is None if it could not be copied."""

    model_config = ConfigDict(frozen=True)

    object: str | None = Field(default=None, pattern=OBJECT_NAME)
    facts: MediaFacts | None = None
    failed: bool = False


class EditionHeader(BaseModel):
    """What there is to know about an edition without reading it all.

    `id` sorts by age: it counts and never looks at the clock. `drafts` tells that hidden events
    are in it, which the floor must not show.
    """

    model_config = ConfigDict(frozen=True)

    layout: int = LAYOUT
    id: str
    errors: int
    warnings: int
    drafts: bool
    sha256: str


class Edition(BaseModel):
    """One complete state of a content folder.

    `files` are by their paths relative to it, `fingerprint` is its `folder_signature` when the
    edition was made. `objects` is where this process finds the copies.
    """

    model_config = ConfigDict(frozen=True)

    id: str
    exhibit: Exhibit
    problems: tuple[Problem, ...]
    errors: int
    warnings: int
    drafts: bool
    files: Mapping[str, StoredFile]
    fingerprint: str
    objects: Path = Field(default=Path(), exclude=True)

    def path(self, file: str) -> Path | None:
        """Where the copy of `file` is, or None if it is missing or could not be decoded."""
        stored = self.files.get(file)
        if stored is None or stored.failed or stored.object is None:
            return None
        return self._present(stored.object)

    def preview(self, file: str, name: str) -> Path | None:
        """The preview ``"screen"`` or ``"card"`` of a picture or film, or None."""
        stored = self.files.get(file)
        if stored is None or stored.failed or stored.facts is None:
            return None
        preview = stored.facts.previews.get(name)
        return None if preview is None else self._present(preview)

    def facts(self, file: str) -> MediaFacts | None:
        stored = self.files.get(file)
        return stored.facts if stored else None

    def shows_the_same_as(self, other: Edition) -> bool:
        """Whether a visitor and a curator would see no difference."""
        return (
            self.exhibit == other.exhibit
            and self.problems == other.problems
            and self.drafts == other.drafts
            and self.files == other.files
        )

    def _present(self, name: str) -> Path | None:
        path = self.objects / name[:2] / name
        return path if path.is_file() else None


def count(problems: Sequence[Problem], severity: Severity) -> int:
    return sum(problem.severity == severity for problem in problems)


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


def choose(editions: Sequence[EditionHeader], floor: bool) -> EditionHeader | None:
    """Which edition to show, out of all, newest first.

    On the floor the newest without errors; as long as there never was one, the newest. In a
    window the newest in any case.
    """
    if not floor:
        return next(iter(editions), None)
    public = [edition for edition in editions if not edition.drafts]
    good = (edition for edition in public if not edition.errors)
    return next(good, next(iter(public), None))


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
        self._editions = root / "editions"
        self.incoming = root / "incoming"

    def editions(self) -> tuple[EditionHeader, ...]:
        """All stored editions whose headers can be read, newest first."""
        headers = (self._header(number) for number in reversed(self._numbers()))
        return tuple(header for header in headers if header is not None)

    def load(self, number: str) -> Edition | None:
        """The edition with this id, or None if it is not there or not what was written."""
        header = self._header(number)
        if header is None:
            return None
        try:
            stored = (self._editions / number / "edition.json").read_bytes()
            if hashlib.sha256(stored).hexdigest() != header.sha256:
                raise ValueError("its checksum differs")
            with _no_collection():
                edition = Edition.model_validate_json(stored)
        except (OSError, ValueError, RecursionError) as error:
            log.info("edition %s is skipped: %s", number, str(error).partition("\n")[0])
            return None
        return edition.model_copy(update={"objects": self.root / "objects"})

    def latest(self, good_only: bool) -> Edition | None:
        """The newest edition that can be read, without errors if `good_only`."""
        for header in self.editions():
            if not (good_only and header.errors) and (edition := self.load(header.id)):
                return edition
        return None

    def for_screen(self, floor: bool) -> Edition | None:
        """The edition that `choose` picks among those that can really be read."""
        headers = list(self.editions())
        while chosen := choose(headers, floor):
            if edition := self.load(chosen.id):
                return edition
            headers.remove(chosen)
        return None

    def hold(self, number: str) -> Hold:
        """Protects an edition that is on screen from `prune`, also by other processes."""
        try:
            descriptor = os.open(self._editions / number / "header.json", os.O_RDONLY)
        except OSError:
            return Hold(None)
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_SH)
        return Hold(descriptor)

    def next_number(self) -> str:
        numbers = self._numbers()
        return f"{int(numbers[-1]) + 1 if numbers else 1:08d}"

    def add(self, edition: Edition) -> None:
        """Stores an edition whose objects are stored already; only while `locked`."""
        content = edition.model_dump_json().encode()
        header = EditionHeader(
            id=edition.id,
            errors=edition.errors,
            warnings=edition.warnings,
            drafts=edition.drafts,
            sha256=hashlib.sha256(content).hexdigest(),
        )
        temporary = self.incoming / edition.id
        temporary.mkdir()
        write_synced(temporary / "edition.json", content)
        write_synced(temporary / "header.json", header.model_dump_json().encode())
        sync_folder(temporary)
        self.objects.sync()
        self._editions.mkdir(exist_ok=True)
        temporary.rename(self._editions / edition.id)
        sync_folder(self._editions)
        sync_folder(self.root)

    def prune(self, keep: int = 5) -> None:
        """Removes old editions and every object that none of the rest needs.

        Of editions with and without drafts each, `keep` and the newest good one stay, and those
        that are held.
        """
        with self.locked():
            readable = {header.id: self.load(header.id) for header in self.editions()}
            editions = [edition for edition in readable.values() if edition is not None]
            wanted = set()
            for drafts in (False, True):
                group = [edition for edition in editions if edition.drafts == drafts]
                good = [edition for edition in group if not edition.errors]
                wanted |= {edition.id for edition in group[:keep] + good[:1]}
            for number in self._numbers():
                if number in wanted or self._is_held(number):
                    continue
                self._drop(number)
                readable.pop(number, None)
            kept = [edition for edition in readable.values() if edition is not None]
            self.objects.keep_only(set().union(*map(_objects_of, kept)))

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
        self.root.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self.root / "lock", os.O_RDWR | os.O_CREAT, 0o644)
        try:
            yield _lock(descriptor, wait)
        finally:
            os.close(descriptor)

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
            header = EditionHeader.model_validate_json(stored)
        except (OSError, ValidationError):
            return None
        return header if header.layout == LAYOUT and header.id == number else None

    def _is_held(self, number: str) -> bool:
        if sys.platform == "win32":
            return False
        try:
            descriptor = os.open(self._editions / number / "header.json", os.O_RDONLY)
        except OSError:
            return False
        try:
            return not _lock(descriptor, wait=False)
        finally:
            os.close(descriptor)

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


@contextmanager
def _no_collection() -> Iterator[None]:
    """Garbage collection while 10 000 events are built finds nothing and takes three times as long.

    The collector is the whole process's, so it is only put back on if it was on.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _objects_of(edition: Edition) -> set[str]:
    needed = set()
    for stored in edition.files.values():
        needed |= {stored.object} if stored.object else set()
        needed |= set(stored.facts.previews.values()) if stored.facts else set()
    return needed


def _lock(descriptor: int, wait: bool) -> bool:
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    return True
