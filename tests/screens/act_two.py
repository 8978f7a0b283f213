"""Act II for tests: the sample town, a campaign slept through, and a phone in the hand."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from game import resources
from game.campaign.commands import (
    AnswerEvent,
    CampaignCommand,
    ComposeMessage,
    Criterion,
    EndDay,
    PlanAction,
    SaveSegment,
    SendMessage,
)
from game.feed.commands import ChoosePersona, Comment, Pass, PutPhoneDown, ReadPost, Report, Share
from game.feed.view import FeedView, PostView
from game.scenario.model import RuleSet, Scenario
from game.scenario.reader import load
from game.screens.lobby import Lobby
from game.screens.playing import Playing
from game.screens.post_words import PostWords, words_of
from game.session.session import Rejected, Session
from game.session.setup import Setup
from game.settings import Settings
from game.ui import Prefs, Screen, Spacer, Widget
from game.ui.pilot import Pilot
from tests.sample_scenario import tree


class Blank(Screen):
    """The page before the first one: an App needs a page to exist."""

    def compose(self) -> Widget:
        """Nothing."""
        return Spacer(size=0)


@dataclass
class Table:
    """A run at the table, with a pilot in front of it."""

    pilot: Pilot
    playing: Playing

    @property
    def feed(self) -> FeedView:
        """The voter's view as it stands."""
        return self.playing.feed

    @property
    def post(self) -> PostView:
        """The post on screen."""
        return self.feed.posts[self.feed.at]

    def scroll_to(self, wanted: Callable[[PostWords], bool]) -> None:
        """Pass until a post is on screen that ``wanted`` says yes to. Fails at the end of the feed."""
        while not wanted(words_of(self.playing.texts, self.post)):
            self.pilot.press("Space")
            assert self.feed.at < len(self.feed.posts), "no such post tonight"

    def tire(self, below: int) -> None:
        """Read, share and report until less than ``below`` is left of the battery."""
        while self.feed.attention >= below:
            post = self.post.id
            for command in (ReadPost(post), Share(post), Report(post), Comment(post, "doubt"), Pass(post)):
                if self.feed.attention >= below or isinstance(command, Pass):
                    self.playing.submit(command)
        self.pilot.app.refresh()

    @property
    def place(self) -> str:
        """Class of the page that is shown."""
        return type(self.pilot.app.screen).__name__


def table(
    place: str = "",
    *,
    persona: str = "ines",
    evening: int = 1,
    scale: float = 1.0,
    scenario: Scenario | None = None,
    advertise: bool = False,
    rules: RuleSet = "2016",
) -> Table:
    """A run opened at a place of act II, on an evening of the persona, under a rule set."""
    session = anew(_kept(_Whole(scenario or illustrated()), persona, evening, advertise, rules))
    pilot = Pilot(Blank(), prefs=Prefs(text_scale=scale, motion="none"))
    lobby = Lobby(Settings(ephemeral=True))
    lobby.app = pilot.app
    playing = Playing(session, lobby)
    playing.go(place or playing.resume_place())
    return Table(pilot, playing)


@dataclass(frozen=True, eq=False)
class _Whole:
    """A scenario as a key: the same object is the same."""

    scenario: Scenario

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Whole) and other.scenario is self.scenario

    def __hash__(self) -> int:
        return id(self.scenario)


@lru_cache(maxsize=32)
def _kept(whole: _Whole, persona: str, evening: int, advertise: bool, rules: RuleSet) -> Session:
    setup = Setup(scenario_id=whole.scenario.id, side="for", seed=7, days=5, voters=400, rules=rules, length="full")
    session = Session(whole.scenario, setup)
    campaign(session, advertise=advertise)
    if persona:
        session.submit(ChoosePersona(persona))
        for _ in range(evening - 1):
            session.submit(PutPhoneDown())
    return session


def anew(session: Session) -> Session:
    """The session once more, to go on with: what it holds never changes, only what it holds next does."""
    again = copy(session)
    for name, held in vars(session).items():
        if isinstance(held, list | dict | set):
            setattr(again, name, held.copy())
    return again


@cache
def illustrated() -> Scenario:
    """The sample scenario with drawings that exist."""
    return Scenario.model_validate(_with_art(tree()))


@cache
def clairport() -> Scenario:
    """The Tram Vote as it is shipped."""
    loaded = load(resources.scenarios() / "tram-vote")
    assert loaded.scenario is not None, loaded.problems
    return loaded.scenario


ART = {
    "avatar": "people/lin",
    "art": "posts/tram-day",
    "poster": "posters/tram-vote",
    "skyline": "scenes/warroom-morning",
}


def _with_art(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: ART[key] if key in ART and isinstance(one, str) else _with_art(one) for key, one in value.items()}
    return [_with_art(one) for one in value] if isinstance(value, list) else value


def campaign(session: Session, *, advertise: bool) -> None:
    """Play the campaign until the phone is there: asleep, or with ads that frighten young voters every night."""
    scenario = session.scenario
    ads = next(action.id for action in scenario.campaign.amplify if action.kind == "ads")
    claim = next(one.id for one in scenario.campaign.claims if one.side == session.setup.side and one.truth != "true")
    plan: tuple[CampaignCommand, ...] = (
        SaveSegment((Criterion("age", "under-30"),)),
        ComposeMessage("a", claim, "fear", "curiosity", signed=session.setup.rules == "2026"),
        SendMessage("a"),
        PlanAction(ads),
    )
    while session.phase == "campaign":
        for command in plan if advertise else ():
            session.submit(command)
        for name in session.campaign_view().pending:
            event = next(one for one in scenario.campaign.events if one.id == name)
            session.submit(AnswerEvent(name, event.choices[0].id))
        assert not isinstance(session.submit(EndDay()), Rejected)
