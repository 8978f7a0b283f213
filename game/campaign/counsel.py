"""Who speaks in the morning: the first word of counsel that fits the day, the poll and what was done."""

from __future__ import annotations

from game.campaign.happenings import deeds
from game.campaign.state import State

CLOSE = 0.02
"""A gap in the poll below this, as a share, is called close."""


def spoken(state: State) -> int:
    """Index of the scenario's counsel that is spoken now; the last one where none fits."""
    true = _circumstances(state)
    counsel = state.ground.scenario.campaign.counsel
    for index, word in enumerate(counsel):
        if word.day in (None, state.day) and word.when in true:
            return index
    return len(counsel) - 1


def _circumstances(state: State) -> frozenset[str]:
    """Everything that a word of counsel may ask for and that is the case."""
    last = state.polls[-1]
    gap = (last.counts[0] - last.counts[2]) / max(last.asked, 1)
    if state.ground.side == "against":
        gap = -gap
    done = {deed.cause for deed in deeds(state, state.day - 1)}
    true = {"always", "close" if abs(gap) <= CLOSE else "ahead" if gap > 0 else "behind"}
    if state.day == state.ground.days:
        true.add("last-day")
    if "network" in done:
        true.add("after-network")
    if done & {"false-claim", "misleading-claim"}:
        true.add("after-false")
    if any(not bought.dropped and state.ground.sources[bought.source].kind == "broker" for bought in state.purchases):
        true.add("after-broker")
    return frozenset(true)
