"""What an author can say: types, limits and meaning of everything in a scenario folder.

The JSON Schema, the reader's errors, the translation catalogue and the game's own types all come from here. A scenario
is five files (``scenario.yaml town.yaml campaign.yaml feed.yaml debrief.yaml``), each one model below; ``Scenario`` joins
them. Every model is frozen: the rules may share one between runs, threads and counterfactuals.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from game.scenario.model.base import (
    AGE_BANDS,
    FORMAT,
    HEADLINES,
    TONES,
    TRUTHS,
    AccountRef,
    ActionRef,
    AgeBand,
    Art,
    Article,
    Authored,
    ClaimRef,
    ConcernRef,
    Consent,
    DistrictRef,
    Euros,
    HeadlineStyle,
    Icon,
    Id,
    Line,
    MechanismId,
    PageRef,
    Passage,
    PersonaRef,
    PersonRef,
    PictureRef,
    RefersTo,
    ReplyRef,
    RuleSet,
    Share,
    Short,
    SideId,
    SignalRef,
    Signed,
    SourceRef,
    StudyRef,
    Tone,
    Translatable,
    Truth,
)
from game.scenario.model.campaign import (
    Action,
    Boast,
    CampaignFile,
    Cause,
    Choice,
    Claim,
    Counsel,
    Effect,
    Event,
    Finding,
    Picture,
    RivalMove,
    RivalPlan,
    Source,
    TonePictures,
    ToneTexts,
    Variants,
)
from game.scenario.model.debrief import Card, DebriefFile, RealCase, Strength, Study
from game.scenario.model.feed import (
    Account,
    BotVoice,
    Debate,
    DebatePoint,
    DirectMessage,
    FeedFile,
    Page,
    Persona,
    Post,
    Reply,
    TrueStory,
)
from game.scenario.model.head import Argument, Newspaper, Person, ScenarioFile, Side
from game.scenario.model.town import Concern, District, Point, Signal, Town, TownMap

__all__ = [
    "AGE_BANDS",
    "FILES",
    "FORMAT",
    "HEADLINES",
    "TONES",
    "TRUTHS",
    "Account",
    "AccountRef",
    "Action",
    "ActionRef",
    "AgeBand",
    "Argument",
    "Art",
    "Article",
    "Authored",
    "Boast",
    "BotVoice",
    "CampaignFile",
    "Card",
    "Cause",
    "Choice",
    "Claim",
    "ClaimRef",
    "Concern",
    "ConcernRef",
    "Consent",
    "Counsel",
    "Debate",
    "DebatePoint",
    "DebriefFile",
    "DirectMessage",
    "District",
    "DistrictRef",
    "Effect",
    "Euros",
    "Event",
    "FeedFile",
    "Finding",
    "HeadlineStyle",
    "Icon",
    "Id",
    "Line",
    "MechanismId",
    "Newspaper",
    "Page",
    "PageRef",
    "Passage",
    "Person",
    "PersonRef",
    "Persona",
    "PersonaRef",
    "Picture",
    "PictureRef",
    "Point",
    "Post",
    "RealCase",
    "RefersTo",
    "Reply",
    "ReplyRef",
    "RivalMove",
    "RivalPlan",
    "RuleSet",
    "Scenario",
    "ScenarioFile",
    "Share",
    "Short",
    "Side",
    "SideId",
    "Signal",
    "SignalRef",
    "Signed",
    "Source",
    "SourceRef",
    "Strength",
    "Study",
    "StudyRef",
    "Tone",
    "TonePictures",
    "ToneTexts",
    "Town",
    "TownMap",
    "Translatable",
    "TrueStory",
    "Truth",
    "Variants",
]  # fmt: skip

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
