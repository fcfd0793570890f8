"""The exhibit's own typefaces on the screen, changed while one looks."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.gui.conftest import Stored
from tests.gui.small_exhibit import STONE, TITLES
from tests.gui.stage import Stage, differing, wait_until
from tests.typefaces import FAMILY, write_typeface


@pytest.fixture
def own(stored: Stored, tmp_path: Path) -> Stored:
    copied = stored.copy(tmp_path)
    (copied.content / "fonts").mkdir()
    return copied


def families(stage: Stage) -> dict[str, str]:
    """The typeface of each text on the screen."""
    return {str(item.property("text")): item.property("font").family() for item in stage.texts()}


def set_in(own: Stored, appearance: str) -> None:
    file = own.content / "exhibit.yaml"
    kept = [line for line in file.read_text("utf-8").splitlines() if "appearance:" not in line]
    file.write_text("\n".join([*kept, f"appearance: {appearance}", ""]), encoding="utf-8")


def test_headings_and_body_change_without_a_restart(
    own: Stored, open_stage: Callable[..., Stage]
) -> None:
    """A saved exhibit.yaml is soon set in its typefaces; taken back, in ours again."""
    title = TITLES[STONE][0]
    stage = open_stage(watch=True, content=own.content, state=own.state)
    stage.begin()
    stage.open(STONE)
    stage.rest()
    before, picture = families(stage), stage.picture()
    write_typeface(own.content / "fonts" / "Builder.ttf")
    set_in(own, "{heading_font: Builder.ttf}")
    wait_until(lambda: families(stage).get(title) == FAMILY, "the title is set anew", 40)
    stage.rest()
    assert families(stage)["Close"] == before["Close"] == "Source Sans Pro"
    assert differing(picture, stage.picture()) > 0.01
    set_in(own, "{body_font: Builder.ttf}")
    wait_until(lambda: families(stage).get("Close") == FAMILY, "the button is set anew", 40)
    assert families(stage)[title] == before[title] == "Source Serif Pro"
    set_in(own, "{}")
    wait_until(lambda: FAMILY not in families(stage).values(), "all is ours again", 40)
    # Other cards may have found room meanwhile, and the hint how to move the timeline has gone.
    after = families(stage)
    assert {text: after[text] for text in before.keys() & after.keys()}.items() <= before.items()
    assert {title, "Close"} <= after.keys()
    assert families(stage)[title] == "Source Serif Pro"


@pytest.mark.gui_once
def test_broken_typeface_costs_nothing(own: Stored, open_stage: Callable[..., Stage]) -> None:
    """It is named among the problems; everything else is as before, in our typefaces."""
    (own.content / "fonts" / "Broken.ttf").write_bytes(b"\0\x01\0\0" + b"x" * 90)
    set_in(own, "{heading_font: Broken.ttf}")
    stage = open_stage(watch=True, content=own.content, state=own.state)
    stage.begin()
    stage.open(STONE)
    named = re.compile(r"fonts/Broken\.ttf\b.*The typeface's file is damaged or incomplete\.")
    wait_until(lambda: stage.find(named), "it is named", 40)
    assert families(stage)[TITLES[STONE][0]] == "Source Serif Pro"
