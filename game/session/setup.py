"""What is chosen before a run begins; it stands in the header of the journal."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from game.electorate.parameters import ParameterError
from game.electorate.parameters import fixed as values_of
from game.scenario.model import RuleSet, Scenario, SideId

Length = Literal["full", "short"]
FEWEST_VOTERS, MOST_VOTERS = 200, 10_000_000
LONGEST = 7


@dataclass(frozen=True)
class Setup:
    """One run's settings. ``voters`` are simulated; each stands for ``town.voters / voters`` people.

    ``drawn``: is every constant drawn from its range at the start, as it should be, or do all have their central value?
    ``fixed`` names the constants that the caller set, with their values, sorted by name; they stand above the scenario's.
    """

    scenario_id: str
    side: SideId
    seed: int
    days: int
    voters: int
    rules: RuleSet
    length: Length = "full"
    drawn: bool = True
    fixed: tuple[tuple[str, float], ...] = ()

    def __post_init__(self) -> None:
        """Refuse what no run can be.

        Raises:
            ValueError: a setting is out of range (a ``ParameterError`` where it is a constant).
        """
        for name, known in (("side", SideId), ("rules", RuleSet), ("length", Length)):
            if getattr(self, name) not in get_args(known):
                raise ValueError(f"{name} is one of {', '.join(get_args(known))}, not {getattr(self, name)!r}")
        for name, low, high in (("days", 1, LONGEST), ("voters", FEWEST_VOTERS, MOST_VOTERS)):
            if type(getattr(self, name)) is not int or not low <= getattr(self, name) <= high:
                raise ValueError(f"{name} is a whole number from {low} to {high}, not {getattr(self, name)!r}")
        for name, kind, what in (("seed", int, "a whole number"), ("drawn", bool, "true or false")):
            if type(getattr(self, name)) is not kind:
                raise ValueError(f"{name} is {what}, not {getattr(self, name)!r}")
        values = dict(self.fixed)
        if len(values) < len(self.fixed):
            raise ParameterError("a constant is fixed twice")
        values_of(values)  # refuses what cannot be
        in_order = tuple(sorted((name, float(value)) for name, value in values.items()))
        object.__setattr__(self, "fixed", in_order)  # so that equal settings are equal, whatever the order they came in


def usual(
    scenario: Scenario,
    *,
    side: SideId = "for",
    seed: int = 1,
    days: int | None = None,
    voters: int | None = None,
    rules: RuleSet | None = None,
    length: Length = "full",
    drawn: bool = True,
    fixed: Mapping[str, float] | None = None,
) -> Setup:
    """The scenario's own settings, changed where an argument says so; ``drawn=False`` plays with central constants.

    Raises:
        ValueError: see ``Setup``.
    """
    head = scenario.head
    wanted = days if days is not None else head.short_days if length == "short" else head.days
    return Setup(
        scenario_id=scenario.id,
        side=side,
        seed=seed,
        days=wanted,
        voters=scenario.town.voters if voters is None else voters,
        rules=head.rules if rules is None else rules,
        length=length,
        drawn=drawn,
        fixed=tuple((fixed or {}).items()),
    )


def first_weekday(scenario: Scenario, days: int) -> int:
    """The weekday of day 1, 0 is Monday. The vote keeps its day, so a shorter campaign begins later in the week."""
    return (scenario.head.first_weekday + scenario.head.days - days) % 7


def from_json(value: Any) -> Setup:
    """The settings as read from a journal's header.

    Raises:
        ValueError: not exactly the fields of a ``Setup``, or values that no run can have.
    """
    names = {field.name for field in dataclasses.fields(Setup)}
    if not isinstance(value, dict) or set(value) != names:
        raise ValueError("settings are not those of a run")
    numbers = (value["seed"], value["days"], value["voters"])
    if not all(type(number) is int for number in numbers) or type(value["scenario_id"]) is not str:
        raise ValueError("settings have values of a wrong kind")
    if type(value["drawn"]) is not bool:
        raise ValueError("constants are drawn or they are not")
    return Setup(**{**value, "fixed": _pairs(value["fixed"])})


def _pairs(value: Any) -> tuple[tuple[str, float], ...]:
    """Names and values of constants as a journal's header has them."""
    rows = value if isinstance(value, list | tuple) else [value]
    if not all(isinstance(row, list | tuple) and [type(part) for part in row] == [str, float] for row in rows):
        raise ValueError("fixed constants are a list of names with numbers")
    return tuple((name, number) for name, number in rows)
