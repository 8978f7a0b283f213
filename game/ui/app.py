"""The App: keeps screens, focus, scroll and motion; composes, lays out and paints only when something changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pygame

from game.ui import focus as travel
from game.ui import overlay
from game.ui.frames import Dialog, HintBar
from game.ui.keys import Binding, conflicts
from game.ui.motion import Animation, Motion
from game.ui.painter import Painter
from game.ui.semantics import Node, as_text, spoken
from game.ui.theme import Prefs, Theme, Words
from game.ui.transitions import Transition
from game.ui.widget import Env, Widget

if TYPE_CHECKING:
    from game.ui.accessibility import Bridge
    from game.ui.screen import Screen

PAGE = (1280.0, 720.0)
Hook = Callable[[], object]


class App:
    """The running ui.

    `clock` gives seconds and is injected, so that tests own the time. Hooks: `on_help` (F1), `on_read_aloud(text)` (F2),
    `on_prefs(prefs)` when Ctrl +/- changed the size of text, `on_quit` when the last screen is left, `on_sound(name)`.
    """

    def __init__(
        self,
        screen: Screen,
        *,
        prefs: Prefs | None = None,
        words: Words | None = None,
        clock: Callable[[], float] = time.monotonic,
        size: tuple[int, int] = (1280, 720),
        on_help: Hook | None = None,
        on_read_aloud: Callable[[str], object] | None = None,
        on_prefs: Callable[[Prefs], object] | None = None,
        on_quit: Hook | None = None,
        on_sound: Callable[[str], object] | None = None,
    ) -> None:
        self.prefs = prefs or Prefs()
        self.words = words or Words()
        self.clock = clock
        self.on_help, self.on_read_aloud, self.on_prefs = on_help, on_read_aloud, on_prefs
        self.on_quit, self.on_sound = on_quit, on_sound
        self.size = size
        self.env = Env(prefs=self.prefs, words=self.words, now=clock, progress=self.progress)
        self.motion = Motion()
        self.screens: list[Screen] = []
        self.dialogs: list[tuple[Callable[[], Dialog], str]] = []
        self.announcements: list[str] = []
        self.toast: tuple[str, float] | None = None
        self.on_page: Hook | None = None  # called when another page has come
        self.companion: Callable[[Widget], Widget | None] | None = None  # what lies over a page or dialog, if anything
        self.on_shown: Hook | None = None  # called when a frame has come to the screen
        self.flash_until = 0.0
        self.running = True
        self.fullscreen = False
        self.stale = True
        self.dirty = True
        self.paints = self.arranged = self.said = 0
        self.bridge: Bridge | None = None
        self.root: Widget = Widget()
        self.top: Dialog | None = None
        self._bindings: tuple[Binding, ...] = ()
        self.transition = Transition(self)
        self.push(screen)

    # -- screens -----------------------------------------------------------------------------------------------
    @property
    def screen(self) -> Screen:
        """The screen that is shown."""
        return self.screens[-1]

    @property
    def now(self) -> float:
        """Seconds on the clock."""
        return self.clock()

    def show(self, screen: Screen) -> None:
        """Show a screen in the place of the present one."""
        old = self.screens.pop() if self.screens else None
        if old is not None:
            old.left()
        self._enter(screen)

    def push(self, screen: Screen) -> None:
        """Show a screen over the present one; `back` returns."""
        if self.screens:
            self.screens[-1].focus_kept = self.env.focused
        self._enter(screen)

    def _enter(self, screen: Screen) -> None:
        self.screens.append(screen)
        screen.app = self
        self._start_page()
        screen.entered()
        if self.on_page is not None:
            self.on_page()

    def _start_page(self) -> None:
        self.dialogs.clear()
        self.toast = None
        self.env.focused = self.screen.focus_kept or self.screen.first_focus()
        self.env.hovered = self.env.pressed = ""
        self.env.scroll.clear()
        self.refresh()
        self.transition.begin()

    def back(self) -> None:
        """Return to the screen below; from the last one, leave."""
        if len(self.screens) > 1:
            self.screens.pop().left()
            self._start_page()
        elif self.on_quit is not None:
            self.on_quit()
        else:
            self.quit()

    def open_window(self, *, full_screen: bool = False, size: tuple[int, int] = (1280, 720)) -> None:
        """Open the window now. Raises NoDisplay when there is no display."""
        from game.ui import window
        from game.ui.accessibility import Bridge

        self.fullscreen = full_screen
        self.bridge = self.bridge or Bridge(self)
        title, hook = self.screen.title(), self.bridge.connect
        surface = window.open_window(title, size, fullscreen=full_screen, before_shown=hook)
        self.resize(*surface.get_size())

    def run(self) -> None:
        """Turn until `quit`; opens the window first if there is none. Raises NoDisplay when there is no display."""
        from game.ui import window

        window.turn(self)

    def read_aloud(self) -> None:
        """Give the words of the page to the voice, if there is one."""
        if self.on_read_aloud is not None:
            self.on_read_aloud(spoken(self.semantics()))

    def quit(self) -> None:
        """End the loop."""
        self.running = False

    def refresh(self) -> None:
        """Compose again before the next frame."""
        self.stale = self.dirty = True

    def redraw(self) -> None:
        """Paint again without composing."""
        self.dirty = True

    def set_prefs(self, prefs: Prefs) -> None:
        """See everything with other preferences from now on."""
        self.prefs = self.env.prefs = prefs
        self.refresh()

    # -- dialogs and announcements -----------------------------------------------------------------------------
    def set_words(self, words: Words) -> None:
        """Say the ui's own few words in another language from now on."""
        self.words = self.env.words = words
        self.refresh()

    def open(self, dialog: Dialog | Callable[[], Dialog]) -> None:
        """Open a dialog over the page. A function is called at every composition, so that its content can change."""
        make = (lambda: dialog) if isinstance(dialog, Dialog) else dialog
        self.dialogs.append((make, self.env.focused))
        self.env.focused = ""
        self.refresh()

    def close(self) -> None:
        """Close the topmost dialog; the focus returns to where it was."""
        if self.dialogs:
            _, self.env.focused = self.dialogs.pop()
            self.refresh()

    def announce(self, text: str, *, toast: bool = True) -> None:
        """Say something to screen readers, and show it for a while."""
        self.announcements.append(text)
        self.said += 1
        del self.announcements[:-200]
        if toast:
            self.toast = (text, self.now + max(3.0, len(text) / 14) * self.prefs.patience)
        self.redraw()

    def sound(self, name: str) -> None:
        """Ask for a sound by name."""
        if self.on_sound is not None:
            self.on_sound(name)

    # -- motion ------------------------------------------------------------------------------------------------
    @property
    def travels(self) -> bool:
        """True if things may move across the page."""
        return self.prefs.motion == "full"

    def animate(self, name: str, seconds: float, ease: str = "in-out", then: Hook | None = None) -> None:
        """Start a named animation. Where motion is not wanted it is over at once."""
        self.animate_always(name, seconds if self.travels else 0.0, ease, then)

    def animate_always(self, name: str, seconds: float, ease: str = "out", then: Hook | None = None) -> None:
        """Start a named animation whatever the player chose (fades, and things that pace the game)."""
        self.motion.running[name] = Animation(self.now, seconds, ease, then)
        self.redraw()

    def progress(self, name: str) -> float:
        """How far the animation is, 0 to 1; 1 when there is none of that name."""
        return self.motion.progress(name, self.now)

    # -- the tree ----------------------------------------------------------------------------------------------
    @property
    def factor(self) -> float:
        """Pixels for one design unit."""
        return min(self.size[0] / PAGE[0], self.size[1] / PAGE[1])

    @property
    def origin(self) -> tuple[float, float]:
        """Where the page starts in the window, in pixels."""
        f = self.factor
        return round((self.size[0] - PAGE[0] * f) / 2), round((self.size[1] - PAGE[1] * f) / 2)

    @property
    def active(self) -> Widget:
        """The tree that takes input: the topmost dialog, else the page."""
        return self.top or self.root

    def ensure(self) -> None:
        """Compose and lay out if anything changed since the last time."""
        if self.stale:
            self.stale = False
            self._compose()

    def _compose(self) -> None:
        screen, env = self.screen, self.env
        env.factor = self.factor
        env.generation += 1
        env.keymap = self.prefs.keymap.get(type(screen).__name__, {})
        theme = Theme(screen.mood, self.prefs)
        before = [w.id for w in travel.stops(self.active)]
        root = screen.compose()
        if not self.dialogs:
            self._accompany(root)
        extra = tuple(screen.bindings())
        env.bindings = extra
        seen: dict[str, int] = {}
        root.adopt(env, theme, None, "", seen)
        self._bindings = self._collect(root, extra)
        if any(b.owner and b.hint for b in self._bindings):
            env.bindings = self._bindings
            for bar in [widget for widget in root.walk() if isinstance(widget, HintBar)]:
                bar.adopt(env, bar.theme, bar.parent, bar.id, {})
        self.top = None
        if self.dialogs:
            self.top = self.dialogs[-1][0]()
            self._accompany(self.top)
            self.top.adopt(env, theme, None, "dialog", {})
        self.root = root
        self._focus_somewhere(before)
        self._arrange()
        wanted = travel.by_id(self.active, env.focused)
        if wanted is not None and travel.reveal(wanted):
            self._arrange()

    def _accompany(self, tree: Widget) -> None:
        """Put what the companion has to say over a page or dialog: the last thing in it, so on top and last for Tab."""
        over = self.companion(tree) if self.companion is not None else None
        if over is not None:
            tree.children.append(over)

    def _collect(self, root: Widget, extra: Sequence[Binding]) -> tuple[Binding, ...]:
        """The screen's bindings, then those of widgets."""
        return (*extra, *(b for widget in root.walk() for b in widget.own_bindings()))

    def _focus_somewhere(self, before: Sequence[str]) -> None:
        """Keep the focus; if its widget is gone, take the one that stands where it stood."""
        ids = [w.id for w in travel.stops(self.active)]
        if self.env.focused in ids or not ids:
            return
        first = self.screen.first_focus() if self.top is None else ""
        if first in ids:
            self.env.focused = first
        elif self.env.focused in before and self.top is None:
            self.env.focused = ids[min(before.index(self.env.focused), len(ids) - 1)]
        else:
            self.env.focused = ids[0]

    def _arrange(self) -> None:
        self.arranged += 1
        self.root.arrange(0, 0, *PAGE)
        if self.top is not None:
            self.top.arrange(0, 0, *PAGE)

    def relayout(self) -> None:
        """Lay out again without composing (something scrolled)."""
        self._arrange()
        self.dirty = True

    @property
    def focused_id(self) -> str:
        """The id of the widget in focus."""
        return self.env.focused

    def focus(self, wanted: str) -> None:
        """Move the focus to a widget by id (also to one that the next composition brings)."""
        if wanted and wanted != self.env.focused:
            self.env.focused = wanted
            self.refresh()

    def bindings(self) -> tuple[Binding, ...]:
        """Every key of the page, or of the dialog that is open."""
        self.ensure()
        if self.top is not None:
            return self._collect(self.top, ())
        return self._bindings

    def conflicts(self) -> list[str]:
        """Keys that two bindings claim for different things."""
        return conflicts(self.bindings())

    def semantics(self) -> Node:
        """The page as words. While a dialog is open only the dialog is there."""
        self.ensure()
        return Node("page", self.screen.title(), children=self.active.semantics(), bounds=(0, 0, *PAGE))

    def as_text(self) -> str:
        """The page as indented lines."""
        return as_text(self.semantics())

    # -- frames ------------------------------------------------------------------------------------------------
    def resize(self, width: int, height: int) -> None:
        """The window has another size."""
        if (width, height) != self.size:
            self.size = (width, height)
            self.transition.forget()
            self.refresh()

    def advance(self) -> None:
        """Let the time do what it does: end animations, hide old announcements, tick the screen."""
        now = self.now
        if self.motion.running:
            self.dirty = True
            for over in self.motion.finish(now):
                if over.then is not None:
                    over.then()
                    self.refresh()
        self.transition.end_if_over()
        if self.toast is not None and now >= self.toast[1]:
            self.toast = None
            self.dirty = True
        if self.flash_until and now >= self.flash_until:
            self.env.pressed, self.flash_until = "", 0.0
            self.dirty = True
        if self.screen.ticking:
            self.dirty = True
            if self.screen.tick(now):
                self.refresh()

    def wait(self) -> float | None:
        """Seconds until time itself changes something; None if nothing is going on."""
        if self.motion.running or self.screen.ticking or self.dirty or self.stale:
            return 0.0
        ends = [t for t in (self.toast[1] if self.toast else 0.0, self.flash_until) if t]
        return max(0.0, min(ends) - self.now) if ends else None

    def paint(self, surface: pygame.Surface) -> bool:
        """Paint the window if something changed. True if it was painted."""
        self.ensure()
        if not self.dirty:
            return False
        self.dirty = False
        self.paints += 1
        theme = Theme(self.screen.mood, self.prefs)
        surface.set_clip(None)
        surface.fill(theme.color(self.screen.background() or "page"))
        painter = Painter(surface, self.factor, self.origin, theme, PAGE[0] if self.words.rtl else None)
        painter.bleeds = True
        self.root.paint(painter)
        if self.top is None:
            overlay.ring(painter, self.root, self.env)
        else:
            self.top.paint(painter)
            overlay.ring(painter, self.top, self.env)
        overlay.reason(painter, self.active, self.env)
        if self.toast is not None:
            overlay.toast(painter, theme, self.toast[0])
        self.transition.lay(surface)
        return True
