"""What can be focused and acted on: how far it is pointed at and held down, and the colours between two states."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.ui.motion import HOVER, PRESS
from game.ui.semantics import Node
from game.ui.theme import Theme, mix
from game.ui.widget import Widget

if TYPE_CHECKING:
    from game.ui.painter import Painter

Press = Callable[[], object]
TRAVEL = 2.0
"""Units that a control goes down when it is pressed."""
_STEPS = 6
"""Colours between two states: few, so that what is drawn in them can be kept."""


def between(theme: Theme, a: str, b: str, share: float) -> str:
    """The colour that is `share` of the way from `a` to `b`; at the ends the names themselves."""
    step = round(share * _STEPS)
    if step <= 0 or a == b:
        return a
    if step >= _STEPS:
        return b
    return "#{:02X}{:02X}{:02X}".format(*mix(theme.color(a), theme.color(b), step / _STEPS))


def tinted(theme: Theme, fill: str, share: float = 0.08) -> str:
    """A fill with a little of the colour of text: how something of a colour of its own looks when it is pointed at."""
    return "#{:02X}{:02X}{:02X}".format(*mix(theme.color(fill), theme.color("text"), share))


def ground_of(widget: Widget) -> str:
    """The colour of what the widget stands on: the fill of the nearest thing around it that has one."""
    above = widget.parent
    while above is not None:
        fill = getattr(above, "fill", "")
        if fill and fill != "none":
            return "#{:02X}{:02X}{:02X}".format(*above.theme.color(fill))
        if above.mood_inside() != above.theme.mood and above.kind == "phone":
            return "white"
        above = above.parent
    return "page"


class Control(Widget):
    """What can be focused and acted on."""

    role = "button"
    sinks = True
    """Does what is inside go down with it when it is pressed?"""

    @property
    def focusable(self) -> bool:
        """Always, also when disabled: then it says why."""
        return True

    @property
    def near(self) -> float:
        """How far it looks pointed at, 0 to 1; what is disabled never does."""
        return self.eased("near", float(self.hovered and not self.disabled), HOVER, travels=False)

    @property
    def down(self) -> float:
        """How far it looks held down, 0 to 1; what is disabled never does."""
        return self.eased("down", float(self.pressed and not self.disabled), PRESS)

    def shade(self, rest: str, near: str, down: str) -> str:
        """The colour of the moment between that at rest, pointed at and held down; "" is what the control stands on."""
        around = "" if rest and near and down else ground_of(self)
        found = between(self.theme, rest or around, near or around, self.near)
        found = between(self.theme, found, down or around, self.down)
        return "" if found == around and not rest else found

    def semantics(self) -> list[Node]:
        """One node; what is drawn inside is part of its name."""
        return [self.node([])]

    def actions(self) -> tuple[str, ...]:
        """Press and focus, or focus alone while disabled."""
        return ("focus",) if self.disabled else ("press", "focus")

    def paint_children(self, p: Painter) -> None:
        """Draw the inside, lower while pressed."""
        down = TRAVEL * self.down if self.sinks else 0.0
        if not down:
            super().paint_children(p)
            return
        with p.shifted(down):
            super().paint_children(p)
