"""The head on the title: a crowd of dots in the shape of one person, falling apart into the town.

``assets/art/title/make.py`` makes the dots.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from game import resources

if TYPE_CHECKING:
    from game.ui import Painter, Rect

Stance = Literal["for", "undecided", "against"]
Point = tuple[float, float]
WIDTH, HEIGHT = 630, 720
"""Of the drawing, in design units; it bleeds off the page on the right and below."""


@dataclass(frozen=True)
class Head:
    """The dots of each stance and radius in the drawing's units, and where the eye is."""

    dots: Mapping[tuple[Stance, float], Sequence[Point]]
    eye: Point


@lru_cache(maxsize=1)
def head() -> Head:
    """The head as dots; always the same ones."""
    drawing = json.loads((resources.assets() / "art" / "title" / "dots.json").read_text(encoding="utf-8"))
    dots = {(stance, radius): list(zip(flat[::2], flat[1::2], strict=True)) for stance, radius, flat in drawing["dots"]}
    return Head(dots, tuple(drawing["eye"]))


def paint_head(painter: Painter, rect: Rect) -> None:
    """Draw the head into ``rect``."""
    drawing = head()
    for (stance, radius), points in drawing.dots.items():
        painter.stances([(rect.x + x, rect.y + y) for x, y in points], radius, stance)
    x, y = rect.x + drawing.eye[0], rect.y + drawing.eye[1]
    painter.circle(x, y, 5, "lemon")


def around_eye() -> tuple[float, float, float, float]:
    """Where the ring and the arrow are in the drawing: x, y, width, height."""
    x, y = head().eye
    return x - 160, y - 32, 200, 64


def paint_ring(painter: Painter, rect: Rect, *, pointed: bool = True, below: bool = False) -> None:
    """Draw the ring round the eye, which a hand draws when the page comes, and then the arrow that points at it.

    The arrow comes from the left, or from `below` where large type needs the room.
    """
    x, y = rect.x + 160, rect.y + 32
    ring = _smooth([(x + dx, y + dy) for dx, dy in RING])
    drawn = painter.appears("eye", DRAWING)
    painter.stroke(ring[: max(2, round(len(ring) * drawn))], "lemon", 4)
    if pointed and drawn >= 1:
        painter.stroke(_smooth([(x + dx, y + dy) for dx, dy in (SHAFT_BELOW if below else SHAFT)]), "lemon", 3)
        tip = TIP_BELOW if below else TIP
        painter.stroke([(x + dx, y + dy) for dx, dy in tip], "lemon", 3)


DRAWING = 0.42
"""Seconds in which the ring is drawn."""
RING = (
    (-26, -4), (-15, -20), (6, -23), (23, -13), (26, 3), (14, 18), (-8, 22), (-24, 12), (-26, -5), (-14, -20),
)  # fmt: skip
SHAFT = ((-151, 7.5), (-124, 11), (-96, 15), (-74, 12), (-35, 3.5))
SHAFT_BELOW = ((-151, 62), (-124, 62), (-96, 54), (-66, 36), (-36, 15))
TIP = ((-48, -2), (-35, 3.5), (-46, 10))
TIP_BELOW = ((-50, 16), (-36, 15), (-44, 27))
"""All from the middle of the eye, as a hand would draw them."""


def _smooth(points: list[Point]) -> list[Point]:
    """A soft line through the points (Catmull-Rom, six steps a piece)."""
    out: list[Point] = []
    padded = [points[0], *points, points[-1]]
    for p0, p1, p2, p3 in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        for step in range(6):
            t = step / 6
            out.append((_between(p0[0], p1[0], p2[0], p3[0], t), _between(p0[1], p1[1], p2[1], p3[1], t)))
    out.append(points[-1])
    return out


def _between(a: float, b: float, c: float, d: float, t: float) -> float:
    """One coordinate of a Catmull-Rom curve from ``b`` to ``c``."""
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)
