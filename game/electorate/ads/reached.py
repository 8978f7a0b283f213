"""Whom tonight's ads reached, one row per impression, and what those people are like."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate

import numpy as np
import numpy.typing as npt

from game.electorate.parameters import Parameters
from game.electorate.plan import Ad
from game.electorate.population import Floats, Mind, Population

Line = tuple[float, float]
"""A factor that grows evenly with a property: its value at 0 and what one unit adds."""
FLAT: Line = (1.0, 0.0)
"""The factor 1, whatever the property: this ad does not use the mechanism."""


SUBJECTS = 16
"""Claims are told apart by side and concern; two bits of one whole number count the evenings, up to three."""


def slot(ad: Ad) -> int:
    """Return the lowest bit of an ad's claim in what people have been told."""
    return 2 * (((ad.concern + 1) * 2 + ad.side) % SUBJECTS)


class Reached:
    """The R impressions of one night, each property looked up when it is first needed, from the minds before tonight.

    Looking up in "wrap" mode checks no index, which is quicker; voters of a delivery are voters of the town.
    Impressions of one ad stand together, in the order of ads, so that what is the same for all of them is only repeated.

    Args:
        population: the town.
        mind: minds before tonight.
        ads: tonight's ads.
        sizes: how many impressions each ad has, [A].
        who: whom they reached, intp [R].
        strength: 1 for an ordinary impression, less for one passed on or resisted, negative where it backfires, [R].
        earlier: ads that each has already seen tonight, [R].
        p: the constants.
    """

    def __init__(
        self,
        population: Population,
        mind: Mind,
        ads: tuple[Ad, ...],
        sizes: Sequence[int],
        who: npt.NDArray[np.intp],
        strength: Floats,
        earlier: Floats,
        p: Parameters,
    ) -> None:
        self.population, self.mind, self.ads, self.sizes, self.who = population, mind, ads, sizes, who
        ends = list(accumulate(sizes))
        self._parts = [slice(end - size, end) for size, end in zip(sizes, ends, strict=True)]
        self.strength, self.earlier, self._p = strength, earlier, p
        self._concerns: dict[tuple[int, ...], Floats] = {}

    def each(self, values: Sequence[float]) -> Floats:
        """Return a value of each ad for every row, in a new array."""
        return np.repeat(np.asarray(values, np.float32), self.sizes)

    def line(self, lines: Sequence[Line], of: Callable[[], Floats]) -> Floats | None:
        """Return a factor that grows with a property, by the line of each ad, [R]; None where it is 1 for all."""
        if all(line == FLAT for line in lines):
            return None
        if len(set(lines)) == 1:
            out: Floats = of() * np.float32(lines[0][1])
            out += np.float32(lines[0][0])
            return out
        out = self.each([slope for _, slope in lines])
        out *= of()
        out += self.each([start for start, _ in lines])
        return out

    def rows(self, ad: int) -> slice:
        """Return the rows of one ad."""
        return self._parts[ad]

    @cached_property
    def attention(self) -> Floats:
        """Strength where it is positive, else 0: who resists an ad is neither stirred nor worn by it."""
        out: Floats = np.maximum(self.strength, np.float32(0.0))
        return out

    @cached_property
    def fresh(self) -> Floats:
        """Strength over ``1 + seen/ad_wear``: each ad does less than the one before."""
        worn = self.mind.s.take(self.who, mode="wrap")
        worn += self.earlier
        worn *= np.float32(1.0 / self._p.ad_wear)
        worn += np.float32(1.0)
        return np.divide(self.strength, worn, out=worn)

    @cached_property
    def open(self) -> Floats:
        """One minus certainty."""
        certain = self.mind.c.take(self.who, mode="wrap")
        return np.subtract(np.float32(1.0), certain, out=certain)

    @cached_property
    def stance(self) -> Floats:
        """Stance."""
        return self.mind.x.take(self.who, mode="wrap")

    @cached_property
    def anxiety(self) -> Floats:
        """Anxiety, 0…1."""
        return self.population.anxiety.take(self.who, mode="wrap")

    @cached_property
    def trust(self) -> Floats:
        """Trust in the ad's campaign, 0…1."""
        return self._of(self.mind.trust, [ad.side for ad in self.ads])

    @cached_property
    def town(self) -> Floats:
        """Trust in each other and the vote, 0…1."""
        return self.mind.T.take(self.who, mode="wrap")

    @cached_property
    def swayable(self) -> Floats:
        """How far turnout can move, ``4 p (1 - p)``: most with those who vote every second time."""
        return self.population.swayable.take(self.who, mode="wrap")

    @cached_property
    def heard(self) -> npt.NDArray[np.uint32]:
        """On how many evenings they had heard the ad's claim before tonight, 0…3."""
        shifts = np.asarray([slot(ad) for ad in self.ads], np.uint32)
        before = self.mind.told.take(self.who, mode="wrap")
        before >>= np.repeat(shifts, self.sizes)
        before &= np.uint32(3)
        return before

    def concern(self, concerns: tuple[int, ...]) -> Floats:
        """How much they really care about one concern per ad, 0…1; not to be changed."""
        if concerns not in self._concerns:
            self._concerns[concerns] = self._of(self.population.concerns, concerns)
        return self._concerns[concerns]

    def _of(self, table: Floats, rows: Sequence[int]) -> Floats:
        """Look up one row of a table [rows, N] per ad."""
        if len(set(rows)) == 1:
            return np.asarray(table[rows[0]].take(self.who, mode="wrap"), np.float32)
        return np.concatenate([table[row].take(self.who[part]) for row, part in zip(rows, self._parts, strict=True)])
