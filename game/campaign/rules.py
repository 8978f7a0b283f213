"""Act I's rules: ``decide`` says what a command brings about, ``evolve`` folds it in, ``legal`` lists what can be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.campaign import actions, audience, messages, night, purchases
from game.campaign.commands import (
    AnswerEvent,
    AskLawyer,
    BuySource,
    CampaignCommand,
    CancelAction,
    ComposeMessage,
    EndDay,
    PlanAction,
    RunTest,
    SaveSegment,
    SendMessage,
)
from game.campaign.events import CampaignEvent, Rejected
from game.campaign.evolve import evolve
from game.campaign.ground import Ground
from game.campaign.happenings import answered, event_of
from game.campaign.knowledge import survey
from game.campaign.state import Answers, Purchase, State

__all__ = ["begin", "decide", "evolve", "legal", "refusal"]

Decision = tuple[CampaignEvent, ...] | Rejected


def begin(ground: Ground) -> State:
    """The first morning: the owned files, the survey's answers and a first poll are there."""
    head = ground.scenario.head
    owned = tuple(Purchase(source.id, 0) for source in ground.scenario.campaign.sources if source.owned)
    asked = survey(ground).voters
    state = State(
        ground,
        day=1,
        money=head.budget,
        moves_left=head.moves,
        mind=ground.start,
        purchases=owned,
        answers=(Answers(0, "survey", asked, night.said(ground.start, asked)),),
    )
    return evolve(state, night.take_poll(state, 0))


def decide(state: State, command: CampaignCommand) -> Decision:
    """What ``command`` brings about in ``state``, or why it cannot be. Changes nothing."""
    if state.over:
        return Rejected("over", "")
    return _DECIDE[type(command)](state, command)


def _answer(state: State, command: AnswerEvent) -> Decision:
    if command.event not in state.pending:
        return Rejected("not-pending", command.event)
    if command.choice not in {choice.id for choice in event_of(state, command.event).choices}:
        return Rejected("unknown", command.choice)
    return answered(state, command.event, command.choice)


def _end(state: State, _command: EndDay) -> Decision:
    return night.end_day(state)


_DECIDE: dict[type[Any], Callable[[State, Any], Decision]] = {
    BuySource: purchases.buy,
    AskLawyer: purchases.ask_lawyer,
    SaveSegment: audience.save,
    ComposeMessage: messages.compose,
    RunTest: messages.run_test,
    SendMessage: messages.send,
    PlanAction: actions.plan,
    CancelAction: actions.cancel,
    AnswerEvent: _answer,
    EndDay: _end,
}


def legal(state: State) -> tuple[CampaignCommand, ...]:
    """A finite list of commands that are accepted now, at least one of every kind that can be.

    Audiences are everyone and each single word (``audience.sentences``); messages are each claim in its plainest form
    (``messages.drafts`` has them all). Deterministic in order; never empty before the campaign is over.
    """
    if state.over:
        return ()
    # The sentences were looked at when they were made.
    return tuple(c for c in _candidates(state) if isinstance(c, SaveSegment) or refusal(state, c) is None)


def refusal(state: State, command: CampaignCommand) -> Rejected | None:
    """Why ``decide`` would refuse the command, or None; no night is simulated to find out."""
    if state.over:
        return Rejected("over", "")
    if isinstance(command, EndDay):
        return None
    decision = decide(state, command)
    return decision if isinstance(decision, Rejected) else None


def _candidates(state: State) -> list[CampaignCommand]:
    ground = state.ground
    found: list[CampaignCommand] = []
    for event in state.pending:
        found += [AnswerEvent(event, choice.id) for choice in event_of(state, event).choices]
    found += [BuySource(source) for source in ground.sources]
    found += [AskLawyer(source) for source in ground.sources]
    found += audience.sentences(state)
    found += [
        draft
        for draft in messages.drafts(state)
        if (draft.tone, draft.headline, draft.signed) == ("policy", "plain", True)
    ]
    found += [RunTest(), SendMessage("a"), SendMessage("b")]
    for action in ground.actions.values():
        found.append(PlanAction(action.id))
        if action.kind == "doors":
            found += [PlanAction(action.id, district) for district in ground.districts]
        found.append(CancelAction(action.id))
    found.append(EndDay())
    return found
