"""What friends pass on: some of those who click send the ad to one friend who has not seen it yet."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from game.electorate.ads.rows import Rows, ad_of, first_row, sharing, voter_of
from game.electorate.population import Bools, Population


def passed(population: Population, active: Bools, rows: Rows) -> tuple[Rows, Rows, npt.NDArray[np.int32]]:
    """Return what is passed on (ad, to whom, by whom), sorted by voter and ad; nothing comes to who is not on the phone."""
    which, friend = sharing(rows)
    senders, sent = voter_of(rows[which]), ad_of(rows[which])
    friends = population.ties[friend, senders]
    # The rows of those friends: voters stand in the highest bits.
    ends = np.searchsorted(rows, np.concatenate([first_row(friends), first_row(friends + 1)]))
    first, last = ends[: friends.size], ends[friends.size :]
    fresh = active[friends] & (friends != senders)
    for step in range(int((last - first).max(initial=0))):
        seen = np.minimum(first + step, last - 1)
        fresh &= (ad_of(rows[seen]) != sent) | (last == first)
    found: dict[tuple[int, int], int] = {}
    for to, ad, sender in zip(friends[fresh].tolist(), sent[fresh].tolist(), senders[fresh].tolist(), strict=True):
        found.setdefault((to, ad), sender)
    out = sorted((to, ad, sender) for (to, ad), sender in found.items())
    return (
        np.asarray([ad for _, ad, _ in out], dtype=np.int64),
        np.asarray([to for to, _, _ in out], dtype=np.int64),
        np.asarray([sender for _, _, sender in out], dtype=np.int32),
    )
