"""Controls that hold a value: toggles, sliders and text fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Unpack

from game.ui.control import Control, Press, between, ground_of
from game.ui.keys import Binding
from game.ui.layout import Column, Row, Spacer
from game.ui.leaves import Icon, KeyCap
from game.ui.motion import HOVER
from game.ui.painter import Rect
from game.ui.paragraph import Text
from game.ui.semantics import Node
from game.ui.widget import Common

if TYPE_CHECKING:
    from game.ui.painter import Painter


class Toggle(Control):
    """On or off, with the word beside it."""

    kind = "toggle"
    role = "switch"
    sinks = False

    def __init__(
        self,
        label: str,
        value: bool,
        on_change: Callable[[bool], object],
        *,
        description: str = "",
        key: str = "",
        disabled: str = "",
        **common: Unpack[Common],
    ) -> None:
        common.setdefault("min_height", 48)
        super().__init__(**common)
        self.shrink = True
        self.label, self.on, self.on_change, self.description = label, value, on_change, description
        self.key, self.disabled = key, disabled

    def build(self) -> None:
        """Label and description left, the word and the switch right."""
        words = self.env.words
        about = Text(self.description, "label", color="text2") if self.description else None
        self.switch = Spacer(width=56, height=32)
        left = Column(Text(self.label, "strong"), about, grow=1)
        cap = KeyCap(self.key) if self.key else None
        self.children = [
            Row(left, cap, Text(words.on if self.on else words.off, "label"), self.switch, gap=12, align="center")
        ]

    def draw(self, p: Painter) -> None:
        """Draw the switch."""
        s, on = self.switch.rect, self.eased("on", float(self.on), HOVER)
        x, full = s.x + 16 + (s.w - 32) * on, on > 0.99
        if self.disabled:
            p.rect(s.x, s.y, s.w, s.h, border="ctl", border_width=1.2, radius=16, dashed=True)
            p.circle(x, s.cy, 9.5, "ctl" if full else "", border="ctl", border_width=1.2)
            if full:
                p.icon(x, s.cy, "check", 11, "page")
            return
        lit, knob = ("pencil", "slip") if self.theme.mood == "paper" else ("accent", "on_accent")
        rim = between(self.theme, "ctl", "text", self.near)
        if on <= 0:
            p.rect(s.x, s.y, s.w, s.h, border=rim, border_width=2, radius=16)
        else:
            edge = between(self.theme, between(self.theme, rim, lit, on), "text", self.near * on)
            fill = between(self.theme, ground_of(self), lit, on)
            p.rect(s.x, s.y, s.w, s.h, fill, border=edge, border_width=2, radius=16)
        p.circle(x, s.cy, 9.5, between(self.theme, "text2", knob, on))
        if full:
            p.icon(x, s.cy, "check", 11, lit)

    def ring(self) -> tuple[Rect, float]:
        """Around the switch."""
        return self.switch.rect, 16

    def activate(self) -> bool:
        """Turn it."""
        if self.disabled:
            return False
        self.on_change(not self.on)
        return True

    def on_key(self, key: str) -> bool:
        """Left is off, right is on."""
        if key in ("Left", "Right"):
            if (key == "Right") != self.on:
                self.activate()
            return True
        return False

    def own_bindings(self) -> list[Binding]:
        """The key turns it."""
        return [Binding(self.key, self.label, self.activate, hint=False, owner=self.id)] if self.key else []

    def states(self) -> tuple[str, ...]:
        """Checked when on."""
        return (*super().states(), *(("checked",) if self.on else ()))

    def value_text(self) -> str:
        """The word for its state."""
        return self.env.words.on if self.on else self.env.words.off


class Slider(Control):
    """A number on a track: arrows move by a step, the pointer drags."""

    kind = "slider"
    role = "slider"
    sinks = False

    def __init__(
        self,
        label: str,
        value: float,
        on_change: Callable[[float], object],
        *,
        low: float = 0,
        high: float = 1,
        step: float = 0.1,
        text: str = "",
        disabled: str = "",
        show_label: bool = True,
        **common: Unpack[Common],
    ) -> None:
        common.setdefault("min_height", 44)
        super().__init__(**common)
        self.shrink = True
        self.label, self.value, self.on_change = label, value, on_change
        self.low, self.high, self.step, self.text, self.disabled = low, high, step, text, disabled
        self.show_label = show_label

    def build(self) -> None:
        """Label and value above the track."""
        self.track = Spacer(height=28, min_width=80)
        head = None
        if self.show_label:
            head = Row(Text(self.label, "strong", size=17), Spacer(grow=1), Text(self.text, "label"), gap=8)
        self.children = [Column(head, self.track, gap=4)]

    @property
    def share(self) -> float:
        """Where the knob is, 0 to 1."""
        return (self.value - self.low) / (self.high - self.low) if self.high > self.low else 0.0

    def draw(self, p: Painter) -> None:
        """Draw track and knob."""
        t = self.track.rect
        left, right = t.x + 14, t.right - 14
        x = left + (right - left) * min(max(self.share, 0), 1)
        p.rect(left, t.cy - 3, right - left, 6, "axis", radius=3)
        p.rect(left, t.cy - 3, x - left, 6, "text2" if self.disabled else "guess", radius=3)
        knob = 11 + 1.5 * self.near - self.down
        p.circle(x, t.cy, knob, "text2" if self.disabled else "guess", border="page", border_width=2)

    def ring(self) -> tuple[Rect, float]:
        """Around the knob."""
        t = self.track.rect
        x = t.x + 14 + (t.w - 28) * min(max(self.share, 0), 1)
        return Rect(x - 11, t.cy - 11, 22, 22), 11

    def move_to(self, value: float) -> bool:
        """Take the step next to a value. False if it is disabled or has that value already."""
        steps = round((value - self.low) / self.step)
        value = min(max(self.low + steps * self.step, self.low), self.high)
        if self.disabled or abs(value - self.value) < 1e-9:
            return False
        self.value = value
        self.on_change(value)
        return True

    def on_key(self, key: str) -> bool:
        """Left and down lower it, right and up raise it, Home and End go to the ends."""
        moves = {"Left": -1, "Down": -1, "Right": 1, "Up": 1, "PageDown": -5, "PageUp": 5}
        if key in moves:
            return self.move_to(self.value + moves[key] * self.step) or True
        if key in ("Home", "End"):
            return self.move_to(self.low if key == "Home" else self.high) or True
        return False

    def on_click(self, x: float, y: float) -> bool:
        """Go to the point."""
        return self.on_drag(x, y)

    def on_drag(self, x: float, y: float) -> bool:
        """Follow the pointer."""
        del y
        t = self.track.rect
        share = (x - t.x - 14) / max(1.0, t.w - 28)
        self.move_to(self.low + (self.high - self.low) * min(max(share, 0), 1))
        return True

    def value_text(self) -> str:
        """The value as the screen words it."""
        return self.text or f"{self.value:g}"

    def node(self, below: list[Node]) -> Node:
        """The number and its range beside the words."""
        node = super().node(below)
        node.scale = (self.value, self.low, self.high, self.step)
        return node


class Field(Control):
    """A line of text to type."""

    kind = "field"
    role = "text field"
    sinks = False

    def __init__(
        self,
        label: str,
        value: str,
        on_change: Callable[[str], object],
        *,
        on_submit: Press | None = None,
        max_length: int = 200,
        show_label: bool = True,
        description: str = "",
        empty: str = "",
        error: str = "",
        disabled: str = "",
        **common: Unpack[Common],
    ) -> None:
        common.setdefault("min_height", 44)
        super().__init__(**common)
        self.shrink = True
        self.label, self.value, self.on_change, self.on_submit = label, value, on_change, on_submit
        self.max_length, self.show_label, self.description = max_length, show_label, description
        self.empty, self.error, self.disabled = empty, error, disabled

    def build(self) -> None:
        """The label above the box; the text wraps inside; what is wrong with it below."""
        writing = self.focused and not self.disabled
        shown, color = self.value + ("|" if writing else " "), "text2" if self.disabled else "text"
        if not self.value and not writing and self.empty:
            shown, color = self.empty, "text2"
        self.text = Text(shown, "body", color=color, grow=1)
        self.box = Row(self.text, pad=(10, 14), min_height=44)
        head = Text(self.label, "strong", size=17) if self.show_label else None
        wrong = None
        if self.error:
            sign = Icon("triangle-exclamation", 16, color="danger")
            wrong = Row(sign, Text(self.error, "small", grow=1), gap=8, align="start")
        self.children = [Column(head, self.box, wrong, gap=6)]

    def draw(self, p: Painter) -> None:
        """Draw the box: dashed when it cannot be used, in the colour of danger when something is wrong with the text."""
        b = self.box.rect
        if self.disabled:
            p.rect(b.x, b.y, b.w, b.h, border="ctl", border_width=1.2, radius=8, dashed=True)
            return
        line = between(self.theme, "danger" if self.error else "ctl", "text2", 0 if self.error else self.near)
        p.rect(b.x, b.y, b.w, b.h, "sunk", border=line, border_width=3 if self.error else 2, radius=8)

    def states(self) -> tuple[str, ...]:
        """Invalid when something is wrong with the text."""
        return (*super().states(), *(("invalid",) if self.error else ()))

    def node(self, below: list[Node]) -> Node:
        """What is wrong comes first in the description."""
        node = super().node(below)
        if self.error:
            node.description = f"{self.error} {node.description}".strip()
        return node

    def ring(self) -> tuple[Rect, float]:
        """Around the box."""
        return self.box.rect, 8

    def on_text(self, text: str) -> bool:
        """Add what was typed."""
        if self.disabled:
            return False
        added = "".join(c for c in text if c.isprintable())
        if added and len(self.value) < self.max_length:
            self.value = (self.value + added)[: self.max_length]
            self.on_change(self.value)
        return True

    def on_key(self, key: str) -> bool:
        """Backspace deletes, Enter submits; letters come as text and are kept from bindings."""
        if self.disabled:
            return False
        if key == "Backspace":
            self.value = self.value[:-1]
            self.on_change(self.value)
            return True
        if key == "Enter" and self.on_submit is not None:
            self.on_submit()
            return True
        return len(key) == 1 or key == "Space"

    def replace(self, text: str) -> bool:
        """Take another text in the place of the present one."""
        self.value = "".join(c for c in text if c.isprintable())[: self.max_length]
        self.on_change(self.value)
        return True

    def value_text(self) -> str:
        """What is typed."""
        return self.value
