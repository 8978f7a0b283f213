"""Buttons and items: what is pressed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Unpack

from game.ui.keys import Binding
from game.ui.layout import Pad, Row, Spacer, sides
from game.ui.leaves import Icon, KeyCap
from game.ui.painter import Rect
from game.ui.paragraph import Text
from game.ui.semantics import Node
from game.ui.theme import contrast
from game.ui.widget import Common, Widget

if TYPE_CHECKING:
    from game.ui.painter import Painter

Press = Callable[[], object]


class Control(Widget):
    """What can be focused and acted on."""

    role = "button"

    @property
    def focusable(self) -> bool:
        """Always, also when disabled: then it says why."""
        return True

    def semantics(self) -> list[Node]:
        """One node; what is drawn inside is part of its name."""
        return [self.node([])]

    def actions(self) -> tuple[str, ...]:
        """Press and focus, or focus alone while disabled."""
        return ("focus",) if self.disabled else ("press", "focus")

    def paint_children(self, p: Painter) -> None:
        """Draw the inside, 2 units lower while pressed."""
        if not self.pressed or self.disabled:
            super().paint_children(p)
            return
        before = p.origin
        p.origin = (before[0], before[1] + round(p.px(2)))
        super().paint_children(p)
        p.origin = before


class Button(Control):
    """A button. `disabled` holds the reason; an empty reason means that it can be used."""

    kind = "button"

    def __init__(
        self,
        label: str,
        on_press: Press | None = None,
        *,
        kind: str = "secondary",
        key: str = "",
        icon: str = "",
        value: str = "",
        disabled: str = "",
        selected: bool = False,
        description: str = "",
        hint: str = "",
        fill: str = "",
        style: str = "",
        strong: bool = False,
        right: bool = False,
        quiet: str = "",
        badge: str = "",
        **common: Unpack[Common],
    ) -> None:
        common.setdefault("min_height", {"action": 56.0, "tab": 64.0, "row": 52.0}.get(kind, 44.0))
        super().__init__(**common)
        self.label, self.on_press, self.look, self.key, self.icon = label, on_press, kind, key, icon
        self.value, self.disabled, self.selected, self.description = value, disabled, selected, description
        self.hint, self.fill, self.style_name, self.strong, self.right = hint, fill, style, strong, right
        self.quiet, self.badge = quiet, badge
        self.shrink = False
        self._label: Text | None = None
        self._cap: KeyCap | None = None

    # -- looks -------------------------------------------------------------------------------------------------
    def _filled(self) -> str:
        """The fill of the button at rest, or nothing."""
        if self.fill:
            return self.fill
        if self.look == "primary":
            return "accent"
        if self.look in ("pill", "action"):
            return "raised"
        if self.look == "paper" or (self.look == "secondary" and self.theme.mood == "paper"):
            return "slip"
        if self.look in ("segment", "row") and self.selected:
            return "sel"
        if self.look == "secondary" and self.theme.mood == "feed":
            return "white"
        return ""

    def _ink(self) -> str:
        """The colour of the label."""
        if self.disabled:
            return "text2"
        fill = self._filled()
        if fill:
            ground = self.theme.color(fill)
            dark, light = ("ink.base", "bone") if self.theme.dark else ("text", "white")
            options = (light, dark) if self.theme.dark else (dark, light)
            return max(options, key=lambda name: contrast(self.theme.color(name), ground))
        quiet = self.look in ("tab", "segment", "row", "link") and not self.selected
        return "text2" if quiet else "text"

    def build(self) -> None:
        """Make the inside: icon, label, value and key cap, in the order of the kind."""
        ink = self._ink()
        war = self.theme.dark
        on_accent = war and self._filled() == "accent" and not self.disabled
        caps = [
            KeyCap(k, look="on_accent" if on_accent else "", dull=bool(self.disabled))
            for k in self.key.split()[:1]
            if k not in ("Enter",) or self.look in ("primary", "menu", "paper", "action")
        ]
        cap = caps[0] if caps else None
        if self.quiet:  # its key is shown only while it is looked at
            self._cap, cap = cap, None
        styles = {"tab": "tab", "menu": "lead", "row": "lead", "link": "small" if war else "label", "segment": "label"}
        style = self.style_name or styles.get(self.look, "action" if self.look == "action" else "strong")
        lit = self.look == "menu" and on_accent  # the row of a menu that stands out, such as Continue
        face = "sans_bold" if lit else ""
        if self.look in ("segment", "row") and self.selected:
            face = self.theme.style("bold").face
        self._label = Text(self.label, style, color=ink, face=face, align="left")
        icon = (
            Icon(
                self.icon,
                18 if self.look == "pill" else 20,
                color=ink if self.look != "row" or not self.selected else "accent",
            )
            if self.icon
            else None
        )
        value = Text(self.value, "label" if self.look != "menu" else "body", color=ink) if self.value else None
        self.children = [self._inside(icon, value, cap), *([self._cap] if self._cap is not None else [])]

    def _inside(self, icon: Icon | None, value: Text | None, cap: KeyCap | None) -> Widget:
        label = self._label
        if self.look == "action":
            end = Row(value, cap, gap=12, align="center") if value or cap else None
            return Row(
                Row(icon, label, gap=16, align="center"), Spacer(grow=1), end, gap=5, pad=(8, 20), align="center"
            )
        if self.look == "row":
            return Row(icon, label, Spacer(grow=1), value, cap, gap=14, pad=(8, 16), align="center")
        if self.look == "menu":
            slot = Row(cap, width=58 * self.text_scale, justify="start" if self.fill else "end")
            return Row(slot, label, Spacer(grow=1), value, gap=16, pad=(8, 16), align="center")
        if self.look in ("tab", "segment", "link"):
            pad = {"tab": (8.0, 4.0), "segment": (5.0, 14.0), "link": (5.0, 0.0)}[self.look]
            return Row(cap, icon, label, value, gap=8, pad=pad, align="center", justify="start")
        pad = (6.0, 24.0) if self.look != "plain" else (6.0, 12.0 if self.label else 10.0)
        return Row(icon, label, value, cap, gap=10, pad=pad, align="center", justify="center")

    def content(self, room: float) -> tuple[float, float]:
        """As large as the inside; a quiet key takes no room."""
        return self.children[0].measure(room) if self.children else (0.0, 0.0)

    def place_children(self) -> None:
        """The inside in the whole; a quiet key at its end, or beside the focus ring: to the left, or above."""
        r = self.rect
        self.children[0].arrange(r.x, r.y, r.w, r.h)
        if self._cap is not None:
            w, h = self._cap.measure(r.w)
            x = {"left": r.x - 12 - w, "above": r.cx - w / 2}.get(self.quiet, r.right - 12 - w)
            self._cap.arrange(x, r.y - 12 - h if self.quiet == "above" else r.cy - h / 2, w, h)

    def paint_children(self, p: Painter) -> None:
        """The inside, the number on the corner, and the quiet key while the button is looked at."""
        hidden = self._cap is not None and not (self.focused or self.hovered)
        both, self.children = self.children, self.children[:1]
        before = p.origin
        if self.quiet == "end" and not hidden:  # the inside makes room for the key
            p.origin = (before[0] - round(p.px(16)) * (-1 if self.mirrored else 1), before[1])
        super().paint_children(p)
        p.origin, self.children = before, both
        if self._cap is not None and not hidden:
            self._cap.paint(p)
        if self.badge:
            p.theme, scale = self.theme, self.text_scale
            x, y = self.rect.cx + 9 * scale, self.rect.cy - 11 * scale
            p.circle(x, y, 11 * scale, "accent")
            p.text(x, y - 10.5 * scale, self.badge, "small_strong", "on_accent", "center")

    def _radius(self) -> float:
        if self.look in ("pill", "action") or (self.theme.mood == "feed" and self.look in ("primary", "secondary")):
            return self.rect.h / 2
        if self.look == "plain" and self.theme.mood == "feed" and not self.label:
            return min(self.rect.w, self.rect.h) / 2
        return {"tab": 8.0, "segment": 6.0}.get(self.look, 8.0)

    def draw(self, p: Painter) -> None:
        """Draw the ground in its state."""
        r, radius = self.rect, self._radius()
        if self.look == "tab":
            if self._label is not None:
                self._label.color = "text" if self.selected or self.hovered else self._ink()
            if self.selected:
                p.rect(r.x, r.bottom - 5, r.w, 5, "accent", radius=2.5)
            return
        if self.disabled:
            if self.look not in ("link", "plain", "menu"):
                dull = "dull" if self._filled() and self.theme.mood != "paper" else ""
                p.rect(r.x, r.y, r.w, r.h, dull, border="ctl", border_width=1, radius=radius, dashed=True)
            return
        y = r.y + (2 if self.pressed else 0)
        fill, border, width = self._ground()
        if fill or border:
            p.rect(r.x, y, r.w, r.h, fill, border=border, border_width=width, radius=radius)

    def _ground(self) -> tuple[str, str, float]:
        """Fill, border and border width in the present state."""
        fill = self._filled()
        state = "down" if self.pressed else "hover" if self.hovered else ""
        if self.look == "paper" or (self.theme.mood == "paper" and self.look in ("primary", "secondary")):
            shade = {"down": "marker", "hover": "marker.pale"}.get(state, self.fill or "slip")
            return shade, "pencil", 2.4
        if fill == "accent":
            return (f"accent.{state}" if state else "accent"), "", 0
        if self.look == "secondary" and self.theme.dark and not self.fill:
            return {"down": "sunk", "hover": "raised"}.get(state, ""), "text2" if state == "hover" else "ctl", 2
        if self.look == "secondary":
            return ("sel" if state else fill), "ctl", 2
        if fill == "raised" and state:
            return "sel", "", 0
        if not fill and state and self.look != "link":
            return ("sel" if self.theme.mood == "feed" else "raised"), "", 0
        return fill, "", 0

    def ring(self) -> tuple[Rect, float]:
        """Follows the ground; the tab's ring stays inside the bar."""
        if self.look == "tab":
            return self.rect.grown(2, -8), 8
        if self.look == "link":
            return self.rect.grown(6, -4), 6
        return self.rect, self._radius()

    # -- acting ------------------------------------------------------------------------------------------------
    def activate(self) -> bool:
        """Press the button, unless it is disabled."""
        if self.disabled or self.on_press is None:
            return False
        self.on_press()
        return True

    def own_bindings(self) -> list[Binding]:
        """The button's key presses it."""
        if not self.key:
            return []
        shown = self.hint or self.label or self.description
        return [
            Binding(
                self.key, shown, self.activate, hint=bool(self.hint), right=self.right, strong=self.strong,
                disabled=self.disabled, owner=self.id,
            )
        ]  # fmt: skip

    def states(self) -> tuple[str, ...]:
        """Focused, disabled, selected."""
        return (*super().states(), *(("selected",) if self.selected else ()))

    def value_text(self) -> str:
        """The text at the right end."""
        return self.value

    def node(self, below: list[Node]) -> Node:
        """A tab says that it is one."""
        node = super().node(below)
        if self.look in ("tab", "segment"):
            node.role = "tab"
        return node


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
        """Draw the ground: raised when hovered, selected when it is the current one."""
        r = self.rect.grown(self.bleed, 0)
        if self.look == "paper":
            fill = "marker" if self.pressed else "marker.pale" if self.hovered else self.fill or "slip"
            p.rect(r.x, r.y, r.w, r.h, fill, border="pencil", border_width=2, radius=self.radius)
            return
        if self.look == "card":
            if self.border and not self.focused:  # a line around the card, which the focus ring replaces
                line, width = ("text", 2.0) if self.hovered else (self.border, 1.5)
                p.rect(r.x - width, r.y - width, r.w + 2 * width, r.h + 2 * width, line, radius=self.radius + width)
            border = "text" if self.hovered and not self.border else ""
            ground = "" if self.fill == "none" else self.fill or "raised"
            if ground or border:
                p.rect(r.x, r.y, r.w, r.h, ground, border=border, border_width=2, radius=self.radius)
            return
        fill = "sel" if self.selected or self.focused else "raised" if self.hovered else self.fill
        if self.theme.mood == "paper" and not self.selected:
            fill = "marker.pale" if self.hovered else self.fill
        if fill:
            p.rect(r.x, r.y, r.w, r.h, fill, radius=self.radius)

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
