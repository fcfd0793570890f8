"""An exhibit in one language as a TimelineJS 3 file.

The form is that of https://timeline.knightlab.com/docs/json-format.html. The key ``edtf``, which
TimelineJS passes over, keeps what its own dates cannot say, so that importing the file again gives
the same dates.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape
from typing import Any, Final

from kiosk.curator.importing.moments import moment_from
from kiosk.curator.importing.report import Note, Weight
from kiosk.exhibit.articles.article import Article, Block, Span
from kiosk.exhibit.dates.edtf import Certainty, Date, Part, Precision
from kiosk.exhibit.dates.wording import date_words
from kiosk.exhibit.model import Era, Event, Exhibit, Medium, MediumKind, Text

_DAYS_OF_JAVASCRIPT: Final = 271_000
"""Years from 1970 on either side that JavaScript's own dates reach, and a little less."""

_PLAIN: Final = frozenset({Precision.YEAR, Precision.MONTH, Precision.DAY, Precision.MINUTE})
_YEARS: Final = {Precision.DECADE: 9, Precision.CENTURY: 99, Precision.MILLENNIUM: 999}


def timeline_of(exhibit: Exhibit, language: str, notes: list[Note]) -> str:
    """The file's text; what TimelineJS has no place for is added to `notes`."""
    return _TimelineFile(exhibit, language, notes).text()


class _TimelineFile:
    def __init__(self, exhibit: Exhibit, language: str, notes: list[Note]) -> None:
        self.exhibit = exhibit
        self.language = language
        self.notes = notes
        self.lanes = {lane.id: self._said(lane.title) for lane in exhibit.lanes}

    def text(self) -> str:
        exhibit = self.exhibit
        dates = [event.date for event in exhibit.events] + [era.date for era in exhibit.eras]
        years = [part.year for date in dates for part in (date.first, date.last)]
        human = all(abs(year) < _DAYS_OF_JAVASCRIPT for year in years)
        title: dict[str, Any] = {
            "text": self._words(self._said(exhibit.title), self._plain(exhibit.subtitle))
        }
        if exhibit.attract.media:
            title["media"] = self._medium(exhibit.attract.media[0])
        data = {
            "scale": "human" if human else "cosmological",
            "title": title,
            "events": [self._event(event) for event in exhibit.events],
        }
        eras = [era for era in exhibit.eras if self._is_closed(era)]
        if eras:
            data["eras"] = [self._era(era) for era in eras]
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"

    def _event(self, event: Event) -> dict[str, Any]:
        summary = self._plain(event.summary)
        html = f"<p>{summary}</p>" if summary else ""
        article = event.articles.get(self.language)
        if article is not None:
            html += "".join(_article_html(article))
        elif event.articles:
            self._lose("Its article is not in this language.", event.id)
        made: dict[str, Any] = {
            "unique_id": event.id,
            **_dates(event.date),
            "edtf": event.date.text,
        }
        said = self._said(event.date_text)
        if said or not _is_plain(event.date):
            made["display_date"] = said or date_words(event.date, self.language)
        made["text"] = self._words(self._said(event.title), html)
        media = [m for m in (event.hero, *event.media) if m is not None]
        if media:
            made["media"] = self._medium(media[0])
            if any(medium != media[0] for medium in media):
                self._lose("TimelineJS shows one medium; the first was taken.", event.id)
        if event.lane is not None:
            made["group"] = self.lanes[event.lane]
        for lost, what in (
            (event.themes, "themes"),
            (event.place, "the place"),
            (event.sources, "sources"),
            (event.related, "related events"),
            (event.sensitive, "the note before sensitive content"),
        ):
            if lost:
                self._lose(f"TimelineJS has no place for {what}.", event.id)
        return made

    def _era(self, era: Era) -> dict[str, Any]:
        made: dict[str, Any] = {**_dates(era.date), "edtf": era.date.text}
        made["text"] = self._words(self._said(era.title), self._plain(era.summary))
        if era.color is not None:
            made["background"] = {"color": era.color}
        return made

    def _is_closed(self, era: Era) -> bool:
        closed = not (era.date.open_start or era.date.open_end)
        if not closed:
            self._lose("TimelineJS has no eras without a beginning or an end.", f"era {era.id}")
        return closed

    def _medium(self, medium: Medium) -> dict[str, str]:
        made = {"url": self._said(medium.file)}
        for key, text in (
            ("alt", medium.alt),
            ("caption", medium.caption),
            ("credit", medium.credit),
        ):
            if said := self._said(text) if key == "alt" else self._plain(text):
                made[key] = said
        if medium.poster is not None and medium.kind is MediumKind.VIDEO:
            made["thumbnail"] = medium.poster
        return made

    @staticmethod
    def _words(headline: str, text: str) -> dict[str, str]:
        words = {"headline": escape(headline, quote=False)}
        return words | {"text": text} if text else words

    def _said(self, text: Text) -> str:
        return text.pick(self.language, self.exhibit.languages).text

    def _plain(self, text: Text) -> str:
        """Words without markup, where HTML may stand."""
        return escape(self._said(text), quote=False)

    def _lose(self, message: str, place: str) -> None:
        self.notes.append(Note(Weight.LOST, message, place))


def _dates(date: Date) -> dict[str, dict[str, int]]:
    """`start_date` and, for what lasts, `end_date`."""
    first = date.last if date.open_start or date.unknown_start else date.first
    last = date.first if date.open_end or date.unknown_end else date.last
    start, end = moment_from(_beginning(first)), moment_from(_ending(last))
    return {"start_date": start} if start == end else {"start_date": start, "end_date": end}


def _beginning(part: Part) -> Part:
    if part.season is not None:
        return replace(part, month=3 * (part.season - 20))
    return part


def _ending(part: Part) -> Part:
    """The last year or month that a decade, a century or a season may mean."""
    if part.season is not None:
        month = 3 * (part.season - 20) + 2
        year = part.year + (month > 12)
        return replace(part, year=year, month=(month - 1) % 12 + 1)
    return replace(part, year=part.year + _YEARS.get(part.precision, 0))


def _is_plain(date: Date) -> bool:
    """Whether TimelineJS words the date as it is meant."""
    ends = (date.first, date.last)
    return (
        date.kind in ("point", "interval")
        and date.certainty is Certainty.EXACT
        and not (date.open_start or date.open_end)
        and not (date.unknown_start or date.unknown_end)
        and all(end.precision in _PLAIN for end in ends)
    )


def _article_html(article: Article) -> Iterator[str]:
    for block in article.blocks:
        yield _block_html(block)
    for number, note in enumerate(article.notes, 1):
        yield f"<p>{number}. {_spans_html(note)}</p>"


def _block_html(block: Block) -> str:
    match block.kind:
        case "heading":
            return f"<h3>{_spans_html(block.spans)}</h3>"
        case "quote":
            return f"<blockquote>{_spans_html(block.spans)}</blockquote>"
        case "list":
            tag = "ol" if block.ordered else "ul"
            items = "".join(f"<li>{_spans_html(item)}</li>" for item in block.items)
            return f"<{tag}>{items}</{tag}>"
        case "figure":
            return ""
    return f"<p>{_spans_html(block.spans)}</p>"


def _spans_html(spans: Iterable[Span]) -> str:
    return "".join(map(_span_html, spans))


def _span_html(span: Span) -> str:
    if span.note is not None:
        return f"<sup>{span.note}</sup>"
    html = escape(span.text, quote=False).replace("\u200b", "").replace("\n", "<br>")
    html = f"<em>{html}</em>" if span.emphasis else html
    return f"<strong>{html}</strong>" if span.strong else html
