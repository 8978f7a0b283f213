"""The sign that something is being worked on, shown at once where a press would be met by silence."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING

import pygame

from game.ui.painter import Painter
from game.ui.theme import Theme

if TYPE_CHECKING:
    from game.ui.app import App

LONG = 0.3
"""Seconds from which a player wonders whether the press has arrived."""
WIDE, HIGH, FOOT = 320.0, 28.0, 652.0


class WorkSign:
    """A bar over the page while the game cannot paint, because it works out the next one.

    `begins` is called before the work; the sign is drawn there and then, with what is pressed looking pressed, if this
    work took longer than `LONG` the last time, or is `likely` to. Where there is no window there is no sign.
    """

    def __init__(self, app: App) -> None:
        self.app = app
        self.show: Callable[[], object] | None = None
        """Paints the page that is there and the sign on it; the window's."""
        self._took: dict[str, float] = {}
        self._what = ""
        self._since = 0.0

    def begins(self, what: str, *, likely: bool = True) -> None:
        """What follows may take long; `what` names it. Within other work it is a part of that."""
        if self._what or self.show is None:
            return
        self._what, self._since = what, self.app.now
        if self._took.get(what, math.inf if likely else 0.0) > LONG:
            self.show()

    def ends(self) -> None:
        """The page that was worked for is there."""
        if self._what:
            self._took[self._what] = self.app.now - self._since
            self._what = ""

    def draw(self, target: pygame.Surface) -> None:
        """A groove with stripes at the foot of the page: nobody knows how much of it is done, and nothing moves."""
        app = self.app
        theme = Theme(app.screen.mood, app.prefs)
        p = Painter(target, app.factor, app.origin, theme, None)
        x, y = 640 - WIDE / 2, FOOT - HIGH
        p.rect(x, y, WIDE, HIGH, "raised", border="ctl", border_width=2, radius=HIGH / 2)
        ink = "text" if theme.mood == "paper" else "accent"
        p.hatch(x + 8, y + 8, WIDE - 16, HIGH - 16, ink, radius=(HIGH - 16) / 2, period=10, thickness=4)
