"""What a curator probably meant by a date in another notation."""

from __future__ import annotations

import pytest

from kiosk.exhibit.dates.edtf import DateError, parse_date

NEAR_MISSES = [
    ("1940.06.15", "1940-06-15"),
    ("1940/6/15", "1940-06-15"),
    ("1940-6-5", "1940-06-05"),
    ("19400615", "1940-06-15"),
    ("15.06.1940", "1940-06-15"),
    ("15/06/1940", "1940-06-15"),
    ("15 June 1940", "1940-06-15"),
    ("June 15, 1940", "1940-06-15"),
    ("5th May 1945", "1945-05-05"),
    ("June 1940", "1940-06"),
    ("summer 1940", "1940-22"),
    ("1940 m. birželio 15 d.", "1940-06-15"),
    ("1940 m. vasario 16 d.", "1940-02-16"),
    ("1940 m. vasara", "1940-22"),
    ("1940 m.", "1940"),
    ("c. 1940", "1940~"),
    ("about 1940", "1940~"),
    ("apie 1940 m.", "1940~"),
    ("1940 (?)", "1940?"),
    ("1940?~", "1940%"),
    ("194x", "194X"),
    ("194?", "194X"),
    ("1940s", "194X"),
    ("20th century", "19XX"),
    ("XIX a.", "18XX"),
    ("1940-1945", "1940/1945"),
    ("1940 – 1945", "1940/1945"),
    ("1940..1945", "1940/1945"),
    ("from 1940 to 1945", "1940/1945"),
    ("1940-06-03/04", "1940-06-03/1940-06-04"),
    ("3–4 June 1940", "1940-06-03/1940-06-04"),
    ("14 July – 3 August 1940", "1940-07-14/1940-08-03"),
    ("1940 m. birželio 3–4 d.", "1940-06-03/1940-06-04"),
    ("1944-", "1944/.."),
    ("since 1944", "1944/.."),
    ("1944/open", "1944/.."),
    ("until 1953", "../1953"),
    ("1939 or 1940", "[1939,1940]"),
    ("1939 ir 1940 m.", "{1939,1940}"),
    ("44 BC", "-0043"),
    ("44 m. pr. Kr.", "-0043"),
    ("900", "0900"),
    ("99999", "Y99999"),
    ("Y1940", "1940"),
    ("66 million years ago", "Y-66000000"),
    ("1991-01-13 01:35", "1991-01-13T01:35"),
    ("1991-01-13T1:35", "1991-01-13T01:35"),
    ("1991-01-13T01:35/02:10", "1991-01-13T01:35/1991-01-13T02:10"),
    ("13.01.1991", "1991-01-13"),
    ("1991 01 13", "1991-01-13"),
    ("13 01 1991", "1991-01-13"),
    ("01/13/1991", "1991-01-13"),
    ("Jan 13 1991", "1991-01-13"),
    ("13. Januar 1991", "1991-01-13"),
    ("13 stycznia 1991 r.", "1991-01-13"),
    ("1991 m. sausio 13 d.", "1991-01-13"),
    ("1991 m. sausio 13 d. 1.35 val.", "1991-01-13T01:35"),
    ("1991 m. sausio 13 d. 1 val. 35 min.", "1991-01-13T01:35"),
    ("13 January 1991, 1.35 pm", "1991-01-13T13:35"),
    ("1940-06-15 00:00:00", "1940-06-15"),
    ("1940.0", "1940"),
    ("'1940'", "1940"),
    ("apie 1940", "1940~"),
    ("maždaug 1940 m.", "1940~"),
    ("c1940", "1940~"),
    ("um 1940", "1940~"),
    ("około 1940 r.", "1940~"),
    ("~ 1940", "1940~"),
    ("1939-1940", "1939/1940"),
    ("1939–1940", "1939/1940"),
    ("1940 / 1945", "1940/1945"),
    ("1940/41", "1940/1941"),
    ("winter 1940/41", "1940-24"),
    ("unknown/1953", "/1953"),
    ("1944/unknown", "1944/"),
    ("open/1953", "../1953"),
    ("–1953", "../1953"),
    ("the 1940s", "194X"),
    ("1940er Jahre", "194X"),
    ("XX a. 5-asis dešimtmetis", "194X"),
    ("XX a. penktasis dešimtmetis", "194X"),
    ("20th c.", "19XX"),
    ("XX a.", "19XX"),
    ("XX amžius", "19XX"),
    ("19. Jahrhundert", "18XX"),
    ("XIX wiek", "18XX"),
    ("V a. pr. Kr.", "-04XX"),
    ("44 B.C.", "-0043"),
    ("44 v. Chr.", "-0043"),
    ("500–400 BC", "-0499/-0399"),
    ("44 BC – 14 AD", "-0043/0014"),
    ("AD 14", "0014"),
    ("[1939-1940]", "[1939..1940]"),
    ("1940 arba 1941", "[1940,1941]"),
    ("prieš 66 mln. metų", "Y-66000000"),
    ("4.5 billion years ago", "Y-4500000000"),
    ("4,5 mlrd. metų", "Y-4500000000"),
    ("300 000 years ago", "Y-300000"),
    ("prieš 300 tūkst. metų", "Y-300000"),
]


@pytest.mark.parametrize(("text", "meant"), NEAR_MISSES)
def test_a_near_miss_is_told_the_right_form(text: str, meant: str) -> None:
    """A date in another notation is refused with the same date in ours."""
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert caught.value.hint == f"Write {meant}"
    parse_date(meant)


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("06/05/1940", "Write 1940-05-06 for 6 May or 1940-06-05 for 5 June."),
        ("1939-40", "Write 1939/1940 for the years, 1939-01/1939-06 for a part of the first"),
        ("13.01.91", "Write the year with all its digits and first, such as 1991-01-13"),
        ("44", "Write 1944, or 0044 if you mean a year so long ago"),
        ("-44", "Write -0043 for 44 BCE, because 1 BCE is 0000"),
        (
            "33251",
            "Write 1991-01-13 if a spreadsheet made this number of a day, Y33251 for that year",
        ),
        ("early 1940s", "Write 194X, and words such as “early” in date_text"),
        ("XIX a. pradžia", "Write 18XX, and words such as “early” in date_text"),
    ],
)
def test_an_ambiguous_date_is_offered_every_way(text: str, choices: str) -> None:
    """Where a date may mean several things, each of them is named."""
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert caught.value.hint == choices


@pytest.mark.parametrize("text", ["January 13", "no date", "Easter 1990", "?", "1940-06-05-04-03"])
def test_no_wild_guesses(text: str) -> None:
    """What cannot be told is answered with the forms that there are."""
    with pytest.raises(DateError) as caught:
        parse_date(text)
    assert caught.value.hint.startswith("Write 1940, 1940-06 or 1940-06-15")


@pytest.mark.parametrize("text", ["\\3/1940", "\\c/1940", "1 \\g<x>–2 1940"])
def test_backslashes_are_letters_like_others(text: str) -> None:
    """One side of an interval is put into the other as it is."""
    with pytest.raises(DateError):
        parse_date(text)
