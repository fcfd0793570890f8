"""Exhibits for property tests: everything that a content folder's YAML can say."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from pydantic import BaseModel

from kiosk.curator.documents.content import Documents, EventDocument
from kiosk.curator.documents.fields import Data, canonical
from kiosk.exhibit.yamlfile.sources import EventSource, ExhibitSource

LANGUAGES = ("lt", "en", "zh-Hant")

LETTERS = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"])
SIGNS = st.sampled_from(" \n\t'\"=+-@#:,;|>[]{}&*!%`~?0,.5żЖ漢\u2028\x85\ufeff\r\0\x07_x0041_")
TEXTS = st.text(LETTERS | SIGNS, max_size=20).map(str.strip).filter(bool)
LINES = st.text(st.sampled_from("abcąž \n#-*'=@"), max_size=30).map(str.strip).filter(bool)
SLUGS = st.text("ab1-", min_size=1, max_size=6)
DATES = st.sampled_from(
    [
        *("1940", "1940-06", "1991-01-13", "1991-01-13T01:35", "1940~", "194X", "1940-21?"),
        *("-0043", "Y-66000000", "1944/..", "[1939,1940]", "1940-06-03/1940-06-04"),
    ]
)
NUMBERS = st.sampled_from(["54.69", "-71.5", "0", "12"])
FILES = st.sampled_from(["tower.jpg", "Tower (2).png", "a/b.webm", "=x.png"])


def words(of: st.SearchStrategy[str] = TEXTS) -> st.SearchStrategy[Any]:
    """One text for all languages, or one for each of some."""
    return of | st.dictionaries(st.sampled_from(LANGUAGES), of, min_size=1)


def tidy(model: type[BaseModel], **keys: st.SearchStrategy[Any]) -> st.SearchStrategy[Data]:
    """Groups with these keys, any of which may be absent."""
    return st.fixed_dictionaries({}, optional=keys).map(lambda data: canonical(model, data))


MEDIA = st.fixed_dictionaries(
    {"file": words(FILES)},
    optional={
        "alt": words(),
        "caption": words(),
        "credit": words(),
        "rights": TEXTS,
        "source": TEXTS,
        "poster": FILES,
        "captions": words(FILES),
        "loop": st.just(True),
    },
)

EVENTS = st.fixed_dictionaries(
    {"date": DATES, "title": words()},
    optional={
        "date_text": words(),
        "summary": words(),
        "lane": st.sampled_from(["state", "world"]),
        "themes": st.lists(st.sampled_from(["a", "b"]), min_size=1, unique=True),
        "importance": st.sampled_from(["1", "4"]),
        "place": st.fixed_dictionaries({"name": words()})
        | st.fixed_dictionaries({"name": words(), "lat": NUMBERS, "lon": NUMBERS}),
        "hero": FILES,
        "media": st.lists(MEDIA, max_size=3),
        "sensitive": words(),
        "sources": st.lists(
            st.fixed_dictionaries({"text": words()}, optional={"url": TEXTS}), max_size=3
        ),
        "visible": st.fixed_dictionaries({"from": st.just("2026-03-11")}),
        "draft": st.just(True),
    },
).map(lambda data: canonical(EventSource, data))

EXHIBITS = st.fixed_dictionaries(
    {
        "title": words(),
        "languages": st.just(list(LANGUAGES)),
        "themes": st.just([{"id": "a", "title": "A"}, {"id": "b", "title": {"lt": "B"}}]),
        "lanes": st.just([{"id": "state", "title": "S"}, {"id": "world", "title": "W"}]),
    },
    optional={
        "subtitle": words(),
        "timeline": st.fixed_dictionaries({"start": DATES, "scale": st.just("even")}),
        "eras": st.lists(
            st.fixed_dictionaries(
                {
                    "id": SLUGS,
                    "start": st.just("1940"),
                    "end": st.sampled_from(["1941", ".."]),
                    "title": words(),
                },
                optional={"summary": words(), "color": st.just("#8a3b2e")},
            ),
            max_size=3,
            unique_by=lambda era: era["id"],
        ),
        "attract": st.fixed_dictionaries(
            {}, optional={"media": st.lists(MEDIA, max_size=2), "prompt": words()}
        ),
        "idle": st.fixed_dictionaries({"reset_after": st.just("90.5")}),
        "appearance": st.fixed_dictionaries({"accent": st.just("#c8a96a")}),
        "take_away": st.fixed_dictionaries({"url": st.just("https://museum.example/{id}")}),
    },
).map(lambda data: canonical(ExhibitSource, data))

ARTICLES = st.dictionaries(st.sampled_from(LANGUAGES), LINES, max_size=2)


@st.composite
def documents(draw: st.DrawFn) -> Documents:
    """A whole exhibit without an error but for missing files."""
    names = draw(st.lists(SLUGS, min_size=1, max_size=4, unique=True))
    events = {name: EventDocument(draw(EVENTS), draw(ARTICLES)) for name in names}
    return Documents(draw(EXHIBITS), events)
