"""What moves comes to rest, and then looks as it would have looked without motion."""

from __future__ import annotations

import pygame
import pytest

from game.ui import App
from tests.screens.every_place import STOPS, a_third
from tests.screens.own_time import OwnTime

LONG = {"overnight on day 3": 16.0, "overnight, then W": 16.0}
"""Places where a picture is meant to live for a while -> seconds."""
AT_WORK = ("else",)
"""Works on: the other weeks are played beside the page."""
SAYS_SO = ("settings: seeing",)
"""Says how much motion there is, so it cannot look the same."""


def _picture(app: App) -> bytes:
    surface = pygame.Surface(app.size)
    app.redraw()
    app.paint(surface)
    return surface.get_buffer().raw


@pytest.mark.parametrize("place", [place for place in a_third(2) if place.values[0] not in AT_WORK])
def test_every_place_comes_to_rest_and_looks_the_same_with_and_without_motion(place: str) -> None:
    """Three seconds after it was shown, nothing waits for time any more, and each pixel is that of the page without motion."""
    pictures = {}
    for motion in ("none", "gentle", "full"):
        stop = STOPS[place]()  # a new one each time: keys on the way there may change the run
        with OwnTime(stop.app) as time:
            app = stop.see("en", 100, motion=motion)
            time.pass_by(LONG.get(place, 2.9) if motion == "full" else 2.9)
            app.toast = None
            app.touch()
            time.pass_by(0.1)
            assert app.wait() is None, f"{motion}: still in motion"
            pictures[motion] = _picture(app)
    if place not in SAYS_SO:
        assert pictures["full"] == pictures["none"]
        assert pictures["gentle"] == pictures["none"]
