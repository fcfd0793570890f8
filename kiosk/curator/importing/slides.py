"""Slides of TimelineJS become the events, eras and lanes of an exhibit."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from kiosk.curator.documents.content import Documents, EventDocument
from kiosk.curator.documents.fields import Data, canonical
from kiosk.curator.importing.checking import fault_of_era, fault_of_event, fault_of_exhibit
from kiosk.curator.importing.imported import Imported
from kiosk.curator.importing.markup import (
    addresses,
    complete,
    holds_links,
    to_commonmark,
    to_plain,
)
from kiosk.curator.importing.moments import edtf_of
from kiosk.curator.importing.references import settle_references
from kiosk.curator.importing.report import ImportRefused, Note, Weight
from kiosk.curator.importing.slugs import event_slug, slug
from kiosk.curator.importing.timelinejs import Slide, SlideMedium, Timeline
from kiosk.exhibit.dates.edtf import DateError, parse_date
from kiosk.exhibit.wording import clip
from kiosk.exhibit.yamlfile.sources import EventSource, ExhibitSource

_CARD: Final = 160
"""Characters of a summary; a longer text becomes the article."""

_MARKED: Final = re.compile(r"[*\\\n]|^(?:[#>-]|\d+\. )|\]\(")
_SLUG: Final = re.compile(r"[a-z0-9-]{1,200}")
_COLOR: Final = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


def exhibit_of(timeline: Timeline, title: str, language: str) -> Imported:
    """The exhibit that the slides make; ImportRefused if not one of them can be an event.

    `title` is for a timeline without one, `language` is that of all its texts.
    """
    return _Exhibit(timeline, title, language).result()


@dataclass
class _Exhibit:
    timeline: Timeline
    title: str
    language: str
    notes: list[Note] = field(default_factory=list)
    remark: str = ""

    def result(self) -> Imported:
        self.notes += self.timeline.notes
        message = f"The exhibit's language is set to “{self.language}”; --language names another."
        self.notes.append(Note(Weight.SAID, message))
        events = dict(self._events())
        if not events:
            first = next((n for n in self.notes if n.weight is Weight.REFUSED), None)
            why = f" The first: {first.place}: {first.message}" if first is not None else ""
            raise ImportRefused(f"None of its slides can be used as an event.{why}".strip())
        documents = Documents(canonical(ExhibitSource, self._head()), events)
        documents, notes = settle_references(documents)
        self.notes += notes
        if fault := fault_of_exhibit(documents.exhibit):
            raise ImportRefused(f"The title or the eras cannot be used: {fault}")
        return Imported(documents, tuple(self.notes), self.remark)

    def _head(self) -> Data:
        head: Data = {"title": self.title, "languages": [self.language]}
        slide = self.timeline.title
        if slide is not None:
            head["title"] = to_plain(slide.headline) or self.title
            said = to_plain(slide.text)
            if len(said) <= _CARD:
                head["subtitle"] = said
            else:
                self.remark = f"The introduction of the timeline:\n{to_commonmark(slide.text).text}"
                message = "The introduction is too long for a subtitle; it is a remark there."
                self._lose(message, "exhibit.yaml")
            media = self._media(slide)
            head["attract"] = {"media": media} if media else {}
        head["eras"] = list(self._eras())
        return head

    def _eras(self) -> Iterable[Data]:
        taken: set[str] = set()
        for slide in self.timeline.eras:
            try:
                start, _, end = _edtf(slide).partition("/")
                if not end:
                    raise DateError("An era needs a beginning and an end.", "")
            except DateError as fault:
                self._refuse(f"{fault.message} {fault.hint}", slide)
                continue
            title = to_plain(slide.headline) or f"{start} – {end}"
            era: Data = {"id": slug(title, "era", taken), "start": start, "end": end}
            era |= {"title": title, "summary": to_plain(slide.text)}
            if color := _color(slide.background):
                era["color"] = color
            if fault_said := fault_of_era(era):
                self._refuse(fault_said, slide)
                continue
            taken.add(era["id"])
            yield era

    def _events(self) -> Iterable[tuple[str, EventDocument]]:
        taken: set[str] = set()
        for slide in self.timeline.events:
            try:
                date = _edtf(slide)
            except DateError as fault:
                self._refuse(f"{fault.message} {fault.hint}", slide)
                continue
            title = self._title(slide)
            data: Data = {"date": date, "title": title, "date_text": to_plain(slide.date_text)}
            data["lane"] = to_plain(slide.group)
            data["media"] = self._media(slide)
            articles = self._texts(slide, data)
            data = canonical(EventSource, data)
            if fault_said := fault_of_event(data):
                self._refuse(fault_said, slide)
                continue
            self._say_what_is_lost(slide)
            own = slide.name if _SLUG.fullmatch(slide.name) and slide.name not in taken else ""
            name = own or event_slug(date, title, taken)
            taken.add(name)
            yield name, EventDocument(data, articles)

    def _title(self, slide: Slide) -> str:
        title = to_plain(slide.headline)
        if title:
            return title
        said = to_plain(slide.text) or to_plain(slide.medium.caption)
        if said:
            self._lose("It has no headline; the title is the beginning of its text.", slide.place)
        return clip(said, 60)

    def _texts(self, slide: Slide, data: Data) -> dict[str, str]:
        """Puts a short plain beginning into the summary; gives the rest as the article."""
        text, lost = to_commonmark(slide.text)
        for what in lost:
            self._lose(f"{what[:1].upper()}{what[1:]}.", slide.place)
        first, _, rest = text.partition("\n\n")
        if first and len(first) <= _CARD and not _MARKED.search(first):
            data["summary"] = first
            text = rest.strip()
        quotes = slide.medium.address
        if quotes.lstrip().lower().startswith("<blockquote"):
            text = f"{text}\n\n{to_commonmark(quotes).text}".strip()
        return {self.language: text} if text else {}

    def _media(self, slide: Slide) -> list[Data]:
        """What a slide shows, as media whose files have still to be fetched or found."""
        medium = slide.medium
        found = [_medium(address, medium) for address in _addresses_of(medium.address)]
        if slide.background and not _is_color(slide.background):
            found.append({_key_for(slide.background): complete(slide.background)})
        for entry in found:
            if "source" in entry:
                self._lose("Web address kept as “source”: the file must be fetched.", slide.place)
        return found

    def _say_what_is_lost(self, slide: Slide) -> None:
        medium = slide.medium
        seconds = {end.second for end in (slide.start, slide.end) if end is not None}
        for lost, message in (
            (_is_color(slide.background), "The background colour has no place here."),
            (medium.thumbnail, "The thumbnail has no place here; the kiosk makes its own."),
            (medium.link, "The link of the picture has no place here."),
            (
                holds_links(medium.caption) or holds_links(medium.credit),
                "Links in caption and credit became plain words.",
            ),
            (seconds - {"", "0", "00"}, "Seconds are left out; the kiosk knows minutes."),
            (
                any(
                    end is not None and end.second not in ("", "0", "00")
                    for end in (slide.start, slide.end)
                ),
                "Seconds are left out; the kiosk knows minutes.",
            ),
        ):
            if lost:
                self._lose(message, slide.place)

    def _refuse(self, message: str, slide: Slide) -> None:
        shown = f" ({clip(to_plain(slide.headline), 40)})" if slide.headline else ""
        self.notes.append(Note(Weight.REFUSED, message.strip(), f"{slide.place}{shown}"))

    def _lose(self, message: str, place: str) -> None:
        self.notes.append(Note(Weight.LOST, message, place))


def _edtf(slide: Slide) -> str:
    """The date of a slide; DateError if it has none that can be read."""
    if slide.edtf:
        return parse_date(slide.edtf).text
    if slide.start is None:
        raise DateError("There is no date.", "")
    return edtf_of(slide.start, slide.end)


def _medium(address: str, medium: SlideMedium) -> Data:
    entry = {_key_for(address): complete(address)}
    for key, html in (("alt", medium.alt), ("caption", medium.caption), ("credit", medium.credit)):
        if text := to_plain(html):
            entry[key] = text
    return entry


def _addresses_of(address: str) -> list[str]:
    """The addresses in what stands for a medium: itself, or those inside a piece of HTML."""
    if "<" in address:
        return addresses(address)
    return [address] if address else []


def _key_for(address: str) -> str:
    """Where an address belongs: a name may be that of a file, all else is only a source."""
    return "source" if re.match(r"(?:[a-z][a-z0-9+.-]*:|/)", address, re.IGNORECASE) else "file"


def _is_color(background: str) -> bool:
    return bool(background) and not re.search(r"[/.]", background)


def _color(background: str) -> str:
    found = _COLOR.fullmatch(background.strip())
    if found is None:
        return ""
    digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
    return f"#{digits.lower()}"
