"""What a first-time voter can do, one frozen dataclass per verb. ``post`` is the id of a slot of tonight's feed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

BallotChoice = Literal["for", "against", "blank", "stay-home"]
Question = Literal["behind", "others", "picture"]
"""The three questions of lateral reading."""


@dataclass(frozen=True)
class ChoosePersona:
    """Become this voter."""

    persona: str


@dataclass(frozen=True)
class Pass:
    """Scroll on to the next post."""

    post: str


@dataclass(frozen=True)
class ReadPost:
    """Read to the end."""

    post: str


@dataclass(frozen=True)
class React:
    """Like it."""

    post: str


@dataclass(frozen=True)
class Share:
    """Pass it on to friends."""

    post: str


@dataclass(frozen=True)
class Comment:
    """Comment with a prepared line."""

    post: str
    reply: str


@dataclass(frozen=True)
class Verify:
    """Check: ask one of the three questions of lateral reading."""

    post: str
    question: Question


@dataclass(frozen=True)
class AskWhy:
    """Ask the network 'why this ad?'."""

    post: str


@dataclass(frozen=True)
class Report:
    """Report it to the network."""

    post: str


@dataclass(frozen=True)
class Mute:
    """See nothing more from this account."""

    post: str


@dataclass(frozen=True)
class AnswerMessage:
    """Answer a private message with one of its prepared lines."""

    message: str
    answer: int


@dataclass(frozen=True)
class AttendDebate:
    """Put the phone down and go to the debate."""

    debate: str


@dataclass(frozen=True)
class PutPhoneDown:
    """End the evening."""


@dataclass(frozen=True)
class CastBallot:
    """Vote, leave the paper blank, or stay at home. Ends act II."""

    choice: BallotChoice


FeedCommand = (
    ChoosePersona
    | Pass
    | ReadPost
    | React
    | Share
    | Comment
    | Verify
    | AskWhy
    | Report
    | Mute
    | AnswerMessage
    | AttendDebate
    | PutPhoneDown
    | CastBallot
)
