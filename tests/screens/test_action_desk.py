"""The amplify and street desk: planning for tonight, taking back, and the price in trust."""

from __future__ import annotations

import pytest

from game.campaign.commands import ComposeMessage, PlanAction, SendMessage
from game.screens.dot_words import districts, leaning_words
from tests.screens.act_one import Table, table

SENT = (ComposeMessage("a", "timetable", "hope", "plain", signed=True), SendMessage("a"))


def planned(run: Table) -> set[str]:
    """Ids of what is planned today."""
    return {action.id for action in run.view.actions if action.planned}


def test_a_letter_goes_to_the_card_and_enter_plans_it() -> None:
    """S is the town hall; Enter plans it, Enter again takes it back with move and money."""
    run = table("actions")
    run.pilot.press("scan:S")
    assert run.pilot.focused_id() == "action-hall"
    assert planned(run) == set()
    run.pilot.press("Enter")
    assert planned(run) == {"hall"}
    assert run.view.moves_left == 2
    run.pilot.press("Enter")
    assert planned(run) == set()
    assert (run.view.moves_left, run.view.money) == (3, 13_000)


def test_doors_ask_whose() -> None:
    """Door-to-door opens a choice of districts; a digit plans it there."""
    run = table("actions")
    run.pilot.press("scan:A", "Enter")
    assert run.pilot.sees("Whose doors?")
    run.pilot.press("8")
    assert planned(run) == {"doors"}
    booking = run.playing.session.campaign.bookings[-1]
    assert booking.district == "the-pines"


def test_doors_can_be_left_alone() -> None:
    """Esc in the choice of districts plans nothing."""
    run = table("actions")
    run.pilot.press("scan:A", "Enter", "Esc")
    assert planned(run) == set()
    assert run.place == "ActionDesk"


def test_screens_need_a_message_and_say_so() -> None:
    """Ads cannot be planned before a message was sent; the card says what to do first."""
    run = table("actions")
    run.pilot.press("scan:Q", "Enter")
    assert planned(run) == set()
    assert "Send a message first (desk 3)." in run.pilot.text()


def test_what_is_planned_is_said_in_the_hint_bar() -> None:
    """The bar names the one thing, and counts several."""
    run = table("actions", before=(*SENT, PlanAction("ads")))
    assert "Tonight: Ads on Loop." in run.pilot.text()
    run.do(PlanAction("hall"))
    assert "2 things planned for tonight." in run.pilot.text()


def test_x_tells_the_price_in_trust() -> None:
    """X explains the card in focus."""
    run = table("actions")
    run.pilot.press("scan:W", "X")
    action = next(each for each in run.playing.texts.campaign.amplify if each.id == "bot-farm")
    assert run.pilot.sees(action.costs_trust)


def test_arrows_look_along_the_street_and_up_to_the_screens() -> None:
    """Right goes to the neighbour, Up from the street to a screen above it."""
    run = table("actions", at="street")
    assert run.pilot.focused_id() == "action-doors"
    run.pilot.press("Right")
    assert run.pilot.focused_id() == "action-hall"
    run.pilot.press("Up")
    assert run.pilot.focused_id() in {"action-ads", "action-bot-farm"}


def test_a_click_is_enough() -> None:
    """The mouse plans and takes back without a key."""
    run = table("actions")
    run.pilot.click(id="action-school")
    assert planned(run) == {"school"}
    run.pilot.click(id="action-school")
    assert planned(run) == set()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_every_card_says_price_people_and_depth(scale: float) -> None:
    """Who does not see the drawing hears what it shows."""
    text = table("actions", scale=scale).pilot.text()
    for action in table().playing.texts.campaign.street:
        assert action.name in text
    assert text.count("Moves opinion by about") == 7


def test_the_doors_have_figures_to_choose_by() -> None:
    """Beside each district stands what the campaign believes of it, the same as in the table of the audience desk."""
    run = table("actions", at="street")
    run.pilot.press("Enter")
    assert run.pilot.sees("Whose doors?")
    text = run.pilot.text()
    for row in districts(run.playing.session.dots_view(), run.playing.texts)[:-1]:
        assert leaning_words(row) in text, row.name
