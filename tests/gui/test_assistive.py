"""The exhibit for those who do not see it: everything can be found and done by its name."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible

from tests.gui.small_exhibit import NIGHT, STONE, VOICES
from tests.gui.stage import Stage

pytestmark = pytest.mark.gui_once

CLIENT = Path(__file__).with_name("assistive_client.py")
OPERATED = {QAccessible.Role.Button, QAccessible.Role.Link, QAccessible.Role.Slider}


def test_whole_visit_by_names_alone(start_kiosk: Callable[..., subprocess.Popen[str]]) -> None:
    """A client on the accessibility bus begins, reads, watches, listens and starts over."""
    kiosk = start_kiosk("--windowed", "1280x720", "--language", "en")
    client = subprocess.run(
        ["/usr/bin/python3", CLIENT, str(kiosk.pid)],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert client.returncode == 0, client.stdout + client.stderr
    assert kiosk.poll() is None


def test_everything_that_can_be_operated_has_a_name(stage: Stage) -> None:
    """On every screen, in both languages, no button is silent."""

    def check(screen: str) -> None:
        for language in ("lt", "en"):
            stage.view.speak(language)
            stage.next_frame()
            silent = [t for t in stage.things() if t.role in OPERATED and not t.name.strip(" .")]
            assert silent == [], (screen, language)

    stage.begin()
    check("timeline")
    for event in (STONE, VOICES, NIGHT):
        stage.open(event)
        check(event)
    stage.view.article.confirm()
    check("confirmed")
    for event in (STONE, VOICES):
        for number in (0, 1):
            stage.view.openEvent(event)
            stage.view.openMedium(number)
            stage.next_frame()
            check(f"{event} {number}")


def test_what_lies_beneath_a_medium_is_out_of_reach(stage: Stage) -> None:
    """A medium fills the screen, so nobody must run into the cards behind it."""
    stage.begin()
    stage.open(STONE)
    stage.view.openMedium(0)
    stage.rest()
    viewer = stage.the("Next picture")
    beneath = [
        thing.name
        for thing in stage.things()
        if thing.role in OPERATED and thing.enabled and stage.canvas.isAncestorOf(thing.item)
    ]
    assert viewer.enabled
    assert beneath == []


def test_no_two_buttons_share_a_name(stage: Stage) -> None:
    """Whoever hears “Zoom in” must know what will be zoomed."""
    stage.begin()
    for event, number in ((STONE, 0), (STONE, 1), (VOICES, 1)):
        stage.open(event)
        stage.view.openMedium(number)
        stage.button("Close")
        stage.next_frame()
        names = [
            thing.name
            for thing in stage.things(QAccessible.Role.Button)
            if thing.enabled and not stage.canvas.isAncestorOf(thing.item)
        ]
        twice = {name for name in names if names.count(name) > 1}
        assert not twice, (event, number)
