"""The game's own ways to live a day without a campaign; each keeps a town of its own."""

from __future__ import annotations

from importlib.util import find_spec

from game.electorate import Mind, NightPlan, Parameters, Population, Streams
from game.electorate.core import step, use_compiled
from game.electorate.delivery import awake


class Arrays:
    """The daily core in numpy, with the luck of who is on the phone.

    Args:
        population: who lives there.
        mind: how they start; it is lived in, not copied.
        plan: what runs each day; ads are no part of the daily core.
        streams: the luck.
        parameters: the constants.
    """

    compiled = False

    def __init__(
        self, population: Population, mind: Mind, plan: NightPlan, streams: Streams, parameters: Parameters
    ) -> None:
        self.population, self.plan, self.streams, self.parameters = population, plan, streams, parameters
        self.mind = mind
        self.day = 0

    def step(self) -> None:
        """Live one day."""
        use_compiled(self.compiled)
        try:
            active = awake(self.population, self.day, self.streams)
            step(self.population, self.mind, self.plan, self.day, self.streams, self.parameters, active)
        finally:
            use_compiled(False)
        self.day += 1


class Compiled(Arrays):
    """The same, compiled by numba."""

    compiled = True


def has_compiled() -> bool:
    """Tell whether numba is installed; it comes with the extra ``fast``."""
    return find_spec("numba") is not None
