"""What the campaign believes of every voter's stance. Built from polls, survey, doors and files; never from the truth.

1. A district starts from its last vote and moves with what people there said in polls.
2. Who has usable traces is placed in the district by the leaning scorecard: *inferred*.
3. Who is on the roll only is placed at random around the district's mean: *unknown*, one plausible voter among many.
4. The order of all is kept, and the scale is stretched so that the town shows the shares of the newest polls.
5. Who said what they think is put there: *known*.

All weights are modelling choices (``parameters/data.py``).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.campaign.commands import Criterion
from game.campaign.ground import Ground
from game.campaign.knowledge import guess, holding, usable
from game.campaign.state import Answers, State
from game.electorate.ballot import UNDECIDED

UNKNOWN, INFERRED, KNOWN = 0, 1, 2
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Estimate:
    """Believed stance float32 [N] and how it is known int8 [N]: 0 unknown, 1 inferred, 2 known."""

    stance: Floats
    standing: npt.NDArray[np.int8]


def estimate(state: State, polls: int | None = None) -> Estimate:
    """The campaign's belief after its first ``polls`` polls (all of them by default), with the files held now."""
    taken = len(state.polls) if polls is None else polls
    ground = state.ground
    key = ("estimate", usable(ground, state.owned), _heard(state, taken))
    return ground.derived(key, lambda: _estimate(state, taken))


def _heard(state: State, polls: int) -> tuple[Answers, ...]:
    """What the belief depends on: the answers that had come in by then. They compare by identity."""
    day = state.polls[polls - 1].day
    return tuple(answers for answers in state.answers if answers.day <= day)


def _estimate(state: State, polls: int) -> Estimate:
    ground = state.ground
    population = ground.population
    p = ground.parameters
    raw = _district_means(state, polls)[population.district]
    noise = ground.derived(
        ("estimate-noise",),
        lambda: ground.streams.normals("estimate", ground.side, n=population.n) * np.float32(p.guess_noise),
    )
    inferred, lean = _inferred(state)
    raw = raw + np.where(inferred, lean + noise * np.float32(p.guess_spread), noise)
    stance = _calibrated(raw.astype(np.float32), _shares(state, polls))
    standing = np.where(inferred, INFERRED, UNKNOWN).astype(np.int8)
    day = state.polls[polls - 1].day
    for answers in state.answers:  # oldest first: what was said last stands
        if answers.day <= day:
            stance[answers.voters] = _placed(answers.said, noise[answers.voters], p.said_stance)
            standing[answers.voters] = KNOWN
    return Estimate(stance, standing)


def _district_means(state: State, polls: int) -> Floats:
    """Mean believed stance per district, float32 [D]."""
    ground = state.ground
    districts = ground.scenario.town.districts
    p = ground.parameters
    total = np.asarray([district.lean for district in districts]) * p.census_weight
    weight = np.full(len(districts), p.census_weight)
    last = state.polls[polls - 1].day
    for answers in state.answers:
        if answers.how == "poll" and answers.day <= last:
            factor = _faded(p.older_poll, last - answers.day)
            where = ground.population.district[answers.voters]
            total += factor * p.said_stance * np.bincount(where, weights=answers.said, minlength=len(districts))
            weight += factor * np.bincount(where, minlength=len(districts))
    means: Floats = (total / weight).astype(np.float32)
    return means


def _inferred(state: State) -> tuple[npt.NDArray[np.bool_], Floats]:
    """Who has usable traces, and how far the leaning scorecard moves them off the mean: bool [N], float32 [N]."""
    ground = state.ground
    files = usable(ground, state.owned)
    key = ("inferred", files)
    return ground.derived(key, lambda: _score_lean(ground, files))


def _score_lean(ground: Ground, files: tuple[str, ...]) -> tuple[npt.NDArray[np.bool_], Floats]:
    points = guess(ground, files, Criterion("leaning", "for")).points.astype(np.float32)
    ordered = np.sort(points)
    low, middle, high = (float(ordered[int(points.size * share)]) for share in (0.1, 0.5, 0.9))
    spread = np.clip((points - np.float32(middle)) / np.float32(max(high - low, 1.0)), -1.0, 1.0)
    traced: npt.NDArray[np.bool_] = np.asarray(holding(ground, files).known.any(axis=0), dtype=np.bool_)
    return traced, (spread * np.float32(ground.parameters.guess_pull)).astype(np.float32)


def _shares(state: State, polls: int) -> tuple[float, float]:
    """Believed shares of against and undecided: the polls, each older one at half the weight."""
    last = state.polls[polls - 1].day
    against = undecided = asked = 0.0
    for result in state.polls[:polls]:
        factor = _faded(state.ground.parameters.older_poll, last - result.day)
        against += factor * result.counts[2]
        undecided += factor * result.counts[1]
        asked += factor * result.asked
    return against / max(asked, 1.0), undecided / max(asked, 1.0)


def _calibrated(raw: Floats, shares: tuple[float, float]) -> Floats:
    """Stretch the scale piece by piece, keeping everybody's order, until the shares are the polls' shares."""
    ordered = np.sort(raw)
    last = raw.size - 1
    low = float(ordered[min(int(raw.size * shares[0]), last)])
    high = float(ordered[min(int(raw.size * (shares[0] + shares[1])), last)])
    ends = [float(ordered[0]), low, max(high, low + 1e-4), max(float(ordered[-1]), high + 2e-4)]
    ends[0] = min(ends[0], low - 1e-4)
    stance = np.interp(raw, ends, [-0.95, -UNDECIDED, UNDECIDED, 0.95])
    return stance.astype(np.float32)


def _faded(factor: float, days: int) -> float:
    """``factor`` to the power of ``days``, by multiplying, so that no machine differs."""
    weight = 1.0
    for _ in range(days):
        weight *= factor
    return weight


def _placed(said: npt.NDArray[np.int8], noise: Floats, at: float) -> Floats:
    """Where those are put who said what they think; a little apart from each other, never across a line."""
    decided = said.astype(np.float32) * np.float32(at) + noise * np.float32(0.4)
    aside = np.where(said > 0, np.maximum(decided, 0.17), np.minimum(decided, -0.17))
    return np.where(said == 0, np.clip(noise * np.float32(0.2), -0.14, 0.14), np.clip(aside, -0.95, 0.95)).astype(
        np.float32
    )


def leaning(stance: float) -> int:
    """1 for, 0 undecided, -1 against."""
    return 0 if abs(stance) < UNDECIDED else 1 if stance > 0 else -1


def shares_among(stance: Floats) -> dict[str, float]:
    """Shares of for, undecided and against among these stances; all 0 for nobody."""
    count = max(stance.size, 1)
    return {
        "for": int(np.count_nonzero(stance >= UNDECIDED)) / count,
        "undecided": int(np.count_nonzero(np.abs(stance) < UNDECIDED)) / count,
        "against": int(np.count_nonzero(stance <= -UNDECIDED)) / count,
    }
