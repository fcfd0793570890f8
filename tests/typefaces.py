"""Small typefaces of a family that no computer has, made of ours."""

from __future__ import annotations

from pathlib import Path

import font_source_sans_pro
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FAMILY = "Bridge Builder"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz ,.0123456789"
"""What they have; letters with marks are missing."""

_NAMES = {1: FAMILY, 2: "Regular", 4: FAMILY, 6: "BridgeBuilder", 16: FAMILY, 17: "Regular"}
_REGULAR = 400


def write_typeface(file: Path, style: str = "Black") -> None:
    """Write one to `file`; `style` is how heavy its letters are: ``Black``, ``ExtraLight`` …."""
    ours = Path(font_source_sans_pro.__file__).parent / "files" / f"SourceSansPro-{style}.ttf"
    with TTFont(ours) as font:
        letters = Subsetter(Options(name_IDs=["*"]))
        letters.populate(text=LETTERS)
        letters.subset(font)
        for record in font["name"].names:
            record.string = _NAMES.get(record.nameID, record.toUnicode())
        font["OS/2"].usWeightClass = _REGULAR
        font.save(file)
