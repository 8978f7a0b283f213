"""The drawing of 'What else': each week a dot on the axis of margins, the one that happened with a ring around it."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from game.i18n import _, number, points
from game.ui import Painter, Rect, draw_ring

if TYPE_CHECKING:
    from game.scenario.model import Scenario, SideId

Paint = Callable[[Painter, Rect], None]
LEAST = 8.0
"""Points of margin on each side of the axis at least."""
FOOT = 62
"""Room below the axis for its figures and ends."""
TOP = 34
PITCH = 11.4


def reach(margins: Sequence[float], mine: float) -> float:
    """How far the axis goes to each side, a whole even number of points."""
    most = max([LEAST, abs(mine), *(abs(margin) for margin in margins)])
    return 2.0 * math.ceil(most * 1.04 / 2.0)


def chart(margins: Sequence[float], mine: float, own: SideId, texts: Scenario) -> Paint:
    """The painting function: band of 95 %, dots in columns, median, the week that happened."""
    far = reach(margins, mine)
    theirs = "against" if own == "for" else "for"

    def paint(p: Painter, area: Rect) -> None:
        size = p.theme.prefs.text_scale
        floor = area.y + area.h - FOOT * size
        scale = (area.w - 40) / (2 * far)

        def x_of(margin: float) -> float:
            return area.x + area.w / 2 + margin * scale

        columns = _columns(margins, x_of)
        tallest = max((len(column) for column in columns.values()), default=1)
        pitch = min(PITCH, (floor - area.y - TOP - 56) / max(tallest, 1))
        if margins:
            _band(p, margins, x_of, area.y + TOP - 6, floor)
        _axis(p, area, floor, far, x_of, texts, own)
        for at, column in columns.items():
            for level, margin in enumerate(column):
                stance = own if margin > 0 else theirs
                p.stance(at, floor - 9 - level * pitch, 4.9 if stance == "for" else 4.3, stance)
        at = _place(x_of(mine))
        _mine(p, at, floor - 12 - len(columns.get(at, ())) * pitch, own if mine > 0 else theirs, area)

    return paint


def _columns(margins: Sequence[float], x_of: Callable[[float], float]) -> dict[float, list[float]]:
    """The margins in columns of one dot's width, by the column's place."""
    columns: dict[float, list[float]] = {}
    for margin in margins:
        columns.setdefault(_place(x_of(margin)), []).append(margin)
    return columns


def _place(x: float) -> float:
    """The column that a place on the axis belongs to."""
    return round(x / PITCH) * PITCH


def _band(p: Painter, margins: Sequence[float], x_of: Callable[[float], float], top: float, floor: float) -> None:
    from game.players.sweep import spread

    found = spread(list(margins))
    left, right = x_of(found.low), x_of(found.high)
    p.rect(left - 6, top, right - left + 12, floor - top, "marker.pale", radius=4)
    middle = x_of(found.median)
    p.line(middle, top, middle, floor, "pencil", 2, dash=(5, 4))
    p.text(
        middle,
        top - 4 - 24 * p.theme.prefs.text_scale,
        _("median {n}").format(n=points(found.median)),
        "small_strong",
        "text",
        "center",
    )


def _axis(
    p: Painter,
    area: Rect,
    floor: float,
    far: float,
    x_of: Callable[[float], float],
    texts: Scenario,
    own: SideId,
) -> None:
    p.wobble([(area.x, floor), (area.right, floor)], "text", 2.2, 5)
    p.line(x_of(0), floor - 10, x_of(0), floor + 8, "text", 2.4)
    step = next(size for size in (1, 2, 5, 10, 20, 50) if far / size <= 6)
    at = -math.floor(far / step) * step
    while at <= far:
        p.line(x_of(at), floor, x_of(at), floor + 6, "text", 1.4)
        figure = points(at, 0) if at else number(0)
        half = p.text_width(figure, "small") / 2
        p.text(min(max(x_of(at), area.x + half), area.right - half), floor + 8, figure, "small", "text2", "center")
        at += step
    names = {side.id: side.ballot for side in texts.head.sides}
    other: SideId = "against" if own == "for" else "for"
    size = p.theme.prefs.text_scale
    lost = _("you lose: {answer}").format(answer=names[other])
    won = _("you win: {answer}").format(answer=names[own])
    p.text(area.x, floor + 10 + 23 * size, lost, "small_strong", other)
    p.text(area.right, floor + 10 + 23 * size, won, "small_strong", own, "right")


def _mine(p: Painter, x: float, y: float, stance: str, area: Rect) -> None:
    """The week that happened: on top of its column, with the hand-drawn ring, and its name above."""
    p.circle(x, y, 12, "marker")
    p.stance(x, y, 6.2, stance)
    draw_ring(p, x, y, 17, 14, "text", 3)
    said = _("this week")
    half = p.text_width(said, "small_strong") / 2
    high = 24 * p.theme.prefs.text_scale
    middle = min(max(x, area.x + half), area.right - half)
    p.rect(middle - half - 6, y - 17 - high, 2 * half + 12, high, "page", radius=6)
    p.text(middle, y - 17 - high, said, "small_strong", "text", "center")


def spoken(margins: Sequence[float], mine: float) -> str:
    """The drawing in words."""
    line = _("Your margin in points, week by week. The week that happened: {mine}.").format(mine=points(mine))
    if not margins:
        return line
    low, high = min(margins), max(margins)
    more = _("{n} other weeks, from {low} to {high}.").format(
        n=number(len(margins)), low=points(low), high=points(high)
    )
    return f"{line} {more}"
