"""How close it was (M23): votes that decided, and how surely the result would stand in another hour of the same vote."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.electorate.ballot import AGAINST_VOTE, FOR_VOTE, Ballots, chances
from game.electorate.chance import LANE_LEVELS, Streams
from game.electorate.parameters import Parameters
from game.electorate.population import Mind, Population

REDRAWS = 200
"""How often the vote is held again: enough for a share that is right to 7 points of 100 (95 %)."""


@dataclass(frozen=True)
class Margins:
    """How close a vote was, counted in simulated voters.

    ``lead`` votes of the first over the second; ``changed`` voters who, voting the other way, would have made another
    result; ``newcomers`` people from home who would have, voting for the second; ``share`` of the valid votes that
    ``changed`` is, 0…1; ``stands`` share of redraws with the same result, 0…1.
    """

    lead: int
    changed: int
    newcomers: int
    share: float
    stands: float


def margins(
    population: Population,
    mind: Mind,
    ballots: Ballots,
    streams: Streams,
    parameters: Parameters,
    forced: Mapping[int, int] | None = None,
) -> Margins:
    """Return how close the vote ``ballots`` was; ``forced`` are the choices of voters whom somebody plays."""
    votes_for, votes_against = int(ballots.counts[FOR_VOTE]), int(ballots.counts[AGAINST_VOTE])
    lead = abs(votes_for - votes_against)
    changed = lead // 2 + 1
    leads = redrawn(population, mind, streams, parameters, forced=forced)
    same = np.sign(leads) == np.sign(votes_for - votes_against)
    return Margins(
        lead=lead,
        changed=changed,
        newcomers=lead + 1,
        share=changed / max(votes_for + votes_against, 1),
        stands=int(np.count_nonzero(same)) / leads.size,
    )


def redrawn(
    population: Population,
    mind: Mind,
    streams: Streams,
    parameters: Parameters,
    times: int = REDRAWS,
    forced: Mapping[int, int] | None = None,
) -> npt.NDArray[np.int64]:
    """Return the lead of for over against, i64 [times], where only the luck of going and of the booth is drawn again.

    Minds, campaigns and the town stay as they are. One 16-bit lane decides over a voter: low for, high against, between
    them blank or at home. Nobody is quite sure to vote (``turnout_doubt``), so the two ends never
    meet.
    """
    up, down = (np.floor(one * LANE_LEVELS).astype(np.uint16) for one in chances(population, mind, parameters)[:2])
    fixed = 0
    for voter, choice in (forced or {}).items():
        up[voter] = down[voter] = 0
        fixed += (choice == FOR_VOTE) - (choice == AGAINST_VOTE)
    against_from = np.uint16(LANE_LEVELS - 1) - down
    leads = np.empty(max(times, 1), dtype=np.int64)
    for k in range(leads.size):
        lanes = streams.lanes("margins", k, n=population.n)
        leads[k] = fixed + int(np.count_nonzero(lanes < up)) - int(np.count_nonzero(lanes > against_from))
    return leads
