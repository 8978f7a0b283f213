"""The tree that shows a screen: composed from its state, its place found, the focus kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from game.ui import focus as travel
from game.ui.frames import Dialog, HintBar
from game.ui.keys import Binding
from game.ui.rect import Rect
from game.ui.reuse import Joined, area
from game.ui.theme import Theme
from game.ui.widget import Widget

if TYPE_CHECKING:
    from game.ui.app import App

PAGE = (1280.0, 720.0)


class Composition:
    """The page of an App's screen, and the dialog over it if there is one."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.root: Widget = Widget()
        self.top: Dialog | None = None
        self.arranged = 0
        self.asks_focus = False
        """Does the page look different, beyond how each widget draws itself, when the focus is somewhere else?"""
        self.anew = True
        """Nothing may stay of the composition before."""
        self._look: tuple[object, ...] | None = None
        self._offsets: dict[str, float] = {}
        self.followers: list[Widget] = []
        """Widgets whose place depends on that of others."""
        self._bindings: tuple[Binding, ...] = ()

    @property
    def active(self) -> Widget:
        """The tree that takes input: the dialog, else the page."""
        return self.top or self.root

    def compose(self) -> None:
        """Make the tree anew from the state of the screen, and lay it out."""
        app, env, screen = self.app, self.app.env, self.app.screen
        env.factor = app.factor
        env.generation += 1
        env.keymap = app.prefs.keymap.get(type(screen).__name__, {})
        theme = Theme(screen.mood, app.prefs)
        before = [w.id for w in travel.stops(self.active)]
        busy = frozenset({env.focused, env.hovered, env.pressed})
        env.asked = False
        root = screen.compose()
        if not app.dialogs:
            self._accompany(root)
        extra = tuple(screen.bindings())
        env.bindings = extra
        root.adopt(env, theme, None, "", {})
        self._bindings = self._collect(root, extra)
        if any(b.owner and b.hint for b in self._bindings):
            env.bindings = self._bindings
            for bar in [widget for widget in root.walk() if isinstance(widget, HintBar)]:
                bar.adopt(env, bar.theme, bar.parent, bar.id, {})
        top = app.dialogs[-1][0]() if app.dialogs else None
        if top is not None:
            self._accompany(top)
            top.adopt(env, theme, None, "dialog", {})
        trees = (self.root, self.top, root, top)
        joined = self._join(root, top, busy)
        self.followers = [widget for widget in self.active.walk() if widget.follows]
        self._bindings = self._collect(self.root, extra)
        asked = env.asked
        self._focus_somewhere(before)
        env.asked = asked
        scrolled = self.arrange()
        self.asks_focus = env.asked
        scrolled += self.reveal()
        if joined is None:
            app.sheet.spoil()
        else:
            for each in joined:
                self._spoil(each)
            app.sheet.spoil_widgets(scrolled)
        self._let_go(trees)

    def _let_go(self, trees: Sequence[Widget | None]) -> None:
        """Take apart what is in none of the trees any more: it goes at once, not when the collector of garbage comes by.

        That collector would stop the game for 60 ms, in the middle of a motion, to find tens of thousands of such things.
        """
        kept = {widget for tree in (self.root, self.top) if tree is not None for widget in tree.walk()}
        gone = {widget for tree in trees if tree is not None for widget in tree.walk()} - kept
        for widget in gone:
            widget.parent = None
            widget.given.clear()

    def _join(self, root: Widget, top: Dialog | None, busy: frozenset[str]) -> list[Joined] | None:
        """Let what is the same as before stay; None where all is to be painted, because it looks different anyway."""
        app = self.app
        look = (app.screen, app.prefs, app.words, app.size, dict(app.env.learnt), app.screen.background(), top is None)
        before, self._look = self._look, look
        if (
            self.anew
            or before is None
            or look != before
            or any(a is not b for a, b in zip(look[:3], before[:3], strict=True))
        ):
            self.root, self.top, self.anew = root, top, False
            return None
        joined = [Joined(root, self.root, busy)]
        self.root = joined[0].tree
        if top is not None and self.top is not None:
            joined.append(Joined(top, self.top, busy))
            self.top = cast("Dialog", joined[1].tree)
        return joined

    def _spoil(self, joined: Joined) -> None:
        """Have painted what looks different, and what is in another place than before."""
        sheet = self.app.sheet
        for old in joined.spoilt:
            sheet.spoil(old)
        for widget in joined.changed:
            sheet.spoil(area(widget))
        for widget, rect, before in joined.moved:
            if widget.rect != rect:
                left, top, right, foot = before
                sheet.spoil(widget.on_page(Rect(left, top, right - left, foot - top)), area(widget))

    def reveal(self) -> list[Widget]:
        """Scroll to what is in focus. What was scrolled."""
        wanted = travel.by_id(self.active, self.app.env.focused)
        return self.arrange() if wanted is not None and travel.reveal(wanted) else []

    def arrange(self) -> list[Widget]:
        """Give everything its place; what has not changed is passed over. What was scrolled since the last time."""
        offsets, before = self.app.env.scroll, self._offsets
        scrolled: list[Widget] = []
        if offsets != before:
            moved = {name for name in offsets.keys() | before.keys() if offsets.get(name) != before.get(name)}
            for tree in (self.root, self.top):
                scrolled += [widget for widget in tree.walk() if widget.id in moved] if tree is not None else []
            self._offsets = dict(offsets)
        self.arranged += 1
        for widget in (*scrolled, *self.followers):
            widget.unsettle()
        self.root.arrange(0, 0, *PAGE)
        if self.top is not None:
            self.top.arrange(0, 0, *PAGE)
        return scrolled

    def bindings(self) -> tuple[Binding, ...]:
        """Every key of the page, or of the dialog that is open."""
        return self._bindings if self.top is None else self._collect(self.top, ())

    def _accompany(self, tree: Widget) -> None:
        """Put what the companion has to say over a page or dialog: the last thing in it, so on top and last for Tab."""
        over = self.app.companion(tree) if self.app.companion is not None else None
        if over is not None:
            tree.children.append(over)

    def _collect(self, root: Widget, extra: Sequence[Binding]) -> tuple[Binding, ...]:
        """The screen's bindings, then those of widgets."""
        return (*extra, *(b for widget in root.walk() for b in widget.own_bindings()))

    def _focus_somewhere(self, before: Sequence[str]) -> None:
        """Keep the focus; if its widget is gone, take the one that stands where it stood."""
        env = self.app.env
        ids = [w.id for w in travel.stops(self.active)]
        if env.focused in ids or not ids:
            return
        first = self.app.screen.first_focus() if self.top is None else ""
        if first in ids:
            env.focused = first
        elif env.focused in before and self.top is None:
            env.focused = ids[min(before.index(env.focused), len(ids) - 1)]
        else:
            env.focused = ids[0]
