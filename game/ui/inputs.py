"""Input: what keys, mouse and touch do to the App. pygame's events are turned into names here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pygame

from game.ui import focus as travel
from game.ui.controls import Field, Slider
from game.ui.frames import Hint
from game.ui.keys import Binding, meanings
from game.ui.pointer import Pointer
from game.ui.scrolling import Scroll
from game.ui.widget import PAGE_WIDTH, Widget

if TYPE_CHECKING:
    from game.ui.app import App

_NAMES = {
    pygame.K_RETURN: "Enter", pygame.K_KP_ENTER: "Enter", pygame.K_SPACE: "Space", pygame.K_ESCAPE: "Esc",
    pygame.K_TAB: "Tab", pygame.K_UP: "Up", pygame.K_DOWN: "Down", pygame.K_LEFT: "Left", pygame.K_RIGHT: "Right",
    pygame.K_DELETE: "Del", pygame.K_BACKSPACE: "Backspace", pygame.K_HOME: "Home", pygame.K_END: "End",
    pygame.K_PAGEUP: "PageUp", pygame.K_PAGEDOWN: "PageDown", pygame.K_PLUS: "+", pygame.K_KP_PLUS: "+",
    pygame.K_MINUS: "-", pygame.K_KP_MINUS: "-",
    pygame.K_EQUALS: "+",  # plus is the shifted sign of this key on most keyboards
}  # fmt: skip
_NAMES.update({getattr(pygame, f"K_F{n}"): f"F{n}" for n in range(1, 13)})
_NAMES.update({getattr(pygame, f"K_KP{n}"): str(n) for n in range(10)})
_SCANCODES = {getattr(pygame, f"KSCAN_{c}"): c for c in "ABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890"}
_DIGIT_ROW = "1234567890"
_FLASH = 0.1
"""Seconds that something looks held down when a key presses it."""


def key_name(key: int, scancode: int) -> str:
    """Our name of a key by its label. On layouts whose digit row has other labels its places count as digits."""
    if key in _NAMES:
        return _NAMES[key]
    place = _SCANCODES.get(scancode, "")
    label = chr(key).upper() if 32 < key < 0x110000 else ""
    if place in _DIGIT_ROW and place and not label.isdigit():
        return place
    return label


class Inputs:
    """Turns input into actions of an App."""

    def __init__(self, app: App) -> None:
        self.app = app
        self._pointer = Pointer(app, self._move, partial(self.key, "Esc"))
        self._finger: int | None = None

    # -- events ------------------------------------------------------------------------------------------------
    def dispatch(self, event: pygame.event.Event) -> None:
        """Act on one of pygame's events; unknown ones are ignored."""
        kind = event.type
        if kind == pygame.KEYDOWN:
            mod, scancode = event.mod, getattr(event, "scancode", 0)
            name, place = key_name(event.key, scancode), _SCANCODES.get(scancode, "")
            self._learn(name, place)
            self.key(
                name,
                ctrl=bool(mod & (pygame.KMOD_CTRL | pygame.KMOD_META)),
                shift=bool(mod & pygame.KMOD_SHIFT),
                place=place,
            )
        elif kind == pygame.TEXTINPUT:
            self.text(event.text)
        elif kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP, pygame.MOUSEMOTION):
            self._mouse(event)
        elif kind == pygame.MOUSEWHEEL:
            x, y = self.app.env.pointer or (640.0, 360.0)
            self.wheel(x, y, getattr(event, "precise_y", event.y))
        elif kind == pygame.WINDOWLEAVE:
            self._pointer.leave()
        elif kind in (pygame.FINGERDOWN, pygame.FINGERUP, pygame.FINGERMOTION):
            x, y = self._units(event.x * self.app.size[0], event.y * self.app.size[1])
            names = {pygame.FINGERDOWN: "down", pygame.FINGERUP: "up", pygame.FINGERMOTION: "move"}
            self._touch(names[kind], getattr(event, "finger_id", 0), x, y)
        elif kind == pygame.VIDEORESIZE:
            self.app.resize(event.w, event.h)
        elif kind in (pygame.WINDOWEXPOSED, pygame.WINDOWFOCUSGAINED):
            self.app.redraw()
        elif kind == pygame.QUIT:
            self.app.close_window()

    def aims_at_the_same(self, event: pygame.event.Event, before: Widget) -> bool:
        """Is what a press of the mouse or a finger aims at the same thing as in the tree that was there before?

        What was pressed last is not: pressed again, it was impatience.
        """
        if event.type == pygame.MOUSEBUTTONDOWN:
            x, y = self._units(*event.pos)
        elif event.type == pygame.FINGERDOWN:
            x, y = self._units(event.x * self.app.size[0], event.y * self.app.size[1])
        else:
            return False
        self.app.ensure()
        was, now = travel.under(before, x, y), travel.under(self.app.active, x, y)
        if was is None or now is None or was.id == self._pointer.last:
            return False
        return (was.id, was.label) == (now.id, now.label)

    def _mouse(self, event: pygame.event.Event) -> None:
        if getattr(event, "touch", False):
            return
        x, y = self._units(*event.pos)
        if event.type == pygame.MOUSEMOTION:
            self.pointer("move" if event.buttons[0] else "hover", x, y)
        elif event.button == 1:
            self.pointer("down" if event.type == pygame.MOUSEBUTTONDOWN else "up", x, y)

    def _touch(self, kind: str, finger: int, x: float, y: float) -> None:
        """The first finger acts; others that come while it is down do nothing."""
        if kind == "down" and self._finger is None:
            self._finger = finger
        if finger == self._finger:
            self._finger = None if kind == "up" else finger
            self.pointer(kind, x, y, touch=True)

    def _units(self, x: float, y: float) -> tuple[float, float]:
        """The point of the page, as layout counts: from the right edge on a page from right to left."""
        (ox, oy), factor = self.app.origin, self.app.factor
        across = (x - ox) / factor
        return PAGE_WIDTH - across if self.app.env.rtl else across, (y - oy) / factor

    # -- keys --------------------------------------------------------------------------------------------------
    def _learn(self, name: str, place: str) -> None:
        """Remember what stands on a key, so that key caps of places show it."""
        env = self.app.env
        if place and len(name) == 1 and self.app.prefs.learns and env.learnt.get(place) != name:
            env.learnt[place] = name
            self.app.refresh()

    def key(self, name: str, *, ctrl: bool = False, shift: bool = False, place: str = "") -> None:
        """A key went down. `place` is its label on a QWERTY keyboard, for bindings by position."""
        app = self.app
        app.ensure()
        app.transition.skip()
        if app.env.pointing.hush(app.now):
            app.touch()
        if not name or self._always(name, ctrl, shift):
            return
        if ctrl:
            found, meant = self._binding((f"Ctrl+{name}",))
            if found is not None:
                self._run(found, meant)
            return
        widget = travel.by_id(app.active, app.env.focused)
        if app.env.rtl and (widget is None or widget.upright is None):
            name = {"Left": "Right", "Right": "Left"}.get(name, name)  # on the mirrored page the way on is to the left
        found, meant = self._binding(meanings(name, place, app.env.keymap))
        if isinstance(widget, Field) and widget.on_key(name):
            app.refresh()
        elif widget is not None and name == "Enter" and not (found and found.over) and self._can_act(widget):
            self._act(widget)
        elif widget is not None and widget.on_key(name):
            app.refresh()
        elif found is not None:
            self._run(found, meant)
        else:
            self._fallback(name, widget)

    def _always(self, name: str, ctrl: bool, shift: bool) -> bool:
        """Keys that mean the same everywhere. True if it was one."""
        app = self.app
        if name == "Tab":
            self._move(travel.step(travel.stops(app.active), app.env.focused, -1 if shift else 1))
        elif ctrl and name in ("+", "-", "0"):
            scale = 1.0 if name == "0" else app.prefs.text_scale + (-0.1 if name == "-" else 0.1)
            app.set_prefs(app.prefs.with_text_scale(scale))
            if app.on_prefs is not None:
                app.on_prefs(app.prefs)
        elif name == "F11":
            app.fullscreen = not app.fullscreen
        elif name == "F1" and app.on_help is not None:
            app.on_help()
            app.refresh()
        elif name == "F2" and app.on_read_aloud is not None:
            app.read_aloud()
        else:
            return False
        return True

    def _binding(self, meant: tuple[str, ...]) -> tuple[Binding | None, str]:
        """The first binding that a key can mean, and by which of its names."""
        for binding in self.app.bindings():
            if binding.action is None:
                continue
            for name in binding.names():
                if name in meant:
                    return binding, name
        return None, ""

    def _run(self, binding: Binding, name: str) -> None:
        app = self.app
        if binding.disabled:
            if binding.owner:
                app.focus(binding.owner)
            app.sound("refusal")  # first, so that its caption gives way to the reason
            app.announce(binding.disabled, toast=not binding.owner)
            app.refresh()
            return
        if binding.owner and travel.by_id(app.active, binding.owner) is not None:
            self._flash(binding.owner)
        else:
            self._flash_hint(binding)
        with app.press_sound():
            binding.run(name)
        app.refresh()

    def _can_act(self, widget: Widget) -> bool:
        return widget.focusable and ("press" in widget.actions() or bool(widget.disabled))

    def _act(self, widget: Widget) -> None:
        app = self.app
        if widget.disabled:
            app.sound("refusal")
            app.announce(widget.disabled, toast=False)
            return
        self._flash(widget.id)
        with app.press_sound():
            widget.activate()
        app.refresh()

    def _flash(self, widget_id: str) -> None:
        app = self.app
        app.env.pressed = widget_id
        app.flash_until = app.now + _FLASH
        app.touch()

    def _flash_hint(self, binding: Binding) -> None:
        """A key without a widget of its own: its cap in the hint bar goes down."""
        for widget in self.app.active.walk():
            if isinstance(widget, Hint) and widget.binding is binding:
                self._flash(widget.id)
                return

    def _fallback(self, name: str, widget: Widget | None) -> None:
        """What keys do when no widget and no binding wants them."""
        app = self.app
        if name == "Space" and widget is not None and self._can_act(widget):
            self._act(widget)
        elif name == "Esc":
            if app.top is not None:
                closing = app.top.on_close
                app.close()
                if closing is not None:
                    closing()
            else:
                app.back()
        elif name in ("Up", "Down", "Left", "Right"):
            if not (widget is not None and self._travel(widget, name)) and name in ("Up", "Down"):
                self._scroll(widget, 64 if name == "Down" else -64)
        elif name in ("PageUp", "PageDown", "Home", "End"):
            far = {"PageUp": -400, "PageDown": 400, "Home": -1e6, "End": 1e6}[name]
            self._scroll(widget, far)

    def _travel(self, widget: Widget, name: str) -> bool:
        group = travel.group_of(widget)
        if group is None:
            return False
        found = travel.neighbour(widget, travel.stops(group), name)
        if found is not None:
            self._move(found.id)
        return True

    def _move(self, wanted: str) -> None:
        app = self.app
        if not wanted:
            return
        app.env.focused = wanted
        widget = travel.by_id(app.active, wanted)
        if widget is not None:
            app.sound("focus")
            notice = getattr(widget, "on_focus", None)
            if notice is not None:
                notice()
                app.refresh()
        app.focus_moved()

    def _scroll(self, widget: Widget | None, dy: float) -> None:
        around = travel.scrolls_around(widget)
        for scroll in around or [w for w in self.app.active.walk() if isinstance(w, Scroll)]:
            if scroll.overflow >= 0.5 and scroll.scroll_by(dy):
                self.app.relayout()
                return
        for widget_ in self.app.active.walk():
            if isinstance(widget_, Scroll) and widget_.overflow >= 0.5 and widget_.scroll_by(dy):
                self.app.relayout()
                return

    def request(self, verb: str, wanted: str, value: str | float | None = None) -> bool:
        """What a screen reader asks of the widget with an id, done as keys do it. False if nothing was done.

        `verb` is "focus", "press", "raise", "lower", "set" (to `value`) or "reveal" (scroll until it can be seen).
        """
        app = self.app
        app.ensure()
        widget = travel.by_id(app.active, wanted)
        if widget is None:
            return False
        if verb == "reveal":
            if travel.reveal(widget):
                app.relayout()
            return True
        stop: Widget | None = widget
        while stop is not None and not stop.focusable:
            stop = stop.parent
        if stop is not None and stop.id != app.env.focused:
            self._move(stop.id)
            app.ensure()
            widget = travel.by_id(app.active, wanted)
        if verb == "focus" or widget is None:
            return widget is not None
        reason = widget.disabled or (stop.disabled if stop is not None else "")
        if reason:
            app.announce(reason, toast=False)
            return False
        return self._change(widget, verb, value)

    def _change(self, widget: Widget, verb: str, value: str | float | None) -> bool:
        """Press, move or fill a widget that can be used."""
        done = False
        if verb == "press" and "press" in widget.actions():
            self._act(widget)
            return True
        if verb in ("raise", "lower"):
            done = widget.on_key("Right" if verb == "raise" else "Left")
        elif verb == "set" and isinstance(widget, Slider) and isinstance(value, float):
            done = widget.move_to(value)
        elif verb == "set" and isinstance(widget, Field) and isinstance(value, str):
            done = widget.replace(value)
        self.app.refresh()
        return done

    def text(self, typed: str) -> None:
        """Text was typed."""
        widget = travel.by_id(self.app.active, self.app.env.focused)
        if widget is not None and widget.on_text(typed):
            self.app.refresh()

    # -- pointer -----------------------------------------------------------------------------------------------
    def pointer(self, kind: str, x: float, y: float, *, touch: bool = False) -> None:
        """The pointer at design units: "hover", "down", "move" (while down) or "up"."""
        self._pointer.act(kind, x, y, touch=touch)

    def wheel(self, x: float, y: float, notches: float) -> None:
        """The wheel turned over a point; positive is away from the player."""
        self._pointer.wheel(x, y, notches)
