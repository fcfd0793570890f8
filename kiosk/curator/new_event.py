"""The folder of a new event, in which a curator finds every key there is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kiosk.curator.yaml_edits import quoted
from kiosk.exhibit.dates.edtf import DateError, parse_date
from kiosk.exhibit.rules import Frame

_DATED: Final = re.compile(r"(\d{4}(?:-\d{2}){0,2})(?=-|$)-?")

_HEAD: Final = """\
## Visitors do not see lines that begin with #. To use a key, delete the # and the space before it,
## on its own line and on the lines that belong to it. What you do not need may go.

"""


def new_event(slug: str, frame: Frame, others: Sequence[str], year: int) -> dict[str, bytes]:
    """Its files by name: a draft with the usual keys, all others as remarks, and empty articles.

    The date is the one that `slug` begins with, else `year`. `frame` is what the exhibit has;
    `others` are the ids of its other events, of which the first serve as examples.
    """
    dated = _DATED.match(slug)
    if dated is None or not _is_date(dated[1]):
        date, rest = f"{year:04}", slug
    else:
        date, rest = dated[1], slug[dated.end() :]
    name = rest.replace("-", " ").strip().capitalize() or "New event"
    lines = [
        f"date: {date}   # or {date[:4]}~ (about), {date[:4]}? (perhaps), "
        f"{date[:4]}/{int(date[:4]) + 1} (from, to)",
        "title:",
        *_each(frame.languages, quoted(name)),
        "## One or two sentences for the card.",
        "summary:",
        *_each(frame.languages),
        "draft: true   # hides it from the floor; delete this line when it is ready",
        "",
        *_remarks(frame, others),
    ]
    articles = {f"article.{language}.md": b"" for language in frame.languages}
    return {"event.yaml": f"{_HEAD}{chr(10).join(lines)}\n".encode(), **articles}


def _is_date(text: str) -> bool:
    try:
        parse_date(text)
    except DateError:
        return False
    return True


def _each(languages: Sequence[str], value: str = '""', indent: str = "  ") -> Iterator[str]:
    for language in languages:
        yield f"{indent}{quoted(language)}: {value}"


def _remarks(frame: Frame, others: Sequence[str]) -> Iterator[str]:
    """All other keys; lines with ## stay remarks when an editor takes one # away."""
    for explained, key, example in _keys(frame, others):
        yield f"## {explained}"
        yield f"# {key}:{'' if isinstance(example, list) else f' {example}'}"
        if isinstance(example, list):
            yield from (f"# {line}" for line in example)
        yield ""


def _keys(frame: Frame, others: Sequence[str]) -> Iterator[tuple[str, str, str | list[str]]]:
    """What each key is for, the key, and an example: on its line, or on lines of its own."""
    texts = list(_each(frame.languages))
    nested = list(_each(frame.languages, indent="      "))
    vtt = ", ".join(f"{quoted(code)}: film.{code}.vtt" for code in frame.languages)
    yield "Words shown instead of the date.", "date_text", texts
    yield f"Left out, it follows from the date.{_there(frame.eras)}", "era", _first(frame.eras)
    yield f"The row of the timeline.{_there(frame.lanes)}", "lane", _first(frame.lanes)
    yield f"Its topics.{_there(frame.themes)}", "themes", f"[{_first(frame.themes)}]"
    yield "1 is always visible, 2 is usual, 3 and 4 appear when one zooms in.", "importance", "2"
    yield (
        "Where it happened; lat and lon in degrees, both or neither.",
        "place",
        ["  name:", *_each(frame.languages, indent="    "), "  lat: 54.69", "  lon: 25.28"],
    )
    yield "The picture on the card, in this folder or in media/.", "hero", "picture.jpg"
    yield (
        "Pictures, films, sounds and documents. Only file is needed; alt is for those who "
        "cannot see or hear it.",
        "media",
        [
            "  - file: picture.jpg",
            *("    alt:", *nested, "    caption:", *nested, "    credit:", *nested),
            '    rights: ""',
            '    source: ""',
            *_exploring(frame.languages),
            "  - file: film.webm",
            *("    alt:", *nested),
            "    poster: film.jpg",
            f"    captions: {{{vtt}}}",
            "    sign_language: film.signed.webm",
            f"    audio_description: {{{vtt.replace('.vtt', '.described.ogg')}}}",
            "    loop: false",
            "  - file: sound.ogg",
            *("    alt:", *nested),
            f"    transcript: {{{vtt.replace('film.', 'sound.')}}}",
        ],
    )
    yield "A quiet warning, shown before the article and its media open.", "sensitive", texts
    related = ", ".join(others[:2]) or "another-event"
    yield "Ids of other events, which are the names of their folders.", "related", f"[{related}]"
    yield (
        "What the event relies on. An address is shown, never opened.",
        "sources",
        ["  - text:", *nested, '    url: ""'],
    )
    yield (
        "Only on these days, both included; either may be left out.",
        "visible",
        "{from: 2026-03-11, until: 2026-12-31}",
    )


def _exploring(languages: Sequence[str]) -> Iterator[str]:
    """What there is to find in a picture."""
    deeper = list(_each(languages, indent=" " * 10))
    second = list(_each(languages, indent=" " * 8))
    spoken = ("        title:", *deeper, "        text:", *deeper)
    yield from ("    hotspots:", "      - x: 42", "        y: 31", *spoken)
    yield from ("    zoom_story:", "      - x: 10", "        y: 20")
    yield from ("        width: 30", "        height: 25", *spoken)
    yield from ("    compare:", "      file: picture-today.jpg")
    yield from ("      before:", *second, "      after:", *second)


def _there(ids: Sequence[str] | None) -> str:
    return f" There are: {', '.join(ids)}." if ids else " exhibit.yaml has none yet."


def _first(ids: Sequence[str] | None) -> str:
    return ids[0] if ids else "its-id"
