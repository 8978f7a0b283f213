"""The ways between pages and of dialogs: short, skipped by any key, and nothing that is pressed is lost."""

from __future__ import annotations

from itertools import pairwise

import pygame
import pytest

from game.ui import Binding, Button, Dialog, Dots, Frame, MoodName, Place, Prefs, Screen, Text, Widget
from game.ui.pilot import Pilot
from game.ui.transitions import TURN
from tests.ui.pages import Town

pytestmark = pytest.mark.gate  # together they take the seconds that the quick suite does not have

MOODS: tuple[MoodName, ...] = ("war", "feed", "paper")


class Stop(Screen):
    """A page in some mood, with a way on."""

    def __init__(self, mood: MoodName, on: Screen | None = None, wanted: str = "", count: int = 0) -> None:
        super().__init__()
        self.mood, self.on, self.wanted, self.pressed = mood, on, wanted, count

    def compose(self) -> Widget:
        """A headline and a button."""
        return Frame(
            Place(100, 100, 800, 60, Text(f"{self.mood} {self.pressed}", "h1")),
            Place(100, 300, 300, 60, Button("Go", self.go, kind="primary", id="go")),
        )

    def bindings(self) -> list[Binding]:
        """P counts, D opens a dialog."""
        return [Binding("P", "Press", self.press), Binding("D", "Ask", self.ask)]

    def press(self) -> None:
        """Count."""
        self.pressed += 1

    def ask(self) -> None:
        """Open a dialog."""
        self.app.open(Dialog("Sure?", Text("Think again.", "body"), buttons=[Button("Yes", self.app.close, id="yes")]))

    def go(self) -> None:
        """To the next page."""
        if self.on is not None:
            self.app.transition.wanted = self.wanted
            self.app.show(self.on)


def _picture(pilot: Pilot) -> bytes:
    return pygame.image.tobytes(pilot.surface, "RGB")


def _seconds(pilot: Pilot) -> float:
    return pilot.app.motion.running[TURN].seconds


@pytest.mark.parametrize("before", MOODS)
@pytest.mark.parametrize("after", MOODS)
@pytest.mark.parametrize("size", [(1280, 720), (1500, 760)])
def test_every_passage_is_short_and_ends_in_the_page(before: MoodName, after: MoodName, size: tuple[int, int]) -> None:
    """From any mood into any other: at most 600 ms, something in every frame, and then exactly the page."""
    pilot = Pilot(Stop(before, Stop(after, count=7)), size=size).advance(1)
    old = _picture(pilot)
    pilot.press("Enter")
    assert _seconds(pilot) <= 0.6
    frames = [_picture(pilot)]
    for _frame in range(8):
        pilot.advance(_seconds(pilot) / 9, 1)
        frames.append(_picture(pilot))
    pilot.advance(1)
    new = _picture(pilot)
    assert old != new
    assert pilot.app.wait() is None
    assert all(a != b for a, b in pairwise(frames)), "it moves"
    assert new not in frames[:-1]
    plain = Pilot(Stop(after, count=7), size=size, prefs=Prefs(motion="none"))
    assert _picture(plain) == new


@pytest.mark.parametrize("before", MOODS)
@pytest.mark.parametrize("wanted", ["", "fall", "down", "sheet"])
def test_any_key_is_there_at_once_and_is_not_lost(before: MoodName, wanted: str) -> None:
    """A key in the middle of a passage ends it and does on the new page what it does there."""
    on = Stop("paper")
    pilot = Pilot(Stop(before, on, wanted)).advance(1).press("Enter")
    pilot.advance(0.1, 1)
    assert pilot.app.transition.under_way
    pilot.press("P")
    assert TURN not in pilot.app.motion.running
    assert on.pressed == 1
    pilot.advance(0.5)
    assert pilot.sees("paper 1")


def test_a_press_of_the_pointer_goes_on_as_well() -> None:
    """So does a click."""
    on = Stop("feed")
    pilot = Pilot(Stop("war", on)).advance(1).press("Enter").advance(0.1, 1)
    pilot.click(900, 600)
    assert not pilot.app.transition.under_way


def test_gentle_only_fades_and_none_does_nothing() -> None:
    """Gentle: 120 ms and nothing in another place; none: the page is there."""
    gentle = Pilot(Stop("war", Stop("feed")), prefs=Prefs(motion="gentle")).advance(1).press("Enter")
    assert gentle.app.transition.kind == "fade"
    assert _seconds(gentle) == 0.12
    none = Pilot(Stop("war", Stop("feed")), prefs=Prefs(motion="none")).advance(1).press("Enter")
    assert not none.app.transition.under_way
    assert TURN not in none.app.motion.running


def test_moods_have_ways_of_their_own() -> None:
    """Into the feed one falls, the phone is put down for the ballot, the debrief slides in; back and over, pages turn."""
    kinds = {}
    for before in MOODS:
        for after in MOODS:
            pilot = Pilot(Stop(before, Stop(after))).advance(1).press("Enter")
            kinds[before, after] = pilot.app.transition.kind
    assert kinds["war", "feed"] == "fall"
    assert kinds["feed", "paper"] == "down"
    assert kinds["war", "paper"] == "sheet"
    assert kinds["war", "war"] == kinds["paper", "war"] == "turn"
    pilot = Pilot(Stop("feed")).advance(1)
    pilot.app.push(Stop("war"))
    pilot.advance(0.01, 1)
    assert pilot.app.transition.kind == "turn"
    pilot.advance(1).press("Esc")
    assert pilot.app.transition.kind == "back"


def test_the_passage_begins_when_the_page_is_there() -> None:
    """However long the first frame takes to paint, the way begins with it."""
    pilot = Pilot(Stop("war", Stop("feed"))).advance(1)
    pilot.inputs.key("Enter")
    pilot.time += 2
    pilot.app.advance()
    pilot.app.paint(pilot.surface)
    assert pilot.app.progress(TURN) == 0


def test_one_falls_from_the_crowd() -> None:
    """The fall begins in the middle of the largest picture of dots."""
    pilot = Pilot(Town()).advance(1)
    dots = next(widget for widget in pilot.app.root.walk() if isinstance(widget, Dots))
    pilot.app.show(Stop("feed"))
    x, y = pilot.app.transition._from
    assert abs(x * 1280 - dots.rect.cx) < 200
    assert abs(y * 720 - dots.rect.cy) < 200


def test_a_dialog_comes_up_and_goes_down() -> None:
    """Both in 200 ms; keys act in it from the beginning."""
    pilot = Pilot(Stop("war")).advance(1)
    page = _picture(pilot)
    pilot.press("D")
    assert (pilot.app.transition.kind, _seconds(pilot)) == ("panel", 0.2)
    first = _picture(pilot)
    pilot.advance(0.1, 1)
    assert _picture(pilot) != first
    pilot.press("Enter")
    assert pilot.app.transition.kind == "close"
    pilot.advance(1)
    assert _picture(pilot) == page
    pilot.press("D", "Esc")
    pilot.advance(1)
    assert _picture(pilot) == page


def test_another_size_of_the_window_ends_it() -> None:
    """No old picture is laid over a page of another size."""
    pilot = Pilot(Stop("war", Stop("feed"))).advance(1).press("Enter").advance(0.1, 1)
    pilot.resize(1024, 640)
    assert not pilot.app.transition.under_way
    pilot.advance(1)
    assert pilot.app.wait() is None
