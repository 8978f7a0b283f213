"""A round window on a small town: what the dots look like with the colours and shapes that were chosen."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from math import hypot
from random import Random
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from game.ui import Painter, Rect

Stance = Literal["for", "undecided", "against"]
Point = tuple[float, float]
WINDOW = 160.0
"""Radius of the window in design units; everything else is measured from its middle."""
SHARES: tuple[tuple[Stance, float], ...] = (("for", 0.41), ("undecided", 0.15), ("against", 0.44))
"""The sample's opinions, said below it as well."""
_DOT, _APART = 4.9, 13.4
_WATER: tuple[tuple[float, tuple[Point, ...]], ...] = (
    (13, ((64, -168), (61, -131), (53, -97), (42, -67), (31, -37), (23, -3), (12, 23), (1, 45), (-33, 53), (-52, 60),
          (-74, 90), (-100, 113), (-130, 130))),
    (9, ((64, -82), (61, -45), (61, -18), (53, 8), (42, 27), (27, 49), (42, 72), (64, 90), (87, 105), (121, 120))),
    (9, ((-164, 12), (-129, 23), (-110, 53), (-74, 53))),
    (7, ((-106, 57), (-104, 94))),
)  # fmt: skip
"""A river in two arms and two canals: half their width, and their course."""


@lru_cache(maxsize=1)
def dots() -> Mapping[Stance, Sequence[Point]]:
    """Where the dots of each stance stand; always the same ones."""
    luck = Random(18)  # noqa: S311  # because this is a drawing, not a secret
    found: dict[Stance, list[Point]] = {stance: [] for stance, _share in SHARES}
    row, y = 0, -WINDOW
    while y < WINDOW:
        x = -WINDOW + (row % 2) * _APART / 2
        while x < WINDOW:
            at = (x + luck.uniform(-1.2, 1.2), y + luck.uniform(-1.2, 1.2))
            stance = luck.choices([name for name, _share in SHARES], [share for _name, share in SHARES])[0]
            if hypot(*at) < WINDOW + _DOT and _dry(at):
                found[stance].append(at)
            x += _APART
        row, y = row + 1, y + _APART * 0.866
    return found


def _dry(at: Point) -> bool:
    return all(_away(at, a, b) > half for half, course in _WATER for a, b in pairwise(course))


def _away(at: Point, a: Point, b: Point) -> float:
    """How far a point is from the line between two others."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    along = min(1.0, max(0.0, ((at[0] - a[0]) * dx + (at[1] - a[1]) * dy) / (dx * dx + dy * dy)))
    return hypot(at[0] - a[0] - along * dx, at[1] - a[1] - along * dy)


def paint_sample(painter: Painter, rect: Rect) -> None:
    """Draw the window into the middle of ``rect``; dots at its rim are cut by it, ``sunk`` lies around."""
    x, y = rect.cx, rect.cy
    painter.circle(x, y, WINDOW - 2, "raised")
    for stance, points in dots().items():
        painter.stances([(x + dx, y + dy) for dx, dy in points], _DOT, stance)
    painter.circle(x, y, WINDOW + 12, border="sunk", border_width=13)
    painter.circle(x, y, WINDOW, border="text", border_width=4)
