"""Reading the scenarios beside the title, and the page that waits for them where that takes its time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from game.i18n import _
from game.screens.memory import settle
from game.screens.playing import PLACES
from game.ui import Binding, Column, Frame, HintBar, Place, Screen, Text, Widget

if TYPE_CHECKING:
    from game.scenario.loaded import Loaded
    from game.screens.lobby import Lobby

THREAD = "reading"
"""The thread that reads beside the title."""
PATIENCE = 0.5
"""Seconds before anything is said: a page that comes and goes at once would only be a flicker."""


def load_pages() -> None:
    """Load the code of every page, so that none has to be loaded when it is first visited."""
    for name in ("game.session.saving", *dict.fromkeys(place.partition(":")[0] for place in PLACES.values())):
        import_module(name)


class Ahead:
    """Reads in the background. What goes wrong there is left to whoever reads again, with nobody's hurry."""

    def __init__(self, read: Callable[[], tuple[Loaded, ...]]) -> None:
        self._read = read
        self._found: tuple[Loaded, ...] | None = None
        self._thread = threading.Thread(target=self._run, name=THREAD, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._found = self._read()
            load_pages()
            settle()
        except Exception:  # noqa: BLE001  # because the same will come again where somebody waits for it
            return

    @property
    def over(self) -> bool:
        """Is nothing being read any more?"""
        return not self._thread.is_alive()

    def wait(self) -> tuple[Loaded, ...] | None:
        """What was read, when it is; None where that went wrong."""
        self._thread.join()
        return self._found


class Reading(Screen):
    """Nothing at first, then a note; goes on by itself."""

    mood = "war"
    ticking = True

    def __init__(self, lobby: Lobby, then: Callable[[], object]) -> None:
        super().__init__()
        self.lobby, self.then = lobby, then
        self._since = 0.0
        self._told = False

    def title(self) -> str:
        """What is waited for."""
        return _("Reading the towns")

    def entered(self) -> None:
        """The waiting begins."""
        self._since = self.app.now

    def bindings(self) -> list[Binding]:
        """Esc goes back to the title; the reading goes on."""
        return [Binding("Esc", _("Back"), self.lobby.to_title)]

    def tick(self, now: float) -> bool:
        """Go on when all is read; say what is going on when it takes longer."""
        if self.lobby.ready:
            self.ticking = False
            self.then()
            return True
        if not self._told and now - self._since >= PATIENCE:
            self._told = True
            return True
        return False

    def compose(self) -> Widget:
        """One line and a bar in the middle of the page, when it is time for them."""
        if not self._told:
            return Frame()
        from game.ui.work_bar import WorkBar

        note = Column(Text(self.title(), "h2", role="status"), WorkBar(lambda: None, label=self.title()), gap=16)
        return Frame(Place(440, 320, 400, 0, note), Place(0, 672, 1280, 48, HintBar()))
