"""Events of other weeks are answered the way the player answers."""

from __future__ import annotations

from game.campaign.commands import AnswerEvent
from game.players.policy import boldest, kindest
from game.players.spirit import answers_of, in_that_spirit, spirit
from game.scenario.model import Event, Scenario
from tests.acceptance.arms import clairport


def differing(scenario: Scenario) -> list[Event]:
    """Events in which kindness and boldness choose differently."""
    asking = [event for event in scenario.campaign.events if event.choices]
    return [event for event in asking if max(event.choices, key=kindest) != max(event.choices, key=boldest)]


def test_two_bold_answers_make_the_others_bold() -> None:
    """Who gave nothing up twice gives nothing up elsewhere; what was answered stays as answered."""
    scenario = clairport()
    first, second, third, *_ = differing(scenario)
    given = {event.id: max(event.choices, key=boldest).id for event in (first, second)}
    answers = in_that_spirit(scenario, answers_of(AnswerEvent(event, choice) for event, choice in given.items()))
    assert {event: answers[event] for event in given} == given
    assert answers[third.id] == max(third.choices, key=boldest).id


def test_without_answers_the_kinder_way_is_believed() -> None:
    """Nobody who was never asked is taken for ruthless."""
    assert spirit(clairport(), {}) is kindest
