"""Every place of the game: what is painted in part, after keys and under the pointer, looks as painted whole."""

from __future__ import annotations

import random

import pygame
import pytest

from game.ui.inputs import Inputs
from tests.screens.every_place import STOPS
from tests.ui.whole_and_part import differences


@pytest.mark.gate
@pytest.mark.parametrize("place", STOPS)
def test_parts_look_as_the_whole(place: str) -> None:
    """Tab a few times, look about with the pointer, scroll: no pixel is old, in English and from right to left."""
    stop = STOPS[place]()
    dice = random.Random(place)  # noqa: S311  # because it only moves a pointer
    for language in ("en", "ar-XB"):
        app = stop.see(language, 100)
        shown = pygame.Surface(app.size)
        inputs = Inputs(app)
        assert differences(app, shown) == ""
        for _step in range(4):
            inputs.key("Tab")
            assert differences(app, shown) == "", f"{place} in {language} after Tab"
        for _step in range(3):
            inputs.pointer("hover", dice.uniform(0, 1280), dice.uniform(0, 720))
            assert differences(app, shown) == "", f"{place} in {language} under the pointer"
        inputs.wheel(dice.uniform(0, 1280), dice.uniform(0, 720), -2)
        assert differences(app, shown) == "", f"{place} in {language} after the wheel"
