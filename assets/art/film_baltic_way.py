"""The film of the Baltic Way and its captions, drawn and composed for the exhibit.

`python film_baltic_way.py` writes `baltic-way.webm` (VP9 and Opus), `baltic-way.lt.vtt` and
`baltic-way.en.vtt` into the event's folder; `python film_baltic_way.py 12.5` writes the single
picture at that second to `frame.png` here. Needs PySide6, numpy (the `art` extra) and ffmpeg with
libvpx-vp9, libopus and libx264 on the PATH. Nothing in it is random from one run to the next.
"""

# The captions are set with real dashes and quotation marks.
from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from baltic_way_ink import FPS, HEIGHT, NIGHT, WIDTH, brush_on, paper_grain, picture, smooth
from baltic_way_map import TOWNS, NightMap, dial
from baltic_way_pad import pad
from baltic_way_road import Road
from baltic_way_sky import evening_sky, tower
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from sound_fourteen import RATE, web_vtt

EVENT = Path(__file__).parents[2] / "content" / "events" / "1989-08-23-baltic-way"
LENGTH_S = 56.0
# Seconds between which one scene melts into the next.
TO_MAP, TO_ROAD, TO_WHOLE = (7.0, 8.8), (27.0, 28.8), (41.2, 43.0)
# How far the chain has grown when the film turns to the road.
BEFORE_ROAD = 0.93

CAPTIONS = {
    "lt": (
        (0.5, 3.2, "[Tylus žemas tonas]"),
        (3.5, 8.3, "1989 m. rugpjūčio 23 d. Nuo Gedimino\npilies bokšto prasideda gyva grandinė."),
        (8.7, 13.5, "Lygiai prieš 50 metų pasirašytas\nMolotovo–Ribentropo paktas."),
        (13.9, 17.2, "[Po vieną įsijungia vis nauji balsai]"),
        (17.6, 22.2, "Per Ukmergę, Panevėžį ir Pasvalį\nji driekiasi į šiaurę, Rygos link."),
        (22.6, 27.0, "Grandinės ilgis – daugiau kaip\n600 kilometrų, iki pat Talino."),
        (
            28.4,
            33.6,
            "Rankomis susikibo 1–2 milijonai žmonių;\nrengėjai skelbė du milijonus.",
        ),
        (34.0, 37.0, "[Vėjas laukuose, dainuoja balsai]"),
        (37.4, 41.4, "Kelio rengėjai – Sąjūdis, Latvijos\nir Estijos liaudies frontai."),
        (
            43.4,
            48.4,
            "Gineso rekordų knyga: grandinė susijungė\napie 19 val. ir laikėsi apie 15 minučių.",
        ),
        (48.7, 51.0, "[Skamba visi balsai kartu]"),
        (51.3, 55.2, "2009 m. jos dokumentai įrašyti į UNESCO\nregistrą „Pasaulio atmintis“."),
    ),
    "en": (
        (0.5, 3.2, "[A low, quiet tone]"),
        (3.5, 8.3, "23 August 1989. The chain begins\nat Gediminas’ Tower in Vilnius."),
        (8.7, 13.5, "It is fifty years to the day since\nthe Molotov–Ribbentrop Pact."),
        (13.9, 17.2, "[One by one, new voices join]"),
        (17.6, 22.2, "By Ukmergė, Panevėžys and Pasvalys\nit runs north, toward Riga."),
        (22.6, 27.0, "From end to end, as far as Tallinn,\nit is more than 600 kilometres long."),
        (28.4, 33.6, "One to two million people held hands;\nthe organisers said two million."),
        (34.0, 37.0, "[Wind over fields; voices singing]"),
        (37.4, 41.4, "Organised by Sąjūdis and the Popular\nFronts of Latvia and Estonia."),
        (43.4, 48.4, "Guinness World Records: complete\nat about 19:00, for some 15 minutes."),
        (48.7, 51.0, "[All voices sound together]"),
        (51.3, 55.2, "In 2009 its documents joined UNESCO’s\n“Memory of the World” register."),
    ),
}


def chain_share(time: float) -> float:
    """How much of the chain is alight at a second of the film, 0 to 1."""
    growing = BEFORE_ROAD * _even(8.6, 28.6, time)
    return growing + (1 - BEFORE_ROAD) * smooth(42.4, 46.0, time)


def _even(begin: float, end: float, time: float) -> float:
    """A steady way from 0 to 1 that starts and stops softly."""
    share = min(1.0, max(0.0, (time - begin) / (end - begin)))
    return 0.55 * share + 0.45 * share * share * (3 - 2 * share)


class Film:
    """All that has to be drawn only once, and the order of the scenes."""

    def __init__(self) -> None:
        self._grain = paper_grain()
        self._map = NightMap()
        self._road = Road()
        self._sky = evening_sky(985)

    def town_times(self) -> list[float]:
        """Seconds at which the chain reaches each town."""
        steps = [i / FPS for i in range(int(LENGTH_S * FPS))]
        return [
            next(time for time in steps if chain_share(time) >= self._map.share_at(i) - 1e-9)
            for i in range(len(TOWNS))
        ]

    def frame(self, time: float) -> QImage:
        """The picture at a second of the film."""
        image = picture(colour=NIGHT)
        painter = brush_on(image)
        scenes = (
            (0.0, 0.0, TO_MAP[1], self._tower),
            (*TO_MAP, TO_ROAD[1], self._growing),
            (*TO_ROAD, TO_WHOLE[1], self._people),
            (*TO_WHOLE, LENGTH_S + 1, self._whole),
        )
        for begin, full, end, draw in scenes:
            if begin <= time < end:
                shown = 1.0 if full <= begin else smooth(begin, full, time)
                if shown >= 1:
                    draw(painter, time)
                elif shown > 0:
                    self._melt(painter, draw, time, shown)
        painter.drawImage(0, 0, self._grain)
        dark = max(1 - smooth(0.0, 1.8, time), smooth(LENGTH_S - 2.6, LENGTH_S - 0.2, time))
        if dark > 0:
            painter.setOpacity(dark)
            painter.fillRect(image.rect(), NIGHT)
        painter.end()
        return image

    def _melt(
        self, painter: QPainter, draw: Callable[[QPainter, float], None], time: float, shown: float
    ) -> None:
        layer = picture(colour=NIGHT)
        inner = brush_on(layer)
        draw(inner, time)
        inner.end()
        painter.setOpacity(shown)
        painter.drawImage(0, 0, layer)
        painter.setOpacity(1.0)

    def _tower(self, painter: QPainter, time: float) -> None:
        night = smooth(0.5, 8.0, time) * 0.8
        tower(painter, time, self._sky, night, smooth(3.4, 6.2, time))

    def _growing(self, painter: QPainter, time: float) -> None:
        share = chain_share(time)
        self._map.draw(
            painter,
            time,
            share=share,
            zoom=1.9 - 0.55 * smooth(9.0, 29.0, time),
            dusk=0.15 + 0.45 * smooth(8.0, 29.0, time),
            together=0.0,
        )

    def _people(self, painter: QPainter, time: float) -> None:
        self._road.draw(painter, time, -1.1 + 0.23 * (time - TO_ROAD[0]))

    def _whole(self, painter: QPainter, time: float) -> None:
        self._map.draw(
            painter,
            time,
            share=chain_share(time),
            zoom=1.0 + 0.10 * (1 - smooth(41.0, 48.0, time)),
            dusk=0.6 + 0.4 * smooth(41.0, 52.0, time),
            together=smooth(45.6, 47.6, time),
        )
        shown = smooth(43.4, 45.0, time) * (1 - smooth(53.0, 54.6, time))
        if shown > 0:
            dial(painter, 400, 640, 15 * smooth(46.0, 52.4, time), shown)


def _ffmpeg(*options: str) -> list[str]:
    return ["ffmpeg", "-y", "-v", "error", *options]


def write_pictures(film: Film, target: Path) -> None:
    """Draw every picture once into an intermediate file that loses next to nothing."""
    command = _ffmpeg("-f", "rawvideo", "-pix_fmt", "bgra", "-s", f"{WIDTH}x{HEIGHT}")
    command += ["-r", str(FPS), "-i", "-", "-vf", "scale=out_color_matrix=bt709:out_range=tv"]
    command += ["-pix_fmt", "yuv420p", "-c:v", "libx264", "-preset", "ultrafast", "-qp", "6"]
    with subprocess.Popen([*command, str(target)], stdin=subprocess.PIPE) as encoder:
        assert encoder.stdin is not None
        for number in range(int(LENGTH_S * FPS)):
            encoder.stdin.write(bytes(film.frame(number / FPS).constBits()))
        encoder.stdin.close()
        if encoder.wait() != 0:
            sys.exit("ffmpeg could not take the pictures")


def encode(pictures: Path, sound: Path, target: Path) -> None:
    """Two passes of VP9 with a picture to jump to every two seconds."""
    log = str(pictures.with_name("passes"))
    common = ["-c:v", "libvpx-vp9", "-crf", "40", "-b:v", "0", "-g", str(2 * FPS)]
    common += ["-keyint_min", str(FPS), "-row-mt", "1", "-tile-columns", "2", "-threads", "4"]
    common += ["-pix_fmt", "yuv420p", "-colorspace", "bt709", "-color_primaries", "bt709"]
    common += ["-color_trc", "bt709", "-color_range", "tv", "-passlogfile", log]
    first = ["-pass", "1", "-cpu-used", "5", "-an", "-f", "null", os.devnull]
    subprocess.run(_ffmpeg("-i", str(pictures), *common, *first), check=True)
    second = ["-i", str(sound), *common, "-pass", "2", "-deadline", "realtime"]
    second += ["-cpu-used", "6", "-c:a", "libopus", "-b:a", "112k", "-vbr", "constrained"]
    second += ["-shortest", "-fflags", "+bitexact", str(target)]
    subprocess.run(_ffmpeg("-i", str(pictures), *second), check=True)


def write_sound(film: Film, target: Path) -> None:
    """The pad as 32-bit WAV."""
    # The first voice is there before the first light.
    entries = [0.4, *film.town_times()[1:]]
    data = pad(LENGTH_S, entries, (TO_ROAD[0], TO_WHOLE[1])).astype("<f4").tobytes()
    options = ("-f", "f32le", "-ar", str(RATE), "-ac", "2", "-i", "-", "-c:a", "pcm_f32le")
    subprocess.run(_ffmpeg(*options, str(target)), input=data, check=True)


def main() -> None:
    """Write the film and its captions, or one picture of it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication(sys.argv[:1])
    film = Film()
    if len(sys.argv) > 1:
        film.frame(float(sys.argv[1])).save(str(Path(__file__).parent / "frame.png"))
        return
    EVENT.mkdir(parents=True, exist_ok=True)
    for language, captions in CAPTIONS.items():
        (EVENT / f"baltic-way.{language}.vtt").write_text(web_vtt(list(captions)), "utf-8")
    with tempfile.TemporaryDirectory() as folder:
        pictures, sound = Path(folder, "pictures.mkv"), Path(folder, "sound.wav")
        write_sound(film, sound)
        write_pictures(film, pictures)
        encode(pictures, sound, EVENT / "baltic-way.webm")
    application.quit()


if __name__ == "__main__":
    main()
