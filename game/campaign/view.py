"""What the strategist's screens may see: what was bought, collected or inferred, never the truth.

Everything here is a frozen value made from the state by :func:`game.campaign.rules.view`. Numbers are raw; the screens
format them. Shares are 0 to 1, margins in percentage points, money in euros, trust in points of 100.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import numpy as np
import numpy.typing as npt

from game.campaign.commands import Criterion, Version
from game.scenario.model import HeadlineStyle, SideId, Tone, Truth


@dataclass(frozen=True)
class Interval:
    """An estimate with its 95 % margin: ``value`` ± ``margin``, both in the unit of the figure."""

    value: float
    margin: float


@dataclass(frozen=True)
class Poll:
    """One night's poll. Shares 0 to 1; ``gap`` is for minus against, 0 to 1, with the wider margin of a difference."""

    day: int
    asked: int
    shares: dict[str, Interval]  # keys: for, undecided, against
    gap: Interval


@dataclass(frozen=True)
class SourceView:
    """A row of the data desk. ``guesses`` are (concern, how sure): from the profiler if owned, else the seller's boast."""

    id: str
    owned: bool
    affordable: bool
    records: int
    asked_lawyer: bool
    guesses: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class WordOption:
    """A criterion that the sentence may use now. ``sure`` is the profiler's own claimed accuracy; None for facts."""

    criterion: Criterion
    known: bool
    sure: float | None


@dataclass(frozen=True)
class SegmentView:
    """A saved or drafted audience as the campaign believes it: people, believed stances, guessed misfits, price."""

    id: str | None
    criteria: tuple[Criterion, ...]
    size: int
    shares: dict[str, float]  # for, undecided, against, as believed
    misfits: int  # how many the profiler itself expects not to fit
    sure: float | None  # product of the guesses' claimed accuracies, None without guesses
    price_per_thousand: float
    members: npt.NDArray[np.bool_] = field(repr=False, compare=False)  # over the dots


@dataclass(frozen=True)
class DraftView:
    """A version of today's message."""

    version: Version
    claim: str
    truth: Truth
    tone: Tone
    headline: HeadlineStyle
    signed: bool


@dataclass(frozen=True)
class TestView:
    """Result of an A/B test: for each version, clicks (share) and change of trust in the campaign (points)."""

    shown: int
    clicks: dict[str, Interval]
    trust: dict[str, Interval]


@dataclass(frozen=True)
class ActionView:
    """A card of the amplify and street desk.

    ``refusal`` is a code (no-money, no-moves, no-audience, no-message, already-planned) or None when it can be planned.
    """

    id: str
    desk: Literal["amplify", "street"]
    price: int
    people: int  # expected to be reached, at most
    depth: float  # points of opinion moved per person reached, an estimate
    planned: bool
    nights_left: int  # still running from earlier days
    refusal: str | None


@dataclass(frozen=True)
class NewsItem:
    """A line of 'While you slept'.

    ``kind``: rival (id = index of the rival move), event (id), result (choice told), fine (of an event's answer;
    numbers: euros), gifts (numbers: givers, euros), reach (numbers only: reached, clicked, shared, spent).
    """

    kind: Literal["rival", "event", "result", "fine", "gifts", "reach"]
    id: str
    choice: str | None = None
    numbers: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class NightView:
    """Last night as the campaign estimates it. Arrays are over the dots; stance in -1…1.

    ``toward``/``away``: voters who crossed into or out of leaning to the campaign's side, estimated;
    ``claimable``: how many of them the campaign's own work can explain, estimated.
    ``hours``: share of the night's change that had happened at each of 17 half hours, 22:00 to 06:00.
    """

    day: int
    before: npt.NDArray[np.float32]
    after: npt.NDArray[np.float32]
    moment: npt.NDArray[np.float32]  # when each dot moves, 0 (22:00) to 1 (06:00)
    toward: int
    away: int
    claimable: int
    reached: int
    clicked: int
    spent: int
    trust: float
    trust_before: float
    alerts: tuple[str, ...]  # event ids
    milestones: tuple[tuple[float, str], ...]  # (0…1, what: ads, bots, rival, poll …) marks on the timeline


@dataclass(frozen=True)
class DotsView:
    """The living electorate as the campaign sees it. One dot stands for ``voters_per_dot`` voters; arrays are per dot."""

    voters_per_dot: int
    voter: npt.NDArray[np.int32]  # the voter whom the dot shows
    district: npt.NDArray[np.int16]
    age: npt.NDArray[np.int16]  # years, from the roll
    stance: npt.NDArray[np.float32]  # believed, -1…1
    standing: npt.NDArray[np.int8]  # 0 unknown (roll only), 1 inferred, 2 known (asked or met)


@dataclass(frozen=True)
class DotFile:
    """What the campaign holds on the people of one dot: for the lens and the data desk's file."""

    voter: int
    district: str
    street: int  # index into the district's streets
    age: int
    signals: tuple[str, ...]
    guesses: tuple[tuple[str, float], ...]  # (concern, sure)
    leaning: Literal["for", "undecided", "against"]
    standing: Literal["unknown", "inferred", "known"]


@dataclass(frozen=True)
class CampaignView:
    """Everything that act I's screens draw."""

    side: SideId
    day: int
    days: int
    moves: int
    moves_left: int
    money: int
    poll: Poll  # the newest
    polls: tuple[Poll, ...]
    trust_campaign: float
    sources: tuple[SourceView, ...]
    criteria_per_voter: int  # how many criteria the database holds on an average voter
    words: tuple[WordOption, ...]
    segments: tuple[SegmentView, ...]
    segment: SegmentView | None  # the current audience
    drafts: dict[str, DraftView]  # keys a, b
    test: TestView | None
    sent: Version | None
    actions: tuple[ActionView, ...]
    news: tuple[NewsItem, ...]
    pending: tuple[str, ...]  # events that wait for an answer
    counsel: int  # index into the scenario's counsel
    night: NightView | None  # the night that led to this morning
    over: bool  # the last night is done; the vote comes next
