"""The sign that something is being worked on: shown before the work, gone after it, and not for what is quick."""

from __future__ import annotations

import pygame
import pytest

from game.ui import App, Button, Frame, Place, Screen, Text, Widget
from game.ui.window import turn
from tests.ui.test_window import Clock, key
from tests.ui.whole_and_part import differences


class Works(Screen):
    """A page whose button works for a while; the next page ends the game."""

    def __init__(self, clock: Clock, seconds: float, times: int) -> None:
        super().__init__()
        self.clock, self.seconds, self.times = clock, seconds, times
        self.shown: list[bytes] = []

    def compose(self) -> Widget:
        """The button, and how often it is to be pressed."""
        go = Button("Go", self.go, id="go")
        return Frame(Place(64, 64, 300, 0, go), Place(64, 400, 900, 0, Text(f"{self.times} left", "h1")))

    def go(self) -> None:
        """Work; the first thing is to say so."""
        self.app.work.begins("it")
        surface = pygame.display.get_surface()
        assert surface is not None
        self.shown.append(surface.get_buffer().raw)
        self.clock.now += self.seconds
        self.times -= 1
        if self.times == 0:
            self.app.quit()
            return
        for kind in (pygame.KEYDOWN, pygame.KEYUP):
            pygame.event.post(key(kind, pygame.K_RETURN))


def _pressed(monkeypatch: pytest.MonkeyPatch, seconds: float) -> tuple[App, list[bool]]:
    """The page after its button was pressed three times, and whether the sign was there each time."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    clock = Clock()
    page = Works(clock, seconds, 3)
    app = App(page, clock=clock)
    app.open_window()
    surface = pygame.display.get_surface()
    assert surface is not None
    app.paint(surface)
    pygame.event.clear()
    drawn: list[int] = []
    draw = app.work.draw

    def noted(target: pygame.Surface) -> None:
        drawn.append(len(page.shown))
        draw(target)

    monkeypatch.setattr(app.work, "draw", noted)
    for kind in (pygame.KEYDOWN, pygame.KEYUP):
        pygame.event.post(key(kind, pygame.K_RETURN))
    monkeypatch.setattr(pygame.display, "quit", lambda: None)
    turn(app)
    left = differences(app, surface, anew=False)
    assert left == ""
    monkeypatch.undo()
    pygame.display.quit()
    return app, [at in drawn for at in range(3)]


def test_long_work_says_so_each_time_and_leaves_nothing_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sign is on the screen before the work begins; the page after it is whole."""
    assert _pressed(monkeypatch, 2.0)[1] == [True, True, True]


def test_what_proves_to_be_quick_comes_without_a_sign(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the first time, when nobody knows."""
    assert _pressed(monkeypatch, 0.05)[1] == [True, False, False]


def test_without_a_window_there_is_no_sign() -> None:
    """Pictures and tests are not touched by it."""
    app = App(Works(Clock(), 0.0, 1), clock=Clock())
    app.work.begins("it")
    app.work.ends()
    assert app.work.show is None
