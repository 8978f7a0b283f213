"""Figures that count to a new value when it changes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Unpack

from game.ui.motion import COUNT
from game.ui.paragraph import Text
from game.ui.theme import Style
from game.ui.widget import Common

if TYPE_CHECKING:
    from game.ui.painter import Painter


class Figure(Text):
    """A number in words that `tell` finds. When it changes on a page, what is drawn counts from the old to the new one.

    Screen readers hear the new one at once, and so does everybody who wants no motion.
    """

    kind = "figure"

    def __init__(
        self,
        value: float,
        tell: Callable[[float], str],
        style: str = "body",
        *,
        color: str = "text",
        align: str = "left",
        size: float = 0,
        face: str = "",
        role: str = "text",
        hidden: bool = False,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(
            tell(value), style, color=color, align=align, size=size, face=face, role=role, hidden=hidden, **common
        )
        self.value, self.tell = value, tell

    def draw(self, p: Painter) -> None:
        """Draw the value of the moment."""
        now = self.eased("value", self.value, COUNT)
        if now == self.value:
            super().draw(p)
            return
        r, steps, style = self.rect, isinstance(self.value, int), self.style
        x = {"center": r.cx, "right": r.right}.get(self.align, r.x)
        told = self.tell(round(now) if steps else now)
        wide = p.text_width(told, style)
        if wide > r.w:  # more digits than the new value has: they keep to its room, so that nothing lies beneath them
            style = Style(style.face, style.size * r.w / wide, style.line, style.tracking * r.w / wide)
        p.text(x, r.y, told, style, self.color, self.align)
