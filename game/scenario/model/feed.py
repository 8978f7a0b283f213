"""``feed.yaml``: whom a player can become and what else is on the phone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from game.scenario.model.base import (
    AccountRef,
    Art,
    Article,
    Authored,
    ConcernRef,
    DistrictRef,
    Icon,
    Id,
    Line,
    MechanismId,
    Passage,
    PersonaRef,
    PictureRef,
    Share,
    Short,
    SideId,
    SignalRef,
    Signed,
    Truth,
)
from game.scenario.model.campaign import Finding


class Account(Authored):
    """Somebody who posts on the network."""

    id: Id
    name: Short
    kind: Literal["friend", "outlet", "campaign", "front", "bot", "institution", "shop"]
    avatar: Art
    source_line: Line | None = Field(default=None, description="Under the name, for example Local newspaper.")
    behind: Passage = Field(description="What one finds when asking who is behind it.")
    followers: Annotated[tuple[Annotated[int, Field(ge=0)], ...], Field(max_length=9, strict=False)] = Field(
        default=(), description="Followers day by day, for the chart; leave out where nothing is odd."
    )


class TrueStory(Authored):
    """What a trace really meant in this life: the debrief holds it against the model's guess."""

    signal: SignalRef
    text: Line = Field(description="The tea was for her grandmother.")


class Persona(Authored):
    """A first-time voter whom a player can become: a real agent of the electorate."""

    id: Id
    name: Short
    age: Annotated[int, Field(ge=16, le=25)]
    district: DistrictRef
    art: Art
    avatar: Art
    colour: Literal["coral", "sky", "sun", "mint"]
    line: Passage
    attention: Annotated[int, Field(ge=20, le=100)] = Field(description="Attention for one evening.")
    stance: Signed
    certainty: Share
    trust: Share
    turnout: Share
    anxiety: Share = Field(description="How easily fear and anger reach them.")
    concerns: Mapping[ConcernRef, Share]
    signals: Annotated[tuple[SignalRef, ...], Field(strict=False)]
    friends: Annotated[tuple[AccountRef, ...], Field(min_length=2, max_length=8, strict=False)]
    truths: Annotated[tuple[TrueStory, ...], Field(strict=False)] = ()


class Reply(Authored):
    """A prepared comment."""

    id: Id
    text: Line
    manner: Literal["agree", "doubt", "ask", "calm", "joke"]


class Post(Authored):
    """A post that no campaign paid for. Campaign posts are made by the campaigns, never listed here."""

    id: Id
    account: AccountRef
    kind: Literal["friend", "news", "clickbait", "outrage", "bot", "quiz", "notice"]
    text: Passage
    more: Article | None = Field(default=None, description="What 'read to the end' opens.")
    picture: PictureRef | None = None
    lean: Signed = 0.0
    arousal: Share = 0.2
    concern: ConcernRef | None = None
    truth: Truth | None = Field(default=None, description="Leave out where there is nothing to check, as with a lunch.")
    evenings: Annotated[tuple[Annotated[int, Field(ge=1, le=3)], ...], Field(min_length=1, strict=False)] = (1, 2, 3)
    personas: Annotated[tuple[PersonaRef, ...], Field(strict=False)] = Field(
        default=(), description="Empty means anyone."
    )
    likes: Annotated[int, Field(ge=0, le=100_000)] = 0
    comments: Annotated[int, Field(ge=0, le=100_000)] = 0
    shares: Annotated[int, Field(ge=0, le=100_000)] = 0
    findings: Annotated[tuple[Finding, ...], Field(max_length=3, strict=False)] = ()
    behind: Passage | None = Field(
        default=None, description="Instead of the account's own answer to 'Who is behind it?'."
    )
    mechanisms: Annotated[tuple[MechanismId, ...], Field(strict=False)] = ()


class BotVoice(Authored):
    """A network account and the one line that it writes under everything of its side."""

    side: SideId
    name: Short
    line: Line


class DirectMessage(Authored):
    """A private message from a friend, with up to two answers that nobody else sees."""

    id: Id
    sender: AccountRef
    persona: PersonaRef
    evening: Annotated[int, Field(ge=1, le=3)]
    text: Passage
    answers: Annotated[tuple[Line, ...], Field(min_length=1, max_length=3, strict=False)]


class DebatePoint(Authored):
    """One thing said at the debate, with the side that said it."""

    side: SideId
    text: Passage


class Debate(Authored):
    """An offline event that a voter can go to instead of scrolling."""

    id: Id
    evening: Annotated[int, Field(ge=1, le=3)]
    name: Line
    invitation: Passage
    attention: Annotated[int, Field(ge=1, le=100)]
    picture: PictureRef
    points: Annotated[tuple[DebatePoint, ...], Field(min_length=2, max_length=6, strict=False)]
    afterwards: Passage


class Page(Authored):
    """A page of the in-game web."""

    id: Id
    kind: Literal["outlet", "archive", "register", "about", "minutes"]
    site: Line = Field(description="Clairport Lantern, local newspaper")
    title: Line
    body: Article
    icon: Icon = "newspaper"


class FeedFile(Authored):
    """``feed.yaml``: whom a player can become and what else is on the phone."""

    accounts: Annotated[tuple[Account, ...], Field(min_length=4, strict=False)]
    personas: Annotated[tuple[Persona, ...], Field(min_length=2, max_length=4, strict=False)]
    posts: Annotated[tuple[Post, ...], Field(min_length=12, strict=False)]
    bots: Annotated[tuple[BotVoice, ...], Field(min_length=2, strict=False)]
    replies: Annotated[tuple[Reply, ...], Field(min_length=3, max_length=6, strict=False)]
    messages: Annotated[tuple[DirectMessage, ...], Field(strict=False)] = ()
    debates: Annotated[tuple[Debate, ...], Field(strict=False)] = ()
    pages: Annotated[tuple[Page, ...], Field(min_length=2, strict=False)]
