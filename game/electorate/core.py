"""The nightly core: what a feed and three friends do to everybody, in place, with hardly any memory.

Everybody reads yesterday's town at once, but only one thing of others is ever read: the stance that they show. So only
that is copied, 4 bytes a voter; all else is stepped where it lies, a block of voters at a time, in buffers that are used
again and again. A voter's arithmetic is the same in any block, so the size of a block changes no bit. For 100,000 voters
and more, or where a sweep asks for it, the same arithmetic is compiled, if numba is installed (:func:`use_compiled`).
"""

from __future__ import annotations

import threading
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from game.electorate.chance import Streams
from game.electorate.experiment import disturb
from game.electorate.parameters import Parameters
from game.electorate.plan import NightPlan
from game.electorate.population import Bools, Floats, Mind, Population
from game.electorate.ranking import tonight, visible_stance
from game.electorate.rates import Rates, rates

CHUNK = 32768
"""Voters stepped at a time: their numbers fit a processor's second-level cache."""
COMPILED_FROM = 100_000
"""From so many voters on the compiled core is worth its start-up time."""
_ZERO, _ONE = np.float32(0.0), np.float32(1.0)


class _Choice(threading.local):
    """What a sweep asked for in this thread: True always compiled, False never, None by the number of voters."""

    compiled: bool | None = None


_CHOICE = _Choice()


def use_compiled(wanted: bool | None) -> None:
    """Ask for the compiled core (True), for numpy (False), or for what the number of voters suggests (None).

    Holds for the calling thread. Without numba everything runs on numpy, with the same results.
    """
    _CHOICE.compiled = wanted


def step(
    population: Population,
    mind: Mind,
    plan: NightPlan,
    night: int,
    streams: Streams,
    parameters: Parameters,
    active: Bools,
    shared: Mapping[int, float] | None = None,
) -> None:
    """Step one night without ads, street work and shocks: steps 2 to 9 of the model, in place.

    Args:
        population: the town.
        mind: everybody's mind this evening; becomes that of the morning.
        plan: ranking, bots, click sites, the platform's test and a social score are read.
        night: number of the night.
        streams: the run's luck, for the platform's test.
        parameters: the constants.
        active: bool [N], who is on the phone tonight.
        shared: for some voters: what they add to the stance that their friends see tonight.
    """
    shown = _shown(mind, plan, parameters, shared or {})
    first = tonight(night)[0]
    constants = rates(plan, parameters)
    bots = plan.bots[0] > 0.0 or plan.bots[1] > 0.0
    if not _compiled(population, mind, first, shown, active, constants, bots):
        _interpreted(population, mind, first, shown, active, constants, bots)
    if plan.experiment:
        disturb(population, mind, plan.experiment, night, streams, parameters, active)
    if plan.scoring is not None:
        shut = plan.scoring.shut
        mind.T[shut] *= np.float32(1.0 - parameters.score_trust)


def _shown(mind: Mind, plan: NightPlan, p: Parameters, shared: Mapping[int, float]) -> Floats:
    """Return the stance that everybody shows; who has a social score holds back sooner."""
    shown = np.empty_like(mind.x)
    for low in range(0, shown.size, CHUNK):
        part = slice(low, low + CHUNK)
        visible_stance(mind.x[part], mind.m[part], p.silence, shown[part])
    if plan.scoring is not None:
        who = np.flatnonzero(plan.scoring.scored)
        shown[who] = visible_stance(mind.x[who], mind.m[who], p.silence * p.score_silence)
    for voter, added in shared.items():
        shown[voter] = min(1.0, max(-1.0, float(shown[voter]) + added))
    return shown


def _compiled(
    population: Population, mind: Mind, first: int, shown: Floats, active: Bools, k: Rates, bots: bool
) -> bool:
    """Step with numba where that is wanted and possible; return whether it was."""
    wanted = _CHOICE.compiled
    if wanted is False or (wanted is None and population.n < COMPILED_FROM):
        return False
    from game.electorate import compiled

    if not compiled.AVAILABLE:
        return False
    compiled.run(population, mind, first, shown, active, k, bots)
    return True


class _Buffers(threading.local):
    """Working space of one thread: rows of a block each, cut from flat arrays so that they always lie together."""

    def __init__(self) -> None:
        self.size = 0
        self.make(CHUNK)

    def make(self, size: int) -> None:
        """Make room for blocks of ``size`` voters."""
        if size != self.size:
            self.size = size
            self.index = np.empty(3 * size, np.intp)
            self.near, self.bent, self.weight = (np.empty(5 * size, np.float32) for _ in range(3))
            self.rows = np.empty(8 * size, np.float32)

    def cut(self, flat: npt.NDArray[np.float32], rows: int, n: int) -> Floats:
        """Return ``rows`` rows of ``n`` from the front of a flat array."""
        return flat[: rows * n].reshape(rows, n)


_BUFFERS = _Buffers()


def _interpreted(
    population: Population, mind: Mind, first: int, shown: Floats, active: Bools, k: Rates, bots: bool
) -> None:
    _BUFFERS.make(CHUNK)
    for low in range(0, population.n, CHUNK):
        _block(population, mind, slice(low, min(low + CHUNK, population.n)), first, shown, active, k, bots, _BUFFERS)


def _block(
    population: Population,
    mind: Mind,
    part: slice,
    first: int,
    shown: Floats,
    active: Bools,
    k: Rates,
    bots: bool,
    room: _Buffers,
) -> None:
    """Step one block of voters. Every line is one pass over the block; names of rows change as they are used again."""
    x, c, trust, m, guess = mind.x[part], mind.c[part], mind.T[part], mind.m[part], mind.P[part]
    n = x.size
    near, bent = room.cut(room.near, 5, n), room.cut(room.bent, 5, n)
    weight = room.cut(room.weight, 5 if bots else 3, n)
    seen, pull, on, share, crowd, one, two, three = room.cut(room.rows, 8, n)
    np.copyto(on, active[part])

    # Friends and the two camps: distance in radii, and how much of it is not listened to.
    index = room.index[: 3 * n].reshape(3, n)
    np.copyto(index, population.ties[first : first + 3, part])
    np.take(shown, index, out=near[:3], mode="wrap")
    near[:3] -= x
    near[:3] *= k.per_radius
    np.multiply(x, k.per_radius, out=one)
    np.subtract(k.lean_radii, one, out=near[3])
    np.add(one, k.lean_radii, out=near[4])
    np.multiply(near, near, out=bent)
    np.minimum(bent, _ONE, out=bent)
    bent *= near
    np.add(near[0], near[1], out=pull)
    pull += near[2]
    np.multiply(pull, k.third_radius, out=seen)
    seen += x
    bent[0] += bent[1]
    bent[0] += bent[2]
    pull -= bent[0]
    near[3:] -= bent[3:]

    # The feed: weights of the classes, and one over their sum for those who are on the phone.
    np.multiply(seen, guess, out=weight[0])
    weight[0] *= k.friends_slope
    weight[0] += k.friends_base
    np.multiply(guess, k.camp_slope, out=one)
    np.add(one, k.camp_base, out=weight[1])
    np.subtract(k.camp_base, one, out=weight[2])
    if bots:
        np.multiply(guess, k.bots_for_slope, out=weight[3])
        weight[3] += k.bots_for_base
        np.multiply(guess, k.bots_against_slope, out=weight[4])
        weight[4] += k.bots_against_base
    weight *= weight
    weight *= weight
    weight *= weight
    np.add(weight[1], weight[2], out=one)
    np.add(one, weight[0], out=share)
    share += k.others
    np.multiply(weight[0], k.stir_friends, out=two)
    two += one
    two += k.stir_others
    if bots:
        np.add(weight[3], weight[4], out=three)
        share += three
        np.multiply(three, k.stir_bots, out=one)
        two += one
        # The crowd that one sees is made of friends and bots alike: nobody can tell them apart.
        np.multiply(seen, weight[0], out=crowd)
        three += weight[0]
        np.subtract(weight[3], weight[4], out=one)
        one *= k.lean
        crowd += one
        crowd /= three
        seen = crowd
    np.divide(on, share, out=share)
    weight[1:] *= share

    # Arousal follows the feed.
    two *= share
    np.multiply(population.anxiety[part], k.react_anxiety, out=one)
    one += k.react_floor
    two *= one
    arousal = mind.a[part]
    arousal *= k.calm
    arousal += two
    np.minimum(arousal, _ONE, out=arousal)

    # Trust wears with clickbait and bots, and mends.
    share *= k.wear_bait
    if bots:
        np.add(weight[3], weight[4], out=one)
        one *= k.wear_bots
        share += one
    np.subtract(k.lasting, share, out=share)
    trust *= share
    np.multiply(mind.T0[part], k.mend, out=one)
    trust += one
    np.minimum(trust, _ONE, out=trust)

    # Clicks teach the platform a side: it cannot tell a bot's post from a partisan's.
    keen, drawn = bent[:2], bent[2:4]
    np.multiply(x, k.click_agree, out=one)
    np.add(one, k.click_keen, out=keen[0])
    np.subtract(k.click_keen, one, out=keen[1])
    np.maximum(keen, _ZERO, out=keen)
    if bots:
        np.add(weight[1:3], weight[3:5], out=drawn)
        keen *= drawn
    else:
        keen *= weight[1:3]
    np.add(keen[0], keen[1], out=one)
    one *= guess
    keen[0] -= keen[1]
    keen[0] *= k.lean
    guess += keen[0]
    guess -= one
    np.clip(guess, -_ONE, _ONE, out=guess)

    # The perceived majority follows the crowd; conformity looks at it as it was.
    np.subtract(m, x, out=two)
    two *= k.conform
    two *= on
    np.subtract(seen, m, out=one)
    one *= k.climate
    one *= on
    m += one
    np.clip(m, -_ONE, _ONE, out=m)

    # Stance: friends, partisan posts and the crowd pull on an open mind, the anchor pulls back.
    near[3:] *= weight[1:3]
    near[3] -= near[4]
    near[3] *= k.outrage
    pull *= k.friend
    pull += near[3]
    pull += two
    np.subtract(_ONE, c, out=one)
    pull *= one
    np.multiply(mind.x0[part], k.anchor, out=one)
    pull += one
    weight[1] -= weight[2]
    weight[1] *= x
    weight[1] *= k.push
    x *= k.drift
    x += pull
    np.clip(x, -_ONE, _ONE, out=x)

    # Certainty: agreeable posts make surer.
    np.multiply(population.c0[part], k.sure, out=one)
    one += weight[1]
    c *= k.unsure
    c += one
    np.clip(c, _ZERO, _ONE, out=c)
    worn = mind.s[part]
    worn *= k.memory
