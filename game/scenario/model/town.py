"""``town.yaml``: the electorate as an author describes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from game.scenario.model.base import Authored, ConcernRef, Id, Line, Share, Short, Signed

Point = Annotated[tuple[float, float], Field(strict=False)]


class District(Authored):
    """A part of town. Lean and youth are what the census and the last vote would show."""

    id: Id
    name: Short
    voters: Share = Field(description="Share of the town's voters; normalised over all districts.")
    lean: Signed = Field(description="Mean stance at the start: -1 against, 1 for.")
    young: Share = Field(description="Share of voters under 30.")
    seed: Point = Field(description="Centre on the map; every dot belongs to the nearest centre.")
    label: Point = Field(description="Where the name stands on the map.")
    streets: Annotated[tuple[Short, ...], Field(min_length=1, max_length=6, strict=False)]


class Concern(Authored):
    """Something voters worry or care about; messages and profiles are about concerns, never about groups."""

    id: Id
    name: Short = Field(description="Night safety")
    guess: Short = Field(description="How the sentence says it: anxious at night.")
    mean: Share = Field(description="Mean of the concern over the town, 0 to 1.")
    lean: Signed = Field(default=0.0, description="Who cares more: -1 opponents, 1 supporters.")
    young: Signed = Field(default=0.0, description="Who cares more: -1 older, 1 younger voters.")
    worry: Signed = Field(default=0.0, description="How strongly anxious people share it, -1 to 1.")


class Signal(Authored):
    """A yes-or-no trace of everyday life. Weights say, in steps of -3 to 3, who leaves it more often."""

    id: Id
    name: Short = Field(description="Chamomile tea")
    clause: Line = Field(description="Completes 'People who …': buy chamomile tea.")
    receipt: Short = Field(description="How it looks in a file: Chamomile tea × 6.")
    rate: Share = Field(description="Share of voters who leave it.")
    concerns: Mapping[ConcernRef, Annotated[int, Field(ge=-3, le=3)]] = Field(default_factory=dict)
    lean: Annotated[int, Field(ge=-3, le=3)] = 0
    young: Annotated[int, Field(ge=-3, le=3)] = 0
    turnout: Annotated[int, Field(ge=-3, le=3)] = 0


class TownMap(Authored):
    """The town as drawn: a coast to fill with dots and a river that parts them. Units: the 800 × 608 map field."""

    coast: Annotated[tuple[Point, ...], Field(min_length=6, max_length=80, strict=False)]
    river: Annotated[tuple[Point, ...], Field(max_length=20, strict=False)] = ()


class Town(Authored):
    """``town.yaml``: the electorate."""

    voters: Annotated[int, Field(ge=200, le=10_000_000)] = 20_000
    turnout: Share = Field(description="Share who would vote if nothing happened.")
    trust: Share = Field(description="Mean trust in each other and the vote at the start.")
    districts: Annotated[tuple[District, ...], Field(min_length=1, max_length=12, strict=False)]
    concerns: Annotated[tuple[Concern, ...], Field(min_length=2, max_length=5, strict=False)]
    signals: Annotated[tuple[Signal, ...], Field(min_length=3, max_length=12, strict=False)]
    map: TownMap
