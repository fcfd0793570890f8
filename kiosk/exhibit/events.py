"""One event's folder: event.yaml, its articles and its media."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date as CalendarDate
from typing import Final

from kiosk.exhibit.articles.reading import Figure, read_articles
from kiosk.exhibit.dates.edtf import Date, DateError, parse_date
from kiosk.exhibit.files import EVENT_FILE, ContentFolder, Entry, FileError
from kiosk.exhibit.media.reading import SHARED_FOLDER, MediaReader
from kiosk.exhibit.media.spot import Spot
from kiosk.exhibit.model import (
    Era,
    Event,
    Medium,
    MediumKind,
    Place,
    Source,
    Text,
    VisibleRange,
)
from kiosk.exhibit.problems import Problem, Scope, Severity
from kiosk.exhibit.remarks import remarks_on
from kiosk.exhibit.rules import Frame, check_reference, era_of
from kiosk.exhibit.texts import read_text, says_nothing
from kiosk.exhibit.wording import clip, error, rename_hint, warning
from kiosk.exhibit.yamlfile.sources import EventSource, PlaceSource, VisibleSource
from kiosk.exhibit.yamlfile.tree import (
    MAX_BYTES,
    Mapping,
    Node,
    Scalar,
    find,
    parse_yaml,
)
from kiosk.exhibit.yamlfile.validation import validate
from kiosk.exhibit.yamlfile.values import ABSENT

_STAND_INS: Final[dict[str, Node]] = {"date": Scalar(ABSENT, 1, 1), "title": Scalar(ABSENT, 1, 1)}
_YES: Final = frozenset({"true", "yes", "on", "1", "y", "t"})


@dataclass(frozen=True, slots=True)
class EventReading:
    """`event` is None if it has errors or is not shown; if it is only not shown, it is `hidden`.

    `date_at` and `title_at` are for later problems. `named` are the files that were meant.
    """

    event: Event | None
    problems: tuple[Problem, ...] = ()
    files: frozenset[str] = frozenset()
    date_at: tuple[int, int] = (0, 0)
    title_at: tuple[int, int] = (0, 0)
    hidden: Event | None = None
    named: frozenset[str] = frozenset()

    @property
    def whole(self) -> Event | None:
        """The event, shown today or not; None if it has errors."""
        return self.event or self.hidden


@dataclass(frozen=True, slots=True)
class EventReader:
    """Reads events one by one; everything they may refer to is known beforehand."""

    folder: ContentFolder
    frame: Frame
    eras: tuple[Era, ...]
    shared: MediaReader
    slugs: Collection[str]
    today: CalendarDate | None
    drafts: bool

    def read(self, entry: Entry) -> EventReading:
        """The event in the folder `entry`."""
        path = f"{entry.path}/{EVENT_FILE}"
        try:
            node, problems = self._tree(entry, path)
        except FileError as fault:
            return EventReading(
                None, (error(path, (0, 0), fault.code, fault.message, fault.hint, Scope.EVENT),)
            )
        if node is None:
            return EventReading(None, problems)
        reading = _OneEvent(self, entry, path, node).read(problems)
        if not self.drafts and _is_draft(node):
            return replace(
                reading, event=None, hidden=reading.whole, problems=(), files=frozenset()
            )
        return reading

    def _tree(self, entry: Entry, path: str) -> tuple[Node | None, tuple[Problem, ...]]:
        listing = self.folder.entries(entry.path)
        if EVENT_FILE not in listing:
            names = [name for name in listing if name.lower().startswith("event")]
            otherwise = f"Put a file called {EVENT_FILE} there, or delete the folder."
            hint = rename_hint(EVENT_FILE, names, otherwise)
            raise FileError("missing-file", f"There is no {EVENT_FILE} in this folder.", hint)
        self.folder.find(EVENT_FILE, (entry.path,))
        data = self.folder.read(path, MAX_BYTES + 1)
        node, problems = parse_yaml(data, path, Scope.EVENT)
        if node is None and not problems:
            message, hint = "The file is empty.", "Write at least “date: …” and “title: …”."
            problems = (error(path, (1, 1), "empty-file", message, hint, Scope.EVENT),)
        return node, problems


def _place(node: Node, key: str) -> tuple[int, int]:
    found = find(node, key)
    return found.line, found.column


def _is_draft(node: Node) -> bool:
    draft = node.get("draft") if isinstance(node, Mapping) else None
    return isinstance(draft, Scalar) and draft.value.strip().lower() in _YES


class _OneEvent:
    """One reading of one event; gathers problems on the way."""

    def __init__(self, reader: EventReader, entry: Entry, path: str, node: Node) -> None:
        self.reader = reader
        self.entry = entry
        self.path = path
        self.node = self.written = node
        self.problems: list[Problem] = []
        self.media = MediaReader(reader.folder, reader.frame.languages)
        self.media.shared = reader.shared.shared
        self.folders = (entry.path, SHARED_FOLDER)

    def read(self, before: tuple[Problem, ...]) -> EventReading:
        source, self.node, faults = validate(
            EventSource, self.node, self.path, Scope.EVENT, _STAND_INS
        )
        self.problems.extend((*before, *faults))
        event = self._event(source) if source is not None else None
        shown = self._is_shown(event)
        problems = (*self.problems, *self.media.problems)
        broken = any(p.severity is Severity.ERROR and p.scope is not Scope.MEDIUM for p in problems)
        if event is not None and not broken:
            problems += tuple(remarks_on(event, self.node, self.path, self.reader.eras))
        return EventReading(
            None if broken or not shown else event,
            problems,
            frozenset(self.media.files),
            _place(self.node, "date"),
            _place(self.node, "title"),
            None if broken or shown else event,
            frozenset(self.media.named),
        )

    def _event(self, source: EventSource) -> Event | None:
        date = self._date(source.date)
        title = self._text(source.title, "title")
        if says_nothing(source.title):
            hint = "Write the name of the event after “title: ”."
            self._error(find(self.node, "title"), "missing-key", "The title is empty.", hint)
        self._check_references(source)
        media = self._media(source)
        hero = self._hero(source, media)
        written = read_articles(
            self.reader.folder,
            self.entry,
            self.reader.frame,
            self.reader.slugs,
            self.media,
        )
        self.problems.extend(written.problems)
        figures = self._unlisted(written.figures, media)
        visible = self._visible(source.visible)
        date_text = self._text(source.date_text, "date_text")
        summary = self._text(source.summary, "summary")
        sensitive = self._text(source.sensitive, "sensitive")
        place = self._place(source.place)
        sources = tuple(
            Source(text=self._text(cited.text, "sources", at, "text"), url=cited.url)
            for at, cited in enumerate(source.sources)
        )
        if date is None:
            return None
        return Event(
            id=self.entry.name,
            date=date,
            title=title,
            date_text=date_text,
            summary=summary,
            era=source.era or era_of(date, self.reader.eras),
            lane=source.lane,
            themes=tuple(dict.fromkeys(source.themes)),
            importance=source.importance,
            place=place,
            hero=hero,
            media=(*media, *figures),
            articles=written.articles,
            sensitive=sensitive if sensitive.root else None,
            related=tuple(dict.fromkeys(source.related)),
            sources=sources,
            visible=visible,
            draft=source.draft,
        )

    def _date(self, text: str) -> Date | None:
        if text == ABSENT:
            return None
        try:
            return parse_date(text)
        except DateError as fault:
            self._error(find(self.node, "date"), "bad-date", fault.message, fault.hint)
            return None

    def _text(self, given: str | dict[str, str] | None, *steps: str | int) -> Text:
        text, problems = read_text(
            given, find(self.node, *steps), self.path, self.reader.frame.languages, Scope.EVENT
        )
        self.problems.extend(problems)
        return text

    def _check_references(self, source: EventSource) -> None:
        frame = self.reader.frame
        spots: list[tuple[str, str, Collection[str] | None, Node]] = []
        if source.era:
            spots.append((source.era, "era", frame.eras, find(self.node, "era")))
        if source.lane:
            spots.append((source.lane, "lane", frame.lanes, find(self.node, "lane")))
        for position, theme in enumerate(source.themes):
            spots.append((theme, "theme", frame.themes, find(self.node, "themes", position)))
        for position, other in enumerate(source.related):
            at = find(self.node, "related", position)
            spots.append((other, "event", self.reader.slugs, at))
        for name, what, known, at in spots:
            titles = frame.titles if what != "event" else ()
            self.problems.extend(check_reference(name, known, what, at, self.path, titles))

    def _media(self, source: EventSource) -> list[Medium]:
        spot = Spot(self.path, self.node, self.folders)
        media = []
        for position, listed_medium in enumerate(source.media):
            medium = self.media.medium(listed_medium, spot.at("media", position))
            if medium is not None:
                media.append(medium)
        return media

    def _hero(self, source: EventSource, media: list[Medium]) -> Medium | None:
        if not source.hero:
            return None
        spot = Spot(self.path, find(self.node, "hero"), self.folders)
        path = self.media.file(source.hero, spot)
        if path is None:
            return _listed_under(f"{self.folders[0]}/{source.hero}", media)
        if self.media.kind(path, spot) is not MediumKind.IMAGE:
            message = f"The hero “{clip(source.hero)}” is not a picture."
            hint = "Name a picture, perhaps the poster of the film."
            self.problems.append(
                error(self.path, spot.node, "wrong-kind", message, hint, Scope.MEDIUM)
            )
            return None
        return _listed_under(path, media) or self._unlisted_medium(path, spot, Text({}))

    def _place(self, source: PlaceSource | None) -> Place | None:
        if source is None:
            return None
        # A number with a fault of its own is missing here, but was written.
        written = find(self.written, "place")
        keys = {key.value for key, _ in written.entries} if isinstance(written, Mapping) else set()
        if len(keys & {"lat", "lon"}) == 1:
            message = "A place needs both lat and lon, or neither."
            hint = "Add the other number, or delete this one."
            self._error(find(self.node, "place"), "half-place", message, hint)
        return Place(name=self._text(source.name, "place", "name"), lat=source.lat, lon=source.lon)

    def _visible(self, source: VisibleSource | None) -> VisibleRange | None:
        if source is None:
            return None
        if source.since and source.until and source.until < source.since:
            at = find(self.node, "visible", "until")
            message = "The last day is before the first."
            self._error(at, "bad-order", message, "Exchange from and until.")
        return VisibleRange(since=source.since, until=source.until)

    def _is_shown(self, event: Event | None) -> bool:
        today = self.reader.today
        visible = event.visible if event is not None else None
        if visible is None or today is None:
            return True
        if visible.until is not None and visible.until < today:
            self._warn(
                find(self.node, "visible", "until"),
                "no-longer-visible",
                f"This event has not been shown since {visible.until}.",
                "Set a later day, or remove the event's folder.",
            )
            return False
        return visible.since is None or visible.since <= today

    def _unlisted(self, figures: Sequence[Figure], media: list[Medium]) -> list[Medium]:
        """Media for the articles' figures that event.yaml does not list."""
        made = (
            self._unlisted_medium(figure.path, figure.spot, Text(figure.alt))
            for figure in figures
            if _listed_under(figure.path, media) is None
        )
        return [medium for medium in made if medium is not None]

    def _unlisted_medium(self, path: str, spot: Spot, alt: Text) -> Medium | None:
        """A medium that is not listed; it may well be, if the list has errors."""
        problems = (*self.problems, *self.media.problems)
        certain = not any(problem.severity is Severity.ERROR for problem in problems)
        return self.media.unlisted(path, spot, alt, judged=certain)

    def _error(self, at: Node, code: str, message: str, hint: str) -> None:
        self.problems.append(error(self.path, at, code, message, hint, Scope.EVENT))

    def _warn(self, at: Node, code: str, message: str, hint: str) -> None:
        self.problems.append(warning(self.path, at, code, message, hint, Scope.EVENT))


def _listed_under(path: str, media: list[Medium]) -> Medium | None:
    return next((medium for medium in media if path in medium.file.root.values()), None)
