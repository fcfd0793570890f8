"""Draws the pictures of both exhibits: `python assets/art/draw.py [--only NAME]`.

Needs PySide6 and numpy. `--proof FOLDER` writes half-size PNG files there instead.
"""

from __future__ import annotations

import argparse
import importlib
import os
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QGuiApplication, QImage

ROOT = Path(__file__).resolve().parents[2]
MODULES = (
    "people",
    "rooms",
    "desks",
    "nights",
    "streets",
    "dawns",
    "shores",
    "maps",
    "world",
    "charts",
    "mast",
    "mill",
)
LARGEST = 360_000


def main() -> None:
    """Reads the command line and draws."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--only", action="append", default=[], metavar="NAME")
    options.add_argument("--proof", type=Path, metavar="FOLDER")
    chosen = options.parse_args()
    application = QGuiApplication([])
    here = Path(__file__).parent
    for name in MODULES:
        if not (here / f"{name}.py").exists():
            continue
        module = importlib.import_module(name)
        folder = ROOT / getattr(module, "FOLDER", "content")
        for file, draw in module.PICTURES.items():
            stem = Path(file).name.split(".")[0]
            if chosen.only and stem not in chosen.only:
                continue
            started = time.monotonic()
            if chosen.proof:
                target = chosen.proof / Path(file).with_suffix(".png").name
                draw(0.5).save(str(target))
            else:
                target = folder / file
                write(draw(getattr(module, "SCALE", 1.0)), target)
            print(
                f"{target}  {target.stat().st_size // 1000} kB  {time.monotonic() - started:.1f} s"
            )
    application.quit()


def write(image: QImage, target: Path) -> None:
    """Writes WebP, at quality 88 or as much lower as the size asks."""
    target.parent.mkdir(parents=True, exist_ok=True)
    for quality in (88, 76, 66, 58, 52):
        if not image.save(str(target), "webp", quality):
            raise OSError(f"cannot write {target}")
        if target.stat().st_size <= LARGEST:
            return


if __name__ == "__main__":
    main()
