"""A small exhibit without any problem, in two languages, with pictures, a film and a sound."""

from __future__ import annotations

import subprocess
from pathlib import Path

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

FILM_SECONDS = 6
WOODEN, FLOOD, STONE = "1901-wooden", "1920-flood", "1935-stone"
VOICES, NIGHT, OPENING = "1950-voices", "1968-night", "1989-opening"

TITLES = {
    WOODEN: ("The wooden bridge", "Medinis tiltas"),
    FLOOD: ("The great flood", "Didysis potvynis"),
    STONE: ("The stone bridge", "Akmeninis tiltas"),
    VOICES: ("Voices of the builders", "Statytojų balsai"),
    NIGHT: ("The night of the ice", "Ledonešio naktis"),
    OPENING: ("The new bridge opens", "Atidaromas naujas tiltas"),
}
FILM_CUES = (
    (500, 2500, "The river is high.", "Upė patvinusi."),
    (3000, 5500, "People cross on foot.", "Žmonės eina pėsti."),
)
SOUND_CUES = (
    (0, 1500, "We carried every stone.", "Kiekvieną akmenį nešėme."),
    (1500, 3000, "The water was cold.", "Vanduo buvo šaltas."),
    (3000, 4500, "Nobody complained.", "Niekas nesiskundė."),
    (4500, 6000, "Then it was finished.", "Tada jis buvo baigtas."),
)

_EXHIBIT = """\
title: {en: Bridges of the town, lt: Miesto tiltai}
subtitle: {en: How people crossed the river, lt: Kaip žmonės kėlėsi per upę}
languages: [en, lt]
timeline: {start: 1900, end: 1995}
eras:
  - {id: ferry, start: 1900, end: 1934, title: {en: The ferry, lt: Keltas}, color: "#8a3b2e"}
  - id: bridge
    start: 1935
    end: 1995
    title: {en: The bridge, lt: Tiltas}
    summary: {en: People cross with dry feet., lt: Žmonės pereina sausomis kojomis.}
    color: "#5c7a5a"
themes:
  - {id: building, title: {en: Building, lt: Statyba}, icon: pillars}
  - {id: water, title: {en: Water, lt: Vanduo}, icon: drop.png}
lanes: [{id: town, title: {en: The town, lt: Miestas}}]
attract: {media: [dawn.jpg, dusk.jpg]}
take_away: {url: "https://www.bridges.example/{id}?lang={language}"}
"""

_EVENT = """\
date: {date}
title: {{en: {en}, lt: {lt}}}
summary: {{en: What happened at {en}., lt: Kas nutiko – {lt}.}}
importance: {importance}
lane: town
themes: [building, water]
place: {{name: {{en: At the river, lt: Prie upės}}, lat: 54.9, lon: -23.456}}
hero: {picture}
related: [{related}]
sources:
  - text: {{en: The town's chronicle, lt: Miesto kronika}}
media:
  - file: {picture}
    alt: {{en: A drawing of {en}, lt: Piešinys – {lt}}}
    credit: Drawn for this test
    rights: CC0
"""

_FILM = """\
  - file: river.webm
    alt: {en: The river changes its colours, lt: Upė keičia spalvas}
    caption: {en: Filmed from the bank, lt: Filmuota nuo kranto}
    captions: {en: river.en.vtt, lt: river.lt.vtt}
    sign_language: river.signed.webm
    audio_description: {en: river.described.ogg, lt: river.described.ogg}
    credit: Made for this test
    rights: CC0
"""

_SOUND = """\
  - file: voices.ogg
    alt: {en: A builder remembers, lt: Statytojas prisimena}
    transcript: {en: voices.en.vtt, lt: voices.lt.vtt}
    credit: Made for this test
    rights: CC0
"""

_NOTICE = """\
sensitive: {en: This story tells of a death on the ice., lt: Pasakojama apie žūtį ant ledo.}
"""

_ARTICLES = {
    "en": """\
# How it began

The river divided the town for centuries[^1]. On *market days* the queue at the ferry was long.

> Whoever wanted to trade had to wait.

- Carts waited longest.
- Children crossed for free.

![](%s)

%s

[^1]: The chronicle counts eight of them.
""",
    "lt": """\
# Kaip prasidėjo

Upė dalijo miestą šimtmečius[^1]. *Turgaus dienomis* prie kelto būdavo ilga eilė.

> Kas norėjo prekiauti, turėjo laukti.

- Vežimai laukdavo ilgiausiai.
- Vaikai keldavosi nemokamai.

![](%s)

%s

[^1]: Kronika jų suskaičiuoja aštuonis.
""",
}
_MORE = {
    "en": "Some walked along the bank to the next village and came back late at night. ",
    "lt": "Kai kas krantu eidavo iki kito kaimo ir grįždavo tik vėlai vakare. ",
}


def write_exhibit(folder: Path) -> None:
    """Write the exhibit into `folder`. Needs ffmpeg, but no QGuiApplication."""
    (folder / "media").mkdir(parents=True)
    (folder / "exhibit.yaml").write_text(_EXHIBIT, encoding="utf-8")
    (folder / "media" / "media.yaml").write_text(
        "dawn.jpg: {alt: {en: Dawn, lt: Aušra}, credit: Drawn for this test, rights: CC0}\n"
        "dusk.jpg: {alt: {en: Dusk, lt: Sutemos}, credit: Drawn for this test, rights: CC0}\n",
        encoding="utf-8",
    )
    paint_drop(folder / "media" / "drop.png")
    paint(folder / "media" / "dawn.jpg", "indianred", "khaki")
    paint(folder / "media" / "dusk.jpg", "midnightblue", "slategray")
    write_event(folder, WOODEN, "1901-05", 2, STONE)
    write_event(folder, FLOOD, "1920-04-12", 2, STONE)
    write_event(folder, STONE, "1935", 1, f"{WOODEN}, {FLOOD}", _FILM)
    write_event(folder, VOICES, "1950-09", 1, STONE, _SOUND)
    write_event(folder, NIGHT, "1968-11-02", 2, OPENING, _NOTICE)
    write_event(folder, OPENING, "1989-06-03/1989-06-10", 1, STONE)
    write_cues(folder / "events" / STONE / "river", FILM_CUES)
    write_cues(folder / "events" / VOICES / "voices", SOUND_CUES)
    write_film(folder / "events" / STONE / "river.webm")
    write_film(folder / "events" / STONE / "river.signed.webm", "320x240", "0x3050b0")
    write_sound(folder / "events" / STONE / "river.described.ogg")
    write_sound(folder / "events" / VOICES / "voices.ogg")


def write_event(
    folder: Path, slug: str, date: str, importance: int, related: str, more: str = ""
) -> None:
    """One event with a picture and both articles; `more` continues its event.yaml."""
    place = folder / "events" / slug
    place.mkdir(parents=True)
    english, lithuanian = TITLES[slug]
    picture = f"{slug}.svg" if slug == FLOOD else f"{slug}.jpg"
    text = _EVENT.format(
        date=date,
        en=english,
        lt=lithuanian,
        importance=importance,
        related=related,
        picture=picture,
    )
    (place / "event.yaml").write_text(text + more, encoding="utf-8")
    for language, article in _ARTICLES.items():
        words = article % (picture, _MORE[language] * 14)
        (place / f"article.{language}.md").write_text(words, encoding="utf-8")
    hue = sorted(TITLES).index(slug) * 60
    dark, light = QColor.fromHsv(hue, 160, 120), QColor.fromHsv(hue + 40, 90, 230)
    if slug == FLOOD:
        draw(place / picture, dark, light)
    else:
        paint(place / picture, dark, light)


def paint(file: Path, dark: str | QColor, light: str | QColor) -> None:
    """A picture of a river and its bridge, large enough for every screen."""
    image = QImage(2560, 1600, QImage.Format.Format_RGB32)
    ground = QLinearGradient(0, 0, 900, 1250)
    ground.setColorAt(0, QColor(dark))
    ground.setColorAt(1, QColor(light))
    painter = QPainter(image)
    painter.scale(1.28, 1.28)
    painter.fillRect(QRect(0, 0, 2000, 1250), ground)
    for pier in range(5):
        painter.fillRect(QRect(180 + pier * 400, 560, 90, 420), QColor("#3a2f28"))
    painter.fillRect(QRect(0, 500, 2000, 70), Qt.GlobalColor.black)
    painter.end()
    image.save(str(file), "JPG", 88)


def draw(file: Path, dark: QColor, light: QColor) -> None:
    """The same river as a drawing."""
    piers = "".join(
        f'<rect x="{180 + pier * 400}" y="560" width="90" height="420"/>' for pier in range(5)
    )
    file.write_text(
        f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2000 1250">
<linearGradient id="river"><stop stop-color="{dark.name()}"/>
<stop offset="1" stop-color="{light.name()}"/></linearGradient>
<rect width="2000" height="1250" fill="url(#river)"/>
<g fill="#3a2f28">{piers}</g>
<rect y="500" width="2000" height="70"/>
</svg>
""",
        encoding="utf-8",
    )


def paint_drop(file: Path) -> None:
    """The exhibit's own icon of a theme."""
    image = QImage(96, 96, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setBrush(QColor("#7fa8c0"))
    painter.drawEllipse(20, 12, 56, 72)
    painter.end()
    image.save(str(file), "PNG")


def write_cues(stem: Path, cues: tuple[tuple[int, int, str, str], ...]) -> None:
    """The same cues as `stem`.en.vtt and `stem`.lt.vtt."""
    for number, language in enumerate(("en", "lt")):
        lines = ["WEBVTT", ""]
        for start, end, *words in cues:
            lines += [f"{_clock(start)} --> {_clock(end)}", words[number], ""]
        stem.with_name(f"{stem.name}.{language}.vtt").write_text("\n".join(lines), encoding="utf-8")


def _clock(milliseconds: int) -> str:
    return f"00:{milliseconds // 60000:02}:{milliseconds // 1000 % 60:02}.{milliseconds % 1000:03}"


def write_film(file: Path, size: str = "640x360", colour: str = "0xb04030") -> None:
    """A silent VP8 film whose colour turns all the time."""
    picture = f"color=c={colour}:s={size}:r=25:d={FILM_SECONDS},hue=H=2*PI*t/{FILM_SECONDS}"
    _ffmpeg(
        "-f",
        "lavfi",
        "-i",
        picture,
        *["-c:v", "libvpx", "-deadline", "realtime", "-b:v", "400k"],
        file,
    )


def write_sound(file: Path) -> None:
    _ffmpeg(*["-f", "lavfi", "-i", "sine=frequency=330:duration=6", "-c:a", "libvorbis"], file)


def _ffmpeg(*words: str | Path) -> None:
    subprocess.run(
        ["ffmpeg", "-nostdin", "-loglevel", "error", "-y", *map(str, words)], check=True, timeout=90
    )
