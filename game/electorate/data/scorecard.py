"""The scorecard (M3): guesses from innocent traces, in points that anybody can add up.

A trace is worth ``round(10 * log((a+1)(d+1) / ((b+1)(c+1))))`` points, where a and c count people with and without the
trace who fit the target and b and d those who do not ("chamomile tea: +8 points"). Who reaches the threshold is in the
segment. People whose trace is unknown get the town's usual points. It is fallible on purpose: respondents told the truth
about themselves, bought files do not, so that the accuracy it claims is better than the one it has.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from game.electorate.data.holding import Holding
from game.electorate.data.learning import Answers, Ints
from game.electorate.data.survey import Survey
from game.electorate.data.targets import Target, truth
from game.electorate.parameters import Parameters
from game.electorate.population import Bools, Mind, Population


@dataclass(frozen=True, eq=False)
class Scorecard:
    """Points for one target.

    ``points`` i32 [S] per signal held, ``bands`` i32 [4], ``districts`` i32 [D], ``usual`` i32
    [S] points of somebody whose trace is unknown, ``threshold``, ``base`` share who fit in the survey, ``survey`` its answers.
    """

    target: Target
    signals: tuple[int, ...]
    points: Ints
    bands: Ints
    districts: Ints
    usual: Ints
    threshold: int
    base: float
    survey: Answers

    @cached_property
    def claimed(self) -> float:
        """Share of the chosen who fit, as the survey says by cross-validation; reckoned when somebody first asks.

        It is the mean over five folds that were left out in turn; a survey too small for that claims no more than its base
        rate.
        """
        share = self.survey.claimed()
        return self.base if share is None else share


def fit(
    population: Population,
    mind: Mind,
    holding: Holding,
    survey: Survey,
    target: Target,
    parameters: Parameters | None = None,
) -> Scorecard:
    """Learn a scorecard for the signals that the campaign holds at all, from what the survey's respondents said."""
    who = survey.voters
    size = population.traces.shape[0]
    signals = tuple(s for s in range(size) if bool(holding.known[s].any()))
    traces = population.traces[list(signals)][:, who] if signals else np.zeros((0, who.size), np.bool_)
    answer = survey.answers(truth(population, mind, target, parameters))
    band, district = population.band[who].astype(np.int64), population.district[who].astype(np.int64)
    data = Answers(traces, band, district, answer, population.districts)
    card = data.learn(np.ones(who.size, dtype=np.bool_))
    base = int(np.count_nonzero(answer)) / who.size if who.size else 0.0
    full, usual = np.zeros(size, np.int32), np.zeros(size, np.int32)
    for place, s in enumerate(signals):
        full[s] = card.signals[place]
        held = int(np.count_nonzero(traces[place]))
        usual[s] = round(int(card.signals[place]) * held / max(1, who.size))
    return Scorecard(
        target=target,
        signals=signals,
        points=full,
        bands=card.bands,
        districts=card.districts,
        usual=usual,
        threshold=card.threshold,
        base=base,
        survey=data,
    )


def score(population: Population, holding: Holding, card: Scorecard) -> Ints:
    """Return everybody's points by what is on file, i32 [N]; unknown traces count as usual."""
    out = card.bands[population.band] + card.districts[population.district]
    for s in card.signals:
        gain, usual = int(card.points[s]), int(card.usual[s])
        out += holding.value[s] * np.int32(gain)
        if usual:
            out += ~holding.known[s] * np.int32(usual)
    return out


def choose(card: Scorecard, scores: Ints) -> Bools:
    """Return who reaches the threshold, bool [N]."""
    return scores >= card.threshold


def precision(chosen: Bools, fits: Bools) -> float:
    """Return the share of the ``chosen`` (bool [N]) who fit, 0…1; 0 where nobody was chosen."""
    size = int(np.count_nonzero(chosen))
    return int(np.count_nonzero(chosen & fits)) / size if size else 0.0


def auc(scores: Ints, fits: Bools) -> float:
    """Return the chance that somebody who fits scores higher than somebody who does not.

    0.5 where either is missing.
    """
    positives, negatives = int(np.count_nonzero(fits)), int(np.count_nonzero(~fits))
    if not positives or not negatives:
        return 0.5
    low = int(scores.min())
    span = int(scores.max()) - low + 1
    up, down = np.bincount(scores[fits] - low, minlength=span), np.bincount(scores[~fits] - low, minlength=span)
    below = np.cumsum(down) - down
    return int(np.sum(up * (2 * below + down))) / (2 * positives * negatives)


def lift(population: Population, signal: int, fits: Bools) -> float:
    """Return how much likelier somebody with the trace fits than anybody, 1 where it says nothing (or nobody has it).

    ``share who fit among those with the trace / share who fit in the town``: the soup's was 85 / 84.
    """
    usual = int(np.count_nonzero(fits)) / max(1, fits.size)
    if usual == 0.0 or not population.traces[signal].any():
        return 1.0
    return precision(population.traces[signal], fits) / usual
