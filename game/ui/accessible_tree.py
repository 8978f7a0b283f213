"""The semantic tree in AccessKit's terms: roles, names, states, bounds in pixels, and numbers that last.

AccessKit (https://accesskit.dev) carries one tree to AT-SPI, UI Automation and NSAccessibility. It wants a number for
every node and only the nodes that changed. Here pages become plain `Element`s, which can be compared; the package
itself is needed only to hand them over (`accessibility.py`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from game.ui.semantics import Node

if TYPE_CHECKING:
    from game.ui.app import App
    from game.ui.screen import Screen

ROOT = 1
"""The number of the window."""

ROLES = {
    "page": "WINDOW", "dialog": "DIALOG", "heading": "HEADING", "text": "LABEL", "status": "STATUS", "button": "BUTTON",
    "item": "LIST_ITEM", "tab": "TAB", "tabs": "TAB_LIST", "switch": "SWITCH", "slider": "SLIDER",
    "text field": "TEXT_INPUT", "radio group": "RADIO_GROUP", "option": "RADIO_BUTTON", "image": "IMAGE",
    "progress": "PROGRESS_INDICATOR", "hints": "GROUP", "hint": "LABEL", "list": "LIST", "note": "NOTE",
}  # fmt: skip
"""Our word for what a thing is, and AccessKit's."""

_SETS = {"item": "list", "tab": "tabs"}
"""Neighbours of these kinds make a set; screen readers say "2 of 5" only inside one."""

_OWN_VALUE = ("switch", "radio group", "text", "status", "heading")
"""Their value is said by their state, by what is in them, or by their name."""


@dataclass(frozen=True, slots=True)
class Element:
    """One node as AccessKit takes it. `bounds` is x0, y0, x1, y1 in pixels; `scale` is value, low, high, step."""

    role: str
    label: str = ""
    value: str = ""
    description: str = ""
    keys: str = ""
    bounds: tuple[float, float, float, float] = (0, 0, 0, 0)
    actions: tuple[str, ...] = ()
    children: tuple[int, ...] = ()
    disabled: bool = False
    modal: bool = False
    live: bool = False
    selected: bool | None = None
    toggled: bool | None = None
    expanded: bool | None = None
    level: int = 0
    scale: tuple[float, float, float, float] | None = None
    position: tuple[int, int] | None = None
    language: str = ""


class Mirror:
    """Turns the page into numbered elements. A widget keeps its number for as long as its page and its id last."""

    def __init__(self, app: App) -> None:
        self.app = app
        self.elements: dict[int, Element] = {}
        self.ids: dict[int, str] = {}
        self.focus = ROOT
        self._screen: Screen | None = None
        self._depth = 0
        self._numbers: dict[tuple[int, str], int] = {}
        self._before: dict[tuple[int, str], int] = {}
        self._last = ROOT

    def fresh(self) -> int:
        """A number that was never given before."""
        self._last += 1
        return self._last

    def look(self) -> dict[int, Element]:
        """All elements of the page that is shown. `ids` and `focus` are those of this look."""
        app = self.app
        page = app.semantics()
        if app.screen is not self._screen:
            self._screen = app.screen
            self._numbers.clear()
        self._depth = len(app.dialogs)
        self.elements, self.ids, self.focus = {}, {}, ROOT
        self._before = self._numbers
        self._numbers = {key: n for key, n in self._before.items() if key[0] < self._depth}  # under the dialog
        children = self._children(page, disabled=False)
        self.elements[ROOT] = Element(
            "WINDOW",
            label=" ".join(page.name.split()),
            bounds=(0, 0, *app.size),
            children=children,
            language=app.words.language,
        )
        return self.elements

    def _number(self, wanted: str) -> int:
        key = (self._depth, wanted)
        number = self._before.get(key) or self.fresh()
        self._numbers[key] = number
        return number

    def _children(self, above: Node, *, disabled: bool) -> tuple[int, ...]:
        """The numbers of what is below a node; neighbours that form a set get a container of their own."""
        found: list[int] = []
        shown = [node for node in above.children if node.name or node.role != "text" or node.children]
        for kind, run in groupby(shown, key=lambda node: _SETS.get(node.role, "")):
            members = list(run)
            numbers = [self._add(node, disabled=disabled, at=i, among=members) for i, node in enumerate(members)]
            if kind and kind != above.role and len(members) > 1:
                found.append(self._set(kind, members, numbers))
            else:
                found += numbers
        return tuple(found)

    def _set(self, kind: str, members: Sequence[Node], numbers: Sequence[int]) -> int:
        number = self._number(f"{kind} of {members[0].id}")
        boxes = [self.elements[n].bounds for n in numbers]
        around = (
            min(b[0] for b in boxes),
            min(b[1] for b in boxes),
            max(b[2] for b in boxes),
            max(b[3] for b in boxes),
        )
        self.elements[number] = Element(ROLES[kind], bounds=around, children=tuple(numbers))
        return number

    def _add(self, node: Node, *, disabled: bool, at: int, among: Sequence[Node]) -> int:
        number = self._number(node.id or f"{node.role}:{node.name}")
        while number in self.elements:  # two without an id of their own and with the same name
            number = self.fresh()
        self.ids[number] = node.id
        disabled = disabled or "disabled" in node.states
        element = self._element(node, disabled=disabled, at=at, among=among)
        self.elements[number] = element
        children = self._children(node, disabled=disabled)
        if children:
            self.elements[number] = replace(element, children=children)
        if "focused" in node.states:
            chosen = [n for n in children if self.elements[n].toggled]
            self.focus = chosen[0] if node.role == "radio group" and chosen else number
        return number

    def _element(self, node: Node, *, disabled: bool, at: int, among: Sequence[Node]) -> Element:
        """One element, without what is below it."""
        role, states = ROLES.get(node.role, "GENERIC_CONTAINER"), node.states
        if (node.role == "hint" and node.actions) or (node.role == "item" and len(among) == 1):
            role = "BUTTON"
        return Element(
            role,
            label=node.name,
            value=node.value if role in ("SLIDER", "TEXT_INPUT") else "",
            description=self._said(node, disabled=disabled),
            keys=" ".join(node.keys),
            bounds=self._pixels(node.bounds),
            actions=_actions(node, disabled=disabled),
            disabled=disabled,
            modal=role == "DIALOG",
            live=role == "STATUS",
            selected=_selected(node, among),
            toggled=("checked" in states) if role in ("SWITCH", "RADIO_BUTTON") else None,
            expanded=True if "expanded" in states else False if "collapsed" in states else None,
            level=node.level,
            scale=node.scale,
            position=(at + 1, len(among)) if node.role in (*_SETS, "option") and len(among) > 1 else None,
        )

    def _said(self, node: Node, *, disabled: bool) -> str:
        """The description: the value where platforms would not tell it, then "unavailable", then what is known."""
        said = [] if node.role in _OWN_VALUE else [node.value]
        if disabled:
            said.append(self.app.words.unavailable)
        said.append(node.description)
        said = [part for part in said if part]
        return ". ".join([*(part.rstrip(".") for part in said[:-1]), *said[-1:]])

    def _pixels(self, bounds: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
        (ox, oy), f = self.app.origin, self.app.factor
        x, y, w, h = bounds
        return round(ox + x * f), round(oy + y * f), round(ox + (x + w) * f), round(oy + (y + h) * f)


def _selected(node: Node, among: Sequence[Node]) -> bool | None:
    """True or False where one of several is the current one, None where nothing is ever selected."""
    if "selected" in node.states:
        return True
    return False if node.role == "tab" or any("selected" in other.states for other in among) else None


def _actions(node: Node, *, disabled: bool) -> tuple[str, ...]:
    """What a screen reader may ask for. A disabled thing can take the focus and say why, no more."""
    able = []
    if "focus" in node.actions or node.role == "option":
        able.append("FOCUS")
    if not disabled and node.role == "slider":
        able += ["INCREMENT", "DECREMENT", "SET_VALUE"]
    elif not disabled and node.role == "text field":
        able.append("SET_VALUE")
    elif not disabled and "press" in node.actions:
        able.append("CLICK")
    if node.id and node.role != "dialog":
        able.append("SCROLL_INTO_VIEW")
    return tuple(able)
