"""Items: any content that is focused and pressed as one thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from game.ui.control import Control, Press, between, ground_of, tinted
from game.ui.keys import Binding
from game.ui.layout import Pad, sides
from game.ui.painter import Rect
from game.ui.widget import Common, Widget

if TYPE_CHECKING:
    from game.ui.painter import Painter


class Item(Control):
    """Any content that is focused and pressed as one thing: a row of a list, a card, a ballot line."""

    kind = "item"
    role = "item"

    def __init__(
        self,
        child: Widget | None,
        on_press: Press | None = None,
        *,
        label: str,
        kind: str = "row",
        selected: bool = False,
        key: str = "",
        on_focus: Press | None = None,
        description: str = "",
        disabled: str = "",
        value: str = "",
        pad: Pad = 0,
        radius: float = 8,
        hint: str = "",
        fill: str = "",
        border: str = "",
        bleed: float = 0,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(child, **common)
        self.shrink = True
        self.label, self.on_press, self.look, self.selected, self.key = label, on_press, kind, selected, key
        self.on_focus, self.description, self.disabled, self.value = on_focus, description, disabled, value
        self.pad, self.radius, self.hint, self.fill, self.bleed = sides(pad), radius, hint, fill, bleed
        self.border = border

    def content(self, room: float) -> tuple[float, float]:
        """The child with padding."""
        top, right, bottom, left = self.pad
        w, h = super().content(max(0.0, room - left - right))
        return w + left + right, h + top + bottom

    def place_children(self) -> None:
        """The child inside the padding."""
        top, right, bottom, left = self.pad
        r = self.rect
        for child in self.children:
            child.arrange(r.x + left, r.y + top, r.w - left - right, r.h - top - bottom)

    def draw(self, p: Painter) -> None:
        """Draw the ground: raised when pointed at, selected when it is the current one."""
        r = self.rect.grown(self.bleed, 0)
        if self.look == "paper":
            fill = self.shade(self.fill or "slip", "marker.pale", "marker")
            p.rect(r.x, r.y, r.w, r.h, fill, border="pencil", border_width=2, radius=self.radius)
        elif self.look == "card":
            self._card(p, r)
        elif self.disabled and self.fill:
            p.rect(r.x, r.y, r.w, r.h, "dull", border="ctl", border_width=1, radius=self.radius, dashed=True)
        else:
            fill = self._row()
            if fill:
                p.rect(r.x, r.y, r.w, r.h, fill, radius=self.radius)

    def _card(self, p: Painter, r: Rect) -> None:
        ground = "" if self.fill == "none" else self.fill or "raised"
        if self.border:
            if not self.focused:  # a line around the card, which the focus ring replaces
                line, width = between(self.theme, self.border, "text", self.near), 1.5 + 0.5 * self.near
                p.rect(r.x - width, r.y - width, r.w + 2 * width, r.h + 2 * width, line, radius=self.radius + width)
            border = ""
        else:
            border = between(self.theme, ground or ground_of(self), "text", self.near) if self.near > 0 else ""
        if ground or border:
            p.rect(r.x, r.y, r.w, r.h, ground, border=border, border_width=2, radius=self.radius)

    def _row(self) -> str:
        if self.theme.mood == "paper":
            rest = "sel" if self.selected else self.fill
            return self.shade(rest, rest if self.selected else "marker.pale", "marker")
        if self.selected or self.focused:
            down = "raised" if self.theme.dark else tinted(self.theme, "sel")  # darker: its charts keep their contrast
            return self.shade("sel", "sel", down)
        if self.fill:
            return self.shade(self.fill, tinted(self.theme, self.fill), tinted(self.theme, self.fill, 0.16))
        return self.shade("", "raised", tinted(self.theme, "raised"))

    def ring(self) -> tuple[Rect, float]:
        """Follows the ground."""
        return self.rect.grown(self.bleed, 0), self.radius

    def activate(self) -> bool:
        """Press it."""
        if self.disabled or self.on_press is None:
            return False
        self.on_press()
        return True

    def own_bindings(self) -> list[Binding]:
        """The item's key presses it."""
        if not self.key:
            return []
        shown = self.hint or self.label
        return [Binding(self.key, shown, self.activate, hint=bool(self.hint), disabled=self.disabled, owner=self.id)]

    def states(self) -> tuple[str, ...]:
        """Focused, disabled, selected."""
        return (*super().states(), *(("selected",) if self.selected else ()))

    def value_text(self) -> str:
        """The value that was given."""
        return self.value
