"""The other side's plan can be carried out."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.model import RivalMove, RivalPlan, Scenario
from game.scenario.problems import Problem
from game.scenario.written import Path, Written

_SPEAKS = frozenset({"ads", "influencer"})
"""Kinds of action that carry a claim."""


def check(scenario: Scenario, written: Written) -> Iterator[Problem]:
    """Each move has a day that comes, a claim where one is needed, and only claims of its own side."""
    for index, plan in enumerate(scenario.campaign.rivals):
        for place, move in enumerate(plan.moves):
            yield from _move(scenario, written, plan, move, ("rivals", index, "moves", place))


def _move(scenario: Scenario, written: Written, plan: RivalPlan, move: RivalMove, path: Path) -> Iterator[Problem]:
    campaign = scenario.campaign
    kinds = {action.id: action.kind for action in (*campaign.amplify, *campaign.street)}
    sides = {claim.id: claim.side for claim in campaign.claims}
    if move.claim is None and kinds.get(move.action) in _SPEAKS:
        yield written.problem(
            "campaign", path, "no-claim", f"'{move.action}' says something, but has no claim", "name one under 'claim'"
        )
    if move.claim is not None and sides.get(move.claim, plan.side) != plan.side:
        message = f"the claim '{move.claim}' belongs to the side '{sides[move.claim]}'"
        yield written.problem(
            "campaign", (*path, "claim"), "wrong-side", message, f"choose one of the side '{plan.side}'"
        )
    if move.day > scenario.head.days:
        message = f"day {move.day} never comes: the campaign has {scenario.head.days} days"
        yield written.problem("campaign", (*path, "day"), "never", message, level="warning")
