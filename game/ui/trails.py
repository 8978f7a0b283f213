"""The bows behind movers as one picture that grows: each frame adds what was flown since the last one."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import pygame

from game.ui.flights import Controls, along
from game.ui.theme import Colour

_WIDTH = 1.25
_DASH, _GAP = 5.0, 3.0
_INK = 1.15
"""How fast strokes over each other add up: a single one covers about two thirds."""


class Trails:
    """Bows on a clear surface of ``size`` pixels.

    Args:
        controls: the bows in pixels of the surface, float64[M, 4, 2].
        dashed: bool[M], which of them are broken lines.
        colours: the colour of whole and that of dashed bows.
        factor: pixels for one design unit.
    """

    def __init__(
        self,
        controls: Controls,
        dashed: npt.NDArray[np.bool_],
        colours: tuple[Colour, Colour],
        factor: float,
        size: tuple[int, int],
    ) -> None:
        self.surface = pygame.Surface(size, pygame.SRCALPHA)
        self.surface.fill((0, 0, 0, 0))
        self._wide, self._high = size
        self._cover = np.zeros(self._wide * self._high, np.float32)
        self._colours = np.asarray([colours[int(each)] for each in dashed], np.uint8).reshape(-1, 3)
        self._done: npt.NDArray[np.int64] = np.zeros(len(controls), np.int64)
        lengths = np.hypot(*np.moveaxis(np.diff(controls, axis=1), 2, 0)).sum(axis=1)
        self._samples = max(2, math.ceil(float(lengths.max(initial=0.0)) / 0.9))
        self._controls, self._dashed, self._factor = controls, dashed, factor
        self._points = np.empty((len(controls), self._samples, 2), np.float32)
        self._ink = np.empty((len(controls), self._samples), np.float32)

    def _lay_out(self, some: npt.NDArray[np.int64]) -> None:
        """Work out the points of bows that are going to be drawn for the first time; all at once would stop the motion."""
        shares = np.broadcast_to(np.linspace(0, 1, self._samples), (len(some), self._samples))
        points = along(self._controls[some], shares)
        steps = np.hypot(*np.moveaxis(np.diff(points, axis=1, prepend=points[:, :1]), 2, 0))
        gaps = np.cumsum(steps, axis=1) % ((_DASH + _GAP) * self._factor) >= _DASH * self._factor
        self._points[some] = points - 0.5
        self._ink[some] = steps * ~(gaps & self._dashed[some, None]) * _WIDTH * max(1.0, self._factor**0.5)

    def up_to(self, shares: npt.NDArray[np.float32]) -> None:
        """Draw each bow so far, float32[M] from 0 to 1. Going back in time draws all of them anew."""
        wanted = np.where(shares > 0, np.rint(shares * (self._samples - 1)).astype(np.int64) + 1, 0)
        if (wanted < self._done).any():
            self.surface.fill((0, 0, 0, 0))
            self._cover[:] = 0
            self._done[:] = 0
        growing = np.flatnonzero(wanted > self._done)
        if not len(growing):
            return
        unknown = growing[self._done[growing] == 0]
        if len(unknown):
            self._lay_out(unknown)
        at = np.arange(self._samples)
        for first in range(0, len(growing), 32):  # in parts, so that no large mask is made
            some = growing[first : first + 32]
            self._add(some, (at >= self._done[some, None]) & (at < wanted[some, None]))
        self._done = wanted

    def _add(self, some: npt.NDArray[np.int64], fresh: npt.NDArray[np.bool_]) -> None:
        """Add the points ``fresh`` (bool[m, K]) of some bows to the picture."""
        which, sample = np.nonzero(fresh)
        bow = some[which]
        points, ink = self._points[bow, sample], self._ink[bow, sample]
        corner = np.floor(points)
        fx, fy = (points - corner).T
        left, top = corner.T.astype(np.int64)
        corners = ((0, 0, (1 - fx) * (1 - fy)), (1, 0, fx * (1 - fy)), (0, 1, (1 - fx) * fy), (1, 1, fx * fy))
        x = np.concatenate([np.clip(left + dx, 0, self._wide - 1) for dx, _dy, _share in corners])
        y = np.concatenate([np.clip(top + dy, 0, self._high - 1) for _dx, dy, _share in corners])
        pixels = x * self._high + y
        np.add.at(self._cover, pixels, np.concatenate([ink * share for _dx, _dy, share in corners]))
        cover = self._cover[pixels]
        inked = cover > 0
        x, y, cover, colour = x[inked], y[inked], cover[inked], np.tile(self._colours[bow], (4, 1))[inked]
        pygame.surfarray.pixels3d(self.surface)[x, y] = colour
        pygame.surfarray.pixels_alpha(self.surface)[x, y] = np.rint(255 * (1 - np.exp(-_INK * cover))).astype(np.uint8)
