"""The questions, and the way on."""

from __future__ import annotations

import pytest

from tests.screens.debrief_fixtures import table


def test_all_questions_of_the_scenario_are_there() -> None:
    """Numbered, in the scenario's order."""
    run = table("talk")
    assert all(run.pilot.sees(question) for question in run.playing.texts.debrief.questions)


def test_enter_puts_one_question_on_the_page() -> None:
    """For a class to see: one question alone, arrows to the next one, Enter back to all."""
    run = table("talk")
    run.pilot.press("Down", "Enter")
    assert run.pilot.sees("Two?")
    assert not run.pilot.sees("One?")
    run.pilot.press("Down")
    assert run.pilot.sees("Three?")
    run.pilot.press("Esc")
    assert run.pilot.sees("One?")
    assert run.pilot.focused_id() == "question-2"


@pytest.mark.parametrize(("act", "called"), [("P", "choose"), ("B", "to_title")])
def test_play_again_and_back_to_the_title(act: str, called: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """P chooses a town again, B goes to the title; the buttons do the same."""
    run = table("talk")
    gone: list[str] = []
    monkeypatch.setattr(run.playing.lobby, "choose", lambda: gone.append("choose"))
    monkeypatch.setattr(run.playing.lobby, "to_title", lambda: gone.append("to_title"))
    run.pilot.press(act)
    run.pilot.click(id="again" if act == "P" else "home")
    assert gone == [called, called]
