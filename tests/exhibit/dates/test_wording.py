"""Dates in words, as a native would write them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.dates.edtf import DateError, day_number, parse_date
from kiosk.exhibit.dates.wording import axis_words, date_words

# EDTF, Lithuanian, British English
WORDS = [
    ("1991-01-13", "1991 m. sausio 13 d.", "13 January 1991"),
    ("1991-01", "1991 m. sausis", "January 1991"),
    ("1991", "1991 m.", "1991"),
    ("1940~", "apie 1940 m.", "about 1940"),
    ("1940?", "tikriausiai 1940 m.", "probably 1940"),
    ("1940%", "galbūt apie 1940 m.", "perhaps about 1940"),
    ("1940-06~", "apie 1940 m. birželį", "about June 1940"),
    ("1940-06-15~", "apie 1940 m. birželio 15 d.", "about 15 June 1940"),
    ("1944/1953", "1944–1953 m.", "1944–1953"),
    ("1940/1940", "1940 m.", "1940"),
    ("1940-06/1940-08", "1940 m. birželis–rugpjūtis", "June–August 1940"),
    ("1940-06/1941-06", "1940 m. birželis – 1941 m. birželis", "June 1940 – June 1941"),
    ("1940-06-03/1940-06-04", "1940 m. birželio 3–4 d.", "3–4 June 1940"),
    (
        "1940-07-14/1940-08-03",
        "1940 m. liepos 14 d. – rugpjūčio 3 d.",
        "14 July – 3 August 1940",
    ),
    (
        "1940-07-14/1941-08-03",
        "1940 m. liepos 14 d. – 1941 m. rugpjūčio 3 d.",
        "14 July 1940 – 3 August 1941",
    ),
    ("1940/1945-05", "1940 m. – 1945 m. gegužė", "1940 – May 1945"),
    ("1940~/1945~", "apie 1940–1945 m.", "about 1940–1945"),
    ("1940~/1945", "apie 1940 m. – 1945 m.", "about 1940 – 1945"),
    ("1991-01-13T01:35", "1991 m. sausio 13 d. 1:35 val.", "13 January 1991, 01:35"),
    (
        "1991-01-13T01:35/1991-01-13T02:10",
        "1991 m. sausio 13 d. 1:35–2:10 val.",
        "13 January 1991, 01:35–02:10",
    ),
    (
        "1991-01-12T23:35/1991-01-13T02:10",
        "1991 m. sausio 12 d. 23:35 val. – sausio 13 d. 2:10 val.",
        "12 January 1991, 23:35 – 13 January 1991, 02:10",
    ),
    (
        "1990-12-31T23:35/1991-01-01T02:10",
        "1990 m. gruodžio 31 d. 23:35 val. – 1991 m. sausio 1 d. 2:10 val.",
        "31 December 1990, 23:35 – 1 January 1991, 02:10",
    ),
    ("1991-01-13T01:35~", "apie 1991 m. sausio 13 d. 1:35 val.", "about 13 January 1991, 01:35"),
    ("1991-01-13T23:05/..", "nuo 1991 m. sausio 13 d. 23:05 val.", "from 13 January 1991, 23:05"),
    ("1940-06-XX", "1940 m. birželis", "June 1940"),
    ("1940-XX-XX", "1940 m.", "1940"),
    ("1940-22", "1940 m. vasara", "summer 1940"),
    ("1940-22~", "apie 1940 m. vasarą", "about the summer of 1940"),
    ("1940-22?", "tikriausiai 1940 m. vasara", "probably the summer of 1940"),
    ("1940-24", "1940–1941 m. žiema", "winter 1940–1941"),
    ("1940-24~", "apie 1940–1941 m. žiemą", "about the winter of 1940–1941"),
    (
        "1940-24/1941-21",
        "1940–1941 m. žiema – 1941 m. pavasaris",
        "winter 1940–1941 – spring 1941",
    ),
    ("1940-22/1940-23", "1940 m. vasara–ruduo", "summer–autumn 1940"),
    ("[1940-21,1940-23]", "1940 m. pavasaris arba ruduo", "spring or autumn 1940"),
    ("194X", "XX a. penktasis dešimtmetis", "1940s"),
    ("194X~", "apie XX a. penktąjį dešimtmetį", "about the 1940s"),
    ("194X?", "tikriausiai XX a. penktasis dešimtmetis", "probably the 1940s"),
    ("[194X,195X]", "XX a. penktasis arba šeštasis dešimtmetis", "1940s or 1950s"),
    ("../194X", "iki XX a. penktojo dešimtmečio", "until the 1940s"),
    (
        "189X/190X",
        "XIX a. dešimtasis dešimtmetis – XX a. pirmasis dešimtmetis",
        "1890s – 1900–1909",
    ),
    ("194X/195X", "XX a. penktasis–šeštasis dešimtmečiai", "1940s–1950s"),
    ("190X", "XX a. pirmasis dešimtmetis", "1900–1909"),
    ("004X", "40–49 m. po Kr.", "40–49 CE"),
    ("-004X", "50–41 m. pr. Kr.", "50–41 BCE"),
    ("19XX", "XX a.", "20th century"),
    ("20XX", "XXI a.", "21st century"),
    ("01XX/02XX", "II–III a.", "2nd–3rd centuries"),
    ("19XX~", "apie XX a.", "about the 20th century"),
    ("19XX/..", "nuo XX a.", "from the 20th century"),
    ("18XX/19XX", "XIX–XX a.", "19th–20th centuries"),
    ("[18XX,19XX]", "XIX arba XX a.", "19th or 20th century"),
    ("-04XX", "V a. pr. Kr.", "5th century BCE"),
    ("-00XX/00XX", "I a. pr. Kr. – I a. po Kr.", "1st century BCE – 1st century CE"),
    ("1944/..", "nuo 1944 m.", "from 1944"),
    ("1944-01/..", "nuo 1944 m. sausio", "from January 1944"),
    ("1940-22/..", "nuo 1940 m. vasaros", "from the summer of 1940"),
    ("194X/..", "nuo XX a. penktojo dešimtmečio", "from the 1940s"),
    ("1944~/..", "maždaug nuo 1944 m.", "from about 1944"),
    ("1944?/..", "tikriausiai nuo 1944 m.", "probably from 1944"),
    ("1944-01-13/..", "nuo 1944 m. sausio 13 d.", "from 13 January 1944"),
    ("../1953~", "maždaug iki 1953 m.", "until about 1953"),
    ("../1953?", "tikriausiai iki 1953 m.", "probably until 1953"),
    ("../1953", "iki 1953 m.", "until 1953"),
    ("../1953-03-05", "iki 1953 m. kovo 5 d.", "until 5 March 1953"),
    ("1985/", "nuo 1985 m., pabaiga nežinoma", "from 1985, end unknown"),
    ("/1985", "iki 1985 m., pradžia nežinoma", "until 1985, start unknown"),
    ("[1939,1940]", "1939 arba 1940 m.", "1939 or 1940"),
    ("{1939,1940}", "1939 ir 1940 m.", "1939 and 1940"),
    ("[1939?,1940?]", "tikriausiai 1939 arba 1940 m.", "probably 1939 or 1940"),
    ("[1939,1940~]", "1939 m. arba apie 1940 m.", "1939 or about 1940"),
    ("[1939,1940,1941]", "1939, 1940 arba 1941 m.", "1939, 1940 or 1941"),
    ("[1667,1668,1670..1672]", "1667, 1668 arba 1670–1672 m.", "1667, 1668 or 1670–1672"),
    ("[1940-06-03,1940-06-04]", "1940 m. birželio 3 arba 4 d.", "3 or 4 June 1940"),
    ("[1940-06,1940-07]", "1940 m. birželis arba liepa", "June or July 1940"),
    ("[1939-12,1940]", "1939 m. gruodis arba 1940 m.", "December 1939 or 1940"),
    (
        "[..1760-12-03]",
        "1760 m. gruodžio 3 d. arba anksčiau",
        "3 December 1760 or earlier",
    ),
    ("{..1984}", "1984 m. ir anksčiau", "1984 and earlier"),
    ("[1760-12..]", "1760 m. gruodis arba vėliau", "December 1760 or later"),
    ("-0043", "44 m. pr. Kr.", "44 BCE"),
    ("-0043-03-15", "44 m. pr. Kr. kovo 15 d.", "15 March 44 BCE"),
    ("-0043/-0039", "44–40 m. pr. Kr.", "44–40 BCE"),
    ("-0043~", "apie 44 m. pr. Kr.", "about 44 BCE"),
    ("-0043/..", "nuo 44 m. pr. Kr.", "from 44 BCE"),
    ("0000", "1 m. pr. Kr.", "1 BCE"),
    ("0014", "14 m. po Kr.", "14 CE"),
    ("0014-08-19", "14 m. po Kr. rugpjūčio 19 d.", "19 August 14 CE"),
    ("0997", "997 m.", "997"),
    ("-0043/0014", "44 m. pr. Kr. – 14 m. po Kr.", "44 BCE – 14 CE"),
    ("Y-12000", "12\u00a0000 m. pr. Kr.", "12,000 BCE"),
    ("Y-300000", "prieš 300\u00a0000 metų", "300,000 years ago"),
    ("Y-300000~", "prieš maždaug 300\u00a0000 metų", "about 300,000 years ago"),
    ("Y-1000000/Y-300000", "prieš 1 mln. – 300\u00a0000 metų", "1 million – 300,000 years ago"),
    ("Y12000", "12\u00a0000 m.", "12,000"),
    ("Y-66000000", "prieš 66 mln. metų", "66 million years ago"),
    ("Y-66000000~", "prieš maždaug 66 mln. metų", "about 66 million years ago"),
    ("Y-66000000/..", "prieš 66 mln. metų ir vėliau", "from 66 million years ago"),
    ("Y-201000000/Y-145000000", "prieš 201–145 mln. metų", "201–145 million years ago"),
    ("Y-4540000000", "prieš 4,54 mlrd. metų", "4.54 billion years ago"),
    (
        "Y-2000000/-0043",
        "prieš 2 mln. metų – 44 m. pr. Kr.",
        "2 million years ago – 44 BCE",
    ),
]

AXIS = [
    (day_number(1991, 1, 13) + 95 / 1440, "minute", "01:35", "01:35", "01:35", "01:35"),
    (day_number(1991, 1, 13) + 1 / 24, "hour", "01:00", "01:00", "01:00", "01:00"),
    (day_number(1991, 1, 13), "day", "13", "13", "13", "13"),
    (day_number(1991, 1), "month", "sausis", "saus.", "January", "Jan"),
    (day_number(1991), "year", "1991", "1991", "1991", "1991"),
    (day_number(-43), "year", "44 m. pr. Kr.", "44 pr. Kr.", "44 BCE", "44 BCE"),
    (day_number(1940), "decade", "1940–1949", "1940", "1940s", "1940s"),
    (day_number(1900), "century", "XX a.", "XX a.", "20th century", "20th c."),
    (
        day_number(-500),
        "century",
        "V a. pr. Kr.",
        "V a. pr. Kr.",
        "5th century BCE",
        "5th c. BCE",
    ),
    (
        day_number(1000),
        "millennium",
        "II tūkstantmetis",
        "II tūkst.",
        "2nd millennium",
        "2nd mill.",
    ),
    (
        day_number(-66_000_000),
        "year",
        "prieš 66 mln. metų",
        "prieš 66 mln. m.",
        "66 million years ago",
        "66 million years ago",
    ),
]


@pytest.mark.parametrize(("text", "lithuanian", "english"), WORDS)
def test_dates_read_as_a_native_writes_them(text: str, lithuanian: str, english: str) -> None:
    """Both languages share common parts of a span and put every word in its case."""
    date = parse_date(text)
    assert date_words(date, "lt") == lithuanian
    assert date_words(date, "en") == english


@pytest.mark.parametrize(
    ("day", "precision", "lithuanian", "lithuanian_short", "english", "english_short"), AXIS
)
def test_axis_labels(
    day: float,
    precision: str,
    lithuanian: str,
    lithuanian_short: str,
    english: str,
    english_short: str,
) -> None:
    """A label names its own step only, shorter when asked."""
    assert axis_words(day, precision, "lt") == lithuanian
    assert axis_words(day, precision, "lt", short=True) == lithuanian_short
    assert axis_words(day, precision, "en") == english
    assert axis_words(day, precision, "en", short=True) == english_short


def test_words_are_quick() -> None:
    """Wording the dates of the largest exhibit costs less than a second."""
    date = parse_date("1940-07-14/1940-08-03")
    date_words(date, "lt")
    began = time.process_time()
    for _ in range(10_000):
        date_words(date, "lt")
    assert time.process_time() - began < 1


singles = st.sampled_from(
    ["1940", "1940~", "1940?", "1940-06", "1940-06-15", "1940-24", "194X", "000X", "19XX", "00XX",
     "-00XX", "-004X", "-0043", "0000", "-0043-03-15", "Y12000", "Y-12000", "Y-66000000%",
     "Y-4540000000", "1991-01-13T01:35"]
)  # fmt: skip


@given(
    singles,
    singles,
    st.sampled_from(
        ["{0}", "{0}/{1}", "{0}/..", "../{0}", "{0}/", "/{0}", "[{0},{1}]", "{{{0}..{1}}}",
         "[{0}..]", "{{..{0}}}"]
    ),
    st.sampled_from(["lt", "en", "de", "ja", "ar", "lv", "hu"]),
)  # fmt: skip
def test_every_date_has_words(one: str, two: str, form: str, language: str) -> None:
    """Whatever can be parsed can be said, with every pattern filled in."""
    try:
        date = parse_date(form.format(one, two))
    except DateError:
        return
    words = date_words(date, language)
    assert words.strip()
    assert not set(words) & set("{}")


@given(
    st.integers(-5_000_000_000_000, 4_000_000),
    st.sampled_from(["minute", "hour", "day", "month", "year", "decade", "century", "millennium"]),
    st.sampled_from(["lt", "en", "de", "ja"]),
    st.booleans(),
)
def test_every_tick_has_a_label(day: int, precision: str, language: str, short: bool) -> None:
    """Any day of any year can be labelled at any step."""
    label = axis_words(day, precision, language, short)
    assert label
    assert not set(label) & set("{}")
