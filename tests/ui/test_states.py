"""Every component in every state, by the names of the colours that it is drawn in: no two states look the same unseen."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from game.ui import App, MoodName, Prefs, start_video
from game.ui.painter import Painter
from tests.ui.gallery import STATES, Posed, Sheet, pages
from tests.ui.gallery_parts import CONTROLS

GOLDEN = Path(__file__).parent / "states"
ALIKE: dict[tuple[str, str], str] = {
    ("link", "pressed"): "the words go down; there is no ground",
    ("choice row", "pressed"): "the cell that is held is the chosen one",
    ("choice row", "hover"): "the pointer is on the chosen cell",
    ("choice row", "selected"): "one is always chosen",
    ("hint", "hover"): "the bar is no row of buttons: a hint lights nothing",
    ("pager", "hover"): "a read chapter has a filled dot",
    ("hint", "pressed"): "its key cap goes down",
    ("menu row", "selected"): "a menu has no chosen row",
    ("persona card", "selected"): "the focus ring shows the chosen one",
    ("ballot line", "selected"): "the page draws the pencil's cross",
    ("field, wrong", "hover"): "what is wrong stays in the colour of danger",
    ("field, wrong", "pressed"): "what is wrong stays in the colour of danger",
}
"""Component and state that differ by place or shape alone, and how."""


def _calls(mood: MoodName) -> Iterator[tuple[str, str, list[str]]]:
    """Component, state, and what is drawn: the painter's calls with their colours, and how far down."""
    start_video(headless=True)
    for sheet in pages(mood, CONTROLS[mood]):
        app = App(sheet, prefs=Prefs(motion="none"), clock=lambda: 0.0)
        app.ensure()
        for (name, _make), row in zip(sheet.rows, _posed(app, sheet), strict=True):
            for posed in row:
                yield name, posed.state, _drawn(app, posed)


def _posed(app: App, sheet: Sheet) -> list[list[Posed]]:
    found: list[list[Posed]] = [[] for _row in sheet.rows]
    for widget in app.root.walk():
        if isinstance(widget, Posed):
            found[round((widget.rect.y - 52) // 84)].append(widget)
    return found


def _drawn(app: App, posed: Posed) -> list[str]:
    """The calls, from the widget's own corner."""
    import pygame

    calls: list[str] = []
    painter = Painter(pygame.Surface(app.size), app.factor, app.origin, posed.theme)
    r = posed.rect

    def note(kind: str, *colours: str, dashed: bool = False, y: float = 0.0) -> None:
        names = " ".join(colour or "-" for colour in colours)
        down = round((painter.origin[1] - app.origin[1]) / app.factor + y - r.y)
        calls.append(f"{kind} {names}{' dashed' if dashed else ''} at {down}")

    def rect(p: Painter, x: float, y: float, w: float, h: float, fill: str = "", **more: Any) -> None:
        note("box", fill, more.get("border", ""), dashed=more.get("dashed", False), y=y)
        _RECT(p, x, y, w, h, fill, **more)

    def circle(p: Painter, x: float, y: float, radius: float, fill: str = "", **more: Any) -> None:
        note(f"disc of {2 * radius:.0f}", fill, more.get("border", ""), y=y)
        _CIRCLE(p, x, y, radius, fill, **more)

    def icon(p: Painter, x: float, y: float, name: str, size: float = 20, color: str = "text") -> None:
        note(f"icon {name}", color, y=y)
        _ICON(p, x, y, name, size, color)

    with (
        patch.object(Painter, "rect", rect),
        patch.object(Painter, "circle", circle),
        patch.object(Painter, "icon", icon),
    ):
        posed.paint(painter)
    for widget in posed.child.walk():
        color = getattr(widget, "color", "")
        if widget.kind == "text" and getattr(widget, "said", "").strip():
            calls.append(f"words {color}")
    return calls


_RECT, _CIRCLE, _ICON = Painter.rect, Painter.circle, Painter.icon


@cache
def _all(mood: MoodName) -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = {}
    for name, state, calls in _calls(mood):
        found.setdefault(name, {})[state] = calls
    return found


def _text(mood: MoodName) -> str:
    lines = []
    for name, states in _all(mood).items():
        lines.append(name)
        for state, calls in states.items():
            lines.append(f"  {state}")
            lines += [f"    {call}" for call in calls]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("mood", CONTROLS)
def test_the_states_are_drawn_as_yesterday(mood: MoodName) -> None:
    """Colours by name, dashes and depth of every component in every state."""
    kept = (GOLDEN / f"{mood}.txt").read_text(encoding="utf-8")
    now = _text(mood)
    told = "\n".join(difflib.unified_diff(kept.splitlines(), now.splitlines(), "kept", "now", lineterm=""))
    assert kept == now, f"If this is meant: python -m tests.ui.test_states\n{told}"


@pytest.mark.parametrize("mood", CONTROLS)
def test_no_two_states_look_the_same(mood: MoodName) -> None:
    """At rest, pointed at, in focus, held down and shut differ in colour, dashes or ring, but where it is said why not."""
    same = []
    for name, states in _all(mood).items():
        rest = [call.rpartition(" at ")[0] or call for call in states["rest"]]
        for state in STATES[1:]:
            if state in states and (name, state) not in ALIKE:
                looks = [call.rpartition(" at ")[0] or call for call in states[state]]
                if looks == rest:
                    same.append(f"{name}, {state}")
    assert not same


@pytest.mark.parametrize("mood", CONTROLS)
def test_what_is_held_down_goes_down(mood: MoodName) -> None:
    """Buttons are two units lower while they are held, and the foot of their key cap is gone."""
    for name in ("primary", "secondary"):
        states = _all(mood)[name]
        assert states["pressed"][0].endswith("at 2")
        assert states["rest"][0].endswith("at 0")


def main() -> None:
    """Keep the states as they are drawn now."""
    GOLDEN.mkdir(exist_ok=True)
    for mood in CONTROLS:
        (GOLDEN / f"{mood}.txt").write_text(_text(mood), encoding="utf-8")


if __name__ == "__main__":
    main()
