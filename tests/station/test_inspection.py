from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from kiosk.exhibit.dates.edtf import parse_date
from kiosk.exhibit.media.captions import Cue
from kiosk.exhibit.model import Event, Exhibit, Medium, MediumKind, Text, Timeline
from kiosk.exhibit.problems import Scope, Severity
from kiosk.station import inspection
from kiosk.station.decoding import Decoder, Failure
from kiosk.station.inspection import check_media, inspect_media, media_kinds


def check_all(folder, exhibit, on_progress):
    """`check_media` with every file that the exhibit names."""
    return check_media(folder, exhibit, media_kinds(exhibit), on_progress)


def medium(file: str, kind: MediumKind, **more: object) -> Medium:
    return Medium(kind=kind, file=Text({"": file}), **more)


def exhibit_of(*media: Medium) -> Exhibit:
    event = Event(id="one", date=parse_date("1990"), title=Text({"": "One"}), media=media)
    return Exhibit(
        title=Text({"": "Test"}),
        languages=("en",),
        timeline=Timeline(start=0, end=365),
        events=(event,),
    )


def put(shelf: Path, folder: Path, *names: str) -> None:
    for name in names:
        shutil.copy(shelf / name, folder / name)


def ignore(_done: int, _of: int) -> None:
    return


def test_good_media_have_no_problems(shelf: Path, tmp_path: Path) -> None:
    """Pictures, films, sounds and documents that are well raise nothing, and all are counted."""
    put(shelf, tmp_path, "picture.jpg", "film.mp4", "sound.wav", "paper.pdf")
    exhibit = exhibit_of(
        medium("picture.jpg", MediumKind.IMAGE),
        medium("film.mp4", MediumKind.VIDEO, poster="picture.jpg"),
        medium("sound.wav", MediumKind.AUDIO),
        medium("paper.pdf", MediumKind.DOCUMENT),
    )
    seen: list[tuple[int, int]] = []
    assert check_all(tmp_path, exhibit, lambda done, of: seen.append((done, of))) == ()
    assert seen == [(0, 4), (1, 4), (2, 4), (3, 4), (4, 4)]
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "film.mp4",
        "paper.pdf",
        "picture.jpg",
        "sound.wav",
    ]


@pytest.mark.parametrize(
    ("name", "kind", "code", "words"),
    [
        ("half.jpg", MediumKind.IMAGE, "undecodable-media", "its end is missing"),
        ("half.mp4", MediumKind.VIDEO, "undecodable-media", "its end is missing"),
        ("half.png", MediumKind.IMAGE, "undecodable-media", "damaged"),
        ("empty.jpg", MediumKind.IMAGE, "undecodable-media", "empty"),
        ("picture-as-film.mp4", MediumKind.VIDEO, "undecodable-media", "PNG"),
        ("noise.mp4", MediumKind.VIDEO, "undecodable-media", "no format that kiosks play"),
        ("list.mp4", MediumKind.VIDEO, "undecodable-media", "list of other files"),
        ("missing.jpg", MediumKind.IMAGE, "unreadable-file", "cannot be opened"),
    ],
)
def test_bad_medium(
    shelf: Path, tmp_path: Path, name: str, kind: MediumKind, code: str, words: str
) -> None:
    """Each fault is one error about that medium, at the file, with advice."""
    if name != "missing.jpg":
        put(shelf, tmp_path, name)
    (problem,) = check_all(tmp_path, exhibit_of(medium(name, kind)), ignore)
    assert (problem.path, problem.line, problem.code) == (name, 0, code)
    assert (problem.severity, problem.scope) == (Severity.ERROR, Scope.MEDIUM)
    assert words in problem.message
    assert problem.hint


@pytest.mark.parametrize(
    ("name", "kind", "failure", "words", "hint"),
    [
        (
            "film.mp4",
            MediumKind.VIDEO,
            Failure(reason="codec", codec="AV1 pictures"),
            "The film has AV1 pictures, which not every kiosk plays.",
            "H.264",
        ),
        (
            "sound.wav",
            MediumKind.AUDIO,
            Failure(reason="codec", codec="Apple Lossless (ALAC) sound"),
            "The recording has Apple Lossless (ALAC) sound, which not every kiosk plays.",
            "Ogg, MP3 or FLAC",
        ),
        (
            "film.mp4",
            MediumKind.VIDEO,
            Failure(reason="deep-colour"),
            "The film's colours have more than 8 bits, which not every kiosk plays.",
            "Choose 8 bits",
        ),
    ],
)
def test_unusual_coding_is_said_with_the_way_out(
    shelf: Path,
    tmp_path: Path,
    name: str,
    kind: MediumKind,
    failure: Failure,
    words: str,
    hint: str,
) -> None:
    """The curator learns what is inside and which program converts it."""
    put(shelf, tmp_path, name)
    sources = {name: tmp_path / name}
    found = inspect_media(
        sources, exhibit_of(medium(name, kind)), lambda *_: failure, ignore, tmp_path
    )
    (problem,) = found.problems
    assert (problem.code, problem.severity, problem.message) == (
        "unplayable-codec",
        Severity.ERROR,
        words,
    )
    assert hint in problem.hint
    assert found.failed == {name}


def test_pipe_is_never_waited_for(tmp_path: Path) -> None:
    """A pipe in place of a film is refused without opening its other end."""
    os.mkfifo(tmp_path / "film.mp4")
    (problem,) = check_all(tmp_path, exhibit_of(medium("film.mp4", MediumKind.VIDEO)), ignore)
    assert problem.code == "unreadable-file"


def test_link_out_of_the_folder_is_not_followed(shelf: Path, tmp_path: Path) -> None:
    """A file that a link brings in from elsewhere is not opened."""
    (tmp_path / "picture.jpg").symlink_to(shelf / "picture.jpg")
    (problem,) = check_all(tmp_path, exhibit_of(medium("picture.jpg", MediumKind.IMAGE)), ignore)
    assert problem.code == "unreadable-file"


def test_small_picture_is_a_warning(shelf: Path, tmp_path: Path) -> None:
    """A picture too small for the screen stays usable; a poster of that size is well."""
    put(shelf, tmp_path, "small.png", "film.mp4")
    (problem,) = check_all(tmp_path, exhibit_of(medium("small.png", MediumKind.IMAGE)), ignore)
    assert (problem.severity, problem.code) == (Severity.WARNING, "small-image")
    assert "400 × 300" in problem.message
    assert "1500 pixels" in problem.hint
    film = medium("film.mp4", MediumKind.VIDEO, poster="small.png")
    assert check_all(tmp_path, exhibit_of(film), ignore) == ()


def test_captions_longer_than_the_film(shelf: Path, tmp_path: Path) -> None:
    """Words that go on after the film has ended are probably another film's."""
    put(shelf, tmp_path, "film.mp4")
    right = (Cue(start_ms=0, end_ms=2500, text="Hm."),)
    wrong = (Cue(start_ms=0, end_ms=95_000, text="Hm."),)
    film = medium("film.mp4", MediumKind.VIDEO, captions={"lt": right, "en": wrong})
    (problem,) = check_all(tmp_path, exhibit_of(film), ignore)
    assert (problem.path, problem.code) == ("film.mp4", "captions-too-long")
    assert "“en” go on until 1:35" in problem.message


def test_hanging_file_is_named(
    shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that takes too long is an error like any other, and the rest is still judged."""
    monkeypatch.setattr(inspection, "Decoder", lambda: Decoder(time_limit=0.01))
    put(shelf, tmp_path, "wide.webp")
    (problem,) = check_all(tmp_path, exhibit_of(medium("wide.webp", MediumKind.IMAGE)), ignore)
    assert problem.code == "slow-media"


def test_kinds_of_all_files() -> None:
    """Posters are pictures, sign-language films are films, and every language's file counts."""
    film = medium("a.mp4", MediumKind.VIDEO, poster="a.jpg", sign_language="a.lsl.webm")
    map_ = Medium(kind=MediumKind.IMAGE, file=Text({"lt": "m.lt.png", "en": "m.en.png"}))
    assert media_kinds(exhibit_of(film, map_)) == {
        "a.mp4": MediumKind.VIDEO,
        "a.jpg": MediumKind.IMAGE,
        "a.lsl.webm": MediumKind.VIDEO,
        "m.lt.png": MediumKind.IMAGE,
        "m.en.png": MediumKind.IMAGE,
    }
