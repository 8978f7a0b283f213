"""The bar that shows how far some work is while it goes on beside the page."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Unpack

from game.ui.motion import HOVER
from game.ui.semantics import Node
from game.ui.signs import Sign
from game.ui.widget import Common

if TYPE_CHECKING:
    from game.ui.painter import Painter

_BREATH = 1.6
"""Seconds for the band of a bar without an end to go over it once."""


class WorkBar(Sign):
    """`share` tells how much is done, 0 to 1, or None where nobody knows; it is asked again at every painting.

    Where nobody knows, a band goes slowly to and fro; without motion the bar is hatched and stands still.
    """

    kind = "work"
    shrink = True
    stretch = True
    live = True

    def __init__(self, share: Callable[[], float | None], *, label: str, **common: Unpack[Common]) -> None:
        common.setdefault("height", 12)
        super().__init__(label, **common)
        self.role = "progress"
        self.share = share

    def content(self, room: float) -> tuple[float, float]:
        """All of the width."""
        return room, self.height or 12.0

    def node(self, below: list[Node]) -> Node:
        """Per cent beside the words, where they are known."""
        node = super().node(below)
        share = self.share()
        if share is not None:
            node.scale = (round(100 * share), 0, 100, 1)
        return node

    def draw(self, p: Painter) -> None:
        """Draw the groove and what is done of it."""
        r, share = self.rect, self.share()
        ink = "text" if self.theme.mood == "paper" else "accent"
        round_ = r.h / 2
        p.rect(r.x, r.y, r.w, r.h, "sunk", border="ctl", border_width=1.5, radius=round_)
        inner = r.grown(-3)
        if share is not None:
            done = self.eased("share", min(max(share, 0.0), 1.0), HOVER)
            if done > 0:
                p.rect(inner.x, inner.y, max(inner.h, inner.w * done), inner.h, ink, radius=inner.h / 2)
        elif self.theme.prefs.motion != "full":
            p.hatch(inner.x, inner.y, inner.w, inner.h, ink, radius=inner.h / 2, period=10, thickness=4)
        else:
            wide = inner.w * 0.3
            at = 0.5 - 0.5 * math.cos(math.pi * self.env.now() / _BREATH)
            p.rect(inner.x + (inner.w - wide) * at, inner.y, wide, inner.h, ink, radius=inner.h / 2)
