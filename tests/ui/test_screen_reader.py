"""The game in a real window, played by a screen reader: roles, names and actions, no keys and no coordinates."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.screen_reader import Reader, Thing, desk, missing, named

pytestmark = [
    pytest.mark.gate,
    pytest.mark.skipif(bool(missing()), reason=missing() or "everything is here"),
]


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    """A screen reader on a desk of its own, with the game just started."""
    pytest.importorskip("accesskit", reason="no AccessKit here")
    pytest.importorskip("jeepney", reason="no jeepney here")
    with desk(tmp_path) as environment:
        listener = Reader(environment)
        game = subprocess.Popen(
            [sys.executable, "-m", "game", "play", "--ephemeral", "--lang", "en"],
            env={**environment, "PERSUADABLE_HOME": str(tmp_path / "home"), "SDL_AUDIODRIVER": "dummy"},
        )
        try:
            yield listener
            assert game.poll() is None, "the game ended by itself"
        finally:
            game.terminate()
            game.wait(timeout=30)
            listener.close()


class Player:
    """Plays by pressing the first of some names that is on the page."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.titles: list[str] = []
        self.pressed: list[str] = []

    def look(self) -> list[Thing]:
        """The page as it is now."""
        page = self.reader.wait(lambda things: any(t.role == "frame" for t in things), "a window")
        title = next(t.name for t in page if t.role == "frame")
        if self.titles[-1:] != [title]:
            self.titles.append(title)
        return page

    def until(self, wanted: tuple[str, str], *names: tuple[str, str]) -> list[Thing]:
        """Press whatever of `names` comes first, until `wanted` is on the page."""
        before: list[Thing] = []
        end = time.monotonic() + 120
        while time.monotonic() < end:
            page = self.look()
            if named(page, *wanted) is not None:
                return page
            found = next((t for t in (named(page, *name) for name in names) if t is not None), None)
            if found is None or page == before:
                self.reader.pause()
                before = [] if found is not None else page  # once more, in case nobody heard
                continue
            before = page
            if self.reader.press(found):
                self.pressed.append(found.name)
        raise AssertionError(f"{wanted} never came; pressed {self.pressed[-5:]} on {self.titles[-3:]}")


def test_a_whole_short_run_is_played_by_accessibility_actions_alone(reader: Reader) -> None:
    """From the title to the result of a three-day campaign; pages, marks and results are announced."""
    player = Player(reader)
    player.until(("radio button", "3 days"), ("button", "New campaign"))
    reader.wait(lambda page: _press_until_checked(reader, page, "3 days"), "three days")
    player.until(("progress bar", "Day 1 of 3"), ("list item", "Clairport Moves"))
    player.until(
        ("heading", "Now be someone else."),
        *(("button", name) for name in ("Later today", "End the day", "Start the day", "Skip to morning")),
        *(("button", name) for name in ("To the morning", "To the voters")),
    )
    player.until(("button", "Pass"), ("button", "Be "))
    page = player.until(
        ("list item", "Blank vote"), *(("button", name) for name in ("Pass", "Pick up the phone", "Phone down"))
    )
    passed = [name for name in player.pressed if name.startswith("Pass")]
    assert len(passed) >= 4, "there was something to read on both evenings"

    yes = named(page, "list item", "Yes")
    assert yes is not None
    assert "selected" not in yes.states
    page = player.until(("button", "Fold it. Into the box."), ("list item", "Yes"))
    marked = named(page, "list item", "Yes")
    assert marked is not None
    assert "selected" in marked.states, f"a marked line says so: {marked}"
    page = player.until(("heading", "What did it cost?"), ("button", "Fold it. Into the box."))
    assert any("won the vote" in t.name or "lost the vote" in t.name for t in page), "the result is there to be read"

    said = reader.hear()
    assert "Marked: Yes" in said
    assert "Now be someone else." in said, "a new page tells its title"


def test_a_disabled_button_gives_its_reason_and_does_nothing(reader: Reader) -> None:
    """What was bought cannot be bought again: the button says that it is unavailable, why, and offers no action."""
    player = Player(reader)
    player.until(("tab", "Data"), ("button", "New campaign"), ("list item", "Clairport Moves"))
    player.until(("list item", "Electoral roll"), ("button", "Start the day"))
    page = player.until(("button", "Yours"), ("list item", "Electoral roll"))
    yours = named(page, "button", "Yours")
    assert yours is not None
    assert yours.description.startswith("unavailable. ")
    assert yours.description.endswith("You have this already.")
    assert not reader.press(yours)
    assert named(reader.wait(bool, "the page"), "button", "Yours") == yours


def test_focus_goes_where_the_screen_reader_puts_it_and_bounds_lie_in_the_window(reader: Reader) -> None:
    """The thing that was asked to take the focus has it, and says where it is in pixels."""
    page = reader.wait(lambda things: named(things, "button", "Settings") is not None, "the title")
    wanted = named(page, "button", "Settings")
    assert wanted is not None
    reader.grab(wanted)
    page = reader.wait(lambda things: [t.name for t in things if "focused" in t.states] == ["Settings"], "the focus")
    x, y, width, height = reader.extents(wanted)
    assert 0 <= x < x + width <= 1280
    assert 0 <= y < y + height <= 720
    assert height >= 44


def _press_until_checked(reader: Reader, page: list[Thing], name: str) -> bool:
    button = named(page, "radio button", name)
    if button is None or "checked" in button.states:
        return button is not None
    reader.press(button)
    return False
