"""A printing block in code: flat inks, swelling engraved lines, worn edges, paper grain.

Everything is laid out on a sheet of 3600 × 2400 units; `scale` below 1 prints a quick proof.
Masks and tones are float32 arrays of shape (height, width) with values from 0 to 1.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from palette import NIGHT, PAPER, Ink
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen

Tone = NDArray[np.float32]

WIDTH, HEIGHT = 3600, 2400


class Sheet:
    """One print in the making."""

    def __init__(
        self, ground: Ink = NIGHT, scale: float = 1.0, seed: int = 1, lower: float = 0
    ) -> None:
        """`lower` moves all that is drawn down by so many units."""
        self.scale, self.seed, self.lower = scale, seed, lower
        self._noises: dict[tuple[float | tuple[float, float], int], Tone] = {}
        self.width, self.height = round(WIDTH * scale), round(HEIGHT * scale)
        self.x: Tone = ((np.arange(self.width, dtype=np.float32) + 0.5) / scale)[None, :]
        self.y: Tone = ((np.arange(self.height, dtype=np.float32) + 0.5) / scale)[:, None]
        self.y -= lower
        self.rgb = np.empty((self.height, self.width, 3), np.float32)
        self.rgb[:] = ground

    # Shapes

    def drawn(self, draw: Callable[[QPainter], None], offset: tuple[float, float] = (0, 0)) -> Tone:
        """A mask of whatever `draw` paints in white."""
        image = QImage(self.width, self.height, QImage.Format.Format_Grayscale8)
        image.fill(0)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.scale, self.scale)
        painter.translate(offset[0], offset[1] + self.lower)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("white"))
        draw(painter)
        painter.end()
        pixels = np.frombuffer(image.constBits(), np.uint8).reshape(
            self.height, image.bytesPerLine()
        )
        return pixels[:, : self.width].astype(np.float32) / 255

    def shape(self, *paths: QPainterPath, offset: tuple[float, float] = (0, 0)) -> Tone:
        """The filled paths."""

        def draw(painter: QPainter) -> None:
            for path in paths:
                painter.drawPath(path)

        return self.drawn(draw, offset)

    def stroke(
        self, *paths: QPainterPath, width: float, dash: tuple[float, ...] = (), round_: bool = True
    ) -> Tone:
        """The outlined paths; `dash` in multiples of the width."""
        pen = QPen(QColor("white"), width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if round_ else Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dash:
            pen.setDashPattern(list(dash))

        def draw(painter: QPainter) -> None:
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for path in paths:
                painter.drawPath(path)

        return self.drawn(draw)

    # Tones

    def noise(self, size: float | tuple[float, float], seed: int = 0) -> Tone:
        """Smooth noise from about -1 to 1 with features of `size` units (across, down)."""
        key = (size, seed)
        if key not in self._noises:
            if len(self._noises) > 30:
                self._noises.pop(next(iter(self._noises)))
            self._noises[key] = self._made_noise(size, seed)
        return self._noises[key]

    def _made_noise(self, size: float | tuple[float, float], seed: int) -> Tone:
        across, down = size if isinstance(size, tuple) else (size, size)
        columns, rows = int(WIDTH / across) + 5, int(HEIGHT / down) + 5
        random = np.random.default_rng((self.seed, seed))
        grid = random.uniform(-1, 1, (rows, columns)).astype(np.float32)
        row, row_weights = _spline((self.y.ravel() + self.lower) / down)
        column, column_weights = _spline(self.x.ravel() / across)
        tall = sum(grid[row + k] * row_weights[k][:, None] for k in range(4))
        result = sum(tall[:, column + k] * column_weights[k][None, :] for k in range(4))
        return (result * 1.9).astype(np.float32)

    def distance(self, x: float, y: float, stretch: float = 1.0) -> Tone:
        """Units from a point; `stretch` above 1 flattens the rings."""
        return np.hypot(self.x - x, (self.y - y) * stretch)

    def glow(self, x: float, y: float, radius: float, stretch: float = 1.0) -> Tone:
        """Light falling off from 1 at a point to 0 at `radius`."""
        return np.clip(1 - self.distance(x, y, stretch) / radius, 0, 1)

    def ramp(self, x0: float, y0: float, x1: float, y1: float) -> Tone:
        """0 at the first point, 1 at the second, clamped beyond."""
        dx, dy = x1 - x0, y1 - y0
        t = ((self.x - x0) * dx + (self.y - y0) * dy) / (dx * dx + dy * dy)
        return np.clip(t, 0, 1).astype(np.float32)

    def blur(self, tone: Tone, radius: float) -> Tone:
        """The tone softened by about `radius` units."""
        reach = max(1, round(radius * self.scale / 2))
        for _ in range(2):
            for axis in (0, 1):
                pad = [(0, 0), (0, 0)]
                pad[axis] = (reach + 1, reach)
                total = np.cumsum(np.pad(tone, pad, mode="edge"), axis=axis, dtype=np.float64)
                high = np.take(total, range(2 * reach + 1, total.shape[axis]), axis=axis)
                low = np.take(total, range(total.shape[axis] - 2 * reach - 1), axis=axis)
                tone = ((high - low) / (2 * reach + 1)).astype(np.float32)
        return tone

    def shift(self, tone: Tone, dx: float, dy: float) -> Tone:
        """The tone moved by whole proof pixels nearest to (dx, dy) units, edges repeated."""
        rows = np.clip(np.arange(self.height) - round(dy * self.scale), 0, self.height - 1)
        columns = np.clip(np.arange(self.width) - round(dx * self.scale), 0, self.width - 1)
        return tone[rows][:, columns]

    def rim(self, mask: Tone, dx: float, dy: float, soft: float) -> Tone:
        """Light on the edge of a form that faces (dx, dy), fading inwards."""
        return np.clip(mask - self.shift(self.blur(mask, soft), -dx, -dy), 0, 1) * mask

    # Engraving

    def lines(
        self, tone: Tone, pitch: float = 24, angle: float = 0, wave: float = 0.6, seed: int = 3
    ) -> Tone:
        """Parallel cuts, `angle` in degrees from level, as wide as the tone is light."""
        radians = math.radians(angle)
        across = self.x * -math.sin(radians) + self.y * math.cos(radians)
        return self.cuts(tone, across / pitch, pitch, wave, seed)

    def rings(
        self, tone: Tone, x: float, y: float, pitch: float = 24, stretch: float = 1, seed: int = 4
    ) -> Tone:
        """Cuts in circles around a light."""
        return self.cuts(tone, self.distance(x, y, stretch) / pitch, pitch, 0.35, seed)

    def rays(self, tone: Tone, x: float, y: float, count: int, seed: int = 5) -> Tone:
        """Cuts that run out from a light."""
        phase = np.arctan2(self.y - y, self.x - x) * (count / (2 * math.pi))
        pitch = np.maximum(self.distance(x, y) * (2 * math.pi / count), 1)
        return self.cuts(tone, phase, pitch, 0.12, seed)

    def cuts(
        self, tone: Tone, phase: Tone, pitch: float | Tone, wave: float = 0.5, seed: int = 6
    ) -> Tone:
        """Cuts along the level lines of `phase`, one per whole number, `pitch` units apart."""
        drift = phase + wave * self.noise(420, seed) + wave * 0.12 * self.noise(90, seed + 1)
        from_centre = np.abs(drift - np.floor(drift) - 0.5) * 2
        hand = tone * (1 + 0.28 * self.noise((130, 60), seed + 2))
        softness = 2.6 / (np.maximum(pitch, 2) * self.scale)
        cut = np.clip((hand - from_centre) / softness + 0.5, 0, 1)
        return (cut * (tone > 0.035)).astype(np.float32)

    # Printing

    def ink(self, mask: Tone, colour: Ink, strength: float = 1.0, wear: float = 0.0) -> None:
        """Prints the mask; `wear` (0 to 1) leaves that much of the ink's small flaws."""
        rows = np.flatnonzero(mask.max(axis=1) > 0)
        if rows.size == 0:
            return
        band = slice(rows[0], rows[-1] + 1)
        cover = mask[band] * strength
        if wear:
            flaws = np.clip((self.noise(9, 71)[band] - 0.92 + 0.4 * wear) * 6, 0, 1)
            cover = cover * (1 - flaws * min(1.0, wear * 2))
        block = self.rgb[band]
        block += (np.array(colour, np.float32) - block) * cover[..., None]

    def fill(self, path: QPainterPath, colour: Ink, wear: float = 0.0) -> Tone:
        """Prints a flat shape and gives its mask."""
        mask = self.shape(path)
        self.ink(mask, colour, wear=wear)
        return mask

    def pull(self, wobble: float = 2.2, grain: float = 0.018) -> QImage:
        """The finished print: edges as from a knife, the tooth of the paper."""
        dx = self.noise(26, 91) * (wobble * self.scale)
        dy = self.noise(26, 92) * (wobble * self.scale)
        printed = self._moved(dx, dy)
        tooth = self.noise(7, 93) * 0.7 + self.noise((46, 5), 94) * 0.5
        printed += (tooth * grain)[..., None] * (0.35 + printed.mean(axis=2))[..., None]
        printed += (np.array(PAPER, np.float32) - printed) * 0.008
        pixels = np.full((self.height, self.width, 4), 255, np.uint8)
        pixels[..., :3] = np.clip(printed * 255 + 0.5, 0, 255).astype(np.uint8)
        image = QImage(pixels.data, self.width, self.height, QImage.Format.Format_RGBX8888)
        return image.convertToFormat(QImage.Format.Format_RGB32)

    def _moved(self, dx: Tone, dy: Tone) -> NDArray[np.float32]:
        rows = np.clip(np.arange(self.height)[:, None] + dy, 0, self.height - 1.001)
        columns = np.clip(np.arange(self.width)[None, :] + dx, 0, self.width - 1.001)
        top, left = rows.astype(np.int32), columns.astype(np.int32)
        down, right = (rows - top)[..., None], (columns - left)[..., None]
        upper = self.rgb[top, left] * (1 - right) + self.rgb[top, left + 1] * right
        lower = self.rgb[top + 1, left] * (1 - right) + self.rgb[top + 1, left + 1] * right
        return (upper * (1 - down) + lower * down).astype(np.float32)


def _spline(position: NDArray[np.float32]) -> tuple[NDArray[np.int64], list[NDArray[np.float32]]]:
    """First grid index and four weights of a cubic B-spline at each position."""
    index = np.floor(position).astype(np.int64)
    t = (position - index).astype(np.float32)
    weights = [
        (1 - t) ** 3 / 6,
        (3 * t**3 - 6 * t**2 + 4) / 6,
        (-3 * t**3 + 3 * t**2 + 3 * t + 1) / 6,
        t**3 / 6,
    ]
    return index, weights
