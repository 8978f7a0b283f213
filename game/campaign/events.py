"""What happened in a campaign: past tense, frozen, each naming its cause.

``cause`` is the command (``buy-source``), the deed (``source-without-consent:loyalty``) or ``unanswered``.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from game.campaign.commands import Criterion, Version
from game.campaign.state import Answers, Booking, Draft, Night, PollResult
from game.campaign.view import NewsItem, TestView
from game.electorate.street import Gifts


@dataclass(frozen=True)
class Rejected:
    """A command that cannot be: a code for the sentence and what it is about. Nothing changed."""

    code: str
    detail: str = ""


@dataclass(frozen=True)
class SourceBought:
    """A data source is the campaign's now."""

    source: str
    price: int
    cause: str = "buy-source"


@dataclass(frozen=True)
class LawyerAsked:
    """The lawyer gave an opinion on a source."""

    source: str
    cause: str = "ask-lawyer"


@dataclass(frozen=True)
class SegmentSaved:
    """An audience sentence was saved and is the audience of what is planned next."""

    criteria: tuple[Criterion, ...]
    cause: str = "save-segment"


@dataclass(frozen=True)
class MessageComposed:
    """A version of the message was written."""

    version: Version
    draft: Draft
    cause: str = "compose-message"


@dataclass(frozen=True)
class TestReturned:
    """An A/B test was run and came back."""

    result: TestView
    price: int
    cause: str = "run-test"


@dataclass(frozen=True)
class MessageSent:
    """A version was chosen for tonight."""

    version: Version
    cause: str = "send-message"


@dataclass(frozen=True)
class ActionPlanned:
    """Something was planned for tonight."""

    booking: Booking
    cause: str = "plan-action"


@dataclass(frozen=True)
class ActionCancelled:
    """What was planned today was taken back."""

    booking: str
    price: int
    moves: int
    cause: str = "cancel-action"


@dataclass(frozen=True)
class HappeningStruck:
    """Something arose from what was done; ``about`` is the source, booking or day that it is about."""

    event: str
    about: str
    waits: bool
    cause: str


@dataclass(frozen=True)
class HappeningAnswered:
    """An event got its answer, or its default when nobody answered."""

    event: str
    choice: str
    cause: str = "answer-event"


@dataclass(frozen=True)
class FineImposed:
    """An authority took ``euros``: the scenario's share of the budget, at most the law's cap and what was left."""

    event: str
    euros: int
    cause: str = "law"


@dataclass(frozen=True)
class NetworkRemoved:
    """The platform removed a bot network under the law in force."""

    booking: str
    cause: str


@dataclass(frozen=True, eq=False)
class NightPassed:
    """A night was simulated; ``bookings`` are the player's, with their messages fixed; ``gifts`` what people gave."""

    night: Night = field(repr=False)
    bookings: tuple[Booking, ...]
    met: Answers
    gifts: Gifts = field(default_factory=Gifts)
    cause: str = "end-day"


@dataclass(frozen=True, eq=False)
class PollTaken:
    """A poll came in."""

    result: PollResult
    answers: Answers
    cause: str = "end-day"


@dataclass(frozen=True)
class DayBegan:
    """A new morning, with what the briefing tells first."""

    day: int
    moves: int
    news: tuple[NewsItem, ...]
    cause: str = "end-day"


@dataclass(frozen=True)
class CampaignEnded:
    """The last night is over."""

    day: int
    news: tuple[NewsItem, ...]
    cause: str = "end-day"


CampaignEvent = (
    SourceBought
    | LawyerAsked
    | SegmentSaved
    | MessageComposed
    | TestReturned
    | MessageSent
    | ActionPlanned
    | ActionCancelled
    | HappeningStruck
    | HappeningAnswered
    | FineImposed
    | NetworkRemoved
    | NightPassed
    | PollTaken
    | DayBegan
    | CampaignEnded
)
