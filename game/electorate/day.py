"""One night: everybody reads yesterday's town, at once. ``night`` is the only place where minds change by themselves.

1 who is on the phone (the auction) · 2 what friends show (spiral of silence) · 3 the feed's shares · 4 clicks teach the platform ·
5 the perceived majority follows what is seen, bots count as people · 6 arousal · 7 stance: friends, partisan posts, the
crowd, and back to the anchor · 8 certainty · 9 trust (2 to 9: ``core``) · 10 ads, street, shocks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from game.electorate.chance import Streams
from game.electorate.core import step
from game.electorate.delivery import Delivery, deliver
from game.electorate.influence import advertise, judge
from game.electorate.parameters import Parameters
from game.electorate.plan import NightPlan
from game.electorate.population import Bools, Floats, Mind, Population
from game.electorate.shocks import contain, shock_all
from game.electorate.street import meet


@dataclass(frozen=True)
class Lived:
    """What one voter really did this evening: it replaces the feed's expected effects on that voter.

    ``clicks`` (lean, count) teach the platform; ``seen`` (lean, weight) posts read, 1 = one partisan post read in full;
    ``arousal`` mean arousal of what was read, None for nothing; ``climate`` mean lean of the crowd seen, None for none;
    ``dx dc dT dh`` added to stance, certainty, trust, turnout; ``trust`` added to trust in each campaign; ``ads`` factor
    per impression id: 0 resisted or unread, 1 as for anybody, 2 read and believed, negative where it backfires; ``shared``
    is added to the stance that friends see tonight.
    """

    clicks: tuple[tuple[float, float], ...] = ()
    seen: tuple[tuple[float, float], ...] = ()
    arousal: float | None = None
    climate: float | None = None
    dx: float = 0.0
    dc: float = 0.0
    dT: float = 0.0  # noqa: N815  because T is the model's name for trust
    dh: float = 0.0
    trust: tuple[float, float] = (0.0, 0.0)
    ads: Mapping[str, float] = field(default_factory=dict)
    shared: float = 0.0

    def __post_init__(self) -> None:
        """Refuse an evening that would leave a mind without a number.

        Raises:
            ValueError: a figure is no number or infinite.
        """
        for name in ("clicks", "seen", "arousal", "climate", "dx", "dc", "dT", "dh", "trust", "shared"):
            value = getattr(self, name)
            if value is not None and not np.isfinite(value).all():
                raise ValueError(f"an evening: {name} is finite, not {value}")
        for impression, factor in self.ads.items():
            if not np.isfinite(factor):
                raise ValueError(f"an evening: the factor of {impression} is finite, not {factor}")


@dataclass(frozen=True, eq=False)
class NightLog:
    """What happened tonight, for causal traces.

    ``effects`` f32 [R] stance moved by each impression of ``delivery``, ``turnout`` f32 [R] chance of voting moved by it,
    ``wrong`` bool [R] the segment's guess was wrong for that voter, ``contact_action`` i16 [K] index into the plan's street
    work, ``contact_voter`` i32 [K], ``contact_stance`` and ``contact_turnout`` f32 [K] what meeting moved.
    """

    delivery: Delivery
    effects: Floats
    turnout: Floats
    wrong: Bools
    contact_action: npt.NDArray[np.int16]
    contact_voter: npt.NDArray[np.int32]
    contact_stance: Floats
    contact_turnout: Floats


def night(
    population: Population,
    mind: Mind,
    plan: NightPlan,
    night: int,
    streams: Streams,
    parameters: Parameters,
    delivery: Delivery | None = None,
    lived: Mapping[int, Lived] | None = None,
) -> NightLog:
    """Step one night and change ``mind`` in place; copy it first if the evening before is still needed.

    Args:
        population: the town.
        mind: everybody's mind this evening; becomes that of the morning.
        plan: what both campaigns do.
        night: number of the night; all luck is keyed by it.
        streams: the run's luck.
        parameters: the constants.
        delivery: tonight's impressions if they were already made by :func:`deliver` from the same arguments.
        lived: for voters with a player: what they did instead of the default.
    """
    lived = lived or {}
    if delivery is None:
        delivery = deliver(population, mind, plan, night, streams, parameters)
    judged = judge(population, mind, delivery, _strength(delivery, lived, parameters), streams, parameters)
    then = {voter: _Then.of(mind, voter) for voter in lived}
    active = delivery.active
    if lived:
        active = active.copy()
        active[list(lived)] = False
    shared = {voter: evening.shared for voter, evening in lived.items()}
    step(population, mind, plan, night, streams, parameters, active, shared)
    for voter, evening in lived.items():
        _live(mind, then[voter], voter, evening, parameters)
    advertise(mind, judged, parameters)
    met = [meet(population, mind, contact, night, streams, parameters) for contact in plan.street]
    shock_all(mind, plan, parameters)
    if lived or delivery.ads or plan.street or plan.shocks:
        contain(mind, parameters, everything=bool(lived or plan.shocks))
    done = judged.moved
    return NightLog(
        delivery=delivery,
        effects=done.dx,
        turnout=done.dh,
        wrong=done.wrong,
        contact_action=np.repeat(np.arange(len(met), dtype=np.int16), [each.who.size for each in met]),
        contact_voter=np.concatenate([each.who for each in met] or [np.zeros(0, np.int32)]),
        contact_stance=np.concatenate([each.stance for each in met] or [np.zeros(0, np.float32)]),
        contact_turnout=np.concatenate([each.turnout for each in met] or [np.zeros(0, np.float32)]),
    )


@dataclass(frozen=True)
class _Then:
    """What one voter with a player had on their mind before tonight."""

    x: float
    c: float
    m: float
    P: float

    @classmethod
    def of(cls, mind: Mind, voter: int) -> _Then:
        return cls(float(mind.x[voter]), float(mind.c[voter]), float(mind.m[voter]), float(mind.P[voter]))


def _live(mind: Mind, before: _Then, voter: int, evening: Lived, p: Parameters) -> None:
    """Apply one voter's real evening in place of the expected one."""
    x, profile = before.x, before.P
    open_mind = 1.0 - before.c
    for lean, count in evening.clicks:
        profile += min(1.0, p.profile_learning * count) * (lean - profile)
    pull = 0.0
    for lean, weight in evening.seen:
        distance = lean - x
        pull += p.outrage_pull * weight * distance * max(0.0, 1.0 - (distance / p.listening) ** 2)
    mind.P[voter] = profile
    mind.x[voter] += pull * open_mind + evening.dx
    mind.c[voter] += evening.dc
    mind.T[voter] += evening.dT
    mind.h[voter] += evening.dh
    mind.trust[0, voter] += evening.trust[0]
    mind.trust[1, voter] += evening.trust[1]
    if evening.climate is not None:
        mind.m[voter] += p.climate_pace * (evening.climate - before.m)
    if evening.arousal is not None:
        mind.a[voter] += p.arousal_pace * evening.arousal


def _strength(delivery: Delivery, lived: Mapping[int, Lived], p: Parameters) -> Floats:
    """Return how strongly each impression works: less when passed on by a friend, as lived where somebody played."""
    strength = np.ones(delivery.voter.size, dtype=np.float32)
    strength[delivery.organic] = p.passed_on
    for voter, evening in lived.items():
        for row in delivery.of(voter).tolist():
            strength[row] *= evening.ads.get(delivery.id(row), 1.0)
    return strength
