"""One whole number per impression: sorting whole numbers is quick, and the same on every machine.

From the highest bit down: voter 24 · outside the auction 1 · value, best first 15 · tie 8 · ad 8 · clicked 1 · passed
on 1 · which friend 4. Once ranked, the 24 bits of outside, value and tie make room for the rank and for whether a friend
passed it on. No two rows are equal, because one ad reaches one voter once.
"""

from __future__ import annotations

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
_VOTER, _FREE, _VALUE, _TIE, _AD = 38, 37, 22, 14, 6
_CLICKED, _SHARED, _FRIEND = 1 << 5, 1 << 4, 15
_RANK, _ORGANIC = 24, 1 << 14
_BEST = 32767
_LAST_RANK = 127


def offered(
    ad: npt.NDArray[np.intp],
    free: npt.NDArray[np.bool_],
    voters: npt.NDArray[np.intp],
    value: Floats,
    lane: npt.NDArray[np.uint16],
    limit: Floats,
    shared: Floats,
) -> Rows:
    """Return the rows of all candidates, before the cap on slots.

    Args:
        ad: the ad of each candidate, [R].
        free: which ads are outside the auction, [A].
        voters: the candidates, [R].
        value: bid times expected clicks, 0 or more, [R].
        lane: luck of the click, which also breaks ties and picks a friend, [R].
        limit: below this lane the candidate clicks, [R].
        shared: below this share of the limit the click is passed on, [A].
    """
    fixed = (free.astype(np.int64) << _FREE) + (_BEST << _VALUE) + (np.arange(free.size, dtype=np.int64) << _AD)
    wide = lane.astype(np.int64)
    out = voters.astype(np.int64)
    out <<= _VOTER
    out += fixed.take(ad)
    best = np.minimum(value * np.float32(16.0), np.float32(_BEST)).astype(np.int64)
    best <<= _VALUE
    out -= best
    out |= (wide & 255) << _TIE
    hits = (lane < limit).nonzero()[0]
    out[hits] |= _CLICKED
    # The lowest of those lanes that click also pass it on: one lane decides both.
    further = hits[lane.take(hits) < limit.take(hits) * shared.take(ad.take(hits))]
    out[further] |= _SHARED + wide.take(further) % TIES
    return out


def ranked(rows: Rows) -> Rows:
    """Return the rows that won a slot, sorted by voter and rank, with their ranks."""
    rows = np.sort(rows, kind="stable")
    group = rows >> _FREE
    rank = (group & 1) * PASSED_ON
    free = rank.any()
    lost = np.zeros(rows.size, dtype=np.bool_)
    for behind in range(1, SLOTS + 1):
        same = group[behind:] == group[:-behind]
        if behind < SLOTS:
            rank[behind:] += same
        else:
            lost[behind:] |= same
        if free and behind == FREE_SLOTS:
            lost[behind:] |= same & (rank[behind:] >= PASSED_ON)
    out = rows >> _VOTER
    out <<= _VOTER - _RANK
    out |= rank
    out <<= _RANK
    out |= rows & ((1 << _TIE) - 1)
    return out[~lost] if lost.any() else out


def passed_on(rows: Rows, ad: Rows, voter: Rows) -> Rows:
    """Return ``rows`` with those that friends passed on, sorted again; ``ad`` and ``voter`` are sorted by voter and ad."""
    if not voter.size:
        return rows
    place = np.arange(voter.size)
    first = np.ones(voter.size, dtype=np.bool_)
    np.not_equal(voter[1:], voter[:-1], out=first[1:])
    order = place - np.maximum.accumulate(np.where(first, place, 0))
    more = (
        (voter << _VOTER) | (np.minimum(PASSED_ON + FREE_SLOTS + order, _LAST_RANK) << _RANK) | (ad << _AD) | _ORGANIC
    )
    return np.sort(np.concatenate([rows, more]), kind="stable")


def voter_of(rows: Rows) -> npt.NDArray[np.int32]:
    """Return the voter of each row."""
    return (rows >> _VOTER).astype(np.int32)


def rank_of(rows: Rows) -> npt.NDArray[np.int8]:
    """Return the rank of each ranked row."""
    return (rows >> _RANK).astype(np.int8) & np.int8(127)


def ad_of(rows: Rows) -> Rows:
    """Return the ad of each row."""
    ad = rows >> _AD
    ad &= 255
    return ad


def clicked(rows: Rows) -> Bools:
    """Return which rows were clicked on."""
    return (rows & _CLICKED).astype(np.bool_)


def organic(rows: Rows) -> Bools:
    """Return which ranked rows a friend passed on."""
    return (rows & _ORGANIC).astype(np.bool_)


def sharing(rows: Rows) -> tuple[npt.NDArray[np.intp], Rows]:
    """Return which rows are passed on, and to which of the twelve friends."""
    which = np.flatnonzero(rows & _SHARED)
    return which, rows[which] & _FRIEND
