"""What stays of one composition in the next: only what is provably the same, and never an old callback or an old value."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np

from game.ui import (
    Button,
    Canvas,
    Column,
    Dots,
    Frame,
    Item,
    Painter,
    Place,
    Prefs,
    Rect,
    Row,
    Screen,
    Spacer,
    Text,
    Widget,
)
from game.ui import Toggle as Switch
from game.ui import focus as travel
from game.ui.pilot import Pilot
from game.ui.widget import Common
from tests.ui.whole_and_part import differences

Make = Callable[[int], Widget]


class Page(Screen):
    """A page around something that a test composes; `turn` counts the compositions."""

    def __init__(self, make: Make) -> None:
        super().__init__()
        self.make, self.turn = make, 0

    def first_focus(self) -> str:
        """A button that has nothing to do with it."""
        return "focus"

    def compose(self) -> Widget:
        """The thing, and a button for the focus."""
        self.turn += 1
        return Frame(Place(64, 64, 600, 0, self.make(self.turn)), Place(900, 600, 200, 0, Button("Focus", id="focus")))


class Sign(Widget):
    """Draws and measures itself, and counts both."""

    kind = "sign"
    drawn = 0
    measured = 0

    def __init__(self, said: object, **common: object) -> None:
        super().__init__(**common)  # type: ignore[arg-type]  # because tests give it what they like
        self.said = said

    def content(self, room: float) -> tuple[float, float]:
        """As high as a line."""
        Sign.measured += 1
        return room, 40

    def draw(self, p: Painter) -> None:
        """A box."""
        Sign.drawn += 1
        p.rect(self.rect.x, self.rect.y, self.rect.w, self.rect.h, "accent")


def _again(make: Make) -> tuple[Pilot, list[Widget], list[Widget]]:
    """Show a page, compose it again: the pilot, and the widgets before and after. `Sign` counts the second time only."""
    pilot = Pilot(Page(make), prefs=Prefs(motion="none"))
    before = list(pilot.app.root.walk())
    Sign.drawn = Sign.measured = 0
    pilot.app.refresh()
    pilot.advance(0.0, 1)
    return pilot, before, list(pilot.app.root.walk())


def _find(pilot: Pilot, name: str) -> Widget:
    found = travel.by_id(pilot.app.root, name)
    assert found is not None
    return found


def test_what_is_the_same_is_neither_measured_nor_drawn_again() -> None:
    """A page composed of the same values gives way to the one that is there, down to the last widget."""
    pilot, before, after = _again(lambda _turn: Column(Sign("a"), Row(Text("b"), Sign(("c", 1.5, None))), gap=8))
    assert (Sign.measured, Sign.drawn) == (0, 0)
    column = next(widget for widget in after if isinstance(widget, Column))
    assert set(column.walk()) <= set(before)
    assert all(child.parent is widget for widget in after for child in widget.children)
    assert differences(pilot.app, pilot.surface) == ""


def test_a_change_is_drawn_where_it_is_and_nowhere_else() -> None:
    """One sign of three says something else: it alone is drawn."""
    pilot, _before, _after = _again(lambda turn: Column(Sign("a"), Sign(f"b{min(turn, 2)}"), Sign("c"), gap=100))
    assert Sign.drawn == 1
    assert differences(pilot.app, pilot.surface) == ""


def test_what_is_pushed_aside_is_drawn_in_its_new_place() -> None:
    """A line more above: nothing that follows it stays in its old place."""
    pilot, before, after = _again(
        lambda turn: Column(*(Text("more") for _line in range(min(turn, 2))), Sign("a", id="a"))
    )
    assert next(widget for widget in after if widget.id == "a") in before
    assert Sign.drawn == 1
    assert differences(pilot.app, pilot.surface) == ""


def test_what_comes_and_goes_between_others_leaves_them_alone() -> None:
    """The middle one of three goes: the others are found again by their ids."""
    pilot, _before, _after = _again(
        lambda turn: Column(Sign("a", id="a"), Sign("b", id="b") if turn == 1 else None, Sign("c", id="c"), gap=100)
    )
    assert Sign.measured == 0
    assert differences(pilot.app, pilot.surface) == ""


def test_callbacks_are_those_of_the_last_composition() -> None:
    """A button that stays does what the new one would: no old value comes back."""
    told: list[int] = []
    pilot, before, _after = _again(lambda turn: Button("Press", lambda: told.append(turn), key="P", id="press"))
    assert _find(pilot, "press") in before
    pilot.press("P")
    pilot.click(id="press")
    assert told == [2, 3]


def test_callbacks_in_values_are_those_of_the_last_composition_too() -> None:
    """The same for partials and for what is inside an item."""
    told: list[int] = []
    pilot, before, _after = _again(
        lambda turn: Item(Row(Text("a")), partial(told.append, turn), label="Item", id="item", on_focus=None)
    )
    assert _find(pilot, "item") in before
    pilot.click(id="item")
    assert told == [2]


def test_a_list_that_the_screen_goes_on_filling_is_never_the_same() -> None:
    """Whether a list holds what it held nobody can say: what was given one is drawn again."""
    growing: list[str] = []

    def make(turn: int) -> Widget:
        growing.append(str(turn))
        return Sign(growing)

    _again(make)
    assert Sign.drawn == 1


def test_a_list_that_is_emptied_is_not_the_empty_list_it_is_now() -> None:
    """It held something when it was drawn."""
    held = [1, 2]

    def make(turn: int) -> Widget:
        if turn == 2:
            held.clear()
        return Sign(held)

    _again(make)
    assert Sign.drawn == 1


def test_new_lists_and_arrays_with_the_same_in_them_are_the_same() -> None:
    """They are compared by what they hold."""
    _again(lambda _turn: Column(Sign([1, 2]), Sign({"a": (1, 2)}), Sign(np.arange(5)), gap=100))
    assert Sign.drawn == 0
    _again(lambda turn: Column(Sign([1, turn]), Sign({"a": (1, turn)}), Sign(np.arange(4 + turn)), gap=100))
    assert Sign.drawn == 3


def test_kinds_of_value_may_change() -> None:
    """Nothing, a number, an array, in any order: a change is seen, and nothing raises."""
    for first, second in ((None, np.arange(3)), (np.arange(3), None), (1, 1.0), ((), np.arange(3)), ({}, [])):
        _again(lambda turn, a=first, b=second: Sign(a if turn == 1 else b))  # type: ignore[misc]  # because of defaults
        assert Sign.drawn == 1


def test_an_object_that_can_change_is_never_the_same() -> None:
    """A widget that draws from the screen, or from anything of its kind, is drawn again."""
    holder = type("Holder", (), {})()
    _again(lambda _turn: Sign(holder))
    assert Sign.drawn == 1


def test_drawings_of_the_same_code_and_values_are_not_drawn_again() -> None:
    """A canvas stays as it is if its callback is the same over unchangeable values; else it is drawn."""
    for value, draws in (((1, "a"), 1), (object(), 2), ([], 2)):
        Counter.draws = 0
        _again(lambda _turn, value=value: Canvas(_drawing(value), height=40))  # type: ignore[misc]  # because of a default
        assert Counter.draws == draws
    Counter.draws = 0
    _again(lambda turn: Canvas(_drawing(turn), height=40))
    assert Counter.draws == 2


class Counter:
    """How often was drawn; outside, so that the callbacks carry nothing along."""

    draws = 0


def _drawing(value: object) -> Callable[[Painter, Rect], None]:
    def draw(_p: Painter, _area: Rect) -> None:
        Counter.draws += 1 if value is not None else 0

    return draw


class Pair(Widget):
    """Knows one of its children by name, deep inside, and draws over it."""

    kind = "pair"

    def __init__(self, said: str, **common: object) -> None:
        super().__init__(**common)  # type: ignore[arg-type]  # because tests give it what they like
        self.said = said
        self.inside = Spacer(width=60, height=30)

    def build(self) -> None:
        """The child in a row with what is said."""
        self.children = [Row(Text(self.said), self.inside, gap=12)]

    def draw(self, p: Painter) -> None:
        """A box where the child is."""
        r = self.inside.rect
        p.rect(r.x, r.y, r.w, r.h, "accent")


def test_who_knows_a_widget_by_name_knows_the_one_in_the_tree() -> None:
    """A child that its grandparent refers to is never exchanged behind its back."""
    pilot, _before, after = _again(lambda turn: Pair(f"said {min(turn, 2)}", id="pair"))
    pair = _find(pilot, "pair")
    assert isinstance(pair, Pair)
    assert pair.inside in after
    assert pair.inside.rect.w == 60
    assert differences(pilot.app, pilot.surface) == ""


def test_a_switch_that_stays_still_switches() -> None:
    """Turned, left alone, turned again: it says what it is each time, by key and by click."""
    values = [False]

    def turn_to(on: bool) -> None:
        values.append(on)

    pilot = Pilot(Page(lambda _turn: Switch("Shapes", values[-1], turn_to, key="S", id="switch")))
    for wanted in (True, False, True):
        pilot.press("S").press("Tab").press("Shift+Tab")
        assert values[-1] is wanted
        assert ("checked" in _find(pilot, "switch").states()) is wanted
        assert differences(pilot.app, pilot.surface) == ""
    pilot.click(id="switch")
    assert values[-1] is False


def test_what_is_in_focus_is_always_taken_anew() -> None:
    """A widget may keep for itself what a key did to it: the one that gets keys never stays."""
    pilot, before, _after = _again(lambda _turn: Spacer(10))
    assert _find(pilot, "focus") not in before


def test_dots_remember_their_lens() -> None:
    """The lens moves though the page is composed of the same: it is seen in its new place."""
    places = np.array([[20, 20], [120, 20], [220, 20]], np.float32)

    def make(_turn: int) -> Widget:
        return Dots(places, np.array([1, 0, -1], np.int8), tell=str, height=200, label="Dots", id="dots")

    pilot = Pilot(Page(make), prefs=Prefs(motion="none"))
    pilot.app.focus("dots")
    pilot.advance(0.0, 1)
    for key in ("Right", "Left", "Left"):
        pilot.press(key)
        assert differences(pilot.app, pilot.surface) == ""


def test_other_preferences_leave_nothing() -> None:
    """Another size of text: everything is measured anew."""
    pilot, before, _after = _again(lambda _turn: Sign("a"))
    Sign.measured = 0
    pilot.app.set_prefs(Prefs(text_scale=1.5))
    pilot.advance(0.0, 1)
    assert Sign.measured > 0
    assert not set(before) & set(pilot.app.root.walk())


def test_the_common_words_are_attributes() -> None:
    """What every widget takes has a value in the class, so that only what is given is stored and compared."""
    given = set(Common.__annotations__)
    assert all(hasattr(Widget, name) for name in given)
    assert set(Spacer(width=10).__dict__) & given == {"width"}
