"""WCAG 2.2 AA on the pages themselves: every text, icon, mark and border against the ground that it really stands on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

import pygame
import pytest

from game.ui import App, Canvas, Widget
from game.ui.buttons import Button
from game.ui.choices import _Cell
from game.ui.controls import Field, Slider, Toggle
from game.ui.frames import Hint
from game.ui.items import Item
from game.ui.signs import Sign
from tests.screens.every_place import STOPS, Stop, a_third
from tests.ui.eyes import Sight, look

MODES = tuple(product(("standard", "high"), ("blue-orange", "light-dark", "shapes")))
_MEANING = frozenset(
    {"text", "text2", "ctl", "axis", "accent", "guess", "danger", "for", "against", "undecided", "lemon", "raspberry"}
    | {"red", "pencil", "pencil.2", "plum", "plum.2", "bone"}
)
"""Colours in which signs, charts and controls say something; all others are grounds, hairlines and tints."""
DECORATION: dict[str, str] = {
    "made of dots": "the head on the title is a picture; its key is beside it in words and marks",
}
"""Part of a widget's id -> why what it draws needs no contrast."""


@cache
def _stop(place: str) -> Stop:
    return STOPS[place]()


def _exempt(sight: Sight) -> bool:
    """True for disabled controls, and drawings that carry nothing."""
    widget: Widget | None = sight.widget
    while widget is not None:
        if widget.disabled or any(part in widget.id for part in DECORATION):
            return True
        widget = widget.parent
    return False


def _says_something(sight: Sight) -> bool:
    """True for what a player must be able to see: letters, icons, marks, and the parts of charts and controls."""
    widget = sight.widget
    if sight.kind in ("text", "icon", "stance"):
        return True
    if sight.role not in _MEANING:
        return False
    if isinstance(widget, Button | Item):
        return sight.kind == "border"
    chart = isinstance(widget, Sign) or (isinstance(widget, Canvas) and bool(widget.label) and sight.kind != "line")
    return chart or isinstance(widget, Toggle | Slider | Field | _Cell)


def _needs(sight: Sight, high: bool) -> float:
    """The ratio that WCAG asks for: AA, and AAA for text in high contrast."""
    if sight.kind != "text":
        return 3.0
    return (4.5 if high else 3.0) if sight.large else (7.0 if high else 4.5)


def _faint(sights: list[Sight], high: bool) -> list[str]:
    return [
        str(sight)
        for sight in sights
        if _says_something(sight) and sight.worst < _needs(sight, high) and not _exempt(sight)
    ]


def _states(app: App, known: set[object]) -> Iterator[tuple[str, list[Sight]]]:
    """Every kind of control of the page as it looks when pointed at, held down and in focus."""
    app.ensure()
    env = app.env
    before = env.focused
    for widget in app.active.walk():
        if not (widget.focusable or isinstance(widget, _Cell | Hint)) or widget.disabled:
            continue
        looks = (type(widget), getattr(widget, "look", ""), getattr(widget, "fill", ""), widget.states())
        box = widget.seen(widget.rect)
        if (looks, widget.theme.mood) in known or not 0 <= box.cy < 720:
            continue
        known.add((looks, widget.theme.mood))
        area = pygame.Rect(box.x - 12, box.y - 12, box.w + 24, box.h + 24)
        for state in ("hovered", "pressed", "focused"):
            env.hovered = widget.id if state != "focused" else ""
            env.pressed = widget.id if state == "pressed" else ""
            env.focused = widget.id if state == "focused" else before
            yield f"{state} {widget.id}", look(app, area)
    env.hovered = env.pressed = ""
    env.focused = before


@pytest.mark.parametrize("place", a_third(1))
def test_everything_stands_out_from_its_ground_in_every_mode(place: str) -> None:
    """Text 4.5:1 (large 3:1), icons, marks, chart parts and control borders 3:1; in high contrast text 7:1 (4.5:1)."""
    stop = _stop(place)
    found = []
    for contrast, colours in MODES:
        app = stop.see("en", 100, contrast=contrast, colours=colours)
        app.toast = None
        found += [f"{contrast}, {colours}: {fault}" for fault in _faint(look(app), contrast == "high")]
    assert not found, "\n".join(dict.fromkeys(found))


@pytest.mark.parametrize("place", a_third(2))
def test_controls_stand_out_while_they_are_pointed_at_pressed_and_in_focus(place: str) -> None:
    """The same ratios for one control of every look on the page, in its other states."""
    stop = _stop(place)
    found = []
    for contrast in ("standard", "high"):
        app = stop.see("en", 100, contrast=contrast)
        app.toast = None
        for state, sights in _states(app, set()):
            found += [f"{contrast}, {state}: {fault}" for fault in _faint(sights, contrast == "high")]
    assert not found, "\n".join(dict.fromkeys(found))
