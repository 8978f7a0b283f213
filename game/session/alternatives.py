"""What else could have been done: for every command of act I a short list of commands that were possible then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from game.campaign import rules
from game.campaign.commands import (
    AnswerEvent,
    BuySource,
    CampaignCommand,
    ComposeMessage,
    Criterion,
    PlanAction,
    SaveSegment,
    SendMessage,
)
from game.campaign.happenings import event_of
from game.campaign.messages import VERSIONS
from game.campaign.state import State
from game.scenario.model import HEADLINES, TONES
from game.session.story import Entry, Story

MOST = 6
"""Alternatives offered for one command; more would be a menu, not a question."""
_KINDS = 2
"""Alternatives of one kind (another claim, another tone) where a command has several kinds."""


def alternatives(story: Story, entry: Entry) -> tuple[CampaignCommand, ...]:
    """Commands that could have been given in the place of ``entry``, the most telling first; at most ``MOST``.

    Every one was legal at that moment. Empty where there is nothing to choose between, such as the end of a day, a
    question to the lawyer, or anything of act II.
    """
    at = next((index for index, each in enumerate(_campaign(story)) if each is entry), None)
    make = _MAKE.get(type(entry.command))
    if at is None or make is None:
        return ()
    state = story.before[at]
    offered = dict.fromkeys(make(state, story, entry.command))
    possible = (each for each in offered if each != entry.command and rules.refusal(state, each) is None)
    return tuple(possible)[:MOST]


def _campaign(story: Story) -> Iterable[Entry]:
    return (entry for entry in story.entries if entry.act == "campaign")


def _sources(state: State, story: Story, _command: BuySource) -> Iterator[CampaignCommand]:
    """Another file, of those that were never bought in this run."""
    bought = {entry.command.source for entry in _campaign(story) if isinstance(entry.command, BuySource)}
    yield from (BuySource(source) for source in state.ground.sources if source not in bought)


def _audiences(_state: State, story: Story, command: SaveSegment) -> Iterator[CampaignCommand]:
    """Everyone; the sentence without one of its words; who may still be won; another sentence of this run."""
    yield SaveSegment(())
    words = command.criteria
    if len(words) > 1:
        yield from (SaveSegment(tuple(word for word in words if word != out)) for out in words)
    yield SaveSegment((Criterion("persuadable"),))
    yield from (entry.command for entry in _campaign(story) if isinstance(entry.command, SaveSegment))
    yield SaveSegment((Criterion("stays-home"),))


def _messages(state: State, _story: Story, command: ComposeMessage) -> Iterator[CampaignCommand]:
    """The other signature, a true claim, other tones and headlines, other claims."""
    yield replace(command, signed=not command.signed)
    claims = [claim for claim in state.ground.scenario.campaign.claims if claim.side == state.ground.side]
    truthful = sorted(claims, key=lambda claim: claim.truth != "true")
    others: list[Sequence[CampaignCommand]] = [
        [replace(command, claim=claim.id) for claim in truthful if claim.id != command.claim],
        [replace(command, tone=tone) for tone in TONES if tone != command.tone],
        [replace(command, headline=headline) for headline in HEADLINES if headline != command.headline],
    ]
    for of_a_kind in others:
        yield from of_a_kind[:_KINDS]


def _versions(_state: State, _story: Story, command: SendMessage) -> Iterator[CampaignCommand]:
    yield from (SendMessage(version) for version in VERSIONS if version != command.version)


def _actions(state: State, story: Story, command: PlanAction) -> Iterator[CampaignCommand]:
    """Doors in another district; an action that this day did without, street work first."""
    if command.district is not None:
        yield from (PlanAction(command.action, district) for district in list(state.ground.districts)[: _KINDS + 1])
    same_day = {
        entry.command.action
        for entry in _campaign(story)
        if entry.day == state.day and isinstance(entry.command, PlanAction)
    }
    campaign = state.ground.scenario.campaign
    for action in campaign.street + campaign.amplify:
        if action.id not in same_day:
            yield PlanAction(action.id)


def _answers(state: State, _story: Story, command: AnswerEvent) -> Iterator[CampaignCommand]:
    yield from (AnswerEvent(command.event, choice.id) for choice in event_of(state, command.event).choices)


_MAKE: dict[type[Any], Callable[[State, Story, Any], Iterator[CampaignCommand]]] = {
    BuySource: _sources,
    SaveSegment: _audiences,
    ComposeMessage: _messages,
    SendMessage: _versions,
    PlanAction: _actions,
    AnswerEvent: _answers,
}
