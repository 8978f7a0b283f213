"""What happened on the phone: past tense, frozen, each naming its cause."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.electorate.ballot import Ballots
from game.electorate.delivery import Delivery
from game.feed.commands import BallotChoice, Question
from game.feed.state import EveningRecord, Shown
from game.feed.view import DataPaper, RegisterPage, RightRequest, WhyThisAd


@dataclass(frozen=True)
class Rejected:
    """A command that cannot be: a code for the sentence and what it is about. Nothing changed."""

    code: str
    detail: str = ""


@dataclass(frozen=True)
class PersonaChosen:
    """The player became this voter."""

    persona: str
    cause: str = "choose-persona"


@dataclass(frozen=True, eq=False)
class EveningBegan:
    """The phone is in the hand: tonight's feed is there."""

    evening: int
    attention: int
    posts: tuple[Shown, ...]
    delivery: Delivery = field(repr=False)
    cause: str
    papers: tuple[DataPaper, ...] = ()  # answers to access requests that came with it


@dataclass(frozen=True)
class PostPassed:
    """The thumb moved on."""

    post: str
    cost: int
    cause: str = "pass"


@dataclass(frozen=True)
class PostTouched:
    """Something was done with the post on screen: ``what`` is read, reacted, shared, reported or muted."""

    post: str
    what: str
    cost: int
    cause: str


@dataclass(frozen=True)
class PostCommented:
    """A prepared line was written under it."""

    post: str
    reply: str
    cost: int
    cause: str = "comment"


@dataclass(frozen=True)
class PostChecked:
    """One question of lateral reading was asked; ``exposed`` if the answer shows that something is not as it seems."""

    post: str
    question: Question
    exposed: bool
    cost: int
    cause: str = "verify"


@dataclass(frozen=True)
class WhyAnswered:
    """The network answered 'why this ad?'."""

    answer: WhyThisAd
    cost: int
    cause: str = "ask-why"


@dataclass(frozen=True)
class MessageAnswered:
    """A private message was answered."""

    message: str
    answer: int
    cause: str = "answer-message"


@dataclass(frozen=True)
class DebateAttended:
    """The debate was worth the attention it took."""

    debate: str
    cost: int
    cause: str = "attend-debate"


@dataclass(frozen=True)
class RegisterRead:
    """An ad was looked up in the public register."""

    page: RegisterPage
    cost: int
    cause: str = "look-up-register"


@dataclass(frozen=True)
class RightUsed:
    """A right was used whose answer or effect comes later."""

    request: RightRequest
    cost: int
    cause: str = "use-right"


@dataclass(frozen=True, eq=False)
class EveningEnded:
    """The phone was put down and the town slept on it."""

    record: EveningRecord = field(repr=False)
    cause: str = "put-phone-down"


@dataclass(frozen=True)
class BoothOpened:
    """It is the day of the vote."""

    cause: str = "put-phone-down"


@dataclass(frozen=True, eq=False)
class BallotCast:
    """The vote is in, and so is everybody's."""

    choice: BallotChoice
    ballots: Ballots = field(repr=False)
    cause: str = "cast-ballot"
    papers: tuple[DataPaper, ...] = ()  # what the campaigns answer once all is over


FeedEvent = (
    PersonaChosen
    | EveningBegan
    | PostPassed
    | PostTouched
    | PostCommented
    | PostChecked
    | WhyAnswered
    | MessageAnswered
    | DebateAttended
    | RegisterRead
    | RightUsed
    | EveningEnded
    | BoothOpened
    | BallotCast
)
