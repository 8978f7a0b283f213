"""Replaying: a run from its commands, and a run with one thing changed and the same luck."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from game.campaign import rules as campaign_rules
from game.campaign.commands import CampaignCommand, EndDay
from game.campaign.events import Rejected as CampaignRejected
from game.campaign.ground import Ground
from game.campaign.state import Night, State
from game.feed import rules as feed_rules
from game.feed.commands import (
    AnswerMessage,
    AskForData,
    AskForErasure,
    AttendDebate,
    CastBallot,
    ChoosePersona,
    ChooseRanking,
    FeedCommand,
    Pass,
    PutPhoneDown,
)
from game.feed.events import Rejected as FeedRejected
from game.feed.state import FeedState
from game.scenario.model import Scenario
from game.session.broadcasts import broadcast
from game.session.changes import Change
from game.session.codec import Command
from game.session.session import Rejected, Session
from game.session.setup import Setup
from game.session.story import Entry, Story

ELSEWHERE = (AnswerMessage, AttendDebate, AskForData, AskForErasure, ChooseRanking)
"""What is done on an evening without regard to the post on screen."""


class CannotReplayError(ValueError):
    """A recorded command is refused: the journal belongs to other rules or was changed by hand."""

    def __init__(self, index: int, command: Command, code: str) -> None:
        super().__init__(f"command {index} ({command}) is refused: {code}")
        self.index = index


def replay(scenario: Scenario, setup: Setup, commands: Iterable[Command], *, ground: Ground | None = None) -> Session:
    """The session after these commands.

    Raises:
        CannotReplayError: one of them is refused.
    """
    session = Session(scenario, setup, ground=ground)
    for index, command in enumerate(commands):
        answer = session.submit(command)
        if isinstance(answer, Rejected):
            raise CannotReplayError(index, command, answer.code)
    return session


@dataclass(frozen=True)
class Skipped:
    """A command that the change made impossible, and why."""

    entry: Entry
    code: str


@dataclass(frozen=True, eq=False)
class Replayed:
    """The other story, and what could not be done in it."""

    story: Story
    skipped: tuple[Skipped, ...]


def replay_with(story: Story, change: Change) -> Replayed:
    """The same run with ``change`` and the same luck.

    Act I is decided again from the first command or night that the change touches; act II is lived again with the same
    commands, matched by post. The story need not be finished; what is not played yet stays unplayed.
    """
    ground = replace(story.ground, amend=change)
    acts = [entry for entry in story.entries if entry.act == "campaign"]
    skipped: list[Skipped] = []
    start = _first_difference(story, acts, change)
    if start == len(acts):
        state, before = story.campaign, list(story.before)
    else:
        state = replace(story.before[start], ground=ground)
        before = list(story.before[:start])
        state = _campaign(state, before, acts[start:], change, skipped)
    feed: FeedState | None = None
    if state.over and story.feed is not None:
        feed = feed_rules.begin(broadcast(state))
        feed = _Evenings(feed, [entry for entry in story.entries if entry.act == "feed"], skipped).lived()
    left_out = {id(one.entry) for one in skipped}
    entries = tuple(entry for entry in story.entries if id(entry) not in left_out)
    return Replayed(Story(story.scenario, story.setup, entries, tuple(before), state, feed), tuple(skipped))


def _first_difference(story: Story, acts: Sequence[Entry], change: Change) -> int:
    """Index of the first command of act I that the change edits, or that ends a day whose night it edits."""
    nights = {night.day: night for night in story.nights}
    for index, entry in enumerate(acts):
        command = cast("CampaignCommand", entry.command)
        if change.edited(story.before[index], entry, command) is not command:
            return index
        if isinstance(command, EndDay) and _differs(nights[entry.day], change):
            return index
    return len(acts)


def _differs(night: Night, change: Change) -> bool:
    """Does the change touch what was sent out in this night?"""
    if change.plan(night.plan, night.day) is not night.plan:
        return True
    return any(change.booking(booking) is not booking for booking in night.bookings)


def _campaign(
    state: State, before: list[State], acts: Sequence[Entry], change: Change, skipped: list[Skipped]
) -> State:
    """Decide act I again from ``state``; ``before`` and ``skipped`` grow."""
    for entry in acts:
        command = change.edited(state, entry, cast("CampaignCommand", entry.command))
        if command is None:
            skipped.append(Skipped(entry, "left-out"))
            continue
        decision = campaign_rules.decide(state, command)
        if isinstance(decision, CampaignRejected):
            skipped.append(Skipped(entry, decision.code))
            continue
        before.append(state)
        for event in decision:
            state = campaign_rules.evolve(state, event)
    return state


class _Evenings:
    """Lives act II again: what was done with a post is done with it wherever it stands now; new posts are passed."""

    def __init__(self, feed: FeedState, entries: Sequence[Entry], skipped: list[Skipped]) -> None:
        self.feed, self.entries, self.skipped = feed, entries, skipped

    def lived(self) -> FeedState:
        """Act II to where it was played."""
        evening: list[Entry] = []
        for entry in self.entries:
            if isinstance(entry.command, ChoosePersona | CastBallot):
                self._do(entry)
            elif isinstance(entry.command, PutPhoneDown):
                self._evening(evening, entry)
                evening = []
            else:
                evening.append(entry)
        for entry in evening:  # an evening that is still going on
            self._do(entry)
        return self.feed

    def _do(self, entry: Entry) -> None:
        refused = self._try(cast("FeedCommand", entry.command))
        if refused is not None:
            self.skipped.append(Skipped(entry, refused.code))

    def _try(self, command: FeedCommand) -> FeedRejected | None:
        decision = feed_rules.decide(self.feed, command)
        if isinstance(decision, FeedRejected):
            return decision
        for event in decision:
            self.feed = feed_rules.evolve(self.feed, event)
        return None

    def _evening(self, entries: Sequence[Entry], down: Entry) -> None:
        """One evening with its recorded entries, up to where the phone was put down."""
        by_post: dict[str, list[Entry]] = {}
        elsewhere: list[Entry] = []
        for entry in entries:
            command: Any = entry.command
            if isinstance(command, ELSEWHERE):
                elsewhere.append(entry)
            else:
                by_post.setdefault(command.post, []).append(entry)
        passes = sum(isinstance(entry.command, Pass) for entry in entries)
        while self.feed.here is not None:
            self._meanwhile(elsewhere)
            here = self.feed.here.id
            for entry in by_post.pop(here, ()):
                if not isinstance(entry.command, Pass):
                    self._do(entry)
            if self.feed.at >= passes:
                break  # here the phone was put down
            self._try(Pass(here))
        self._meanwhile(elsewhere, everything=True)
        for rest in by_post.values():
            self.skipped.extend(Skipped(entry, "not-here") for entry in rest)
        self._do(down)

    def _meanwhile(self, elsewhere: list[Entry], *, everything: bool = False) -> None:
        """Messages and debates, at the same place of the feed as they were."""
        while elsewhere and (everything or elsewhere[0].at <= self.feed.at):
            self._do(elsewhere.pop(0))
