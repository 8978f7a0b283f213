"""Signs: small drawings of a value, each with its words: marks, meters, batteries, counters."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Unpack

from game.ui.layout import Row
from game.ui.motion import COUNT
from game.ui.paragraph import Text
from game.ui.semantics import Node
from game.ui.theme import Theme, mix
from game.ui.widget import Common, Env, Widget

if TYPE_CHECKING:
    from game.ui.painter import Painter


class Sign(Widget):
    """A drawing of a value with a fixed natural size and a label in words."""

    kind = "sign"
    shrink = False
    stretch = False
    natural = (24.0, 24.0)

    def __init__(self, label: str = "", **common: Unpack[Common]) -> None:
        super().__init__(**common)
        self.label = label
        self.role = "image" if label else ""

    @property
    def tip(self) -> str:
        """The value in words, for the pointer that rests on the drawing."""
        return self.label

    def adopt(self, env: Env, theme: Theme, parent: Widget | None, path: str, seen: dict[str, int]) -> None:
        """Take the sign into a tree. It is known by its place, because its words change with its value."""
        self.id = self.id or f"{path}/{self.kind}"
        super().adopt(env, theme, parent, path, seen)

    def content(self, room: float) -> tuple[float, float]:
        """The natural size."""
        del room
        return self.natural


class StanceMark(Sign):
    """The mark of a stance: disc for, ring undecided, diamond against."""

    kind = "stance"

    def __init__(self, stance: str, size: float = 16, label: str = "", *, color: str = "") -> None:
        super().__init__(label)
        self.stance, self.color = stance, color
        self.natural = (size, size)

    def draw(self, p: Painter) -> None:
        """Draw the mark."""
        r = self.rect
        p.stance(r.cx, r.cy, min(r.w, r.h) * 0.41, self.stance, self.color)


class Battery(Sign):
    """The battery of attention: 16 cells, the cost of the focused action hatched."""

    kind = "battery"

    def __init__(
        self,
        level: float,
        cost: float = 0,
        *,
        label: str = "",
        size: tuple[float, float] = (296, 56),
        **common: Unpack[Common],
    ) -> None:
        super().__init__(label, **common)
        self.level, self.cost = level, cost
        self.natural = size

    def draw(self, p: Painter) -> None:
        """Draw the case and its cells; a part of a cell counts as a whole one."""
        r = self.rect
        body = r.w - 14
        p.rect(
            r.x, r.y, body, r.h, "white" if p.theme.mood != "war" else "", border="text", border_width=3.5, radius=12
        )
        p.rect(r.x + body + 1, r.cy - r.h * 0.2, 9, r.h * 0.4, "text", radius=4)
        level = self.eased("level", self.level, COUNT)
        filled = math.ceil(level * 0.16 - 1e-6)
        after = math.ceil(max(0.0, self.level - self.cost) * 0.16 - 1e-6)  # where it goes to is there at once
        inner, gap = body - 22, 3
        w = (inner - 15 * gap) / 16
        for cell in range(16):
            x = r.x + 11 + cell * (w + gap)
            box = (x, r.y + 10, w, r.h - 20)
            if cell < after:
                p.rect(*box, "raspberry", radius=3)
            elif cell < filled:
                p.rect(*box, "mauve", radius=3)
                p.hatch(*box, "raspberry", radius=3, period=5, thickness=2.4)
            else:
                p.rect(*box, "mauve", radius=3)


class Coverage(Sign):
    """The share of voters that a source covers: 20 dots, the last part dot dimmed."""

    kind = "coverage"
    natural = (126.0, 28.0)

    def __init__(self, share: float, *, label: str = "", **common: Unpack[Common]) -> None:
        super().__init__(label, **common)
        self.share = share

    def draw(self, p: Painter) -> None:
        """Draw two rows of ten."""
        r = self.rect
        dots = self.share * 20
        dim = "#{:02X}{:02X}{:02X}".format(*mix(p.color("page"), p.color("text"), 0.5))
        for i in range(20):
            x, y = r.x + 6.5 + (i % 10) * 12.5, r.cy + (-6.5 if i < 10 else 6.5)
            if i + 1 <= dots + 0.001:
                p.circle(x, y, 4.9, "text")
            elif i < dots - 0.05:
                p.circle(x, y, 4.9, dim)
            else:
                p.circle(x, y, 1.7, "ctl")


class RiskTicks(Sign):
    """Legal risk: five rising ticks, filled up to the level."""

    kind = "risk"
    natural = (56.0, 26.0)

    def __init__(self, level: int, *, label: str = "", **common: Unpack[Common]) -> None:
        super().__init__(label, **common)
        self.level = level

    def draw(self, p: Painter) -> None:
        """Draw the ticks."""
        r = self.rect
        for i in range(5):
            h = 5 + i * 3.75
            x = r.x + i * 11.2
            if i < self.level:
                p.rect(x, r.cy + 10 - h, 9, h, "guess", radius=2)
            else:
                p.rect(x, r.cy + 10 - h, 9, h, border="ctl", border_width=1.3, radius=2)


class ConsentDisc(Sign):
    """Asked: ticked disc. Buried: half disc. Never: struck ring."""

    kind = "consent disc"
    natural = (20.0, 20.0)

    def __init__(self, consent: str) -> None:
        super().__init__()
        self.consent = consent

    def draw(self, p: Painter) -> None:
        """Draw the disc."""
        r = self.rect
        if self.consent == "asked":
            p.circle(r.cx, r.cy, 9, "text")
            p.icon(r.cx, r.cy, "check", 12, "page")
        elif self.consent == "buried":
            p.circle(r.cx, r.cy, 9, border="text", border_width=2)
            with p.clipped(r.x, r.y, r.w / 2, r.h):
                p.circle(r.cx, r.cy, 9, "text")
        else:
            p.circle(r.cx, r.cy, 9, border="text", border_width=2)
            p.line(r.cx - 5.2, r.cy + 5.2, r.cx + 5.2, r.cy - 5.2, "text", 2)


class ConsentMark(Row):
    """How people were asked: a disc and a word. `tip` says more to a pointer that rests on it."""

    kind = "consent"

    def __init__(self, consent: str, word: str, style: str = "label", *, tip: str = "") -> None:
        self.tip = tip
        super().__init__(ConsentDisc(consent), Text(word, style), gap=10, align="center")


class Meter(Sign):
    """Four cells: how certain something is."""

    kind = "meter"
    natural = (96.0, 18.0)

    def __init__(self, level: int) -> None:
        super().__init__()
        self.level = level

    def draw(self, p: Painter) -> None:
        """Draw the cells."""
        r = self.rect
        for i in range(4):
            fill = "text" if i < self.level else ""
            p.rect(r.x + i * 24, r.cy - 8, 22, 15, fill, border="text", border_width=2, radius=4)


class Certainty(Row):
    """How sure the evidence is: cells and words."""

    kind = "certainty"

    def __init__(self, level: int, word: str) -> None:
        super().__init__(Meter(level), Text(word, "small_strong", face="sans_bold"), gap=16, align="center")


class Progress(Sign):
    """Steps of a course, such as days: done, now, to come."""

    kind = "progress"
    role = "progress"

    def __init__(self, done: int, total: int, *, now: bool = True, label: str = "", look: str = "days") -> None:
        super().__init__(label)
        self.role = "progress" if label else ""
        self.done, self.total, self.now, self.look = done, total, now, look
        self.natural = (total * 14.0 - 4, 18.0) if look == "days" else (total * 24.6 - 4, 22.0)

    def node(self, below: list[Node]) -> Node:
        """The number of steps beside the words."""
        node = super().node(below)
        node.scale = (self.done, 0, self.total, 1)
        return node

    def draw(self, p: Painter) -> None:
        """Draw one cell for each step."""
        r = self.rect
        big = self.look != "days"
        pitch, w, h = (24.6, 20.0, 20.0) if big else (14.0, 10.5, 17.0)
        for i in range(self.total):
            x, y = r.x + i * pitch, r.cy - h / 2
            if i < self.done:
                p.rect(x, y, w, h, "raspberry" if big else "text", radius=5 if big else 2.5)
            elif i == self.done and self.now:
                if big:
                    p.rect(x, y, w, h, "sun", border="text", border_width=2, radius=5)
                else:
                    lit, rim = ("highlight", "text") if p.theme.mood == "paper" else ("accent", "")
                    p.rect(x, y, w, h, lit, border=rim, border_width=1.6, radius=2.5)
            else:
                border = "text" if big else "ctl"
                p.rect(x, y, w, h, "white" if big else "", border=border, border_width=1.6, radius=5 if big else 2.5)


class Coins(Sign):
    """Moves of a day: filled discs are left, dashed ones are spent."""

    kind = "coins"

    def __init__(self, left: int, spent: int, *, label: str = "") -> None:
        super().__init__(label)
        self.left, self.spent = left, spent
        self.natural = ((left + spent) * 22.0, 20.0)

    def draw(self, p: Painter) -> None:
        """Draw the discs; one that is spent shrinks into its dashed ring."""
        r, left = self.rect, self.eased("left", float(self.left), COUNT)
        for i in range(self.left + self.spent):
            x, share = r.x + 11 + i * 22, min(max(left - i, 0.0), 1.0)
            if share < 1:
                p.rect(x - 8, r.cy - 8, 16, 16, border="text", border_width=2, radius=8, dashed=True)
            if share > 0:
                p.circle(x, r.cy, 8.4 * share, "text")
