"""One whole number per impression: sorting whole numbers is quick, and the same on every machine.

From the highest bit down: voter 24 · class 2 (paid, outside the auction, from a friend) · value, best first 15 · tie 8 ·
ad 8 · clicked 1 · passed on 1 · which friend 4. Sorted, the rows of a voter stand in the order of their ranks. No two
rows are equal, because one ad reaches one voter once.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from game.electorate.ads.auction import SLOTS
from game.electorate.population import TIES, Bools, Floats

Rows = npt.NDArray[np.int64]
MOST_VOTERS, MOST_ADS = 1 << 24, 255
PASSED_ON = SLOTS
"""Ranks from here on are not paid slots: influencers, hashtags and what friends passed on."""
FREE_SLOTS = 2
"""Posts of influencers and hashtags that one voter sees in a night, at most."""
_VOTER, _CLASS, _VALUE, _TIE, _AD = 39, 37, 22, 14, 6
_CLICKED, _SHARED, _FRIEND = 1 << 5, 1 << 4, 15
_FREE, _FROM_FRIEND = 1, 2
_BEST = 32767
_LAST_RANK = 127


def offered(
    counts: Sequence[int],
    free: Sequence[bool],
    voters: npt.NDArray[np.intp],
    value: Floats,
    lane: npt.NDArray[np.uint16],
    limit: Floats,
    shared: Sequence[float],
) -> Rows:
    """Return the rows of all candidates, before the cap on slots; candidates of one ad stand together.

    Args:
        counts: candidates of each ad, [A].
        free: which ads are outside the auction, [A].
        voters: the candidates, [R].
        value: bid times expected clicks, 0 or more, [R]; used up.
        lane: luck of the click, which also breaks ties and picks a friend, [R].
        limit: below this lane the candidate clicks, [R].
        shared: below this share of the limit the click is passed on, [A].
    """
    fixed = [(_BEST << _VALUE) + (ad << _AD) + (_FREE << _CLASS if outside else 0) for ad, outside in enumerate(free)]
    out = voters.astype(np.int64)
    out <<= _VOTER
    out += np.repeat(np.asarray(fixed, np.int64), counts)
    value *= np.float32(16.0)
    np.minimum(value, np.float32(_BEST), out=value)
    best = value.astype(np.int64)
    best <<= _VALUE
    out -= best
    tie = (lane & np.uint16(255)).astype(np.int64)
    tie <<= _TIE
    out |= tie
    hits = (lane.astype(np.float32) < limit).nonzero()[0]
    out[hits] |= _CLICKED
    # The lowest of those lanes that click also pass it on: one lane decides both.
    bounds = limit.take(hits) * np.asarray(shared, np.float32).take((out.take(hits) >> _AD) & 255)
    further = hits[lane.take(hits) < bounds]
    out[further] |= _SHARED + lane.take(further).astype(np.int64) % TIES
    return out


def winners(rows: Rows, free: bool) -> tuple[Rows, Rows]:
    """Return the rows that won a slot, sorted by voter and rank, and those that lost; ``free``: are any outside the auction?"""
    rows = np.sort(rows)
    place = rows >> _CLASS
    same = place[1:] == place[:-1]
    lost = np.zeros(rows.size, np.bool_)
    beyond = lost[SLOTS:]
    np.logical_and(same[2:], same[1:-1], out=beyond)
    beyond &= same[:-2]
    if free:
        twice = same[1:] & same[:-1]
        twice &= (place[FREE_SLOTS:] & 3) == _FREE
        lost[FREE_SLOTS:] |= twice
    losers = lost.nonzero()[0]
    if not losers.size:
        return rows, rows[:0]
    beaten = rows.take(losers)
    np.logical_not(lost, out=lost)
    return rows.take(lost.nonzero()[0]), beaten


def passed_on(rows: Rows, ad: Rows, voter: Rows) -> Rows:
    """Return ``rows`` with those that friends passed on, sorted again; ``ad`` and ``voter`` are sorted by voter and ad."""
    if not voter.size:
        return rows
    more = (voter << _VOTER) | (_FROM_FRIEND << _CLASS) | (ad << _AD)
    # Two sorted runs: a stable sort only merges them.
    return np.sort(np.concatenate([rows, more]), kind="stable")


def rank_of(rows: Rows) -> npt.NDArray[np.int8]:
    """Return the rank of each row, once all rows of the night are there."""
    place = rows >> _CLASS
    same = place[1:] == place[:-1]
    rank = place.astype(np.int8)
    rank &= np.int8(3)
    outside = rank.astype(np.bool_).nonzero()[0]
    rank[outside] = PASSED_ON
    rank[1:] += same.view(np.int8)
    rank[2:] += (same[1:] & same[:-1]).view(np.int8)
    if outside.size:
        group = place.take(outside)
        friends = (group & 3) == _FROM_FRIEND
        from_friend, group = outside[friends], group[friends]
        # Friends may pass on any number.
        order = np.arange(group.size) - np.searchsorted(group, group)
        rank[from_friend] = np.minimum(PASSED_ON + FREE_SLOTS + order, _LAST_RANK)
    return rank


def first_row(voter: npt.NDArray[np.integer]) -> Rows:
    """Return the lowest row that each voter could have."""
    return voter.astype(np.int64) << _VOTER


def voter_of(rows: Rows) -> npt.NDArray[np.int32]:
    """Return the voter of each row."""
    return (rows >> _VOTER).astype(np.int32)


def ad_of(rows: Rows) -> npt.NDArray[np.int16]:
    """Return the ad of each row."""
    ad = rows.astype(np.uint16)
    ad >>= np.uint16(_AD)
    ad &= np.uint16(255)
    return ad.view(np.int16)


def clicked(rows: Rows) -> Bools:
    """Return which rows were clicked on."""
    return _marked(rows, _CLICKED)


def organic(rows: Rows) -> Bools:
    """Return which rows a friend passed on."""
    passed: Bools = ((rows >> _CLASS) & 3) == _FROM_FRIEND
    return passed


def sharing(rows: Rows) -> tuple[npt.NDArray[np.intp], Rows]:
    """Return which rows are passed on, and to which of the twelve friends."""
    which = _marked(rows, _SHARED).nonzero()[0]
    return which, rows[which] & _FRIEND


def _marked(rows: Rows, mark: int) -> Bools:
    """Return which rows carry a mark."""
    low = rows.astype(np.uint8)
    low &= np.uint8(mark)
    return low.astype(np.bool_)
