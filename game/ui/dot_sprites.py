"""The marks of dots, drawn once each: by look, by how sure the stance is, by stance, and by quarter of a pixel.

What is known is whole, what is guessed is cut in two (a dashed line at this size), what nobody knows is small and
faint. Disc, ring and diamond say the stance (design guide 1.2), so that no colour is needed for either.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pygame

from game.ui.fields import Floats, from_coverage, from_layers, grid, stance_coverage
from game.ui.theme import Colour, Theme, contrast, mix

STEPS = 4
"""Places within a pixel, each way, at which a mark is drawn."""
DIM, FULL, RINGED = 0, 1, 2
UNKNOWN, GUESSED, KNOWN = 0, 1, 2
LEAST = 3.05
"""The contrast against the ground that every mark keeps."""
_RING, _INSIDE = 5.6, 4.2
"""Radius of a member's disc and of the disc inside its ring, in design units (at the radius of 3.1)."""
_SMALL, _SPLIT = 0.74, 0.32
_FAINT = 0.25


def dimmed(colour: Colour, ground: Colour, most: float = 0.62, least: float = LEAST) -> Colour:
    """The colour up to ``most`` of the way to the ground, no nearer than a contrast of ``least`` allows."""
    share = most
    while share > 0.02:
        faint = mix(colour, ground, share)
        if contrast(faint, ground) >= least:
            return faint
        share -= 0.04
    return colour


def mark_coverage(stance: int, standing: int, radius: float, n: int, cx: float, cy: float) -> Floats:
    """Coverage on n x n pixels of the mark of a stance (1, 0, -1) that is unknown, guessed or known (0, 1, 2)."""
    if standing == UNKNOWN:
        return stance_coverage(stance, radius * _SMALL, n, cx, cy)
    whole = stance_coverage(stance, radius, n, cx, cy)
    if standing == KNOWN:
        return whole
    gx, _gy = grid(n, n)
    split: Floats = np.clip(0.5 + np.abs(gx - cx) - radius * _SPLIT / 2, 0, 1).astype(np.float32)
    return (whole * split).astype(np.float32)


class Sheet:
    """All marks of one radius and theme; each kind is drawn when it is first needed.

    ``halves`` (int64[3], by look) is half the side of a mark in pixels: its centre lies in pixel (half, half).
    """

    def __init__(self, radius: float, colours: tuple[Colour, ...], alike: bool) -> None:
        self.radius = radius
        plain, ringed = int(radius * 1.22 + 2), int(radius * _RING / 3.1 + 2)
        self.halves: npt.NDArray[np.int64] = np.array([plain, plain, ringed], np.int64)
        self._against, self._undecided, self._for, self._rim, self._disc, self._ground = colours
        self._alike = alike
        self._kinds: dict[int, list[pygame.Surface]] = {}
        self._nothing = [pygame.Surface((1, 1), pygame.SRCALPHA)] * (STEPS * STEPS)

    def surfaces(self, kinds: npt.NDArray[np.int64]) -> list[pygame.Surface]:
        """The marks of every kind in ``kinds`` by quarter pixel, ``STEPS * STEPS`` places for each of the 27 kinds."""
        present = np.bincount(kinds, minlength=27)
        found: list[pygame.Surface] = []
        for kind in range(27):
            found += self._marks(kind) if present[kind] else self._nothing
        return found

    def one(self, look: int, standing: int, stance: int) -> pygame.Surface:
        """A mark whose centre is the middle of its middle pixel."""
        return self._marks(kind_of(look, standing, stance))[(STEPS + 1) * (STEPS // 2)]

    def _marks(self, kind: int) -> list[pygame.Surface]:
        if kind not in self._kinds:
            look, rest = divmod(kind, 9)
            standing, stance = divmod(rest, 3)
            quarters = [k / STEPS for k in range(STEPS)]
            self._kinds[kind] = [self._mark(look, standing, stance - 1, x, y) for x in quarters for y in quarters]
        return self._kinds[kind]

    def _colour(self, look: int, standing: int, stance: int) -> Colour:
        colour = (self._undecided, self._for, self._against)[stance]
        if look == DIM:
            return dimmed(colour, self._ground)
        return dimmed(colour, self._ground, _FAINT, 3.4) if standing == UNKNOWN and look == FULL else colour

    def _mark(self, look: int, standing: int, stance: int, x: float, y: float) -> pygame.Surface:
        half = int(self.halves[look])
        n, cx, cy = 2 * half + 1, half + x, half + y
        shape = 1 if self._alike and stance < 0 else stance
        mark = mark_coverage(shape, standing, self.radius, n, cx, cy)
        colour = self._colour(look, standing, stance)
        if look != RINGED:
            return from_coverage(mark, colour)
        gx, gy = grid(n, n)
        away = np.hypot(gx - cx, gy - cy)
        scale = self.radius / 3.1
        outer = np.clip(0.5 - (away - _RING * scale), 0, 1).astype(np.float32)
        inner = np.clip(0.5 - (away - _INSIDE * scale), 0, 1).astype(np.float32)
        mark = np.minimum(mark, inner)
        return from_layers([(mark, colour), ((inner - mark).clip(0, 1), self._disc), (outer - inner, self._rim)])


def kind_of(look: int, standing: int, stance: int) -> int:
    """The number of a kind of mark, 0 to 26."""
    return (look * 3 + standing) * 3 + stance + 1


@lru_cache(maxsize=8)
def _sheet(radius: float, colours: tuple[Colour, ...], alike: bool) -> Sheet:
    return Sheet(radius, colours, alike)


def sheet(radius: float, theme: Theme, ground: str, factor: float) -> Sheet:
    """The marks of dots with a radius in design units, as a theme wants them on a ground."""
    names = (
        "against", "undecided", "for",
        "lemon" if theme.dark else "text",
        "ink.deep" if theme.dark else "slip",
        ground,
    )  # fmt: skip
    alike = not theme.prefs.shaped
    return _sheet(round(radius * factor, 2), tuple(theme.color(name) for name in names), alike)
