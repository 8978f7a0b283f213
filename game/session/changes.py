"""Counterfactual changes: the same run, the same luck, one thing different."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.campaign.audience import vocabulary
from game.campaign.commands import BuySource, CampaignCommand, Criterion, EndDay, PlanAction, SaveSegment
from game.campaign.state import Booking, State
from game.electorate.plan import NightPlan
from game.scenario.model import Scenario
from game.session.story import Entry

CommandEdit = Callable[[State, CampaignCommand], CampaignCommand | None]
"""The command that is given instead in this state; None leaves it out; the same object leaves it as it was."""
BookingEdit = Callable[[Booking], Booking]
"""What is booked instead, by either side."""
PlanEdit = Callable[[NightPlan, int], NightPlan]
"""The plan that runs instead in this night; it must be the same object where nothing changes."""


def same_command(_state: State, command: CampaignCommand) -> CampaignCommand | None:
    """Leave every command as it was."""
    return command


def same_plan(plan: NightPlan, _night: int) -> NightPlan:
    """Leave every night as it was."""
    return plan


def same_booking(booking: Booking) -> Booking:
    """Leave every booking as it was."""
    return booking


@dataclass(frozen=True)
class Change:
    """One thing that is different. ``name`` is one of the codes of the cuts, for the sentence on screen.

    ``at`` is the one accepted command in whose place ``given`` is given (None leaves it out); the other parts work on
    everything. Each must give back the same object where it changes nothing: the replay starts where the first part
    differs.
    """

    name: str
    about: str = ""
    command: CommandEdit = same_command
    booking: BookingEdit = same_booking
    plan: PlanEdit = same_plan
    at: Entry | None = None
    given: CampaignCommand | None = None

    def edited(self, state: State, entry: Entry, command: CampaignCommand) -> CampaignCommand | None:
        """What is given instead of ``command``, which ``entry`` recorded, in this state; None leaves it out."""
        return self.given if entry is self.at else self.command(state, command)


def _possible(state: State, command: CampaignCommand) -> CampaignCommand | None:
    """The command, without words of the audience sentence that cannot be said now because a file is missing."""
    if not isinstance(command, SaveSegment):
        return command
    words = frozenset(vocabulary(state.ground, state.owned))
    kept = tuple(criterion for criterion in command.criteria if criterion in words)
    return command if kept == command.criteria else SaveSegment(kept)


def without(entry: Entry) -> Change:
    """Leave out this one command of act I; what it made possible is left out with it.

    Raises:
        ValueError: days cannot be left out, and neither can what was done on the phone.
    """
    return Change("without", at=_editable(entry), command=_possible)


def instead(entry: Entry, command: CampaignCommand) -> Change:
    """Give another command in the place of this one of act I. ``session.alternatives`` has some that make sense.

    Raises:
        ValueError: as for ``without``; no day can end instead of something else either.
    """
    return Change("instead", at=_editable(entry, command), given=command, command=_possible)


def _editable(entry: Entry, given: CampaignCommand | None = None) -> Entry:
    if entry.act != "campaign" or EndDay() in (entry.command, given):
        raise ValueError(f"{entry.command} cannot be left out or changed to {given}")
    return entry


def without_source(source: str) -> Change:
    """Do not buy this data source: words that came from it fall out of the sentences."""

    def edit(state: State, command: CampaignCommand) -> CampaignCommand | None:
        if command == BuySource(source):
            return None
        return _possible(state, command)

    return Change("without-source", source, command=edit)


def without_criterion(criterion: Criterion) -> Change:
    """Leave this word out of every audience sentence."""

    def edit(_state: State, command: CampaignCommand) -> CampaignCommand | None:
        if isinstance(command, SaveSegment) and criterion in command.criteria:
            return SaveSegment(tuple(word for word in command.criteria if word != criterion))
        return command

    return Change("without-criterion", f"{criterion.kind}:{criterion.value}", command=edit)


def signed(ad: str | None = None) -> Change:
    """Put the sponsor's name on a post (on all of them without ``ad``), whichever side paid for it."""

    def amend(booking: Booking) -> Booking:
        draft = booking.draft
        if draft is None or draft.signed or ad not in (None, booking.id):
            return booking
        return replace(booking, draft=replace(draft, signed=True))

    return Change("signed", ad or "", booking=amend)


def truthfully(scenario: Scenario, ad: str | None = None) -> Change:
    """Say it truthfully: a true claim of the same side instead, on the same concern if there is one, in the same tone."""

    def amend(booking: Booking) -> Booking:
        draft = booking.draft
        if draft is None or ad not in (None, booking.id):
            return booking
        claim = true_claim(scenario, draft.claim)
        return booking if claim == draft.claim else replace(booking, draft=replace(draft, claim=claim))

    return Change("truthfully", ad or "", booking=amend)


def by_time() -> Change:
    """Rank every feed by time."""

    def amend(plan: NightPlan, _night: int) -> NightPlan:
        return plan if plan.ranking == "chronological" else replace(plan, ranking="chronological")

    return Change("by-time", plan=amend)


def without_bots() -> Change:
    """No bots, on either side; the money that the player paid for them is kept and not spent."""

    def edit(state: State, command: CampaignCommand) -> CampaignCommand | None:
        if isinstance(command, PlanAction) and state.ground.actions[command.action].kind == "bots":
            return None
        return command

    def amend(plan: NightPlan, _night: int) -> NightPlan:
        return plan if plan.bots == (0.0, 0.0) else replace(plan, bots=(0.0, 0.0))

    return Change("without-bots", command=edit, plan=amend)


def true_claim(scenario: Scenario, claim: str) -> str:
    """A true claim of the same side instead of this one; the same where it is true already."""
    claims = scenario.campaign.claims
    said = next(one for one in claims if one.id == claim)
    if said.truth == "true":
        return claim
    true = [one for one in claims if one.side == said.side and one.truth == "true"]
    same = [one for one in true if one.concern == said.concern]
    return (same or true or [said])[0].id
