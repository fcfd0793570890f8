"""What an import says: what it could not use, what it could not carry over, what it decided."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from rich.console import Console
from rich.text import Text

from kiosk.exhibit.wording import clip, listed


class Weight(StrEnum):
    """REFUSED left out a whole row; LOST left out a part of it; SAID is only good to know."""

    REFUSED = "not imported"
    LOST = "not carried over"
    SAID = "note"


@dataclass(frozen=True, slots=True)
class Note:
    """One finding. `place` names the row or slide; the same `message` is said once for all."""

    weight: Weight
    message: str
    place: str = ""


class ImportRefused(Exception):
    """Why a file is not imported at all, in one or two sentences."""


def print_notes(console: Console, notes: Iterable[Note]) -> None:
    """Print the notes, the gravest first, each message once with all its places."""
    places: dict[tuple[Weight, str], list[str]] = {}
    for note in notes:
        places.setdefault((note.weight, note.message), []).append(note.place)
    styles = {Weight.REFUSED: "bold red", Weight.LOST: "yellow", Weight.SAID: "dim"}
    for weight in Weight:
        for (kind, message), where in places.items():
            if kind is weight:
                line = Text(f"  {weight:<18}", style=styles[weight])
                named = list(dict.fromkeys(place for place in where if place))
                shown = f"{listed(named, 8)}: " if named else ""
                line.append(clip(f"{shown}{message}", 600), style="default")
                console.print(line, soft_wrap=True)
