"""The window: opening it, turning until the App ends, and drawing without one."""

from __future__ import annotations

import io
import os
import sys
import warnings
from collections.abc import Callable
from functools import partial

import pygame

from game.ui.accessibility import EVENTS, NEEDS_HIDDEN_WINDOW
from game.ui.app import App
from game.ui.held import Held
from game.ui.inputs import Inputs
from game.ui.screen import Screen
from game.ui.theme import Prefs, Words
from game.ui.widget import Widget

SMALLEST = (1024, 576)
FURNITURE = (16, 96)
"""Pixels of a screen, across and down, that no window gets: its frame and title, and the bars of the desktop."""
_UNSEEN = ("offscreen", "dummy")
"""What SDL draws with when nobody sees it; the size of the screen there means nothing."""
_FRAME = 1 / 60
_BLIND = 0.3
"""A page that took longer than this to come was not there yet when keys were pressed: they were not meant for it."""
_CURSORS = {
    "arrow": pygame.SYSTEM_CURSOR_ARROW, "hand": pygame.SYSTEM_CURSOR_HAND, "text": pygame.SYSTEM_CURSOR_IBEAM,
}  # fmt: skip
_PRESSES = (pygame.KEYDOWN, pygame.TEXTINPUT, pygame.MOUSEBUTTONDOWN, pygame.FINGERDOWN)


class NoDisplay(Exception):  # noqa: N818 because it names what is missing, as the cli says it
    """No window can be opened here; the message says why and what still works."""


def start_video(*, headless: bool = False) -> None:
    """Start display and fonts with the settings that this game needs. Raises NoDisplay."""
    if not getattr(pygame, "IS_CE", False):
        raise NoDisplay("The package 'pygame' hides 'pygame-ce'. Remove both, then install pygame-ce again.")
    if headless:
        os.environ["SDL_VIDEODRIVER"] = "dummy"
    elif not _screen_there():
        raise NoDisplay("no screen")
    if sys.platform.startswith("linux"):
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    os.environ.setdefault("SDL_MOUSE_FOCUS_CLICKTHROUGH", "1")  # a click that brings the window to the front counts
    os.environ.setdefault("SDL_WINDOWS_DPI_AWARENESS", "permonitorv2")
    os.environ.setdefault("SDL_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR", "0")
    try:
        pygame.display.init()
        pygame.font.init()
    except pygame.error as error:
        raise NoDisplay(str(error)) from error
    if not os.environ.get("SDL_VIDEODRIVER") and pygame.display.get_driver() in _UNSEEN:
        pygame.display.quit()  # SDL's last resort is a window that nobody sees
        raise NoDisplay("no screen")


def driver() -> str:
    """What SDL draws windows with now, such as "x11"; empty while there is no video."""
    return pygame.display.get_driver() if pygame.display.get_init() else ""


def _screen_there() -> bool:
    """Can there be a screen at all? Asked before SDL, which would complain on the terminal and then play unseen."""
    if not sys.platform.startswith("linux") or os.environ.get("SDL_VIDEODRIVER"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def fitting(size: tuple[int, int], screen: tuple[int, int]) -> tuple[int, int]:
    """The size of a window of this shape that can be seen as a whole on a screen, frame and all."""
    share = min(1.0, *((there - lost) / asked for asked, there, lost in zip(size, screen, FURNITURE, strict=True)))
    return max(1, int(size[0] * share)), max(1, int(size[1] * share))


def _shown_whole(size: tuple[int, int]) -> tuple[int, int]:
    """The size, or what of it fits the screen."""
    return size if driver() in _UNSEEN else fitting(size, pygame.display.get_desktop_sizes()[0])


def open_window(
    title: str,
    size: tuple[int, int] = (1280, 720),
    *,
    fullscreen: bool = False,
    before_shown: Callable[[], None] = lambda: None,
) -> pygame.Surface:
    """Open a window that can be resized; on a screen too small for its size it takes all there is. Raises NoDisplay.

    `before_shown` is called between making and showing it, on systems where that is the only time for accessibility.
    """
    start_video()
    try:
        pygame.display.set_caption(title)
        flags = pygame.FULLSCREEN if fullscreen else pygame.RESIZABLE
        wanted, size = size, _shown_whole(size)
        if NEEDS_HIDDEN_WINDOW:
            pygame.display.set_mode((0, 0) if fullscreen else size, flags | pygame.HIDDEN)
            before_shown()
            flags |= pygame.SHOWN
        surface = pygame.display.set_mode((0, 0) if fullscreen else size, flags)
        if not fullscreen:
            _bound(_window(), size, largest=size != wanted)
    except pygame.error as error:
        raise NoDisplay(str(error)) from error
    pygame.key.start_text_input()
    pygame.key.set_repeat()  # off: see held.py
    return surface


def _window() -> pygame.Window:
    """The window of the display, for what set_mode cannot do; deprecated without a successor."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return pygame.Window.from_display_module()


def _bound(window: pygame.Window, size: tuple[int, int], *, largest: bool) -> None:
    """Let a window not become too small for its page, and be as large as the screen lets it where that is small."""
    window.minimum_size = (min(SMALLEST[0], size[0]), min(SMALLEST[1], size[1]))
    if largest:
        window.maximize()


def _fill_screen(full: bool, size: tuple[int, int] = (1280, 720)) -> None:
    """Let the window take all of the screen or give it back. It stays the same one, so nothing pressed meanwhile is lost."""
    window = _window()
    if full:
        window.set_fullscreen(desktop=True)
        return
    window.set_windowed()
    if not window.resizable:  # it was opened full: only now does it need a size of its own
        window.resizable = True
        window.size = smaller = _shown_whole(size)
        _bound(window, smaller, largest=smaller != size)


def run(app: App, *, size: tuple[int, int] = (1280, 720), fullscreen: bool = False) -> None:
    """Show the App in a window until it ends. Raises NoDisplay when no window can be opened."""
    app.open_window(full_screen=fullscreen, size=size)
    turn(app)


def turn(app: App) -> None:
    """Take input, let time pass and paint what changed, until the App ends; then close the window."""
    if not pygame.display.get_init() or pygame.display.get_surface() is None:
        app.open_window(full_screen=app.fullscreen)
    inputs, held = Inputs(app), Held()
    full, title, shape = app.fullscreen, "", "arrow"
    late: Widget | None = None  # what was there before a page that took its time
    app.ensure()
    app.work.show = partial(_show_work, app)
    try:
        while app.running:
            screen, tree = app.screen, app.active
            woken = _take_input(app, inputs, held, late)
            app.advance()
            if app.fullscreen != full:
                full = app.fullscreen
                _fill_screen(full)
                app.redraw()
            surface = pygame.display.get_surface()
            if surface is None:
                break
            if surface.get_size() != app.size:
                app.resize(*surface.get_size())
            if app.screen.title() != title:
                title = app.screen.title()
                pygame.display.set_caption(" ".join(title.split()))  # a title of two lines is one line up there
            if app.env.pointing.shape != shape:
                shape = app.env.pointing.shape
                pygame.mouse.set_cursor(_CURSORS[shape])
            _show(app, surface)
            app.work.ends()
            if app.bridge is not None:
                if app.paints and not NEEDS_HIDDEN_WINDOW:
                    app.bridge.connect()  # after the first page is seen: no window is needed for it there
                app.bridge.sync()
            late = tree if app.screen is not screen and app.now - woken > _BLIND else None
    finally:
        app.work.show = None
        if app.bridge is not None:
            app.bridge.close()
        pygame.display.quit()


def _show(app: App, surface: pygame.Surface) -> None:
    """Paint what changed and bring it to the screen."""
    if app.paint(surface):
        pygame.display.update(app.shown)
        if app.on_shown is not None:
            app.on_shown()


def _show_work(app: App) -> None:
    """Show the page as it stands, and on it that something is being worked on."""
    surface = pygame.display.get_surface()
    if surface is None or surface.get_size() != app.size:
        return
    if not app.stale:
        app.paint(surface)
    app.work.draw(surface)
    pygame.display.update()
    app.redraw()


def _take_input(app: App, inputs: Inputs, held: Held, late: Widget | None) -> float:
    """Wait for input no longer than until time changes something, then take all that is there.

    What was pressed while a page was on its way, with `late` still to be seen, counts only where that aimed at something
    that is there as before. Returns the time at which the waiting was over.
    """
    wait = min((t for t in (app.wait(), held.wait(app.now), 1.0) if t is not None), default=1.0)
    if late is not None:
        first = pygame.event.poll()
    elif wait > 0:
        first = pygame.event.wait(max(1, round(wait * 1000)))
    elif app.moving:
        first = pygame.event.wait(max(1, round(_FRAME * 1000) - 4))
    else:
        first = pygame.event.poll()
    woken, screen, tree = app.now, app.screen, app.active
    for event in (first, *pygame.event.get()):
        before = tree if app.screen is not screen and app.now - woken > _BLIND else late
        if before is not None and event.type in _PRESSES and not inputs.aims_at_the_same(event, before):
            continue
        if event.type in EVENTS and app.bridge is not None:
            app.bridge.note(event, inputs)
        inputs.dispatch(event)
        held.note(event, app.now)
    again = held.repeat(app.now)
    if again is not None:
        inputs.dispatch(again)
    return woken


def render(
    screen: Screen,
    size: tuple[int, int] = (1280, 720),
    prefs: Prefs | None = None,
    words: Words | None = None,
    *,
    focus: str = "",
) -> bytes:
    """The screen as the bytes of a PNG file, drawn without a window."""
    start_video(headless=True)
    app = App(screen, prefs=prefs or Prefs(), words=words, size=size, clock=lambda: 0.0)
    if focus:
        app.focus(focus)
    return png(app)


def png(app: App) -> bytes:
    """The present state of an App as the bytes of a PNG file."""
    surface = pygame.Surface(app.size)
    app.redraw()
    app.paint(surface)
    buffer = io.BytesIO()
    pygame.image.save(surface, buffer, "x.png")
    return buffer.getvalue()
