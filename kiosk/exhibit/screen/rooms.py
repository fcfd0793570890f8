"""The places of the screen that hold only so much text, at the largest text size.

All lengths are multiples of the size of running text at the usual text size (`Theme.base`), as in
`Theme.qml`, `TimelineSizes.qml`, `EventCard.qml`, `EraBand.qml` and `AttractScreen.qml`. Because
everything grows with the screen, a text that has room on one has room on all of its shape; the
narrowest is an upright one of 1080 × 1920, on which margins and gaps are widest.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import floor
from typing import Final

from kiosk.exhibit.screen.lettering import Face, elided, width_of, wrapped

BODY: Final = 1.52
SMALL: Final = BODY * 4.05 / 4.8
GAP: Final = 6 * 0.67 / 4.8
STEM: Final = 0.116
CARD: Final = (1 + BODY) * 5.95
"""The width of a card."""

UPRIGHT: Final = 1080 / 25.92
MARGIN: Final = 0.04 * UPRIGHT
"""The narrowest screen, and the margin on both its sides."""

_SERIF_LINE: Final = 1.371
_SANS_LINE: Final = 1.257
"""Height of a line of our typefaces in em."""

_LETTER: Final = 0.49
"""Mean width of a letter or space in em, and what is lost at the ends of lines."""


@dataclass(frozen=True, slots=True)
class Room:
    """As many `lines` of `width` em in that typeface; `place` says where."""

    face: Face
    width: float
    lines: int
    place: str

    @property
    def letters(self) -> int:
        """About how many letters it holds, of the width that letters have on average."""
        return floor(self.width * self.lines / _LETTER)


@dataclass(frozen=True, slots=True)
class Cut:
    """What is left of a text, and how many letters are too many."""

    shown: str
    excess: int


TITLE: Final = Room(
    Face.SERIF_SEMIBOLD, (CARD - STEM - GAP / 2) / BODY, 2, "its card at the largest text size"
)
ERA: Final = Room(
    Face.SANS,
    (UPRIGHT - 2 * MARGIN - CARD - GAP / 2) / SMALL,
    2,
    "its band at the largest text size",
)
HEADING: Final = Room(
    Face.SERIF_SEMIBOLD, (UPRIGHT - 2 * MARGIN) / 1.25, 1, "the top of an upright screen"
)
PROMPT: Final = Room(
    Face.SANS_SEMIBOLD,
    (UPRIGHT - 3.2 * MARGIN - 2 * GAP) / 1.25,
    1,
    "its button on an upright screen",
)
POSTER: Final = Room(Face.SERIF_SEMIBOLD, (UPRIGHT - 3.2 * MARGIN) / 3.8, 1, "the attract screen")
"""Where the longest word of the exhibit's title must find room."""


def summary_room(title: str) -> Room:
    """What a card without a picture has left below `title`; its lowest gaps, so that it holds."""
    height = CARD / 2 + 0.7 * 0.35 + SMALL * 1.26 + BODY * 2.45
    lines = min(TITLE.lines, len(wrapped(title, TITLE.face, TITLE.width)))
    used = SMALL * _SANS_LINE + lines * BODY * _SERIF_LINE * 0.96 + GAP / 4
    return Room(
        Face.SERIF,
        (CARD - STEM - GAP / 2) / SMALL,
        floor((height - used) / (SMALL * _SERIF_LINE)),
        "its card at the largest text size",
    )


def cut_in(room: Room, text: str) -> Cut | None:
    """How `text` is cut in `room`, None if it is not."""
    lines = wrapped(text, room.face, room.width)
    if len(lines) <= room.lines:
        return None
    kept = lines[: room.lines - 1]
    last = elided(" ".join(lines[room.lines - 1 :]), room.face, room.width)
    shown = " ".join((*kept, last))
    return Cut(shown, max(1, len(" ".join(lines)) - len(shown.removesuffix("…"))))


def widest_word(text: str) -> str:
    """The word of `text` that needs most room on the attract screen."""
    return max(text.split(), key=lambda word: width_of(word, POSTER.face), default="")
