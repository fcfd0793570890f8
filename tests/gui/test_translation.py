"""What is not translated is shown in another language, and says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from tests.gui.conftest import Stored, make_edition
from tests.gui.small_exhibit import FLOOD, STONE, TITLES
from tests.gui.stage import Stage, differing

ENGLISH = TITLES[STONE][0]
SENTENCE = "Šio teksto lietuvių kalba dar nėra. Jis rodomas anglų kalba."
ARABIC = """\
# العنوان

كان النهر يقسم المدينة[^1] و**الجسر** جديد.

> من أراد التجارة كان عليه الانتظار.

- العربات
- الأطفال

[^1]: ملاحظة
"""


@pytest.fixture(scope="module")
def half(stored: Stored, tmp_path_factory: pytest.TempPathFactory) -> Stored:
    """The stone bridge in English only, the great flood without an article in Lithuanian."""
    own = stored.copy(tmp_path_factory.mktemp("half"))
    event = own.content / "events" / STONE / "event.yaml"
    text = event.read_text(encoding="utf-8").replace(f", lt: {TITLES[STONE][1]}}}", "}", 1)
    text = text.replace(", lt: Filmuota nuo kranto}", "}")
    event.write_text(text.replace(f", lt: Kas nutiko – {TITLES[STONE][1]}.", ""), encoding="utf-8")
    for slug in (STONE, FLOOD):
        (own.content / "events" / slug / "article.lt.md").unlink()
    make_edition(own)
    return own


def stage_of(own: Stored, open_stage: Callable[..., Stage], **changes: object) -> Stage:
    return open_stage(content=own.content, state=own.state, **changes)


def drawn(stage: Stage, text: str) -> list[QQuickItem]:
    """The items on the screen that show exactly this text."""
    return [item for item in stage.texts() if item.property("text") == text]


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280)])
def test_borrowed_article_is_marked(
    half: Stored, open_stage: Callable[..., Stage], size: tuple[int, int]
) -> None:
    """A sign beside its date, one sentence above its text, and its language in its name."""
    stage = stage_of(half, open_stage, language="lt", window_size=size)
    stage.begin("lt")
    card = stage.card(f"{ENGLISH} (anglų kalba)")
    (sign,) = drawn(stage, "EN")
    assert card.item.isAncestorOf(sign)
    stage.open(STONE)
    stage.the(f"{ENGLISH} (anglų kalba)", QAccessible.Role.Heading)
    stage.the(SENTENCE)
    stage.the("Whoever wanted to trade had to wait.")
    before = stage.picture()
    stage.view.speak("en")
    stage.rest()
    assert not stage.has(SENTENCE)
    assert not drawn(stage, "EN")
    stage.the(ENGLISH, QAccessible.Role.Heading)
    assert differing(before, stage.picture()) > 0.003


@pytest.mark.gui_once
def test_only_what_is_borrowed_is_marked(half: Stored, open_stage: Callable[..., Stage]) -> None:
    """A title that is translated has no sign, though its article does."""
    stage = stage_of(half, open_stage, language="lt")
    stage.begin("lt")
    stage.open(FLOOD)
    stage.the(TITLES[FLOOD][1], QAccessible.Role.Heading)
    stage.the(SENTENCE)
    assert "(anglų kalba)" not in stage.view.article.spokenTitle
    assert stage.view.article.textMark == "EN"


def test_borrowed_caption_is_marked_in_the_viewer(
    half: Stored, open_stage: Callable[..., Stage]
) -> None:
    """The film's caption is in English while everything around it is not."""
    stage = stage_of(half, open_stage, language="lt")
    stage.begin("lt")
    stage.open(STONE)
    stage.view.openMedium(1)
    stage.the("Filmed from the bank")
    assert stage.view.viewer.captionMark == "EN"
    assert drawn(stage, "EN")


def test_text_from_right_to_left(
    stored: Stored, tmp_path: Path, open_stage: Callable[..., Stage]
) -> None:
    """Markers and the bar of a quotation change sides; a text that is missing is named in English,
    which the interface falls back to.
    """
    own = stored.copy(tmp_path)
    exhibit = own.content / "exhibit.yaml"
    text = exhibit.read_text(encoding="utf-8")
    exhibit.write_text(text.replace("[en, lt]", "[en, lt, ar]"), encoding="utf-8")
    article = own.content / "events" / STONE / "article.ar.md"
    article.write_text(ARABIC, encoding="utf-8")
    make_edition(own)
    stage = stage_of(own, open_stage, language="ar")
    stage.begin("ar")
    stage.open(STONE)
    words = stage.the("العربات").item
    marker = next(item for item in drawn(stage, "–") if item.parentItem() is words.parentItem())
    assert marker.x() > words.x() + words.width() - 1
    stage.open(FLOOD)
    stage.the("This text is not yet available in Arabic. It is shown in English.")
    assert not stage.view.article.rightToLeft
