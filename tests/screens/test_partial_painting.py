"""Every place of the game: what is kept and painted in part, after keys and pointer, is as if all were done anew."""

from __future__ import annotations

import random

import pygame
import pytest

from game.ui.inputs import Inputs
from tests.screens.every_place import STOPS, a_third
from tests.ui.whole_and_part import differences

KEYS = ("Tab", "Enter", "Space", "Left", "Right", "Up", "Down", "1", "2", "3", "4", "H", "M", "O", "S", "T", "V", "+")


@pytest.mark.parametrize("place", a_third(1))
def test_parts_look_as_the_whole(place: str) -> None:
    """Keys of all kinds, looks about with the pointer, a scroll: no pixel and no word is old, both ways of reading."""
    stop = STOPS[place]()
    dice = random.Random(place)  # noqa: S311  # because it only moves a pointer
    for language in ("en", "ar-XB"):
        app = stop.see(language, 100)
        shown = pygame.Surface(app.size)
        inputs = Inputs(app)
        assert differences(app, shown) == ""
        for key in ("Tab", "Tab", *dice.choices(KEYS, k=4)):
            inputs.key(key)
            assert differences(app, shown) == "", f"{place} in {language} after {key}"
        for _step in range(3):
            inputs.pointer("hover", dice.uniform(0, 1280), dice.uniform(0, 720))
            assert differences(app, shown, anew=False) == "", f"{place} in {language} under the pointer"
        inputs.wheel(dice.uniform(0, 1280), dice.uniform(0, 720), -2)
        assert differences(app, shown, anew=False) == "", f"{place} in {language} after the wheel"
