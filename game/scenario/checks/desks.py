"""Every action stands on the desk where its kind belongs: what works through screens above, where people meet below."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.model import Scenario
from game.scenario.problems import Problem
from game.scenario.written import Written

_STREET = frozenset({"doors", "hall", "school", "concert", "answers", "donations"})
"""Kinds of action where people meet; every other kind works through screens."""


def check(scenario: Scenario, written: Written) -> Iterator[Problem]:
    """Actions of both desks."""
    desks = {"amplify": scenario.campaign.amplify, "street": scenario.campaign.street}
    for desk, actions in desks.items():
        for index, action in enumerate(actions):
            right = "street" if action.kind in _STREET else "amplify"
            if right != desk:
                message = f"an action of the kind '{action.kind}' does not belong in '{desk}'"
                where = (desk, index, "kind")
                yield written.problem("campaign", where, "wrong-desk", message, f"move it to '{right}'")
