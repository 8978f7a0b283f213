"""Events can happen, and their choices do something that their cause allows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.scenario.model import Event, Scenario
from game.scenario.problems import Problem
from game.scenario.written import Path, Written

_MESSAGES = frozenset({"false-claim", "misleading-claim", "hidden-sponsor"})
_SOURCES = frozenset({"source-without-consent", "source-unclear"})
_FITTING: Mapping[str, frozenset[str]] = {
    "drop_source": _SOURCES,
    "stop_network": frozenset({"network", "click-site", "score"}),
    "withdraw_message": _MESSAGES,
}
"""Effects that undo their cause -> the causes that they can undo."""


def check(scenario: Scenario, written: Written) -> Iterator[Problem]:
    """Default choices, days, sources and effects of every event."""
    for index, event in enumerate(scenario.campaign.events):
        path: Path = ("events", index)
        choices = [choice.id for choice in event.choices]
        if event.default is not None and event.default not in choices:
            hint = f"choose {' or '.join(choices)}" if choices else "leave it out"
            yield written.problem(
                "campaign", (*path, "default"), "dangling-reference", f"there is no choice '{event.default}'", hint
            )
        yield from _days(scenario, written, event, path)
        if event.source is not None and event.cause not in _SOURCES:
            message = f"an event with the cause '{event.cause}' has no data source"
            yield written.problem("campaign", (*path, "source"), "wrong-effect", message, "leave it out")
        for place, choice in enumerate(event.choices):
            for effect, causes in _FITTING.items():
                if getattr(choice.effect, effect) and event.cause not in causes:
                    message = f"cannot undo the cause '{event.cause}'"
                    where = (*path, "choices", place, "effect", effect)
                    yield written.problem(
                        "campaign",
                        where,
                        "wrong-effect",
                        message,
                        f"only for {' or '.join(sorted(causes))}",
                        level="warning",
                    )


def _days(scenario: Scenario, written: Written, event: Event, path: Path) -> Iterator[Problem]:
    days = scenario.head.days
    if event.from_day > days:
        message = f"day {event.from_day} never comes: the campaign has {days} days"
        yield written.problem("campaign", (*path, "from_day"), "never", message, f"at most {days}")
    elif event.delay >= days:
        message = f"{event.delay} nights after the first evening the vote is over"
        yield written.problem("campaign", (*path, "delay"), "never", message, f"at most {days - 1}")
    if event.chance == 0:
        yield written.problem("campaign", (*path, "chance"), "never", "the chance is nought", level="warning")
