"""Decoding of media in a child process that may crash or hang without harm."""

from __future__ import annotations

import json
import logging
import subprocess
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from kiosk.exhibit.media.drawings import DrawingFault
from kiosk.exhibit.model import MediumKind
from kiosk.station.children import ONLY_FILES, child_environment, python_child
from kiosk.station.records import from_json

log = logging.getLogger(__name__)

TIME_LIMIT = 20.0
"""Seconds that one file may take."""

PREVIEW_SIDES = {"screen": 3840, "card": 960}
"""The previews that are made, and the longest side of each in pixels."""

STILLS = "stills"
PEAKS = "peaks"
"""What is made of films and of sounds beside those."""

STILLS_ACROSS = 8
"""How many stills stand in one row."""

ALSO_MADE = {MediumKind.VIDEO: (STILLS,), MediumKind.AUDIO: (PEAKS,)}

MAX_MEGAPIXELS = 400

_CHILD = "kiosk.station.decoding_child"


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaFacts:
    """What decoding found out about one file.

    `width` and `height` are pixels as shown (after rotation), 0 where there is no picture;
    `duration_ms` is 0 where nothing runs; `previews` names a file for each preview made. Of what
    is `drawn`, an SVG drawing, only the previews are ever shown. `stills` counts those in the
    preview of that name, `rate` is pictures in a second, `codec` Qt's name of how they are coded.
    """

    kind: MediumKind
    width: int = 0
    height: int = 0
    duration_ms: int = 0
    has_audio: bool = False
    previews: Mapping[str, str] = field(default_factory=dict)
    drawn: bool = False
    stills: int = 0
    rate: float = 0.0
    codec: str = ""


Reason = Literal[
    "damaged",
    "cut-short",
    "too-large",
    "no-picture",
    "no-sound",
    "codec",
    "deep-colour",
    "refused",
    "disguised",
    "slow",
    "crashed",
    "unwritten",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Why a file could not be decoded; `megapixels` is known when it was too large.

    ``codec`` and ``deep-colour``: it was understood, but not every kiosk would play it; `codec`
    then says in which coding. A drawing that was ``refused`` has the `fault` found in it.
    ``unwritten`` is not the file's fault: its preview could not be saved.
    """

    reason: Reason
    megapixels: int = 0
    codec: str = ""
    fault: DrawingFault | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One line from the child: exactly one of the two is set."""

    facts: MediaFacts | None = None
    failure: Failure | None = None


class Decoder:
    """Decodes one file at a time in a child process; a context manager.

    The child is started at the first file and lives on until one of them kills it.
    """

    def __init__(self, time_limit: float = TIME_LIMIT) -> None:
        self._time_limit = time_limit
        self._child: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    @property
    def pid(self) -> int | None:
        """The child's process id, or None while there is none."""
        return self._child.pid if self._child else None

    def decode(
        self, path: Path, kind: MediumKind, previews: Mapping[str, Path]
    ) -> MediaFacts | Failure:
        """The facts about `path`, with a preview written for each name in `previews`.

        A preview's path is given without suffix; the facts name the file that was written.
        """
        fresh = self._child is None
        result = self._ask(path, kind, previews)
        if not fresh and isinstance(result, Failure) and result.reason == "crashed":
            # An earlier file may have harmed the child: this one gets a fair trial.
            return self._ask(path, kind, previews)
        return result

    def _ask(
        self, path: Path, kind: MediumKind, previews: Mapping[str, Path]
    ) -> MediaFacts | Failure:
        child = self._child or self._start()
        assert child.stdin is not None
        assert child.stdout is not None
        request = {
            "path": str(path),
            "kind": kind.value,
            "previews": {name: str(stem) for name, stem in previews.items()},
            "limit": self._time_limit,
        }
        too_slow = threading.Event()

        def give_up() -> None:
            too_slow.set()
            child.kill()

        timer = threading.Timer(self._time_limit, give_up)
        timer.start()
        try:
            child.stdin.write(json.dumps(request) + "\n")
            child.stdin.flush()
            line = child.stdout.readline()
            answer = from_json(Answer, line.encode())
        except (OSError, ValueError):
            answer = Answer()
        except BaseException:
            self._end()
            raise
        finally:
            timer.cancel()
        if too_slow.is_set() or not (answer.facts or answer.failure):
            self._end()
            log.info("decoding %s ended its child process", path)
            return Failure(reason="slow" if too_slow.is_set() else "crashed")
        result = answer.facts or answer.failure
        assert result is not None
        return result

    def _start(self) -> subprocess.Popen[str]:
        self._child = subprocess.Popen(
            python_child(_CHILD),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
            env=child_environment(
                QT_QPA_PLATFORM="offscreen",
                QT_FFMPEG_DECODING_HW_DEVICE_TYPES=",",
                MALLOC_ARENA_MAX="2",
                **{ONLY_FILES: "file"},
            ),
        )
        return self._child

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    log.debug("the child's pipe was already broken")
