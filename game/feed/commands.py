"""What a first-time voter can do, one frozen dataclass per verb. ``post`` is the id of a slot of tonight's feed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from game.electorate.plan import Ranking
from game.scenario.model import SideId

BallotChoice = Literal["for", "against", "blank", "stay-home"]
Question = Literal["behind", "others", "picture"]
"""The three questions of lateral reading."""
SIDES: tuple[SideId, SideId] = ("for", "against")
"""Both sides in the order in which the electorate numbers them."""
RANKINGS: tuple[Ranking, ...] = get_args(Ranking)
"""Every order in which a feed can be had."""


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
class LookUpRegister:
    """Look the ad on screen up in the public register: who paid how much, and what else was said to whom."""

    post: str


@dataclass(frozen=True)
class AskForData:
    """Ask a campaign what it holds on you and where it got it."""

    side: SideId


@dataclass(frozen=True)
class AskForErasure:
    """Have a campaign delete what it holds on you."""

    side: SideId


@dataclass(frozen=True)
class ChooseRanking:
    """Have your own feed ordered in another way, from the next evening on."""

    ranking: Ranking


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
    | LookUpRegister
    | AskForData
    | AskForErasure
    | ChooseRanking
    | PutPhoneDown
    | CastBallot
)
