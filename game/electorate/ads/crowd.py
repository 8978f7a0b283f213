"""Fake likes and comments under ads (M12): a crowd that is not there draws clicks; it does not persuade.

The higher a random counter of likes, the more players endorsed weak sources and the less they checked (Avram et al. 2020).
That fake likes raise engagement by 10 to 20 % at most is a modelling choice.
"""

from __future__ import annotations

from game.electorate.parameters import Parameters
from game.electorate.plan import Ad


def draw(ad: Ad, bots: tuple[float, float], p: Parameters) -> float:
    """Return the factor on predicted clicks, from 1 without bots towards ``1 + social_proof`` with many."""
    units = max(0.0, bots[ad.side])
    return 1.0 + p.social_proof * units / (1.0 + units)
