"""An exhibit whose events stand in crowds: a year that spreads out, and one day that cannot."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QImage

FIRST, LAST = "a-first", "z-last"
YEAR = tuple(f"year-{month:02}" for month in range(1, 13))
DAY = tuple(f"day-{number:02}" for number in range(40))
PICTURED = DAY[0]

_EXHIBIT = """\
title: {en: Crowds, lt: Spūstys}
languages: [en, lt]
timeline: {start: 1900, end: 1999, scale: proportional}
"""


def write_crowds(content: Path) -> None:
    """Two lonely events at the ends, twelve in the months of 1905, forty on one day of 1950."""
    content.mkdir(parents=True)
    (content / "exhibit.yaml").write_text(_EXHIBIT, encoding="utf-8")
    _write(content, FIRST, "1900-01-01", "The first", "Pirmas")
    _write(content, LAST, "1999-12-31", "The last", "Paskutinis")
    for number, name in enumerate(YEAR, 1):
        _write(content, name, f"1905-{number:02}-15", f"Month {number}", f"Mėnuo {number}")
    for number, name in enumerate(DAY, 1):
        _write(content, name, "1950-06-01", f"On the day {number}", f"Tą dieną {number}")
    picture = QImage(1600, 1000, QImage.Format.Format_RGB32)
    picture.fill(QColor("#5c7a5a"))
    assert picture.save(str(content / "events" / PICTURED / "meadow.jpg"))


def _write(content: Path, name: str, date: str, english: str, lithuanian: str) -> None:
    folder = content / "events" / name
    folder.mkdir(parents=True)
    lines = [f"date: {date}", f"title: {{en: {english}, lt: {lithuanian}}}"]
    if name == PICTURED:
        lines += ["hero: meadow.jpg", "media:", "  - file: meadow.jpg"]
        lines += ["    alt: {en: A meadow, lt: Pieva}", "    credit: Drawn", "    rights: CC0"]
    (folder / "event.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
