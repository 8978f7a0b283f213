"""What every model of the format shares: the strict base class, kinds of text and number, and ids that refer to others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

FORMAT = 1
"""Version of the scenario format; a reader refuses a newer one and says so."""


@dataclass(frozen=True)
class Translatable:
    """Marks a text that a player reads, so that the extractor and the localiser find it."""


@dataclass(frozen=True)
class RefersTo:
    """Marks an id (or a tuple of ids) that must exist in the named collection; ``checks/references.py`` walks these.

    ``collection`` is one of the names in ``Scenario.ids``.
    """

    collection: str


class Authored(BaseModel):
    """Base of everything an author writes: frozen, exact types, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, hide_input_in_errors=True)


Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=90), Translatable()]
"""One line of text on screen."""
Short = Annotated[str, StringConstraints(min_length=1, max_length=34), Translatable()]
"""A label: button, name, column."""
Passage = Annotated[str, StringConstraints(min_length=1, max_length=420), Translatable()]
"""A few sentences."""
Article = Annotated[str, StringConstraints(min_length=1, max_length=1400), Translatable()]
"""The body of a page that a player opens on purpose."""
Share = Annotated[float, Field(ge=0.0, le=1.0)]
Signed = Annotated[float, Field(ge=-1.0, le=1.0)]
Euros = Annotated[int, Field(ge=0, le=1_000_000)]
Art = Annotated[str, StringConstraints(pattern=r"^[a-z]+/[a-z0-9_-]+$")]
"""A picture under ``assets/art`` without its ending, for example ``posts/tram-day``."""
Icon = Annotated[str, StringConstraints(pattern=r"^[a-z0-9-]+$", max_length=40)]
"""Name of a Font Awesome solid icon, for example ``basket-shopping``."""

SideId = Literal["for", "against"]
Truth = Literal["true", "misleading", "fabricated"]
Tone = Literal["policy", "hope", "fear", "anger"]
HeadlineStyle = Literal["plain", "curiosity", "outrage"]
Consent = Literal["given", "unclear", "none"]
RuleSet = Literal["none", "2016", "2026"]
TONES: tuple[Tone, ...] = ("policy", "hope", "fear", "anger")
HEADLINES: tuple[HeadlineStyle, ...] = ("plain", "curiosity", "outrage")
TRUTHS: tuple[Truth, ...] = ("true", "misleading", "fabricated")
AGE_BANDS: tuple[str, ...] = ("under-30", "30-to-44", "45-to-64", "over-64")
AgeBand = Literal["under-30", "30-to-44", "45-to-64", "over-64"]
MechanismId = Annotated[str, StringConstraints(pattern=r"^M([1-9]|1[0-9]|2[0-4])$")]

PersonRef = Annotated[str, RefersTo("people")]
DistrictRef = Annotated[str, RefersTo("districts")]
ConcernRef = Annotated[str, RefersTo("concerns")]
SignalRef = Annotated[str, RefersTo("signals")]
SourceRef = Annotated[str, RefersTo("sources")]
ClaimRef = Annotated[str, RefersTo("claims")]
PictureRef = Annotated[str, RefersTo("pictures")]
ActionRef = Annotated[str, RefersTo("actions")]
AccountRef = Annotated[str, RefersTo("accounts")]
PersonaRef = Annotated[str, RefersTo("personas")]
PageRef = Annotated[str, RefersTo("pages")]
ReplyRef = Annotated[str, RefersTo("replies")]
StudyRef = Annotated[str, RefersTo("studies")]
