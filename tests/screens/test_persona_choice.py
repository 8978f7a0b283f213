"""Choosing whom to become."""

from __future__ import annotations

import pytest

from tests.screens.act_two import table


def test_enter_becomes_the_voter_on_the_first_card() -> None:
    """Enter on the focused card starts the first evening as that persona."""
    run = table("persona", persona="")
    run.pilot.press("Enter")
    assert run.feed.persona == "ines"
    assert run.place == "FeedScreen"


def test_arrows_look_and_the_button_names_who_it_would_be() -> None:
    """Right looks at the next card; the button says its name; nothing is chosen by looking."""
    run = table("persona", persona="")
    run.pilot.press("Right")
    assert run.pilot.sees("Be Malo")
    assert run.feed.persona is None


def test_a_number_key_looks_first_and_becomes_the_second_time() -> None:
    """2 looks at the second card; 2 again, or Enter, becomes that voter."""
    run = table("persona", persona="")
    run.pilot.press("2")
    assert (run.feed.persona, run.pilot.sees("Be Malo")) == (None, True)
    run.pilot.press("2")
    assert run.feed.persona == "malo"


def test_a_click_looks_and_the_button_becomes() -> None:
    """With the mouse alone: a click on a card looks at it, the button becomes that voter."""
    run = table("persona", persona="")
    run.pilot.click(id="persona-malo")
    assert (run.feed.persona, run.pilot.sees("Be Malo")) == (None, True)
    run.pilot.click(id="be")
    assert run.feed.persona == "malo"


def test_tab_and_enter_are_enough() -> None:
    """Tab to the second card and Enter becomes that voter."""
    run = table("persona", persona="")
    run.pilot.press("Tab", "Enter")
    assert run.feed.persona == "malo"


def test_surprise_looks_at_another_card_without_choosing() -> None:
    """Z moves to a card that the run's seed picks."""
    run = table("persona", persona="")
    before = run.pilot.focused_id()
    run.pilot.press("Z")
    assert run.pilot.focused_id() != before
    assert run.feed.persona is None


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_persona_is_readable_at_every_text_size(scale: float) -> None:
    """Name, place and battery of every card are in the page's words."""
    run = table("persona", persona="", scale=scale)
    for word in ("Ines, 19", "Malo, 19", "64 attention", "pines"):
        assert run.pilot.sees(word)


def test_no_key_means_two_things() -> None:
    """The page has no key conflicts."""
    assert table("persona", persona="").pilot.app.conflicts() == []
