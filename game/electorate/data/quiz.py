"""The quiz app and the players' friends (M4): who plays brings everybody whom the app can read along."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.electorate.chance import LANE_LEVELS, Streams
from game.electorate.parameters import Parameters
from game.electorate.population import TIES, Bools, Population


@dataclass(frozen=True, eq=False)
class Circle:
    """Who is in a quiz file: ``inside`` bool [N] all of them, ``played`` bool [N] those who played it themselves."""

    inside: Bools
    played: Bools

    @property
    def never_played(self) -> float:
        """The share of the people in the file who never played, 0…1; 0 for an empty file."""
        total = int(np.count_nonzero(self.inside))
        return int(np.count_nonzero(self.inside & ~self.played)) / total if total else 0.0


def circle(population: Population, coverage: float, streams: Streams, key: str, parameters: Parameters) -> Circle:
    """Return whom a quiz brings in: voters play one after the other until ``coverage`` of the town is in the file.

    A friend is in the file if the app can read that friend through the player (``quiz_friends``). Nobody plays where the
    coverage is 0; friends of the last player may carry it a little above.
    """
    n = population.n
    wanted = min(n, round(coverage * n))
    nobody = np.zeros(n, dtype=np.bool_)
    if wanted <= 0:
        return Circle(nobody, nobody)
    players = streams.order("quiz", key, n=n)[:wanted]  # each brings at least oneself, so no more are ever needed
    turn = np.full(n, n, dtype=np.int64)
    turn[players] = np.arange(wanted, dtype=np.int64)
    first = turn.copy()
    readable = streams.lanes("quiz", key, "friends", n=TIES * n).reshape(TIES, n) < np.float32(
        parameters.quiz_friends * LANE_LEVELS
    )
    late_to_early = players[::-1]
    for tie in range(TIES):
        readers = late_to_early[readable[tie, late_to_early]]
        brought = np.full(n, n, dtype=np.int64)
        brought[population.ties[tie, readers]] = turn[
            readers
        ]  # where several bring one friend, the first player stands
        np.minimum(first, brought, out=first)
    until = int(np.partition(first, wanted - 1)[wanted - 1])
    return Circle(first <= until, turn <= until)
