"""From a card to its article and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible

from tests.gui.small_exhibit import NIGHT, OPENING, STONE, TITLES, VOICES, WOODEN
from tests.gui.stage import Stage, differing, wait_until

HEADING = QAccessible.Role.Heading


def title(event: str) -> str:
    return TITLES[event][0]


def test_touch_opens_the_article(stage: Stage) -> None:
    """A few frames after the touch its title and text stand beside the timeline."""
    stage.begin()
    before = stage.picture()
    card = stage.card(title(STONE))
    frames = stage.frames
    stage.tap(card)
    assert stage.reading == STONE
    assert stage.find(title(STONE), HEADING)
    assert stage.frames - frames <= 12
    stage.rest()
    assert stage.has("Timeline")
    assert stage.has("Whoever wanted to trade had to wait.")
    assert differing(before, stage.picture()) > 0.3


def test_another_card_exchanges_it(stage: Stage) -> None:
    """The timeline beside the article stays alive."""
    stage.begin()
    stage.tap(stage.card(title(STONE)))
    stage.rest()
    cards = [
        thing
        for event, (name, _) in TITLES.items()
        for thing in stage.things()
        if event != STONE
        and thing.name.startswith(f"{name}. ")
        and stage.canvas.isAncestorOf(thing.item)
        and stage.seen(thing).width() > 40
    ]
    assert cards
    other = cards[0]
    stage.tap(other)
    stage.rest()
    assert stage.view.article.title == other.name.split(". ")[0]
    assert stage.find(stage.view.article.title, HEADING)
    assert not stage.find(title(STONE), HEADING)


def test_close_returns_to_the_timeline(stage: Stage) -> None:
    """The zoom is what it was and the event one has read stays in sight."""
    stage.begin()
    stage.tap("Zoom in")
    stage.rest()
    stage.tap(stage.card(title(STONE)))
    stage.rest()
    length = stage.length
    stage.tap("Close the article")
    stage.rest()
    assert not stage.view.article.isOpen
    assert stage.length == pytest.approx(length)
    card = stage.card(title(STONE))
    assert stage.seen(card) == card.place


def test_escape_goes_one_level_back(stage: Stage) -> None:
    """From the medium to the article, the timeline, the attract screen, and no further."""
    stage.begin()
    stage.open(STONE)
    stage.view.openMedium(0)
    stage.the("Next picture")
    stage.key(Qt.Key.Key_Escape)
    assert not stage.view.viewer.isOpen
    assert stage.reading == STONE
    stage.key(Qt.Key.Key_Escape)
    assert not stage.view.article.isOpen
    assert stage.view.phase == "exploring"
    stage.key(Qt.Key.Key_Escape)
    assert stage.view.phase == "attract"
    stage.key(Qt.Key.Key_Escape)
    assert stage.view.phase == "attract"
    assert stage.window.isVisible()


def test_earlier_and_later(stage: Stage) -> None:
    """The article leads to its neighbours in time, each named."""
    stage.begin()
    stage.open(STONE)
    stage.tap(f"Later event: {title(VOICES)}")
    stage.rest()
    assert stage.reading == VOICES
    stage.tap(f"Earlier event: {title(STONE)}")
    stage.rest()
    assert stage.reading == STONE
    stage.open(WOODEN)
    assert not [thing for thing in stage.things() if thing.name.startswith("Earlier event: T")]


def test_related_event_is_one_touch_away(stage: Stage) -> None:
    """A link at the end of the article opens the other one from its beginning."""
    stage.begin()
    stage.open(OPENING)
    pages = stage.window.findChild(QObject, "pages")
    pages.setProperty("contentY", pages.property("contentHeight") - pages.property("height"))
    stage.rest()
    links = stage.things(QAccessible.Role.Link)
    link = next(one for one in links if one.name.startswith(title(STONE)))
    stage.tap(link)
    stage.rest()
    assert stage.reading == STONE
    assert pages.property("contentY") == 0


def test_dragging_the_timeline_keeps_the_article(stage: Stage) -> None:
    """One may look around without losing the page."""
    stage.begin()
    stage.tap("Zoom in")
    stage.rest()
    stage.open(STONE)
    centre = stage.centre
    start = stage.seen(stage.the("Timeline")).center()
    stage.hand.drag(start, start.__class__(start.x() - 90, start.y()))
    stage.hand.lift()
    stage.rest()
    assert stage.centre != centre
    assert stage.reading == STONE


def test_sensitive_article_asks_first(stage: Stage) -> None:
    """Nothing of it is seen before one agrees, and agreeing is remembered in this visit only."""
    stage.begin()
    stage.open(NIGHT)
    stage.button("Show the article")
    assert not stage.has("Whoever wanted to trade had to wait.")
    stage.tap("Not now")
    assert not stage.view.article.isOpen
    stage.open(NIGHT)
    stage.tap("Show the article")
    stage.the("Whoever wanted to trade had to wait.")
    stage.view.goBack()
    stage.open(NIGHT)
    assert not stage.has("Show the article")
    stage.view.startOver()
    stage.begin()
    stage.open(NIGHT)
    assert stage.has("Show the article")


def test_picture_zooms_by_button(stage: Stage) -> None:
    """A closer look fills the screen and goes closer without a gesture."""
    stage.begin()
    stage.open(WOODEN)
    stage.tap(f"Look closer. A drawing of {title(WOODEN)}")
    graphic = stage.the(f"A drawing of {title(WOODEN)}", QAccessible.Role.Graphic)
    stage.rest()
    before = stage.picture(graphic.place)
    stage.tap("Enlarge the picture")
    stage.rest()
    assert differing(before, stage.picture(graphic.place)) > 0.2
    stage.tap("Close")
    wait_until(lambda: not stage.view.viewer.isOpen, "the picture is closed")
    assert stage.reading == WOODEN


def test_keyboard_brings_what_it_reaches_into_sight(stage: Stage) -> None:
    """Going from thing to thing with Tab scrolls the article to them."""
    stage.begin()
    stage.open(STONE)
    stage.rest()
    pages = stage.window.findChild(QObject, "pages")
    assert pages.property("contentHeight") > pages.property("height")
    for _ in range(40):
        stage.key(Qt.Key.Key_Tab)
        if pages.property("contentY") > 0:
            break
    assert pages.property("contentY") > 0
