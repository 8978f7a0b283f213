"""The state of act II: a frozen value. The town's nights are handed in; only the persona's evenings are played."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from game.electorate.ballot import Ballots
from game.electorate.chance import Streams
from game.electorate.day import Lived, NightLog
from game.electorate.delivery import Delivery
from game.electorate.parameters import Parameters
from game.electorate.plan import NightPlan
from game.electorate.population import Mind, Population
from game.feed.commands import BallotChoice
from game.feed.dossier import Dossier, Listing
from game.feed.view import DataPaper, PostState, PostView, RegisterPage, RightRequest, WhyThisAd
from game.scenario.model import RuleSet, Scenario, SideId, Truth

Reason = tuple[str, str]
"""A criterion's kind and value."""


@dataclass(frozen=True, eq=False)
class Broadcast:
    """What the campaigns sent in the nights that are lived again, and the town as it was before the first of them.

    ``plans`` by night number, ascending; ``reasons`` per ad id: the words of its audience sentence; ``listings``: every
    paid post of the whole campaign; ``dossier`` tells what a side holds on a voter, worked out when somebody asks.
    """

    scenario: Scenario
    rules: RuleSet
    streams: Streams
    parameters: Parameters
    population: Population
    before: Mind = field(repr=False)
    plans: Mapping[int, NightPlan] = field(repr=False)
    reasons: Mapping[str, tuple[Reason, ...]]
    listings: tuple[Listing, ...]
    dossier: Callable[[SideId, int], Dossier] = field(repr=False)

    @property
    def nights(self) -> tuple[int, ...]:
        """Numbers of the nights, in order."""
        return tuple(self.plans)

    def authored(self, evening: int) -> int:
        """The evening as authors count it, 1 to the scenario's ``evenings``.

        The vote keeps its day, so a short campaign leaves out the first evenings, not the last.
        """
        return evening + self.scenario.head.evenings - len(self.plans)


@dataclass(frozen=True)
class Shown:
    """A post of tonight with what the rules know of it and the phone does not say."""

    view: PostView
    lean: float = 0.0
    arousal: float = 0.2
    side: int | None = None  # index of the side that paid for it
    truth: Truth | None = None
    ad: str | None = None
    picture: str | None = None
    findings: int = 0
    behind: bool = False  # asking who is behind it has an answer worth asking for

    @property
    def id(self) -> str:
        """The post's id on the phone."""
        return self.view.id

    @property
    def source(self) -> str:
        """What a mute silences: the account, or the bot voice."""
        return self.view.account if self.view.account is not None else f"bot-{self.view.bot}"


@dataclass(frozen=True, eq=False)
class EveningRecord:
    """One evening as it was lived, and the night that followed. Minds are never changed afterwards."""

    evening: int
    night: int
    posts: tuple[Shown, ...]
    states: tuple[PostState, ...]
    seen: int  # posts that were on screen
    lived: Lived
    before: Mind = field(repr=False)
    after: Mind = field(repr=False)
    delivery: Delivery = field(repr=False)
    log: NightLog = field(repr=False)


@dataclass(frozen=True, eq=False)
class FeedState:
    """Everything act II is after its events so far."""

    cast: Broadcast = field(repr=False)
    mind: Mind = field(repr=False)
    persona: str | None = None
    evening: int = 0
    attention: int = 0
    posts: tuple[Shown, ...] = ()
    states: tuple[PostState, ...] = ()
    at: int = 0
    delivery: Delivery | None = field(default=None, repr=False)
    voting: bool = False
    used: frozenset[str] = frozenset()  # authored posts that were shown
    silenced: frozenset[str] = frozenset()  # muted accounts
    removed: frozenset[str] = frozenset()  # reported ads
    why: tuple[tuple[str, WhyThisAd], ...] = ()
    answered: tuple[tuple[str, int], ...] = ()
    attended: tuple[str, ...] = ()
    register: tuple[tuple[str, RegisterPage], ...] = ()  # what was looked up, by post
    requests: tuple[RightRequest, ...] = ()  # rights that were used
    papers: tuple[DataPaper, ...] = ()  # what came back
    evenings: tuple[EveningRecord, ...] = ()
    ballot: BallotChoice | None = None
    ballots: Ballots | None = field(default=None, repr=False)

    @property
    def voter(self) -> int:
        """Index of the persona in the electorate.

        Raises:
            ValueError: no persona has been chosen.
        """
        ids = [persona.id for persona in self.cast.scenario.feed.personas]
        if self.persona is None:
            raise ValueError("no persona yet")
        return ids.index(self.persona)

    @property
    def night(self) -> int:
        """Number of tonight's night."""
        return self.cast.nights[self.evening - 1]

    @property
    def here(self) -> Shown | None:
        """The post on screen; None at the end of the feed."""
        return self.posts[self.at] if self.at < len(self.posts) else None
