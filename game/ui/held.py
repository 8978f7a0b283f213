"""Keys that are held down: arrows and their like repeat, keys that do something never do.

The window's own repeat would go on while the game is busy, although the key is long up, and Enter would then act on the
page that comes next. So the game repeats by itself, and asks the keyboard each time.
"""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.ui.inputs import key_name

REPEATING = frozenset({"Tab", "Up", "Down", "Left", "Right", "PageUp", "PageDown", "Backspace", "Del", "+", "-"})
FIRST, NEXT = 0.4, 0.045
"""Seconds until a held key repeats, and between the repeats after that."""


class Held:
    """The one key that is held down, if it is a key that repeats. `is_down(key)` asks the keyboard."""

    def __init__(self, is_down: Callable[[int], bool] | None = None) -> None:
        self._is_down = is_down or (lambda key: pygame.key.get_pressed()[key])
        self._event: pygame.event.Event | None = None
        self._due = 0.0

    def note(self, event: pygame.event.Event, now: float) -> None:
        """Remember which key went down or up."""
        if event.type == pygame.KEYDOWN:
            repeats = key_name(event.key, getattr(event, "scancode", 0)) in REPEATING
            self._event, self._due = (event, now + FIRST) if repeats else (None, 0.0)
        elif event.type == pygame.KEYUP and self._event is not None and event.key == self._event.key:
            self._event = None

    def repeat(self, now: float) -> pygame.event.Event | None:
        """The key that has to act once more, if its time has come and it really is still down."""
        if self._event is None or now < self._due:
            return None
        if not self._is_down(self._event.key):
            self._event = None
            return None
        self._due = now + NEXT
        return self._event

    def wait(self, now: float) -> float | None:
        """Seconds until a key may repeat; None if none is held."""
        return None if self._event is None else max(0.0, self._due - now)
