"""What the voter's screens may see: the phone, never the campaign's files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from game.campaign.law import Right
from game.electorate.plan import Ranking
from game.feed.commands import BallotChoice, Question
from game.feed.dossier import Dossier, Listing
from game.scenario.model import HeadlineStyle, RuleSet, SideId, Tone

PostKind = Literal["authored", "campaign", "bot"]


@dataclass(frozen=True)
class PostView:
    """One post on the phone.

    ``authored`` posts point at a post of the scenario; ``campaign`` posts carry the ad's claim, tone and headline and an
    impression id from the delivery log; ``bot`` posts carry the line of a bot voice and an impression id as well.
    ``sponsor`` is the label that is shown: the account of the payer, or None where it is hidden.
    """

    id: str
    kind: PostKind
    account: str | None  # account id; None for a bot voice
    authored: str | None = None  # post id
    impression: str | None = None
    side: SideId | None = None  # only where the label shows it or the account is the campaign's own
    claim: str | None = None
    tone: Tone | None = None
    headline: HeadlineStyle | None = None
    signed: bool = True
    bot: int | None = None  # index into the scenario's bot voices
    likes: int = 0
    comments: int = 0
    shares: int = 0
    liked_by: tuple[str, ...] = ()  # friends (account ids) whose like is shown
    bot_comments: tuple[int, ...] = ()  # bot voices that wrote under it
    invitation: str | None = None  # a street action that invites: id of the action


@dataclass(frozen=True)
class PostState:
    """What was done with a post so far."""

    read: bool = False
    reacted: bool = False
    shared: bool = False
    reply: str | None = None
    checked: tuple[Question, ...] = ()
    asked_why: bool = False
    reported: bool = False
    muted: bool = False
    passed: bool = False


@dataclass(frozen=True)
class WhyThisAd:
    """What the network admits: the payer if labelled, and at most one reason (kind, value), as a platform would."""

    post: str
    sponsor: str | None  # account id
    reason: tuple[str, str] | None  # criterion kind and value: age, district … ; never the guess itself
    register: bool  # an entry in a public ad register exists under the rules in force


@dataclass(frozen=True)
class RegisterPage:
    """What the public register says of one ad: the payer's account, and every ad of the same campaign so far."""

    post: str
    ad: str
    side: SideId
    payer: str
    ads: tuple[Listing, ...]
    spent: dict[str, int]  # euros so far, by ad

    @property
    def total(self) -> int:
        """Euros that the campaign has paid for all of them so far."""
        return sum(self.spent.values())


@dataclass(frozen=True)
class RightRequest:
    """A right that was used on ``evening``: the answer or the change comes with evening ``due``, None after the vote."""

    kind: Right
    evening: int
    due: int | None
    side: SideId | None = None  # access and erasure
    ranking: Ranking | None = None  # ranking


@dataclass(frozen=True)
class DataPaper:
    """The answer to an access request of evening ``asked``: what a campaign holds on voter number ``voter``, and from where."""

    side: SideId
    asked: int
    voter: int
    held: Dossier
    erased: bool = False  # the data were deleted before: nothing but the electoral roll is left


@dataclass(frozen=True)
class RightsView:
    """What the law gives the voter, what was asked, and what came back."""

    rules: RuleSet
    offered: frozenset[Right]
    register: dict[str, RegisterPage] = field(default_factory=dict)  # by post id, what was looked up
    requests: tuple[RightRequest, ...] = ()
    papers: tuple[DataPaper, ...] = ()  # in the order in which they came
    ranking: Ranking | None = None  # of tonight's feed, where one was chosen
    ranking_next: Ranking | None = None  # from the next evening on


@dataclass(frozen=True)
class FeedView:
    """Everything that act II's screens draw."""

    stage: Literal["choose", "evening", "ballot", "done"]
    persona: str | None
    evening: int  # from 1
    evenings: int
    attention: int
    attention_full: int
    costs: dict[
        str, int
    ]  # cost in attention of pass read react share comment verify why report mute, and of each right
    posts: tuple[PostView, ...]  # tonight's feed, in ranked order
    states: tuple[PostState, ...]
    at: int  # index of the post on screen; len(posts) when the feed is at its end
    why: dict[str, WhyThisAd] = field(default_factory=dict)  # by post id, what was asked
    messages: tuple[str, ...] = ()  # direct messages of this evening
    answered: dict[str, int] = field(default_factory=dict)
    debate: str | None = None  # a debate that can be attended this evening
    attended: tuple[str, ...] = ()
    sticks: tuple[str, ...] = ()  # claim ids whose words come back in the booth, at most three
    ballot: BallotChoice | None = None
    rights: RightsView = RightsView("none", frozenset())

    @property
    def here(self) -> PostView | None:
        """The post on screen; None at the end of the feed."""
        return self.posts[self.at] if self.at < len(self.posts) else None
