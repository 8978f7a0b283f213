"""A bounded cache of drawn surfaces: the least recently used go first when the bytes run out."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

import numpy as np
import numpy.typing as npt
import pygame

from game.ui.theme import Colour

Floats = npt.NDArray[np.float32]


class SurfaceCache:
    """Surfaces by key, at most `limit` bytes of pixels."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.used = 0
        self._kept: OrderedDict[Hashable, pygame.Surface] = OrderedDict()

    def get(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The surface kept under `key`, made now if it is not there."""
        found = self._kept.get(key)
        if found is not None:
            self._kept.move_to_end(key)
            return found
        made = make()
        self._kept[key] = made
        self.used += _size(made)
        while self.used > self.limit and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self.used -= _size(dropped)
        return made

    def __len__(self) -> int:
        return len(self._kept)


def _size(surface: pygame.Surface) -> int:
    return surface.get_width() * surface.get_height() * surface.get_bytesize()


SHAPES = SurfaceCache(48_000_000)


def from_coverage(coverage: Floats, colour: Colour) -> pygame.Surface:
    """A surface of one colour whose alpha is `coverage` (float32[height, width], 0 to 1)."""
    height, width = coverage.shape
    surface = pygame.Surface((width, height), pygame.SRCALPHA)
    surface.fill((*colour, 0))
    alpha = pygame.surfarray.pixels_alpha(surface)
    alpha[:] = np.rint(coverage.T * 255).astype(np.uint8)
    del alpha
    return surface


def from_layers(layers: list[tuple[Floats, Colour]]) -> pygame.Surface:
    """A surface of disjoint coverages: each pixel mixes the colours by their coverage; alpha is their sum."""
    height, width = layers[0][0].shape
    total = np.zeros((height, width), np.float32)
    mixed = np.zeros((height, width, 3), np.float32)
    for coverage, colour in layers:
        total += coverage
        mixed += coverage[..., None] * np.asarray(colour, np.float32)
    mixed /= np.maximum(total, 1e-6)[..., None]
    surface = pygame.Surface((width, height), pygame.SRCALPHA)
    pixels = pygame.surfarray.pixels3d(surface)
    pixels[:] = np.rint(mixed).clip(0, 255).astype(np.uint8).transpose(1, 0, 2)
    del pixels
    alpha = pygame.surfarray.pixels_alpha(surface)
    alpha[:] = np.rint(total.clip(0, 1).T * 255).astype(np.uint8)
    del alpha
    return surface


def grid(width: int, height: int) -> tuple[Floats, Floats]:
    """Pixel centres: x as float32[1, width], y as float32[height, 1]."""
    return (np.arange(width, dtype=np.float32) + 0.5)[None, :], (np.arange(height, dtype=np.float32) + 0.5)[:, None]


def cover(distance: Floats) -> Floats:
    """Coverage of pixels from their signed distance to an edge, in pixels, negative inside."""
    coverage: Floats = np.clip(0.5 - distance, 0, 1).astype(np.float32)
    return coverage


def rounded_distance(width: int, height: int, radius: float) -> Floats:
    """Signed distance to a rounded box that fills width x height pixels."""
    x, y = grid(width, height)
    qx = np.abs(x - width / 2) - width / 2 + radius
    qy = np.abs(y - height / 2) - height / 2 + radius
    outside = np.hypot(np.maximum(qx, 0), np.maximum(qy, 0))
    distance: Floats = (outside + np.minimum(np.maximum(qx, qy), 0) - radius).astype(np.float32)
    return distance


def stripes(width: int, height: int, period: float, thickness: float, *, level: bool = False) -> Floats:
    """Coverage of a hatch: 45 degree stripes, or level ones, `period` pixels apart and `thickness` pixels wide."""
    x, y = grid(width, height)
    across = (y + 0 * x if level else (x + y) * np.float32(0.70710678)).astype(np.float32)
    away = np.abs((across % period) - period / 2)
    coverage: Floats = np.clip(0.5 + thickness / 2 - away, 0, 1).astype(np.float32)
    return coverage
