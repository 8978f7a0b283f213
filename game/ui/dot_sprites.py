"""The marks of dots, drawn once each: by look, by how sure the stance is, by stance, and by quarter of a pixel.

What is known is whole, what is guessed is cut in two (a dashed line at this size), what nobody knows is small and
faint. Disc, ring and diamond say the stance (design guide 1.2), so that no colour is needed for either.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pygame

from game.ui.fields import Floats, grid, stance_coverage
from game.ui.theme import Colour, Theme, contrast, mix

STEPS = 4
"""Places within a pixel, each way, at which a mark is drawn."""
DIM, FULL, RINGED = 0, 1, 2
UNKNOWN, GUESSED, KNOWN = 0, 1, 2
LEAST = 3.05
"""The contrast against the ground that every mark keeps."""
_RING, _LARGE, _INSIDE = 5.6, 1.8, 0.75
"""Radius of a member's ring in design units (of a large dot: times its radius), and of the disc in it as a share."""
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


def mark_coverage(stance: int, standing: int, radius: float, n: int, cx: Any, cy: Any) -> Floats:
    """Coverage on n x n pixels of the mark of a stance (1, 0, -1) that is unknown, guessed or known (0, 1, 2).

    With `cx` and `cy` float [M, 1, 1] there are M of them.
    """
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

    `ring` is the radius of a member's ring in pixels. `halves` (int64[3], by look) is half the side of a mark in pixels:
    its centre lies in pixel (half, half).
    """

    def __init__(self, radius: float, ring: float, colours: tuple[Colour, ...], alike: bool) -> None:
        self.radius, self.ring = radius, ring
        plain, ringed = int(radius * 1.22 + 2), int(ring + 2)
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
            self._kinds[kind] = self._drawn(look, standing, stance - 1)
        return self._kinds[kind]

    def _colour(self, look: int, standing: int, stance: int) -> Colour:
        colour = (self._undecided, self._for, self._against)[stance]
        if look == DIM:
            return dimmed(colour, self._ground)
        return dimmed(colour, self._ground, _FAINT, 3.4) if standing == UNKNOWN and look == FULL else colour

    def _drawn(self, look: int, standing: int, stance: int) -> list[pygame.Surface]:
        """A mark at every quarter of a pixel, all at once."""
        half = int(self.halves[look])
        n, quarters = 2 * half + 1, np.arange(STEPS, dtype=np.float32) / STEPS
        cx, cy = half + np.repeat(quarters, STEPS)[:, None, None], half + np.tile(quarters, STEPS)[:, None, None]
        shape = 1 if self._alike and stance < 0 else stance
        mark = mark_coverage(shape, standing, self.radius, n, cx, cy)
        colour = np.asarray(self._colour(look, standing, stance), np.float32)
        if look != RINGED:
            return _surfaces(np.broadcast_to(colour, (*mark.shape, 3)), mark)
        gx, gy = grid(n, n)
        away = np.hypot(gx - cx, gy - cy)
        outer, inner = np.clip(0.5 - (away - self.ring), 0, 1), np.clip(0.5 - (away - self.ring * _INSIDE), 0, 1)
        mark = np.minimum(mark, inner)
        parts = ((mark, colour), (inner - mark, self._disc), (outer - inner, self._rim))
        mixed = sum(part[..., None] * np.asarray(paint, np.float32) for part, paint in parts)
        return _surfaces(mixed / np.maximum(outer, 1e-6)[..., None], outer)


def _surfaces(colours: npt.NDArray[Any], coverage: npt.NDArray[Any]) -> list[pygame.Surface]:
    """Surfaces of colours (float [M, n, n, 3]) whose alpha is a coverage (float [M, n, n], 0 to 1)."""
    found: list[pygame.Surface] = []
    n = coverage.shape[1]
    paint = np.rint(colours).clip(0, 255).astype(np.uint8).transpose(0, 2, 1, 3)
    alphas = np.rint(coverage * 255).clip(0, 255).astype(np.uint8).transpose(0, 2, 1)
    for rgb, alpha in zip(paint, alphas, strict=True):
        surface = pygame.Surface((n, n), pygame.SRCALPHA)
        pygame.surfarray.pixels3d(surface)[:] = rgb
        pygame.surfarray.pixels_alpha(surface)[:] = alpha
        found.append(surface)
    return found


def kind_of(look: int, standing: int, stance: int) -> int:
    """The number of a kind of mark, 0 to 26."""
    return (look * 3 + standing) * 3 + stance + 1


@lru_cache(maxsize=8)
def _sheet(radius: float, ring: float, colours: tuple[Colour, ...], alike: bool) -> Sheet:
    return Sheet(radius, ring, colours, alike)


def sheet(radius: float, theme: Theme, ground: str, factor: float, ring: float = 0.0) -> Sheet:
    """The marks of dots with a radius in design units, as a theme wants them on a ground; `ring` 0 is the usual one."""
    names = (
        "against", "undecided", "for",
        "lemon" if theme.dark else "text",
        "ink.deep" if theme.dark else "slip",
        ground,
    )  # fmt: skip
    alike = not theme.prefs.shaped
    ring = ring or (_RING if radius < 4 else radius * _LARGE)
    return _sheet(round(radius * factor, 2), round(ring * factor, 2), tuple(theme.color(name) for name in names), alike)
