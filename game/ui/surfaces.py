"""Bounded caches of drawn surfaces: the least recently used go first when the room runs out."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable

import pygame

_LEAST = 8_000_000
"""Bytes that a cache may always hold."""
_window = 1280 * 720 * 4


def fit(size: tuple[int, int]) -> None:
    """Measure the caches by a window of this size: what is drawn in a larger one is larger too."""
    global _window
    _window = size[0] * size[1] * 4


class SurfaceCache:
    """Surfaces by key, with at most as many pixels as so many windows have (but `least` bytes in any)."""

    def __init__(self, windows: float, least: int = _LEAST) -> None:
        self.windows, self.least = windows, least
        self.used = 0
        self._kept: OrderedDict[Hashable, pygame.Surface] = OrderedDict()

    @property
    def limit(self) -> int:
        """Bytes of pixels that it may hold."""
        return max(self.least, round(self.windows * _window))

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


SHAPES = SurfaceCache(1.25)
