"""Files that nothing uses."""

from __future__ import annotations

import pytest

from kiosk.exhibit.reader import read_exhibit
from tests.exhibit.readings import E, Files, Write

MEDIUM = "media: [{file: a.png, alt: x, credit: x, rights: x}]\n"


def unused(files: Files, write: Write) -> list[tuple[str, str]]:
    """Path and code of the warnings about files and folders."""
    problems = read_exhibit(write(files)).problems
    return [(p.path, p.code) for p in problems if p.code.startswith("unused")]


@pytest.mark.parametrize(
    "path",
    ["events/a/b.png", "events/a/scans/b.tif", "media/b.png", "b.png", "strings/lt.yml"],
)
def test_a_file_that_nothing_uses(content: Write, good: Files, png: bytes, path: str) -> None:
    """It is a warning at the file, wherever it lies."""
    good[E] += MEDIUM
    good["events/a/a.png"] = png
    good[path] = png
    assert unused(good, content) == [(path, "unused-file")]


@pytest.mark.parametrize(
    "path",
    [
        "events/a/README.md",
        "events/a/notes.txt",
        "events/a/LICENSE",
        "events/a/event.yaml~",
        "events/a/.~lock.event.yaml#",
        "media/.DS_Store",
        "fonts/OFL.txt",
        "README.md",
    ],
)
def test_notes_and_what_systems_leave_are_tolerated(content: Write, good: Files, path: str) -> None:
    """Curators may write to each other, and nobody is asked about hidden files."""
    good[path] = "x"
    assert unused(good, content) == []


def test_every_kind_of_use_counts(
    content: Write, good: Files, png: bytes, webm: bytes, vtt: str
) -> None:
    """Heroes, figures, posters, captions, icons, attract pictures, and what a draft needs."""
    good["exhibit.yaml"] += "attract: {media: [cover.png, pictures/b.png]}\n"
    good[E] += (
        "hero: hero.png\nmedia:\n  - {file: f.webm, alt: x, credit: x, rights: x, "
        "poster: p.png, captions: {lt: f.vtt, en: f.vtt}}\n"
    )
    good["events/a/article.lt.md"] = good["events/a/article.en.md"] = "![](figure.png)\n"
    good["events/b/event.yaml"] = f"date: 1950\ntitle: x\ndraft: true\n{MEDIUM}"
    for name in ("events/a/hero.png", "events/a/p.png", "events/a/figure.png", "media/a.png"):
        good[name] = png
    good |= {"cover.png": png, "pictures/b.png": png, "events/a/f.webm": webm}
    good["events/a/f.vtt"] = vtt
    assert unused(good, content) == []


def test_an_error_may_be_the_reason(content: Write, good: Files, png: bytes) -> None:
    """While a name is mistyped, its file is not called unused as well."""
    good["events/a/tower.png"] = good["media/shared.png"] = png
    good[E] += MEDIUM
    assert unused(good, content) == []
    good[E] = "date: [\n"
    assert unused(good, content) == []


def test_a_description_is_no_use(content: Write, good: Files, png: bytes) -> None:
    """media.yaml only says what a shared picture is."""
    good["media/a.png"] = png
    good["media/media.yaml"] = "a.png: {alt: x, credit: x}\n"
    assert unused(good, content) == [("media/a.png", "unused-file")]


@pytest.mark.parametrize(
    ("folder", "hint"),
    [("event", "Did you mean “events”?"), ("Media", "Did you mean “media”?"), ("zzz", "out of")],
)
def test_a_folder_with_a_wrong_name(content: Write, good: Files, folder: str, hint: str) -> None:
    """The whole folder is one warning, with the name it should have."""
    good[f"{folder}/b/event.yml"] = good[f"{folder}/c/event.yml"] = "x"
    problems = read_exhibit(content(good)).problems
    (problem,) = [p for p in problems if p.path.startswith(folder + "/") or p.path == folder]
    assert (problem.path, problem.code) == (folder, "unused-folder")
    assert hint in problem.hint
