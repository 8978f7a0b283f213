"""What an author can say: types, limits and meaning of everything in a scenario folder.

The JSON Schema, the reader's errors, the translation catalogue and the game's own types all come from here. A scenario
is five files (``scenario.yaml town.yaml campaign.yaml feed.yaml debrief.yaml``), each one model below; ``Scenario`` joins
them. Every model is frozen: the rules may share one between runs, threads and counterfactuals.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
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


# ------------------------------------------------------------------------------------------------- scenario.yaml


class Person(Authored):
    """Somebody of the campaign team or the town who speaks in act I."""

    id: Id
    name: Short
    role: Line
    art: Art = Field(description="A bust, for example people/ada.")


class Argument(Authored):
    """One true, sensible reason to vote for this side; both sides need the same number."""

    concern: ConcernRef
    text: Passage


class Side(Authored):
    """One of the two camps."""

    id: SideId
    name: Short = Field(description="Name of the campaign, for example Clairport Moves.")
    stands_for: Line = Field(description="For the free trams")
    ballot: Short = Field(description="The word on the ballot, for example Yes.")
    account: AccountRef = Field(description="The account that signed posts come from.")
    front: AccountRef = Field(description="The account that unsigned posts come from.")
    arguments: Annotated[tuple[Argument, ...], Field(min_length=2, max_length=4, strict=False)]
    if_it_wins: Passage = Field(description="One sentence under the front page's headline.")


class Newspaper(Authored):
    """The local paper that prints the result."""

    name: Short
    motto: Line


class ScenarioFile(Authored):
    """``scenario.yaml``: what the vote is about, how long it takes, who is who."""

    format: Literal[1] = Field(description="Version of the scenario format.")
    id: Id
    title: Line
    town: Short
    teaser: Line = Field(description="The vote as one short question, under the poster.")
    question: Passage = Field(description="The question as printed on the ballot paper.")
    ballot_title: Line = Field(description="The line above the question, for example the kind of vote and the day.")
    poster: Art
    skyline: Art = Field(description="Backdrop of the morning briefing.")
    minutes: Annotated[tuple[Literal[12, 45, 55, 90], ...], Field(min_length=1, strict=False)]
    days: Annotated[int, Field(ge=2, le=7)] = Field(description="Days of the whole campaign.")
    short_days: Annotated[int, Field(ge=2, le=7)] = Field(description="Days of the short form.")
    evenings: Annotated[int, Field(ge=1, le=3)] = Field(default=3, description="Evenings with the phone in act II.")
    first_weekday: Annotated[int, Field(ge=0, le=6)] = Field(description="0 is Monday; the vote follows the last day.")
    moves: Annotated[int, Field(ge=1, le=5)] = Field(description="Moves a day.")
    budget: Euros
    rules: RuleSet = Field(description="Law in force: none, 2016 or 2026.")
    paper: Newspaper
    sides: Annotated[tuple[Side, Side], Field(strict=False)]
    people: Annotated[tuple[Person, ...], Field(min_length=1, max_length=12, strict=False)]
    director: PersonRef = Field(description="The person whose word closes the morning briefing.")
    mechanisms: Annotated[tuple[MechanismId, ...], Field(min_length=1, strict=False)]


# ----------------------------------------------------------------------------------------------------- town.yaml

Point = Annotated[tuple[float, float], Field(strict=False)]


class District(Authored):
    """A part of town. Lean and youth are what the census and the last vote would show."""

    id: Id
    name: Short
    voters: Share = Field(description="Share of the town's voters; normalised over all districts.")
    lean: Signed = Field(description="Mean stance at the start: -1 against, 1 for.")
    young: Share = Field(description="Share of voters under 30.")
    seed: Point = Field(description="Centre on the map; every dot belongs to the nearest centre.")
    label: Point = Field(description="Where the name stands on the map.")
    streets: Annotated[tuple[Short, ...], Field(min_length=1, max_length=6, strict=False)]


class Concern(Authored):
    """Something voters worry or care about; messages and profiles are about concerns, never about groups."""

    id: Id
    name: Short = Field(description="Night safety")
    guess: Short = Field(description="How the sentence says it: anxious at night.")
    mean: Share = Field(description="Mean of the concern over the town, 0 to 1.")
    lean: Signed = Field(default=0.0, description="Who cares more: -1 opponents, 1 supporters.")
    young: Signed = Field(default=0.0, description="Who cares more: -1 older, 1 younger voters.")
    worry: Signed = Field(default=0.0, description="How strongly anxious people share it, -1 to 1.")


class Signal(Authored):
    """A yes-or-no trace of everyday life. Weights say, in steps of -3 to 3, who leaves it more often."""

    id: Id
    name: Short = Field(description="Chamomile tea")
    clause: Line = Field(description="Completes 'People who …': buy chamomile tea.")
    receipt: Short = Field(description="How it looks in a file: Chamomile tea × 6.")
    rate: Share = Field(description="Share of voters who leave it.")
    concerns: Mapping[ConcernRef, Annotated[int, Field(ge=-3, le=3)]] = Field(default_factory=dict)
    lean: Annotated[int, Field(ge=-3, le=3)] = 0
    young: Annotated[int, Field(ge=-3, le=3)] = 0
    turnout: Annotated[int, Field(ge=-3, le=3)] = 0


class TownMap(Authored):
    """The town as drawn: a coast to fill with dots and a river that parts them. Units: the 800 × 608 map field."""

    coast: Annotated[tuple[Point, ...], Field(min_length=6, max_length=80, strict=False)]
    river: Annotated[tuple[Point, ...], Field(max_length=20, strict=False)] = ()


class Town(Authored):
    """``town.yaml``: the electorate."""

    voters: Annotated[int, Field(ge=200, le=10_000_000)] = 20_000
    turnout: Share = Field(description="Share who would vote if nothing happened.")
    trust: Share = Field(description="Mean trust in each other and the vote at the start.")
    districts: Annotated[tuple[District, ...], Field(min_length=1, max_length=12, strict=False)]
    concerns: Annotated[tuple[Concern, ...], Field(min_length=2, max_length=5, strict=False)]
    signals: Annotated[tuple[Signal, ...], Field(min_length=3, max_length=12, strict=False)]
    map: TownMap


# ------------------------------------------------------------------------------------------------- campaign.yaml


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
    kind: Literal["ads", "bots", "influencer", "hashtag", "doors", "hall", "school", "concert", "answers"]
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
    stop_network: bool = Field(default=False, description="Switch the bot network off.")
    withdraw_message: bool = Field(default=False, description="Take the message that caused the event down.")
    sign_messages: bool = Field(default=False, description="Put the sponsor's name on everything that runs.")
    press: bool = Field(default=False, description="The story is printed: a scandal for this campaign.")


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


# ----------------------------------------------------------------------------------------------------- feed.yaml


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


# -------------------------------------------------------------------------------------------------- debrief.yaml


class Study(Authored):
    """A source that cards may cite. Kept next to the cards so that a scenario stays one folder."""

    id: Id
    citation: Annotated[str, StringConstraints(min_length=1, max_length=300)]
    year: Annotated[int, Field(ge=1900, le=2100)]
    link: Annotated[str, StringConstraints(max_length=200)] = ""
    seen: Literal["text", "abstract", "secondary"] = Field(description="How the entry was checked.")


class RealCase(Authored):
    """A documented case: where, when, what, and who says so."""

    place: Short
    year: Annotated[int, Field(ge=1900, le=2100)]
    text: Passage
    study: StudyRef


class Strength(Authored):
    """How sure science is of one statement: 1 little, 2 some, 3 fairly sure, 4 sure."""

    statement: Line
    certainty: Annotated[int, Field(ge=1, le=4)]
    study: StudyRef


class Card(Authored):
    """A technique card."""

    id: Id
    mechanisms: Annotated[tuple[MechanismId, ...], Field(min_length=1, strict=False)]
    term: Line = Field(description="The field's term.")
    name: Line = Field(description="A story for each feed")
    what: Passage
    tell: Passage
    counter: Passage
    honest: Passage
    case: RealCase | None = None
    strengths: Annotated[tuple[Strength, ...], Field(min_length=1, max_length=3, strict=False)]


class DebriefFile(Authored):
    """``debrief.yaml``: what stays."""

    cards: Annotated[tuple[Card, ...], Field(min_length=1, strict=False)]
    questions: Annotated[tuple[Line, ...], Field(min_length=3, max_length=9, strict=False)]
    studies: Annotated[tuple[Study, ...], Field(min_length=1, strict=False)]


# ------------------------------------------------------------------------------------------------------ the whole

FILES: Mapping[str, type[Authored]] = {
    "scenario": ScenarioFile,
    "town": Town,
    "campaign": CampaignFile,
    "feed": FeedFile,
    "debrief": DebriefFile,
}
"""The five files of a scenario folder, by name without the ending, in reading order."""


class Scenario(Authored):
    """A whole scenario: what an author wrote, checked and frozen."""

    head: ScenarioFile
    town: Town
    campaign: CampaignFile
    feed: FeedFile
    debrief: DebriefFile

    @property
    def id(self) -> str:
        """The scenario's id, which is also its folder's name."""
        return self.head.id

    @cached_property
    def ids(self) -> Mapping[str, Mapping[str, Authored]]:
        """Everything that can be referred to, by collection and id."""
        collections: dict[str, tuple[Authored, ...]] = {
            "people": self.head.people,
            "sides": self.head.sides,
            "districts": self.town.districts,
            "concerns": self.town.concerns,
            "signals": self.town.signals,
            "sources": self.campaign.sources,
            "claims": self.campaign.claims,
            "pictures": self.campaign.pictures,
            "actions": self.campaign.amplify + self.campaign.street,
            "events": self.campaign.events,
            "accounts": self.feed.accounts,
            "personas": self.feed.personas,
            "posts": self.feed.posts,
            "replies": self.feed.replies,
            "messages": self.feed.messages,
            "debates": self.feed.debates,
            "pages": self.feed.pages,
            "cards": self.debrief.cards,
            "studies": self.debrief.studies,
        }
        return {name: {item.id: item for item in items} for name, items in collections.items()}  # type: ignore[attr-defined]  # because every collection's items have an id
