"""Every persona is a whole person: all concerns, friends who are friends, traces with a true story, enough to read."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.model import Persona, Scenario
from game.scenario.problems import Problem
from game.scenario.written import Path, Written

FEW_POSTS = 4
"""Posts that no campaign paid for, at the least, for one persona on one evening."""


def check(scenario: Scenario, written: Written) -> Iterator[Problem]:
    """Concerns, friends, true stories and posts of each persona."""
    for index, persona in enumerate(scenario.feed.personas):
        path: Path = ("personas", index)
        yield from _life(scenario, written, persona, path)
        for evening in range(1, scenario.head.evenings + 1):
            posts = sum(
                evening in post.evenings and (not post.personas or persona.id in post.personas)
                for post in scenario.feed.posts
            )
            if posts < FEW_POSTS:
                message = f"only {posts} posts on evening {evening}"
                yield written.problem(
                    "feed", path, "few-posts", message, f"write at least {FEW_POSTS}", level="warning"
                )


def _life(scenario: Scenario, written: Written, persona: Persona, path: Path) -> Iterator[Problem]:
    left = [concern.id for concern in scenario.town.concerns if concern.id not in persona.concerns]
    if left:
        message = f"says nothing about {', '.join(left)}"
        yield written.problem(
            "feed", (*path, "concerns"), "incomplete", message, "a persona needs every concern of the town"
        )
    kinds = {account.id: account.kind for account in scenario.feed.accounts}
    for place, friend in enumerate(persona.friends):
        if kinds.get(friend, "friend") != "friend":
            message = f"the account '{friend}' is of the kind '{kinds[friend]}'"
            yield written.problem(
                "feed", (*path, "friends", place), "account-kind", message, "choose one of the kind 'friend'"
            )
    for place, story in enumerate(persona.truths):
        if story.signal not in persona.signals:
            message = f"{persona.name} does not leave the trace '{story.signal}'"
            yield written.problem(
                "feed", (*path, "truths", place, "signal"), "no-trace", message, "add it to the persona's signals"
            )
