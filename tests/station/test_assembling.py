from __future__ import annotations

import errno
import os
import shutil
import stat
from pathlib import Path
from typing import Any

import pytest

from kiosk.exhibit.model import MediumKind
from kiosk.station import files
from kiosk.station.assembling import Made, StoreError, make_edition
from kiosk.station.decoding import Decoder, Failure, MediaFacts
from kiosk.station.edition import Edition
from kiosk.station.editions import EditionStore


def make(store: EditionStore, content: Any, **options: Any) -> Made:
    return make_edition(
        store, content.folder, **{"drafts": False, "on_progress": lambda *_: None, **options}
    )


def edition_of(made: Made) -> Edition:
    assert made.edition is not None, made.problems
    return made.edition


@pytest.fixture
def store(tmp_path: Path) -> EditionStore:
    return EditionStore(tmp_path / "store")


def test_edition_is_whole(store: EditionStore, content: Any) -> None:
    """An edition comes back from the disk as it was made, with its copies and previews."""
    made = edition_of(make(store, content))
    loaded = store.load(made.id)
    assert loaded is not None
    assert loaded == made
    assert made.errors == 0
    picture = loaded.path("media/picture.jpg")
    assert picture is not None
    assert picture.read_bytes() == (content.folder / "media/picture.jpg").read_bytes()
    for name in ("card", "screen"):
        preview = loaded.preview("media/picture.jpg", name)
        assert preview is not None
        assert preview.read_bytes()[:2] == b"\xff\xd8"
    facts = loaded.facts("media/picture.jpg")
    assert facts is not None
    assert (facts.width, facts.height) == (1600, 1200)
    assert loaded.path("media/other.jpg") is None
    assert loaded.preview("media/picture.jpg", "poster") is None
    assert not list(store.incoming.iterdir())


@pytest.mark.parametrize("name", ["plan.svg", "plan.png"])
def test_drawing_is_only_ever_shown_as_a_picture(
    store: EditionStore, content: Any, name: str
) -> None:
    """Nothing in an edition leads to the SVG file itself, whatever it is called, icons included."""
    space = "http://www.w3.org/2000/svg"
    drawing = f'<svg xmlns="{space}" viewBox="0 0 9 6"><rect width="9" height="6"/></svg>'
    for file in (name, f"icon-{name}"):
        (content.folder / "media" / file).write_text(drawing, encoding="utf-8")
    content.event("second", name)
    exhibit = content.folder / "exhibit.yaml"
    theme = f"themes: [{{id: maps, title: Maps, icon: icon-{name}}}]\n"
    exhibit.write_text(exhibit.read_text(encoding="utf-8") + theme, encoding="utf-8")
    made = edition_of(make(store, content))
    assert made.errors == 0
    loaded = store.load(made.id)
    assert loaded is not None
    for file in (f"media/{name}", f"media/icon-{name}"):
        picture = loaded.path(file)
        assert picture is not None
        assert picture.suffix in (".png", ".jpg")
        assert b"<svg" not in picture.read_bytes()
        assert picture == loaded.preview(file, "screen")


def test_copies_are_not_links(store: EditionStore, content: Any) -> None:
    """Writing into a source file, or deleting the folder, changes nothing in the edition."""
    made = edition_of(make(store, content))
    copy = made.path("media/picture.jpg")
    assert copy is not None
    before = copy.read_bytes()
    with (content.folder / "media/picture.jpg").open("r+b") as picture:
        picture.write(b"damage")
    assert copy.read_bytes() == before
    shutil.rmtree(content.folder)
    assert make(store, content).edition is None
    assert store.latest(good_only=True) == made


def test_nothing_is_done_twice(
    store: EditionStore, content: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An unchanged folder gives the same edition; after a change only the new file is decoded."""
    decoded: list[str] = []
    really = Decoder.decode

    def decode(self: Decoder, path: Path, *rest: Any) -> MediaFacts | Failure:
        decoded.append(path.name)
        return really(self, path, *rest)

    monkeypatch.setattr(Decoder, "decode", decode)
    first = edition_of(make(store, content))
    assert edition_of(make(store, content)).id == first.id
    assert len(decoded) == 1
    content.put("small.png")
    content.event("second", "small.png", date="1991")
    second = edition_of(make(store, content))
    assert second.id > first.id
    assert len(decoded) == 2
    assert second.path("media/picture.jpg") == first.path("media/picture.jpg")


def test_settled_files_are_not_read_again(
    store: EditionStore, content: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file whose size, times and inode are known is not even opened."""
    monkeypatch.setattr(files.Stamp, "is_settled", lambda *_: True)
    first = edition_of(make(store, content))
    content.event("first", "picture.jpg", title="Other title")
    monkeypatch.setattr(store.objects, "take", lambda *_: pytest.fail("a file was copied again"))
    second = edition_of(make(store, content))
    assert second.files == first.files
    assert second.id != first.id


def test_failed_medium_has_no_path(store: EditionStore, content: Any) -> None:
    """A medium that cannot be decoded is an error, and the edition does not hand it out."""
    content.put("half.jpg")
    content.event("second", "half.jpg", date="1991")
    made = edition_of(make(store, content))
    assert made.errors == 1
    assert [problem.path for problem in made.problems if problem.code == "undecodable-media"] == [
        "media/half.jpg"
    ]
    assert made.path("media/half.jpg") is None
    assert made.path("media/picture.jpg") is not None


def test_missing_folder(store: EditionStore, tmp_path: Path) -> None:
    """Without a content folder there is no edition, and a problem says why."""
    made = make_edition(store, tmp_path / "none", drafts=False, on_progress=lambda *_: None)
    assert made.edition is None
    assert [problem.code for problem in made.problems] == ["missing-folder"]


def test_changing_file_is_noticed(
    store: EditionStore, content: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that grows each time it is copied is an error, never a half copy."""
    monkeypatch.setattr(files, "PAUSE", 0.01)
    really = files._copy

    def copy(reading: Any, writing: Any, size: int) -> str:
        digest = really(reading, writing, size)
        with (content.folder / "media/picture.jpg").open("ab") as picture:
            picture.write(b"more")
        return digest

    monkeypatch.setattr(files, "_copy", copy)
    monkeypatch.setattr(files, "_clone", lambda *_: None)
    made = edition_of(make(store, content))
    assert "changing-file" in {problem.code for problem in made.problems}
    assert made.path("media/picture.jpg") is None


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "The disk is full"), (errno.EROFS, "The disk can only be read")],
)
def test_disk_fault(
    store: EditionStore,
    content: Any,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    words: str,
) -> None:
    """A full or locked disk is one sentence, and what was stored before stays whole."""
    good = edition_of(make(store, content))
    content.event("second", "picture.jpg", date="1991")
    really = os.fsync

    def fail(descriptor: int) -> None:
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(number, os.strerror(number))
        really(descriptor)

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StoreError, match=words):
        make(store, content)
    monkeypatch.undo()
    assert store.latest(good_only=True) == good
    assert edition_of(make(store, content)).id > good.id


def test_unwritten_preview_is_the_store_s_fault(
    store: EditionStore, content: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A preview that cannot be saved is not held against the picture, now or later."""
    monkeypatch.setattr(Decoder, "decode", lambda *_: Failure(reason="unwritten"))
    with pytest.raises(StoreError, match="may be full"):
        make(store, content)
    monkeypatch.undo()
    assert edition_of(make(store, content)).errors == 0


def test_hang_is_believed_the_second_time(
    store: EditionStore, content: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that was too slow once is tried again; twice, and it costs no more time."""
    tries: list[Path] = []

    def decode(_self: Decoder, path: Path, *_: Any) -> Failure:
        tries.append(path)
        return Failure(reason="slow")

    monkeypatch.setattr(Decoder, "decode", decode)
    for _ in range(4):
        assert edition_of(make(store, content)).errors == 1
    assert len(tries) == 2


def test_new_decoder_judges_anew(
    store: EditionStore, content: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an older decoder said about a file does not bind a newer one."""
    name = edition_of(make(store, content)).files["media/picture.jpg"].object
    assert name is not None
    assert store.objects.recall(name, MediumKind.IMAGE) is not None
    monkeypatch.setattr("kiosk.station.objects.decoder_version", lambda: "newer")
    assert store.objects.recall(name, MediumKind.IMAGE) is None


def test_progress_ends_at_its_total(store: EditionStore, content: Any) -> None:
    """Progress counts every copied and every decoded file, and arrives."""
    seen: list[tuple[int, int]] = []
    make(store, content, on_progress=lambda done, of: seen.append((done, of)))
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert seen[-1] == (2, 2)
