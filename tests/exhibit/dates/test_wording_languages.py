"""Dates in the languages besides the two of the example exhibit."""

from __future__ import annotations

import re

import pytest
from babel import Locale
from babel.localedata import locale_identifiers

from kiosk.exhibit.dates.edtf import parse_date
from kiosk.exhibit.dates.wording import axis_words, date_words

# EDTF, German, Polish
WORDS = [
    ("1991-01-13", "13. Januar 1991", "13 stycznia 1991 r."),
    ("1991-01", "Januar 1991", "styczeń 1991 r."),
    ("1991", "1991", "1991"),
    ("1940~", "um 1940", "około 1940"),
    ("1940?", "vermutlich 1940", "prawdopodobnie 1940"),
    ("1940%", "vermutlich um 1940", "prawdopodobnie około 1940"),
    ("1940-06~", "um Juni 1940", "około czerwca 1940 r."),
    ("1940-06?", "vermutlich Juni 1940", "prawdopodobnie czerwiec 1940 r."),
    ("1940-06-15~", "um den 15. Juni 1940", "około 15 czerwca 1940 r."),
    ("1944/1953", "1944–1953", "1944–1953"),
    ("1940-06/1940-08", "Juni–August 1940", "czerwiec–sierpień 1940 r."),
    ("1940-06/1941-06", "Juni 1940 – Juni 1941", "czerwiec 1940 r. – czerwiec 1941 r."),
    ("1940-06-03/1940-06-04", "3.–4. Juni 1940", "3–4 czerwca 1940 r."),
    ("1940-07-14/1940-08-03", "14. Juli – 3. August 1940", "14 lipca – 3 sierpnia 1940 r."),
    (
        "1940-07-14/1941-08-03",
        "14. Juli 1940 – 3. August 1941",
        "14 lipca 1940 r. – 3 sierpnia 1941 r.",
    ),
    ("1940/1945-05", "1940 – Mai 1945", "1940 – maj 1945 r."),
    ("1940~/1945~", "um 1940–1945", "około 1940–1945"),
    ("1940~/1945", "um 1940 – 1945", "około 1940 – 1945"),
    ("1991-01-13T01:35", "13. Januar 1991, 01:35 Uhr", "13 stycznia 1991 r., godz. 1:35"),
    (
        "1991-01-13T01:35/1991-01-13T02:10",
        "13. Januar 1991, 01:35–02:10 Uhr",
        "13 stycznia 1991 r., godz. 1:35–2:10",
    ),
    (
        "1991-01-12T23:35/1991-01-13T02:10",
        "12. Januar 1991, 23:35 Uhr – 13. Januar 1991, 02:10 Uhr",
        "12 stycznia 1991 r., godz. 23:35 – 13 stycznia 1991 r., godz. 2:10",
    ),
    (
        "1991-01-13T01:35~",
        "um den 13. Januar 1991, 01:35 Uhr",
        "około 13 stycznia 1991 r., godz. 1:35",
    ),
    ("1940-22", "Sommer 1940", "lato 1940 r."),
    ("1940-22~", "um den Sommer 1940", "około lata 1940 r."),
    ("1940-24", "Winter 1940/1941", "zima 1940/1941 r."),
    ("1940-22/1940-23", "Sommer–Herbst 1940", "lato–jesień 1940 r."),
    ("194X", "1940er Jahre", "lata 40. XX w."),
    ("194X~", "um die 1940er Jahre", "około lat 40. XX w."),
    ("194X/..", "ab den 1940er Jahren", "od lat 40. XX w."),
    ("../194X", "bis in die 1940er Jahre", "do lat 40. XX w."),
    ("190X", "1900–1909", "1900–1909"),
    ("004X", "40–49 n. Chr.", "40–49 n.e."),
    ("-004X", "50–41 v. Chr.", "50–41 p.n.e."),
    ("19XX", "20. Jahrhundert", "XX w."),
    ("19XX~", "um das 20. Jahrhundert", "około XX w."),
    ("19XX/..", "ab dem 20. Jahrhundert", "od XX w."),
    ("../19XX", "bis ins 20. Jahrhundert", "do XX w."),
    ("18XX/19XX", "19.–20. Jahrhundert", "XIX–XX w."),
    ("-04XX", "5. Jahrhundert v. Chr.", "V w. p.n.e."),
    ("-00XX/00XX", "1. Jahrhundert v. Chr. – 1. Jahrhundert n. Chr.", "I w. p.n.e. – I w. n.e."),
    ("1944/..", "ab 1944", "od 1944"),
    ("1944-01/..", "ab Januar 1944", "od stycznia 1944 r."),
    ("1944-01-13/..", "ab 13. Januar 1944", "od 13 stycznia 1944 r."),
    ("1944~/..", "etwa ab 1944", "mniej więcej od 1944"),
    ("../1953", "bis 1953", "do 1953"),
    ("../1953~", "etwa bis 1953", "mniej więcej do 1953"),
    ("../1953-03-05", "bis 5. März 1953", "do 5 marca 1953 r."),
    ("1985/", "ab 1985, Ende unbekannt", "od 1985, koniec nieznany"),
    ("/1985", "bis 1985, Beginn unbekannt", "do 1985, początek nieznany"),
    ("[1939,1940]", "1939 oder 1940", "1939 lub 1940"),
    ("{1939,1940}", "1939 und 1940", "1939 i 1940"),
    ("[1667,1668,1670..1672]", "1667, 1668 oder 1670–1672", "1667, 1668 lub 1670–1672"),
    ("[1940-06,1940-07]", "Juni oder Juli 1940", "czerwiec lub lipiec 1940 r."),
    ("[1940-06-03,1940-06-04]", "3. oder 4. Juni 1940", "3 lub 4 czerwca 1940 r."),
    ("[1939-12,1940]", "Dezember 1939 oder 1940", "grudzień 1939 r. lub 1940"),
    ("[..1760-12-03]", "3. Dezember 1760 oder früher", "3 grudnia 1760 r. lub wcześniej"),
    ("{..1984}", "1984 und früher", "1984 i wcześniej"),
    ("[1760-12..]", "Dezember 1760 oder später", "grudzień 1760 r. lub później"),
    ("[1939?,1940?]", "vermutlich 1939 oder 1940", "prawdopodobnie 1939 lub 1940"),
    ("-0043", "44 v. Chr.", "44 p.n.e."),
    ("-0043~", "um 44 v. Chr.", "około 44 p.n.e."),
    ("-0043-03-15", "15. März 44 v. Chr.", "15 marca 44 r. p.n.e."),
    ("-0043/-0039", "44–40 v. Chr.", "44–40 p.n.e."),
    ("-0043/0014", "44 v. Chr. – 14 n. Chr.", "44 p.n.e. – 14 n.e."),
    ("0014", "14 n. Chr.", "14 n.e."),
    ("Y-12000", "12.000 v. Chr.", "12\u00a0000 p.n.e."),
    ("Y-300000", "vor 300.000 Jahren", "300\u00a0000 lat temu"),
    ("Y-66000000", "vor 66 Mio. Jahren", "66 mln lat temu"),
    ("Y-66000000~", "vor etwa 66 Mio. Jahren", "około 66 mln lat temu"),
    ("Y-66000000/..", "vor 66 Mio. Jahren und später", "66 mln lat temu i później"),
    ("Y-201000000/Y-145000000", "vor 201–145 Mio. Jahren", "201–145 mln lat temu"),
    ("Y-4540000000", "vor 4,54 Mrd. Jahren", "4,54 mld lat temu"),
]

FALLBACK = [
    ("1991-01-13", "fr", "13 janvier 1991"),
    ("1940-06-03/1940-06-04", "fr", "3–4 juin 1940"),
    ("1940-07-14/1940-08-03", "es", "14 de julio – 3 de agosto de 1940"),
    ("-0043", "fr", "44 av. J.-C."),
    ("[1939,1940]", "fr", "1939 ou 1940"),
    ("{1939,1940}", "fr", "1939 et 1940"),
    ("1940-22", "fr", "juin–août 1940"),
    ("194X", "fr", "1940–1949"),
    ("Y-66000000", "es", "hace 66.000.000 años"),
    ("1991-01-13", "lv", "1991. gada 13. janvāris"),
    ("1940~", "ru", "~1940"),
    ("1991-01-13", "ja", "1991年1月13日"),
    ("1991-01-13", "th", "13 มกราคม 1991"),
    ("1991-01-13", "pt-BR", "13 de janeiro de 1991"),
    ("1944/..", "fr", "1944 –"),
    ("[1939,1940]", "la", "1939 / 1940"),
    ("1991-01-13", "en-US", "13 January 1991"),
    ("1991-01-13", "xx-nonsense", "13 January 1991"),
]

KINDS = (
    "1991-01-13", "1991-01", "1991", "1940~", "1940?", "1940%", "1944/1953", "1940-06/1940-08",
    "1940-06/1941-06", "1940-06-03/1940-06-04", "1940-07-14/1941-08-03", "1991-01-13T01:35",
    "1991-01-12T23:35/1991-01-13T02:10", "1940-22", "1940-24/1941-21", "194X", "-004X", "19XX",
    "-00XX/00XX", "1944/..", "../1953", "1985/", "/1985", "[1939,1940]", "{1939,1940}",
    "[1667,1668,1670..1672]", "[..1760-12-03]", "{1760-12..}", "-0043-03-15", "-0043/0014",
    "Y12000", "Y-12000", "Y-66000000/..", "Y-4540000000~",
)  # fmt: skip


@pytest.mark.parametrize(("text", "german", "polish"), WORDS)
def test_german_and_polish(text: str, german: str, polish: str) -> None:
    """Both languages have patterns of their own, with every word in its case."""
    date = parse_date(text)
    assert date_words(date, "de") == german
    assert date_words(date, "pl") == polish


@pytest.mark.parametrize(("text", "language", "words"), FALLBACK)
def test_other_languages_follow_cldr(text: str, language: str, words: str) -> None:
    """A language without patterns of ours uses CLDR's, an unknown one English."""
    assert date_words(parse_date(text), language) == words


def test_every_language_can_say_every_date() -> None:
    """Whatever the language, there are words, all filled in, and none of them English."""
    dates = [parse_date(text) for text in KINDS]
    english = re.compile(r"\b(or|and|about|probably|from|until|years?|ago|end|start)\b")
    languages = {Locale.parse(name).language for name in locale_identifiers()} - {"en"}
    assert len(languages) > 200
    for language in languages:
        for date in dates:
            said = date_words(date, language)
            assert said.strip(), (language, date.text)
            assert not set(said) & set("{}"), (language, said)
            assert not english.search(said), (language, said)
        for precision in ("minute", "day", "month", "year", "decade", "century", "millennium"):
            assert axis_words(700_000.5, precision, language), (language, precision)
