"""Values ease to new ones by the clock, cost a painting and no composition, and are there at once where that is wanted."""

from __future__ import annotations

import pygame
import pytest

from game.ui import Battery, Button, Coins, Frame, Place, Prefs, Rich, Row, Screen, Span, Toggle, Widget, Wobble
from game.ui.control import Control, between
from game.ui.figures import Figure
from game.ui.motion import COUNT, HOVER, PRESS, RING, SWIPE, Eases
from game.ui.pilot import Pilot
from game.ui.theme import Theme
from tests.ui.pages import Shop


class Purse(Screen):
    """Figures that change when something is bought."""

    def __init__(self) -> None:
        super().__init__()
        self.money, self.moves, self.on = 1000, 3, False

    def compose(self) -> Widget:
        """A sum, a battery, moves, a switch, and something to spend them."""
        return Frame(
            Place(100, 60, 300, 40, Figure(self.money, lambda n: f"€{n}", "strong", id="money"), scroll=False),
            Place(100, 120, 310, 60, Battery(self.money / 10, label="battery", id="battery"), scroll=False),
            Place(100, 200, 200, 40, Coins(self.moves, 3 - self.moves, label="moves"), scroll=False),
            Place(100, 260, 300, 50, Toggle("Switch", self.on, self.turn, id="switch")),
            Place(100, 340, 300, 60, Row(Button("Spend", self.spend, kind="primary", key="S", id="spend"))),
            Place(100, 430, 400, 40, Rich(Span("a "), Span("marked", mark=True), Span(" word"), id="words")),
            Place(600, 430, 60, 60, Wobble(id="ring"), scroll=False),
        )

    def turn(self, on: bool) -> None:
        """Turn the switch."""
        self.on = on

    def spend(self) -> None:
        """Half of the money and a move."""
        self.money, self.moves = self.money // 2, self.moves - 1


def _control(pilot: Pilot, wanted: str) -> Control:
    found = next(widget for widget in pilot.app.root.walk() if widget.id == wanted)
    assert isinstance(found, Control)
    return found


def _look(pilot: Pilot, x: float, y: float, w: float, h: float) -> bytes:
    return pygame.image.tobytes(pilot.surface.subsurface((x, y, w, h)), "RGB")


def test_a_value_eases_and_comes_to_rest() -> None:
    """It is there at first, on its way when it changes, turns round from where it is, and then rests."""
    now = 0.0
    eases = Eases(lambda: now)
    assert eases.value("a", "x", 1.0, 0.2) == 1.0
    assert eases.turn() == set()
    assert eases.value("a", "x", 0.0, 0.2) == 1.0
    assert eases.busy
    now = 0.1
    half = eases.value("a", "x", 0.0, 0.2)
    assert 0 < half < 1
    assert eases.value("a", "x", 1.0, 0.2) == half
    now = 0.4
    assert eases.value("a", "x", 1.0, 0.2) == 1.0
    assert eases.turn() == {"a"}, "painted once more at its end"
    assert eases.turn() == set()
    assert not eases.busy


def test_what_appears_waits_for_the_page() -> None:
    """With a start it comes from there; while the page is still coming it has not begun."""
    now = 0.0
    eases = Eases(lambda: now)
    eases.hold(float("inf"))
    assert eases.value("a", "ring", 1.0, 0.4, start=0.0) == 0.0
    now = 5.0
    assert eases.value("a", "ring", 1.0, 0.4, start=0.0) == 0.0
    assert eases.turn() == set(), "nothing to be painted while it waits"
    assert eases.busy
    eases.hold(5.5)
    now = 5.7
    assert 0 < eases.value("a", "ring", 1.0, 0.4, start=0.0) < 1
    now = 6.0
    assert eases.value("a", "ring", 1.0, 0.4, start=0.0) == 1.0


def test_a_picture_of_a_page_shows_everything_at_its_end() -> None:
    """What is drawn without time passing has no half-drawn ring and no missing mark."""
    eases = Eases(still=True)
    assert eases.value("a", "ring", 1.0, 0.4, start=0.0) == 1.0


def test_hovering_eases_without_composing() -> None:
    """The colour goes over in 120 ms; the page is not composed for it, and nothing goes on afterwards."""
    pilot = Pilot(Purse()).advance(3)
    generation = pilot.app.env.generation
    rest = _look(pilot, 110, 350, 8, 4)
    pilot.hover(160, 360)
    pilot.advance(HOVER / 2, 1)
    between_ = _look(pilot, 110, 350, 8, 4)
    pilot.advance(HOVER, 2)
    over = _look(pilot, 110, 350, 8, 4)
    assert len({rest, between_, over}) == 3
    assert pilot.app.env.generation == generation
    pilot.advance(0.1)
    assert pilot.app.wait() is None


def test_pressing_goes_down_in_80_ms_and_comes_up_again() -> None:
    """Held down it ends two units lower; let go it comes back."""
    pilot = Pilot(Purse()).advance(3)
    x, y = 160.0, 360.0
    pilot.hover(x, y)
    pilot.inputs.pointer("down", x, y)
    pilot.app.paint(pilot.surface)
    pilot.advance(PRESS / 2, 1)
    assert 0 < _control(pilot, "spend").down < 1
    pilot.advance(PRESS, 1)
    assert _control(pilot, "spend").down == 1
    pilot.inputs.pointer("up", x, y)
    pilot.advance(1)
    assert _control(pilot, "spend").down == 0


@pytest.mark.parametrize(
    ("motion", "fades", "travels"), [("full", True, True), ("gentle", True, False), ("none", False, False)]
)
def test_how_much_moves_is_for_the_player_to_say(motion: str, fades: bool, travels: bool) -> None:
    """Gentle: colours fade, nothing travels. None: everything at once."""
    pilot = Pilot(Purse(), prefs=Prefs(motion=motion)).advance(3)  # type: ignore[arg-type]  # because the table widens it
    pilot.hover(160, 360)
    pilot.inputs.pointer("down", 160, 360)
    pilot.app.paint(pilot.surface)
    pilot.advance(0.03, 1)
    spend = _control(pilot, "spend")
    assert (spend.near < 1) is fades
    assert (spend.down < 1) is travels


def test_a_figure_counts_and_says_the_new_value_at_once() -> None:
    """On screen the sum runs to its new value; in words it is there already."""
    pilot = Pilot(Purse()).advance(3)
    before = _look(pilot, 100, 60, 80, 30)
    pilot.press("S")
    assert pilot.sees("€500")
    assert _look(pilot, 100, 60, 80, 30) == before, "the count begins where it was"
    pilot.advance(COUNT / 3, 1)
    middle = _look(pilot, 100, 60, 80, 30)
    pilot.advance(COUNT, 2)
    after = _look(pilot, 100, 60, 80, 30)
    assert len({before, middle, after}) == 3
    still = Pilot(Purse(), prefs=Prefs(motion="none")).press("S")
    assert _look(still, 100, 60, 80, 30) == after


def test_cells_coins_and_switches_slide_and_end_where_they_end_without_motion() -> None:
    """Battery, moves and the knob are somewhere between for a moment."""
    pilot = Pilot(Purse()).advance(3)
    areas = {"battery": (100, 120, 300, 60), "coins": (100, 195, 80, 30), "knob": (320, 260, 80, 50)}
    before = {name: _look(pilot, *area) for name, area in areas.items()}
    pilot.press("S")
    pilot.click(id="switch")
    pilot.advance(0.05, 1)
    middle = {name: _look(pilot, *area) for name, area in areas.items()}
    pilot.hover(900, 600)
    pilot.advance(3)
    after = {name: _look(pilot, *area) for name, area in areas.items()}
    still = Pilot(Purse(), prefs=Prefs(motion="none")).press("S")
    still.click(id="switch")
    still.hover(900, 600)
    still.advance(1)
    for name, area in areas.items():
        assert len({before[name], middle[name], after[name]}) == 3, name
        assert _look(still, *area) == after[name], name


def test_marks_are_swiped_on_and_rings_drawn_when_the_page_comes() -> None:
    """At first there is neither; the mark is whole after 260 ms, the ring after 420."""
    pilot = Pilot(Purse())
    mark, ring = (110, 430, 80, 24), (590, 420, 80, 80)
    bare = (_look(pilot, *mark), _look(pilot, *ring))
    pilot.advance(SWIPE + 0.01, 2)
    swiped = _look(pilot, *mark)
    drawing = _look(pilot, *ring)
    pilot.advance(RING, 2)
    whole = _look(pilot, *ring)
    assert swiped != bare[0]
    assert len({bare[1], drawing, whole}) == 3
    pilot.advance(3)
    assert (_look(pilot, *mark), _look(pilot, *ring)) == (swiped, whole)


def test_nothing_animates_for_ever() -> None:
    """Three seconds after the last input the loop may sleep, whatever was pressed and pointed at."""
    pilot = Pilot(Shop())
    for step in ("Tab", "Enter", "X", "Esc", "T", "1"):
        pilot.press(step)
    pilot.hover(200, 300)
    pilot.wheel(900, 200, -2)
    pilot.advance(3)
    assert pilot.app.wait() is None


def test_colours_between_two_states_are_few_and_named_at_the_ends() -> None:
    """So that what is drawn in them can be kept, and a test can tell a state by the names of its colours."""
    theme = Theme("war")
    assert between(theme, "accent", "accent.hover", 0.0) == "accent"
    assert between(theme, "accent", "accent.hover", 1.0) == "accent.hover"
    steps = {between(theme, "accent", "accent.hover", share / 100) for share in range(101)}
    assert 3 < len(steps) < 9
