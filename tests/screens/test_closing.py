"""Closing the window: one word where something would be lost, none where everything is kept."""

from __future__ import annotations

import pygame

from game.screens.closing import Closing
from game.screens.lobby import Lobby
from game.ui.inputs import Inputs
from game.ui.pilot import Pilot
from tests.screens.act_one import tram_vote
from tests.screens.act_two import illustrated
from tests.screens.debrief_fixtures import finished
from tests.screens.test_tutorial import run_of


def closed(pilot: Pilot, lobby: Lobby) -> bool:
    """Close the window; is it gone?"""
    pilot.app.on_close = pilot.app.on_close or Closing(lobby).stay
    pilot.app.running = True
    Inputs(pilot.app).dispatch(pygame.event.Event(pygame.QUIT))
    pilot.app.ensure()
    return not pilot.app.running


def test_a_campaign_closes_without_a_word() -> None:
    """In the war room every step is saved: the window closes at once."""
    assert closed(*run_of(tram_vote(), wanted=False))


def test_the_debrief_says_what_goes_before_it_goes() -> None:
    """The first time the window stays and says what is lost; Esc stays, and then it says so again."""
    pilot, lobby = run_of(illustrated(), wanted=False, session=finished(illustrated(), voters=400))
    assert not closed(pilot, lobby)
    assert pilot.sees("The debrief goes when the window closes.")
    pilot.press("Esc")
    assert not closed(pilot, lobby)


def test_closing_twice_closes() -> None:
    """Who closes the window a second time means it; so does the button."""
    pilot, lobby = run_of(illustrated(), wanted=False, session=finished(illustrated(), voters=400))
    assert not closed(pilot, lobby)
    assert closed(pilot, lobby)
    pilot.press("Esc")
    assert not closed(pilot, lobby)
    pilot.click(id="close-window")
    assert not pilot.app.running
