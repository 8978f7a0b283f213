"""The ways to live a day without a campaign that are timed against each other; each keeps a town of its own."""

from __future__ import annotations

from typing import Protocol

from game.electorate import Mind, NightPlan, Parameters, Population, Streams, night


class Path(Protocol):
    """Something that lives one day after the other."""

    def step(self) -> None:
        """Live one day."""


class Arrays:
    """The game's own day in numpy."""

    def __init__(
        self, population: Population, mind: Mind, plan: NightPlan, streams: Streams, parameters: Parameters
    ) -> None:
        self.population, self.plan, self.streams, self.parameters = population, plan, streams, parameters
        self.mind = mind.copy()
        self.day = 0

    def step(self) -> None:
        """Live one day."""
        night(self.population, self.mind, self.plan, self.day, self.streams, self.parameters)
        self.day += 1


def has_compiled() -> bool:
    """Tell whether the optional compiled path can run here."""
    return False


def compiled() -> type[Arrays]:
    """Return the compiled path."""
    return Arrays
