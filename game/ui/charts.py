"""Charts: shares, polls with their margin, estimates side by side, changes from before to after."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Unpack

from game.ui.motion import COUNT
from game.ui.signs import Sign
from game.ui.theme import Style
from game.ui.widget import Common

if TYPE_CHECKING:
    from game.ui.painter import Painter


class StanceBar(Sign):
    """Shares of stances in one bar: solid for, rules undecided, hatch against."""

    kind = "stance bar"
    shrink = True
    stretch = True

    def __init__(self, shares: Sequence[tuple[str, float]], *, label: str = "", **common: Unpack[Common]) -> None:
        common.setdefault("height", 20)
        super().__init__(label, **common)
        self.shares = [(stance, share) for stance, share in shares if share > 0]

    def content(self, room: float) -> tuple[float, float]:
        """All of the width."""
        return room, self.height or 20

    def draw(self, p: Painter) -> None:
        """Draw the parts with a small gap between."""
        r = self.rect
        total = sum(share for _, share in self.shares) or 1
        gap = 3
        x = r.x
        room = r.w - gap * max(0, len(self.shares) - 1)
        for stance, share in self.shares:
            w = room * share / total
            part(p, x, r.y, w, r.h, stance)
            x += w + gap


def part(p: Painter, x: float, y: float, w: float, h: float, stance: str) -> None:
    """Draw one part of a bar with the fill of its stance."""
    if stance == "for" or not p.theme.prefs.textured:
        p.rect(x, y, w, h, stance, radius=2)
    elif stance == "undecided":
        p.hatch(x, y, w, h, stance, level=True, period=5, thickness=2.4, radius=2)
    else:
        p.hatch(x, y, w, h, stance, period=8, thickness=4.6, radius=2)


class PollBand(Sign):
    """A share with its margin of error: a hatched range with the stance's mark in the middle."""

    kind = "poll band"
    mirror = False
    shrink = True
    stretch = True

    def __init__(
        self,
        stance: str,
        share: float,
        margin: float,
        *,
        low: float = 0.0,
        high: float = 1.0,
        label: str = "",
        axis: bool = True,
        **common: Unpack[Common],
    ) -> None:
        common.setdefault("height", 22)
        super().__init__(label, **common)
        self.stance, self.share, self.margin = stance, share, margin
        self.low, self.high, self.axis = low, high, axis

    def content(self, room: float) -> tuple[float, float]:
        """All of the width."""
        return room, self.height or 22

    def x_of(self, share: float) -> float:
        """Where a share lies."""
        t = (share - self.low) / (self.high - self.low)
        return self.rect.x + self.rect.w * min(max(t, 0), 1)

    def draw(self, p: Painter) -> None:
        """Draw the axis, the range and the mark."""
        r = self.rect
        share, margin = self.eased("share", self.share, COUNT), self.eased("margin", self.margin, COUNT)
        if self.axis:
            p.line(r.x, r.cy, r.right, r.cy, "axis", 2)
        left, right = self.x_of(share - margin), self.x_of(share + margin)
        h = min(r.h, 22)
        w = max(right - left, h)
        left = (left + right - w) / 2
        p.rect(left, r.cy - h / 2, w, h, "page", radius=h / 2)
        p.hatch(
            left, r.cy - h / 2, w, h, self.stance, radius=h / 2, ground="page", border_width=2, period=8, thickness=2.6
        )
        x = self.x_of(share)
        p.circle(x, r.cy, h * 0.56, "page")
        p.stance(x, r.cy, h * (0.38 if self.stance != "undecided" else 0.4), self.stance)


class Interval(Sign):
    """Lettered estimates on one axis, each with a band from low to high. Entries: (letter, value, low, high, colour)."""

    kind = "interval"
    mirror = False
    shrink = True
    stretch = True

    def __init__(
        self,
        entries: Sequence[tuple[str, float, float, float, str]],
        low: float,
        high: float,
        *,
        zero: float | None = None,
        label: str = "",
        **common: Unpack[Common],
    ) -> None:
        common.setdefault("height", 28)
        super().__init__(label, **common)
        self.entries, self.low, self.high, self.zero = list(entries), low, high, zero

    def content(self, room: float) -> tuple[float, float]:
        """All of the width."""
        return room, 28

    def draw(self, p: Painter) -> None:
        """Draw axis, bands and discs with letters."""
        r = self.rect

        def x_of(value: float) -> float:
            return r.x + 14 + (r.w - 28) * min(max((value - self.low) / (self.high - self.low), 0), 1)

        p.line(r.x, r.cy, r.right, r.cy, "axis", 1.5)
        for _, _, lo, hi, color in self.entries:
            p.rect(x_of(lo), r.cy - 4, max(8, x_of(hi) - x_of(lo)), 8, color, radius=4, alpha=0.45)
        if self.zero is not None:
            x = x_of(self.zero)
            p.stroke([(x, r.y), (x, r.bottom)], "text2", 1.5, dash=(3, 3))
        style = Style("sans_bold", 16 / p.theme.prefs.text_scale, 22 / p.theme.prefs.text_scale)
        for letter, value, _, _, color in self.entries:
            p.circle(x_of(value), r.cy, 13, color)
            p.text(x_of(value), r.cy - 11, letter, style, "page", "center")


class Footprint(Sign):
    """What a street or feed action leaves: width is people reached, depth is opinions moved (each 0 to 1)."""

    kind = "footprint"
    natural = (160.0, 48.0)
    shrink = True
    stretch = True

    def __init__(self, reach: float, depth: float, *, label: str = "", **common: Unpack[Common]) -> None:
        super().__init__(label, **common)
        self.reach, self.depth = reach, depth

    def draw(self, p: Painter) -> None:
        """Draw the base line and the rectangle under it."""
        r = self.rect
        p.line(r.x, r.y + 3, r.right, r.y + 3, "ctl", 2)
        w = max(6, (r.w - 8) * min(self.reach, 1))
        p.rect(
            r.cx - w / 2,
            r.y + 4,
            w,
            max(5, (r.h - 6) * min(self.depth, 1)),
            "text" if p.theme.mood == "paper" else "accent",
            radius=2,
        )


class Slope(Sign):
    """A value before and after on the scale 0 to 100: open dot, line by hand, filled dot."""

    kind = "slope"
    shrink = True
    stretch = True

    def __init__(
        self,
        before: float,
        after: float,
        *,
        label: str = "",
        before_text: str = "",
        after_text: str = "",
        seed: int = 1,
        **common: Unpack[Common],
    ) -> None:
        common.setdefault("height", 80)
        super().__init__(label, **common)
        self.before, self.after, self.before_text, self.after_text = before, after, before_text, after_text
        self.seed = seed

    def content(self, room: float) -> tuple[float, float]:
        """All of the width."""
        return min(room, 290.0), 80

    def draw(self, p: Painter) -> None:
        """Draw both scales, the line between the dots and the figures beside."""
        r = self.rect
        scale, style = p.theme.prefs.text_scale, "lead" if not p.theme.dark else "body"
        left = r.x + max(48.0, *(p.text_width(text, style) + 17 for text in ("100", self.before_text)))
        right = r.right - max(60.0, *(p.text_width(text, "number") + 19 for text in ("100", self.after_text)))
        inset = 10 * p.theme.prefs.text_scale  # half a figure, for values at the ends
        top, foot = r.y + inset, r.bottom - inset

        def y_of(value: float) -> float:
            return foot - (foot - top) * min(max(value, 0), 100) / 100

        for x in (left, right):
            p.wobble([(x, top - 2), (x, foot + 2)], "axis", 1.8, self.seed)
        a, b = y_of(self.before), y_of(self.after)
        p.wobble([(left, a), (right, b)], "text", 4, self.seed + 7)
        p.circle(left, a, 8, "page", border="text", border_width=3)
        p.circle(right, b, 8.5, "text")
        p.text(left - 16, a - 12 * scale, self.before_text, style, "text", "right")
        p.text(right + 18, b - 17 * scale, self.after_text, "number", "text")
