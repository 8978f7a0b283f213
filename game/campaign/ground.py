"""What stays the same through a whole campaign: the town, the side, the law in force and the luck."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Protocol, TypeVar, cast

from game.campaign.law import LAWS, Law
from game.electorate import parameters as constants
from game.electorate.chance import Streams
from game.electorate.founding import found
from game.electorate.parameters import Parameters
from game.electorate.plan import NightPlan
from game.electorate.population import Mind, Population, side_index
from game.scenario.model import Action, Claim, RuleSet, Scenario, Side, SideId, Source

if TYPE_CHECKING:
    from game.campaign.state import Booking  # the state stands on the ground, so not the other way round at run time

Made = TypeVar("Made")


class Amendment(Protocol):
    """What a counterfactual changes in what is sent out; None in every ordinary run."""

    def plan(self, plan: NightPlan, night: int) -> NightPlan:
        """The plan that runs instead in this night."""

    def booking(self, booking: Booking) -> Booking:
        """What is booked instead, by either side, once its message is fixed."""


@dataclass(frozen=True, eq=False)
class Ground:
    """The town under a campaign. Shared by every state of a run and by its counterfactuals; nothing here changes."""

    scenario: Scenario
    side: SideId
    days: int
    rules: RuleSet
    streams: Streams
    parameters: Parameters
    population: Population
    start: Mind
    amend: Amendment | None = None
    memo: dict[Hashable, Any] = field(default_factory=dict, repr=False)

    @property
    def law(self) -> Law:
        """The law in force."""
        return LAWS[self.rules]

    @property
    def own(self) -> int:
        """Index of the player's side."""
        return side_index(self.side)

    @property
    def rival(self) -> int:
        """Index of the other side."""
        return 1 - self.own

    @property
    def rival_side(self) -> SideId:
        """Id of the other side."""
        return "against" if self.side == "for" else "for"

    @cached_property
    def concerns(self) -> dict[str, int]:
        """Index of each concern by id."""
        return {concern.id: index for index, concern in enumerate(self.scenario.town.concerns)}

    @cached_property
    def signals(self) -> dict[str, int]:
        """Index of each signal by id."""
        return {signal.id: index for index, signal in enumerate(self.scenario.town.signals)}

    @cached_property
    def districts(self) -> dict[str, int]:
        """Index of each district by id."""
        return {district.id: index for index, district in enumerate(self.scenario.town.districts)}

    @cached_property
    def actions(self) -> dict[str, Action]:
        """Every action of both desks by id."""
        return {action.id: action for action in self.scenario.campaign.amplify + self.scenario.campaign.street}

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """Every claim of both sides by id."""
        return {claim.id: claim for claim in self.scenario.campaign.claims}

    @cached_property
    def sources(self) -> dict[str, Source]:
        """Every data source by id."""
        return {source.id: source for source in self.scenario.campaign.sources}

    @cached_property
    def camps(self) -> dict[str, Side]:
        """Both sides by id."""
        return {side.id: side for side in self.scenario.head.sides}

    def derived(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """``make()``, worked out once for ``key``; the key must name everything that the value depends on."""
        if key not in self.memo:
            self.memo[key] = make()
        return cast("Made", self.memo[key])


def values_of_run(
    scenario: Scenario, seed: int, *, drawn: bool = True, fixed: Mapping[str, float] | None = None
) -> Parameters:
    """The constants that a run with this seed is played with.

    What the caller fixes stands above what the scenario fixes; the rest is drawn, or central without ``drawn``.

    Raises:
        ParameterError: no such constant, or a value outside its range.
    """
    values = {**scenario.head.parameters, **(fixed or {})}
    return constants.drawn(Streams(seed), values) if drawn else constants.fixed(values)


def lay(
    scenario: Scenario,
    side: SideId,
    *,
    seed: int,
    days: int,
    voters: int,
    rules: RuleSet,
    drawn: bool = True,
    fixed: Mapping[str, float] | None = None,
) -> Ground:
    """Found the town for a run. The town depends on scenario, seed, size and constants only, never on the side played.

    Args:
        scenario: what is played; the constants that it fixes stand as they are written.
        side: which camp is the player's.
        seed: names all luck, that of the constants included.
        days: days of the campaign.
        voters: how many are simulated.
        rules: the law in force.
        drawn: draw every constant from its range; with False they have their central values.
        fixed: constants that the caller fixes; above what the scenario says.

    Raises:
        ParameterError: no such constant, or a value outside its range.
    """
    streams = Streams(seed)
    parameters = values_of_run(scenario, seed, drawn=drawn, fixed=fixed)
    population = found(scenario.town, scenario.feed.personas, voters, streams, parameters)
    return Ground(scenario, side, days, rules, streams, parameters, population, population.start())
