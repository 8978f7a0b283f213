"""Mouse and touch: what they do to the page. A finger never hovers."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.ui import focus as travel
from game.ui.controls import Field
from game.ui.scrolling import Scroll
from game.ui.widget import Widget

if TYPE_CHECKING:
    from game.ui.app import App

_DRAG = 10.0
"""Units that a finger moves before it scrolls and no longer presses."""
_STAYS = 4.0
"""Units that a pointer may slip between press and release and still be where it was."""
_NOTCH = 56.0
"""Units that one notch of the wheel scrolls."""


class Pointer:
    """Acts on an App; `move_focus` and `leave_dialog` are what keys do for the same end."""

    def __init__(self, app: App, move_focus: Callable[[str], None], leave_dialog: Callable[[], None]) -> None:
        self.app = app
        self._move_focus, self._leave_dialog = move_focus, leave_dialog
        self._down: tuple[float, float] | None = None
        self._scrolling = ""
        self._bar: tuple[str, float] | None = None
        self._outside = False
        self._last_y = 0.0
        self.last = ""
        """Id of what was pressed last."""

    def act(self, kind: str, x: float, y: float, *, touch: bool = False) -> None:
        """The pointer at design units: "hover", "down", "move" (while down) or "up"."""
        app = self.app
        app.ensure()
        app.env.pointer = (x, y)
        if touch:
            self._still()
        if kind == "hover":
            self._hover(x, y)
        elif kind == "down":
            self._press(x, y)
        elif kind == "move":
            self._drag(x, y, touch)
        else:
            self._release(x, y)

    def leave(self) -> None:
        """The mouse has left the window."""
        self._still()
        self.app.env.pointer = None
        self.app.touch()

    def _still(self) -> None:
        """Nothing is pointed at."""
        env = self.app.env
        env.hovered = ""
        env.pointing.leave()

    # -- hovering ----------------------------------------------------------------------------------------------
    def _hover(self, x: float, y: float) -> None:
        app, env = self.app, self.app.env
        bar = self._bar_at(x, y)
        found = travel.under(app.active, x, y) if bar is None else None
        hovered = found.id if found is not None else ""
        if hovered != env.hovered:
            env.hovered = hovered
            app.touch()
        self._point(found, bar, x, y)
        for widget in app.active.walk():
            inside = widget.inside_x(x)
            if widget.rect.contains(inside, y) and widget.on_hover(inside, y):
                app.redraw(widget)

    def _point(self, found: Widget | None, bar: Scroll | None, x: float, y: float) -> None:
        """Take the pointer's shape from what is under it, and wait for its note."""
        app, pointing = self.app, self.app.env.pointing
        pointing.shape = "arrow"
        if found is not None and not found.disabled:
            pointing.shape = "text" if isinstance(found, Field) else "hand"
        over = bar.id if bar is not None else ""
        if over != pointing.bar:
            bars = [travel.by_id(app.active, name) for name in (over, pointing.bar)]
            pointing.bar = over
            app.redraw(*(widget for widget in bars if widget is not None))
        noted = next((widget for widget in travel_path(app.active, x, y) if getattr(widget, "tip", "")), None)
        before = pointing.tells(app.now)
        pointing.rest(noted.id if noted is not None else "", app.now)
        if before and not pointing.tells(app.now):
            app.touch()

    # -- pressing ----------------------------------------------------------------------------------------------
    def _press(self, x: float, y: float) -> None:
        app = self.app
        app.transition.skip()
        if app.env.pointing.hush(app.now):
            app.touch()
        self._down, self._scrolling, self._bar, self._last_y = (x, y), "", None, y
        bar = self._bar_at(x, y)
        if bar is not None:
            self._hold_bar(bar, y)
            return
        found = travel.under(app.active, x, y)
        self._outside = self._is_outside(found, x, y)
        if found is None:
            return
        self.last = app.env.pressed = found.id
        app.flash_until = 0.0
        if found.focusable and found.id != app.env.focused:
            self._move_focus(found.id)
        if found.on_drag(found.inside_x(x), y):
            app.refresh()
        app.touch()

    def _is_outside(self, found: Widget | None, x: float, y: float) -> bool:
        """Is this beside a dialog that can be left by pressing beside it?"""
        top = self.app.top
        if top is None or found is not None:
            return False
        if any(isinstance(widget, Field) for widget in top.walk()):
            return False  # what is being written is not thrown away by a slip
        over = [one.children[0] for one in top.children if one is not top.panel and one.children]
        return not any(one.rect.grown(12).contains(one.inside_x(x), y) for one in (top.panel, *over))

    def _drag(self, x: float, y: float, touch: bool) -> None:
        app = self.app
        if self._down is None:
            return
        if self._bar is not None:
            self._pull_bar(y)
            return
        held = travel.by_id(app.active, app.env.pressed)
        if held is not None and not self._scrolling and held.on_drag(held.inside_x(x), y):
            app.refresh()
            return
        if not self._scrolling and touch and abs(y - self._down[1]) > _DRAG:
            place = held or next((w for w in travel_path(app.active, x, y)), None)
            able = [s for s in travel.scrolls_around(place) if s.overflow >= 0.5]
            if able:
                self._scrolling, app.env.pressed = able[0].id, ""
        now = travel.by_id(app.active, self._scrolling)
        if isinstance(now, Scroll) and now.scroll_by(self._last_y - y):
            now.arrive()
            app.relayout()
        self._last_y = y

    def _release(self, x: float, y: float) -> None:
        app = self.app
        held, app.env.pressed = app.env.pressed, ""
        done = bool(self._scrolling) or self._bar is not None
        down, self._down, self._scrolling, self._bar = self._down, None, "", None
        app.touch()
        if done:
            return
        if self._outside and self._is_outside(travel.under(app.active, x, y), x, y):
            self._leave_dialog()
        found = self._let_go_on(held, down, x, y)
        if found is None:
            return
        if found.disabled:
            app.sound("refusal")
            app.announce(found.disabled, toast=False)
        else:
            with app.press_sound():
                found.on_click(found.inside_x(x), y)
        app.refresh()

    def _let_go_on(self, held: str, down: tuple[float, float] | None, x: float, y: float) -> Widget | None:
        """What was held down, if it is let go there.

        Something may have come to lie over it since, or it may have given way: being in focus it was scrolled into view.
        A pointer that stays where it pressed means what it pressed.
        """
        found = travel.by_id(self.app.active, held) if held else None
        if found is None or found.hit(found.inside_x(x), y):
            return found
        stayed = down is not None and max(abs(x - down[0]), abs(y - down[1])) < _STAYS
        return found if stayed else None

    # -- scrolling ---------------------------------------------------------------------------------------------
    def wheel(self, x: float, y: float, notches: float) -> None:
        """The wheel turned over a point; positive is away from the player. Parts of a notch come from a touch pad."""
        app = self.app
        app.ensure()
        if app.env.pointing.hush(app.now):
            app.touch()
        for place in travel_path(app.active, x, y):
            if isinstance(place, Scroll) and place.overflow >= 0.5 and place.scroll_by(-notches * _NOTCH):
                if not float(notches).is_integer():
                    place.arrive()
                app.relayout()
                return

    def _bar_at(self, x: float, y: float) -> Scroll | None:
        """The scrolling area whose bar is under a point, the innermost first."""
        for widget in travel_path(self.app.active, x, y):
            if isinstance(widget, Scroll) and widget.overflow >= 0.5 and widget.on_bar(widget.inside_x(x), y):
                return widget
        return None

    def _hold_bar(self, bar: Scroll, y: float) -> None:
        """Take the handle where it is; beside it, bring its middle there first."""
        self.app.env.pointing.bar = bar.id
        handle = bar.handle()
        grip = y - handle.y if handle.y <= y < handle.bottom else handle.h / 2
        self._bar = (bar.id, grip)
        self._pull_bar(y)
        self.app.redraw(bar)

    def _pull_bar(self, y: float) -> None:
        wanted, grip = self._bar or ("", 0.0)
        bar = travel.by_id(self.app.active, wanted)
        if isinstance(bar, Scroll) and bar.pull(y - grip):
            bar.arrive()
            self.app.relayout()


def travel_path(root: Widget, x: float, y: float) -> list[Widget]:
    """Every widget under a point, innermost first."""
    return [widget for widget in root.walk() if widget.rect.contains(widget.inside_x(x), y)][::-1]
