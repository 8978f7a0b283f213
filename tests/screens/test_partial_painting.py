"""Every place of the game: what is kept and painted in part, after keys and pointer, is as if all were done anew."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial

import pygame
import pytest

from game.ui.inputs import Inputs
from tests.screens import act_one
from tests.screens.every_place import STOPS, _at, _settle, a_third
from tests.screens.own_time import OwnTime
from tests.ui.whole_and_part import differences, drawn_too_far

KEYS = ("Tab", "Enter", "Space", "Left", "Right", "Up", "Down", "1", "2", "3", "4", "H", "M", "O", "S", "T", "V", "+")


FRAMES = (0.04, 0.1, 0.3)
"""Seconds between the frames that are looked at after each input."""


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
            _settle(app.screen)  # what is worked out beside the page must not come between the two paintings
            assert differences(app, shown) == "", f"{place} in {language} after {key}"
        for _step in range(3):
            inputs.pointer("hover", dice.uniform(0, 1280), dice.uniform(0, 720))
            assert differences(app, shown, anew=False) == "", f"{place} in {language} under the pointer"
        inputs.wheel(dice.uniform(0, 1280), dice.uniform(0, 720), -2)
        assert differences(app, shown, anew=False) == "", f"{place} in {language} after the wheel"


@pytest.mark.parametrize("place", a_third(2))
def test_parts_look_as_the_whole_while_things_move(place: str) -> None:
    """Large type, full motion: figures count, dialogs come and go, what eases eases, and no frame shows an old pixel.

    Nor does anything draw further out than what is painted again for it.
    """
    stop = STOPS[place]()
    dice = random.Random(place)  # noqa: S311  # because it only moves a pointer
    with OwnTime(stop.app) as time:
        app = stop.see("fr", 150, motion="full")
        shown, inputs = pygame.Surface(app.size), Inputs(app)
        where = (dice.uniform(0, 1280), dice.uniform(0, 720))
        acts: list[tuple[str, Callable[[], object]]] = [
            ("when shown", lambda: None),
            *((f"after {key}", partial(inputs.key, key)) for key in dice.choices((*KEYS, "Esc"), k=5)),
            *((f"at pointer's {kind}", partial(inputs.pointer, kind, *where)) for kind in ("hover", "down", "up")),
        ]
        for said, act in acts:
            act()
            _settle(app.screen)
            for seconds in FRAMES:
                time.now += seconds
                assert differences(app, shown, anew=False) == "", f"{place} {said}, {seconds} s later"
        assert drawn_too_far(app, shown) == "", place


def test_a_figure_that_shrinks_after_a_dialog_leaves_nothing_behind() -> None:
    """The audience desk in large type: one word of the sentence makes 20,000 voters a fifth of that, digit by digit."""
    stop = _at(act_one.table(days=6).playing, "audience")
    with OwnTime(stop.app) as time:
        app = stop.see("fr", 150, motion="full")
        shown, inputs = pygame.Surface(app.size), Inputs(app)
        for key in ("+", "Down", "Enter"):
            inputs.key(key)
            for _frame in range(8):
                time.now += 0.06
                assert differences(app, shown, anew=False) == "", f"after {key}"
