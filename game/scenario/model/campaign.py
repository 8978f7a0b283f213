"""``campaign.yaml``: what the strategist can buy, say and do, and what comes of it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.scenario.model.base import (
    ActionRef,
    Art,
    Authored,
    ClaimRef,
    ConcernRef,
    Consent,
    Euros,
    HeadlineStyle,
    Icon,
    Id,
    Line,
    MechanismId,
    PageRef,
    Passage,
    PersonRef,
    PictureRef,
    RuleSet,
    Share,
    Short,
    SideId,
    SignalRef,
    SourceRef,
    Tone,
    Truth,
)


class Boast(Authored):
    """What a seller promises to be able to guess, and how surely: a claim, not a fact."""

    concern: ConcernRef
    sure: Share


class Source(Authored):
    """A place where data on voters come from."""

    id: Id
    name: Short
    tells: Line
    icon: Icon
    art: Art | None = None
    kind: Literal["roll", "survey", "broker", "location", "quiz", "mood"]
    coverage: Share
    consent: Consent
    consent_word: Short = Field(description="By law, Asked, Buried, Friends: no, Never asked …")
    risk: Annotated[int, Field(ge=0, le=5)]
    reliability: Share = Field(description="Chance that a trace in this file is right.")
    price: Euros
    owned: bool = False
    signals: Annotated[tuple[SignalRef, ...], Field(strict=False)] = ()
    boasts: Annotated[tuple[Boast, ...], Field(max_length=2, strict=False)] = ()
    note: Passage = Field(description="What the people in the file were told.")
    lawyer: Passage = Field(description="What the campaign's lawyer says when asked.")
    why_consent: Passage = Field(description="Why consent matters here.")
    mechanism: MechanismId


class Picture(Authored):
    """A picture that posts use, with what a reverse search finds."""

    id: Id
    art: Art
    alt: Line = Field(description="The picture in words.")
    origin: Passage = Field(description="What a search for earlier copies finds.")
    honest: bool = Field(description="False for a picture that is generated, staged or from elsewhere.")


class Finding(Authored):
    """One line of evidence under 'What do others say?'."""

    page: PageRef
    says: Line


class Variants(Authored):
    """The text of one claim in one tone, by headline style."""

    plain: Passage
    curiosity: Passage
    outrage: Passage


class ToneTexts(Authored):
    """The texts of one claim, by tone."""

    policy: Variants
    hope: Variants
    fear: Variants
    anger: Variants


class TonePictures(Authored):
    """The picture of one claim, by tone."""

    policy: PictureRef
    hope: PictureRef
    fear: PictureRef
    anger: PictureRef


class Claim(Authored):
    """Something a side can say. ``truth`` is about the claim, never about who says it."""

    id: Id
    side: SideId
    truth: Truth
    concern: ConcernRef
    name: Short = Field(description="The timetable")
    note: Passage = Field(description="What is true about it; shown as a warning where the claim is not true.")
    sticks: Short = Field(description="The words that come back in the voting booth.")
    texts: ToneTexts
    pictures: TonePictures
    findings: Annotated[tuple[Finding, ...], Field(min_length=2, max_length=3, strict=False)]


class Action(Authored):
    """Something to plan for tonight: above the skyline screens, below it the street."""

    id: Id
    kind: Literal[
        "ads",
        "bots",
        "influencer",
        "hashtag",
        "click-site",
        "score",
        "doors",
        "hall",
        "school",
        "concert",
        "answers",
        "donations",
    ]
    name: Short
    terms: Line = Field(description="The small print after the price.")
    art: Art
    price: Euros
    nights: Annotated[int, Field(ge=1, le=3)] = 1
    people: Annotated[int, Field(ge=0, le=100_000)] = Field(description="People it claims to reach.")
    people_words: Line | None = Field(default=None, description="Instead of the number: 6,000 people, few real.")
    costs_trust: Passage = Field(description="What it does to trust, said plainly.")
    mechanism: MechanismId


class RivalMove(Authored):
    """One thing the other side does. Days count from 1; days past the end of a short campaign are left out."""

    day: Annotated[int, Field(ge=1, le=7)]
    action: ActionRef
    claim: ClaimRef | None = None
    tone: Tone = "policy"
    headline: HeadlineStyle = "plain"
    signed: bool = True
    concern: ConcernRef | None = Field(default=None, description="Whom the ads look for, by concern.")
    news: Line = Field(description="How the morning briefing reports it.")
    detail: Passage


class RivalPlan(Authored):
    """What the other side does when it plays ``side``."""

    side: SideId
    moves: Annotated[tuple[RivalMove, ...], Field(min_length=1, max_length=14, strict=False)]


class Effect(Authored):
    """What a choice changes, in the game's own units (euros, moves, points of 100, days of a rest)."""

    money: Annotated[int, Field(ge=-100_000, le=100_000)] = 0
    moves: Annotated[int, Field(ge=-3, le=3)] = 0
    trust_campaign: Annotated[float, Field(ge=-20, le=20)] = 0.0
    trust_town: Annotated[float, Field(ge=-20, le=20)] = 0.0
    drop_source: bool = Field(default=False, description="Delete the data source that caused the event.")
    stop_network: bool = Field(
        default=False,
        description="Switch off what was rented: every bot network, or the click site or score in question.",
    )
    withdraw_message: bool = Field(default=False, description="Take the message that caused the event down.")
    sign_messages: bool = Field(default=False, description="Put the sponsor's name on everything that runs.")
    press: bool = Field(default=False, description="The story is printed: a scandal for this campaign.")
    fine: Share = Field(default=0.0, description="A fine as a share of the whole budget; the law in force caps it.")
    mood_test: Literal["none", "sadder", "happier"] = Field(
        default="none", description="The platform tests from now on what sadder or happier feeds do."
    )


class Choice(Authored):
    """One answer to an event."""

    id: Id
    label: Line
    result: Passage = Field(description="What came of it, told in the next lines of the briefing.")
    effect: Effect = Effect()


Cause = Literal[
    "source-without-consent",
    "source-unclear",
    "network",
    "click-site",
    "score",
    "false-claim",
    "misleading-claim",
    "hidden-sponsor",
    "town-hall",
    "doors",
    "school",
    "every-campaign",
]


class Event(Authored):
    """Something that happens because of what was done. It strikes at most once a run."""

    id: Id
    cause: Cause
    source: SourceRef | None = Field(default=None, description="Only for this data source.")
    from_day: Annotated[int, Field(ge=1, le=7)] = 2
    delay: Annotated[int, Field(ge=0, le=4)] = Field(
        default=1, description="Nights between the act and the earliest strike."
    )
    chance: Share = Field(description="Chance each night after that.")
    rules: Annotated[tuple[RuleSet, ...], Field(min_length=1, strict=False)] = ("none", "2016", "2026")
    icon: Icon
    person: PersonRef | None = None
    headline: Line
    text: Passage
    alert: Line = Field(description="The short form on the overnight card.")
    choices: Annotated[tuple[Choice, ...], Field(max_length=3, strict=False)] = ()
    default: Id | None = Field(default=None, description="Choice taken when nobody answers; the first if left out.")
    mechanism: MechanismId


class Counsel(Authored):
    """A word from somebody in the morning. The first that fits the day and the poll is spoken."""

    person: PersonRef
    day: Annotated[int, Field(ge=1, le=7)] | None = None
    when: Literal["always", "ahead", "behind", "close", "after-network", "after-false", "after-broker", "last-day"] = (
        "always"
    )
    text: Passage


class CampaignFile(Authored):
    """``campaign.yaml``: what the strategist can buy, say and do, and what comes of it."""

    sources: Annotated[tuple[Source, ...], Field(min_length=2, max_length=6, strict=False)]
    survey_size: Annotated[int, Field(ge=50, le=5000)]
    poll_size: Annotated[int, Field(ge=100, le=5000)]
    test_price: Euros
    test_size: Annotated[int, Field(ge=50, le=5000)]
    pictures: Annotated[tuple[Picture, ...], Field(min_length=1, strict=False)]
    claims: Annotated[tuple[Claim, ...], Field(min_length=6, max_length=16, strict=False)]
    amplify: Annotated[tuple[Action, ...], Field(min_length=1, max_length=4, strict=False)]
    street: Annotated[tuple[Action, ...], Field(min_length=1, max_length=4, strict=False)]
    rivals: Annotated[tuple[RivalPlan, RivalPlan], Field(strict=False)]
    events: Annotated[tuple[Event, ...], Field(strict=False)]
    counsel: Annotated[tuple[Counsel, ...], Field(min_length=1, strict=False)]
