"""What a strategist can do, one frozen dataclass per verb.

Commands are plain data: they are written to the journal, replayed, removed by a counterfactual and chosen by bots.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.scenario.model import HeadlineStyle, Tone

Version = Literal["a", "b"]
"""One of the two versions of a message that are compared."""
CriterionKind = Literal["age", "district", "signal", "concern", "leaning", "persuadable", "stays-home", "lookalike"]
"""What a criterion tests. ``age``, ``district`` come from the electoral roll; ``signal`` is a known trace; the others are
guesses of the profiler, ``lookalike`` one about resembling the campaign's own supporters in the survey."""


@dataclass(frozen=True)
class Criterion:
    """One word of the audience sentence. Criteria of one kind are joined by *or*, kinds by *and*.

    ``value`` is an age band, a district, a signal or a concern id; ``for`` or ``against`` for ``leaning``; empty otherwise.
    """

    kind: CriterionKind
    value: str = ""


@dataclass(frozen=True)
class BuySource:
    """Buy a data source: a move and its price."""

    source: str


@dataclass(frozen=True)
class AskLawyer:
    """Ask the campaign's lawyer about a data source: free."""

    source: str


@dataclass(frozen=True)
class SaveSegment:
    """Save the audience sentence; it becomes the audience of what is planned next. Free."""

    criteria: tuple[Criterion, ...]


@dataclass(frozen=True)
class ComposeMessage:
    """Write version a or b of today's message. Free."""

    version: Version
    claim: str
    tone: Tone
    headline: HeadlineStyle
    signed: bool


@dataclass(frozen=True)
class RunTest:
    """Show both versions to a small sample of the audience: costs the test's price."""


@dataclass(frozen=True)
class SendMessage:
    """Choose the version that tonight's advertising will carry. Free."""

    version: Version


@dataclass(frozen=True)
class PlanAction:
    """Plan something for tonight: a move and its price. ``district`` is where doors are knocked on."""

    action: str
    district: str | None = None


@dataclass(frozen=True)
class CancelAction:
    """Take back what was planned today: the move and the money return."""

    action: str


@dataclass(frozen=True)
class AnswerEvent:
    """Answer an event of this morning."""

    event: str
    choice: str


@dataclass(frozen=True)
class EndDay:
    """End the day: the night is simulated and a poll is taken."""


CampaignCommand = (
    BuySource
    | AskLawyer
    | SaveSegment
    | ComposeMessage
    | RunTest
    | SendMessage
    | PlanAction
    | CancelAction
    | AnswerEvent
    | EndDay
)
