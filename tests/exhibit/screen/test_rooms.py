from __future__ import annotations

from kiosk.exhibit.screen.rooms import TITLE, cut_in, summary_room, widest_word


def test_a_title_of_two_lines_is_whole() -> None:
    """A third line is not shown; what is left of the second and how much is too much is told."""
    assert cut_in(TITLE, "The night of the ultimatum") is None
    cut = cut_in(TITLE, "The night of the ultimatum and the morning after it")
    assert cut is not None
    assert cut.shown.startswith("The night of the ultimatum")
    assert cut.shown.endswith("…")
    assert 15 < cut.excess < 25


def test_the_number_of_letters_is_about_right() -> None:
    """A sentence of as many letters as are promised has room, one of a quarter more has not."""
    words = "people saw how the night became a morning and went home to tell the others of it all "
    assert cut_in(TITLE, words[: TITLE.letters - 4]) is None
    assert cut_in(TITLE, words[: TITLE.letters * 5 // 4]) is not None


def test_a_short_title_leaves_room_for_more_summary() -> None:
    """The lines that the title does not need belong to the summary."""
    short, long = summary_room("Brief"), summary_room("A title that takes both of its lines")
    assert short.lines == long.lines + 1
    assert long.lines > 2


def test_the_widest_word_counts_not_the_longest() -> None:
    """Letters differ in width."""
    assert widest_word("illiilli WWWWWWW of") == "WWWWWWW"
    assert widest_word("") == ""
