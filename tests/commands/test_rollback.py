"""``kiosk rollback``: which editions it goes back to, and for how long."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kiosk.cli import main
from kiosk.commands.parsing import UsageError
from kiosk.commands.rollback import content_and_number
from kiosk.station.choosing import settle_rollback
from kiosk.station.crashes import Run, Showing, boot_id, read_set_aside, set_aside_crashed
from kiosk.station.records import to_json
from kiosk.station.rollback import rollback_file


@pytest.fixture
def say(museum: Any, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Calls ``kiosk rollback`` for the museum and gives what it says."""

    def call(*words: str, code: int = 0) -> str:
        command = ["rollback", str(museum.content), *words, "--state", str(museum.state)]
        assert main(command) == code
        out, err = capsys.readouterr()
        assert (out == "") == (code != 0)
        said = out or err
        assert said.count("\n") == 1
        return said

    return call


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], (None, None)),
        (["3"], (None, 3)),
        (["museum"], ("museum", None)),
        (["./3"], ("./3", None)),
        (["museum", "3"], ("museum", 3)),
        (["3", "4"], ("3", 4)),
        (["museum", "other"], None),
        (["a", "b", "3"], None),
    ],
)
def test_words(words: list[str], expected: tuple[str | None, int | None] | None) -> None:
    """Digits at the end are the number, whatever comes before is the folder."""
    if expected is None:
        with pytest.raises(UsageError, match="one word too many"):
            content_and_number(words)
    else:
        assert content_and_number(words) == expected


def test_the_one_before(museum: Any, say: Callable[..., str]) -> None:
    """Without a number each call goes one further back, past what looks the same."""
    museum.save("One")
    museum.save("Two")
    museum.save("Broken", date="soon")
    museum.save("Three")
    said = say()
    assert said.startswith("Edition 2, made on 20")
    assert f"until “{museum.content}” shows something new." in said
    assert museum.shown() == 2
    assert "Edition 1," in say()
    assert museum.shown() == 1
    assert "There is no earlier good edition" in say(code=1)
    assert museum.shown() == 1


def test_when_it_is_shown(museum: Any, say: Callable[..., str]) -> None:
    """A running kiosk waits for its visitors to go; else it is at the next start."""
    museum.save("One")
    museum.save("Two")
    assert "when the kiosk starts" in say()
    showing = Showing(museum.store.root, floor=True)
    showing.begin("00000002")
    assert "as soon as nobody is visiting" in say("1")
    showing.end()


def test_holds_until_the_folder_shows_something_new(
    museum: Any, say: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A touch, a mistake, its repair and a wrong clock leave it; another text ends it for good."""
    museum.save("One")
    museum.save("Two")
    say()

    def after(title: str, date: str = "1990") -> int | None:
        museum.save(title, date)
        settle_rollback(museum.store.root, museum.store.editions())
        return int(museum.shown())

    os.utime(museum.content / "exhibit.yaml", (1, 1))
    assert after("Two") == 1
    assert after("Two", date="soon") == 1
    assert after("Two") == 1
    monkeypatch.setattr(time, "time", lambda: 0.0)
    assert after("Two") == 1
    newer = after("Three")
    assert newer is not None
    assert newer > 2
    again = after("Two")
    assert again is not None
    assert again > newer


def test_by_number(museum: Any, say: Callable[..., str]) -> None:
    """Any good edition will do; the newest ends the rollback."""
    for title in ("One", "Two", "Three"):
        museum.save(title)
    say("1")
    assert museum.shown() == 1
    assert "is the newest" in say("3")
    assert museum.shown() == 3
    assert not rollback_file(museum.store.root).exists()


def test_undo(museum: Any, say: Callable[..., str]) -> None:
    """A rollback can be taken back, also when there is none."""
    museum.save("One")
    museum.save("Two")
    say()
    for _ in range(2):
        assert "Edition 2," in say("--undo")
        assert museum.shown() == 2
    assert "takes no number" in say("--undo", "1", code=2)


@pytest.mark.parametrize(
    ("number", "code", "reason"),
    [
        ("9", 2, "There is no edition 9; the good ones are 1 and 4."),
        ("2", 1, "Edition 2 has errors"),
        ("3", 1, "Edition 3 contains drafts"),
    ],
)
def test_refused(museum: Any, say: Callable[..., str], number: str, code: int, reason: str) -> None:
    """What the floor must not show is refused with the reason, and nothing changes."""
    museum.save("One")
    museum.save("Two", date="soon")
    museum.save("Three", drafts=True)
    museum.save("Four")
    assert reason in say(number, code=code)
    assert museum.shown() == 4


def test_damaged_edition_is_refused(museum: Any, say: Callable[..., str]) -> None:
    """Going back to what cannot be read would go somewhere else."""
    museum.save("One")
    museum.save("Two")
    (museum.store.folder("00000001") / "edition.json").write_bytes(b"{")
    assert "Edition 1 is damaged" in say("1", code=1)


def test_no_good_edition(museum: Any, say: Callable[..., str]) -> None:
    """With nothing but mistakes there is nothing to go back to."""
    museum.save("One", date="soon")
    assert "no earlier good edition" in say(code=1)
    assert "there is no good edition yet" in say("1", code=1)


def test_named_again_after_crashes(
    museum: Any, say: Callable[..., str], expected_logs: list[str]
) -> None:
    """An edition that was set aside is passed over, but tried again by whoever names it."""
    expected_logs.append("set aside")
    for title in ("One", "Two", "Three"):
        museum.save(title)
    (museum.store.root / "runs").mkdir()
    for n in range(3):
        run = Run(edition="00000002", floor=True, boot=boot_id(), since=time.monotonic() - n)
        (museum.store.root / f"runs/{n}.json").write_bytes(to_json(run))
    set_aside_crashed(museum.store.root)
    assert "Edition 1," in say()
    assert "Edition 2," in say("2")
    assert museum.shown() == 2
    assert not read_set_aside(museum.store.root)


def test_unwritable_store_is_one_sentence(
    museum: Any, say: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever may not write there is told as whom to call it."""
    museum.save("One")
    museum.save("Two")

    def refuse(path: Path, _content: bytes) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("kiosk.station.rollback.replace_with", refuse)
    assert "(Permission denied); call it as the user" in say(code=1)
    assert museum.shown() == 2


def test_prune_keeps_both_sides(museum: Any, say: Callable[..., str]) -> None:
    """However often the folder is saved with mistakes, the way back and forth stays."""
    for title in ("One", "Two", "Three"):
        museum.save(title)
    say("1")
    for turn in range(3):
        museum.save(f"Broken {turn}", date="soon")
    museum.store.prune(keep=1)
    kept = [edition.number for edition in museum.store.editions()]
    assert kept == [6, 3, 1]
    assert museum.shown() == 1
    assert "Edition 3," in say("--undo")
