"""The way from one page to the next, and of a dialog over a page: the old picture leaves while the new one comes.

Pages of one mood turn. From the war room one falls into a single phone; the phone is put down in front of the ballot; the
debrief comes as a sheet of paper. With gentle motion one picture fades into the other, without motion there is nothing.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pygame

from game.ui import passages
from game.ui.motion import CROSS_FADE, PAGE, PANEL
from game.ui.rect import Rect

if TYPE_CHECKING:
    from game.ui.app import App

TURN = "page"
"""The animation's name."""
FALL, PUT_DOWN, SHEET = 0.6, 0.44, 0.5
_SECONDS = {"turn": PAGE, "back": PAGE, "panel": PANEL, "close": PANEL, "fall": FALL, "down": PUT_DOWN, "sheet": SHEET}


class Transition:
    """The passage between two pictures. What was shown last is laid over the new page, or under it, while it leaves."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.kind = ""
        self.wanted = ""
        """How the next page is to come: "fall", "down" or "sheet"; by its mood when empty."""
        self.panel = Rect()
        self._mood = ""
        self._leaving: pygame.Surface | None = None
        self._from = (0.5, 0.5)

    @property
    def under_way(self) -> bool:
        """Is a picture leaving now?"""
        return self._leaving is not None

    def turn_to(self, way: str) -> None:
        """Another page comes: shown in the place of the one before ("show"), laid over it ("over"), or found again ("back")."""
        mood, before = self.app.screen.mood, self._mood
        self._mood = mood
        kind = "back" if way == "back" else "turn"
        if way == "show":
            kind = self.wanted or passages.between(before, mood) or kind
        self.wanted = ""
        self._from = passages.densest(self.app.root)
        self._begin(kind)

    def open_panel(self) -> None:
        """A dialog comes over the page."""
        self._begin("turn" if self.app.top is not None else "panel")

    def close_panel(self) -> None:
        """The dialog leaves the page."""
        top = self.app.top
        if top is not None:
            self.panel = top.panel.rect
            self._begin("close" if len(self.app.dialogs) == 0 else "turn")

    def _begin(self, kind: str) -> None:
        app, shown = self.app, self.app.sheet.surface
        if shown is None or app.prefs.motion == "none":
            self.forget()
            return
        if self._leaving is None or kind not in ("panel", "close"):  # two changes before one painting are one change
            self._leaving = shown.copy()
        else:
            kind = "fade"
        self.kind = kind if app.travels else "fade"
        app.animate_always(TURN, _SECONDS.get(self.kind, CROSS_FADE), "linear")
        app.motion.running[TURN].start = math.inf  # it begins when the new page is painted, however long that takes
        if kind not in ("panel", "close"):
            app.env.eases.hold(math.inf)

    def skip(self) -> None:
        """Be there at once: somebody goes on already."""
        if self._leaving is not None:
            self.forget()
            self.app.touch()

    def end_if_over(self) -> None:
        """Let the old picture go once the passage is over."""
        if self._leaving is not None and TURN not in self.app.motion.running:
            self._leaving = None

    def forget(self) -> None:
        """There is no passage any more: it is skipped, or the window has another size and no picture fits."""
        self._leaving = None
        self.app.motion.running.pop(TURN, None)
        self.app.env.eases.hold(self.app.now)

    def lay(self, target: pygame.Surface) -> None:
        """Make the picture of the moment from the old one and the new page, which is on the target already."""
        leaving, app = self._leaving, self.app
        if leaving is None:
            return
        going = app.motion.running.get(TURN)
        if going is None or leaving.get_size() != target.get_size():
            self.forget()
            return
        if math.isinf(going.start):
            going.start = app.now
            app.env.eases.hold(app.now + (going.seconds if self.kind not in ("panel", "close") else 0.0))
        t = app.progress(TURN)
        target.set_clip(None)
        leaving.set_alpha(None)
        scene = passages.Scene(target, leaving, t, app.factor, app.origin, rtl=app.words.rtl)
        if self.kind == "panel":
            if app.top is not None:
                self.panel = app.top.panel.rect
            passages.panel(scene, self.panel)
        elif self.kind == "close":
            passages.closing(scene, self.panel)
        elif self.kind == "fall":
            passages.fall(scene, self._from, app.screen.mood)
        elif self.kind == "down":
            passages.put_down(scene)
        elif self.kind == "sheet":
            passages.sheet(scene)
        else:
            passages.turn(scene, {"turn": -32.0, "back": 32.0}.get(self.kind, 0.0))
