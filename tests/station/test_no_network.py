from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.exhibit.model import MediumKind
from kiosk.station.children import child_environment, python_child
from kiosk.station.decoding import Decoder, Failure
from kiosk.station.editions import EditionStore
from tests.listening import LURES, Listener, lure


@pytest.fixture
def listener() -> Iterator[Listener]:
    """Nobody may have spoken to it in the end."""
    with Listener() as listener:
        yield listener
    assert listener.heard == []


def test_the_listener_listens() -> None:
    """It would notice a connection."""
    with Listener() as listener:
        host, port = listener.address.split(":")
        with socket.create_connection((host, int(port))) as speaker:
            speaker.sendall(b"GET / HTTP/1.1\r\n\r\n")
            assert speaker.recv(12) == b"HTTP/1.1 404"
    assert listener.heard == ["GET / HTTP/1.1"]


def test_making_an_edition_opens_no_address(listener: Listener, tmp_path: Path) -> None:
    """Each address in the folder is refused or shown as text; the event is there all the same."""
    content, store = tmp_path / "content", tmp_path / "store"
    lure(content, listener.address)
    making = subprocess.run(
        python_child("kiosk.station.making", str(content), str(store)),
        capture_output=True,
        env=child_environment(),
        timeout=240,
        check=True,
    )
    report = json.loads(making.stdout.splitlines()[-1])
    assert report["stage"] == "done"
    edition = EditionStore(store).load(report["edition"])
    assert edition is not None
    assert [event.id for event in edition.exhibit.events] == [LURES]
    shown = {file for file in edition.files if edition.path(file) is not None}
    home = f"events/{LURES}"
    assert {f"{home}/picture.png", f"{home}/safe.svg"} <= shown
    safe = ("picture.png", "safe.svg", "styled.vtt")
    assert {file for file in shown if file.startswith(home)} == {f"{home}/{name}" for name in safe}


def test_check_opens_no_address(listener: Listener, tmp_path: Path) -> None:
    """`kiosk check` decodes all the same files."""
    content = tmp_path / "content"
    lure(content, listener.address)
    checking = subprocess.run(
        [sys.executable, "-m", "kiosk", "check", str(content), "--format", "json"],
        capture_output=True,
        env=child_environment(),
        timeout=240,
        check=False,
    )
    assert checking.returncode == 1
    problems = json.loads(checking.stdout)["problems"]
    codes = {problem["code"] for problem in problems}
    assert {"unsafe-file", "unplayable-file", "unsafe-drawing"} <= codes


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("list.mp4", MediumKind.VIDEO),
        ("list.webm", MediumKind.VIDEO),
        ("list.ogg", MediumKind.AUDIO),
        ("session.mp4", MediumKind.VIDEO),
        ("manifest.mp4", MediumKind.VIDEO),
        ("reference.mp4", MediumKind.VIDEO),
        ("concat.mp3", MediumKind.AUDIO),
        ("image.svg", MediumKind.IMAGE),
    ],
)
def test_the_decoding_child_opens_no_address_by_itself(
    listener: Listener, tmp_path: Path, name: str, kind: MediumKind
) -> None:
    """Even a list that nobody has refused before leads it nowhere."""
    lure(tmp_path, listener.address)
    with Decoder(time_limit=10) as decoder:
        result = decoder.decode(tmp_path / "events" / LURES / name, kind, {})
    assert isinstance(result, Failure)
