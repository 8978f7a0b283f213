"""Controls: buttons, items of lists, choices, toggles, sliders and text fields."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Unpack

from game.ui.keys import Binding
from game.ui.layout import Column, Pad, Row, Spacer, sides
from game.ui.leaves import Icon, KeyCap, Text
from game.ui.painter import Rect
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
        **common: Unpack[Common],
    ) -> None:
        common.setdefault("min_height", {"action": 56.0, "tab": 64.0, "row": 52.0}.get(kind, 44.0))
        super().__init__(**common)
        self.label, self.on_press, self.look, self.key, self.icon = label, on_press, kind, key, icon
        self.value, self.disabled, self.selected, self.description = value, disabled, selected, description
        self.hint, self.fill, self.style_name, self.strong, self.right = hint, fill, style, strong, right
        self.shrink = False
        self._label: Text | None = None

    # -- looks -------------------------------------------------------------------------------------------------
    def _filled(self) -> str:
        """The fill of the button at rest, or nothing."""
        if self.fill:
            return self.fill
        if self.look == "primary" or (self.look == "menu" and self.selected):
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
        styles = {"tab": "tab", "menu": "lead", "row": "lead", "link": "small" if war else "label", "segment": "label"}
        style = self.style_name or styles.get(self.look, "label" if self.look == "action" else "strong")
        if self.look == "menu" and self.selected:
            style = "lead"
        face = "sans_bold" if self.look == "menu" and self.selected and war else ""
        if self.look in ("segment", "row") and self.selected:
            face = self.theme.style("bold").face
        self._label = Text(self.label, style, color=ink, face=face, align="left")
        icon = (
            Icon(self.icon, 20, color=ink if self.look != "row" or not self.selected else "accent")
            if self.icon
            else None
        )
        value = Text(self.value, "label" if self.look != "menu" else "body", color=ink) if self.value else None
        self.children = [self._inside(icon, value, cap)]

    def _inside(self, icon: Icon | None, value: Text | None, cap: KeyCap | None) -> Widget:
        label = self._label
        if self.look == "action":
            return Row(icon, label, Spacer(grow=1), value, cap, gap=16, pad=(8, 20), align="center")
        if self.look == "row":
            return Row(icon, label, Spacer(grow=1), value, cap, gap=14, pad=(8, 16), align="center")
        if self.look == "menu":
            slot = Row(cap, width=58 * self.text_scale, justify="start" if self.selected else "end")
            return Row(slot, label, Spacer(grow=1), value, gap=16, pad=(8, 16), align="center")
        if self.look in ("tab", "segment", "link"):
            pad = {"tab": (8.0, 4.0), "segment": (5.0, 14.0), "link": (5.0, 0.0)}[self.look]
            return Row(cap, icon, label, value, gap=8, pad=pad, align="center", justify="start")
        pad = (6.0, 24.0) if self.look != "plain" else (6.0, 12.0)
        return Row(icon, label, value, cap, gap=10, pad=pad, align="center", justify="center")

    def _radius(self) -> float:
        if self.look in ("pill", "action") or (self.theme.mood == "feed" and self.look in ("primary", "secondary")):
            return self.rect.h / 2
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
            return "raised", "", 0
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
        shown = self.hint or self.label
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
        bleed: float = 0,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(child, **common)
        self.shrink = True
        self.label, self.on_press, self.look, self.selected, self.key = label, on_press, kind, selected, key
        self.on_focus, self.description, self.disabled, self.value = on_focus, description, disabled, value
        self.pad, self.radius, self.hint, self.fill, self.bleed = sides(pad), radius, hint, fill, bleed

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
            border = "text" if self.hovered else ""
            p.rect(r.x, r.y, r.w, r.h, self.fill or "raised", border=border, border_width=2, radius=self.radius)
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


@dataclass(frozen=True)
class Option:
    """One of the things to choose from. `disabled` holds the reason."""

    id: str
    label: str
    icon: str = ""
    stance: str = ""
    disabled: str = ""
    description: str = ""


class _Cell(Widget):
    """One cell of a choice: clickable, but the choice has the focus."""

    kind = "cell"
    role = "option"

    def __init__(self, choice: Choice, option: Option, ink: str) -> None:
        super().__init__(id=f"{choice.id or choice.label}/{option.id}", grow=1, min_height=44)
        self.choice, self.option, self.ink = choice, option, ink
        self.label, self.disabled, self.description = option.label, option.disabled, option.description

    @property
    def chosen(self) -> bool:
        """True for the option that is the value."""
        return self.option.id == self.choice.value

    def build(self) -> None:
        """The icon and the label in the middle."""
        from game.ui.charts import StanceMark

        o = self.option
        ink = "on_choice" if self.chosen else self.ink
        colour = ("page" if self.theme.dark else "slip") if ink == "on_choice" else ink
        marks = [StanceMark(s, 12) for s in o.stance.split()]
        icon = Icon(o.icon, 18, color=colour) if o.icon else None
        self.children = [
            Row(*marks, icon, Text(o.label, "small_strong", color=colour, size=17, align="center"), gap=8, pad=(6, 10), align="center",
                justify="center")
        ]  # fmt: skip

    def draw(self, p: Painter) -> None:
        """Filled when chosen."""
        r = self.rect
        if self.chosen:
            p.rect(r.x, r.y, r.w, r.h, "text", radius=8)
        elif self.disabled:
            p.rect(r.x, r.y, r.w, r.h, border="ctl", border_width=1, radius=8, dashed=True)
        else:
            fill = "raised" if self.hovered else ""
            p.rect(r.x, r.y, r.w, r.h, fill, border="ctl", border_width=1.5, radius=8)

    def activate(self) -> bool:
        """Choose this one."""
        return self.choice.choose(self.option)

    def states(self) -> tuple[str, ...]:
        """Checked or not."""
        return (*super().states(), *(("checked",) if self.chosen else ()))

    def semantics(self) -> list[Node]:
        """One node."""
        return [self.node([])]

    def actions(self) -> tuple[str, ...]:
        """Press."""
        return () if self.disabled else ("press",)


class Choice(Control):
    """One of several: a row of cells with one stop for Tab; arrows change the value."""

    kind = "choice"
    role = "radio group"

    def __init__(
        self,
        label: str,
        options: Sequence[Option],
        value: str,
        on_change: Callable[[str], object],
        *,
        key: str = "",
        show_label: bool = True,
        description: str = "",
        disabled: str = "",
        hint: str = "",
        **common: Unpack[Common],
    ) -> None:
        super().__init__(**common)
        self.shrink = True
        self.label, self.options, self.value, self.on_change = label, list(options), value, on_change
        self.key, self.show_label, self.description, self.hint = key, show_label, description, hint
        self.disabled = disabled

    def build(self) -> None:
        """The label with its key cap above the cells."""
        cells = [_Cell(self, o, "text2" if o.disabled or self.disabled else "text") for o in self.options]
        self.cells = cells
        row = Row(*cells, gap=8, align="stretch", wrap=True)
        for cell in cells:
            cell.grow = 1.0
            cell.min_width = self._natural(cell)
        head = None
        if self.show_label:
            cap = KeyCap(self.key) if self.key else None
            head = Row(cap, Text(self.label, "strong", size=17), gap=10, align="center")
        self.children = [Column(head, row, gap=8)]

    def _natural(self, cell: _Cell) -> float:
        from game.ui import fonts

        face = self.theme.style("small_strong").face
        px = max(6, round(17 * self.text_scale * self.env.factor))
        width = fonts.width(cell.option.label, face, px) / self.env.factor
        marks = 20 * len(cell.option.stance.split()) + (30 * self.text_scale if cell.option.icon else 0)
        return width + marks + 28

    def choose(self, option: Option) -> bool:
        """Take an option. False if it is disabled or already taken."""
        if self.disabled or option.disabled or option.id == self.value:
            return False
        self.value = option.id
        self.on_change(option.id)
        return True

    def step(self, by: int) -> bool:
        """Take the next option in a direction that can be taken."""
        able = [o for o in self.options if not o.disabled]
        ids = [o.id for o in able]
        if not able:
            return False
        at = ids.index(self.value) if self.value in ids else -1 if by > 0 else 0
        return self.choose(able[(at + by) % len(able)])

    def on_key(self, key: str) -> bool:
        """Left and right (up and down too) change the value."""
        if key in ("Left", "Up"):
            return self.step(-1) or True
        if key in ("Right", "Down"):
            return self.step(1) or True
        return False

    def activate(self) -> bool:
        """Its key goes on to the next value."""
        return self.step(1)

    def own_bindings(self) -> list[Binding]:
        """The key moves on to the next value."""
        if not self.key:
            return []
        return [Binding(self.key, self.hint or self.label, self.activate, hint=bool(self.hint), owner=self.id)]

    def ring(self) -> tuple[Rect, float]:
        """Around the chosen cell."""
        for cell in self.cells:
            if cell.chosen:
                return cell.rect, 8
        return self.rect, 8

    def value_text(self) -> str:
        """The label of the chosen option."""
        return next((o.label for o in self.options if o.id == self.value), "")

    def semantics(self) -> list[Node]:
        """The group with its options."""
        return [self.node([node for cell in self.cells for node in cell.semantics()])]


class Toggle(Control):
    """On or off, with the word beside it."""

    kind = "toggle"
    role = "switch"

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
        s = self.switch.rect
        if self.disabled:
            p.rect(s.x, s.y, s.w, s.h, border="ctl", border_width=1.2, radius=16, dashed=True)
            return
        if self.on:
            p.rect(s.x, s.y, s.w, s.h, "accent" if self.theme.mood != "paper" else "pencil", radius=16)
            knob = "on_accent" if self.theme.mood != "paper" else "slip"
            p.circle(s.right - 16, s.cy, 9.5, knob)
            p.icon(s.right - 16, s.cy, "check", 11, "accent" if self.theme.mood != "paper" else "pencil")
            return
        p.rect(s.x, s.y, s.w, s.h, border="text" if self.hovered else "ctl", border_width=2, radius=16)
        p.circle(s.x + 16, s.cy, 9.5, "text2")

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
        p.rect(left, t.cy - 3, right - left, 6, "line", radius=3)
        p.rect(left, t.cy - 3, x - left, 6, "text2" if self.disabled else "guess", radius=3)
        p.circle(x, t.cy, 11, "text2" if self.disabled else "guess", border="page", border_width=2)

    def ring(self) -> tuple[Rect, float]:
        """Around the knob."""
        t = self.track.rect
        x = t.x + 14 + (t.w - 28) * min(max(self.share, 0), 1)
        return Rect(x - 11, t.cy - 11, 22, 22), 11

    def _set(self, value: float) -> bool:
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
            return self._set(self.value + moves[key] * self.step) or True
        if key in ("Home", "End"):
            return self._set(self.low if key == "Home" else self.high) or True
        return False

    def on_click(self, x: float, y: float) -> bool:
        """Go to the point."""
        return self.on_drag(x, y)

    def on_drag(self, x: float, y: float) -> bool:
        """Follow the pointer."""
        del y
        t = self.track.rect
        share = (x - t.x - 14) / max(1.0, t.w - 28)
        self._set(self.low + (self.high - self.low) * min(max(share, 0), 1))
        return True

    def value_text(self) -> str:
        """The value as the screen words it."""
        return self.text or f"{self.value:g}"


class Field(Control):
    """A line of text to type."""

    kind = "field"
    role = "text field"

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
        **common: Unpack[Common],
    ) -> None:
        common.setdefault("min_height", 44)
        super().__init__(**common)
        self.shrink = True
        self.label, self.value, self.on_change, self.on_submit = label, value, on_change, on_submit
        self.max_length, self.show_label, self.description = max_length, show_label, description

    def build(self) -> None:
        """The label above the box; the text wraps inside."""
        self.text = Text(self.value + ("|" if self.focused else " "), "body", grow=1)
        self.box = Row(self.text, pad=(10, 14), min_height=44)
        head = Text(self.label, "strong", size=17) if self.show_label else None
        self.children = [Column(head, self.box, gap=6)]

    def draw(self, p: Painter) -> None:
        """Draw the box."""
        b = self.box.rect
        p.rect(b.x, b.y, b.w, b.h, "sunk", border="text2" if self.hovered else "ctl", border_width=2, radius=8)

    def ring(self) -> tuple[Rect, float]:
        """Around the box."""
        return self.box.rect, 8

    def on_text(self, text: str) -> bool:
        """Add what was typed."""
        added = "".join(c for c in text if c.isprintable())
        if added and len(self.value) < self.max_length:
            self.value = (self.value + added)[: self.max_length]
            self.on_change(self.value)
        return True

    def on_key(self, key: str) -> bool:
        """Backspace deletes, Enter submits; letters come as text and are kept from bindings."""
        if key == "Backspace":
            self.value = self.value[:-1]
            self.on_change(self.value)
            return True
        if key == "Enter" and self.on_submit is not None:
            self.on_submit()
            return True
        return len(key) == 1 or key == "Space"

    def value_text(self) -> str:
        """What is typed."""
        return self.value
