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
        if (
            self.side not in get_args(SideId)
            or self.rules not in get_args(RuleSet)
            or self.length not in get_args(Length)
        ):
            raise ValueError(f"no such side, rule set or length: {self.side}, {self.rules}, {self.length}")
        if not 1 <= self.days <= LONGEST or not FEWEST_VOTERS <= self.voters <= MOST_VOTERS:
            raise ValueError(f"days must be 1 to {LONGEST} and voters {FEWEST_VOTERS} to {MOST_VOTERS}")
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
        voters=voters or scenario.town.voters,
        rules=rules or head.rules,
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
