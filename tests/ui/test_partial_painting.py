"""What looks the same is not painted again, and what is painted in part looks as painted whole."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pygame
import pytest

from game.ui import (
    Binding,
    Button,
    Canvas,
    Column,
    Dialog,
    Figure,
    Frame,
    Painter,
    Place,
    Prefs,
    Rect,
    Row,
    Screen,
    Text,
    Widget,
    Words,
)
from game.ui.pilot import Pilot
from tests.ui.pages import Shop
from tests.ui.whole_and_part import differences


class Signs(Screen):
    """Something that moves, something that follows an animation, something at rest, and two buttons."""

    def __init__(self, *, asks: bool = False) -> None:
        super().__init__()
        self.drawn: list[str] = []
        self.composed = 0
        self.asks = asks

    def compose(self) -> Widget:
        """The four, far from each other."""
        self.composed += 1
        told = self.app.focused_id if self.asks else ""
        return Frame(
            Place(64, 88, 200, 0, Canvas(self._draw("moving"), height=60, live=True, id="moving")),
            Place(464, 88, 200, 0, Canvas(self._draw("following", "grow"), height=60, id="following")),
            Place(864, 88, 200, 0, Canvas(self._draw("resting"), height=60, id="resting")),
            Place(64, 400, 300, 0, Column(Button("One", id="one"), Button("Two", id="two"), Text(told), gap=60)),
        )

    def first_focus(self) -> str:
        """The first button."""
        return "one"

    def tick(self, now: float) -> bool:
        """Nothing to compose."""
        del now
        return False

    def _draw(self, name: str, animation: str = "") -> Callable[[Painter, Rect], None]:
        def draw(p: Painter, area: Rect) -> None:
            self.drawn.append(name)
            share = self.app.progress(animation) if animation else 1.0
            p.circle(area.cx, area.cy, 5 + 20 * share, "accent")

        return draw


def _shown(*, asks: bool = False) -> tuple[Pilot, Signs]:
    """The page, after its first frame."""
    page = Signs(asks=asks)
    pilot = Pilot(page)
    page.drawn.clear()
    page.composed = 0
    return pilot, page


def test_moving_the_focus_paints_the_two_things_that_had_and_have_it() -> None:
    """Tab neither composes the page nor draws what stands elsewhere, and the new ring is there."""
    pilot, page = _shown()
    pilot.press("Tab")
    assert pilot.focused_id() == "two"
    assert (page.composed, page.drawn) == (0, [])
    assert pilot.app.paints == 2
    assert differences(pilot.app, pilot.surface) == ""


def test_a_page_that_asks_for_the_focus_is_composed_when_it_moves() -> None:
    """What a page says about the thing in focus is never old."""
    pilot, page = _shown(asks=True)
    assert pilot.sees("one")
    pilot.press("Tab")
    assert page.composed == 1
    assert pilot.sees("two")


def test_only_what_moves_is_painted_while_time_passes() -> None:
    """On a page that ticks, what says that it is live is drawn in every frame, and nothing else."""
    pilot, page = _shown()
    page.ticking = True
    pilot.advance(0.3, 3)
    assert page.drawn == ["moving"] * 3


def test_an_animation_is_painted_where_it_was_asked_for() -> None:
    """Whoever asked for its progress while being drawn is drawn in each of its frames, and once more at its end."""
    pilot, page = _shown()
    pilot.app.animate("grow", 0.3)
    pilot.advance(0.1, 1)
    assert differences(pilot.app, pilot.surface) == ""
    page.drawn.clear()
    pilot.advance(0.1, 1).advance(0.15, 1)
    assert page.drawn == ["following"] * 2
    assert differences(pilot.app, pilot.surface) == ""
    page.drawn.clear()
    pilot.advance(0.2, 2)
    assert page.drawn == []


def test_an_animation_that_nobody_shows_paints_nothing_after_its_first_frame() -> None:
    """A named stretch of time costs no frames of work."""
    pilot, page = _shown()
    pilot.app.animate("pause", 1.0)
    pilot.advance(0.1, 1)
    page.drawn.clear()
    paints = pilot.app.paints
    pilot.advance(0.5, 5)
    assert page.drawn == []
    assert pilot.app.paints == paints


def test_another_surface_gets_the_whole_page() -> None:
    """After the window was made anew nothing is missing from it, though nothing is painted again."""
    pilot, page = _shown()
    other = pygame.Surface(pilot.app.size)
    pilot.app.touch()
    assert pilot.app.paint(other)
    assert page.drawn == []
    assert other.get_buffer().raw == pilot.surface.get_buffer().raw


class Count(Screen):
    """A figure beside words, which a key makes much smaller."""

    def __init__(self, *, asked: bool = False) -> None:
        super().__init__()
        self.value, self.asked = 2_000_000_000, asked

    def compose(self) -> Widget:
        """The figure, in the largest type."""
        return Frame(Place(64, 88, 1100, 0, Row(Figure(self.value, str, "title", id="count"), Text("people"), gap=20)))

    def bindings(self) -> list[Binding]:
        """The key."""
        return [Binding("S", "Smaller", self.ask if self.asked else self.less)]

    def ask(self) -> None:
        """A dialog comes first."""
        self.app.open(lambda: Dialog("Less?", buttons=[Button("Yes", self.agree)]))

    def agree(self) -> None:
        """It is answered."""
        self.app.close()
        self.less()

    def less(self) -> None:
        """From ten digits to one."""
        self.value = 7


@pytest.mark.parametrize("asked", [False, True])
@pytest.mark.parametrize("rtl", [False, True])
def test_a_figure_that_counts_to_fewer_digits_leaves_nothing_of_the_old_ones(rtl: bool, asked: bool) -> None:
    """Whether a key or the answer in a dialog changed it: in every frame nothing stands where only the old one was."""
    pilot = Pilot(Count(asked=asked), words=Words(rtl=rtl))
    pilot.press("S", *(["Enter"] if asked else []))
    for _frame in range(12):
        pilot.time += 0.05
        assert differences(pilot.app, pilot.surface, anew=False) == ""
    assert not pilot.app.moving


@pytest.mark.parametrize("motion", ["full", "none"])
@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("size", [(1280, 720), pytest.param((1500, 760), marks=pytest.mark.gate)])
def test_parts_look_as_the_whole(size: tuple[int, int], rtl: bool, motion: str) -> None:
    """Keys, pointer, press, wheel, dialog and announcement on a page of most controls: in any window, both ways, each frame."""
    prefs = Prefs(motion="full" if motion == "full" else "none")
    pilot = Pilot(Shop(), size=size, prefs=prefs, words=Words(rtl=rtl))
    steps: list[Callable[[], object]] = [
        *(partial(pilot.press, key) for key in ("Tab", "Tab", "Right", "Tab", "Enter", "Shift+Tab", "1")),
        lambda: pilot.hover(200, 200),
        lambda: pilot.hover(800, 150),
        lambda: pilot.click(300, 300),
        lambda: pilot.wheel(300, 300, -1),
        lambda: pilot.app.announce("Something was said, and stands at the foot of the page."),
        lambda: pilot.press("X"),
        lambda: pilot.press("Tab"),
        lambda: pilot.press("Esc"),
    ]
    for anew in (False, True):
        for step in steps:
            step()
            for _frame in range(3):
                pilot.time += 0.06
                assert differences(pilot.app, pilot.surface, anew=anew) == ""
    pilot.advance(20, 2)
    assert differences(pilot.app, pilot.surface) == ""
