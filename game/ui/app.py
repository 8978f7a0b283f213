"""The App: keeps screens, focus, scroll and motion; composes, lays out and paints only when something changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pygame

from game.ui import surfaces
from game.ui.composition import PAGE, Composition
from game.ui.frames import Dialog
from game.ui.keys import Binding, conflicts
from game.ui.motion import Animation, Eases, Motion
from game.ui.semantics import Node, as_text, in_reading_order, spoken
from game.ui.sheet import Sheet
from game.ui.theme import Prefs, Words
from game.ui.transitions import TURN, Transition
from game.ui.widget import Env, Widget
from game.ui.work_sign import WorkSign

if TYPE_CHECKING:
    from game.ui.accessibility import Bridge
    from game.ui.screen import Screen

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
        surfaces.fit(size)
        self.env = Env(prefs=self.prefs, words=self.words, now=clock, progress=self.progress, eases=Eases(clock))
        self.motion = Motion()
        self.screens: list[Screen] = []
        self.dialogs: list[tuple[Callable[[], Dialog], str]] = []
        self.announcements: list[str] = []
        self.toast: tuple[str, float] | None = None
        self.on_page: Hook | None = None  # called when another page has come
        self.companion: Callable[[Widget], Widget | None] | None = None  # what lies over a page or dialog, if anything
        self.on_shown: Hook | None = None  # called when a frame has come to the screen
        self.on_close: Callable[[], bool] | None = None  # asked when the window is to close; True keeps it open
        self.flash_until = 0.0
        self.running, self.fullscreen = True, False
        self.stale = self.dirty = True
        self.paints = self.said = self.sounded = 0
        self.bridge: Bridge | None = None
        self.composition = Composition(self)
        self.sheet = Sheet(self)
        self._turned = False
        self.shown: list[pygame.Rect] = []  # the parts of the window that the last painting changed
        self.transition = Transition(self)
        self.work = WorkSign(self)
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
        self._enter(screen, "show")

    def push(self, screen: Screen) -> None:
        """Show a screen over the present one; `back` returns."""
        if self.screens:
            self.screens[-1].focus_kept = self.env.focused
        self._enter(screen, "over")

    def _enter(self, screen: Screen, way: str) -> None:
        self.screens.append(screen)
        screen.app = self
        self._start_page(way)
        screen.entered()
        if self.on_page is not None:
            self.on_page()

    def _start_page(self, way: str) -> None:
        self.dialogs.clear()
        self.env.readers.clear()
        self.env.drawn.clear()
        self.env.eases.clear()
        self.toast = None
        self.env.focused = self.screen.focus_kept or self.screen.first_focus()
        self.env.hovered = self.env.pressed = ""
        self.env.pointing.leave()
        self.env.scroll.clear()
        self.refresh()
        self.transition.turn_to(way)

    def back(self) -> None:
        """Return to the screen below; from the last one, leave."""
        if len(self.screens) > 1:
            self.screens.pop().left()
            self._start_page("back")
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

    def close_window(self) -> None:
        """The player closes the window; whoever has a word before may keep it open."""
        if self.on_close is None or not self.on_close():
            self.quit()

    def quit(self) -> None:
        """End the loop."""
        self.running = False

    def refresh(self) -> None:
        """Compose again before the next frame; what stays the same is not laid out and painted again."""
        self.stale = self.dirty = True

    def redraw(self, *widgets: Widget) -> None:
        """Paint again without composing: these widgets, or the whole page when none is named."""
        self.dirty = True
        if widgets:
            self.sheet.spoil_widgets(widgets)
        else:
            self.sheet.spoil()

    def touch(self) -> None:
        """Paint what follows focus, pointer, pressing and time: the painting sees for itself what that is."""
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
        self.transition.open_panel()
        self.dialogs.append((make, self.env.focused))
        self.env.focused = ""
        self.refresh()

    def close(self) -> None:
        """Close the topmost dialog; the focus returns to where it was."""
        if self.dialogs:
            _, self.env.focused = self.dialogs.pop()
            self.transition.close_panel()
            self.refresh()

    def announce(self, text: str, *, toast: bool = True) -> None:
        """Say something to screen readers, and show it for a while."""
        self.announcements.append(text)
        self.said += 1
        del self.announcements[:-200]
        if toast:
            self.toast = (text, self.now + max(3.0, len(text) / 14) * self.prefs.patience)
        self.touch()

    def sound(self, name: str) -> None:
        """Ask for a sound by name."""
        self.sounded += name != "focus"
        if self.on_sound is not None:
            self.on_sound(name)

    @contextmanager
    def press_sound(self) -> Iterator[None]:
        """The sound of a press, unless what is pressed has a sound of its own: two at once say nothing."""
        before = self.sounded
        yield
        if self.sounded == before:
            self.sound("press")

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
        self.touch()

    def progress(self, name: str) -> float:
        """How far the animation is, 0 to 1; 1 when there is none of that name."""
        if self.env.drawing is not None:
            self.env.readers.setdefault(name, set()).add(self.env.drawing.id)
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
    def root(self) -> Widget:
        """The tree of the page."""
        return self.composition.root

    @property
    def top(self) -> Dialog | None:
        """The topmost dialog."""
        return self.composition.top

    @property
    def active(self) -> Widget:
        """The tree that takes input: the topmost dialog, else the page."""
        return self.composition.active

    @property
    def arranged(self) -> int:
        """Times that the page was laid out."""
        return self.composition.arranged

    def ensure(self) -> None:
        """Compose and lay out if anything changed since the last time."""
        if self.stale:
            self.stale = False
            self.composition.compose()

    def relayout(self) -> None:
        """Lay out again without composing (something scrolled)."""
        self.redraw(*self.composition.arrange(), *self.composition.followers)

    @property
    def focused_id(self) -> str:
        """The id of the widget in focus."""
        return self.env.focused

    def focus(self, wanted: str) -> None:
        """Move the focus to a widget by id (also to one that the next composition brings)."""
        if wanted and wanted != self.env.focused:
            self.env.focused = wanted
            self.refresh()

    def focus_moved(self) -> None:
        """The focus is on something else of the page as it stands: it is composed anew only if it asked for the focus."""
        if self.composition.asks_focus or self.stale:
            self.refresh()
        else:
            scrolled = self.composition.reveal()
            self.redraw(*scrolled, *self.composition.followers) if scrolled else self.touch()

    def bindings(self) -> tuple[Binding, ...]:
        """Every key of the page, or of the dialog that is open."""
        self.ensure()
        return self.composition.bindings()

    def conflicts(self) -> list[str]:
        """Keys that two bindings claim for different things."""
        return conflicts(self.bindings())

    def semantics(self) -> Node:
        """The page as words. While a dialog is open only the dialog is there."""
        self.ensure()
        return Node(
            "page", self.screen.title(), children=in_reading_order(self.active.semantics()), bounds=(0, 0, *PAGE)
        )

    def as_text(self) -> str:
        """The page as indented lines."""
        return as_text(self.semantics())

    # -- frames ------------------------------------------------------------------------------------------------
    def resize(self, width: int, height: int) -> None:
        """The window has another size."""
        if (width, height) != self.size:
            self.size = (width, height)
            surfaces.fit(self.size)
            self.transition.forget()
            self.refresh()

    def advance(self) -> None:
        """Let the time do what it does: end animations, hide old announcements, tick the screen."""
        now = self.now
        if self.motion.running:
            self.dirty = True
            self.sheet.spoil_animated(name for name in self.motion.running if name != TURN)
            for over in self.motion.finish(now):
                if over.then is not None:
                    over.then()
                    self.refresh()
        if self.env.eases.busy:
            self.sheet.spoil_ids(self.env.eases.turn())
            self.touch()
        self.transition.end_if_over()
        if self.toast is not None and now >= self.toast[1]:
            self.toast = None
            self.touch()
        if self.env.pointing.due(now) == 0.0:
            self.env.pointing.told = True
            self.touch()
        if self.flash_until and now >= self.flash_until:
            self.env.pressed, self.flash_until = "", 0.0
            self.touch()
        if self.screen.ticking:
            if self.screen.tick(now):
                self.refresh()
            else:
                self.sheet.spoil_live()
                self.dirty = True

    @property
    def moving(self) -> bool:
        """Is there something to be seen that looks different in the next frame?"""
        return bool(self.motion.running) or self.screen.ticking or self.env.eases.busy

    def wait(self) -> float | None:
        """Seconds until time itself changes something; None if nothing is going on."""
        if self.moving or self.dirty or self.stale:
            return 0.0
        ends = [t - self.now for t in (self.toast[1] if self.toast else 0.0, self.flash_until) if t]
        tip = self.env.pointing.due(self.now)
        return max(0.0, min([*ends, tip] if tip is not None else ends)) if ends or tip is not None else None

    def paint(self, surface: pygame.Surface) -> bool:
        """Bring the window up to date if something changed. True if it was painted; `shown` are the parts that were."""
        self.ensure()
        if not self.dirty:
            return False
        self.dirty = False
        turning = TURN in self.motion.running
        self.shown = self.sheet.bring(surface, whole=turning or self._turned)
        self._turned = turning
        if not self.shown:
            return False
        self.paints += 1
        self.transition.lay(surface)
        return True
