"""Do the game's arrays and Mesa's agents live the same days? A ratio of speeds means nothing unless they do."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module

from game.electorate import Mind, NightPlan, Parameters, Population, Streams

WITHIN = 1e-5
"""Largest difference that counts as the same state: float32 on one side, float64 on the other."""
DAYS = 20


@dataclass(frozen=True)
class Agreement:
    """How far the two have drifted apart after ``days``: the largest difference of any property of any voter."""

    voters: int
    days: int
    largest: dict[str, float]

    @property
    def difference(self) -> float:
        """The largest of them all."""
        return max(self.largest.values())

    @property
    def holds(self) -> bool:
        """Whether both are the same town; a NaN is not."""
        return all(value <= WITHIN for value in self.largest.values())


def has_mesa() -> bool:
    """Tell whether Mesa can be imported, whole; it comes with the extra ``benchmark``. Imports it, which takes a second."""
    try:
        import_module("mesa")
    except ImportError:  # not there, or without networkx, which some versions need and do not ask for
        return False
    return True


def compare(
    population: Population,
    plan: NightPlan,
    streams: Streams,
    parameters: Parameters,
    *,
    mind: Mind | None = None,
    theirs: Parameters | None = None,
    days: int = DAYS,
) -> Agreement:
    """Run both for ``days`` from the same start with the same luck and compare every property of every voter.

    Args:
        population: who lives in the town.
        plan: what runs every day; without ads and street work, which are no part of the daily core.
        streams: the luck of who is on the phone.
        parameters: the constants of the game's side.
        mind: how both start; as the town was founded if left out.
        theirs: the constants of Mesa's side where they are to differ, to see that a difference would show.
        days: how long.

    Raises:
        ImportError: Mesa is not installed.
    """
    from game.benchmarks.mesa_town import PROPERTIES, MesaTown, luck_of
    from game.benchmarks.paths import Arrays

    mind = mind or population.start()
    arrays = Arrays(population, mind.copy(), plan, streams, parameters)
    agents = MesaTown(population, mind, plan, luck_of(population, streams), theirs or parameters)
    for _day in range(days):
        arrays.step()
        agents.step()
    largest = {
        name: max(
            abs(one - other) for one, other in zip(getattr(arrays.mind, name).tolist(), agents.state(name), strict=True)
        )
        for name in PROPERTIES
    }
    return Agreement(population.n, days, largest)
