"""What the voter's screens may see: the phone, never the campaign's files."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from game.feed.commands import BallotChoice, Question
from game.scenario.model import HeadlineStyle, SideId, Tone

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
class FeedView:
    """Everything that act II's screens draw."""

    stage: Literal["choose", "evening", "ballot", "done"]
    persona: str | None
    evening: int  # from 1
    evenings: int
    attention: int
    attention_full: int
    costs: dict[str, int]  # pass read react share comment verify why report mute: cost in attention
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
