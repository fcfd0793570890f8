"""The sound of the film: one low voice, to which another is added with every town reached.

Needs numpy (the `art` extra). The harmony is our own and quotes no melody.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from sound_fourteen import PEAK, RATE, room

Samples = NDArray[np.float64]

# Half tones above D2 (73.4 Hz) in the order in which the voices enter.
ENTRIES = (0, 7, 12, 14, 19, 21, 24, 16, 26, 31, 28, 33, 36, 23, 38, 43, 40, 48)
# What every third voice does while it sounds: it leans to a neighbour tone and comes back.
LEAN_S = 16.0


def _voice(rng: np.random.Generator, half_tone: int, seconds: float) -> Samples:
    """One soft sung tone, (samples, 2), without beginning or end."""
    time = np.arange(int(seconds * RATE)) / RATE
    base = 73.416 * 2 ** (half_tone / 12)
    sound = np.zeros((time.size, 2))
    for singer in range(3):
        cents = rng.uniform(-5, 5)
        drift = 2.5 * np.sin(2 * np.pi * rng.uniform(0.05, 0.12) * time + rng.uniform(0, 6.28))
        hertz = base * 2 ** ((cents + drift) / 1200)
        phase = 2 * np.pi * np.cumsum(hertz) / RATE + rng.uniform(0, 6.28)
        tone = np.zeros_like(time)
        for harmonic in range(1, 10):
            pitch = base * harmonic
            if pitch > 5200:
                break
            # Two broad vowel resonances above a gentle slope.
            vowel = 0.35 + np.exp(-(((pitch - 520) / 260) ** 2))
            vowel += 0.45 * np.exp(-(((pitch - 1050) / 320) ** 2))
            tone += vowel / harmonic**1.1 * np.sin(harmonic * phase)
        swell = 1 + 0.16 * np.sin(2 * np.pi * rng.uniform(0.07, 0.14) * time + rng.uniform(0, 6.28))
        place = 0.5 + 0.42 * (singer - 1) * rng.uniform(0.4, 1.0)
        sound[:, 0] += tone * swell * np.cos(place * np.pi / 2)
        sound[:, 1] += tone * swell * np.sin(place * np.pi / 2)
    return np.asarray(sound / np.sqrt(np.mean(sound**2)))


def _wind(rng: np.random.Generator, seconds: float) -> Samples:
    """Air over a field, (samples, 2)."""
    count = int(seconds * RATE)
    time = np.arange(count) / RATE
    sound = np.zeros((count, 2))
    hertz = np.fft.rfftfreq(count, 1 / RATE)
    shape = np.exp(-(((np.log(hertz + 1) - np.log(420)) / 0.75) ** 2))
    for side in (0, 1):
        noise = np.fft.irfft(np.fft.rfft(rng.standard_normal(count)) * shape, count)
        gust = 0.6 + 0.4 * np.sin(2 * np.pi * 0.11 * time + 0.8 * side)
        sound[:, side] = noise / np.sqrt(np.mean(noise**2)) * gust
    return sound


def _rise(time: Samples, begin: float, end: float) -> Samples:
    share = np.clip((time - begin) / (end - begin), 0, 1)
    return np.asarray(share * share * (3 - 2 * share))


def pad(seconds: float, entries_s: list[float], field_s: tuple[float, float]) -> Samples:
    """The whole sound, (samples, 2), peak at -3 dBFS.

    Voices enter at `entries_s`, one for each town; wind is heard between the two `field_s`.
    """
    rng = np.random.default_rng(19890823)
    time = np.arange(int(seconds * RATE)) / RATE
    mix = np.zeros((time.size, 2))
    for i, (half_tone, begin) in enumerate(zip(ENTRIES, entries_s, strict=True)):
        voice = _voice(rng, half_tone, seconds)
        level = 0.62 / (1 + 0.045 * half_tone) * _rise(time, begin, begin + 4.5)
        if i % 3 == 2:
            other = _voice(rng, half_tone + (2 if i % 2 else -2), seconds)
            lean = 0.5 - 0.5 * np.cos(2 * np.pi * (time - entries_s[-1]) / LEAN_S)
            # The last chord is plain: all lean back to their own tone.
            lean *= 1 - _rise(time, entries_s[-1] - 6, entries_s[-1])
            voice = voice * np.sqrt(1 - lean)[:, None] + other * np.sqrt(lean)[:, None]
        mix += voice * level[:, None]
    air = _rise(time, field_s[0] - 1, field_s[0] + 2) - _rise(time, field_s[1] - 2, field_s[1] + 1)
    mix += 0.34 * _wind(rng, seconds) * air[:, None]
    mix = room(mix, rng, 3.6, 0.42)
    shape = _rise(time, 0, 3.0) * (1 - _rise(time, seconds - 5.5, seconds - 0.15))
    mix *= shape[:, None]
    # A soft ceiling lets the full chord be only a little louder than its beginnings.
    mix = np.tanh(mix / (3.6 * np.sqrt(np.mean(mix**2))))
    return np.asarray(mix * PEAK / np.max(np.abs(mix)))
