"""The people whom one ad reached tonight, and what they are like."""

from __future__ import annotations

from functools import cached_property

import numpy as np
import numpy.typing as npt

from game.electorate.parameters import Parameters
from game.electorate.plan import Ad
from game.electorate.population import Bools, Floats, Mind, Population


class Reached:
    """The K people whom one ad reached, each property looked up when it is first needed, from the minds before tonight.

    Args:
        population: the town.
        mind: minds before tonight.
        ad: the ad.
        who: indexes of the people, intp [K].
        strength: 1 for an ordinary impression, less for one passed on or resisted, negative where it backfires, [K].
        earlier: ads that each has already seen tonight, [K].
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
        self.strength, self._earlier, self._p = strength, earlier, p

    @cached_property
    def attention(self) -> Floats:
        """Strength where it is positive, else 0: who resists an ad is neither stirred nor worn by it."""
        out: Floats = np.maximum(self.strength, np.float32(0.0))
        return out

    @cached_property
    def fresh(self) -> Floats:
        """Strength over ``1 + seen/ad_wear``: each ad does less than the one before."""
        worn = self.mind.s.take(self.who)
        worn += self._earlier
        worn *= np.float32(1.0 / self._p.ad_wear)
        worn += np.float32(1.0)
        out: Floats = self.strength / worn
        return out

    @cached_property
    def open(self) -> Floats:
        """One minus certainty."""
        out: Floats = np.float32(1.0) - self.mind.c.take(self.who)
        return out

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
        chance = self.population.p0.take(self.who)
        out: Floats = (np.float32(1.0) - chance) * np.float32(4.0)
        out *= chance
        return out

    @cached_property
    def told(self) -> npt.NDArray[np.uint32]:
        """What they have been told so far (see ``falsehood``)."""
        return self.mind.told.take(self.who)

    @cached_property
    def tense(self) -> Bools:
        """Who really is tense tonight."""
        out: Bools = self.mind.a.take(self.who) > np.float32(self._p.tense_above)
        return out

    def concern(self, concern: int) -> Floats:
        """How much they really care about one concern, 0…1."""
        out: Floats = self.population.concerns[concern].take(self.who)
        return out

    def trace(self, signal: int) -> Bools:
        """Who really leaves one trace."""
        out: Bools = self.population.traces[signal].take(self.who)
        return out
