"""The pointer: its shape, notes, scroll bars, the wheel, and a finger that never hovers."""

from __future__ import annotations

from typing import Any

import pygame
import pytest

from game.ui import (
    Button,
    Column,
    Coverage,
    Dialog,
    Field,
    Frame,
    Place,
    Prefs,
    Screen,
    Scroll,
    Text,
    Widget,
)
from game.ui import focus as travel
from game.ui.pilot import Pilot


class Desk(Screen):
    """Things to point at, and more of them than fit."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []
        self.written = ""

    def compose(self) -> Widget:
        """A button, one that cannot be used, a field, a sign, a button without words, and a long list."""
        rows = [Button(f"Row {n}", lambda: self.done.append("row"), id=f"row-{n}") for n in range(30)]
        return Frame(
            Place(60, 60, 200, 60, Button("Press", lambda: self.done.append("press"), id="press"), scroll=False),
            Place(60, 140, 200, 60, Button("Not yet", id="shut", disabled="Not before Monday."), scroll=False),
            Place(60, 220, 300, 60, Field("Name", self.written, self.write, show_label=False, id="name"), scroll=False),
            Place(60, 320, 140, 30, Coverage(0.38, label="38 in 100 voters", id="sign"), scroll=False),
            Place(60, 400, 60, 60, Button("", description="Like", icon="heart", id="icon"), scroll=False),
            Place(700, 60, 300, 400, Column(*rows, gap=8), id="list"),
        )

    def write(self, text: str) -> None:
        """Take what was typed."""
        self.written = text

    def ask(self, *inside: Widget) -> None:
        """Open a dialog."""
        button = Button("Yes", self.app.close, id="yes")
        self.app.open(lambda: Dialog("Sure?", Text("Think.", "body"), *inside, buttons=[button]))


def desk(motion: str = "full") -> tuple[Pilot, Desk]:
    """The desk, at rest."""
    screen = Desk()
    pilot = Pilot(screen, prefs=Prefs(motion=motion)).advance(2)  # type: ignore[arg-type]  # because tests widen it
    return pilot, screen


def the_list(pilot: Pilot) -> Scroll:
    """What scrolls."""
    found = travel.by_id(pilot.app.root, "list")
    assert isinstance(found, Scroll)
    return found


def notes(pilot: Pilot) -> list[str]:
    """The notes over the page."""
    return [" ".join(note.lines) for note in pilot.app.sheet._seen.notes]


def test_the_shape_tells_what_can_be_done() -> None:
    """A hand over what can be pressed, an I-beam where one writes, an arrow over the rest and over what is shut."""
    pilot, _desk = desk()
    shapes = {}
    for name, x, y in (
        ("press", 120, 85),
        ("shut", 120, 165),
        ("name", 120, 245),
        ("nothing", 500, 600),
        ("bar", 996, 200),
    ):
        pilot.hover(x, y)
        shapes[name] = pilot.app.env.pointing.shape
    assert shapes == {"press": "hand", "shut": "arrow", "name": "text", "nothing": "arrow", "bar": "arrow"}


def test_a_note_comes_after_half_a_second_and_the_loop_wakes_for_it() -> None:
    """Not at once, not for a pointer that goes on, and it goes with the pointer or a key."""
    pilot, _desk = desk()
    pilot.hover(100, 330)
    pilot.advance(0.3, 1)
    assert notes(pilot) == []
    wait = pilot.app.wait()
    assert wait is not None
    assert 0.1 < wait <= 0.21
    pilot.advance(0.25, 1)
    assert notes(pilot) == ["38 in 100 voters"]
    assert pilot.app.wait() is None
    pilot.press("Z")
    assert notes(pilot) == []
    pilot.hover(400, 600).hover(100, 330).advance(0.6)
    assert notes(pilot) == ["38 in 100 voters"]
    pilot.hover(400, 600)
    assert notes(pilot) == []


def test_what_is_in_focus_says_at_once_why_it_cannot_be_used_and_what_an_icon_does() -> None:
    """Nobody has to wait for that with a keyboard."""
    pilot, _desk = desk()
    pilot.app.focus("shut")
    pilot.advance(0.01, 1)
    assert notes(pilot) == ["Not before Monday."]
    pilot.app.focus("icon")
    pilot.advance(0.01, 1)
    assert notes(pilot) == ["Like"]


def test_a_finger_never_hovers() -> None:
    """A tap presses and leaves nothing pointed at; the mouse that hovered before is forgotten."""
    pilot, screen = desk()
    pilot.hover(120, 165)
    assert pilot.app.env.hovered == "shut"
    pilot.tap(120, 85)
    assert screen.done == ["press"]
    assert pilot.app.env.hovered == ""
    assert pilot.app.env.pointing.shape == "arrow"
    pilot.tap(100, 330).advance(1)
    assert notes(pilot) == []


def test_a_second_finger_does_nothing() -> None:
    """Whoever rests a thumb on the screen while another finger presses does not press twice."""
    pilot, screen = desk()
    at: dict[str, Any] = {"x": 120 / 1280, "y": 85 / 720, "touch_id": 1, "dx": 0, "dy": 0, "pressure": 1}
    for kind, finger in ((pygame.FINGERDOWN, 1), (pygame.FINGERDOWN, 2), (pygame.FINGERUP, 2), (pygame.FINGERUP, 1)):
        pilot.inputs.dispatch(pygame.event.Event(kind, finger_id=finger, **at))
    assert screen.done == ["press"]


def test_the_right_button_does_nothing() -> None:
    """Neither a press nor anything else."""
    pilot, screen = desk()
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        pilot.inputs.dispatch(pygame.event.Event(kind, pos=(120, 85), button=3, touch=False))
    assert screen.done == []
    assert pilot.app.env.pressed == ""


def test_a_mouse_that_leaves_the_window_points_at_nothing() -> None:
    """The thing at the edge does not stay lit."""
    pilot, _desk = desk()
    pilot.hover(120, 85)
    pilot.inputs.dispatch(pygame.event.Event(pygame.WINDOWLEAVE))
    assert pilot.app.env.hovered == ""
    assert pilot.app.env.pointing.shape == "arrow"


def test_the_wheel_scrolls_and_what_is_seen_follows_softly() -> None:
    """With full motion the list comes to rest within a moment; otherwise it is there at once."""
    pilot, _desk = desk()
    pilot.wheel(800, 200, -2)
    assert the_list(pilot).offset == 112
    assert the_list(pilot).lag > 100
    pilot.advance(0.08, 1)
    assert 0 < the_list(pilot).lag < 100
    pilot.advance(0.3)
    assert the_list(pilot).lag == 0
    assert pilot.app.wait() is None
    for motion in ("gentle", "none"):
        still, _desk = desk(motion)
        still.wheel(800, 200, -2)
        assert (the_list(still).offset, the_list(still).lag) == (112, 0)


def test_parts_of_a_notch_follow_the_hand() -> None:
    """A touch pad moves the list as the fingers go, without a rest."""
    pilot, _desk = desk()
    pilot.hover(800, 200)
    pilot.inputs.dispatch(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=0, precise_y=-0.25))
    assert (the_list(pilot).offset, the_list(pilot).lag) == (14, 0)


def test_the_bar_can_be_pulled_and_pressed() -> None:
    """The handle follows the pointer; a press on the bar brings its middle there; nothing below is pressed."""
    pilot, screen = desk()
    scroll = the_list(pilot)
    handle = scroll.handle()
    pilot.drag(handle.cx, handle.cy, handle.cx, handle.cy + 100)
    assert abs(the_list(pilot).handle().y - handle.y - 100) < 1
    pilot.click(handle.cx, 455)
    assert the_list(pilot).offset == the_list(pilot).overflow
    pilot.click(handle.cx, 65)
    assert the_list(pilot).offset == 0
    assert screen.done == []


def test_the_bar_is_wider_under_the_pointer() -> None:
    """So that it can be seen that it can be held."""
    pilot, _desk = desk()
    before = pygame.image.tobytes(pilot.surface.subsurface((980, 60, 30, 100)), "RGB")
    pilot.hover(996, 100)
    assert pygame.image.tobytes(pilot.surface.subsurface((980, 60, 30, 100)), "RGB") != before
    pilot.hover(500, 600)
    assert pygame.image.tobytes(pilot.surface.subsurface((980, 60, 30, 100)), "RGB") == before


def test_a_press_beside_a_dialog_leaves_it() -> None:
    """Down and up both beside it; not when one of them is inside."""
    pilot, screen = desk()
    screen.ask()
    pilot.advance(1)
    pilot.drag(640, 360, 30, 30)
    assert pilot.app.top is not None
    pilot.drag(30, 30, 640, 360)
    assert pilot.app.top is not None
    pilot.click(30, 30)
    assert not pilot.app.dialogs
    assert screen.done == []


def test_a_press_beside_a_dialog_keeps_what_is_being_written() -> None:
    """A dialog with a field stays: a slip of the hand must not throw words away."""
    pilot, screen = desk()
    screen.ask(Field("Name", "", screen.write))
    pilot.advance(1)
    pilot.click(30, 30)
    assert pilot.app.top is not None


@pytest.mark.parametrize("touch", [False, True])
def test_dragging_off_a_button_does_not_press_it(touch: bool) -> None:
    """Whoever has second thoughts moves away before letting go."""
    pilot, screen = desk()
    pilot.drag(120, 85, 500, 600, touch=touch)
    assert screen.done == []


def test_what_is_scrolled_into_view_by_a_press_is_pressed_all_the_same() -> None:
    """A row at the edge of its list takes the focus and gives way under the pointer: no click is lost over that."""
    pilot, screen = desk()
    edge = travel.under(pilot.app.active, 800, 455)
    assert edge is not None
    assert edge.rect.bottom > 460
    pilot.click(800, 455)
    assert pilot.focused_id() == edge.id
    assert screen.done == ["row"]


def test_what_comes_over_a_thing_between_press_and_release_takes_nothing_from_it() -> None:
    """A press belongs to what was there when it began, by its id, whatever is composed in between."""
    pilot, screen = desk()
    rows = screen.compose

    def covered() -> Widget:
        over = Place(40, 40, 300, 100, Button("Over it", lambda: screen.done.append("over")), scroll=False)
        return Frame(*rows().children, over)

    at = {"pos": (160, 90), "button": 1, "touch": False}
    pilot.inputs.dispatch(pygame.event.Event(pygame.MOUSEBUTTONDOWN, at))
    screen.compose = covered  # type: ignore[method-assign]  # because the page changes while it is held
    pilot.app.refresh()
    pilot.advance(0.2)
    pilot.inputs.dispatch(pygame.event.Event(pygame.MOUSEBUTTONUP, at))
    assert screen.done == ["press"]
