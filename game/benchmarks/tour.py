"""Every place of the game with the state of a real run in it: what frames are measured on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from game.campaign.commands import EndDay
from game.feed.commands import CastBallot, ChoosePersona, Pass, Verify
from game.players.elsewhere import Searching
from game.players.play import play
from game.scenario.library import find
from game.screens.lobby import Lobby
from game.screens.memory import settle
from game.screens.playing import PLACES, Playing, screen_class
from game.screens.preferences import prefs_from
from game.screens.reading import load_pages
from game.screens.ui_words import ui_words
from game.session.codec import Command
from game.session.session import Session
from game.session.setup import usual
from game.settings import Settings
from game.ui import Screen, Spacer, Widget
from game.ui.pilot import Pilot

SCENARIO, SEED = "tram-vote", 7
LOBBY = ("title", "chooser", "settings", "keys", "problems", "credits", "campaigns")
DEBRIEF = ("result", "why", "feeds", "whatif", "else", "sure", "techniques", "talk")
PHONE = ("persona", "feed", "check", "rights", "ballot")
DESKS = tuple(place for place in PLACES if place not in (*LOBBY, *DEBRIEF, *PHONE, "overnight"))
VIEWS: dict[str, tuple[str, ...]] = {"audience": ("S", "G", "M")}
"""Keys that set something in motion on a place."""
_WEEKS, _SMALL = 6, 600


@dataclass(frozen=True)
class Stop:
    """A place of the run, and what goes there."""

    place: str
    go: Callable[[], None]


class _Blank(Screen):
    """The page before the first one."""

    def compose(self) -> Widget:
        """Nothing."""
        return Spacer()


class Tour:
    """One run after the other, played by bots, with a pilot to look at it.

    Args:
        size: of the window.
        voters: people in the town; None for the usual number.
        days: of the campaign; None for the scenario's.

    Raises:
        LookupError: the shipped scenario cannot be read.
    """

    def __init__(self, size: tuple[int, int], voters: int | None = None, days: int | None = None) -> None:
        load_pages()  # as the game does while the title is looked at
        loaded = find(SCENARIO)
        if loaded is None or loaded.scenario is None:
            raise LookupError(f"the shipped scenario {SCENARIO} cannot be read")
        self._scenario = loaded.scenario
        self._setup = usual(self._scenario, seed=SEED, voters=voters, days=days)
        settings = Settings()
        self.lobby = Lobby(settings, ephemeral=True)
        self.pilot = Pilot(_Blank(), size=size, prefs=prefs_from(settings), words=ui_words())
        self.lobby.app = self.pilot.app
        settle()

    def stops(self) -> Iterator[Stop]:
        """The title and what hangs on it, then two runs: one of lies, and an honest one for the pages only it comes to."""
        for place in LOBBY:
            yield Stop(place, partial(self._lobby_place, place))
        for strategy in ("dirty", "honest"):
            yield Stop("title", partial(self._lobby_place, "title"))  # as a player comes to another run
            yield from self._run(play(Session(self._scenario, self._setup), strategy).commands)

    def _lobby_place(self, place: str) -> None:
        rest = ((),) if place == "problems" else ()
        self.lobby.app.show(screen_class(place)(self.lobby, *rest))

    def _run(self, commands: tuple[Command, ...]) -> Iterator[Stop]:
        session = Session(self._scenario, self._setup)
        playing = Playing(session, self.lobby)
        settle()

        def stop(place: str, **arguments: object) -> Stop:
            return Stop(place, partial(playing.go, place, **arguments))

        for command in commands:
            for place in _before(command):
                yield stop(place)
            session.submit(command)
            if isinstance(command, EndDay):
                yield stop("overnight")
            if isinstance(command, Verify):
                yield stop("check")
        for place in DEBRIEF:
            if place == "else":
                search = Searching(session.story(), _WEEKS, min(_SMALL, self._setup.voters), workers=0)
                search.wait()
                yield stop(place, search=search)
            else:
                yield stop(place)


def _before(command: Command) -> tuple[str, ...]:
    """The places that a player passes before giving this command."""
    if isinstance(command, EndDay):
        return DESKS
    if isinstance(command, ChoosePersona):
        return ("persona",)
    if isinstance(command, Pass):
        return ("feed", "rights")
    return ("ballot",) if isinstance(command, CastBallot) else ()
