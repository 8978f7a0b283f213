"""One run from the first briefing to the vote: commands in, events out, a view per seat."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar, cast, get_args

from game.campaign import dots, messages
from game.campaign import rules as campaign_rules
from game.campaign import views as campaign_views
from game.campaign.commands import (
    CampaignCommand,
    CancelAction,
    ComposeMessage,
    Criterion,
    EndDay,
    PlanAction,
    SaveSegment,
    SendMessage,
)
from game.campaign.events import CampaignEvent
from game.campaign.events import Rejected as CampaignRejected
from game.campaign.ground import Ground, lay
from game.campaign.state import State
from game.campaign.view import CampaignView, DotFile, DotsView, SegmentView
from game.feed import rules as feed_rules
from game.feed import views as feed_views
from game.feed.commands import FeedCommand
from game.feed.events import FeedEvent
from game.feed.events import Rejected as FeedRejected
from game.feed.state import FeedState
from game.feed.view import FeedView
from game.scenario.model import Scenario
from game.session.broadcasts import broadcast
from game.session.codec import Command
from game.session.setup import Setup
from game.session.story import Entry, Story

Phase = Literal["campaign", "feed", "debrief"]
Seen = TypeVar("Seen")
CAMPAIGN_VERBS = get_args(CampaignCommand)
PLANS = (SaveSegment, ComposeMessage, SendMessage, PlanAction, CancelAction)
"""What can be taken back within its day: nothing was learned from it. Files that were opened, tests that came back,
answers that were given and days that have ended stay as they are."""


@dataclass(frozen=True)
class Accepted:
    """The command was carried out; this is what happened."""

    events: tuple[CampaignEvent | FeedEvent, ...]


@dataclass(frozen=True)
class Rejected:
    """The command cannot be; nothing changed. ``code`` is for a sentence on screen, ``detail`` says what it is about."""

    code: str
    detail: str = ""


@dataclass(frozen=True)
class TakenBack:
    """The last command is undone; everything is as if it had never been given."""

    command: Command


class Scribe(Protocol):
    """Whoever writes accepted commands down; see ``journal``."""

    def record(self, command: Command) -> None:
        """Write one accepted command."""

    def take_back(self) -> None:
        """Write that the last command of act I was taken back."""

    def finish(self) -> None:
        """The run has ended: what must not be kept is erased."""


class Session:
    """One run. Everything about it follows from scenario, setup and the commands submitted."""

    def __init__(self, scenario: Scenario, setup: Setup, *, ground: Ground | None = None) -> None:
        """Begin a run.

        Args:
            scenario: what is played.
            setup: the settings.
            ground: a town that was founded before for the same scenario and setup, to save the time.

        Raises:
            ValueError: the setup belongs to another scenario.
        """
        if setup.scenario_id != scenario.id:
            raise ValueError(f"the setup is for {setup.scenario_id!r}, not {scenario.id!r}")
        self.scenario = scenario
        self.setup = setup
        self.ground = ground or lay(
            scenario,
            setup.side,
            seed=setup.seed,
            days=setup.days,
            voters=setup.voters,
            rules=setup.rules,
            drawn=setup.drawn,
            fixed=dict(setup.fixed),
        )
        self.campaign: State = campaign_rules.begin(self.ground)
        self.feed: FeedState | None = None
        self.scribe: Scribe | None = None
        self.last_events: tuple[CampaignEvent | FeedEvent, ...] = ()
        self._entries: list[Entry] = []
        self._before: list[State] = []
        self._seen: tuple[State, dict[object, object]] = (self.campaign, {})

    @property
    def phase(self) -> Phase:
        """Which seat is played now."""
        if self.feed is None:
            return "campaign"
        return "debrief" if self.feed.ballot is not None else "feed"

    @property
    def commands(self) -> tuple[Command, ...]:
        """Everything accepted so far, in order."""
        return tuple(entry.command for entry in self._entries)

    def submit(self, command: Command) -> Accepted | Rejected:
        """Carry out a command if it can be: decide, then change the state, then write it down."""
        if isinstance(command, CAMPAIGN_VERBS):
            return self._campaign(cast("CampaignCommand", command))
        return self._voter(cast("FeedCommand", command))

    def _campaign(self, command: CampaignCommand) -> Accepted | Rejected:
        if self.feed is not None:
            return Rejected("not-now", self.phase)
        decision = campaign_rules.decide(self.campaign, command)
        if isinstance(decision, CampaignRejected):
            return Rejected(decision.code, decision.detail)
        self._before.append(self.campaign)
        self._entries.append(Entry("campaign", self.campaign.day, command))
        for event in decision:
            self.campaign = campaign_rules.evolve(self.campaign, event)
        self.last_events = decision
        if self.campaign.over:
            self.feed = feed_rules.begin(broadcast(self.campaign))
        self._note(command)
        return Accepted(decision)

    def _voter(self, command: FeedCommand) -> Accepted | Rejected:
        if self.feed is None:
            return Rejected("not-now", self.phase)
        decision = feed_rules.decide(self.feed, command)
        if isinstance(decision, FeedRejected):
            return Rejected(decision.code, decision.detail)
        self._entries.append(Entry("feed", self.feed.evening, command, self.feed.at))
        for event in decision:
            self.feed = feed_rules.evolve(self.feed, event)
        self.last_events = decision
        self._note(command)
        return Accepted(decision)

    def _note(self, command: Command) -> None:
        if self.scribe is not None:
            self.scribe.record(command)
            if self.phase == "debrief":
                self.scribe.finish()

    def take_back(self) -> TakenBack | Rejected:
        """Undo the last command if it is a plan of today; the state is the one from before it, to the bit."""
        refused = self.cannot_take_back()
        if refused is not None:
            return refused
        command = self._entries.pop().command
        self.campaign = self._before.pop()
        self.last_events = ()
        if self.scribe is not None:
            self.scribe.take_back()
        return TakenBack(command)

    def cannot_take_back(self) -> Rejected | None:
        """Why the last command stands: nothing was done today, or something was learned from it; None if it can go."""
        if self.feed is not None:
            return Rejected("not-now", self.phase)
        last = self._entries[-1].command if self._entries else None
        if last is None or isinstance(last, EndDay):
            return Rejected("nothing-today")
        return None if isinstance(last, PLANS) else Rejected("learned", type(last).__name__)

    def refusal(self, command: Command) -> Rejected | None:
        """Why the command would be refused now, or None; nothing changes and nothing is simulated."""
        if isinstance(command, CAMPAIGN_VERBS):
            if self.feed is not None:
                return Rejected("not-now", self.phase)
            campaign = campaign_rules.refusal(self.campaign, cast("CampaignCommand", command))
            return None if campaign is None else Rejected(campaign.code, campaign.detail)
        if self.feed is None:
            return Rejected("not-now", self.phase)
        voter = feed_rules.refusal(self.feed, cast("FeedCommand", command))
        return None if voter is None else Rejected(voter.code, voter.detail)

    def legal(self) -> tuple[Command, ...]:
        """A finite list of commands that are accepted now; empty in the debrief."""
        if self.feed is None:
            return campaign_rules.legal(self.campaign)
        return feed_rules.legal(self.feed)

    def drafts(self) -> tuple[ComposeMessage, ...]:
        """Every message that can be written now; empty outside act I."""
        return messages.drafts(self.campaign) if self.feed is None else ()

    def campaign_view(self) -> CampaignView:
        """What the war room draws; still there after the last night."""
        return self._once("campaign", campaign_views.view)

    def dots_view(self) -> DotsView:
        """The living electorate as the campaign believes it to be."""
        return self._once("dots", dots.dots_view)

    def _once(self, what: object, look: Callable[[State], Seen]) -> Seen:
        """A view of the campaign, made once for as long as the campaign does not change: pages ask many times."""
        if self._seen[0] is not self.campaign:
            self._seen = (self.campaign, {})
        found = self._seen[1]
        if what not in found:
            found[what] = look(self.campaign)
        return cast("Seen", found[what])

    def dot_file(self, dot: int) -> DotFile:
        """What the campaign holds on one dot.

        Raises:
            IndexError: there is no such dot.
        """
        return dots.dot_file(self.campaign, dot)

    def segment_preview(self, criteria: tuple[Criterion, ...]) -> SegmentView:
        """An audience sentence as it would be, without saving it; the words must be of the view's ``words``."""
        return self._once(criteria, lambda state: campaign_views.segment_view(state, criteria))

    def feed_view(self) -> FeedView:
        """What the phone draws.

        Raises:
            ValueError: act II has not begun.
        """
        if self.feed is None:
            raise ValueError("act II has not begun")
        return feed_views.view(self.feed)

    def story(self) -> Story:
        """The whole run so far with its truth: for the debrief only."""
        return Story(self.scenario, self.setup, tuple(self._entries), tuple(self._before), self.campaign, self.feed)
