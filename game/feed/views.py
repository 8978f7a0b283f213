"""Makes the voter's view from the state: the phone, and nothing of the campaigns' files."""

from __future__ import annotations

from game.feed import evening, rights
from game.feed.attention import COSTS
from game.feed.rules import stage
from game.feed.state import FeedState
from game.feed.view import FeedView, RightsView

STICKS = 3
"""Claims that come back in the booth, at most."""


def view(state: FeedState) -> FeedView:
    """Everything that act II's screens draw."""
    now = stage(state)
    playing = now == "evening"
    persona = next((one for one in state.cast.scenario.feed.personas if one.id == state.persona), None)
    debate = evening.debate(state) if playing else None
    return FeedView(
        stage=now,  # type: ignore[arg-type]  # because stage() names exactly these
        persona=state.persona,
        evening=max(state.evening, 1),
        evenings=len(state.cast.nights),
        attention=state.attention,
        attention_full=persona.attention if persona is not None else 0,
        costs=dict(COSTS),
        posts=tuple(post.view for post in state.posts),
        states=state.states,
        at=state.at,
        why=dict(state.why),
        messages=evening.messages(state) if playing else (),
        answered=dict(state.answered),
        debate=None if debate is None else debate.id,
        attended=state.attended,
        sticks=sticks(state),
        ballot=state.ballot,
        rights=rights_view(state),
    )


def rights_view(state: FeedState) -> RightsView:
    """What the law gives this voter, what was asked, and what came back."""
    return RightsView(
        rules=state.cast.rules,
        offered=rights.law(state).rights,
        register=dict(state.register),
        requests=state.requests,
        papers=state.papers,
        ranking=rights.ranking(state, state.evening),
        ranking_next=rights.ranking(state, state.evening + 1),
    )


def sticks(state: FeedState) -> tuple[str, ...]:
    """The claims met most often, at most three: what was read or shared counts twice; ties go to the earlier one."""
    met: dict[str, int] = {}
    for record in state.evenings:
        for post, did in list(zip(record.posts, record.states, strict=True))[: record.seen]:
            if post.view.claim is not None:
                met[post.view.claim] = met.get(post.view.claim, 0) + (2 if did.read or did.shared or did.reacted else 1)
    ordered = sorted(met, key=lambda claim: -met[claim])  # stable: the earlier one first
    return tuple(ordered[:STICKS])
