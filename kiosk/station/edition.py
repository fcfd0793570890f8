"""What an edition is, in memory and as it is stored."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.exhibit.model import Exhibit
from kiosk.exhibit.problems import Problem, Severity
from kiosk.station.decoding import MediaFacts

LAYOUT = 3
"""Changes when stored editions of before can no longer be read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """One file of an edition. `object` is None if it could not be copied."""

    object: str | None = None
    facts: MediaFacts | None = None
    failed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionHeader:
    """What there is to know about an edition without reading it all.

    `id` sorts by age: it counts and never looks at the clock, unlike `made_at`, which is only for
    people, in seconds since 1970. `drafts` tells that hidden events are in it, which the floor
    must not show. Editions of the same `look` show visitors the same.
    """

    layout: int = LAYOUT
    id: str
    events: int = 0
    errors: int
    warnings: int
    drafts: bool
    sha256: str
    fingerprint: str = ""
    look: str = ""
    made_at: float = 0.0

    @property
    def number(self) -> int:
        """The id as people write it."""
        return int(self.id)


@dataclass(frozen=True, kw_only=True)
class Edition:
    """One complete state of a content folder.

    `files` are by their paths relative to it, `fingerprint` is its `folder_signature` when the
    edition was made. `objects` is where this process finds the copies.
    """

    id: str
    exhibit: Exhibit
    problems: tuple[Problem, ...]
    errors: int
    warnings: int
    drafts: bool
    files: Mapping[str, StoredFile]
    fingerprint: str
    objects: Path = Path()

    def path(self, file: str) -> Path | None:
        """Where the copy of `file` is, or None if it is missing or could not be decoded.

        For a drawing the picture made of it: nothing opens an SVG file in the running kiosk.
        """
        stored = self.files.get(file)
        if stored is None or stored.failed or stored.object is None:
            return None
        if stored.facts is not None and stored.facts.drawn:
            return self.preview(file, "screen")
        return None if stored.object.endswith(".svg") else self._present(stored.object)

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

    def _present(self, name: str) -> Path | None:
        path = self.objects / name[:2] / name
        return path if path.is_file() else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """An edition as ``edition.json`` has it: its `exhibit` without events, the rest in packs."""

    exhibit: Exhibit
    errors: int
    warnings: int
    drafts: bool
    events: tuple[str, ...]
    files: tuple[str, ...]
    problems: tuple[str, ...]

    def without_problems(self) -> Contents:
        """All that visitors see of it."""
        return replace(self, errors=0, warnings=0, problems=())

    @property
    def packs(self) -> tuple[str, ...]:
        return (*self.events, *self.files, *self.problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedFile:
    path: str
    stored: StoredFile


def count(problems: Sequence[Problem], severity: Severity) -> int:
    return sum(problem.severity == severity for problem in problems)
