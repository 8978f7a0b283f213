"""What friends pass on: some of those who click send the ad to one friend who has not seen it yet."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from game.electorate.ads.rows import Rows, ad_of, sharing, voter_of
from game.electorate.population import Bools, Population


def passed(population: Population, active: Bools, rows: Rows) -> tuple[Rows, Rows, npt.NDArray[np.int32]]:
    """Return what is passed on (ad, to whom, by whom), sorted by voter and ad; nothing comes to who is not on the phone.

    Few do, so a plain loop is quick enough.
    """
    which, friend = sharing(rows)
    senders, ads = voter_of(rows[which]), ad_of(rows[which])
    friends = population.ties[friend, senders]
    voters = voter_of(rows)
    first, last = np.searchsorted(voters, friends), np.searchsorted(voters, friends, side="right")
    found: dict[tuple[int, int], int] = {}
    for k, (to, sender, ad) in enumerate(zip(friends.tolist(), senders.tolist(), ads.tolist(), strict=True)):
        if to != sender and active[to] and ad not in ad_of(rows[first[k] : last[k]]):
            found.setdefault((to, ad), sender)
    out = sorted((to, ad, sender) for (to, ad), sender in found.items())
    return (
        np.asarray([ad for _, ad, _ in out], dtype=np.int64),
        np.asarray([to for to, _, _ in out], dtype=np.int64),
        np.asarray([sender for _, _, sender in out], dtype=np.int32),
    )
