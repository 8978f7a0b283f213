"""Whom one of tonight's messages reached, one row per impression, and what those people are like."""

from __future__ import annotations

from functools import cached_property
from operator import attrgetter

import numpy as np
import numpy.typing as npt

from game.electorate.parameters import Parameters
from game.electorate.plan import Ad
from game.electorate.population import Floats, Mind, Population

_SAID = attrgetter(
    *("side", "claim", "truth", "concern", "tone", "headline", "signed", "kind"),
    *("guess", "channel", "fit", "place", "mood", "synthetic"),
)
SUBJECTS = 16
"""Claims are told apart by side and concern; two bits of one whole number count the evenings, up to three."""


def slot(ad: Ad) -> int:
    """Return the lowest bit of an ad's claim in what people have been told."""
    return 2 * (((ad.concern + 1) * 2 + ad.side) % SUBJECTS)


def message(ad: Ad) -> str:
    """Return everything about an ad that its effect depends on, but for whom it reaches."""
    return repr(_SAID(ad))


class Reached:
    """The R impressions of one message, each property looked up when it is first needed, from the minds before tonight.

    Args:
        population: the town.
        mind: minds before tonight.
        ad: the ad, or one of several that say the same.
        who: whom it reached, intp [R].
        strength: 1 for an ordinary impression, less for one passed on or resisted, negative where it backfires, [R].
        earlier: ads that each has already seen tonight, [R].
        p: the constants.
    """

    def __init__(
        self,
        population: Population,
        mind: Mind,
        ad: Ad,
        who: npt.NDArray[np.intp],
        strength: Floats,
        earlier: Floats,
        p: Parameters,
    ) -> None:
        self.population, self.mind, self.ad, self.who = population, mind, ad, who
        self.strength, self.earlier, self._p = strength, earlier, p
        self._concerns: dict[int, Floats] = {}

    @cached_property
    def attention(self) -> Floats:
        """Strength where it is positive, else 0: who resists an ad is neither stirred nor worn by it."""
        out: Floats = np.maximum(self.strength, np.float32(0.0))
        return out

    @cached_property
    def fresh(self) -> Floats:
        """Strength over ``1 + seen/ad_wear``: each ad does less than the one before."""
        worn = self.mind.s.take(self.who)
        worn += self.earlier
        worn *= np.float32(1.0 / self._p.ad_wear)
        worn += np.float32(1.0)
        return np.divide(self.strength, worn, out=worn)

    @cached_property
    def open(self) -> Floats:
        """One minus certainty."""
        certain = self.mind.c.take(self.who)
        return np.subtract(np.float32(1.0), certain, out=certain)

    @cached_property
    def stance(self) -> Floats:
        """Stance."""
        return self.mind.x.take(self.who)

    @cached_property
    def anxiety(self) -> Floats:
        """Anxiety, 0…1."""
        return self.population.anxiety.take(self.who)

    @cached_property
    def trust(self) -> Floats:
        """Trust in the ad's campaign, 0…1."""
        out: Floats = self.mind.trust[self.ad.side].take(self.who)
        return out

    @cached_property
    def swayable(self) -> Floats:
        """How far turnout can move, ``4 p (1 - p)``: most with those who vote every second time."""
        out: Floats = self.population.swayable.take(self.who)
        return out

    @cached_property
    def heard(self) -> npt.NDArray[np.uint32]:
        """On how many evenings they had heard the ad's claim before tonight, 0…3."""
        before = self.mind.told.take(self.who)
        before >>= np.uint32(slot(self.ad))
        before &= np.uint32(3)
        return before

    def concern(self, index: int) -> Floats:
        """How much they really care about one concern, 0…1; not to be changed."""
        if index not in self._concerns:
            self._concerns[index] = self.population.concerns[index].take(self.who)
        return self._concerns[index]
