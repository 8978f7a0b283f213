"""How somebody answers events: told from the answers that they gave, for those that came to them in no week yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.campaign.commands import AnswerEvent, CampaignCommand
from game.players.policy import Weigh, boldest, kindest
from game.scenario.model import Event, Scenario


def answers_of(commands: Iterable[CampaignCommand]) -> Mapping[str, str]:
    """The choice that was given to each event."""
    return {command.event: command.choice for command in commands if isinstance(command, AnswerEvent)}


def spirit(scenario: Scenario, answers: Mapping[str, str]) -> Weigh:
    """The attitude that explains more of ``answers``: the one that sets things right, or the one that gives nothing up.

    Where both explain as many, the kinder one is believed.
    """
    events = [event for event in scenario.campaign.events if event.id in answers]
    agreed = {weigh: sum(_best(event, weigh) == answers[event.id] for event in events) for weigh in (kindest, boldest)}
    return boldest if agreed[boldest] > agreed[kindest] else kindest


def in_that_spirit(scenario: Scenario, answers: Mapping[str, str]) -> Mapping[str, str]:
    """A choice for every event that asks for one: the given one, else what fits the spirit of those given."""
    weigh = spirit(scenario, answers)
    asking = (event for event in scenario.campaign.events if event.choices)
    return {event.id: answers.get(event.id) or _best(event, weigh) for event in asking}


def _best(event: Event, weigh: Weigh) -> str:
    return max(event.choices, key=weigh).id
