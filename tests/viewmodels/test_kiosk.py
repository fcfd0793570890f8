"""What the root of all view models does with touches, time and editions."""

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QObject

from kiosk.exhibit.problems import Problem, Scope, Severity
from kiosk.steps import at_once
from kiosk.viewmodels.kiosk import KioskView, Station


@dataclass
class Clock:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


FLOOR = Station(windowed=False, painted=True)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def make(qapp, clock):  # noqa: ARG001
    parent = QObject()
    yield lambda station=FLOOR: KioskView(station, clock, parent)
    parent.deleteLater()


@pytest.fixture
def kiosk(make, edition):
    view = make()
    offer(view, edition)
    return view


def offer(kiosk, edition):
    kiosk.receive(at_once(kiosk.preparing(edition)))


def let_pass(kiosk, clock, seconds):
    """Time goes by in steps as the timer would take them."""
    for _ in range(int(seconds * 5)):
        clock.now += 0.2
        kiosk._timer.timeout.emit()


def other(edition, **changes):
    exhibit = replace(edition.exhibit, **changes)
    return replace(edition, id="00000002", exhibit=exhibit)


def test_nothing_to_begin_with(make):
    """Without an edition there is only the screen that says so."""
    kiosk = make()
    kiosk.begin("en")
    assert (kiosk.phase, kiosk.ready, kiosk.title, kiosk.languages) == ("attract", False, "", [])
    assert kiosk.texts["being_prepared"]
    assert not kiosk.goBack()


def test_language_of_the_exhibit_then_of_the_station_then_of_the_visitor(make, kiosk, edition):
    assert (kiosk.language, kiosk.title) == ("lt", "Tiltai")
    english = make(replace(FLOOR, language="en"))
    offer(english, edition)
    assert (english.language, english.title) == ("en", "Bridges")
    kiosk.begin("en")
    assert kiosk.language == "en"
    kiosk.speak("pl")
    assert kiosk.language == "en"


def test_station_language_that_the_exhibit_lacks(make, edition):
    """A wrong setting falls back to the exhibit's own first language."""
    kiosk = make(replace(FLOOR, language="pl"))
    offer(kiosk, edition)
    assert kiosk.language == "lt"


def test_languages_invite_in_their_own_words(kiosk):
    assert [(one["code"], one["name"]) for one in kiosk.languages] == [
        ("lt", "Lietuvių"),
        ("en", "English"),
    ]
    assert kiosk.languages[0]["prompt"] != kiosk.languages[1]["prompt"]


def test_warning_and_reset(kiosk, clock):
    """After 60 seconds the question, after 20 more the attract screen, everything forgotten."""
    ended = []
    kiosk.visitEnded.connect(lambda: ended.append(True))
    kiosk.begin("en")
    kiosk.nextTextStep()
    let_pass(kiosk, clock, 59)
    assert kiosk.phase == "exploring"
    let_pass(kiosk, clock, 2)
    assert kiosk.phase == "warning"
    assert 18 <= kiosk.secondsLeft <= 20
    let_pass(kiosk, clock, 21)
    assert (kiosk.phase, kiosk.language, kiosk.textStep) == ("attract", "lt", 0)
    assert ended == [True]


def test_touch_answers_the_warning(kiosk, clock):
    kiosk.begin("")
    let_pass(kiosk, clock, 62)
    assert kiosk.phase == "warning"
    kiosk.touched()
    assert (kiosk.phase, kiosk.secondsLeft) == ("exploring", 0)


def test_rehearsal_is_exact(make, edition, clock):
    """Half of the time until the question, half until the reset, whatever is being read."""
    kiosk = make(replace(FLOOR, idle=4.0))
    offer(kiosk, edition)
    kiosk.begin("")
    kiosk.openEvent("ferry")
    let_pass(kiosk, clock, 1.8)
    assert kiosk.phase == "exploring"
    let_pass(kiosk, clock, 0.4)
    assert kiosk.phase == "warning"
    let_pass(kiosk, clock, 2.2)
    assert kiosk.phase == "attract"


def test_playing_puts_the_warning_off_and_stopping_does_not(kiosk, clock):
    """A film of 90 seconds is watched to its end; the wait begins after it."""
    kiosk.begin("")
    kiosk.openEvent("ferry")
    kiosk.openMedium(1)
    for second in range(90):
        kiosk.viewer.progress(90.0 - second)
        let_pass(kiosk, clock, 1)
        assert kiosk.phase == "exploring"
    kiosk.viewer.halt()
    let_pass(kiosk, clock, 58)
    assert kiosk.phase == "exploring"
    let_pass(kiosk, clock, 4)
    assert kiosk.phase == "warning"


def test_one_level_back_at_a_time(kiosk):
    kiosk.begin("")
    kiosk.openEvent("ferry")
    kiosk.openMedium(1)
    assert (kiosk.article.isOpen, kiosk.viewer.isOpen) == (True, True)
    assert kiosk.goBack()
    assert (kiosk.article.isOpen, kiosk.viewer.isOpen) == (True, False)
    assert kiosk.goBack()
    assert (kiosk.article.isOpen, kiosk.phase) == (False, "exploring")
    assert kiosk.goBack()
    assert kiosk.phase == "attract"
    assert not kiosk.goBack()


def test_another_article_closes_the_medium(kiosk):
    kiosk.begin("")
    kiosk.openEvent("ferry")
    kiosk.openMedium(0)
    kiosk.openEvent("flood")
    assert not kiosk.viewer.isOpen
    assert kiosk.article.title == "Tai flood"


def test_text_steps_go_round(kiosk):
    kiosk.begin("")
    steps = []
    for _ in range(4):
        steps.append(kiosk.textStep)
        kiosk.nextTextStep()
    assert steps == [0, 1, 2, 0]


def test_keyboard_is_known_until_a_finger_comes(kiosk):
    kiosk.typed()
    assert kiosk.keyboardUsed
    kiosk.touched()
    assert not kiosk.keyboardUsed


def test_floor_waits_for_the_visitor_to_leave(kiosk, edition):
    """A new edition appears between two visits, and the newest of several."""
    kiosk.begin("en")
    offer(kiosk, other(edition, title=edition.exhibit.subtitle))
    newest = edition.exhibit.eras[0].title
    offer(kiosk, other(edition, title=newest))
    assert kiosk.title == "Bridges"
    kiosk.startOver()
    assert kiosk.title == "Seniai"


def test_window_shows_it_at_once(make, edition):
    """A curator does not have to leave; what was open stays open."""
    kiosk = make(replace(FLOOR, windowed=True))
    offer(kiosk, edition)
    kiosk.begin("en")
    kiosk.openEvent("ferry")
    offer(kiosk, other(edition, title=edition.exhibit.eras[0].title))
    assert kiosk.title == "Long ago"
    assert kiosk.article.isOpen
    assert kiosk.language == "en"


def test_language_that_a_new_edition_lacks(make, edition):
    """Nobody is left with a language that is no longer there."""
    kiosk = make(replace(FLOOR, windowed=True))
    offer(kiosk, edition)
    kiosk.begin("lt")
    offer(kiosk, other(edition, languages=("en",)))
    assert kiosk.language == "en"


def test_colours_come_from_the_exhibit(kiosk):
    assert (kiosk.ground, kiosk.accent) == ("#101010", "")


def test_problems_are_listed_errors_first(kiosk):
    """What the curator reads, with the place to mend."""
    said = []
    kiosk.problems.changed.connect(lambda: said.append(True))
    warning = Problem(
        path="a.yaml",
        line=3,
        column=1,
        severity=Severity.WARNING,
        scope=Scope.EVENT,
        code="no-alt",
        message="No alt text.",
    )
    error = replace(warning, path="b.yaml", severity=Severity.ERROR)
    also = replace(warning, path="b.yaml", line=0, column=0)
    at_once(kiosk.reporting([error, warning, also]))
    rows = kiosk.problems.rows.rows
    assert [(row.file, row.first, row.line, row.error) for row in rows] == [
        ("b.yaml", True, 3, True),
        ("b.yaml", False, 0, False),
        ("a.yaml", True, 3, False),
    ]
    assert [(row.file_errors, row.file_warnings) for row in rows] == [(1, 1), (1, 1), (0, 1)]
    assert (kiosk.problems.errors, kiosk.problems.warnings) == (1, 2)
    kiosk.prepare("Reading …")
    assert (kiosk.preparation.status, kiosk.problems.status) == ("Reading …", "Reading …")
    assert kiosk.preparation.share == -1
    kiosk.prepare("Reading 1 of 4", 1, 4)
    assert kiosk.preparation.share == 0.25
    at_once(kiosk.reporting([]))
    kiosk.prepare("")
    assert not kiosk.problems.worthShowing
    assert len(said) == 5
