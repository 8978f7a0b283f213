"""Choices: one of several, with one stop for Tab."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Unpack

from game.ui import fonts
from game.ui.control import Control, between, ground_of
from game.ui.keys import Binding
from game.ui.layout import Column, Row
from game.ui.leaves import Icon, KeyCap
from game.ui.motion import HOVER
from game.ui.painter import Rect
from game.ui.paragraph import Text
from game.ui.semantics import Node
from game.ui.signs import StanceMark
from game.ui.widget import Common, Widget

if TYPE_CHECKING:
    from game.ui.painter import Painter


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
        self.label, self.description = option.label, option.description
        self.disabled = option.disabled or choice.disabled

    @property
    def chosen(self) -> bool:
        """True for the option that is the value."""
        return self.option.id == self.choice.value

    def build(self) -> None:
        """The icon and the label in the middle."""
        o = self.option
        ink = "on_choice" if self.chosen and not self.disabled else self.ink
        colour = ("page" if self.theme.dark else "slip") if ink == "on_choice" else ink
        ground = self.theme.in_mood("paper" if self.theme.dark else "war") if self.chosen else self.theme
        marks = [StanceMark(s, 12, color="#{:02X}{:02X}{:02X}".format(*ground.color(s))) for s in o.stance.split()]
        icon = Icon(o.icon, 18, color=colour) if o.icon else None
        self.children = [
            Row(*marks, icon, Text(o.label, "small_strong", color=colour, size=17, align="center"), gap=8, pad=(6, 10), align="center",
                justify="center")
        ]  # fmt: skip

    def draw(self, p: Painter) -> None:
        """Filled when chosen, a little when pointed at."""
        r = self.rect
        near = self.eased("near", float(self.hovered and not self.disabled), HOVER, travels=False)
        if self.disabled:
            fill = "dull" if self.chosen else ""
            p.rect(r.x, r.y, r.w, r.h, fill, border="ctl", border_width=1, radius=8, dashed=True)
        elif self.chosen:
            p.rect(r.x, r.y, r.w, r.h, "text", radius=8)
        else:
            fill = between(self.theme, ground_of(self), "raised", near) if near else ""
            p.rect(r.x, r.y, r.w, r.h, fill, border="ctl", border_width=1.5, radius=8)

    def activate(self) -> bool:
        """Choose this one."""
        return self.choice.choose(self.option)

    def states(self) -> tuple[str, ...]:
        """Checked or not."""
        return (*super().states(), *(("checked",) if self.chosen else ()))

    def semantics(self) -> list[Node]:
        """One node; why the whole choice is out of reach is said by the choice."""
        node = self.node([])
        if self.choice.disabled:
            node.description = self.option.disabled
        return [node]

    def actions(self) -> tuple[str, ...]:
        """Press."""
        return () if self.disabled else ("press",)


class Choice(Control):
    """One of several: a row of cells with one stop for Tab; arrows change the value."""

    kind = "choice"
    role = "radio group"
    sinks = False

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
        focus_comes: bool = True,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(**common)
        self.shrink, self.focus_comes = True, focus_comes
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
        """The key moves on to the next value.

        Unless ``focus_comes`` is False the focus moves to it as well: what changed is seen, and arrows go on from there.
        """
        if not self.key:
            return []
        return [Binding(self.key, self.hint or self.label, self._by_key, hint=bool(self.hint), owner=self.id)]

    def _by_key(self) -> bool:
        if self.focus_comes:
            self.env.focused = self.id
        return self.activate()

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
