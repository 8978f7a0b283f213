"""The screens of a demo: every place that the run passed, drawn by the real ui into numbered PNG files."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from game.campaign.commands import AnswerEvent, BuySource, ComposeMessage, EndDay, PlanAction, SaveSegment
from game.feed.commands import (
    AskForData,
    AskForErasure,
    AttendDebate,
    CastBallot,
    ChoosePersona,
    ChooseRanking,
    LookUpRegister,
    Pass,
    PutPhoneDown,
    Verify,
)
from game.screens.lobby import Lobby
from game.screens.playing import Playing, screen_class
from game.screens.preferences import prefs_from
from game.screens.ui_words import ui_words
from game.screens.what_else import WhatElse
from game.screens.whatif import WhatIf
from game.settings import Settings
from game.ui import App, Screen, png, start_video

if TYPE_CHECKING:
    from game.session.codec import Command
    from game.session.session import Session

_STILL = Settings().changed(motion="none")
"""Pictures stand still: every movement is at its end."""
WEEKS = 24
"""Other weeks that are played for their picture; a player's page plays many more, and takes its time for it."""


@dataclass
class Album:
    """Draws into ``folder``; each place once a day or evening, so that a run fills some forty pictures."""

    session: Session
    folder: Path
    size: tuple[int, int] = (1280, 720)
    settings: Settings = _STILL
    drawn: list[str] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Make an App without a window, with the title on it."""
        start_video(headless=True)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.lobby = Lobby(self.settings, ephemeral=True)
        title = screen_class("title")(self.lobby)
        self.lobby.app = App(
            title, prefs=prefs_from(self.settings), words=ui_words(), size=self.size, clock=lambda: 0.0
        )
        self.playing = Playing(self.session, self.lobby)

    def opening(self) -> None:
        """What comes before the first command."""
        self._draw("title")
        for place in ("chooser", "settings", "credits"):
            self.lobby.app.show(screen_class(place)(self.lobby))
            self._draw(place)
        self._place("briefing")

    def after(self, command: Command) -> None:
        """Draw where an accepted command leaves the player."""
        if isinstance(command, BuySource):
            self._place("data")
        elif isinstance(command, SaveSegment):
            self._place("audience")
        elif isinstance(command, ComposeMessage):
            self._place("message")
        elif isinstance(command, PlanAction):
            self._place("actions")
        elif isinstance(command, EndDay):
            self._after_night()
        elif isinstance(command, AnswerEvent):
            self._place("briefing")
        elif isinstance(command, Verify):
            self._place("check", once="check")
        elif isinstance(command, LookUpRegister | AskForData | AskForErasure | ChooseRanking):
            self._place("rights", once=f"rights-{self._evening()}")
        elif isinstance(command, ChoosePersona | Pass | AttendDebate):
            self._place("feed", once=f"feed-{self._evening()}-{self.session.feed_view().at}")
        elif isinstance(command, PutPhoneDown) and self.session.feed_view().stage == "ballot":
            self._place("ballot")
        elif isinstance(command, CastBallot):
            self._place("result")

    def closing(self) -> None:
        """The debrief's chapters."""
        for place in ("why", "feeds"):
            self._place(place)
        self._what_if()
        self._what_else()
        for place in ("sure", "techniques", "talk"):
            self._place(place)

    def _what_if(self) -> None:
        """The first deed left out, where anything was done."""
        page = self._go("whatif")
        if isinstance(page, WhatIf) and page.deeds:
            page.attempt(0)
            page.settle()
        self._draw("whatif")

    def _what_else(self) -> None:
        """A few other weeks."""
        from game.players.elsewhere import VOTERS, Searching

        voters = min(VOTERS, self.session.setup.voters)
        page = self._go("else", search=Searching(self.session.story(), WEEKS, voters, workers=0))
        if isinstance(page, WhatElse):
            page.settle()
        self._draw("else")

    def _go(self, place: str, **args: object) -> Screen:
        self.playing.go(place, **args)
        return self.lobby.app.screen

    def _after_night(self) -> None:
        self._seen = {name for name in self._seen if name.startswith(("feed", "check", "rights"))}
        self._place("overnight")
        self._place("briefing" if self.session.phase == "campaign" else "persona")

    def _evening(self) -> int:
        return self.session.feed_view().evening

    def _place(self, place: str, once: str = "") -> None:
        if (once or place) in self._seen:
            return
        self._seen.add(once or place)
        self.playing.go(place)
        self._draw(place)

    def _draw(self, name: str) -> None:
        self.lobby.app.advance()
        file = self.folder / f"{len(self.drawn) + 1:03d}-{name}.png"
        file.write_bytes(png(self.lobby.app))
        self.drawn.append(file.name)
