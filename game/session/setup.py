"""What is chosen before a run begins; it stands in the header of the journal."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, Literal, get_args

from game.scenario.model import RuleSet, Scenario, SideId

Length = Literal["full", "short"]
FEWEST_VOTERS, MOST_VOTERS = 200, 10_000_000
LONGEST = 7


@dataclass(frozen=True)
class Setup:
    """One run's settings. ``voters`` are simulated; each stands for ``town.voters / voters`` people."""

    scenario_id: str
    side: SideId
    seed: int
    days: int
    voters: int
    rules: RuleSet
    length: Length = "full"

    def __post_init__(self) -> None:
        """Refuse what no run can be.

        Raises:
            ValueError: a setting is out of range.
        """
        if (
            self.side not in get_args(SideId)
            or self.rules not in get_args(RuleSet)
            or self.length not in get_args(Length)
        ):
            raise ValueError(f"no such side, rule set or length: {self.side}, {self.rules}, {self.length}")
        if not 1 <= self.days <= LONGEST or not FEWEST_VOTERS <= self.voters <= MOST_VOTERS:
            raise ValueError(f"days must be 1 to {LONGEST} and voters {FEWEST_VOTERS} to {MOST_VOTERS}")


def usual(
    scenario: Scenario,
    *,
    side: SideId = "for",
    seed: int = 1,
    days: int | None = None,
    voters: int | None = None,
    rules: RuleSet | None = None,
    length: Length = "full",
) -> Setup:
    """The scenario's own settings, changed where an argument says so."""
    head = scenario.head
    wanted = days if days is not None else head.short_days if length == "short" else head.days
    return Setup(scenario.id, side, seed, wanted, voters or scenario.town.voters, rules or head.rules, length)


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
    return Setup(**value)
