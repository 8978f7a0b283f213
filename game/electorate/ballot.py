"""Polls before the vote, the vote itself, and what could be predicted of one voter."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.electorate import town_trust
from game.electorate.chance import LANE_LEVELS, Streams
from game.electorate.parameters import Parameters
from game.electorate.population import FOR, Floats, Mind, Population

UNDECIDED = 0.15
"""Undecided is a stance closer to the middle than this."""
AGAINST_VOTE, FOR_VOTE, BLANK_VOTE, HOME = range(4)
Shares = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Poll:
    """One poll.

    ``voters`` asked i32 [n], what each ``said`` i8 [n] (1 for, 0 undecided, -1 against), ``counts`` (for, undecided, against).
    """

    day: int
    voters: npt.NDArray[np.int32]
    said: npt.NDArray[np.int8]
    counts: tuple[int, int, int]


def poll(population: Population, mind: Mind, streams: Streams, day: int, n: int, parameters: Parameters) -> Poll:
    """Ask ``n`` voters, drawn at random; they answer truly but for a little noise around the edges.

    Who lost trust in the town may not answer (see ``town_trust``): nobody sees who is missing.
    """
    voters = streams.sample("poll", day, n=n, of=population.n)
    heard = town_trust.answers(population, mind, voters, parameters)
    lanes = streams.lanes("poll-refusal", day, n=population.n)[voters]
    answered = lanes < heard * np.float32(LANE_LEVELS)
    voters = voters[answered] if answered.any() else voters  # a pollster whom nobody answers rings again
    noise = streams.normals("poll-answer", day, n=population.n)[voters] * np.float32(parameters.poll_noise)
    said = mind.x[voters] + noise
    words = (said >= np.float32(UNDECIDED)).astype(np.int8) - (said <= np.float32(-UNDECIDED)).astype(np.int8)
    up, down = int(np.count_nonzero(words == 1)), int(np.count_nonzero(words == -1))
    return Poll(day, voters, words, (up, int(voters.size) - up - down, down))


def margin(share: float, n: int) -> float:
    """Return the 95 % margin of a share among ``n``: ``1.96 * sqrt(p(1-p)/n)``; 1 where nobody was asked."""
    return 1.96 * math.sqrt(max(0.0, share * (1.0 - share)) / n) if n > 0 else 1.0


def gap_margin(a: float, b: float, n: int) -> float:
    """Return the 95 % margin of the difference of two shares of one poll: ``1.96 * sqrt((a+b-(a-b)**2)/n)``."""
    return 1.96 * math.sqrt(max(0.0, a + b - (a - b) * (a - b)) / n) if n > 0 else 2.0


@dataclass(frozen=True, eq=False)
class Ballots:
    """The count.

    ``choice`` i8 [N] (0 against, 1 for, 2 blank, 3 home), ``counts`` i64 [4] in that order, ``turnout`` share 0…1 (blank papers count), ``by_band`` f64 [4] turnout by age band (0 where a band is empty).
    """

    choice: npt.NDArray[np.int8]
    counts: npt.NDArray[np.int64]
    turnout: float
    by_band: npt.NDArray[np.float64]

    def share(self, side: int) -> float:
        """Return a side's share of the valid votes; 0.5 where there are none."""
        valid = int(self.counts[AGAINST_VOTE] + self.counts[FOR_VOTE])
        own = int(self.counts[FOR_VOTE if side == FOR else AGAINST_VOTE])
        return own / valid if valid else 0.5

    def margin(self, side: int) -> float:
        """Return the side's lead in percentage points of the valid votes."""
        valid = int(self.counts[AGAINST_VOTE] + self.counts[FOR_VOTE])
        lead = int(self.counts[FOR_VOTE] - self.counts[AGAINST_VOTE])
        return 100.0 * (lead if side == FOR else -lead) / max(1, valid)

    @property
    def winner(self) -> int | None:
        """The side with more votes, 0 for or 1 against; None on a tie."""
        lead = int(self.counts[FOR_VOTE] - self.counts[AGAINST_VOTE])
        return None if lead == 0 else (0 if lead > 0 else 1)


def turnout_chance(population: Population, mind: Mind, p: Parameters) -> Floats:
    """Return everybody's chance of voting: ``p0 + h + 4 p0 (1-p0) (eta_T (T - T_start) + eta_a (a - a_start))``."""
    shift = town_trust.turnout_shift(population, mind, p)
    shift += (mind.a - population.a0) * np.float32(p.turnout_arousal)
    shift *= population.p0 * (np.float32(1.0) - population.p0)
    shift *= np.float32(4.0)
    shift += population.p0
    shift += mind.h
    return np.clip(shift, p.turnout_doubt, 1.0 - p.turnout_doubt, out=shift)


def ballot(
    population: Population,
    mind: Mind,
    streams: Streams,
    parameters: Parameters,
    forced: Mapping[int, int] | None = None,
) -> Ballots:
    """Hold the vote. ``forced`` gives the choice (0 against, 1 for, 2 blank, 3 home) of voters whom somebody plays.

    Raises:
        ValueError: a choice or a voter that does not exist.
    """
    p, n = parameters, population.n
    for voter, own in (forced or {}).items():
        if not (0 <= voter < n and AGAINST_VOTE <= own <= HOME):
            raise ValueError(f"voter is 0 to {n - 1} and choice 0 to {HOME}, not {voter} and {own}")
    goes = streams.uniforms("ballot", "goes", n=n) < turnout_chance(population, mind, p)
    leaning = mind.x + streams.normals("ballot", "booth", n=n) * np.float32(p.vote_noise)
    # Exactly in the middle, a coin decides, so that neither side has it by construction.
    coin = streams.lanes("ballot", "coin", n=n)
    up = (leaning > 0) | ((leaning == 0) & ((coin & 1) == 1))
    choice = up.astype(np.int8)
    torn = (np.abs(mind.x) < np.float32(UNDECIDED)) & (coin < np.float32(p.blank * LANE_LEVELS))
    choice[torn] = BLANK_VOTE
    choice[~goes] = HOME
    for voter, own in (forced or {}).items():
        choice[voter] = own
    counts = np.bincount(choice, minlength=4).astype(np.int64)
    voted = choice != HOME
    size = np.bincount(population.band, minlength=4)
    by_band = np.bincount(population.band[voted], minlength=4) / np.maximum(size, 1)
    return Ballots(choice, counts, (n - int(counts[HOME])) / n, by_band.astype(np.float64))


def chances(population: Population, mind: Mind, parameters: Parameters) -> tuple[Shares, Shares, Shares, Shares]:
    """Return everybody's chances of (for, against, blank, home) before the booth, f64 [N] each, adding up to 1.

    The booth's noise is a sum of four even lanes, whose distribution is a polynomial (Irwin-Hall), so this is exact up to
    the rounding of a lane. Exactly in the middle a coin decides.
    """
    q = turnout_chance(population, mind, parameters).astype(np.float64)
    x = mind.x.astype(np.float64)
    torn = np.where(np.abs(mind.x) < np.float32(UNDECIDED), parameters.blank, 0.0)
    if parameters.vote_noise > 0.0:
        up = _four_lanes(2.0 + x / (parameters.vote_noise * math.sqrt(3.0)))
    else:
        up = np.where(x == 0.0, 0.5, (x > 0.0).astype(np.float64))
    valid = q * (1.0 - torn)
    return valid * up, valid * (1.0 - up), q * torn, 1.0 - q


def _four_lanes(s: Shares) -> Shares:
    """Return the chance that four numbers, each even between 0 and 1, add up to less than ``s``."""
    total = np.zeros_like(s)
    for k, weight in enumerate((1.0, -4.0, 6.0, -4.0, 1.0)):
        over = np.maximum(np.minimum(s, 4.0) - k, 0.0)
        over *= over
        total += weight * over * over
    out: Shares = np.clip(total / 24.0, 0.0, 1.0)
    return out


def predicted(
    population: Population, mind: Mind, voter: int, parameters: Parameters
) -> tuple[float, float, float, float]:
    """Return the chances of (for, against, blank, home) for one voter, as the model sees them before the booth."""
    up, down, blank, home = (float(one[voter]) for one in chances(population, mind, parameters))
    return up, down, blank, home
