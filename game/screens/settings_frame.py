"""The frame of the settings: places left, what is chosen in the middle, what it does on the right."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui import Column, Frame, HintBar, Panel, Place, Rule, Spacer, Text, Widget

_LARGE = 1.3
"""From this size of text on, what stands on the right goes below the middle, so that both have room."""


def framed(title: str, tabs: Sequence[Widget], middle: Widget, beside: Sequence[Widget], scale: float) -> Widget:
    """The page. `beside` is in the order of the column on the right; its last widget stands at the foot of it."""
    heading = Text(title, "hero" if scale < _LARGE else "h1", role="heading")
    left = 256 if scale < _LARGE else 330
    inset = 16 if scale < _LARGE else 0
    aside: list[Widget] = [
        Place(32, 32, left, 620, Column(Column(heading, pad=(8, 0, 28, 32)), *tabs, gap=8, group=True)),
        Place(36 + left, 48, 1, 600, Rule(vertical=True), scroll=False),
        Place(0, 672, 1280, 48, HintBar()),
    ]
    if scale >= _LARGE:
        both = Column(middle, Rule(), Column(*beside, gap=16), gap=28, pad=(0, 16, 16, 16))
        return Frame(*aside, Place(32 + left + 24, 40, 864, 624, both))
    right = Column(*beside[:-1], Spacer(grow=1), beside[-1], gap=16, grow=1)
    return Frame(
        *aside,
        Place(328 - inset, 48, 524, 612, Column(middle, pad=(0, 16, 8, inset))),
        Place(876, 0, 404, 672, Panel(right, fill="sunk", radius=0, pad=(48, 40), width=404, height=672)),
    )
