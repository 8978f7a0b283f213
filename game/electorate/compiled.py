"""The nightly core once more, compiled by numba: the same arithmetic per voter in the same order, so the same bits.

Only the optional extra ``fast`` brings numba; without it ``AVAILABLE`` is False and :mod:`core` stays with numpy. What
makes it quick: friends are gathered for a block first, then one loop without branches works on the block.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from game.electorate.population import Bools, Floats, Mind, Population
from game.electorate.rates import Rates

try:
    import numba
    from numba.np.unsafe.ndarray import to_fixed_tuple
except ImportError:
    AVAILABLE = False
else:
    AVAILABLE = True

_BLOCK = 2048
_CONSTANTS = len(Rates._fields)
_ZERO, _ONE = np.float32(0.0), np.float32(1.0)


def run(population: Population, mind: Mind, first: int, shown: Floats, active: Bools, k: Rates, bots: bool) -> None:
    """Step everybody, in place; see :func:`game.electorate.core.step`.

    Args:
        population: the town.
        mind: everybody's mind this evening; becomes that of the morning.
        first: the first of the three ties that post tonight.
        shown: the stance that everybody shows, in radii, float32 [N].
        active: bool [N], who is on the phone.
        k: tonight's constants.
        bots: whether any bots are rented.
    """
    ties = population.ties.view(np.uint32)
    own = (mind.x, mind.c, mind.T, mind.a, mind.m, mind.P, mind.s)
    fixed = (mind.x0, mind.T0, population.c0, population.anxiety)
    _step(own, fixed, (ties[first], ties[first + 1], ties[first + 2]), shown, active, np.array(k, np.float32), bots)


def _step_all(own: Any, fixed: Any, ties: Any, shown: Any, active: Any, values: Any, bots: bool) -> None:
    # One array crosses over to machine code much quicker than so many single numbers.
    k = Rates(*to_fixed_tuple(values, _CONSTANTS))
    n = shown.size
    seen_of = np.empty((3, _BLOCK), np.float32)
    one_of, two_of, three_of = seen_of[0], seen_of[1], seen_of[2]
    first, second, third = ties
    for low in range(0, n, _BLOCK):
        size = min(_BLOCK, n - low)
        for i in range(size):
            one_of[i] = shown[first[low + i]]
        for i in range(size):
            two_of[i] = shown[second[low + i]]
        for i in range(size):
            three_of[i] = shown[third[low + i]]
        _block(own, fixed, one_of, two_of, three_of, active, low, size, k, bots)


def _block_of(
    own: Any, fixed: Any, g0: Any, g1: Any, g2: Any, active: Any, low: int, size: int, k: Any, bots: bool
) -> None:
    part = slice(low, low + size)
    xs, cs, ts, as_, ms, ps, ss = (
        own[0][part],
        own[1][part],
        own[2][part],
        own[3][part],
        own[4][part],
        own[5][part],
        own[6][part],
    )
    anchors, trusts, certs, nerves = fixed[0][part], fixed[1][part], fixed[2][part], fixed[3][part]
    awake = active[part]
    for i in range(size):
        x, c, trust, m, guess = xs[i], cs[i], ts[i], ms[i], ps[i]
        on = np.float32(awake[i])
        radii = x * k.per_radius
        d0, d1, d2 = g0[i] - radii, g1[i] - radii, g2[i] - radii
        d3 = k.lean_radii - radii
        d4 = radii + k.lean_radii
        q0, q1, q2, q3, q4 = d0 * d0, d1 * d1, d2 * d2, d3 * d3, d4 * d4
        q0 = (q0 if q0 < _ONE else _ONE) * d0
        q1 = (q1 if q1 < _ONE else _ONE) * d1
        q2 = (q2 if q2 < _ONE else _ONE) * d2
        d3 -= (q3 if q3 < _ONE else _ONE) * d3
        d4 -= (q4 if q4 < _ONE else _ONE) * d4
        pull = d0 + d1 + d2
        seen = pull * k.third_radius + x
        pull = pull - q0 - q1 - q2

        w0 = seen * guess * k.friends_slope + k.friends_base
        sloped = guess * k.camp_slope
        w1 = sloped + k.camp_base
        w2 = k.camp_base - sloped
        w0 *= w0
        w0 *= w0
        w0 *= w0
        w1 *= w1
        w1 *= w1
        w1 *= w1
        w2 *= w2
        w2 *= w2
        w2 *= w2
        camps = w1 + w2
        total = camps + w0 + k.others
        mix = w0 * k.stir_friends + camps + k.stir_others
        w3, w4 = _ZERO, _ZERO
        if bots:
            w3 = guess * k.bots_for_slope + k.bots_for_base
            w4 = guess * k.bots_against_slope + k.bots_against_base
            w3 *= w3
            w3 *= w3
            w3 *= w3
            w4 *= w4
            w4 *= w4
            w4 *= w4
            both = w3 + w4
            total += both
            mix += both * k.stir_bots
            seen = (seen * w0 + (w3 - w4) * k.lean) / (both + w0)
        share = on / total
        w1 *= share
        w2 *= share
        w3 *= share
        w4 *= share

        mix = mix * share * (nerves[i] * k.react_anxiety + k.react_floor)
        a = as_[i] * k.calm + mix
        as_[i] = a if a < _ONE else _ONE

        worn = share * k.wear_bait
        if bots:
            worn += (w3 + w4) * k.wear_bots
        t = trust * (k.lasting - worn) + trusts[i] * k.mend
        ts[i] = t if t < _ONE else _ONE

        agree = x * k.click_agree
        liked = agree + k.click_keen
        disliked = k.click_keen - agree
        liked = liked if liked > _ZERO else _ZERO
        disliked = disliked if disliked > _ZERO else _ZERO
        if bots:
            liked *= w1 + w3
            disliked *= w2 + w4
        else:
            liked *= w1
            disliked *= w2
        unlearnt = (liked + disliked) * guess
        p = guess + (liked - disliked) * k.lean - unlearnt
        p = p if p > -_ONE else -_ONE
        ps[i] = p if p < _ONE else _ONE

        crowd = (m - x) * k.conform * on
        climate = m + (seen - m) * k.climate * on
        climate = climate if climate > -_ONE else -_ONE
        ms[i] = climate if climate < _ONE else _ONE

        pull = pull * k.friend + (d3 * w1 - d4 * w2) * k.outrage + crowd
        pull = pull * (_ONE - c) + anchors[i] * k.anchor
        slant = (w1 - w2) * x * k.push
        moved = x * k.drift + pull
        moved = moved if moved > -_ONE else -_ONE
        xs[i] = moved if moved < _ONE else _ONE

        surer = c * k.unsure + (certs[i] * k.sure + slant)
        surer = surer if surer > _ZERO else _ZERO
        cs[i] = surer if surer < _ONE else _ONE
        ss[i] *= k.memory


if AVAILABLE:
    _block = numba.njit(cache=True, fastmath=False, error_model="numpy")(_block_of)
    _step = numba.njit(cache=True, fastmath=False, error_model="numpy")(_step_all)
