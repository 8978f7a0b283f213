"""Campaigns that a bot has played, stopped on some day, for tests of pages in states that come up in real runs."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from game.campaign.commands import CampaignCommand, EndDay
from game.players.play import play
from game.screens.lobby import Lobby
from game.screens.playing import Playing
from game.session.session import Session
from game.session.setup import Setup
from game.settings import Settings
from game.ui import Prefs
from game.ui.pilot import Pilot
from tests.screens.act_one import Blank, Table, tram_vote

if TYPE_CHECKING:
    from game.players.play import Strategy
    from game.scenario.model import SideId

DAYS = 6


@cache
def _setup(side: SideId) -> Setup:
    return Setup(tram_vote().id, side, 7, DAYS, 600, "2016")


@cache
def _deeds(strategy: Strategy, side: SideId) -> tuple[CampaignCommand, ...]:
    """Everything that the bot did in act I."""
    run = play(Session(tram_vote(), _setup(side)), strategy, campaign_only=True)
    return tuple(each for each in run.commands if isinstance(each, CampaignCommand))


@cache
def campaign(strategy: Strategy, day: int, *, side: SideId = "for", evening: bool = False) -> Session:
    """The bot's campaign on the morning of a day, or in the evening with the day's work done."""
    run = Session(tram_vote(), _setup(side))
    for deed in _deeds(strategy, side):
        if run.campaign.day == day and (not evening or isinstance(deed, EndDay)):
            break
        run.submit(deed)
    return run


def at(session: Session, place: str, **arguments: object) -> Table:
    """A page of that campaign with a pilot in front of it. Look only: others share the campaign."""
    lobby = Lobby(Settings(), ephemeral=True)
    pilot = Pilot(Blank(), prefs=Prefs(motion="none"))
    lobby.app = pilot.app
    table = Table(pilot, Playing(session, lobby))
    table.playing.go(place, **arguments)
    pilot.app.ensure()
    return table
