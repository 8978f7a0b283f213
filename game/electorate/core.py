"""The nightly core: what a feed and three friends do to everybody, in place, with hardly any memory.

Everybody reads yesterday's town at once, but only one thing of others is ever read: the stance that they show. So only
that is copied, 4 bytes a voter; all else is stepped where it lies, a block of voters at a time, in buffers that are used
again and again. A voter's arithmetic is the same in any block, so the size of a block changes no bit. Where a sweep or a
benchmark asks for it, the same arithmetic is compiled, if numba is installed (:func:`use_compiled`).
"""

from __future__ import annotations

import threading
from collections.abc import Mapping

import numpy as np

from game.electorate.chance import Streams
from game.electorate.experiment import disturb
from game.electorate.parameters import Parameters
from game.electorate.plan import NightPlan
from game.electorate.population import Bools, Floats, Mind, Population
from game.electorate.ranking import tonight, visible_stance
from game.electorate.rates import Rates, rates

CHUNK = 32768
"""Voters stepped at a time: their numbers fit a processor's second-level cache."""
SMALL = 65_536
"""Up to so many voters friends are also kept as the processor's own index type, which is quicker and takes more room."""
COMPILED_FROM = 100_000
"""From so many voters on it is worth asking for the compiled core, where many nights are stepped."""
_ZERO, _ONE = np.float32(0.0), np.float32(1.0)


class _Choice(threading.local):
    """What was asked for in this thread."""

    compiled = False


_CHOICE = _Choice()


def use_compiled(wanted: bool) -> None:
    """Ask for the compiled core, or for numpy again, which is the default; it holds for the calling thread.

    Nobody gets it unasked: loading numba costs seconds and 150 MB, more than it saves in the few nights of one game, so it
    is for sweeps and for towns of 100,000 voters and more that are stepped often. Without numba everything runs on numpy,
    with the same results.
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
    """Return the stance that everybody shows, in listening radii; who has a social score holds back sooner."""
    shown = np.empty_like(mind.x)
    for low in range(0, shown.size, CHUNK):
        part = slice(low, low + CHUNK)
        visible_stance(mind.x[part], mind.m[part], p.silence, p.listening, shown[part])
    if plan.scoring is not None:
        who = np.flatnonzero(plan.scoring.scored)
        shown[who] = visible_stance(mind.x[who], mind.m[who], p.silence * p.score_silence, p.listening)
    for voter, added in shared.items():
        stance = float(shown[voter]) * p.listening + added
        shown[voter] = min(1.0, max(-1.0, stance)) / p.listening
    return shown


def _compiled(
    population: Population, mind: Mind, first: int, shown: Floats, active: Bools, k: Rates, bots: bool
) -> bool:
    """Step with numba where that is wanted and possible; return whether it was."""
    if not _CHOICE.compiled:
        return False
    from game.electorate import compiled

    if not compiled.AVAILABLE:
        return False
    compiled.run(population, mind, first, shown, active, k, bots)
    return True


class _Room:
    """Working space for a block of ``n`` voters: rows that are used again and again while they are in the cache.

    Comparing with a row of ones is twice as fast as comparing with the number one.
    """

    def __init__(self, n: int) -> None:
        self.index = np.empty((3, n), np.intp)
        self.near, self.bent = np.empty((5, n), np.float32), np.empty((5, n), np.float32)
        self.keen, self.drawn = np.empty((2, n), np.float32), np.empty((2, n), np.float32)
        self.seen, self.pull, self.on, self.crowd = (np.empty(n, np.float32) for _ in range(4))
        self.zeros, self.ones = np.zeros(n, np.float32), np.ones(n, np.float32)


class _Rooms(threading.local):
    """The rooms of one thread: for whole blocks, and for what is left at the end of a town."""

    def __init__(self) -> None:
        self.known: dict[int, _Room] = {}

    def room(self, n: int) -> _Room:
        """Return the room for ``n`` voters; towns of a few sizes are stepped in turns."""
        if n not in self.known:
            while len(self.known) >= _ROOMS:
                del self.known[next(iter(self.known))]
            self.known[n] = _Room(n)
        return self.known[n]


_ROOMS = 4
_OF_THREAD = _Rooms()


def _interpreted(
    population: Population, mind: Mind, first: int, shown: Floats, active: Bools, k: Rates, bots: bool
) -> None:
    paths = population.paths if population.n <= SMALL else None
    for low in range(0, population.n, CHUNK):
        part = slice(low, min(low + CHUNK, population.n))
        room = _OF_THREAD.room(part.stop - low)
        if paths is None:
            index = room.index
            np.copyto(index, population.ties[first : first + 3, part])
        else:
            index = paths[first : first + 3, part]
        np.take(shown, index, out=room.near[:3], mode="wrap")
        _block(population, mind, part, active, k, bots, room)


def _block(population: Population, mind: Mind, part: slice, active: Bools, k: Rates, bots: bool, room: _Room) -> None:
    """Step one block of voters; what their friends show lies in ``room.near``, in radii.

    Every line is one pass over the block. Names of rows change as they are used again.
    """
    x, c, trust, m, guess = mind.x[part], mind.c[part], mind.T[part], mind.m[part], mind.P[part]
    near, bent, keen, seen, pull, on = room.near, room.bent, room.keen, room.seen, room.pull, room.on
    one, two, share, camp_for, camp_against = near
    np.copyto(on, active[part])

    # Friends and the two camps: distance in radii, and how much of it is not listened to.
    np.multiply(x, k.per_radius, out=pull)
    near[:3] -= pull
    np.subtract(k.lean_radii, pull, out=camp_for)
    np.add(pull, k.lean_radii, out=camp_against)
    np.square(near, out=bent)
    np.minimum(bent, room.ones, out=bent)
    bent *= near
    np.add(one, two, out=pull)
    pull += share
    np.multiply(pull, k.third_radius, out=seen)
    seen += x
    pull -= bent[0]
    pull -= bent[1]
    pull -= bent[2]
    camp_for -= bent[3]
    camp_against -= bent[4]

    # The feed: weights of the classes, and one over their sum for those who are on the phone.
    weight = bent if bots else bent[:3]
    friends, outrage_for, outrage_against, bots_for, bots_against = bent
    np.multiply(seen, guess, out=friends)
    friends *= k.friends_slope
    friends += k.friends_base
    np.multiply(guess, k.camp_slope, out=one)
    np.add(one, k.camp_base, out=outrage_for)
    np.subtract(k.camp_base, one, out=outrage_against)
    if bots:
        np.multiply(guess, k.bots_for_slope, out=bots_for)
        bots_for += k.bots_for_base
        np.multiply(guess, k.bots_against_slope, out=bots_against)
        bots_against += k.bots_against_base
    np.square(weight, out=weight)
    np.square(weight, out=weight)
    np.square(weight, out=weight)
    np.add(outrage_for, outrage_against, out=one)
    np.add(one, friends, out=share)
    share += k.others
    np.multiply(friends, k.stir_friends, out=two)
    two += one
    two += k.stir_others
    if bots:
        both = room.drawn[0]
        np.add(bots_for, bots_against, out=both)
        share += both
        np.multiply(both, k.stir_bots, out=one)
        two += one
        # The crowd that one sees is made of friends and bots alike: nobody can tell them apart.
        crowd = room.crowd
        np.multiply(seen, friends, out=crowd)
        both += friends
        np.subtract(bots_for, bots_against, out=one)
        one *= k.lean
        crowd += one
        crowd /= both
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
    np.minimum(arousal, room.ones, out=arousal)

    # Trust wears with clickbait and bots, and mends.
    share *= k.wear_bait
    if bots:
        np.add(bots_for, bots_against, out=one)
        one *= k.wear_bots
        share += one
    np.subtract(k.lasting, share, out=share)
    trust *= share
    np.multiply(mind.T0[part], k.mend, out=one)
    trust += one
    np.minimum(trust, room.ones, out=trust)

    # Clicks teach the platform a side: it cannot tell a bot's post from a partisan's.
    np.multiply(x, k.click_agree, out=one)
    np.add(one, k.click_keen, out=keen[0])
    np.subtract(k.click_keen, one, out=keen[1])
    np.maximum(keen, room.zeros, out=keen)
    if bots:
        np.add(weight[1:3], weight[3:5], out=room.drawn)
        keen *= room.drawn
    else:
        keen *= weight[1:3]
    np.add(keen[0], keen[1], out=one)
    one *= guess
    liked = keen[0]
    liked -= keen[1]
    liked *= k.lean
    guess += liked
    guess -= one
    np.clip(guess, -_ONE, _ONE, out=guess)

    # The perceived majority follows the crowd; conformity looks at it as it was.
    np.subtract(m, x, out=two)
    two *= k.conform
    two *= on
    seen -= m
    seen *= k.climate
    seen *= on
    m += seen
    np.clip(m, -_ONE, _ONE, out=m)

    # Stance: friends, partisan posts and the crowd pull on an open mind, the anchor pulls back.
    near[3:] *= weight[1:3]
    camp_for -= camp_against
    camp_for *= k.outrage
    pull *= k.friend
    pull += camp_for
    pull += two
    np.subtract(_ONE, c, out=one)
    pull *= one
    np.multiply(mind.x0[part], k.anchor, out=one)
    pull += one
    outrage_for -= outrage_against
    outrage_for *= x
    outrage_for *= k.push
    x *= k.drift
    x += pull
    np.clip(x, -_ONE, _ONE, out=x)

    # Certainty: agreeable posts make surer.
    np.multiply(population.c0[part], k.sure, out=one)
    one += outrage_for
    c *= k.unsure
    c += one
    np.clip(c, _ZERO, _ONE, out=c)
    worn = mind.s[part]
    worn *= k.memory
