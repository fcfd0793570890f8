"""Where an event stands among all others, and how to take it home."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal
from PySide6.QtCore import Property, QAbstractItemModel, QObject, QUrl, Signal
from PySide6.QtQml import QmlElement

from kiosk.exhibit.model import Era, Event
from kiosk.exhibit.taking_home import address_of, shortened
from kiosk.viewmodels.qr_code import QrCode, qr_code
from kiosk.viewmodels.rows import RowModel
from kiosk.viewmodels.translation import NOWHERE, Translation

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

_NO_CODE = QrCode("", 0)


@dataclass(frozen=True)
class TopicRow:
    """The lane or a theme. `icon` is one of ours, `picture` one of the exhibit's."""

    key: str
    title: str
    icon: str = ""
    picture: QUrl = NOWHERE


@dataclass(frozen=True)
class Spot:
    """A named point on the map; `where` is its longitude and latitude in degrees."""

    name: str
    where: tuple[float, float]


@QmlElement
class FactsView(QObject):
    """What is known of the open event beside its article; everything is "" when there is none."""

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._topics: RowModel[TopicRow] = RowModel(TopicRow, self)
        self._translation: Translation | None = None
        self._event: Event | None = None

    def show(self, translation: Translation | None, event: Event | None) -> None:
        self._translation = translation
        self._event = event if translation else None
        self._topics.show(self._topic_rows())
        self.changed.emit()

    def _topic_rows(self) -> list[TopicRow]:
        translation, event = self._translation, self._event
        if translation is None or event is None:
            return []
        lanes = [lane for lane in translation.exhibit.lanes if lane.id == event.lane]
        themes = {theme.id: theme for theme in translation.exhibit.themes}
        rows = [TopicRow(f"lane {lane.id}", translation.text(lane.title)) for lane in lanes]
        for theme in (themes[name] for name in event.themes if name in themes):
            icon = theme.icon or ""
            own = "." in icon
            rows.append(
                TopicRow(
                    key=theme.id,
                    title=translation.text(theme.title),
                    icon="" if own else icon,
                    picture=translation.url(icon) if own else NOWHERE,
                )
            )
        return rows

    @property
    def _era(self) -> Era | None:
        if self._translation is None or self._event is None:
            return None
        eras = self._translation.exhibit.eras
        return next((era for era in eras if era.id == self._event.era), None)

    @property
    def language(self) -> str:
        return self._translation.language if self._translation else ""

    @property
    def spot(self) -> Spot | None:
        """Where the open event took place; None where no coordinates are given."""
        return self._spot(self._event) if self._event else None

    @property
    def spots(self) -> Sequence[Spot]:
        """All places of the exhibit that have coordinates, each once."""
        events = self._translation.exhibit.events if self._translation else ()
        found = {spot.where: spot for event in events if (spot := self._spot(event))}
        return tuple(found.values())

    def _spot(self, event: Event) -> Spot | None:
        place = event.place
        if self._translation is None or place is None or place.lat is None or place.lon is None:
            return None
        return Spot(self._translation.text(place.name), (place.lon, place.lat))

    @property
    def _address(self) -> str:
        translation, event = self._translation, self._event
        if translation is None or event is None or translation.exhibit.take_away is None:
            return ""
        url = translation.exhibit.take_away.url
        return address_of(url, event.id, translation.language)

    @property
    def _code(self) -> QrCode:
        address = self._address
        return qr_code(address) if address else _NO_CODE

    @Property(QAbstractItemModel, constant=True)
    def topics(self) -> QAbstractItemModel:
        return self._topics

    @Property(str, notify=changed)
    def topicWords(self) -> str:
        """All topics in one breath, for those who listen."""
        return ", ".join(row.title for row in self._topics.rows)

    @Property(str, notify=changed)
    def eraTitle(self) -> str:
        era = self._era
        return self._translation.text(era.title) if era and self._translation else ""

    @Property(str, notify=changed)
    def eraSummary(self) -> str:
        era = self._era
        return self._translation.text(era.summary) if era and self._translation else ""

    @Property(str, notify=changed)
    def place(self) -> str:
        if self._event is None or self._event.place is None or self._translation is None:
            return ""
        return self._translation.text(self._event.place.name)

    @Property(str, notify=changed)
    def coordinates(self) -> str:
        """Latitude and longitude to a hundredth of a degree, as the visitor's language has it."""
        place = self._event.place if self._event else None
        if self._translation is None or place is None or place.lat is None or place.lon is None:
            return ""
        texts, language = self._translation.interface, self._translation.language
        parts = (
            (texts["north" if place.lat >= 0 else "south"], place.lat),
            (texts["east" if place.lon >= 0 else "west"], place.lon),
        )
        return ", ".join(
            pattern.replace("%1", _degrees(abs(degrees), language)) for pattern, degrees in parts
        )

    @Property(str, notify=changed)
    def address(self) -> str:
        """The address to take home as one would say it; "" where there is none."""
        return shortened(self._address)

    @Property(str, notify=changed)
    def codeOutline(self) -> str:
        """An SVG path of the code's dark modules."""
        return self._code.outline

    @Property(int, notify=changed)
    def codeModules(self) -> int:
        """Modules from edge to edge, with the quiet zone."""
        return self._code.modules

    @Property(bool, notify=changed)
    def draft(self) -> bool:
        return self._event is not None and self._event.draft


def _degrees(value: float, language: str) -> str:
    try:
        locale = Locale.parse(language.replace("-", "_"))
    except (ValueError, UnknownLocaleError):
        locale = Locale("en")
    return str(format_decimal(value, format="0.00", locale=locale))
