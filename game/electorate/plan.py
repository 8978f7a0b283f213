"""What happens on one night: the ads that run, bots, people met in the street, and shocks. Plain values, no rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from game.electorate.population import AGAINST, FOR, Bools, Population
from game.scenario.model import HeadlineStyle, Tone, Truth

Ranking = Literal["engagement", "chronological", "bridging"]
"""How a feed is ordered: by expected clicks, by time, or by what both sides approve of."""
Channel = Literal["auction", "influencer", "hashtag"]
"""How an ad travels. Influencers and hashtags reach ``people`` whoever they are, outside the auction."""
Purpose = Literal["persuade", "mobilise", "demobilise"]
Meeting = Literal["doors", "hall", "school", "concert", "answers", "donations"]
LARGEST = 1e15
"""No figure of a night is larger than this, so that no product of such figures is infinite. A technical limit."""


def _refuse_endless(what: str, item: object, names: Sequence[str]) -> None:
    """Refuse figures that are no number, infinite or beyond all bounds; None stands for a figure that was left out."""
    for name in names:
        value = getattr(item, name)
        for figure in value if isinstance(value, tuple) else (value,):
            if figure is not None and not -LARGEST <= figure <= LARGEST:
                raise ValueError(f"{what}: {name} is a number within {LARGEST:g} of 0, not {figure}")


def _refuse_third_side(what: str, side: int) -> None:
    if side not in (FOR, AGAINST):
        raise ValueError(f"{what}: side is {FOR} (for) or {AGAINST} (against), not {side}")


@dataclass(frozen=True, eq=False)
class Ad:
    """One ad on one night.

    ``id`` stable string; all luck of the ad hangs on it. ``side`` 0 for, 1 against. ``concern`` index of what its claim is
    about, -1 for none. ``members`` bool [N], the segment as the campaign believes it. ``budget`` euros for tonight; ``bid``
    euros per thousand, None follows the market. ``guess`` index of the concern that its segment was guessed to have, None
    where nothing was guessed: a wrong guess costs. ``people`` reach of an influencer or hashtag. ``fit``: wording made for
    a personality that the segment was chosen by. ``place`` index of the signal whose places were rented: only those of the
    segment see it who, as the file has it, passed there tonight. ``mood`` how often a face-reading billboard is right,
    0…1, where the ad is timed to a tense face; None where it is not. ``synthetic``: its picture or voice was generated.
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
    place: int | None = None
    mood: float | None = None
    synthetic: bool = False

    def __post_init__(self) -> None:
        """Refuse figures with which no night can be reckoned.

        Raises:
            ValueError: a budget, bid or reach that is no number or endless, or a side that does not exist.
        """
        _refuse_endless(f"ad {self.id!r}", self, ("budget", "bid", "people", "mood"))
        _refuse_third_side(f"ad {self.id!r}", self.side)


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

    def __post_init__(self) -> None:
        """Refuse what cannot be arranged.

        Raises:
            ValueError: ``people`` is no number or endless, or the side does not exist.
        """
        _refuse_endless(f"street work {self.id!r}", self, ("people",))
        _refuse_third_side(f"street work {self.id!r}", self.side)


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

    def __post_init__(self) -> None:
        """Refuse news of no size.

        Raises:
            ValueError: a size that is no number or endless.
        """
        _refuse_endless(f"news {self.cause!r}", self, ("stance", "town_trust", "campaign_trust", "turnout", "arousal"))


@dataclass(frozen=True, eq=False)
class Scoring:
    """A social score in use tonight: who has a score, bool [N], and for whom a door stays shut because of it, bool [N]."""

    scored: Bools
    shut: Bools


@dataclass(frozen=True)
class NightPlan:
    """Everything both campaigns and the platform do on one night.

    ``bots`` units rented for and against; one unit supplies two posts, a quarter of what friends supply. ``clickbait``
    units of click sites, one of which supplies as much as the usual clickbait. ``experiment``: the platform's test on its
    feeds, from -1 (sadder posts) to 1 (happier ones), on a random half of the town. ``scoring`` a score that was sold.
    """

    ads: tuple[Ad, ...] = ()
    bots: tuple[float, float] = (0.0, 0.0)
    street: tuple[Contact, ...] = ()
    shocks: tuple[Shock, ...] = ()
    ranking: Ranking = "engagement"
    clickbait: float = 0.0
    experiment: float = 0.0
    scoring: Scoring | None = None

    def __post_init__(self) -> None:
        """Refuse figures with which no night can be reckoned.

        Raises:
            ValueError: bots, click sites or the mood of a test are no number or endless.
        """
        _refuse_endless("tonight", self, ("bots", "clickbait", "experiment"))


def refuse_strangers(ads: Sequence[Ad], population: Population) -> None:
    """Refuse ads that were made for another town.

    Raises:
        ValueError: a segment of another size, or a concern or signal that this town does not have.
    """
    concerns, signals = population.concerns.shape[0], population.traces.shape[0]
    for ad in ads:
        if ad.members.shape != (population.n,):
            raise ValueError(f"ad {ad.id!r}: members are {ad.members.shape}, the town has {population.n} voters")
        for name, value, first, known in (
            ("concern", ad.concern, -1, concerns),
            ("guess", ad.guess, -1, concerns),
            ("place", ad.place, 0, signals),
        ):
            if value is not None and not first <= value < known:
                raise ValueError(f"ad {ad.id!r}: {name} is {first} to {known - 1}, not {value}")
