"""Pages instead of columns: one at a time, and Tab goes through them all."""

from __future__ import annotations

from game.ui import Button, Column, Frame, Place, Screen, Text, Widget
from game.ui.pages import Pages
from game.ui.pilot import Pilot


class Book(Screen):
    """Two pages with a button each, and one below both."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed: list[str] = []

    def compose(self) -> Widget:
        """The pages, and the button under them."""

        def page(name: str, key: str) -> Widget:
            press = Button(name, lambda: self.pressed.append(name), key=key, id=name.lower())
            return Column(Text(f"About {name}"), press, Text("word " * 900))

        pages = Pages((("a", "First", page("Ant", "A")), ("b", "Second", page("Bee", "B")), None), id="book")
        below = Button("Below", lambda: self.pressed.append("below"), id="below")
        return Frame(Place(0, 0, 600, 300, pages, scroll=False), Place(0, 320, 600, 60, below))


def _book(pilot: Pilot) -> Book:
    assert isinstance(pilot.screen, Book)
    return pilot.screen


def test_tab_goes_from_page_to_page() -> None:
    """The tab of a page, what is on it, the next tab (which opens its page), what is on that, and out below."""
    pilot = Pilot(Book())
    seen = []
    for _step in range(5):
        seen.append((pilot.focused_id(), pilot.sees("About Ant"), pilot.sees("About Bee")))
        pilot.press("Tab")
    assert seen == [
        ("book.a", True, False),
        ("ant", True, False),
        ("book.b", False, True),
        ("bee", False, True),
        ("below", False, True),
    ]
    assert pilot.focused_id() == "book.a"
    assert pilot.sees("About Ant")
    pilot.press("Shift+Tab", "Shift+Tab")
    assert pilot.focused_id() == "book.b"
    assert pilot.sees("About Bee")


def test_keys_of_a_page_that_is_not_shown_still_act() -> None:
    """B presses the button of the second page while the first is open."""
    pilot = Pilot(Book()).press("B")
    assert _book(pilot).pressed == ["Bee"]
    assert pilot.sees("About Ant")
    assert not pilot.sees("About Bee")
    assert pilot.app.conflicts() == []


def test_a_page_opens_for_the_pointer_the_arrows_and_what_is_put_in_focus() -> None:
    """A click on its name, Right from the tab before, and focus on something that lies on it."""
    pilot = Pilot(Book()).click_text("Second")
    assert pilot.sees("About Bee")
    pilot.press("Left")
    assert pilot.sees("About Ant")
    pilot.press("Right")
    assert pilot.sees("About Bee")
    pilot.app.focus("ant")
    assert pilot.sees("About Ant")
    pilot.app.focus("book.b")
    assert pilot.sees("About Bee")


def test_every_page_has_its_own_window() -> None:
    """What is too long scrolls under the tabs, and each page is where it was left."""
    pilot = Pilot(Book()).press("PageDown")
    offset = {widget.id: getattr(widget, "offset", 0.0) for widget in pilot.app.root.walk()}
    assert offset["book.a.scroll"] > 0
    pilot.press("Right").press("Left")
    assert {w.id: getattr(w, "offset", 0.0) for w in pilot.app.root.walk()}["book.a.scroll"] == offset["book.a.scroll"]
