"""A line drawn by hand around something, always the same for the same size."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator

from game.ui.rect import Rect


def outline(r: Rect, share: float) -> list[tuple[float, float]]:
    """A line drawn by hand around a rectangle: an oval around small things, squarer around long ones."""
    return list(_points(r, 2.4 if r.w < 3 * r.h and r.w < 260 else 7.0, share))


def _points(r: Rect, square: float, share: float) -> Iterator[tuple[float, float]]:
    dice = random.Random(round(r.w * 7 + r.h))  # noqa: S311 because it only shakes a line
    shake = [dice.uniform(-1.0, 1.0) for _ in range(5)]
    grow = 1.14 if square < 3 else 1.0
    steps = 72
    for k in range(round((steps + 5) * share) + 1):
        a = -2.5 + 2 * math.pi * k / steps
        cos, sin = math.cos(a), math.sin(a)
        wave = 1.2 * sum(s * math.sin((i + 1) * a + i) for i, s in enumerate(shake)) - 0.06 * k
        x = math.copysign(abs(cos) ** (2 / square), cos) * (r.w / 2 * grow + wave)
        y = math.copysign(abs(sin) ** (2 / square), sin) * (r.h / 2 * grow + wave)
        yield r.cx + x, r.cy + y
