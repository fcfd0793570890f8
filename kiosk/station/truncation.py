"""Finding out from a file's own lengths that its end is missing."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

STREAMED = (0, 0xFFFFFFFF)
"""What stands in a RIFF header if the recorder did not know the length."""


def is_cut_off(path: Path) -> bool:
    """Whether an MP4 (ISO 14496-12, 4.2) or RIFF file announces more bytes than it has.

    False for every other format.
    """
    size = path.stat().st_size
    with path.open("rb") as reading:
        head = reading.read(12)
        if head[:4] == b"RIFF":
            announced = int.from_bytes(head[4:8], "little")
            return announced not in STREAMED and announced + 8 > size + 1
        return head[4:8] == b"ftyp" and _boxes_end(reading, size) > size


def _boxes_end(reading: BinaryIO, size: int) -> int:
    """Where the last box at the top level ends, by its own account."""
    place = 0
    while place + 8 <= size:
        reading.seek(place)
        header = reading.read(16)
        length = int.from_bytes(header[:4], "big")
        if length == 1:
            length = int.from_bytes(header[8:16], "big")
        if length < 8 or not header[4:8].isalnum():
            return place
        place += length
    return place
