"""What must hold across a scenario. One module, one subject; each gives problems and never raises.

Two kinds: checks of what is *written* run on whatever could be read, so that a dangling reference is told together with
a wrong type elsewhere; checks of what is *meant* need the whole scenario. To add one, write a module with ``check`` and
name it below, with a bad example in ``tests/bad_scenarios``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.scenario.checks import (
    calendar,
    desks,
    events,
    evidence,
    identity,
    mechanisms,
    parameters,
    personas,
    pictures,
    references,
    rivals,
    sides,
    texts,
    town,
    unused,
)
from game.scenario.model import Scenario
from game.scenario.problems import Problem
from game.scenario.written import Written

WRITTEN: tuple[Callable[[Written], Iterator[Problem]], ...] = (
    identity.check,
    references.check,
    texts.check,
    pictures.check,
    parameters.check,
)
MEANT: tuple[Callable[[Scenario, Written], Iterator[Problem]], ...] = (
    calendar.check,
    desks.check,
    town.check,
    sides.check,
    evidence.check,
    personas.check,
    events.check,
    rivals.check,
    mechanisms.check,
    unused.check,
)


def as_written(written: Written) -> list[Problem]:
    """What the checks of the files as written find."""
    return [problem for check in WRITTEN for problem in check(written)]


def as_meant(scenario: Scenario, written: Written) -> list[Problem]:
    """What the checks of the whole scenario find."""
    return [problem for check in MEANT for problem in check(scenario, written)]
