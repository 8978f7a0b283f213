"""The social score (M17): a number for a person, made of traces, and a door that stays shut below a line.

The score is a scorecard turned round: points that speak for staying at home (or for whatever it is said to measure) count
against a person. It is wrong for most of those whom it shuts out, because it is made of the same innocent traces.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.electorate.data.holding import Holding
from game.electorate.data.learning import Ints
from game.electorate.data.scorecard import Scorecard, score
from game.electorate.data.targets import truth
from game.electorate.parameters import Parameters
from game.electorate.plan import Scoring
from game.electorate.population import Bools, Mind, Population


def social_score(population: Population, holding: Holding, card: Scorecard) -> Ints:
    """Return everybody's score by the traces on file, i32 [N], higher is better; age and district are left out.

    Who is on no file has the score of an unknown; :func:`scoring` leaves them alone.
    """
    traces_only = replace(card, bands=np.zeros_like(card.bands), districts=np.zeros_like(card.districts))
    scores: Ints = -score(population, holding, traces_only)
    return scores


def scoring(population: Population, holding: Holding, card: Scorecard, parameters: Parameters) -> Scoring:
    """Return who has a score, and whom it shuts out.

    Everybody with a trace on file has one. The door is shut at the score that comes nearest to leaving the share
    ``score_shut`` of them outside; where all have the same score it stays open.
    """
    scored: Bools = np.asarray(holding.known.any(axis=0), dtype=np.bool_)
    scores = social_score(population, holding, card)
    shut: Bools = np.zeros(population.n, dtype=np.bool_)
    some = scores[scored]
    if some.size:
        levels, counts = np.unique(some, return_counts=True)
        below = np.concatenate([[0], np.cumsum(counts)])
        wanted = round(parameters.score_shut * some.size)
        cut = int(np.argmin(np.abs(below - wanted)))
        if cut:
            shut = scored & (scores <= levels[cut - 1])
    return Scoring(scored, shut)


def wrongly_shut(
    population: Population, mind: Mind, scored: Scoring, card: Scorecard, parameters: Parameters | None = None
) -> float:
    """Return the share of those shut out of whom it is not true what the score says, 0…1; 0 where nobody is."""
    shut = int(np.count_nonzero(scored.shut))
    fits = truth(population, mind, card.target, parameters)
    return int(np.count_nonzero(scored.shut & ~fits)) / shut if shut else 0.0
