"""The loop of the window: keys that are held, and keys pressed while a page was still on its way."""

from __future__ import annotations

from functools import partial

import pygame
import pytest

from game.ui import App, Button, Frame, Place, Screen, Widget
from game.ui.held import FIRST, NEXT, Held
from game.ui.window import FURNITURE, fitting, turn


class Clock:
    """Time that passes only when told."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """Seconds."""
        return self.now


class Passing(Screen):
    """A page that leaves after some looks at the clock."""

    ticking = True
    looks = 3

    def tick(self, now: float) -> bool:
        """Leave in the end."""
        del now
        self.looks -= 1
        if self.looks == 0:
            self.app.quit()
        return False


class Second(Passing):
    """A page that counts what is pressed on it."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed = 0

    def compose(self) -> Widget:
        """One button."""
        return Button("Again", self.press)

    def press(self) -> None:
        """Count."""
        self.pressed += 1


class First(Screen):
    """A page from which Enter leads on, after some work."""

    def __init__(self, clock: Clock, work: float) -> None:
        super().__init__()
        self.clock, self.work, self.second = clock, work, Second()

    def compose(self) -> Widget:
        """One button."""
        return Button("Go on", self.go)

    def go(self) -> None:
        """Work, then show the next page."""
        self.clock.now += self.work
        self.app.show(self.second)


def key(kind: int, code: int) -> pygame.event.Event:
    """A key going down or up."""
    return pygame.event.Event(kind, key=code, mod=0, scancode=0, unicode="")


@pytest.mark.parametrize(("work", "pressed"), [(2.0, 0), (0.0, 2)])
def test_presses_made_while_a_page_was_on_its_way_are_not_meant_for_it(
    monkeypatch: pytest.MonkeyPatch, work: float, pressed: int
) -> None:
    """After two seconds of work impatient presses are forgotten; where the page came at once they count."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    clock = Clock()
    first = First(clock, work)
    app = App(first, clock=clock)
    app.open_window()
    pygame.event.clear()
    for _ in range(3):
        pygame.event.post(key(pygame.KEYDOWN, pygame.K_RETURN))
        pygame.event.post(key(pygame.KEYUP, pygame.K_RETURN))
    turn(app)
    assert app.screen is first.second
    assert first.second.pressed == pressed


class Tabs(Passing):
    """A page with two tabs that stand on every page, and one thing that stands on this page only."""

    looks = 4

    def __init__(self, clock: Clock, name: str, done: list[str]) -> None:
        super().__init__()
        self.clock, self.name, self.done = clock, name, done

    def compose(self) -> Widget:
        """The tabs above, the other thing below."""
        return Frame(
            Place(0, 0, 200, 60, Button("Tab", partial(self.go, "tab"), id="tab")),
            Place(300, 0, 200, 60, Button("Next", partial(self.go, "next"), id="next")),
            Place(0, 200, 200, 60, Button(self.name, partial(self.done.append, self.name), id="own")),
        )

    def go(self, to: str) -> None:
        """Work for a second, then show another page."""
        self.done.append(to)
        if len(self.done) == 1:
            self.clock.now += 1.0
            self.app.show(Tabs(self.clock, "after", self.done))


@pytest.mark.parametrize(("at", "counts"), [((50, 30), True), ((350, 30), False), ((50, 230), False)])
def test_a_click_made_meanwhile_counts_where_the_same_thing_is_there_as_before(
    monkeypatch: pytest.MonkeyPatch, at: tuple[int, int], counts: bool
) -> None:
    """A tab that is on both pages is gone to; neither is what has led here pressed twice, nor what has taken another's place."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    clock, done = Clock(), list[str]()
    app = App(Tabs(clock, "before", done), clock=clock)
    app.open_window()
    pygame.event.clear()
    for pos in ((350, 30), at):
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            pygame.event.post(pygame.event.Event(kind, pos=pos, button=1, touch=False))
    turn(app)
    assert done == (["next", "tab"] if counts else ["next"])


def test_full_screen_keeps_the_window_and_what_is_pressed_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    """F11 and a click that comes before the screen is filled: the click counts."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    clock, done = Clock(), ["here already"]
    app = App(Tabs(clock, "before", done), clock=clock)
    app.open_window()
    pygame.event.clear()
    pygame.event.post(key(pygame.KEYDOWN, pygame.K_F11))

    def click() -> None:
        wide, high = app.size  # of the screen by now, with the page in the middle of it
        pos = (50 * wide / 1280, high / 2 - 330 * wide / 1280)
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            pygame.event.post(pygame.event.Event(kind, pos=pos, button=1, touch=False))
        app.on_shown = None

    app.on_shown = click
    app.run()
    assert app.fullscreen
    assert done == ["here already", "tab"]


def test_a_held_arrow_repeats_and_stops_with_the_key() -> None:
    """An arrow goes on while it is down; a key that came up unseen, while the game was busy, does not."""
    down = [True]
    held = Held(lambda _key: down[0])
    held.note(key(pygame.KEYDOWN, pygame.K_RIGHT), 0.0)
    assert held.repeat(FIRST - 0.01) is None
    assert held.repeat(FIRST) is not None
    assert held.repeat(FIRST + NEXT / 2) is None
    assert held.wait(FIRST) == pytest.approx(NEXT)
    down[0] = False
    assert held.repeat(FIRST + 2.0) is None
    assert held.wait(FIRST + 2.0) is None


@pytest.mark.parametrize("code", [pygame.K_RETURN, pygame.K_SPACE, pygame.K_n, pygame.K_ESCAPE])
def test_keys_that_do_something_never_repeat(code: int) -> None:
    """Enter, Space, letters and Esc act once, however long they are held."""
    held = Held(lambda _key: True)
    held.note(key(pygame.KEYDOWN, code), 0.0)
    assert held.repeat(60.0) is None


@pytest.mark.parametrize("screen", [(1280, 720), (1366, 768), (1024, 600), (1280, 1024), (800, 1280)])
def test_a_window_fits_a_small_screen_with_its_frame_and_keeps_its_shape(screen: tuple[int, int]) -> None:
    """Nothing of the page lies beyond the edge of the screen, where the bar of hints would be out of reach."""
    wide, high = fitting((1280, 720), screen)
    assert wide + FURNITURE[0] <= screen[0]
    assert high + FURNITURE[1] <= screen[1]
    assert wide / high == pytest.approx(16 / 9, abs=0.01)


def test_where_there_is_room_a_window_is_as_large_as_was_asked() -> None:
    """A large screen changes nothing."""
    assert fitting((1280, 720), (1920, 1080)) == (1280, 720)
