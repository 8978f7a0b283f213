"""The days fit together: short form within the long one, evenings within the nights."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.model import Scenario
from game.scenario.problems import Problem
from game.scenario.written import Written


def check(scenario: Scenario, written: Written) -> Iterator[Problem]:
    """Days, evenings and lengths against each other; things planned for days that never come."""
    head = scenario.head
    if head.short_days > head.days:
        yield written.problem(
            "scenario",
            ("short_days",),
            "days",
            "the short form is longer than the whole campaign",
            f"at most {head.days}",
        )
    if head.evenings > head.days:
        yield written.problem(
            "scenario", ("evenings",), "days", "there are more evenings than campaign nights", f"at most {head.days}"
        )
    if len(set(head.minutes)) < len(head.minutes):
        yield written.problem("scenario", ("minutes",), "days", "a length is listed twice")
    for index, counsel in enumerate(scenario.campaign.counsel):
        if counsel.day is not None and counsel.day > head.days:
            message = f"day {counsel.day} never comes: the campaign has {head.days} days"
            yield written.problem("campaign", ("counsel", index, "day"), "never", message, level="warning")
    planned = {
        "messages": [message.evening for message in scenario.feed.messages],
        "debates": [debate.evening for debate in scenario.feed.debates],
    }
    for kind, evenings in planned.items():
        for index, evening in enumerate(evenings):
            if evening > head.evenings:
                message = f"evening {evening} never comes: there are {head.evenings}"
                yield written.problem("feed", (kind, index, "evening"), "never", message, level="warning")
    for index, post in enumerate(scenario.feed.posts):
        if min(post.evenings) > head.evenings:
            message = f"evening {min(post.evenings)} never comes: there are {head.evenings}"
            yield written.problem("feed", ("posts", index, "evenings"), "never", message, level="warning")
