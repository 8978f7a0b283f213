"""The bridge to screen readers: AccessKit's adapter for the window, kept up to date, and what it asks for carried out.

Everything here happens on the thread of the window, except the three callbacks of the adapter: they run wherever
AccessKit calls them and only set a flag or post an event. Without the package, or without a window, there is no bridge
and nothing is said about it.

Two rules keep AccessKit's lock and Python's from waiting for each other, because its callbacks want Python's lock while
they hold their own: the adapter is left alone until an assistive technology has asked, and before each call whoever
waits for Python gets a moment.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pygame

if TYPE_CHECKING:
    from game.ui.accessible_tree import Element, Mirror
    from game.ui.app import App
    from game.ui.inputs import Inputs

REQUEST = pygame.event.custom_type()
"""The event that carries what an assistive technology asks for: `action` (AccessKit's name), `target`, `value`."""
EVENTS = (REQUEST, pygame.WINDOWFOCUSGAINED, pygame.WINDOWFOCUSLOST)
_MOMENT = 0.0002
_UNSEEN = ("dummy", "offscreen")
_VERBS = {
    "CLICK": "press", "FOCUS": "focus", "INCREMENT": "raise", "DECREMENT": "lower", "SET_VALUE": "set",
    "SCROLL_INTO_VIEW": "reveal",
}  # fmt: skip
_PLATFORM: str = sys.platform
NEEDS_HIDDEN_WINDOW = _PLATFORM in ("win32", "darwin")
"""Where the adapter hooks into the window, it must be there before the window is shown for the first time."""


class Bridge:
    """What assistive technology sees of an App."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.asked = False
        self._kit: Any = None
        self._adapter: Any = None
        self._tried = False
        self._whole = True
        self._sent: dict[int, Element] = {}
        self._seen: tuple[object, ...] = ()
        self._told = 0
        self._spoken: list[int] = []
        self._page: object = None
        self._watched = (0, "")
        self._window: tuple[int, ...] = ()
        self._focused_window = True

    @cached_property
    def mirror(self) -> Mirror:
        """The page as a tree of elements; made when somebody listens, so that the title does not wait for it."""
        from game.ui.accessible_tree import Mirror

        return Mirror(self.app)

    # -- the adapter -------------------------------------------------------------------------------------------
    def connect(self) -> None:
        """Make the adapter of the window that is open. Does nothing where AccessKit or a real window is missing."""
        if pygame.display.get_driver() in _UNSEEN or (self._tried and not NEEDS_HIDDEN_WINDOW):
            return
        self._tried = True
        try:
            import accesskit
        except ImportError:
            return
        self._kit = accesskit
        self._focused_window = pygame.key.get_focused()
        self._whole = True
        if _PLATFORM == "win32":
            window = pygame.display.get_wm_info()["window"]
            self._adapter = accesskit.windows.SubclassingAdapter(window, self._on_wanted, self._on_action)
        elif _PLATFORM == "darwin":
            window = pygame.display.get_wm_info()["window"]
            accesskit.macos.add_focus_forwarder_to_window_class("SDLWindow")
            self._adapter = accesskit.macos.SubclassingAdapter.for_window(window, self._on_wanted, self._on_action)
        else:
            self._adapter = accesskit.unix.Adapter(self._on_wanted, self._on_action, self._on_left)

    def close(self) -> None:
        """Let the adapter go."""
        self._adapter, self.asked = None, False

    def _on_wanted(self) -> None:
        """Somebody listens: the tree comes with the next turn of the loop. Called from any thread."""
        self._told = self.app.said  # what was said before is past
        self.asked = self._whole = True
        self._seen = self._window = ()
        pygame.event.post(pygame.event.Event(REQUEST, action="", target=0, value=None))

    def _on_left(self) -> None:
        """Nobody listens any more. Called from any thread."""
        self.asked = False

    def _on_action(self, request: Any) -> None:
        """Something is to be done: left to the loop. Called from any thread."""
        name = next((name for name in _VERBS if request.action == getattr(self._kit.Action, name)), "")
        value = request.data[1] if request.data else None
        pygame.event.post(pygame.event.Event(REQUEST, action=name, target=request.target, value=value))

    # -- what is asked for -------------------------------------------------------------------------------------
    def note(self, event: pygame.event.Event, inputs: Inputs) -> None:
        """Take one of `EVENTS`."""
        if event.type == REQUEST:
            wanted = self.mirror.ids.get(event.target, "")
            if event.action and wanted:
                inputs.request(_VERBS[event.action], wanted, event.value)
            return
        self._focused_window = event.type == pygame.WINDOWFOCUSGAINED
        self._seen = ()

    # -- what is shown -----------------------------------------------------------------------------------------
    def sync(self) -> None:
        """Tell what changed since the last time. Costs next to nothing while nobody listens or nothing changed."""
        app = self.app
        if not self.asked or self._adapter is None:
            return
        app.ensure()
        seen = (app.screen, app.env.generation, app.arranged, app.env.focused, app.said, app.size, self._focused_window)
        if seen == self._seen:
            return
        self._seen = seen
        time.sleep(_MOMENT)
        self._place()
        self._raise(self._adapter.update_if_active(self._update))

    def _place(self) -> None:
        """Tell where the window is and whether it has the focus, where AccessKit cannot find out by itself."""
        adapter, kit = self._adapter, self._kit
        if _PLATFORM == "darwin":
            self._raise(adapter.update_view_focus_state(self._focused_window))
        elif _PLATFORM != "win32":
            window = (*_position(), *self.app.size, self._focused_window)
            if window != self._window:
                self._window = window
                x, y, w, h = window[:4]
                frame = kit.Rect(x, y, x + w, y + h)
                adapter.set_root_window_bounds(frame, frame)
                adapter.update_window_focus_state(self._focused_window)

    @staticmethod
    def _raise(events: Any) -> None:
        if events is not None:
            events.raise_events()

    def _update(self) -> Any:
        """What changed, as AccessKit wants it."""
        from game.ui.accessible_tree import ROOT

        elements = self.mirror.look()
        self._speak(elements)
        kit, update = self._kit, self._kit.TreeUpdate(self.mirror.focus)
        if self._whole:
            tree = kit.Tree(ROOT)
            tree.toolkit_name = "pygame-ce"
            update.tree = tree
            self._sent, self._whole = {}, False
        update.nodes = [
            (n, as_accesskit(kit, element)) for n, element in elements.items() if self._sent.get(n) != element
        ]
        self._sent = elements
        return update

    def _speak(self, elements: dict[int, Element]) -> None:
        """Put what is to be said into live regions at the end of the window.

        Said are announcements, the title of a new page, and a new value of the thing in focus whose kind of control
        tells no value of its own. Each saying is a new region, so that the same words are said again.
        """
        from game.ui.accessible_tree import ROOT, Element

        app, mirror = self.app, self.mirror
        words: list[str] = []
        title = elements[ROOT].label
        if (app.screen, title) != self._page:
            if self._page is not None and title:
                words.append(title)
            self._page = (app.screen, title)
        now = (mirror.focus, "" if mirror.focus == ROOT else elements[mirror.focus].description)
        if now[0] == self._watched[0] and now[1] != self._watched[1] and elements[now[0]].scale is None:
            words.append(now[1])
        self._watched = now
        fresh = app.said - self._told
        self._told = app.said
        words += app.announcements[-fresh:] if fresh > 0 else []
        if words:
            self._spoken = []
            for text in words:
                number = mirror.fresh()
                self._spoken.append(number)
                elements[number] = Element("LABEL", label=text, live=True)
        else:
            elements.update({n: self._sent[n] for n in self._spoken if n in self._sent})
        root = elements[ROOT]
        spoken = tuple(n for n in self._spoken if n in elements)
        elements[ROOT] = replace(root, children=(*root.children, *spoken))


def _position() -> tuple[int, int]:
    """Where the window is on the screen."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # there is no other way to the window of pygame.display
        x, y = pygame.Window.from_display_module().position
    return int(x), int(y)


def as_accesskit(kit: Any, element: Element) -> Any:
    """The element as a node of the package `kit`, which is `accesskit`."""
    node = kit.Node(getattr(kit.Role, element.role))
    texts: tuple[tuple[Callable[[str], None], str], ...] = (
        (node.set_value if element.role == "LABEL" else node.set_label, element.label),
        (node.set_value, element.value),
        (node.set_description, element.description),
        (node.set_keyboard_shortcut, element.keys),
        (node.set_language, element.language),
    )
    for put, text in texts:
        if text:
            put(text)
    node.set_bounds(kit.Rect(*element.bounds))
    for action in element.actions:
        node.add_action(getattr(kit.Action, action))
    if element.children:
        node.set_children(list(element.children))
    _put_states(kit, node, element)
    return node


def _put_states(kit: Any, node: Any, element: Element) -> None:
    if element.disabled:
        node.set_disabled()
    if element.modal:
        node.set_modal()
    if element.live:
        node.set_live(kit.Live.POLITE)
    if element.selected is not None:
        node.set_selected(element.selected)
    if element.toggled is not None:
        node.set_toggled(kit.Toggled.TRUE if element.toggled else kit.Toggled.FALSE)
    if element.expanded is not None:
        node.set_expanded(element.expanded)
    if element.level:
        node.set_level(element.level)
    if element.scale is not None:
        value, low, high, step = element.scale
        node.set_numeric_value(value)
        node.set_min_numeric_value(low)
        node.set_max_numeric_value(high)
        node.set_numeric_value_step(step)
    if element.position is not None:
        node.set_position_in_set(element.position[0])
        node.set_size_of_set(element.position[1])
