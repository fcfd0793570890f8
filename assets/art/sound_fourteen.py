"""Fourteen strokes of a deep bell and their transcripts, for 13 January 1991.

`python sound_fourteen.py` writes `fourteen.ogg`, `fourteen.lt.vtt` and `fourteen.en.vtt` into the
event's folder. Needs numpy (the `art` extra) and ffmpeg with libopus on the PATH. The bell is
computed from its partials, no recording is used, and the seed is fixed.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float64]

EVENT = Path(__file__).parents[2] / "content" / "events" / "1991-01-13-tv-tower"
RATE = 48_000
FIRST_STROKE_S = 6.0
BETWEEN_STROKES_S = 6.5
LENGTH_S = 106.0
NAME_SHOWN_S = 6.1
PEAK = 10 ** (-3 / 20)

# Order and spelling of the Seimas record of the day.
NAMES = (
    "Loreta Asanavičiūtė",
    "Virginijus Druskis",
    "Darius Gerbutavičius",
    "Rolandas Jankauskas",
    "Rimantas Juknevičius",
    "Alvydas Kanapinskas",
    "Algimantas Petras Kavoliukas",
    "Titas Masiulis",
    "Alvydas Matulka",
    "Apolinaras Juozas Povilaitis",
    "Ignas Šimulionis",
    "Vytautas Vaitkus",
    "Vidas Maciulevičius",
    "Vytautas Koncevičius",
)
WORDS = {
    "lt": (
        "Gilus varpas suskamba keturiolika kartų,\npo vieną dūžį už kiekvieną žuvusįjį.",
        "\nmirė vasario 18 d.",
        "[Varpas pamažu nutyla]",
    ),
    "en": (
        "A deep bell sounds fourteen times,\none stroke for each person who died.",
        "\ndied on 18 February",
        "[The bell slowly falls silent]",
    ),
}

# Hertz, strength, seconds to fall by 60 dB. Hum, prime, minor third, fifth, octave, then the
# upper partials that give the stroke its edge.
PARTIALS = (
    (73.6, 0.85, 15.0),
    (147.1, 0.75, 11.0),
    (175.4, 0.70, 10.0),
    (220.9, 0.34, 7.0),
    (293.8, 0.80, 7.5),
    (372.0, 0.26, 5.0),
    (441.8, 0.36, 4.4),
    (587.4, 0.30, 3.4),
    (781.0, 0.17, 2.4),
    (962.3, 0.11, 1.8),
    (1214.0, 0.07, 1.2),
    (1490.0, 0.04, 0.9),
)


def stroke(rng: np.random.Generator) -> Samples:
    """One stroke, (samples, 2), as loud over its first three seconds as every other."""
    time = np.arange(int(16.0 * RATE)) / RATE
    sound = np.zeros((time.size, 2))
    for hertz, strength, fall in PARTIALS:
        # The clapper never meets quite the same place, so the mixture shifts a little.
        strength *= rng.uniform(0.86, 1.16)
        decay = np.exp(-6.9078 * time / fall)
        # Two modes a little apart, as in a bell that is not perfectly round, give the slow beat.
        beat = rng.uniform(0.18, 0.34) * (hertz / 200) ** 0.4
        first_phase = rng.uniform(0, 2 * np.pi)
        for side in (0, 1):
            phase = first_phase + side * rng.uniform(-0.5, 0.5)
            pair = np.sin(2 * np.pi * hertz * time + phase)
            pair += 0.32 * np.sin(2 * np.pi * (hertz + beat) * time + phase + 1.1 * side)
            sound[:, side] += strength * decay * pair
    sound *= (1 - np.exp(-time / 0.006))[:, None]
    sound += _clapper(rng, time)
    sound *= np.clip((16.0 - time) / 3.0, 0, 1)[:, None] ** 2
    loudness = np.sqrt(np.mean(sound[: 3 * RATE].mean(axis=1) ** 2))
    return np.asarray(sound / loudness)


def _clapper(rng: np.random.Generator, time: Samples) -> Samples:
    """The short dull knock of metal on metal at the beginning of a stroke."""
    noise = rng.standard_normal((time.size, 1)) * np.exp(-time / 0.018)[:, None]
    kernel = np.hanning(97)
    kernel /= kernel.sum()
    dull = np.convolve(noise[:, 0], kernel, mode="same")[:, None]
    return np.asarray(1.1 * dull * np.ones((1, 2)))


def room(dry: Samples, rng: np.random.Generator, seconds: float, share: float) -> Samples:
    """The sound with a soft diffuse echo that dies away in about `seconds`."""
    length = int(seconds * RATE)
    time = np.arange(length) / RATE
    wet = np.zeros_like(dry)
    size = 1 << (dry.shape[0] + length - 1).bit_length()
    kernel = np.hanning(33) / np.hanning(33).sum()
    for side in (0, 1):
        echo = rng.standard_normal(length) * np.exp(-6.9078 * time / seconds)
        echo *= np.clip(time / 0.03, 0, 1)
        echo = np.convolve(echo, kernel, mode="same")
        echo /= np.sqrt(np.sum(echo**2))
        spectrum = np.fft.rfft(dry[:, side], size) * np.fft.rfft(echo, size)
        wet[:, side] = np.fft.irfft(spectrum, size)[: dry.shape[0]]
    return np.asarray((1 - share) * dry + share * wet)


def bells() -> Samples:
    """All fourteen strokes, (samples, 2), peak at -3 dBFS, silent at the end."""
    rng = np.random.default_rng(19910113)
    mix = np.zeros((int(LENGTH_S * RATE), 2))
    for i in range(len(NAMES)):
        begin = int((FIRST_STROKE_S + i * BETWEEN_STROKES_S) * RATE)
        tail = stroke(rng)[: mix.shape[0] - begin]
        mix[begin : begin + tail.shape[0]] += tail
    mix = room(mix, rng, 2.6, 0.22)
    fade = np.clip((LENGTH_S - np.arange(mix.shape[0]) / RATE) / 4.0, 0, 1) ** 1.5
    mix *= fade[:, None]
    return np.asarray(mix * PEAK / np.max(np.abs(mix)))


def cues(language: str) -> list[tuple[float, float, str]]:
    """Begin and end in seconds and the words of every cue of the transcript."""
    opening, last_note, closing = WORDS[language]
    listed = [(0.4, FIRST_STROKE_S - 0.3, opening)]
    for i, name in enumerate(NAMES):
        begin = FIRST_STROKE_S + i * BETWEEN_STROKES_S
        note = last_note if i == len(NAMES) - 1 else ""
        listed.append((begin, begin + NAME_SHOWN_S, name + note))
    end = listed[-1][1] + 0.4
    return [*listed, (end, end + 5.5, closing)]


def web_vtt(listed: list[tuple[float, float, str]]) -> str:
    """The cues as a WebVTT file."""
    return "WEBVTT\n" + "".join(
        f"\n{_clock(begin)} --> {_clock(end)}\n{text}\n" for begin, end, text in listed
    )


def _clock(seconds: float) -> str:
    whole, milliseconds = divmod(round(seconds * 1000), 1000)
    minutes, rest = divmod(whole, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest:02}.{milliseconds:03}"


def encode_opus(samples: Samples, target: Path) -> None:
    """Write stereo samples between -1 and 1 as Opus in Ogg."""
    command = ["ffmpeg", "-y", "-v", "error", "-f", "f32le", "-ar", str(RATE), "-ac", "2"]
    command += [
        "-i",
        "-",
        "-c:a",
        "libopus",
        "-b:a",
        "96k",
        "-vbr",
        "constrained",
        "-fflags",
        "+bitexact",
        "-flags",
        "+bitexact",
    ]
    data = samples.astype("<f4").tobytes()
    subprocess.run([*command, "-serial_offset", "1991", str(target)], input=data, check=True)


def main() -> None:
    """Write the sound and both transcripts."""
    EVENT.mkdir(parents=True, exist_ok=True)
    encode_opus(bells(), EVENT / "fourteen.ogg")
    for language in WORDS:
        (EVENT / f"fourteen.{language}.vtt").write_text(web_vtt(cues(language)), "utf-8")


if __name__ == "__main__":
    main()
