"""The profiler: an integer scorecard, learnt by counting answers of a survey.

A trace is worth ``round(10 * log((a+1)(d+1) / ((b+1)(c+1))))`` points, where a and c count people with and without the
trace who fit the target and b and d those who do not ("chamomile tea: +8 points"). Who reaches the threshold is in the
segment. People whose trace is unknown get the town's usual points. It is fallible on purpose: respondents told the truth
about themselves, bought files do not, so that the accuracy it claims is better than the one it has.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from game.electorate.chance import LANE_LEVELS, Streams
from game.electorate.population import SIGN, Bools, Mind, Population

TargetKind = Literal["concern", "leaning", "persuadable", "stays-home", "lookalike"]
Ints = npt.NDArray[np.int32]
_MAX_POINTS = 40
_FOLDS = 5


def _half_points() -> tuple[float, ...]:
    """Return odds ratios at which points change: exp((k + 0.5) / 10), by multiplying, so no machine differs."""
    ratio, out = 1.0512710963760241, []  # exp(0.05), the step from 0 to 1 point
    for _ in range(_MAX_POINTS):
        out.append(ratio)
        ratio *= 1.1051709180756477  # exp(0.1)
    return tuple(out)


_STEPS = _half_points()


def points(for_: int, for_all: int, against: int, against_all: int) -> int:
    """Return ``round(10 * log odds ratio)`` of two groups with Laplace's +1, between -40 and 40.

    Args:
        for_: people with the trace who fit.
        for_all: all who fit.
        against: people with the trace who do not fit.
        against_all: all who do not fit.
    """
    top = (for_ + 1) * (against_all - against + 1)
    bottom = (against + 1) * (for_all - for_ + 1)
    if top >= bottom:
        return bisect_right(_STEPS, top / bottom)
    return -bisect_right(_STEPS, bottom / top)


@dataclass(frozen=True)
class Target:
    """What to guess.

    A high ``concern`` (index), ``leaning`` to ``side``, ``persuadable``, ``stays-home``, or ``lookalike`` of the side's own firm supporters.
    """

    kind: TargetKind
    concern: int = -1
    side: int = 0


@dataclass(frozen=True, eq=False)
class Holding:
    """What is on file, per signal and voter.

    ``known`` bool [S, N], ``value`` bool [S, N] (possibly wrong; False where
    unknown), ``ungiven`` bool [S, N] held without given consent, ``reliability`` chance that a value is right, [S].
    """

    known: Bools
    value: Bools
    ungiven: Bools
    reliability: tuple[float, ...]


@dataclass(frozen=True, eq=False)
class Survey:
    """People who answered questions about themselves, of their own will: i32 [n], ascending."""

    voters: npt.NDArray[np.int32]


@dataclass(frozen=True, eq=False)
class Scorecard:
    """Points for one target.

    ``points`` i32 [S] per signal held, ``bands`` i32 [4], ``districts`` i32 [D], ``usual`` i32
    [S] points of somebody whose trace is unknown, ``threshold``, ``claimed`` share of the chosen who fit, as the survey
    says by cross-validation, ``base`` share who fit in the survey.
    """

    target: Target
    signals: tuple[int, ...]
    points: Ints
    bands: Ints
    districts: Ints
    usual: Ints
    threshold: int
    claimed: float
    base: float


def collect(
    population: Population,
    signals: Sequence[int],
    coverage: float,
    reliability: float,
    consent: bool,
    streams: Streams,
    key: str,
) -> Holding:
    """Return the file of one source: ``coverage`` of the voters are in it, each trace is right with ``reliability``.

    A wrong entry shows the trace of one randomly chosen other voter, so files keep the town's rates (mixed-up people, not
    inverted lives) and a reliability of 0 means noise.
    """
    shape = population.traces.shape
    known, value, ungiven = (np.zeros(shape, dtype=np.bool_) for _ in range(3))
    n = population.n
    inside = streams.lanes("file", key, "who", n=n) < np.float32(coverage * LANE_LEVELS)
    other = (streams.words("file", key, "mixed-up", n=n) % np.uint64(n)).astype(np.intp)
    for s in signals:
        lanes = streams.lanes("file", key, "trace", s, n=n)
        right = lanes < np.float32(reliability * LANE_LEVELS)
        known[s] = inside
        value[s] = np.where(right, population.traces[s], population.traces[s][other]) & inside
        if not consent:
            ungiven[s] = inside
    return Holding(known, value, ungiven, tuple(reliability if s in signals else 0.0 for s in range(shape[0])))


def merge(population: Population, holdings: Sequence[Holding]) -> Holding:
    """Join files on the person: where several know a trace, the most reliable is believed (the earlier one on a tie)."""
    shape = population.traces.shape
    known, value, ungiven = (np.zeros(shape, dtype=np.bool_) for _ in range(3))
    best = [max((h.reliability[s] for h in holdings), default=0.0) for s in range(shape[0])]
    for s in range(shape[0]):
        for h in sorted(holdings, key=lambda item: -item.reliability[s]):
            fresh = h.known[s] & ~known[s]
            value[s] |= h.value[s] & fresh
            known[s] |= fresh
            ungiven[s] |= h.ungiven[s]
    return Holding(known, value, ungiven, tuple(best))


def ask(population: Population, mind: Mind, n: int, streams: Streams, key: str) -> Survey:
    """Draw ``n`` respondents (fewer in a tiny town) among those who are willing: the chance is ``0.4 + 0.6 * trust``."""
    chance = mind.T * np.float32(0.6) + np.float32(0.4)
    willing = np.flatnonzero(streams.uniforms("survey", key, "willing", n=population.n) < chance)
    asked = streams.sample("survey", key, n=n, of=int(willing.size))
    return Survey(willing[asked].astype(np.int32))


def truth(population: Population, mind: Mind, target: Target) -> Bools:
    """Return who really fits, bool [N]: the debrief's answer, never shown in act I.

    A high concern is above the start of the town's upper third; persuadable is |x| < 0.3; stays-home a turnout chance
    below 0.5; a supporter to resemble is beyond 0.3 on the own side.
    """
    fits: Bools
    if target.kind == "concern":
        fits = population.concerns[target.concern] >= population.high[target.concern]
    elif target.kind == "leaning":
        fits = mind.x * np.float32(SIGN[target.side]) > 0
    elif target.kind == "persuadable":
        fits = np.abs(mind.x) < np.float32(0.3)
    elif target.kind == "stays-home":
        fits = population.p0 + mind.h < np.float32(0.5)
    else:
        fits = mind.x * np.float32(SIGN[target.side]) > np.float32(0.3)
    return fits


def fit(population: Population, mind: Mind, holding: Holding, survey: Survey, target: Target) -> Scorecard:
    """Learn a scorecard for the signals that the campaign holds at all, from the survey's true answers.

    ``claimed`` is the mean share of the chosen who fit over five folds that were left out in turn.
    """
    who = survey.voters
    signals = tuple(s for s in range(population.traces.shape[0]) if bool(holding.known[s].any()))
    traces = population.traces[list(signals)][:, who] if signals else np.zeros((0, who.size), np.bool_)
    answer = truth(population, mind, target)[who]
    band, district = population.band[who].astype(np.int64), population.district[who].astype(np.int64)
    data = _Answers(traces, band, district, answer, population.districts)
    card = data.learn(np.ones(who.size, dtype=np.bool_))
    fold = np.arange(who.size) % _FOLDS
    hits = chosen = 0
    for k in range(_FOLDS if who.size >= 2 * _FOLDS else 0):
        trained = data.learn(fold != k)
        picked = (data.total(trained) >= trained.threshold) & (fold == k)
        hits += int(np.count_nonzero(picked & answer))
        chosen += int(np.count_nonzero(picked))
    base = int(np.count_nonzero(answer)) / who.size if who.size else 0.0
    size = population.traces.shape[0]
    full, usual = np.zeros(size, np.int32), np.zeros(size, np.int32)
    for place, s in enumerate(signals):
        full[s] = card.signals[place]
        held = int(np.count_nonzero(traces[place]))
        usual[s] = round(int(card.signals[place]) * held / max(1, who.size))
    claimed = hits / chosen if chosen else base
    return Scorecard(target, signals, full, card.bands, card.districts, usual, card.threshold, claimed, base)


@dataclass(frozen=True, eq=False)
class _Learnt:
    signals: Ints
    bands: Ints
    districts: Ints
    threshold: int


@dataclass(frozen=True, eq=False)
class _Answers:
    """The survey as columns: traces bool [H, n], band and district i64 [n], answer bool [n]."""

    traces: Bools
    band: npt.NDArray[np.int64]
    district: npt.NDArray[np.int64]
    answer: Bools
    district_count: int

    def learn(self, use: Bools) -> _Learnt:
        """Count on the respondents in ``use`` and choose the threshold that separates them best (Youden's index)."""
        yes, no = self.answer & use, ~self.answer & use
        fit_all, other_all = int(np.count_nonzero(yes)), int(np.count_nonzero(no))
        with_yes, with_no = np.count_nonzero(self.traces & yes, axis=1), np.count_nonzero(self.traces & no, axis=1)
        signals = [points(int(a), fit_all, int(b), other_all) for a, b in zip(with_yes, with_no, strict=True)]
        bands = self._groups(self.band, 4, yes, no)
        districts = self._groups(self.district, self.district_count, yes, no)
        draft = _Learnt(np.asarray(signals, np.int32), bands, districts, 0)
        total = self.total(draft)
        cut = _best_cut(total[use], self.answer[use])
        return _Learnt(draft.signals, bands, districts, cut)

    def total(self, card: _Learnt) -> Ints:
        """Return everybody's points."""
        out = card.bands[self.band] + card.districts[self.district]
        for place in range(self.traces.shape[0]):
            out += card.signals[place] * self.traces[place]
        return out

    def _groups(self, group: npt.NDArray[np.int64], count: int, yes: Bools, no: Bools) -> Ints:
        fit_all, other_all = int(np.count_nonzero(yes)), int(np.count_nonzero(no))
        inside = np.bincount(group[yes], minlength=count), np.bincount(group[no], minlength=count)
        return np.asarray(
            [points(int(a), fit_all, int(b), other_all) for a, b in zip(*inside, strict=True)], dtype=np.int32
        )


def _best_cut(total: Ints, answer: Bools) -> int:
    """Return the lowest score from which choosing separates best; ties go to the higher score."""
    if total.size == 0:
        return 0
    low = int(total.min())
    span = int(total.max()) - low + 1
    fits = np.bincount(total[answer] - low, minlength=span)
    rest = np.bincount(total[~answer] - low, minlength=span)
    above_fits, above_rest = np.cumsum(fits[::-1])[::-1], np.cumsum(rest[::-1])[::-1]
    gain = above_fits * max(1, int(rest.sum())) - above_rest * max(1, int(fits.sum()))
    return low + span - 1 - int(np.argmax(gain[::-1]))


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


def auc(scores: Ints, fits: Bools) -> float:
    """Return the chance that somebody who fits scores higher than somebody who does not; 0.5 where either is missing."""
    positives, negatives = int(np.count_nonzero(fits)), int(np.count_nonzero(~fits))
    if not positives or not negatives:
        return 0.5
    low = int(scores.min())
    span = int(scores.max()) - low + 1
    up, down = np.bincount(scores[fits] - low, minlength=span), np.bincount(scores[~fits] - low, minlength=span)
    below = np.cumsum(down) - down
    return int(np.sum(up * (2 * below + down))) / (2 * positives * negatives)
