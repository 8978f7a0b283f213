"""A clock for an App that was made with another one: tests say how time passes."""

from __future__ import annotations

from types import TracebackType

import pygame

from game.ui import App


class OwnTime:
    """While it is entered the App goes by this clock, and is painted on a surface of its own."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.now = 1000.0
        self.surface = pygame.Surface(app.size)

    def __enter__(self) -> OwnTime:
        """Take the place of the clock."""
        self._before = self.app.clock
        self._set(lambda: self.now)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Give the clock back, with everything at its end."""
        self.app.env.eases.clear()
        self.app.motion.running.clear()
        self.app.transition.forget()
        self._set(self._before)

    def _set(self, clock: object) -> None:
        app = self.app
        app.clock = app.env.now = app.env.eases.now = clock  # type: ignore[assignment]  # because mypy sees methods

    def pass_by(self, seconds: float, frames: int = 8) -> None:
        """Let time pass, painted in some frames."""
        self.app.paint(self.surface)
        for _frame in range(frames):
            self.now += seconds / frames
            self.app.advance()
            self.app.paint(self.surface)
