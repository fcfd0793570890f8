"""``kiosk new``: what it writes, what it refuses, and that it leaves nothing half written."""

from __future__ import annotations

import shutil
import stat
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


@pytest.mark.parametrize("title", ["", "  ", "two\nlines", "bell \a"])
def test_a_title_is_one_line(
    title: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Anything else would be a mistake in the new exhibit."""
    assert "--title needs" in refused(["new", str(tmp_path / "x"), "--title", title], capsys)


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


@pytest.fixture
def exhibit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A new exhibit in Lithuanian and English."""
    folder = tmp_path / "exhibit"
    assert main(["new", str(folder), "--languages", "lt,en"]) == 0
    capsys.readouterr()
    return folder


def test_a_new_event_is_a_draft(exhibit: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In order as it is, but not on the floor until the curator says so."""
    assert main(["new", "--event", "1923-fair", str(exhibit)]) == 0
    out = capsys.readouterr().out
    assert str(exhibit / "events/1923-fair") in out
    event = exhibit / "events/1923-fair/event.yaml"
    text = event.read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../.schema/event.json\n")
    assert main(["check", str(exhibit), "--strict"]) == 0
    assert capsys.readouterr().out.endswith("4 events: everything is in order.\n")
    event.write_text(text.replace("draft: true", "draft: false"), "utf-8")
    assert main(["check", str(exhibit), "--strict"]) == 0
    assert capsys.readouterr().out.endswith("5 events: everything is in order.\n")


def test_without_schemas_no_line_leads_to_them(exhibit: Path) -> None:
    """An editor would complain about a schema that is not there."""
    shutil.rmtree(exhibit / ".schema")
    assert main(["new", "--event", "a", str(exhibit)]) == 0
    assert "yaml-language-server" not in (exhibit / "events/a/event.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["--event", "Kovo 11"], "“kovo-11” can"),
        (["--event", "1904-05-12-fire"], "is not empty"),
        (["--language", "lithuanian"], "--language needs a language code"),
        (["--event", "a", "--language", "de"], "do not go together"),
        (["--language", "de", "--title", "x"], "do not go together"),
    ],
)
def test_additions_are_refused(
    words: list[str], part: str, exhibit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what to write instead."""
    assert part in refused(["new", *words, str(exhibit)], capsys)


def test_the_folder_to_change_is_never_guessed(
    exhibit: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It is named, in the environment, or the current one; never the installed example."""
    monkeypatch.delenv("KIOSK_CONTENT", raising=False)
    monkeypatch.chdir(tmp_path)
    assert "Name the content folder" in refused(["new", "--event", "a"], capsys)
    assert "There is no exhibit.yaml in" in refused(["new", "--event", "a", str(tmp_path)], capsys)
    monkeypatch.chdir(exhibit)
    assert main(["new", "--event", "a"]) == 0
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KIOSK_CONTENT", str(exhibit))
    assert main(["new", "--event", "b"]) == 0
    assert {"a", "b"} < {folder.name for folder in (exhibit / "events").iterdir()}


def test_a_language_is_prepared_and_listed(
    exhibit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Files stay readable for whoever could read them; a second call finds nothing to add."""
    file = exhibit / "exhibit.yaml"
    file.chmod(0o664)
    assert main(["new", "--language", "pl", str(exhibit)]) == 0
    out = capsys.readouterr().out
    assert "“pl” is now the last of the languages" in out
    assert "events/1904-05-12-fire/article.pl.md" in out
    assert stat.S_IMODE(file.stat().st_mode) == 0o664
    assert "languages: [lt, en, pl]" in file.read_text("utf-8")
    assert "In Polish." in (exhibit / ".schema/event.json").read_text("utf-8")
    assert main(["check", str(exhibit)]) == 0
    assert "Nothing is written here in: pl." in capsys.readouterr().out
    assert main(["new", "--language", "pl", str(exhibit)]) == 0
    again = capsys.readouterr().out
    assert "new places" not in again
    assert out.endswith(again)


def test_a_language_that_we_ship_needs_no_strings(tmp_path: Path) -> None:
    """From one language to two, and the exhibit goes on showing the first meanwhile."""
    folder = tmp_path / "exhibit"
    assert main(["new", str(folder)]) == 0
    assert main(["new", "--language", "lt", str(folder)]) == 0
    assert not (folder / "strings").exists()
    reading = read_exhibit(folder)
    assert reading.exhibit is not None
    assert reading.exhibit.languages == ("en", "lt")
    assert {problem.code for problem in reading.problems} == {"missing-translation"}


def test_mistakes_come_before_a_new_language(
    exhibit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 1, a sentence for each file, and nothing is changed."""
    broken = exhibit / "events/1904-05-12-fire/event.yaml"
    broken.write_text("date: 1904\ntitle: a: b\n", "utf-8")
    (exhibit / "events/1905-rebuilding/article.en.md").write_bytes("é".encode("latin-1"))
    before = (exhibit / "exhibit.yaml").read_bytes()
    assert main(["new", "--language", "pl", str(exhibit)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "events/1904-05-12-fire/event.yaml has a mistake on line 2" in err
    assert "events/1905-rebuilding/article.en.md: The file is not saved as UTF-8" in err
    assert (exhibit / "exhibit.yaml").read_bytes() == before


def test_an_event_needs_to_know_the_languages(
    exhibit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 1 while exhibit.yaml cannot be read."""
    (exhibit / "exhibit.yaml").write_text("title: a: b\n", "utf-8")
    assert main(["new", "--event", "a", str(exhibit)]) == 1
    assert "Mend exhibit.yaml first, line 1" in capsys.readouterr().err


@pytest.mark.parametrize("languages", ["en", "lt,en"])
def test_a_run_that_breaks_off_can_be_run_again(
    languages: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """After any number of files: the second run ends where one whole run would have ended."""
    whole = tmp_path / "whole"
    assert main(["new", str(whole), "--languages", languages]) == 0
    broken = tmp_path / "broken"
    shutil.copytree(whole, broken)
    assert main(["new", "--language", "pl", str(whole)]) == 0
    for allowed in (1, 4, 9):
        left = allowed

        def write(file: Path, content: bytes) -> None:
            nonlocal left
            left -= 1
            if left < 0:
                raise OSError(28, "No space left on device")
            file.write_bytes(content)

        with monkeypatch.context() as patch:
            patch.setattr("kiosk.commands.exhibit_files.replace_with", write)
            capsys.readouterr()
            said = refused(["new", "--language", "pl", str(broken)], capsys)
        assert "cannot be written (No space left on device)" in said
    assert main(["new", "--language", "pl", str(broken)]) == 0
    assert contents(broken) == contents(whole)


def test_what_is_linked_stays_linked(exhibit: Path) -> None:
    """A file that is a link to another one in the folder is changed where it really is."""
    event = exhibit / "events/1904-05-12-fire/event.yaml"
    shared = event.with_name("shared.yaml")
    event.rename(shared)
    event.symlink_to("shared.yaml")
    assert main(["new", "--language", "pl", str(exhibit)]) == 0
    assert event.is_symlink()
    assert 'pl: ""' in shared.read_text("utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    """Everything in `folder`, by path."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }
