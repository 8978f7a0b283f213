"""The timeline: a playhead to move by keys, pointer and screen reader, and marks that name themselves."""

from __future__ import annotations

from game.ui import Frame, Place, Screen, Widget
from game.ui.inputs import Inputs
from game.ui.pilot import Pilot
from game.ui.timeline import LiveText, Timeline


class Night(Screen):
    """A night with two events."""

    mood = "war"

    def __init__(self) -> None:
        super().__init__()
        self.at = 0.5

    def title(self) -> str:
        """The name of the page."""
        return "Night"

    def compose(self) -> Widget:
        """Timeline and clock."""
        line = Timeline(
            "The night", lambda: self.at, self.move, tell=lambda at: f"{round(at * 100)} of 100",
            marks=[(0.25, "A dog barks"), (0.75, "A door shuts")], scale=[(0, "dusk"), (1, "dawn")], step=0.05,
            width=832, height=64, id="line",
        )  # fmt: skip
        return Frame(
            Place(100, 100, 832, 64, line, scroll=False),
            Place(100, 300, 300, 60, LiveText(lambda: f"at {self.at:.2f}", "hero", widest="at 0.00")),
        )

    def move(self, at: float) -> None:
        """Go there."""
        self.at = at


def _night() -> tuple[Pilot, Night]:
    screen = Night()
    pilot = Pilot(screen)
    pilot.app.focus("line")
    return pilot, screen


def test_keys_move_the_playhead_from_where_it_is() -> None:
    """Right goes on by a step, Left back, Home and End to the ends; also when time has moved it meanwhile."""
    pilot, screen = _night()
    pilot.press("Right")
    assert round(screen.at, 3) == 0.55
    screen.at = 0.3
    pilot.press("Left")
    assert round(screen.at, 3) == 0.25
    pilot.press("End")
    assert screen.at == 1
    pilot.press("Home")
    assert screen.at == 0


def test_the_pointer_drags_the_playhead_and_the_ends_are_the_ends() -> None:
    """Press anywhere, drag anywhere: the playhead is where the pointer is, and never outside of the line."""
    pilot, screen = _night()
    pilot.drag(116 + 400, 130, 116 + 600, 130)
    assert round(screen.at, 2) == 0.75
    pilot.drag(116 + 600, 130, 1200, 130)
    assert screen.at == 1


def test_the_last_mark_that_passed_is_named_and_so_is_the_one_under_the_pointer() -> None:
    """What happened until now is told with the time; pointing at a mark tells that one."""
    pilot, screen = _night()
    assert "50 of 100. A dog barks" in pilot.text()
    screen.at = 0.1
    pilot.app.refresh()
    assert "10 of 100\n" in pilot.text().replace(" (focused)", "")
    pilot.hover(116 + 600, 130)
    line = next(widget for widget in pilot.app.root.walk() if isinstance(widget, Timeline))
    assert line.mark() == (0.75, "A door shuts")


def test_a_screen_reader_moves_it_and_reads_the_live_clock() -> None:
    """Raise, lower and set work as on every slider; the clock says the present moment without a new composition."""
    pilot, screen = _night()
    inputs = Inputs(pilot.app)
    inputs.request("raise", "line")
    assert round(screen.at, 3) == 0.55
    inputs.request("set", "line", 0.9)
    assert round(screen.at, 3) == 0.9
    generation = pilot.app.env.generation
    screen.at = 0.42
    assert pilot.tree().find("at 0.42") is not None
    assert pilot.app.env.generation - generation <= 1
