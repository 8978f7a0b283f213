"""One night: everybody reads yesterday's town, at once. ``night`` is the only place where minds change by themselves.

1 who is on the phone · 2 what friends show (spiral of silence) · 3 the feed's shares · 4 clicks teach the platform ·
5 the perceived majority follows what is seen, bots count as people · 6 arousal · 7 stance: friends, partisan posts, the
crowd, and back to the anchor · 8 certainty · 9 trust · 10 ads, street, shocks.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from game.electorate.chance import Streams
from game.electorate.delivery import Delivery, deliver
from game.electorate.influence import advertise, listen
from game.electorate.parameters import Parameters
from game.electorate.plan import Contact, NightPlan
from game.electorate.population import Bools, Floats, Mind, Population
from game.electorate.ranking import (
    AROUSAL,
    BOTS_AGAINST,
    BOTS_FOR,
    CLICKBAIT,
    FRIENDS,
    OUTRAGE_AGAINST,
    OUTRAGE_FOR,
    shares,
    tonight,
    visible_stance,
)
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


@dataclass(frozen=True, eq=False)
class NightLog:
    """What happened tonight, for causal traces.

    ``effects`` f32 [R] stance moved by each impression of ``delivery``, ``turnout`` f32 [R] chance of voting moved by it,
    ``wrong`` bool [R] the segment's guess was wrong for that voter, ``contact_action`` i16 [K] index into the plan's street
    work, ``contact_voter`` i32 [K], ``contact_stance`` and ``contact_turnout`` f32 [K] what meeting moved,
    ``class_shares`` f64 [7] the town's mean feed.
    """

    delivery: Delivery
    effects: Floats
    turnout: Floats
    wrong: Bools
    contact_action: npt.NDArray[np.int16]
    contact_voter: npt.NDArray[np.int32]
    contact_stance: Floats
    contact_turnout: Floats
    class_shares: npt.NDArray[np.float64]


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
    before = mind.copy()
    active = delivery.active.copy()
    active[list(lived)] = False
    mean_shares = _feed(population, mind, before, plan, night, active, lived, parameters)
    for voter, evening in lived.items():
        _live(mind, before, voter, evening, parameters)
    strength = _strength(delivery, lived, parameters)
    done = advertise(population, mind, before, delivery, strength, streams, parameters)
    met = [_meeting(population, mind, contact, night, streams, parameters) for contact in plan.street]
    shock_all(mind, plan)
    contain(mind)
    return NightLog(
        delivery=delivery,
        effects=done.dx,
        turnout=done.dh,
        wrong=done.wrong,
        contact_action=np.repeat(np.arange(len(met), dtype=np.int16), [who.size for who, _dx, _dh in met]),
        contact_voter=np.concatenate([who for who, _dx, _dh in met] or [np.zeros(0, np.int32)]),
        contact_stance=np.concatenate([dx for _who, dx, _dh in met] or [np.zeros(0, np.float32)]),
        contact_turnout=np.concatenate([dh for _who, _dx, dh in met] or [np.zeros(0, np.float32)]),
        class_shares=mean_shares,
    )


def _meeting(
    population: Population, mind: Mind, contact: Contact, night: int, streams: Streams, p: Parameters
) -> tuple[npt.NDArray[np.int32], Floats, Floats]:
    """Carry out one piece of street work; return whom it reached, and what it moved in their stance and turnout."""
    x, h = mind.x.copy(), mind.h.copy()
    who = meet(population, mind, contact, night, streams, p)
    return who, mind.x[who] - x[who], mind.h[who] - h[who]


def _friends(population: Population, before: Mind, shown: Floats, night: int, p: Parameters) -> tuple[Floats, Floats]:
    """Return the mean stance that three friends show, and their mean pull."""
    seen = np.zeros(population.n, np.float32)
    pull = np.zeros(population.n, np.float32)
    for k in tonight(night):
        theirs = shown[population.ties[k]]
        seen += theirs
        theirs -= before.x
        pull += listen(theirs, p.listening)
    third = np.float32(1.0 / 3.0)
    seen *= third
    pull *= third
    return seen, pull


def _feed(
    population: Population,
    mind: Mind,
    before: Mind,
    plan: NightPlan,
    night: int,
    active: Bools,
    lived: Mapping[int, Lived],
    p: Parameters,
) -> npt.NDArray[np.float64]:
    """Apply steps 2 to 9 to ``mind``; return the town's mean shares of the feed."""
    shown = visible_stance(before, p)
    for voter, evening in lived.items():
        shown[voter] = min(1.0, max(-1.0, float(shown[voter]) + evening.shared))
    seen, pull = _friends(population, before, shown, night, p)
    share = shares(before.P, seen, plan.bots, plan.ranking, p)
    on = active.astype(np.float32)
    bots = plan.bots[0] > 0.0 or plan.bots[1] > 0.0
    plus, minus = share[OUTRAGE_FOR], share[OUTRAGE_AGAINST]
    if bots:
        plus, minus = plus + share[BOTS_FOR], minus + share[BOTS_AGAINST]
    _learn(mind, before, plus, minus, on, p)
    _climate(mind, before, share, seen, on, bots, p)
    stirred = share[0] * np.float32(AROUSAL[0])
    scratch = np.empty_like(stirred)
    for g in range(1, len(AROUSAL) if bots else CLICKBAIT + 1):
        np.multiply(share[g], np.float32(AROUSAL[g]), out=scratch)
        stirred += scratch
    stirred *= population.anxiety * np.float32(1.2) + np.float32(0.4)
    stirred *= on
    stirred -= before.a
    stirred *= np.float32(p.arousal_pace)
    mind.a += stirred
    _stance(mind, before, share, pull, on, p)
    slant = share[OUTRAGE_FOR] - share[OUTRAGE_AGAINST]
    slant *= before.x
    slant *= on
    slant *= np.float32(p.certainty_push)
    mind.c += slant
    mind.c += (population.c0 - before.c) * np.float32(p.certainty_return)
    worn = share[CLICKBAIT] * np.float32(p.trust_clickbait * p.slots)
    if bots:
        worn += (share[BOTS_FOR] + share[BOTS_AGAINST]) * np.float32(p.trust_bot * p.slots)
    worn *= on
    worn *= before.T
    mind.T -= worn
    mind.T += (before.T0 - before.T) * np.float32(p.trust_return)
    mind.s *= np.float32(p.ad_memory)
    return np.asarray(share.mean(axis=1, dtype=np.float64))


def _learn(mind: Mind, before: Mind, plus: Floats, minus: Floats, on: Floats, p: Parameters) -> None:
    """Clicks on partisan posts teach the platform a side: ``P += rho * clicks * (lean - P)``."""
    agree = before.x * np.float32(p.click_match * p.outrage_lean)
    keen = np.float32(1.0 + p.click_arousal * AROUSAL[OUTRAGE_FOR])
    rate = np.float32(p.base_click * p.slots * p.profile_learning)
    lean = np.float32(p.outrage_lean)
    liked = np.maximum(agree + keen, np.float32(0.0))
    liked *= plus
    liked *= lean - before.P
    disliked = np.maximum(keen - agree, np.float32(0.0))
    disliked *= minus
    disliked *= lean + before.P
    liked -= disliked
    liked *= on
    liked *= rate
    mind.P += liked


def _climate(mind: Mind, before: Mind, share: Floats, seen: Floats, on: Floats, bots: bool, p: Parameters) -> None:
    """The perceived majority follows friends and bots alike: nobody can tell them apart."""
    crowd = seen
    if bots:
        lean = np.float32(p.outrage_lean)
        social = share[FRIENDS] + share[BOTS_FOR] + share[BOTS_AGAINST]
        crowd = seen * share[FRIENDS]
        crowd += (share[BOTS_FOR] - share[BOTS_AGAINST]) * lean
        crowd /= social
    step = crowd - before.m
    step *= on
    step *= np.float32(p.climate_pace)
    mind.m += step


def _stance(mind: Mind, before: Mind, share: Floats, pull: Floats, on: Floats, p: Parameters) -> None:
    """Friends, partisan posts and the crowd pull, the anchor pulls back (Friedkin-Johnsen)."""
    lean = np.float32(p.outrage_lean)
    drag = listen(lean - before.x, p.listening)
    drag *= share[OUTRAGE_FOR]
    other = listen(-lean - before.x, p.listening)
    other *= share[OUTRAGE_AGAINST]
    drag += other
    drag *= np.float32(p.outrage_pull * p.slots)
    crowd = before.m - before.x
    crowd *= np.float32(p.conformity)
    drag += crowd
    drag *= on
    pull *= np.float32(p.friends_pull)
    drag += pull
    drag *= np.float32(1.0) - before.c
    mind.x += drag
    mind.x += (before.x0 - before.x) * np.float32(p.anchor)


def _live(mind: Mind, before: Mind, voter: int, evening: Lived, p: Parameters) -> None:
    """Apply one voter's real evening in place of the expected one."""
    x, profile = float(before.x[voter]), float(before.P[voter])
    open_mind = 1.0 - float(before.c[voter])
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
        mind.m[voter] += p.climate_pace * (evening.climate - float(before.m[voter]))
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
