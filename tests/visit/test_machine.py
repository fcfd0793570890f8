"""The visit: who is there, for how long, and when the next one may come."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.visit import Patience, Phase, Visit


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def visit(clock):
    visit = Visit(Patience.on_the_floor(60, 80), clock)
    visit.begin()
    return visit


def wait(visit, clock, seconds):
    """Lets time pass in quarter seconds; True when a reset came."""
    for _ in range(round(seconds * 4)):
        clock.now += 0.25
        if visit.tick():
            return True
    return False


def test_attract_has_no_idle_timer(clock):
    """Nobody is there, so nothing ever happens."""
    visit = Visit(Patience.on_the_floor(60, 80), clock)
    assert not wait(visit, clock, 10_000)
    assert visit.phase is Phase.ATTRACT


def test_warning_then_reset(visit, clock):
    """Idleness leads to the warning after 60 seconds and to the attract screen after 80."""
    wait(visit, clock, 59.75)
    assert visit.phase is Phase.EXPLORING
    wait(visit, clock, 0.25)
    assert visit.phase is Phase.WARNING
    assert visit.seconds_left == pytest.approx(20)
    assert wait(visit, clock, 20)
    assert visit.phase is Phase.ATTRACT


def test_any_activity_answers_the_warning(visit, clock):
    """A touch during the warning gives the visitor the whole time again."""
    wait(visit, clock, 70)
    visit.activity()
    assert visit.phase is Phase.EXPLORING
    wait(visit, clock, 59.75)
    assert visit.phase is Phase.EXPLORING


def test_a_short_warning_is_lengthened():
    """Twenty seconds to answer, whatever the exhibit asks for."""
    assert Patience.on_the_floor(60, 65) == Patience(60, 20)


def test_rehearsal_is_exact(clock):
    """--idle 4 warns after two seconds and resets after four, even beside a long article."""
    visit = Visit(Patience.rehearsal(4), clock)
    visit.begin()
    visit.article_opened(1000)
    wait(visit, clock, 2)
    assert visit.phase is Phase.WARNING
    assert wait(visit, clock, 2)


def test_an_open_article_gets_its_reading_time(visit, clock):
    """540 words take three minutes; the warning waits for them, counted from the last touch."""
    visit.article_opened(540)
    wait(visit, clock, 179.75)
    assert visit.phase is Phase.EXPLORING
    wait(visit, clock, 0.25)
    assert visit.phase is Phase.WARNING


@pytest.mark.parametrize(("words", "seconds"), [(10, 60), (180, 60), (360, 120), (100_000, 240)])
def test_reading_time_has_limits(visit, clock, words, seconds):
    """Never shorter than the exhibit's own time, never longer than four minutes."""
    visit.article_opened(words)
    wait(visit, clock, seconds - 0.25)
    assert visit.phase is Phase.EXPLORING
    wait(visit, clock, 0.25)
    assert visit.phase is Phase.WARNING


def test_playing_media_is_activity_for_one_pass(visit, clock):
    """A film of 90 seconds that loops keeps the visit alive for 90 seconds, then time counts."""
    visit.media_playing(90)
    wait(visit, clock, 149.75)
    assert visit.phase is Phase.EXPLORING
    wait(visit, clock, 0.25)
    assert visit.phase is Phase.WARNING


def test_playing_media_counts_ten_minutes_at_most(visit, clock):
    """Even a film of a day does not keep an empty room for ever."""
    for _ in range(900):
        visit.media_playing(86_400)
        wait(visit, clock, 1)
        if visit.phase is Phase.WARNING:
            break
    assert clock.now == pytest.approx(1000 + 600 + 60, abs=1)


def test_stopped_media_is_no_activity(visit, clock):
    """From the moment a film pauses, fails or stalls, the ordinary time runs."""
    visit.media_playing(300)
    wait(visit, clock, 100)
    visit.media_stopped()
    wait(visit, clock, 59.75)
    assert visit.phase is Phase.EXPLORING
    wait(visit, clock, 0.25)
    assert visit.phase is Phase.WARNING


def test_a_sleeping_machine_still_warns(visit, clock):
    """After a jump of an hour the visitor gets the warning first, with its full time."""
    clock.now += 3600
    assert not visit.tick()
    assert visit.phase is Phase.WARNING
    assert visit.seconds_left == pytest.approx(20)


def test_the_next_visitor_inherits_nothing(visit, clock):
    """Reading time and media of the one before are forgotten."""
    visit.article_opened(700)
    visit.media_playing(500)
    visit.end()
    visit.begin()
    wait(visit, clock, 60)
    assert visit.phase is Phase.WARNING


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["activity", "open", "close", "play", "stop", "begin", "wait"]),
            st.floats(0, 400),
        ),
        max_size=40,
    )
)
def test_it_always_comes_home(steps):
    """Whatever happened before, an abandoned kiosk shows the attract screen within 15 minutes."""
    clock = Clock()
    visit = Visit(Patience.on_the_floor(60, 80), clock)
    for step, value in steps:
        match step:
            case "activity":
                visit.activity()
            case "open":
                visit.article_opened(int(value) * 10)
            case "close":
                visit.article_closed()
            case "play":
                visit.media_playing(value * 10)
            case "stop":
                visit.media_stopped()
            case "begin":
                visit.begin()
            case _:
                clock.now += value
                visit.tick()
    wait(visit, clock, 900)
    assert visit.phase is Phase.ATTRACT
