"""Act I for tests: a run in a small town with a pilot in front of it, and the lobby that it was entered from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from game.campaign.commands import CampaignCommand, EndDay
from game.campaign.view import CampaignView
from game.resources import scenarios
from game.scenario.reader import load
from game.screens.lobby import Lobby
from game.screens.playing import Playing
from game.session.session import Session
from game.session.setup import Setup
from game.settings import Settings
from game.ui import Prefs, Screen, Spacer, Widget
from game.ui.pilot import Pilot

if TYPE_CHECKING:
    from game.scenario.model import RuleSet, Scenario, SideId


@cache
def tram_vote() -> Scenario:
    """The real scenario: its texts and pictures are what players see."""
    loaded = load(scenarios() / "tram-vote")
    assert loaded.scenario is not None, loaded.problems
    return loaded.scenario


class Blank(Screen):
    """The page before the first one: an App needs a page to exist."""

    def compose(self) -> Widget:
        """Nothing."""
        return Spacer(size=0)


@dataclass
class Table:
    """A run at the table."""

    pilot: Pilot
    playing: Playing

    @property
    def view(self) -> CampaignView:
        """The campaign as it stands."""
        return self.playing.campaign

    @property
    def place(self) -> str:
        """Class of the page that is shown."""
        return type(self.pilot.app.screen).__name__

    def do(self, *commands: CampaignCommand) -> Table:
        """Put commands to the rules; all of them must be accepted."""
        for command in commands:
            refused = self.playing.submit(command)
            assert refused is None, f"{command}: {refused}"
        self.pilot.app.refresh()
        return self


def table(
    place: str = "briefing",
    *,
    scenario: Scenario | None = None,
    side: SideId = "for",
    law: RuleSet = "2016",
    seed: int = 7,
    days: int = 6,
    voters: int = 600,
    nights: int = 0,
    scale: float = 1.0,
    size: tuple[int, int] = (1280, 720),
    before: tuple[CampaignCommand, ...] = (),
    **arguments: object,
) -> Table:
    """A run that has come to a place: ``before`` is done on the first day, then ``nights`` nights pass."""
    scenario = scenario or tram_vote()
    session = Session(scenario, Setup(scenario.id, side, seed, days, voters, law))
    lobby = Lobby(Settings(), ephemeral=True)
    pilot = Pilot(Blank(), prefs=Prefs(text_scale=scale, motion="none"), size=size)
    lobby.app = pilot.app
    table_ = Table(pilot, Playing(session, lobby))
    table_.do(*before, *(EndDay() for _ in range(nights)))
    table_.playing.go(place, **arguments)
    pilot.app.ensure()
    return table_
