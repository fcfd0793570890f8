"""Dates in ever fewer letters, as a native would shorten them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.exhibit.dates.edtf import parse_date
from kiosk.exhibit.dates.shortening import date_forms
from kiosk.exhibit.dates.wording import date_words

# EDTF, then what follows the whole date in Lithuanian, and in British English
FORMS = [
    ("1944/1953", "", ""),
    ("1991-01-13", "1991-01-13 | 1991 m.", "13 Jan 1991 | 1991"),
    ("1940~", "~1940 m.", "c. 1940"),
    ("1940?", "1940 m. (?)", "1940 (?)"),
    ("1940%", "~1940 m. (?)", "c. 1940 (?)"),
    ("1940-06/1940-08", "1940 m. birž.–rugp.", "Jun–Aug 1940"),
    (
        "1940-06/1941-06",
        "1940 m. birž. – 1941 m. birž. | 1940–1941 m.",
        "Jun 1940 – Jun 1941 | 1940–1941",
    ),
    ("1940-07-14/1940-08-03", "1940-07-14 – 08-03", "14 Jul – 3 Aug 1940 | Jul–Aug 1940"),
    ("1940-06-03/1940-06-04", "1940-06-03–04", "3–4 Jun 1940 | Jun 1940"),
    ("1991-01-13T01:35", "1991-01-13 1:35 | 1:35", "13 Jan 1991, 01:35 | 01:35"),
    (
        "1991-01-12T23:35/1991-01-13T02:10",
        "1991-01-12 23:35 – 1991-01-13 2:10 | 23:35–2:10",
        "12 Jan 1991, 23:35 – 13 Jan 1991, 02:10 | 23:35–02:10",
    ),
    (
        "1991-01-13T23:05/..",
        "nuo 1991-01-13 23:05 | nuo 1991 m.",
        "from 13 Jan 1991, 23:05 | from 1991",
    ),
    ("1940~/..", "nuo ~1940 m.", "from c. 1940"),
    ("1940/", "nuo 1940 m. iki ?", "from 1940 to ?"),
    ("/1940", "nuo ? iki 1940 m.", "? until 1940"),
    ("194X", "1940–1949 m.", ""),
    ("19XX", "", "20th c."),
    ("[1939,1940]", "1939 ar 1940 m. | 1939–1940 m.", "1939–1940"),
    ("{1939,1941,1945}", "1939–1945 m.", "1939–1945"),
    ("-0043-03-15", "44 pr. Kr.", "15 Mar 44 BCE | 44 BCE"),
    ("Y-66000000", "prieš 66 mln. m.", "66m years ago"),
    (
        "Y-13600000000~",
        "prieš ~13,6 mlrd. m. | prieš ~14 mlrd. m.",
        "c. 13.6bn years ago | c. 14bn years ago",
    ),
    ("Y-13000000000~/..", "prieš ~13 mlrd. m. –", "c. 13bn years ago –"),
    ("Y-3800000000?", "prieš 3,8 mlrd. m. (?)", "3.8bn years ago (?)"),
    ("Y-230000000/Y-66000000", "prieš 230–66 mln. m.", "230–66m years ago"),
]

# The last two are what CLDR gives.
ELSEWHERE = [
    ("de", "1940-06-15~", "ca. 15.6.1940"),
    ("de", "1940-06-03/1940-06-04", "3.–4.6.1940"),
    ("de", "Y-66000000", "vor 66 Mio. J."),
    ("pl", "1991-01-13T01:35", "13.01.1991, 1:35"),
    ("pl", "1940~", "ok. 1940"),
    ("fi", "1940-06-15", "15.6.1940"),
    ("ja", "1940-06-03/1940-06-04", "1940年6月"),
]


@pytest.mark.parametrize(("edtf", "lithuanian", "english"), FORMS)
def test_words(edtf: str, lithuanian: str, english: str) -> None:
    date = parse_date(edtf)
    assert " | ".join(date_forms(date, "lt")[1:]).replace("\u00a0", " ") == lithuanian
    assert " | ".join(date_forms(date, "en")[1:]) == english


@pytest.mark.parametrize(("language", "edtf", "words"), ELSEWHERE)
def test_other_languages(language: str, edtf: str, words: str) -> None:
    assert date_forms(parse_date(edtf), language)[1] == words


@given(
    st.sampled_from(["lt", "en", "de", "pl", "fi", "ar"]),
    st.lists(
        st.one_of(
            st.integers(-13_800_000_000, -10_000).map(lambda year: f"Y{year}"),
            st.integers(1, 2100).map(lambda year: f"{year:04}"),
            st.dates().map(str),
            st.datetimes().map(lambda moment: moment.strftime("%Y-%m-%dT%H:%M").zfill(16)),
        ),
        min_size=1,
        max_size=2,
    ),
    st.sampled_from(["", "~", "?", "%"]),
)
def test_each_is_shorter_than_the_one_before(language: str, ends: list[str], mark: str) -> None:
    """Whatever the date, the whole comes first and nothing is ever empty."""
    ends = sorted((f"{end}{mark}" for end in ends), key=lambda end: parse_date(end).start)
    date = parse_date("/".join(ends))
    forms = date_forms(date, language)
    assert forms[0] == date_words(date, language)
    assert all(len(longer) > len(shorter) > 0 for longer, shorter in pairwise(forms))
