"""The state of a campaign: a frozen value, the fold of its events."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from game.campaign.commands import Criterion, Version
from game.campaign.ground import Ground
from game.campaign.view import NewsItem, TestView
from game.electorate.day import NightLog
from game.electorate.delivery import Delivery
from game.electorate.plan import NightPlan, Shock
from game.electorate.population import Mind
from game.scenario.model import HeadlineStyle, SideId, Tone


@dataclass(frozen=True)
class Draft:
    """One version of a message."""

    claim: str
    tone: Tone
    headline: HeadlineStyle
    signed: bool


@dataclass(frozen=True)
class Booking:
    """Something a side does on one night or several. ``draft`` is fixed when its first night falls.

    ``id`` is made from the command that booked it (side, day, action, number), so it is the same in every replay.
    ``audience`` and ``files`` (the data sources held then) fix whom it reaches; ``stopped`` is the first day on which it
    no longer runs, where it was ended early.
    """

    id: str
    side: SideId
    action: str
    day: int
    nights: int
    price: int
    audience: tuple[Criterion, ...] = ()
    files: tuple[str, ...] = ()
    district: str | None = None
    draft: Draft | None = None
    stopped: int | None = None

    def runs(self, day: int) -> bool:
        """Does it run in the night of ``day``?"""
        return self.day <= day < self.day + self.nights and (self.stopped is None or day < self.stopped)


@dataclass(frozen=True)
class Purchase:
    """A data source in the campaign's hands since a morning; ``dropped`` once it was deleted."""

    source: str
    day: int
    dropped: bool = False


@dataclass(frozen=True)
class Struck:
    """A happening that has struck: what it was about, and the answer once there is one."""

    event: str
    day: int
    about: str
    choice: str | None = None
    waits: bool = False


@dataclass(frozen=True, eq=False)
class Answers:
    """What named voters told the campaign: ``said`` is 1 for, 0 undecided, -1 against."""

    day: int
    how: str  # survey, poll, met
    voters: npt.NDArray[np.int32]
    said: npt.NDArray[np.int8]


@dataclass(frozen=True, eq=False)
class PollResult:
    """One poll: shares of everyone asked and mean trust in the player's campaign among them, 0 to 100."""

    day: int
    asked: int
    counts: tuple[int, int, int]  # for, undecided, against
    trust: float


@dataclass(frozen=True, eq=False)
class Night:
    """One night as it was simulated. Minds are never changed after the night."""

    day: int
    plan: NightPlan
    bookings: tuple[Booking, ...]
    before: Mind = field(repr=False)
    after: Mind = field(repr=False)
    delivery: Delivery = field(repr=False)
    log: NightLog = field(repr=False)
    reached: int  # real people whom the player's side reached
    clicked: int
    spent: int


@dataclass(frozen=True, eq=False)
class State:
    """Everything a campaign is after its events so far."""

    ground: Ground = field(repr=False)
    day: int
    money: int
    moves_left: int
    mind: Mind = field(repr=False)
    over: bool = False
    purchases: tuple[Purchase, ...] = ()
    lawyer: tuple[str, ...] = ()
    segments: tuple[tuple[Criterion, ...], ...] = ()
    audience: tuple[Criterion, ...] = ()
    drafts: tuple[tuple[Version, Draft], ...] = ()
    test: TestView | None = None
    tests: int = 0
    sent: Version | None = None
    bookings: tuple[Booking, ...] = ()
    struck: tuple[Struck, ...] = ()
    aftermath: tuple[Shock, ...] = ()  # what the coming night has to digest
    experiment: float = 0.0  # the platform's test on its feeds, from -1 (sadder) to 1 (happier); 0 for none
    answers: tuple[Answers, ...] = ()
    polls: tuple[PollResult, ...] = ()
    nights: tuple[Night, ...] = field(default=(), repr=False)
    news: tuple[NewsItem, ...] = ()

    @property
    def owned(self) -> tuple[str, ...]:
        """Ids of the data sources held now, in the scenario's order."""
        held = {purchase.source for purchase in self.purchases if not purchase.dropped}
        return tuple(source.id for source in self.ground.scenario.campaign.sources if source.id in held)

    def draft(self, version: Version | None) -> Draft | None:
        """The version ``a`` or ``b`` of the message, if written."""
        return dict(self.drafts).get(version) if version is not None else None

    @property
    def pending(self) -> tuple[str, ...]:
        """Events that wait for an answer."""
        return tuple(struck.event for struck in self.struck if struck.waits)

    def planned_today(self, action: str) -> Booking | None:
        """Tonight's booking of ``action`` that was made today."""
        return next(
            (b for b in self.bookings if b.action == action and b.day == self.day and b.side == self.ground.side), None
        )
