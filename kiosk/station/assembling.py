"""Making an edition: read the content folder, copy its files, decode its media, store."""

from __future__ import annotations

import errno
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kiosk.exhibit.memory import Before, Memory
from kiosk.exhibit.model import Exhibit, MediumKind
from kiosk.exhibit.problems import Problem, Severity, in_reading_order
from kiosk.exhibit.reader import Reading, read_exhibit
from kiosk.station.decoding import ALSO_MADE, PREVIEW_SIDES, Decoder, Failure, MediaFacts
from kiosk.station.edition import Edition, StoredFile, count
from kiosk.station.editions import EditionStore
from kiosk.station.files import Changing, Stamp, replace_with
from kiosk.station.inspection import (
    Inspected,
    Progress,
    inspect_media,
    media_kinds,
    still_changing,
    unreadable,
)
from kiosk.station.records import from_json, to_json
from kiosk.station.signature import FolderLook, look_at

log = logging.getLogger(__name__)

_STORE_FAULTS = {
    errno.ENOSPC: "The disk is full",
    errno.EDQUOT: "The disk space allowed to this user is used up",
    errno.EROFS: "The disk can only be read",
    errno.EIO: "The disk does not work properly",
    errno.EMFILE: "Too many files are open",
}


class StoreError(Exception):
    """The edition could not be stored; says so in one sentence. What was stored before stays."""


class Made(NamedTuple):
    """`edition` is None if nothing in the content folder is usable; the problems say why."""

    edition: Edition | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Taken:
    """The object a source file became, and its stamp when it was copied."""

    object: str
    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int

    @property
    def stamp(self) -> Stamp:
        return Stamp(self.size, self.mtime_ns, self.ctime_ns, self.inode)


@dataclass(frozen=True, slots=True)
class _Known:
    files: Mapping[str, _Taken]


def make_edition(
    store: EditionStore,
    content: Path,
    *,
    drafts: bool,
    on_progress: Progress,
    on_reading: Progress = lambda _done, _of: None,
    today: date | None = None,
    memory: Memory | None = None,
) -> Made:
    """Stores the present state of `content` and gives it, or the latest if that is the same.

    Only files that changed are copied, only contents never seen before are decoded, and of what is
    in `memory` only events that changed are read. `on_reading` hears of events, `on_progress` of
    files. Waits while another process writes to the store. Raises StoreError.
    """
    try:
        with store.locked():
            store.incoming.mkdir(parents=True, exist_ok=True)
            store.clear_incoming()
            look = look_at(content)
            before = Before(memory or Memory(), look.stamps.get)
            reading = read_exhibit(content, today, drafts, before=before, on_progress=on_reading)
            return _make(store, content, look, reading, drafts, on_progress)
    except OSError as error:
        raise _store_error(store.root, error) from error


def _make(
    store: EditionStore,
    content: Path,
    look: FolderLook,
    reading: Reading,
    drafts: bool,
    on_progress: Progress,
) -> Made:
    if reading.exhibit is None:
        return Made(None, in_reading_order(reading.problems))
    media = len(media_kinds(reading.exhibit).keys() & set(reading.files))
    total = len(reading.files) + media

    def copied(done: int, _of: int) -> None:
        on_progress(done, total)

    def decoded(done: int, _of: int) -> None:
        on_progress(len(reading.files) + done, total)

    taken, troubles = _take_files(store, content, reading.files, copied)
    inspected = _inspect(store, reading.exhibit, taken, decoded)
    problems = in_reading_order((*reading.problems, *troubles, *inspected.problems))
    edition = Edition(
        id=store.next_number(),
        exhibit=reading.exhibit,
        problems=problems,
        errors=count(problems, Severity.ERROR),
        warnings=count(problems, Severity.WARNING),
        drafts=drafts,
        files={file: _stored(file, taken, inspected) for file in reading.files},
        fingerprint=look.signature,
        objects=store.root / "objects",
    )
    packed = store.pack(edition)
    latest = next((header for header in store.editions() if header.drafts == drafts), None)
    if latest is not None and store.is_stored(latest, packed):
        return Made(replace(edition, id=latest.id, fingerprint=latest.fingerprint), problems)
    store.add(edition, packed)
    return Made(edition, problems)


def _take_files(
    store: EditionStore, content: Path, files: tuple[str, ...], on_progress: Progress
) -> tuple[dict[str, str], list[Problem]]:
    """The object each file became, and a problem for each that could not be copied."""
    known = _read_known(store)
    now_known: dict[str, _Taken] = {}
    taken: dict[str, str] = {}
    problems = []
    for done, file in enumerate(files, start=1):
        source = content / file
        try:
            before = known.get(file)
            same = before is not None and before.stamp == Stamp.of(source.stat())
            if before is not None and same and store.objects.holds(before.object):
                now_known[file], taken[file] = before, before.object
            else:
                now = time.time_ns()
                taken[file], copy = store.objects.take(source, content)
                if copy.stamp.is_settled(now):
                    now_known[file] = _Taken(taken[file], *copy.stamp)
        except Changing:
            problems.append(still_changing(file))
        except OSError as error:
            if error.errno in _STORE_FAULTS:
                raise
            problems.append(unreadable(file))
        on_progress(done, len(files))
    if now_known != known:
        replace_with(store.root / "known.json", to_json(_Known(now_known)))
    return taken, problems


def _read_known(store: EditionStore) -> Mapping[str, _Taken]:
    try:
        return from_json(_Known, (store.root / "known.json").read_bytes()).files
    except (OSError, ValueError):
        return {}


def _inspect(
    store: EditionStore, exhibit: Exhibit, taken: Mapping[str, str], on_progress: Progress
) -> Inspected:
    objects = store.objects
    sources = {file: objects.path(name) for file, name in taken.items()}
    with Decoder() as decoder:

        def examine(path: Path, kind: MediumKind) -> MediaFacts | Failure:
            known = objects.recall(path.name, kind)
            if known is not None:
                return known
            result = _decode(decoder, store, path, kind)
            objects.remember(path.name, kind, result)
            return result

        return inspect_media(sources, exhibit, examine, on_progress, store.root)


def _decode(
    decoder: Decoder, store: EditionStore, path: Path, kind: MediumKind
) -> MediaFacts | Failure:
    names = (*PREVIEW_SIDES, *ALSO_MADE.get(kind, ()))
    stems = {name: store.incoming / f"preview-{name}" for name in names}
    result = decoder.decode(path, kind, stems)
    if isinstance(result, Failure):
        if result.reason == "unwritten":
            raise StoreError(
                f"The preview of a picture could not be written to {store.root}; "
                "the disk may be full."
            )
        return result
    previews = {
        name: store.objects.adopt(store.incoming / file) for name, file in result.previews.items()
    }
    return replace(result, previews=previews)


def _stored(file: str, taken: Mapping[str, str], inspected: Inspected) -> StoredFile:
    return StoredFile(
        object=taken.get(file),
        facts=inspected.facts.get(file),
        failed=file in inspected.failed or file not in taken,
    )


def _store_error(root: Path, error: OSError) -> StoreError:
    if error.errno in (errno.EACCES, errno.EPERM):
        return StoreError(f"The kiosk is not allowed to write to {root}.")
    fault = _STORE_FAULTS.get(error.errno or 0)
    if fault is None:
        return StoreError(f"The edition could not be stored in {root}: {error.strerror or error}.")
    return StoreError(f"{fault}: nothing more can be stored in {root}.")
