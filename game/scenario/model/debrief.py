"""``debrief.yaml``: what stays: technique cards, questions, sources."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from game.scenario.model.base import Authored, Id, Line, MechanismId, Passage, Short, StudyRef


class Study(Authored):
    """A source that cards may cite. Kept next to the cards so that a scenario stays one folder."""

    id: Id
    citation: Annotated[str, StringConstraints(min_length=1, max_length=300)]
    year: Annotated[int, Field(ge=1900, le=2100)]
    link: Annotated[str, StringConstraints(max_length=200)] = ""
    seen: Literal["text", "abstract", "secondary"] = Field(description="How the entry was checked.")


class RealCase(Authored):
    """A documented case: where, when, what, and who says so."""

    place: Short
    year: Annotated[int, Field(ge=1900, le=2100)]
    text: Passage
    study: StudyRef


class Strength(Authored):
    """How sure science is of one statement: 1 little, 2 some, 3 fairly sure, 4 sure."""

    statement: Line
    certainty: Annotated[int, Field(ge=1, le=4)]
    study: StudyRef


class Card(Authored):
    """A technique card."""

    id: Id
    mechanisms: Annotated[tuple[MechanismId, ...], Field(min_length=1, strict=False)]
    term: Line = Field(description="The field's term.")
    name: Line = Field(description="A story for each feed")
    what: Passage
    tell: Passage
    counter: Passage
    honest: Passage
    case: RealCase | None = None
    strengths: Annotated[tuple[Strength, ...], Field(min_length=1, max_length=3, strict=False)]


class DebriefFile(Authored):
    """``debrief.yaml``: what stays."""

    cards: Annotated[tuple[Card, ...], Field(min_length=1, strict=False)]
    questions: Annotated[tuple[Line, ...], Field(min_length=3, max_length=9, strict=False)]
    studies: Annotated[tuple[Study, ...], Field(min_length=1, strict=False)]
