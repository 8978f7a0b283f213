"""The town under its dots: sea, land, river, and the names of the districts."""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise

from game.scenario.model import Scenario
from game.screens.town_map import FIELD
from game.ui import Painter, Rect
from game.ui.theme import Style

Point = tuple[float, float]
NAME = Style("serif_semibold_italic", 19, 26)
_WAVES = (
    (120, 99, 62), (20, 119, 13), (29, 369, 62), (69, 392, 46), (20, 440, 92), (94, 463, 60), (24, 516, 40),
    (262, 560, 40), (742, 560, 40),
)  # fmt: skip
"""Left end, height and width of every wave; those that would touch the land are left out."""


def paint_ground(painter: Painter, area: Rect, texts: Scenario) -> None:
    """Waves, land and river."""
    town = texts.town.map
    x, y = area.x, area.y
    for wave in waves(town.coast):
        painter.stroke([(x + px, y + py) for px, py in wave], "sel", 2)
    painter.polygon([(x + px, y + py) for px, py in smooth(town.coast, closed=True)], "raised")
    if town.river:
        painter.stroke([(x + px, y + py) for px, py in smooth(town.river, closed=False)], "sel", 11)


def paint_names(painter: Painter, area: Rect, texts: Scenario) -> None:
    """Each on a ground of its own, of the colour of land or sea that it stands on; kept inside the map however long."""
    tall = NAME.line * painter.theme.prefs.text_scale
    coast = texts.town.map.coast
    for district in texts.town.districts:
        width = painter.text_width(district.name, NAME) + 16
        x = min(max(area.x + district.label[0], area.x + width / 2), area.right - width / 2)
        y = min(max(area.y + district.label[1] - tall / 2, area.y), area.bottom - tall)
        ground = "raised" if inside(coast, (x - area.x, y + tall / 2 - area.y)) else "page"
        painter.rect(x - width / 2, y + 1, width, tall - 2, ground, radius=tall / 2)
        painter.text(x, y, district.name, NAME, "text", align="center")


def inside(outline: tuple[Point, ...], point: Point) -> bool:
    """Does a point lie within a closed outline?"""
    x, y = point
    crossings = 0
    for (x0, y0), (x1, y1) in pairwise((*outline, outline[0])):
        if (y0 <= y) != (y1 <= y) and x < x0 + (y - y0) / (y1 - y0) * (x1 - x0):
            crossings += 1
    return crossings % 2 == 1


@lru_cache(maxsize=8)
def smooth(points: tuple[Point, ...], *, closed: bool) -> tuple[Point, ...]:
    """A line through all the points without corners (Catmull-Rom), five steps from each to the next."""
    n = len(points)
    out: list[Point] = []
    for i in range(n if closed else n - 1):
        around = [points[k % n] if closed else points[min(max(k, 0), n - 1)] for k in (i - 1, i, i + 1, i + 2)]
        out.extend((_spline(k / 5, *(p[0] for p in around)), _spline(k / 5, *(p[1] for p in around))) for k in range(5))
    return tuple(out) if closed else (*out, points[-1])


def _spline(t: float, before: float, a: float, b: float, after: float) -> float:
    return a + 0.5 * t * (b - before + t * (2 * before - 5 * a + 4 * b - after + t * (3 * (a - b) + after - before)))


@lru_cache(maxsize=8)
def waves(coast: tuple[Point, ...]) -> tuple[tuple[Point, ...], ...]:
    """The waves of the sea around a coast: level curves that rise and fall once or twice."""
    shore = smooth(coast, closed=True)
    found: list[tuple[Point, ...]] = []
    for left, height, width in _WAVES:
        wave = tuple((left + 3 * k, height + 3.2 * math.sin(k * 3 / 9.5)) for k in range(int(width / 3) + 1))
        free = all(0 <= px <= FIELD[0] and not inside(coast, (px, py)) for px, py in wave)
        if free and min(math.dist(p, q) for p in wave[::3] for q in shore) > 14:
            found.append(wave)
    return tuple(found)
