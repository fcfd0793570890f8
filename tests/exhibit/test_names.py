from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit import files
from kiosk.exhibit.files import ContentFolder, FileError, safe_parts
from kiosk.exhibit.reader import read_exhibit
from tests.exhibit.readings import E, Files, Write, errors, exhibit_of


@pytest.mark.parametrize(
    ("name", "word"),
    [
        ("CON", "device"),
        ("nul.txt", "device"),
        ("pictures/Aux.tower.jpg", "device"),
        ("COM1", "device"),
        ("lpt².png", "device"),
        ("NUL .txt", "device"),
        ("tower.jpg.", "full stop"),
        ("tower.jpg ", "full stop"),
        ("pictures /tower.jpg", "full stop"),
        ("pictures./tower.jpg", "full stop"),
        ("C:x.jpg", "address"),
        ("C:\\x.jpg", "address"),
        ("tower.jpg:hidden", "address"),
        ("1:b.jpg", "colon"),
        ("žemė:b.jpg", "colon"),
        ("\\\\?\\C:\\x.jpg", "address"),
        ("..\\x.jpg", "backslash"),
        ("a\\..\\..\\x.jpg", "backslash"),
        ("…/../x.jpg", "leads out"),
        ("data:image/png;base64,AAAA", "address"),
        ("gpj.\u202ejpg.exe", "cannot be seen"),
        ("tow\u200ber.jpg", "cannot be seen"),
        ("\ufefftower.jpg", "cannot be seen"),
        ("tower\u2028.jpg", "cannot be seen"),
        ("tow\u00ader.jpg", "cannot be seen"),
        ("tower\x1b[2J.jpg", "cannot be seen"),
        ("tower\0.jpg", "cannot be seen"),
        ("tower\udcff.jpg", "cannot be seen"),
    ],
)
def test_names_that_mean_something_else_elsewhere(name: str, word: str) -> None:
    """What Windows, an address or the eye would take for another file is refused by name."""
    with pytest.raises(FileError) as caught:
        safe_parts(name)
    assert caught.value.code == "unsafe-file"
    assert word in caught.value.message
    assert caught.value.message.isprintable()


@pytest.mark.parametrize(
    "name",
    [
        "console.jpg",
        "com10.png",
        "nul-1.jpg",
        "ą č.webp",
        "a.b.c.jpg",
        "می\u200cخواهم.png",
        "..jpg",
    ],
)
def test_ordinary_names_are_left_alone(name: str) -> None:
    """Names that only look like those, and joiners that a script needs."""
    assert safe_parts(f"./pictures//{name}") == ("pictures", name)


@given(st.text(max_size=60))
def test_no_name_leads_out(name: str) -> None:
    """Any text is refused, or has parts that stay below the folder they are looked up in."""
    try:
        parts = safe_parts(name)
    except FileError:
        return
    assert Path("/a", *parts).is_relative_to("/a")
    assert os.path.normpath("/".join(("/a", *parts))).startswith("/a/")


@pytest.mark.parametrize("name", ["x" * 256 + ".jpg", "d/" * 490 + "x.jpg", "ž" * 200])
def test_names_longer_than_a_disk_allows(content: Write, good: Files, name: str) -> None:
    """Such a file is missing, like any other that is not there."""
    good[E] += f"hero: {name}\n"
    assert errors(read_exhibit(content(good))) == ["missing-file"]


def test_links_cannot_be_chained_out(
    content: Write, good: Files, png: bytes, tmp_path: Path
) -> None:
    """Links to links, links in media/, links to the folder above and links in circles."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.png").write_bytes(png)
    folder = content({**good, "events/a/picture.png": png})
    home = folder / "events/a"
    (folder / "first").symlink_to(outside)
    (home / "chain.png").symlink_to(folder / "first/secret.png")
    (home / "up").symlink_to("../../..")
    (home / "here").symlink_to(".")
    (home / "circle.png").symlink_to("circle.png")
    (home / "media.png").symlink_to(outside / "secret.png")
    (folder / "media").symlink_to(outside)
    for name in (
        "chain.png",
        "up/outside/secret.png",
        "here/up/outside/secret.png",
        "circle.png",
        "secret.png",
        "media.png",
    ):
        (folder / E).write_text(f"date: 1940\ntitle: x\nhero: {name}\n")
        reading = read_exhibit(folder)
        assert set(errors(reading)) <= {"unsafe-file", "not-a-file"}, name
        assert errors(reading), name
        assert reading.files == (), name


def test_pipes_sockets_and_links_to_them_are_no_media(
    content: Write, good: Files, tmp_path: Path
) -> None:
    """Neither a second name of a pipe nor a socket is ever opened to wait."""
    folder = content(good)
    home = folder / "events/a"
    os.mkfifo(home / "pipe")
    os.link(home / "pipe", home / "pipe.png")
    (home / "link.png").symlink_to("pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        short = tmp_path / "s"
        listening.bind(str(short))
        short.rename(home / "socket.png")
        for name in ("pipe.png", "link.png", "socket.png"):
            (folder / E).write_text(f"date: 1940\ntitle: x\nhero: {name}\n")
            assert errors(read_exhibit(folder)) == ["not-a-file"], name


def test_a_folder_with_too_much_in_it_is_named(
    content: Write, good: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Listing stops at its bound, and only what stands in that folder is lost."""
    monkeypatch.setattr(files, "MOST_IN_FOLDER", 10)
    folder = content({**good, **{f"fonts/{number}.txt": "" for number in range(11)}})
    reading = read_exhibit(folder)
    assert [(p.path, p.code) for p in reading.problems] == [("fonts", "too-many-files")]
    assert "more than 10 files" in reading.problems[0].message
    assert [event.id for event in exhibit_of(reading).events] == ["a"]


def test_too_many_files_in_all_are_named(
    content: Write, good: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bound holds for all folders together, too."""
    monkeypatch.setattr(files, "MOST_ENTRIES", 5)
    folder = content({**good, **{f"events/a/{number}.txt": "" for number in range(5)}})
    reading = read_exhibit(folder)
    assert (reading.problems[0].path, reading.problems[0].code) == (E, "too-many-files")
    assert "more than 5 files" in reading.problems[0].message


def test_a_file_or_all_of_them_may_be_too_large(
    content: Write, good: Files, png: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sizes are known before anything is copied; a file that is used twice counts once."""
    good[E] += "hero: a.png\nmedia: [{file: b.png}, {file: a.png}]\n"
    folder = content({**good, "events/a/a.png": png, "events/a/b.png": png})
    with (folder / "events/a/b.png").open("r+b") as film:
        film.truncate(1000)
    monkeypatch.setattr(files, "LARGEST_FILE", 900)
    assert [p.message for p in read_exhibit(folder).problems if p.code == "too-large"] == [
        "“events/a/b.png” has 0 GB; kiosks take at most 0 GB in one file."
    ]
    monkeypatch.setattr(files, "LARGEST_FILE", 2000)
    texts = sum((folder / name).stat().st_size for name in ("exhibit.yaml", E))
    monkeypatch.setattr(files, "LARGEST_SUM", texts + 1000 + len(png))
    assert "too-large" not in errors(read_exhibit(folder))
    monkeypatch.setattr(files, "LARGEST_SUM", texts + 999 + len(png))
    assert set(errors(read_exhibit(folder))) == {"too-large"}


def test_reading_stops_where_it_was_told_to(tmp_path: Path) -> None:
    """A file that never ends gives no more than was asked for."""
    endless = Path("/proc/self/pagemap")
    if not endless.exists():
        pytest.skip("there is no such file here")
    (tmp_path / "endless").symlink_to(endless)
    assert len(ContentFolder(tmp_path).read("endless", 4096)) <= 4096
