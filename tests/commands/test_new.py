"""``kiosk new``: what it writes, what it refuses, and that it leaves nothing half written."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.cli import main
from kiosk.exhibit.reader import read_exhibit


def refused(words: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    """The sentence that `words` are answered with."""
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("kiosk: ")
    assert err.count("\n") == 1
    return err


def test_a_new_exhibit_is_in_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is wrong with it, not even a warning, and the output says how to go on."""
    folder = tmp_path / "far/away/exhibit"
    assert main(["new", str(folder)]) == 0
    out = capsys.readouterr().out
    assert f"kiosk run {folder} --windowed" in out
    assert f"kiosk check {folder}" in out
    assert main(["check", str(folder), "--strict"]) == 0
    assert capsys.readouterr().out.endswith("\n4 events: everything is in order.\n")


def test_its_languages_and_title_may_be_chosen(tmp_path: Path) -> None:
    """The first language leads, and the title is the same in all of them."""
    folder = str(tmp_path / "exhibit")
    assert main(["new", folder, "--languages", "lt, en", "--title", "Mūsų: miestas"]) == 0
    assert main(["check", folder, "--strict"]) == 0
    reading = read_exhibit(Path(folder))
    assert reading.exhibit is not None
    assert reading.exhibit.languages == ("lt", "en")
    assert reading.exhibit.title.root == {"": "Mūsų: miestas"}


@pytest.mark.parametrize(
    ("languages", "words"),
    [("lt,lt", "names “lt” twice"), ("lt,", "not “”"), ("Lithuanian", "not “Lithuanian”")],
)
def test_wrong_languages_are_refused(
    languages: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before anything is written."""
    target = tmp_path / "exhibit"
    assert words in refused(["new", str(target), "--languages", languages], capsys)
    assert not target.exists()


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    """Also one in which a file manager has left its traces."""
    (tmp_path / ".DS_Store").touch()
    assert main(["new", str(tmp_path)]) == 0
    assert (tmp_path / "exhibit.yaml").is_file()


def test_taken_places_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder with anything in it, a file, and a link to nowhere."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full/notes.txt").touch()
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    assert "is not empty" in refused(["new", str(tmp_path / "full")], capsys)
    assert "is a file" in refused(["new", str(tmp_path / "full/notes.txt")], capsys)
    assert "leads nowhere" in refused(["new", str(tmp_path / "dangling")], capsys)
    assert [file.name for file in (tmp_path / "full").iterdir()] == ["notes.txt"]
    assert "Name the folder" in refused(["new"], capsys)


def test_nothing_half_written_remains(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the disk is full in the middle, even the folders made on the way are gone."""
    written = 0

    def write_bytes(path: Path, content: bytes) -> int:
        nonlocal written
        written += 1
        if written == 5:
            raise OSError(28, "No space left on device")
        with path.open("wb") as file:
            return file.write(content)

    monkeypatch.setattr(Path, "write_bytes", write_bytes)
    assert "No space left" in refused(["new", str(tmp_path / "a/b")], capsys)
    assert list(tmp_path.iterdir()) == []


def test_a_place_below_a_file_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The system's reason stands in the sentence."""
    (tmp_path / "file").touch()
    assert "cannot be written (Not a directory)" in refused(
        ["new", str(tmp_path / "file/exhibit")], capsys
    )
