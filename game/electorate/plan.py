"""What happens on one night: the ads that run, bots, people met in the street, and shocks. Plain values, no rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.electorate.population import Bools
from game.scenario.model import HeadlineStyle, Tone, Truth

Ranking = Literal["engagement", "chronological"]
Channel = Literal["auction", "influencer", "hashtag"]
"""How an ad travels. Influencers and hashtags reach ``people`` whoever they are, outside the auction."""
Purpose = Literal["persuade", "mobilise", "demobilise"]
Meeting = Literal["doors", "hall", "school", "concert", "answers"]


@dataclass(frozen=True, eq=False)
class Ad:
    """One ad on one night.

    ``id`` stable string; all luck of the ad hangs on it. ``side`` 0 for, 1 against. ``concern`` index of what its claim is
    about, -1 for none. ``members`` bool [N], the segment as the campaign believes it. ``budget`` euros for tonight; ``bid``
    euros per thousand, None follows the market. ``guess`` index of the concern that its segment was guessed to have, None
    where nothing was guessed: a wrong guess costs. ``people`` reach of an influencer or hashtag. ``fit``: wording made for
    a personality that the segment was chosen by.
    """

    id: str
    side: int
    members: Bools
    claim: str = ""
    truth: Truth = "true"
    concern: int = -1
    tone: Tone = "policy"
    headline: HeadlineStyle = "plain"
    signed: bool = True
    budget: float = 0.0
    bid: float | None = None
    kind: Purpose = "persuade"
    guess: int | None = None
    channel: Channel = "auction"
    people: float = 0.0
    fit: bool = False


@dataclass(frozen=True)
class Contact:
    """Street work: ``people`` doors knocked at, seats filled, pupils or questions; ``district`` index or None for all."""

    id: str
    kind: Meeting
    side: int
    people: float
    district: int | None = None
    concern: int = -1
    claim: str = ""


@dataclass(frozen=True)
class Shock:
    """News that hits everybody at once; there is no literature for the sizes.

    ``stance`` moves everybody away from ``side`` by that much times (1 - certainty), half of it for good; ``town_trust``
    and ``campaign_trust`` are signed points of 100; ``turnout`` signed points among the side's own leaners; ``arousal``
    0…1. ``side`` None: only town-wide effects apply.
    """

    side: int | None
    stance: float = 0.0
    town_trust: float = 0.0
    campaign_trust: float = 0.0
    turnout: float = 0.0
    arousal: float = 0.0
    cause: str = ""


@dataclass(frozen=True)
class NightPlan:
    """Everything both campaigns do on one night.

    ``bots`` units rented for and against; one unit supplies two posts, a quarter of what friends supply.
    """

    ads: tuple[Ad, ...] = ()
    bots: tuple[float, float] = (0.0, 0.0)
    street: tuple[Contact, ...] = ()
    shocks: tuple[Shock, ...] = ()
    ranking: Ranking = "engagement"
