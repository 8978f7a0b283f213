"""The frame of the settings: places left, what is chosen in the middle, what it does on the right."""

from __future__ import annotations

from collections.abc import Sequence

from game.ui import Button, Column, Frame, HintBar, Panel, Place, Rule, Spacer, Text, Widget

_SHORT = 8
"""Letters of the name of a place that the narrow column has room for."""
_LARGE = 1.3
"""From this size of text on, what stands on the right goes below the middle, so that both have room."""
_HUGE = 1.75
"""From this size of text on the names of places need the room of their icons."""


def framed(title: str, tabs: Sequence[Button], middle: Widget, beside: Sequence[Widget], scale: float) -> Widget:
    """The page. `beside` is in the order of the column on the right; its last widget stands at the foot of it."""
    heading = Text(title, "hero" if scale < _LARGE else "h1", role="heading", fit=1)
    short = max(len(tab.label) for tab in tabs) * scale <= _SHORT
    if scale >= _HUGE:
        for tab in tabs:
            tab.icon = ""
    edge, left, rule = (28, 356, 390) if scale >= _LARGE else (48, 208, 288) if short else (26, 270, 306)
    aside: list[Widget] = [
        Place(edge, 32, left, 620, Column(Column(heading, pad=(8, 0, 25, 64 - edge)), *tabs, gap=8, group=True)),
        Place(rule, 48, 1, 600, Rule(vertical=True), scroll=False),
        Place(0, 672, 1280, 48, HintBar()),
    ]
    if scale >= _LARGE:
        both = Column(middle, Rule(), Column(*beside, gap=16), gap=28, pad=(0, 16, 16, 16))
        return Frame(*aside, Place(rule + 18, 40, 842, 624, both))
    right = Column(*beside[:-1], Spacer(grow=1), beside[-1], gap=12, grow=1)
    return Frame(
        *aside,
        Place(312, 48, 532, 616, Column(middle, pad=(0, 16, 8, 16))),
        Place(876, 0, 404, 672, Panel(right, fill="sunk", radius=0, pad=(48, 40, 20, 40), width=404, height=672)),
    )
