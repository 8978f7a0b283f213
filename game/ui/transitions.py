"""The way from one page to the next: the page that is left fades out over the one that comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

if TYPE_CHECKING:
    from game.ui.app import App

TURN = "page"
FULL, GENTLE = 0.28, 0.12
SHIFT = 32.0


class Transition:
    """The passage between two pages. It keeps the frame shown last, and lays it over the new page while it leaves."""

    def __init__(self, app: App) -> None:
        self.app = app
        self._last: pygame.Surface | None = None
        self._leaving: pygame.Surface | None = None

    def begin(self) -> None:
        """Another page comes: from now on the frame shown last is leaving."""
        if self._last is not None and self.app.prefs.motion != "none":
            self._leaving = self._last.copy()
            self.app.animate_always(TURN, FULL if self.app.travels else GENTLE)

    def lay(self, surface: pygame.Surface) -> None:
        """Lay what is left of the old page over a frame of the new one; between passages, keep the frame."""
        leaving = self._leaving
        if leaving is not None and leaving.get_size() == surface.get_size():
            t = self.app.progress(TURN)
            alpha = round(255 * (1 - t))
            leaving.set_alpha(alpha if alpha < 255 else None)  # with 255, SDL goes a way that takes thirty times as long
            way = SHIFT if self.app.words.rtl else -SHIFT
            surface.blit(leaving, (round(way * self.app.factor * t) if self.app.travels else 0, 0))
        elif self.app.prefs.motion != "none":
            self._last = surface

    def end_if_over(self) -> None:
        """Let the old page go once the passage is over."""
        if TURN not in self.app.motion.running:
            self._leaving = None

    def forget(self) -> None:
        """The window has another size: no frame fits any more."""
        self._last = self._leaving = None
