"""The town can be founded and drawn."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.model import Scenario
from game.scenario.problems import Problem
from game.scenario.written import Path, Written

WIDTH, HEIGHT = 800.0, 608.0
"""Of the map field; see ``TownMap``."""


def check(scenario: Scenario, written: Written) -> Iterator[Problem]:
    """Districts without voters, points beside the map, signals that nobody or everybody leaves."""
    town = scenario.town
    if sum(district.voters for district in town.districts) <= 0:
        yield written.problem("town", ("districts",), "no-voters", "no district has any voters", "give each its share")
    places: list[tuple[Path, tuple[float, float]]] = []
    for index, district in enumerate(town.districts):
        places += [(("districts", index, "seed"), district.seed), (("districts", index, "label"), district.label)]
    places += [(("map", "coast", index), point) for index, point in enumerate(town.map.coast)]
    places += [(("map", "river", index), point) for index, point in enumerate(town.map.river)]
    for path, (x, y) in places:
        if not (0 <= x <= WIDTH and 0 <= y <= HEIGHT):
            hint = f"x from 0 to {WIDTH:g}, y from 0 to {HEIGHT:g}"
            yield written.problem("town", path, "off-map", f"({x:g}, {y:g}) is beside the map", hint)
    for index, signal in enumerate(town.signals):
        if signal.rate in (0.0, 1.0):
            who = "nobody" if signal.rate == 0 else "everybody"
            message = f"a trace that {who} leaves tells nothing"
            yield written.problem("town", ("signals", index, "rate"), "no-information", message, level="warning")
