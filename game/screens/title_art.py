"""The head on the title: a crowd of dots in the shape of one person, falling apart into the town.

Pure Python and scanlines, so that the title appears before NumPy is ever imported.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING, Literal

from game import resources

if TYPE_CHECKING:
    from game.ui import Painter, Rect

Stance = Literal["for", "undecided", "against"]
SPACING = 10.15  # between dots of a row; rows stand at 0.87 of it, as bees do
RADIUS = 3.3


@dataclass(frozen=True)
class Head:
    """Dots (x, y, radius, stance) in the drawing's units, 572 × 720, and where the eye is."""

    dots: tuple[tuple[float, float, float, Stance], ...]
    eye: tuple[float, float]


@lru_cache(maxsize=1)
def head() -> Head:
    """The head as dots; always the same ones."""
    drawing = json.loads((resources.assets() / "art" / "title" / "head.json").read_text(encoding="utf-8"))
    outline = [(float(x), float(y)) for x, y in drawing["points"]]
    eye = (float(drawing["eye"][0]), float(drawing["eye"][1]))
    mouth = [(float(x), float(y)) for x, y in drawing["mouth"]]
    luck = Random(1911)  # noqa: S311  # because this is a drawing, not a secret
    dots: list[tuple[float, float, float, Stance]] = []
    row, y = 0, 46.0
    while y < 722:
        offset = (row % 2) * SPACING / 2
        for left, right in _spans(outline, y):
            x = left + (offset - left) % SPACING + SPACING * 0.2
            while x < right - 2:
                if _kept(x, y, eye, mouth, luck):
                    dots.append((x, y, RADIUS, _stance(x, y, luck)))
                x += SPACING
        row, y = row + 1, y + SPACING * 0.87
    dots.extend(_dust(outline, luck))
    return Head(tuple(dots), eye)


def _spans(outline: list[tuple[float, float]], y: float) -> list[tuple[float, float]]:
    """The stretches of the horizontal line at ``y`` that lie inside the outline."""
    crossings = []
    for (x0, y0), (x1, y1) in zip(outline, outline[1:] + outline[:1], strict=True):
        if (y0 <= y) != (y1 <= y):
            crossings.append(x0 + (y - y0) / (y1 - y0) * (x1 - x0))
    crossings.sort()
    return list(zip(crossings[::2], crossings[1::2], strict=False))


def _kept(x: float, y: float, eye: tuple[float, float], mouth: list[tuple[float, float]], luck: Random) -> bool:
    """Whether a dot stands here: not in the eye, not on the lips' line, fewer and fewer at the back of the head."""
    if (x - eye[0]) ** 2 + ((y - eye[1]) * 1.15) ** 2 < 27**2:
        return False
    (x0, y0), (x1, y1) = mouth
    if x0 - 4 <= x <= x1 + 4 and abs(y - (y0 + (y1 - y0) * (x - x0) / (x1 - x0))) < 4.6:
        return False
    loose = max(0.0, (x - 408 - 34 * ((y % 190) / 190)) / 120)
    return luck.random() > loose * 0.8


def _border(y: float) -> float:
    """Where opinion changes sides, from the forehead to the neck."""
    points = (
        (0, 246),
        (60, 214),
        (130, 176),
        (220, 168),
        (300, 186),
        (380, 220),
        (470, 262),
        (560, 292),
        (640, 286),
        (730, 236),
    )
    for (y0, x0), (y1, x1) in pairwise(points):
        if y <= y1:
            return x0 + (x1 - x0) * (y - y0) / (y1 - y0)
    return 236.0


def _stance(x: float, y: float, luck: Random) -> Stance:
    distance = x - _border(y) + luck.gauss(0, 17)
    if luck.random() < 0.035:
        return luck.choice(("for", "undecided", "against"))
    lower = 30 if y > 330 else 17
    if abs(distance) < lower:
        return "undecided"
    return "for" if distance < 0 else "against"


def _dust(outline: list[tuple[float, float]], luck: Random) -> list[tuple[float, float, float, Stance]]:
    """Dots that have left the head: more, and smaller, towards the right edge."""
    dust: list[tuple[float, float, float, Stance]] = []
    edges = [max((right for _left, right in _spans(outline, y + 8)), default=300.0) for y in range(0, 720, 16)]
    while len(dust) < 210:
        x, y = luck.uniform(410, 574), luck.uniform(64, 716)
        edge = edges[int(y) // 16]
        if x < edge + 4 or luck.random() > 0.85 - (x - edge) / 420:
            continue
        stance: Stance = "against" if y < 170 or 560 < y < 640 else luck.choice(("for", "for", "undecided", "against"))
        dust.append((x, y, RADIUS * luck.uniform(0.72, 0.95), stance))
    return dust


def paint_head(painter: Painter, rect: Rect) -> None:
    """Draw the head into ``rect`` (572 × 720), with the hand-drawn ring round its eye."""
    drawing = head()
    for x, y, radius, stance in drawing.dots:
        painter.stance(rect.x + x, rect.y + y, radius, stance)
    x, y = rect.x + drawing.eye[0] - 40, rect.y + drawing.eye[1] + 24
    painter.circle(x, y, 5, "lemon")
    ring = [
        (x - 26, y - 4),
        (x - 15, y - 20),
        (x + 6, y - 23),
        (x + 23, y - 13),
        (x + 26, y + 3),
        (x + 14, y + 18),
        (x - 8, y + 22),
        (x - 24, y + 12),
        (x - 26, y - 5),
        (x - 14, y - 20),
    ]
    painter.stroke(_smooth(ring), "lemon", 4)


def _smooth(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """A soft line through the points (Catmull-Rom, six steps a piece)."""
    out: list[tuple[float, float]] = []
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
