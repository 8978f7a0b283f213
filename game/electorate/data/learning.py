"""How a scorecard is learnt: by counting a survey's answers, and by checking itself on answers left out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.electorate.data.points import points
from game.electorate.population import Bools

Ints = npt.NDArray[np.int32]
FOLDS = 5
"""Parts into which a survey is cut, so that each is guessed once by the others. A technical choice."""
BANDS = 4
"""Age bands."""


@dataclass(frozen=True, eq=False)
class Learnt:
    """Points i32 per signal held, age band and district, and the total from which somebody is chosen."""

    signals: Ints
    bands: Ints
    districts: Ints
    threshold: int


@dataclass(frozen=True, eq=False)
class Answers:
    """The survey as columns: traces bool [H, n], band and district i64 [n], answer bool [n]."""

    traces: Bools
    band: npt.NDArray[np.int64]
    district: npt.NDArray[np.int64]
    answer: Bools
    district_count: int

    def learn(self, use: Bools) -> Learnt:
        """Count on the respondents in ``use`` and choose the threshold that separates them best (Youden's index)."""
        yes, no = self.answer & use, ~self.answer & use
        fit_all, other_all = int(np.count_nonzero(yes)), int(np.count_nonzero(no))
        with_yes, with_no = np.count_nonzero(self.traces & yes, axis=1), np.count_nonzero(self.traces & no, axis=1)
        signals = [points(int(a), fit_all, int(b), other_all) for a, b in zip(with_yes, with_no, strict=True)]
        bands = self._groups(self.band, BANDS, yes, no)
        districts = self._groups(self.district, self.district_count, yes, no)
        draft = Learnt(np.asarray(signals, np.int32), bands, districts, 0)
        total = self.total(draft)
        return Learnt(draft.signals, bands, districts, best_cut(total[use], self.answer[use]))

    def total(self, card: Learnt) -> Ints:
        """Return every respondent's points, i32 [n]."""
        out = card.bands[self.band] + card.districts[self.district]
        for place in range(self.traces.shape[0]):
            out += card.signals[place] * self.traces[place]
        return out

    def claimed(self) -> float | None:
        """Return the share of the chosen who fit, over folds left out in turn; None where nobody could be chosen."""
        size = self.answer.size
        fold = np.arange(size) % FOLDS
        hits = chosen = 0
        for k in range(FOLDS if size >= 2 * FOLDS else 0):
            trained = self.learn(fold != k)
            picked = (self.total(trained) >= trained.threshold) & (fold == k)
            hits += int(np.count_nonzero(picked & self.answer))
            chosen += int(np.count_nonzero(picked))
        return hits / chosen if chosen else None

    def _groups(self, group: npt.NDArray[np.int64], count: int, yes: Bools, no: Bools) -> Ints:
        fit_all, other_all = int(np.count_nonzero(yes)), int(np.count_nonzero(no))
        inside = np.bincount(group[yes], minlength=count), np.bincount(group[no], minlength=count)
        return np.asarray(
            [points(int(a), fit_all, int(b), other_all) for a, b in zip(*inside, strict=True)], dtype=np.int32
        )


def best_cut(total: Ints, answer: Bools) -> int:
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
