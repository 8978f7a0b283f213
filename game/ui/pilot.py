"""The pilot of tests: drives screens by keys and visible words, without a window."""

from __future__ import annotations

import os
from collections.abc import Callable

import pygame

from game.ui import focus as travel
from game.ui.app import App
from game.ui.inputs import Inputs
from game.ui.paragraph import Rich
from game.ui.screen import Screen
from game.ui.semantics import Node
from game.ui.theme import Prefs, Words
from game.ui.window import png, start_video

_KEYS = {
    "Enter": pygame.K_RETURN, "Space": pygame.K_SPACE, "Esc": pygame.K_ESCAPE, "Tab": pygame.K_TAB,
    "Up": pygame.K_UP, "Down": pygame.K_DOWN, "Left": pygame.K_LEFT, "Right": pygame.K_RIGHT,
    "Del": pygame.K_DELETE, "Backspace": pygame.K_BACKSPACE, "Home": pygame.K_HOME, "End": pygame.K_END,
    "PageUp": pygame.K_PAGEUP, "PageDown": pygame.K_PAGEDOWN, "Plus": pygame.K_PLUS, "+": pygame.K_PLUS,
    "Minus": pygame.K_MINUS, "-": pygame.K_MINUS,
}  # fmt: skip
_KEYS.update({f"F{n}": getattr(pygame, f"K_F{n}") for n in range(1, 13)})
_MODS = {"Ctrl": pygame.KMOD_LCTRL, "Shift": pygame.KMOD_LSHIFT}


class Pilot:
    """Presses keys, clicks words and reads the page. Time stands still until `advance` is called."""

    def __init__(
        self,
        screen: Screen,
        *,
        size: tuple[int, int] = (1280, 720),
        prefs: Prefs | None = None,
        words: Words | None = None,
        app: Callable[..., App] = App,
    ) -> None:
        os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
        start_video(headless=True)
        self.time = 100.0
        self.app = app(screen, prefs=prefs or Prefs(), words=words, clock=lambda: self.time, size=size)
        self.inputs = Inputs(self.app)
        self.surface = pygame.Surface(size)
        self.app.paint(self.surface)

    # -- acting ------------------------------------------------------------------------------------------------
    def press(self, *keys: str) -> Pilot:
        """Press keys one after the other: "Enter", "B", "Shift+Tab", "Ctrl+Plus", "scan:Q"."""
        for name in keys:
            mods = 0
            while "+" in name[1:] and name.split("+", 1)[0] in _MODS:
                mod, name = name.split("+", 1)
                mods |= _MODS[mod]
            scancode = 0
            if name.startswith("scan:"):
                name = name[5:]
                scancode = getattr(pygame, f"KSCAN_{name}")
            code = _KEYS[name] if name in _KEYS else ord(name.lower())
            self._send(pygame.event.Event(pygame.KEYDOWN, key=code, mod=mods, scancode=scancode, unicode=""))
        return self

    def type(self, text: str) -> Pilot:
        """Type text, as a keyboard does: a key and a text event for each letter."""
        for letter in text:
            self._send(pygame.event.Event(pygame.KEYDOWN, key=ord(letter.lower()), mod=0, scancode=0, unicode=letter))
            self._send(pygame.event.Event(pygame.TEXTINPUT, text=letter))
        return self

    def at(self, words: str) -> tuple[float, float]:
        """The middle of the thing that is called by these words, as the player sees it. Raises LookupError."""
        x, y, w, h = self._named(words).bounds
        return x + w / 2, y + h / 2

    def click_text(self, words: str) -> Pilot:
        """Click the thing that is called by these words. Raises LookupError if there is none."""
        return self.click(*self.at(words))

    def tap_text(self, words: str) -> Pilot:
        """Touch the thing that is called by these words."""
        return self.tap(*self.at(words))

    def click(self, x: float = -1, y: float = -1, *, id: str = "") -> Pilot:  # noqa: A002 because widgets call it id
        """Click a point of the page, or a widget by its id."""
        if id:
            x, y = self._widget(id)
        for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            self._send(pygame.event.Event(kind, pos=self._pixels(x, y), button=1, touch=False))
        return self

    def hover(self, x: float, y: float) -> Pilot:
        """Move the pointer to a point of the page."""
        self._send(pygame.event.Event(pygame.MOUSEMOTION, pos=self._pixels(x, y), buttons=(0, 0, 0), touch=False))
        return self

    def tap(self, x: float, y: float) -> Pilot:
        """Touch a point of the page and lift the finger."""
        self._finger(pygame.FINGERDOWN, x, y)
        self._finger(pygame.FINGERUP, x, y)
        return self

    def drag(self, x1: float, y1: float, x2: float, y2: float, *, touch: bool = False) -> Pilot:
        """Drag from one point of the page to another in eight steps."""
        points = [(x1 + (x2 - x1) * k / 8, y1 + (y2 - y1) * k / 8) for k in range(9)]
        if touch:
            self._finger(pygame.FINGERDOWN, *points[0])
            for point in points[1:]:
                self._finger(pygame.FINGERMOTION, *point)
            self._finger(pygame.FINGERUP, *points[-1])
            return self
        self._send(pygame.event.Event(pygame.MOUSEBUTTONDOWN, pos=self._pixels(*points[0]), button=1, touch=False))
        for point in points[1:]:
            at = self._pixels(*point)
            self._send(pygame.event.Event(pygame.MOUSEMOTION, pos=at, buttons=(1, 0, 0), touch=False))
        self._send(pygame.event.Event(pygame.MOUSEBUTTONUP, pos=self._pixels(*points[-1]), button=1, touch=False))
        return self

    def wheel(self, x: float, y: float, dy: float) -> Pilot:
        """Turn the wheel over a point of the page; negative scrolls down."""
        self.hover(x, y)
        self._send(pygame.event.Event(pygame.MOUSEWHEEL, x=0, y=dy))
        return self

    def resize(self, width: int, height: int) -> Pilot:
        """Give the window another size."""
        self.surface = pygame.Surface((width, height))
        self.app.resize(width, height)
        self._settle()
        return self

    def advance(self, seconds: float, frames: int = 4) -> Pilot:
        """Let time pass, painted in some frames."""
        for _ in range(frames):
            self.time += seconds / frames
            self._settle()
        return self

    # -- reading -----------------------------------------------------------------------------------------------
    @property
    def screen(self) -> Screen:
        """The screen that is shown."""
        return self.app.screen

    def tree(self) -> Node:
        """The page as words, as a tree."""
        return self.app.semantics()

    def text(self) -> str:
        """The page as words, as indented lines."""
        return self.app.as_text()

    def sees(self, words: str) -> bool:
        """True if the words are somewhere on the page, as a screen reader finds it."""
        return words in self.text()

    def shows(self, words: str) -> bool:
        """True if the words are drawn as text on the page, whether or not they are said aloud as well."""
        self.app.ensure()
        return any(isinstance(widget, Rich) and words in widget.said for widget in self.app.active.walk())

    def focused(self) -> str:
        """The name of what is in focus."""
        self.app.ensure()
        widget = travel.by_id(self.app.active, self.app.focused_id)
        return (widget.aloud or widget.label) if widget is not None else ""

    def focused_id(self) -> str:
        """The id of what is in focus."""
        self.app.ensure()
        return self.app.focused_id

    def png(self) -> bytes:
        """The page as the bytes of a PNG file."""
        return png(self.app)

    # -- inside ------------------------------------------------------------------------------------------------
    def _send(self, event: pygame.event.Event) -> None:
        self.inputs.dispatch(event)
        self._settle()

    def _settle(self) -> None:
        self.app.advance()
        self.app.paint(self.surface)

    def _finger(self, kind: int, x: float, y: float) -> None:
        px, py = self._pixels(x, y)
        w, h = self.app.size
        self._send(pygame.event.Event(kind, x=px / w, y=py / h, finger_id=1, touch_id=1, dx=0, dy=0, pressure=1))

    def _pixels(self, x: float, y: float) -> tuple[float, float]:
        ox, oy = self.app.origin
        return ox + x * self.app.factor, oy + y * self.app.factor

    def _named(self, words: str) -> Node:
        tree = self.app.semantics()
        acting = [node for node in tree.walk() if node.actions or node.role == "hint"]
        for node in acting:
            if node.name == words:
                return node
        for node in acting:
            if words in node.name:
                return node
        found = tree.find(words)
        if found is None:
            raise LookupError(f"nothing on the page is called {words!r}:\n{self.text()}")
        return found

    def _widget(self, wanted: str) -> tuple[float, float]:
        self.app.ensure()
        widget = travel.by_id(self.app.active, wanted)
        if widget is None:
            raise LookupError(f"no widget has the id {wanted!r}")
        seen = widget.seen(widget.rect)
        return seen.cx, seen.cy
