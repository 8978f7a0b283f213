"""A whole game in one process without a window: lobby, App and a home of its own, with a clock that only inputs move."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from threading import Thread
from unittest import mock

import pygame

from game import i18n, settings
from game.campaign.commands import EndDay
from game.feed.commands import BallotChoice, CastBallot, ChoosePersona, PutPhoneDown
from game.players import elsewhere
from game.scenario.model import Scenario
from game.scenario.reader import Loaded, load
from game.screens import beside
from game.screens.campaigns import exchange_folder
from game.screens.lobby import Length, Lobby
from game.screens.start import make_app
from game.session import saving, setup
from game.session.session import Session
from game.session.story import Story
from game.settings import Settings
from game.ui import App
from game.ui.pilot import Pilot
from tests.homes import lend
from tests.screens.act_one import Blank
from tests.screens.debrief_fixtures import loud_day

VOTERS = 300
"""People in the towns that the monkey plays in."""
FRAMES = 24
"""Every so many inputs the page is painted as well."""


@cache
def _shelf() -> tuple[Loaded, ...]:
    """The real scenarios and one that is broken; read once."""
    broken = load(Path(__file__).parents[1] / "bad_scenarios")
    return (*Lobby(Settings()).shelved(), broken)


class _AtOnce(elsewhere.Searching):
    """Other weeks: a few, in this process, and there when asked for."""

    def __init__(self, story: Story) -> None:
        super().__init__(story, 3, 200, workers=0)
        self.wait()


class _NoThread(Thread):
    """Work that is done when it has begun."""

    def start(self) -> None:
        """Do it now."""
        self.run()


@contextmanager
def same_every_time(home: Path, seed: int) -> Iterator[None]:
    """What differs from run to run does not: luck, time, threads, the size of towns, the folder of the player."""
    usual = setup.usual

    def small(scenario: Scenario, **given: object) -> setup.Setup:
        return usual(scenario, **{**given, "voters": VOTERS})  # type: ignore[arg-type]  # because it hands on what it got

    made = settings.cache_folder()
    lend(made, home / "cache")
    with (
        mock.patch.dict(os.environ, {settings.HOME: str(home)}),
        mock.patch("secrets.randbelow", lambda most: seed % most),
        mock.patch.object(setup, "usual", small),
        mock.patch.object(elsewhere, "Searching", _AtOnce),
        mock.patch.object(beside, "Thread", _NoThread),
    ):
        try:
            yield
        finally:
            i18n.set_language("en")
            lend(home / "cache", made)


class Player(Pilot):
    """Plays the game as it is started by the command line. Leaving it starts it again, as a player would."""

    def __init__(self, chosen: Settings) -> None:
        self.inputs_given = 0
        self.starts = 0
        self.lobby = self._lobby(chosen)
        super().__init__(Blank(), app=lambda *_, **__: self._start())

    def _lobby(self, chosen: Settings) -> Lobby:
        i18n.set_language(chosen.language or "en")
        lobby = Lobby(chosen)
        lobby._shelved = _shelf()
        return lobby

    def _start(self) -> App:
        app = make_app(self.lobby)
        app.clock = app.env.now = lambda: self.time
        self.starts += 1
        return app

    def start_again(self) -> None:
        """The window was closed: a new game with the settings and the run that are on the disk."""
        for screen in self.app.screens:
            screen.left()
        kept, _ = settings.load()
        self.lobby = self._lobby(kept)
        size = self.app.size
        self.app = self._start()
        self.app.resize(*size)
        self.inputs.__init__(self.app)  # type: ignore[misc]  # because the inputs of the old window are no more
        self.app.ensure()

    def _settle(self) -> None:
        self.app.advance()
        self.inputs_given += 1
        if self.inputs_given % FRAMES == 0:
            self.app.paint(self.surface)
        self.app.ensure()

    def dispatch(self, event: pygame.event.Event) -> None:
        """One of pygame's events."""
        self._send(event)

    # -- where to begin ----------------------------------------------------------------------------------------
    def begin(self, start: str) -> None:
        """Come to where a wandering begins: "title", or a run in one of ``STARTS``."""
        if start == "title":
            return
        scenario = next(item.scenario for item in _shelf() if item.scenario is not None)
        length: Length = "full" if start in _WHOLE_WEEK else "short"
        session = saving.begin(scenario, setup.usual(scenario, length=length, seed=7), self.lobby.run_file)
        STARTS[start](session)
        if start == "debrief":
            self._export(session)
        self.lobby._enter(session)
        self.app.ensure()

    def _export(self, session: Session) -> None:
        folder = exchange_folder()
        folder.mkdir(parents=True, exist_ok=True)
        saving.export_campaign(session, folder / "theirs.campaign")


def _days(session: Session, nights: int) -> None:
    for _ in range(nights):
        if session.phase == "campaign":
            loud_day(session)
            session.submit(EndDay())


def _evening(session: Session, evening: int = 1) -> None:
    _days(session, 99)
    session.submit(ChoosePersona(session.scenario.feed.personas[0].id))
    for _ in range(evening - 1):
        session.submit(PutPhoneDown())


def _voted(session: Session, choice: BallotChoice = "for") -> None:
    _evening(session, 9)
    session.submit(CastBallot(choice))


STARTS: dict[str, Callable[[Session], None]] = {
    "first morning": lambda session: _days(session, 0),
    "second morning": lambda session: _days(session, 1),
    "choice": lambda session: _days(session, 99),
    "evening": _evening,
    "second evening": lambda session: _evening(session, 2),
    "booth": lambda session: _evening(session, 9),
    "debrief": _voted,
}
"""Where a run can be met -> what was played before."""
_WHOLE_WEEK = ("second evening",)
"""The rest is played in the short form; the debate is held only in a whole week."""
