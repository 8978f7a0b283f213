"""Keys, mouse and touch act on screens; the focus travels and is never lost."""

from __future__ import annotations

import pytest

from game.ui import Prefs
from game.ui.pilot import Pilot
from tests.ui.pages import Shop, Town


@pytest.fixture
def pilot() -> Pilot:
    """A pilot on the shop."""
    return Pilot(Shop())


def shop(pilot: Pilot) -> Shop:
    """The shop that is shown."""
    assert isinstance(pilot.screen, Shop)
    return pilot.screen


def done(pilot: Pilot) -> list[str]:
    """What the shop has done so far."""
    return shop(pilot).done


def test_a_button_is_pressed_by_key_letter_click_and_touch(pilot: Pilot) -> None:
    """The same button answers its letter, Enter in focus, the mouse and a finger, each once."""
    pilot.press("B").click_text("Buy").tap_text("Buy")
    pilot.app.focus("buy")
    pilot.press("Enter")
    assert done(pilot) == ["buy"] * 4


def test_release_outside_does_not_press(pilot: Pilot) -> None:
    """A press that ends elsewhere does nothing."""
    pilot.drag(*pilot.at("Buy"), 700, 600)
    assert done(pilot) == []


def test_tab_visits_everything_once_and_returns(pilot: Pilot) -> None:
    """Tab goes in reading order through all stops and round again; Shift+Tab goes back."""
    first = pilot.focused_id()
    seen = [first]
    while pilot.press("Tab").focused_id() != first:
        seen.append(pilot.focused_id())
    assert seen == ["age", "buy", "sell", "tone", "shapes", "budget", "words", *(f"row{n}" for n in range(9))]
    assert pilot.press("Shift+Tab").focused_id() == "row8"


def test_arrows_travel_within_a_group(pilot: Pilot) -> None:
    """Right goes to the neighbour and stops at the end of the group; it does not leave it."""
    pilot.app.focus("buy")
    assert pilot.press("Right").focused_id() == "sell"
    assert pilot.press("Right").focused_id() == "sell"
    assert pilot.press("Left").focused_id() == "buy"


def test_a_disabled_button_says_why_and_does_nothing(pilot: Pilot) -> None:
    """Its key brings the focus and the reason; the reason is in the tree and is announced."""
    pilot.press("S")
    assert done(pilot) == []
    assert pilot.focused_id() == "sell"
    assert pilot.app.announcements == ["Nothing to sell yet"]
    assert 'button "Sell" [S] (focused, disabled) : Nothing to sell yet' in pilot.text()


def test_arrows_change_a_choice_and_its_key_moves_on(pilot: Pilot) -> None:
    """A choice is one stop; arrows change the value, its letter takes the next one."""
    pilot.app.focus("tone")
    pilot.press("Right")
    assert shop(pilot).tone == "fear"
    pilot.press("T", "T")
    assert shop(pilot).tone == "hope"
    pilot.click_text("Rage")
    assert shop(pilot).tone == "rage"


def test_toggle_and_slider_follow_keys_and_pointer(pilot: Pilot) -> None:
    """Enter turns a switch, arrows and dragging move a slider by its step."""
    pilot.app.focus("shapes")
    pilot.press("Enter")
    assert shop(pilot).shapes is False
    pilot.app.focus("budget")
    pilot.press("Right", "Right")
    assert shop(pilot).budget == pytest.approx(0.6)
    node = pilot.tree().find("Budget")
    assert node is not None
    x, y, w, h = node.bounds
    pilot.drag(x + 20, y + h - 14, x + w, y + h - 14)
    assert shop(pilot).budget == pytest.approx(1.0)


def test_a_field_takes_letters_before_bindings(pilot: Pilot) -> None:
    """Typing in a field does not press the buttons whose keys those letters are."""
    pilot.app.focus("words")
    pilot.type("bé x")
    pilot.press("Backspace")
    assert shop(pilot).words == "bé "
    assert done(pilot) == []


def test_space_is_the_main_shortcut_and_runs_of_keys_name_the_key(pilot: Pilot) -> None:
    """Space goes to the page's binding even while a button has the focus; 1-3 tells which one was pressed."""
    pilot.app.focus("buy")
    pilot.press("Space", "2")
    assert done(pilot) == ["pass", "desk 2"]


def test_a_digit_is_found_by_its_place_on_other_layouts(pilot: Pilot) -> None:
    """On a French keyboard the unshifted digit row gives letters and signs; its places still count as digits."""
    from game.ui.inputs import key_name

    assert key_name(ord("é"), 31) == "2"
    assert key_name(ord("a"), 20) == "A"


def test_a_dialog_keeps_the_focus_and_esc_returns_it(pilot: Pilot) -> None:
    """Inside a dialog Tab stays inside and keys of the page rest; Esc closes, the focus is back."""
    pilot.app.focus("budget")
    pilot.press("X")
    assert 'dialog "Why?"' in pilot.text()
    assert "Shapes" not in pilot.text()
    assert pilot.press("Tab", "Tab", "B").focused_id() == "good"
    assert done(pilot) == []
    pilot.press("Esc")
    assert pilot.focused_id() == "budget"


def test_lists_scroll_with_wheel_touch_and_focus(pilot: Pilot) -> None:
    """A list that is too long moves by wheel and by finger, and follows the focus."""

    def top(n: int) -> float:
        node = pilot.tree().find(f"Source {n}")
        assert node is not None
        return node.bounds[1]

    start = top(0)
    pilot.wheel(800, 200, -1)
    assert top(0) == start - 56
    pilot.drag(800, 300, 800, 200, touch=True)
    assert top(0) < start - 100
    pilot.app.focus("row8")
    assert top(8) + 60 <= 388
    assert done(pilot) == []


def test_the_focus_stays_near_when_its_widget_goes(pilot: Pilot) -> None:
    """When what is in focus is gone after an action, something on the page still has the focus."""
    pilot.app.focus("row3")
    pilot.app.focus("no such thing")
    assert pilot.focused_id() in {"age", "row3"}


def test_the_lens_walks_from_dot_to_dot() -> None:
    """Arrows move the lens to the next dot, Enter picks it, and its words are the value of the picture."""
    pilot = Pilot(Town())
    assert "= Voter 4" in pilot.text()
    pilot.press("Right", "Down", "Enter")
    assert isinstance(pilot.screen, Town)
    assert pilot.screen.picked == [8]
    pilot.click(220, 120)
    assert pilot.screen.picked == [8, 0]


def test_text_size_by_keys_reaches_the_preferences() -> None:
    """Ctrl + and Ctrl - change the size of text within 100 to 200 %."""
    pilot = Pilot(Shop(), prefs=Prefs(text_scale=1.9))
    pilot.press("Ctrl+Plus", "Ctrl+Plus")
    assert pilot.app.prefs.text_scale == 2.0
    pilot.press("Ctrl+Minus")
    assert pilot.app.prefs.text_scale == 1.9
