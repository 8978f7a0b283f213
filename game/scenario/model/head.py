"""``scenario.yaml``: what the vote is about, how long it takes, who is who."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from game.parameters import PARAMETERS
from game.scenario.model.base import (
    AccountRef,
    Art,
    Authored,
    ConcernRef,
    Euros,
    Id,
    Line,
    MechanismId,
    Passage,
    PersonRef,
    RuleSet,
    Short,
    SideId,
)


class Person(Authored):
    """Somebody of the campaign team or the town who speaks in act I."""

    id: Id
    name: Short
    role: Line
    art: Art = Field(description="A bust, for example people/ada.")


class Argument(Authored):
    """One true, sensible reason to vote for this side; both sides need the same number."""

    concern: ConcernRef
    text: Passage


class Side(Authored):
    """One of the two camps."""

    id: SideId
    name: Short = Field(description="Name of the campaign, for example Clairport Moves.")
    stands_for: Line = Field(description="For the free trams")
    ballot: Short = Field(description="The word on the ballot, for example Yes.")
    account: AccountRef = Field(description="The account that signed posts come from.")
    front: AccountRef = Field(description="The account that unsigned posts come from.")
    arguments: Annotated[tuple[Argument, ...], Field(min_length=2, max_length=4, strict=False)]
    if_it_wins: Passage = Field(description="One sentence under the front page's headline.")


class Newspaper(Authored):
    """The local paper that prints the result."""

    name: Short
    motto: Line


def _list_constants(schema: dict[str, Any]) -> None:
    """Put every constant with its range into the schema, so that an editor completes and checks it."""
    schema.update(
        additionalProperties=False,
        properties={
            item.name: {
                "type": "number",
                "minimum": item.low,
                "maximum": item.high,
                "default": item.value,
                "description": f"{item.meaning} ({item.unit})",
            }
            for item in PARAMETERS.values()
        },
    )


class ScenarioFile(Authored):
    """``scenario.yaml``: what the vote is about, how long it takes, who is who."""

    format: Literal[1] = Field(description="Version of the scenario format.")
    id: Id
    title: Line
    town: Short
    teaser: Line = Field(description="The vote as one short question, under the poster.")
    question: Passage = Field(description="The question as printed on the ballot paper.")
    ballot_title: Line = Field(description="The line above the question, for example the kind of vote and the day.")
    poster: Art
    skyline: Art = Field(description="Backdrop of the morning briefing.")
    minutes: Annotated[tuple[Literal[12, 45, 55, 90], ...], Field(min_length=1, strict=False)]
    days: Annotated[int, Field(ge=2, le=7)] = Field(description="Days of the whole campaign.")
    short_days: Annotated[int, Field(ge=2, le=7)] = Field(description="Days of the short form.")
    evenings: Annotated[int, Field(ge=1, le=3)] = Field(default=3, description="Evenings with the phone in act II.")
    first_weekday: Annotated[int, Field(ge=0, le=6)] = Field(description="0 is Monday; the vote follows the last day.")
    moves: Annotated[int, Field(ge=1, le=5)] = Field(description="Moves a day.")
    budget: Euros
    rules: RuleSet = Field(description="Law in force: none, 2016 or 2026.")
    paper: Newspaper
    sides: Annotated[tuple[Side, Side], Field(strict=False)]
    people: Annotated[tuple[Person, ...], Field(min_length=1, max_length=12, strict=False)]
    director: PersonRef = Field(description="The person whose word closes the morning briefing.")
    mechanisms: Annotated[tuple[MechanismId, ...], Field(min_length=1, strict=False)]
    parameters: Mapping[str, float] = Field(
        default_factory=dict,
        description="Constants of the simulation that are not drawn here but have this value, within their range.",
        json_schema_extra=_list_constants,
    )
