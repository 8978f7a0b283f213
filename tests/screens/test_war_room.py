"""The bars around every desk: tabs, day, moves, money, hints, and the end of the day."""

from __future__ import annotations

import pytest

from game.campaign.commands import PlanAction
from tests.screens.act_one import table

DESKS = {"1": "DataDesk", "2": "AudienceDesk", "3": "MessageDesk", "4": "ActionDesk", "5": "ActionDesk"}


@pytest.mark.parametrize(("key", "screen"), DESKS.items())
def test_digits_open_the_desks(key: str, screen: str) -> None:
    """1 to 5 go to the desks from the briefing."""
    run = table()
    run.pilot.press(key)
    assert run.place == screen


@pytest.mark.parametrize("place", ["briefing", "data", "message", "actions"])
def test_no_key_means_two_things_on_a_page(place: str) -> None:
    """On no page of the war room do two bindings claim one key."""
    assert table(place).pilot.app.conflicts() == []


def test_the_bar_says_day_moves_and_money_in_words() -> None:
    """Who listens hears the same as who looks: the day, the moves left and the money."""
    run = table("data", before=(PlanAction("doors", "the-pines"),))
    text = run.pilot.text()
    assert "Day 1 of 6" in text
    assert "2 moves left" in text
    assert "€12,750" in text


def test_moves_left_are_asked_about_once() -> None:
    """N asks before moves are wasted; N again ends the day and the night is shown."""
    run = table("data")
    run.pilot.press("N")
    assert run.pilot.sees("You have 3 moves left.")
    assert run.view.day == 1
    run.pilot.press("N")
    assert run.view.day == 2
    assert run.place == "Overnight"


def test_esc_in_the_question_goes_back_to_work() -> None:
    """The question about unused moves can be left without ending the day."""
    run = table("data")
    run.pilot.press("N", "Esc")
    assert run.view.day == 1
    assert run.place == "DataDesk"


def test_a_day_without_moves_left_ends_without_a_question() -> None:
    """Nothing is asked when every move was used."""
    run = table("data", before=(PlanAction("doors"), PlanAction("hall"), PlanAction("school")))
    run.pilot.press("N")
    assert run.place == "Overnight"


def test_the_menu_lies_over_the_desk() -> None:
    """Esc opens the menu; Esc again is back at the same desk."""
    run = table("message")
    run.pilot.press("Esc")
    assert run.place == "Pause"
    run.pilot.press("Esc")
    assert run.place == "MessageDesk"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_desks_keep_their_names_for_those_who_listen(scale: float) -> None:
    """Whatever room large text takes, the names of the desks stay in the semantic tree."""
    text = table("data", scale=scale).pilot.text()
    assert all(name in text for name in ("Data", "Audience", "Message", "Amplify", "Street"))


@pytest.mark.parametrize("scale", [1.3, 1.5, 2.0])
def test_the_desks_show_their_names_at_any_size(scale: float) -> None:
    """Nobody has to know by heart which digit is which desk: all five names are drawn, and a click opens the desk."""
    run = table("data", scale=scale)
    for name in ("Data", "Audience", "Message", "Amplify", "Street"):
        assert run.pilot.shows(name), name
    run.pilot.click_text("Audience")
    assert run.place == "AudienceDesk"


def test_the_keys_of_the_desks_work_where_their_caps_have_no_room() -> None:
    """At the largest text the bar shows names without digits; the digits go on opening the desks."""
    run = table("data", scale=2.0)
    run.pilot.press("3")
    assert run.place == "MessageDesk"


@pytest.mark.parametrize("days", [3, 4, 6])
@pytest.mark.parametrize("scale", [1.3, 1.5, 2.0])
def test_the_bar_has_one_line_at_any_size(days: int, scale: float) -> None:
    """Whatever the length of the campaign, desks and purse lie beside each other inside the bar."""
    run = table("data", scale=scale, days=days)
    for widget in run.pilot.app.active.walk():
        if widget.id.startswith("desk-") or widget.id in ("moves", "money"):
            assert widget.rect.bottom <= 64, widget.id
