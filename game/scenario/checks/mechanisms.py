"""What the scenario says it teaches is in it, and what is in it is said."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.model import Scenario
from game.scenario.problems import Problem
from game.scenario.written import Path, Written


def check(scenario: Scenario, written: Written) -> Iterator[Problem]:
    """Declared mechanisms against those that sources, actions, events, posts and cards name."""
    declared = scenario.head.mechanisms
    played = list(_played(scenario))
    cards = {name for card in scenario.debrief.cards for name in card.mechanisms}
    covered = {name for _, _, name in played} | cards
    for index, name in enumerate(declared):
        path: Path = ("mechanisms", index)
        if name in declared[:index]:
            yield written.problem("scenario", path, "mechanism", f"{name} is listed twice")
        elif name not in covered:
            yield written.problem(
                "scenario", path, "mechanism", f"{name} is declared, but nothing in the scenario shows it"
            )
        elif name not in cards:
            yield written.problem(
                "scenario", path, "mechanism", f"{name} has no card in the debrief", "write one", level="warning"
            )
    told = set(declared)
    for file, path, name in played:
        if name not in told:
            told.add(name)
            yield written.problem(
                file,
                path,
                "mechanism",
                f"{name} is not declared",
                "add it to mechanisms in scenario.yaml",
                level="warning",
            )


def _played(scenario: Scenario) -> Iterator[tuple[str, Path, str]]:
    campaign = scenario.campaign
    named = {
        "sources": [source.mechanism for source in campaign.sources],
        "amplify": [action.mechanism for action in campaign.amplify],
        "street": [action.mechanism for action in campaign.street],
        "events": [event.mechanism for event in campaign.events],
    }
    for key, names in named.items():
        for index, name in enumerate(names):
            yield "campaign", (key, index, "mechanism"), name
    for index, post in enumerate(scenario.feed.posts):
        for place, name in enumerate(post.mechanisms):
            yield "feed", ("posts", index, "mechanisms", place), name
