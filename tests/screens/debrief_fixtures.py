"""Act III for tests: a small town whose campaign was run to the end, a voter who scrolled, and a pilot at the table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from game.campaign.commands import AnswerEvent, BuySource, Criterion, EndDay, PlanAction, SaveSegment, SendMessage
from game.feed.commands import BallotChoice, CastBallot, ChoosePersona, Pass, PutPhoneDown
from game.scenario.model import Scenario
from game.screens.lobby import Lobby
from game.screens.playing import Playing
from game.session.session import Accepted, Session
from game.session.setup import usual
from game.settings import Settings
from game.ui import Prefs
from game.ui.pilot import Pilot
from tests.screens.act_two import Blank, illustrated

Style = Literal["loud", "quiet"]


@dataclass
class Table:
    """A finished run with a pilot in front of it."""

    pilot: Pilot
    playing: Playing

    @property
    def place(self) -> str:
        """Class of the page that is shown."""
        return type(self.pilot.app.screen).__name__


def finished(
    scenario: Scenario, *, style: Style = "loud", persona: str = "", ballot: BallotChoice = "for", voters: int = 1500
) -> Session:
    """A run to its end. ``loud`` buys data, guesses, frightens and rents a crowd; ``quiet`` does nothing at all."""
    session = Session(scenario, usual(scenario, seed=7, voters=voters))
    while session.phase == "campaign":
        if style == "loud":
            loud_day(session)
        session.submit(EndDay())
    session.submit(ChoosePersona(persona or scenario.feed.personas[0].id))
    while session.feed_view().stage == "evening":
        view = session.feed_view()
        scrolled = view.at < len(view.posts) and isinstance(session.submit(Pass(view.posts[view.at].id)), Accepted)
        if not scrolled:
            session.submit(PutPhoneDown())
    session.submit(CastBallot(ballot))
    assert session.phase == "debrief"
    return session


def loud_day(session: Session) -> None:
    """A day of somebody who buys, guesses, frightens and rents a crowd."""
    scenario, view = session.scenario, session.campaign_view()
    for name in view.pending:
        event = next(item for item in scenario.campaign.events if item.id == name)
        session.submit(AnswerEvent(name, event.choices[0].id))
    if view.day == 1:
        bought = next(source.id for source in scenario.campaign.sources if source.kind == "broker")
        assert isinstance(session.submit(BuySource(bought)), Accepted)
    words = [option.criterion for option in session.campaign_view().words]
    guess = next(word for word in words if word.kind == "concern")
    session.submit(SaveSegment((Criterion("age", "under-30"), Criterion("age", "30-to-44"), guess)))
    drafts = [one for one in session.drafts() if one.version == "a" and one.tone == "fear" and not one.signed]
    untrue = {claim.id for claim in scenario.campaign.claims if claim.truth != "true"}
    session.submit(next((one for one in drafts if one.claim in untrue), drafts[0]))
    session.submit(SendMessage("a"))
    for kind in ("ads", "bots"):
        session.submit(PlanAction(next(item.id for item in scenario.campaign.amplify if item.kind == kind)))


@lru_cache(maxsize=8)
def _kept(style: Style, persona: str, ballot: BallotChoice) -> Session:
    return finished(illustrated(), style=style, persona=persona, ballot=ballot)


def table(
    place: str,
    *,
    style: Style = "loud",
    persona: str = "ines",
    ballot: BallotChoice = "for",
    scale: float = 1.0,
    size: tuple[int, int] = (1280, 720),
    session: Session | None = None,
) -> Table:
    """A finished run opened at a chapter of the debrief. Nothing in act III changes a session, so runs are shared."""
    run = session or _kept(style, persona, ballot)
    lobby = Lobby(Settings(), ephemeral=True)
    pilot = Pilot(Blank(), prefs=Prefs(text_scale=scale, motion="none"), size=size)
    lobby.app = pilot.app
    at = Table(pilot, Playing(run, lobby))
    at.playing.go(place)
    pilot.app.ensure()
    return at
