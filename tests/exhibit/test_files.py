from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.exhibit.model import Medium, Text
from kiosk.exhibit.reader import Reading, read_exhibit
from tests.exhibit.readings import E, Files, Write, errors, exhibit_of, warnings


def media_of(reading: Reading) -> tuple[Medium, ...]:
    """The media of the only event."""
    return exhibit_of(reading).events[0].media


BAD_MEDIA = [
    ("tower.jpg", "missing-file", "Put the file into events/a/ or media/."),
    ("PICTURE.png", "missing-file", "Did you mean “picture.png”?"),
    ("picture.jpg", "missing-file", "Did you mean “picture.png”?"),
    ("pictures.png", "missing-file", "Did you mean “picture.png”?"),
    ("../b/picture.png", "unsafe-file", ""),
    ("sub/../../../../etc/passwd", "unsafe-file", ""),
    ("/etc/passwd", "unsafe-file", ""),
    ("~/picture.png", "unsafe-file", ""),
    ("http://example.org/x.png", "unsafe-file", ""),
    ("file:///etc/passwd", "unsafe-file", ""),
    ("//server/share/x.png", "unsafe-file", ""),
    ("C:\\pictures\\x.png", "unsafe-file", ""),
    ("pictures\\x.png", "unsafe-file", ""),
    ("folder.png", "not-a-file", ""),
    ("fifo.png", "not-a-file", ""),
    ("leaves.png", "unsafe-file", ""),
    ("out/secret.png", "unsafe-file", ""),
    ("empty.png", "empty-file", ""),
    ("noise.png", "unplayable-file", ""),
    ("list.mp4", "unplayable-file", ""),
    ("really-png.mp4", "wrong-suffix", "Rename it to “really-png.png”."),
]


@pytest.fixture
def pitfalls(content: Write, good: Files, png: bytes, tmp_path: Path) -> Path:
    """An exhibit whose event has every kind of bad file in its folder."""
    secret = tmp_path / "outside"
    secret.mkdir()
    (secret / "secret.png").write_bytes(png)
    folder = content(
        {
            **good,
            "events/a/picture.png": png,
            "events/a/folder.png/x": "x",
            "events/a/empty.png": b"",
            "events/a/noise.png": bytes(range(7, 200)),
            "events/a/list.mp4": "ffconcat version 1.0\nfile /etc/passwd\n",
            "events/a/really-png.mp4": png,
        }
    )
    home = folder / "events/a"
    os.mkfifo(home / "fifo.png")
    (home / "leaves.png").symlink_to(secret / "secret.png")
    (home / "out").symlink_to(secret)
    return folder


@pytest.mark.parametrize(("name", "code", "hint"), BAD_MEDIA)
def test_a_bad_medium_costs_no_more_than_itself(
    pitfalls: Path, name: str, code: str, hint: str
) -> None:
    """A file that is missing, unsafe or no medium is never used; its words stay for a gap."""
    entry = f"media:\n  - {{file: '{name}', alt: {{lt: a, en: b}}, credit: c, rights: r}}\n"
    (pitfalls / E).write_text("date: 1940\ntitle: x\n" + entry)
    reading = read_exhibit(pitfalls)
    problem = reading.problems[0]
    assert [p.code for p in reading.problems] == [code]
    assert (problem.path, problem.line, problem.column) == (E, 4, 12)
    assert (problem.severity, problem.scope) == ("error", "medium")
    assert problem.hint == hint if hint else problem.hint
    for medium in exhibit_of(reading).events[0].media:
        assert medium.file.root == {"": f"events/a/{name}"}
        assert medium.alt.root == {"lt": "a", "en": "b"}
    assert reading.files == ()


def test_a_missing_file_keeps_its_place(pitfalls: Path) -> None:
    """The picture that is not there yet, named as hero, leaves a gap with its alt text."""
    entry = "hero: soon.jpg\nmedia:\n  - {file: soon.jpg, alt: A bridge, credit: c, rights: r}\n"
    (pitfalls / E).write_text("date: 1940\ntitle: x\n" + entry)
    event = exhibit_of(read_exhibit(pitfalls)).events[0]
    assert event.hero == event.media[0]
    assert event.media[0].alt.root[""] == "A bridge"


@pytest.mark.parametrize(
    "key",
    ["hero", "poster", "sign_language", "audio_description", "captions", "transcript"],
)
@pytest.mark.parametrize("name", ["../secret.png", "leaves.png", "fifo.png"])
def test_every_file_name_is_guarded(pitfalls: Path, key: str, name: str) -> None:
    """No key opens a file outside the content folder, or one that would block."""
    if key == "hero":
        text = f"hero: {name}\n"
    else:
        text = (
            "media:\n  - {file: picture.png, alt: {lt: a, en: b}, credit: c, rights: r, "
            f"{key}: {name}}}\n"
        )
    (pitfalls / E).write_text("date: 1940\ntitle: x\n" + text)
    reading = read_exhibit(pitfalls)
    assert errors(reading) == ["not-a-file" if name == "fifo.png" else "unsafe-file"]
    assert len(exhibit_of(reading).events) == 1


def test_a_link_that_stays_inside_is_fine(content: Write, good: Files, png: bytes) -> None:
    """Museums that link one picture into several folders may do so."""
    good[E] += "hero: linked.png\n"
    folder = content({**good, "media/picture.png": png})
    (folder / "events/a/linked.png").symlink_to(folder / "media/picture.png")
    reading = read_exhibit(folder)
    assert errors(reading) == []
    hero = exhibit_of(reading).events[0].hero
    assert hero is not None
    assert hero.file == Text({"": "events/a/linked.png"})


def test_an_event_folder_that_leaves_is_not_read(
    content: Write, good: Files, tmp_path: Path
) -> None:
    """A link to a folder elsewhere is no event."""
    folder = content(good)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "event.yaml").write_text("date: 1940\ntitle: secret\n")
    (folder / "events/b").symlink_to(elsewhere)
    reading = read_exhibit(folder)
    assert [(p.code, p.scope, p.path) for p in reading.problems] == [
        ("unsafe-file", "event", "events/b/event.yaml")
    ]
    assert [event.id for event in exhibit_of(reading).events] == ["a"]


@pytest.mark.parametrize("path", ["exhibit.yaml", E, "events/a/article.lt.md"])
@pytest.mark.parametrize("kind", ["folder", "fifo", "link"])
def test_strange_things_in_place_of_files(
    content: Write, good: Files, path: str, kind: str
) -> None:
    """A folder, a pipe or a link out of the folder in place of a text is a problem."""
    folder = content(good)
    file = folder / path
    file.unlink(missing_ok=True)
    if kind == "folder":
        file.mkdir()
    elif kind == "fifo":
        os.mkfifo(file)
    else:
        file.symlink_to("/etc/hostname")
    reading = read_exhibit(folder)
    assert reading.problems[0].path == path
    assert errors(reading)[0] == ("unsafe-file" if kind == "link" else "not-a-file")


@pytest.mark.parametrize(
    ("path", "scope"),
    [("exhibit.yaml", "exhibit"), (E, "event"), ("events/a/picture.png", "medium")],
)
def test_files_that_may_not_be_read(
    content: Write, good: Files, png: bytes, path: str, scope: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file without permission costs what it stands for."""
    good[E] += "hero: picture.png\n"
    folder = content({**good, "events/a/picture.png": png})
    really_open = os.open

    def refusing(name: str | Path, *rest: int) -> int:
        if Path(name) == folder / path:
            raise PermissionError(13, "Permission denied", str(name))
        return really_open(name, *rest)

    monkeypatch.setattr("kiosk.exhibit.files.os.open", refusing)
    reading = read_exhibit(folder)
    found = [p for p in reading.problems if p.code == "unreadable-file"]
    assert [p.scope for p in found] == [scope]


def test_a_folder_that_may_not_be_listed(
    content: Write, good: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An event folder without permission is a problem of that event."""
    folder = content({**good, "events/b/event.yaml": "date: 1940\ntitle: x\n"})
    really_scan = os.scandir

    def refusing(path: Path) -> object:
        if path.name == "b":
            raise PermissionError(13, "Permission denied", str(path))
        return really_scan(path)

    monkeypatch.setattr("kiosk.exhibit.files.os.scandir", refusing)
    reading = read_exhibit(folder)
    assert [(p.code, p.scope) for p in reading.problems] == [("unreadable-file", "event")]
    assert [event.id for event in exhibit_of(reading).events] == ["a"]


def test_names_with_other_accents_are_found(content: Write, good: Files, png: bytes) -> None:
    """A file copied from a Mac is found although its name is written with other bytes."""
    composed, decomposed = "\u017e.png", "z\u030c.png"
    entry = f"media: [{{file: {composed}, alt: {{lt: a, en: b}}, credit: c, rights: r}}]\n"
    good[E] += entry
    reading = read_exhibit(content({**good, f"events/a/{decomposed}": png}))
    assert (errors(reading), warnings(reading)) == ([], ["name-spelling"])
    assert media_of(reading)[0].file == Text({"": f"events/a/{decomposed}"})
