"""The poll archive: every poll with its margin, and back."""

from __future__ import annotations

from tests.screens.act_one import table


def test_every_poll_has_a_row_with_its_margin() -> None:
    """Three nights make four polls; each gap is shown with its margin."""
    run = table("polls", nights=3)
    text = run.pilot.text()
    polls = run.view.polls
    assert len(polls) == 4
    for count in {poll.asked for poll in polls}:  # not everybody who is called answers
        assert text.count(f': {count} asked"') == sum(poll.asked == count for poll in polls)
    assert text.count("points, us before them") == 4
    assert "Before the start" in text


def test_one_poll_is_no_trend() -> None:
    """On the first morning the page says that there is nothing to compare."""
    assert table("polls").pilot.sees("One poll is a photograph. Tomorrow there will be two.")


def test_p_opens_it_from_a_desk_and_closes_it() -> None:
    """P is the same key both ways, and the desk is as it was."""
    run = table("data")
    run.pilot.press("Down")
    kept = run.pilot.focused_id()
    run.pilot.press("P")
    assert run.place == "PollArchive"
    run.pilot.press("P")
    assert run.place == "DataDesk"
    assert run.pilot.focused_id() == kept
