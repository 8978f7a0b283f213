"""Buttons: what is pressed, in its kinds and states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from game.ui.control import TRAVEL, Control, Press, between, tinted
from game.ui.keys import Binding
from game.ui.layout import Row, Spacer
from game.ui.leaves import Icon, KeyCap
from game.ui.painter import Rect
from game.ui.paragraph import Text
from game.ui.semantics import Node
from game.ui.theme import contrast
from game.ui.widget import Common, Widget

if TYPE_CHECKING:
    from game.ui.painter import Painter

QUIET = ("tab", "segment", "row", "link")
"""Kinds whose label is in the second colour until they are chosen or pointed at."""


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
        radius: float = 0,
        pad: float = 0,
        **common: Unpack[Common],
    ) -> None:
        common.setdefault("min_height", {"action": 56.0, "tab": 64.0, "row": 52.0}.get(kind, 44.0))
        super().__init__(**common)
        self.label, self.on_press, self.look, self.key, self.icon = label, on_press, kind, key, icon
        self.value, self.disabled, self.selected, self.description = value, disabled, selected, description
        self.hint, self.fill, self.style_name, self.strong, self.right = hint, fill, style, strong, right
        self.quiet, self.badge, self.radius, self.pad = quiet, badge, radius, pad
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
        quiet = self.look in QUIET and not self.selected
        return "text2" if quiet else "text"

    def build(self) -> None:
        """Make the inside: icon, label, value and key cap, in the order of the kind."""
        ink = self._ink()
        war = self.theme.dark
        boxed = self.look in ("primary", "secondary", "paper", "action", "pill")
        on_accent = war and self._filled() == "accent" and not self.disabled
        caps = [
            KeyCap(k, look="on_accent" if on_accent else "kept" * boxed, dull=bool(self.disabled))
            for k in (["Enter"] if self.quiet == "enter" else self.key.split()[:1])
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
        if self.look == "tab" and self.disabled:
            icon = Icon("lock", 15, color=ink)
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
            around = self.parent.children if self.parent is not None else []
            if any(isinstance(one, Button) and one.key == "Enter" for one in around):  # all begin beside its wide cap
                slot: Widget | None = Row(cap, width=58 * self.text_scale, justify="start" if self.fill else "end")
            else:
                slot = cap
            return Row(slot, label, Spacer(grow=1), value, gap=16, pad=(8, 16), align="center")
        if self.look in ("tab", "segment", "link"):
            pad = {"tab": (8.0, 4.0), "segment": (5.0, 14.0), "link": (5.0, 0.0)}[self.look]
            return Row(cap, icon, label, value, gap=8, pad=pad, align="center", justify="start")
        pad = (6.0, self.pad or 24.0) if self.look != "plain" else (6.0, 12.0 if self.label else 10.0)
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
            beside = {"left": r.x - 12 - w, "above": r.cx - w / 2, "enter": r.right - 20 - w}
            x = beside.get(self.quiet, r.right - 12 - w)
            self._cap.arrange(x, r.y - 12 - h if self.quiet == "above" else r.cy - h / 2, w, h)

    def paint_children(self, p: Painter) -> None:
        """The inside, the number on the corner, and the quiet key while the button is looked at."""
        hidden = self._cap is not None and not (self.focused or (self.hovered and self.quiet != "enter"))
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
        if self.radius:
            return self.radius
        if self.look in ("pill", "action") or (self.theme.mood == "feed" and self.look in ("primary", "secondary")):
            return self.rect.h / 2
        if self.look == "plain" and self.theme.mood == "feed" and not self.label:
            return min(self.rect.w, self.rect.h) / 2
        return {"tab": 8.0, "segment": 6.0}.get(self.look, 8.0)

    def draw(self, p: Painter) -> None:
        """Draw the ground in its state."""
        r, radius = self.rect, self._radius()
        if self._label is not None and self.look in QUIET:
            self._label.color = between(self.theme, self._ink(), "text", self.near)
        if self.look == "tab":
            if self.selected:
                p.rect(r.x, r.bottom - 5, r.w, 5, "accent", radius=2.5)
            return
        if self.disabled:
            if self.look not in ("link", "plain", "menu"):
                dull = "dull" if self._filled() and self.theme.mood != "paper" else ""
                line, width = ("text2", 1.5) if self.theme.mood == "paper" else ("ctl", 1)
                p.rect(r.x, r.y, r.w, r.h, dull, border=line, border_width=width, radius=radius, dashed=True)
            return
        lit, pressed = self.near, self.down
        y, rest = r.y + TRAVEL * pressed, self._ground("")
        fill, border = rest[0], rest[1]
        if lit or pressed:
            near, down = self._ground("near"), self._ground("down")
            fill = self.shade(rest[0], near[0], down[0])
            border = between(self.theme, between(self.theme, rest[1], near[1], lit), down[1], pressed)
        if fill or border:
            p.rect(r.x, y, r.w, r.h, fill, border=border, border_width=rest[2], radius=radius)

    def _ground(self, state: str) -> tuple[str, str, float]:
        """Fill, border and border width at rest (""), pointed at ("near") or held down ("down")."""
        fill = self._filled()
        if self.look == "paper" or (self.theme.mood == "paper" and self.look in ("primary", "secondary")):
            return {"down": "marker", "near": "marker.pale"}.get(state, self.fill or "slip"), "pencil", 2.4
        if fill == "accent":
            return {"down": "accent.down", "near": "accent.hover"}.get(state, "accent"), "", 0
        if self.look == "secondary" and self.theme.dark and not self.fill:
            return {"down": "sunk", "near": "raised"}.get(state, ""), "text2" if state == "near" else "ctl", 2
        if self.look == "secondary":
            return ("sel" if state else fill), "ctl", 2
        edge, width = ("ctl", 2.0) if fill and self.theme.prefs.contrast == "high" else ("", 0.0)
        if self.fill and state:
            return tinted(self.theme, fill, 0.18 if state == "down" else 0.09), edge, width
        if fill == "raised" and state:
            return tinted(self.theme, "sel") if state == "down" else "sel", edge, width
        if not fill and state and self.look != "link":
            if self.theme.mood == "paper":
                return "marker" if state == "down" else "sel", "", 0
            tint = "raised" if self.theme.dark else "sel"
            return tinted(self.theme, tint) if state == "down" else tint, "", 0
        return fill, edge, width

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

    @property
    def tip(self) -> str:
        """What a button without words does."""
        return "" if self.label or self.disabled else self.description

    def own_bindings(self) -> list[Binding]:
        """The button's key presses it."""
        if not self.key:
            return []
        shown = self.hint or self.aloud or self.label or self.description
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
