"""The simulation's constants that a scenario fixes: each exists, and lies within its range."""

from __future__ import annotations

from collections.abc import Iterator

from game.parameters import PARAMETERS
from game.scenario.problems import Problem
from game.scenario.tree import Scalar, Table, shown
from game.scenario.written import Path, Written, meant


def check(written: Written) -> Iterator[Problem]:
    """Names and values under ``parameters:`` of the scenario's head; what is no number is told by the reader."""
    table = written.node("scenario", ("parameters",))
    if not isinstance(table, Table):
        return
    for name, node in table.entries.items():
        path: Path = ("parameters", name)
        known = PARAMETERS.get(name)
        if known is None:
            hint = meant(name, PARAMETERS) or "persuadable parameters lists them all"
            message = f"no constant of the simulation is called {shown(name)}"
            yield written.problem("scenario", path, "unknown-key", message, hint, at="key")
        elif (
            isinstance(node, Scalar)
            and isinstance(node.value, int | float)
            and not isinstance(node.value, bool)
            and not known.allows(node.value)
        ):
            message = f"{node.source} is outside the range of this constant"
            yield written.problem("scenario", path, "out-of-range", message, f"from {known.low:g} to {known.high:g}")
