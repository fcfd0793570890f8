"""Making an edition: read the content folder, copy its files, decode its media, store."""

from __future__ import annotations

import errno
import logging
import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from pydantic import RootModel, ValidationError

from kiosk.exhibit.model import Exhibit, MediumKind
from kiosk.exhibit.problems import Problem, Severity, in_reading_order
from kiosk.exhibit.reader import read_exhibit
from kiosk.station.decoding import PREVIEW_SIDES, Decoder, Failure, MediaFacts
from kiosk.station.editions import Edition, EditionStore, StoredFile, count
from kiosk.station.files import Changing, Stamp, replace_with
from kiosk.station.inspection import (
    Inspected,
    Progress,
    inspect_media,
    media_kinds,
    still_changing,
    unreadable,
)
from kiosk.station.signature import folder_signature

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


class _Known(RootModel[dict[str, tuple[Stamp, str]]]):
    """The stamp of each source file when it was last copied, and the object it became."""


def make_edition(
    store: EditionStore,
    content: Path,
    *,
    drafts: bool,
    on_progress: Progress,
    today: date | None = None,
) -> Made:
    """Stores the present state of `content` and gives it, or the latest if that is the same.

    Only files that changed are copied, only contents never seen before are decoded. Waits while
    another process writes to the store. Raises StoreError.
    """
    try:
        with store.locked():
            store.incoming.mkdir(parents=True, exist_ok=True)
            store.clear_incoming()
            return _make(store, content, drafts, on_progress, today)
    except OSError as error:
        raise _store_error(store.root, error) from error


def _make(
    store: EditionStore, content: Path, drafts: bool, on_progress: Progress, today: date | None
) -> Made:
    fingerprint = folder_signature(content)
    reading = read_exhibit(content, today=today, drafts=drafts)
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
        fingerprint=fingerprint,
        objects=store.root / "objects",
    )
    latest = next((header for header in store.editions() if header.drafts == drafts), None)
    before = store.load(latest.id) if latest else None
    if before is not None and before.shows_the_same_as(edition):
        return Made(before, before.problems)
    store.add(edition)
    return Made(edition, problems)


def _take_files(
    store: EditionStore, content: Path, files: tuple[str, ...], on_progress: Progress
) -> tuple[dict[str, str], list[Problem]]:
    """The object each file became, and a problem for each that could not be copied."""
    known = _read_known(store)
    now_known: dict[str, tuple[Stamp, str]] = {}
    taken: dict[str, str] = {}
    problems = []
    for done, file in enumerate(files, start=1):
        source = content / file
        try:
            before = known.get(file)
            if before and before[0] == Stamp.of(source.stat()) and store.objects.holds(before[1]):
                now_known[file], taken[file] = before, before[1]
            else:
                now = time.time_ns()
                taken[file], copy = store.objects.take(source, content)
                if copy.stamp.is_settled(now):
                    now_known[file] = (copy.stamp, taken[file])
        except Changing:
            problems.append(still_changing(file))
        except OSError as error:
            if error.errno in _STORE_FAULTS:
                raise
            problems.append(unreadable(file))
        on_progress(done, len(files))
    if now_known != known:
        replace_with(store.root / "known.json", _Known(now_known).model_dump_json().encode())
    return taken, problems


def _read_known(store: EditionStore) -> dict[str, tuple[Stamp, str]]:
    try:
        return _Known.model_validate_json((store.root / "known.json").read_bytes()).root
    except (OSError, ValidationError):
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
    stems = {name: store.incoming / f"preview-{name}" for name in PREVIEW_SIDES}
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
    return result.model_copy(update={"previews": previews})


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
