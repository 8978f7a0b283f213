"""Windows on more than fits: scrolling areas, and fixed places of the page that scroll when they must."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Unpack

from game.ui.rect import Rect
from game.ui.widget import Common, Widget

if TYPE_CHECKING:
    from game.ui.painter import Painter


SCROLL = 0.16
"""Seconds in which what was scrolled comes to rest."""


class Scroll(Widget):
    """A window on a child that may be higher than the window: wheel, keys, touch and focus move it.

    The bar lies beside the child, or `over` it; with `snap` the child stands only at multiples of so many units.
    """

    kind = "scroll"

    def __init__(
        self,
        child: Widget | None,
        *,
        align: str = "start",
        over: bool = False,
        snap: float = 0,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(child, **common)
        self.align, self.over, self.snap = align, over, snap
        self.full = 0.0

    @property
    def overflow(self) -> float:
        """How far the child can be moved."""
        return max(0.0, self.full - self.rect.h)

    @property
    def offset(self) -> float:
        """How far the child is moved now."""
        wanted = min(self.env.scroll.get(self.id, 0.0), self.overflow)
        return min(math.ceil(wanted / self.snap - 0.01) * self.snap, self.overflow) if self.snap else wanted

    def scroll_by(self, dy: float) -> bool:
        """Move the child. True if it moved."""
        before = self.offset
        self.env.scroll[self.id] = min(max(0.0, before + dy), self.overflow)
        return self.env.scroll[self.id] != before

    @property
    def lag(self) -> float:
        """How far what is seen lies behind where it is going, in units downwards."""
        return self.offset - self.eased("offset", self.offset, SCROLL) if self.overflow >= 0.5 else 0.0

    def arrive(self) -> None:
        """Be where it is going at once: a hand moves it."""
        self.env.eases.place(self.id, "offset", self.offset)

    def pull(self, top: float) -> bool:
        """Move the child so that the handle of the bar begins at `top`. True if it moved."""
        room = self.rect.h - self.handle().h
        return room > 0 and self.scroll_by((top - self.rect.y) / room * self.overflow - self.offset)

    def handle(self) -> Rect:
        """The part of the bar that is held, where it is seen."""
        r = self.rect
        long = max(28.0, r.h * r.h / self.full)
        return Rect(r.right - 6, r.y + (r.h - long) * (self.offset - self.lag) / self.overflow, 6, long)

    def on_bar(self, x: float, y: float) -> bool:
        """Is a point on the bar? A little beside it as well, because it is thin."""
        r = self.rect
        return r.right - (10 if self.over else 14) <= x < r.right + 4 and r.y <= y < r.bottom

    def place_children(self) -> None:
        """Give the child its full height, moved up by the offset."""
        if not self.children:
            return
        child, r = self.children[0], self.rect
        self.full = child.measure(r.w)[1]
        width = r.w
        if self.full > r.h + 0.5:
            width = r.w - (0 if self.over else 14)
            self.full = child.measure(width)[1]
        elif child.align_self == "start":
            width = min(r.w, child.measure(r.w)[0])
        height = self.full if self.full > r.h or self.align != "start" else r.h
        shift = {"center": (r.h - height) / 2, "end": r.h - height}.get(self.align, 0.0) if height < r.h else 0.0
        child.arrange(r.x, r.y + shift - (self.offset if self.overflow else 0.0), width, height)

    def children_seen(self) -> Sequence[Widget]:
        """None that is cut."""
        return self.children if self.overflow < 0.5 else ()

    def paint_children(self, p: Painter) -> None:
        """Draw the child; what is over is cut, and a bar shows where we are."""
        if self.overflow < 0.5:
            super().paint_children(p)
            return
        r = self.rect
        with p.clipped(r.x - 8, r.y - 6, r.w + 16, r.h + 12) as seen:
            if seen:
                with p.shifted(self.lag):
                    super().paint_children(p)
        p.theme = self.theme
        h, lit = self.handle(), self.env.pointing.bar == self.id
        color = "text2" if lit else "ctl"
        if self.over:  # on a phone it lies over what it moves
            wide = 8 if lit else 4
            p.rect(r.right - 5 - wide / 2, h.y + 4, wide, h.h - 8, color, radius=wide / 2)
            return
        wide = 10 if lit else 6
        p.rect(r.right - 6, r.y, 6, r.h, "dull", radius=3)
        p.rect(r.right - 3 - wide / 2, h.y, wide, h.h, color, radius=wide / 2)


class Place(Scroll):
    """A child at a fixed place of the page; it reflows inside, and scrolls if it is too high.

    A height of 0 means: as high as the content. `below` is a place earlier on the page, usually a heading: where that
    grows, this one begins `gap` under it, and gives up as much of its height.
    """

    kind = "place"

    def __init__(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        child: Widget | None,
        *,
        scroll: bool = True,
        align: str = "start",
        below: Place | None = None,
        gap: float = 12,
        snap: float = 0,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(child, align=align, snap=snap, **common)
        self.below, self.gap = below, gap
        self.x, self.y, self.w, self.h = x, y, w, h
        self.scrolls = scroll

    def content(self, room: float) -> tuple[float, float]:
        """Nothing: a place takes no room among others."""
        del room
        return 0.0, 0.0

    def pushed(self) -> float:
        """How far down the place above, which is arranged already, pushes this one."""
        if self.below is None:
            return 0.0
        foot = self.below.y + self.below.pushed() + self.below.size()[1]
        return max(0.0, foot + self.gap - self.y)

    def size(self) -> tuple[float, float]:
        """Width and height of the place."""
        if self.h or not self.children:
            return self.w, max(0.0, self.h - self.pushed())
        return self.w, self.children[0].measure(self.w)[1]

    def place_children(self) -> None:
        """Scroll if allowed, else just give the child the rectangle."""
        if self.scrolls:
            super().place_children()
        elif self.children:
            self.children[0].arrange(self.rect.x, self.rect.y, self.rect.w, self.rect.h)


def clip_of(widget: Widget) -> Rect | None:
    """The part of the page in which the widget can be seen, if something around it scrolls."""
    found: Rect | None = None
    above = widget.parent
    while above is not None:
        if isinstance(above, Scroll) and above.overflow >= 0.5:
            r = above.rect.grown(8, 6)
            if found is None:
                found = r
            else:
                x, y = max(found.x, r.x), max(found.y, r.y)
                found = Rect(x, y, min(found.right, r.right) - x, min(found.bottom, r.bottom) - y)
        above = above.parent
    return found
