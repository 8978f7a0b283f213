"""Ctrl+Z in the war room: the last plan of the day goes, and the page says what went or why it stays."""

from __future__ import annotations

import pytest

from game.campaign.commands import SaveSegment
from tests.screens.act_one import table


def test_a_planned_action_is_taken_back() -> None:
    """Plan with Enter, take back with Ctrl+Z: money and move are there again, and it is said by name."""
    run = table("actions", at="street")
    before = (run.view.money, run.view.moves_left)
    run.pilot.press("Right", "Enter")
    assert run.view.moves_left == before[1] - 1
    run.pilot.press("Ctrl+Z")
    assert (run.view.money, run.view.moves_left) == before
    assert run.pilot.app.announcements[-1] == "Taken back: Town hall debate."


def test_message_changes_go_one_by_one() -> None:
    """Each change of a version is taken back by itself, the sending before it."""
    run = table("message")
    run.pilot.press("Right", "Right", "A")
    sent = [run.view.sent]
    run.pilot.press("Ctrl+Z")
    assert [*sent, run.view.sent] == ["a", None]
    tones = [run.view.drafts["a"].tone]
    run.pilot.press("Ctrl+Z")
    assert [*tones, run.view.drafts["a"].tone] == ["fear", "hope"]
    run.pilot.press("Ctrl+Z", "Ctrl+Z")
    assert run.view.drafts == {}
    assert run.pilot.app.announcements[-1] == "Nothing that you did today is left to take back."


def test_what_was_not_saved_goes_first() -> None:
    """At the audience desk a word that was changed and not saved goes before the sentence that was saved."""
    run = table("audience")
    run.pilot.press("+", "Enter", "Enter")
    saved = run.view.segment
    assert saved is not None
    run.pilot.press("+", "Enter")
    run.pilot.press("Ctrl+Z")
    assert run.view.segment is not None
    assert run.view.segment.criteria == saved.criteria
    assert "not saved" in run.pilot.app.announcements[-1]
    run.pilot.press("Ctrl+Z")
    assert run.playing.session.commands == ()


def test_what_was_learned_is_not_taken_back() -> None:
    """An opened file stays, and the page says why."""
    run = table("data")
    run.pilot.press("B")
    bought = run.playing.session.commands
    run.pilot.press("Ctrl+Z")
    assert run.pilot.app.announcements[-1] == "You have learned something from it. That cannot be taken back."
    assert run.playing.session.commands == bought


@pytest.mark.parametrize("place", ["briefing", "data", "audience", "message", "actions"])
def test_every_desk_takes_back(place: str) -> None:
    """The key works wherever work is done, and the bar of hints shows it while there is something to take back."""
    run = table(place)
    assert "Take back" not in run.pilot.text()
    run.do(SaveSegment(()))
    assert "Take back" in run.pilot.text()
    run.pilot.press("Ctrl+Z")
    assert run.playing.session.commands == ()
    assert "Take back" not in run.pilot.text()
