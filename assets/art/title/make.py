"""Makes the crowd in the shape of one person (``dots.json``) from its outline (``head.json``); run it without arguments.

The same dots come out each time. They lie here so that the title need not count them out whenever it appears.
"""

from __future__ import annotations

import json
from itertools import pairwise
from math import exp, hypot
from pathlib import Path
from random import Random
from typing import Any, Literal

Stance = Literal["for", "undecided", "against"]
Point = tuple[float, float]
HERE = Path(__file__).resolve().parent
HEIGHT = 720
"""Of the drawing, in design units."""
SPACING = 8.62  # between dots of a row; rows stand at 0.866 of it, as bees do
RADIUS = 3.4
SCALE, LEFT, TOP = 0.98, 21.0, 29.0
"""How large the outline stands in the drawing, and where."""


def head(drawing: dict[str, Any]) -> dict[tuple[Stance, float], list[Point]]:
    """The dots of each stance and radius in the drawing's units."""
    outline = [_placed(point) for point in drawing["points"]]
    eye = _placed(drawing["eye"])
    mouth = [_placed(point) for point in drawing["mouth"]]
    luck = Random(1911)  # noqa: S311  # because this is a drawing, not a secret
    dots: dict[tuple[Stance, float], list[Point]] = {}
    row, y = 0, 48.0
    while y < HEIGHT + 4:
        border = _border(y)
        offset = (row % 2) * SPACING / 2
        for left, right in _spans(outline, y):
            x = left + (offset - left) % SPACING + SPACING * 0.2
            while x < right - 2:
                if _kept(x, y, right, eye, mouth, luck):
                    at = x + luck.uniform(-0.7, 0.7), y + luck.uniform(-0.7, 0.7)
                    dots.setdefault((_stance(x, y, border, luck), RADIUS), []).append(at)
                x += SPACING
        row, y = row + 1, y + SPACING * 0.866
    for x, y, radius, stance in _dust(outline, luck):
        dots.setdefault((stance, radius), []).append((x, y))
    return dots


def _placed(point: list[float]) -> Point:
    """A point of the outline in the drawing."""
    return LEFT + SCALE * point[0], TOP + SCALE * point[1]


def _spans(outline: list[Point], y: float) -> list[Point]:
    """The stretches of the horizontal line at ``y`` that lie inside the outline."""
    crossings = []
    for (x0, y0), (x1, y1) in zip(outline, outline[1:] + outline[:1], strict=True):
        if (y0 <= y) != (y1 <= y):
            crossings.append(x0 + (y - y0) / (y1 - y0) * (x1 - x0))
    crossings.sort()
    return list(zip(crossings[::2], crossings[1::2], strict=False))


def _kept(x: float, y: float, right: float, eye: Point, mouth: list[Point], luck: Random) -> bool:
    """Whether a dot stands here: not in the eye, not on the lips' line, fewer and fewer at the back of the head."""
    if ((x - eye[0]) / 29) ** 2 + ((y - eye[1]) / 25) ** 2 < 1:
        return False
    (x0, y0), (x1, y1) = mouth
    if x0 - 4 <= x <= x1 + 4 and abs(y - (y0 + (y1 - y0) * (x - x0) / (x1 - x0))) < 4.6:
        return False
    if x < 406 + 44 * ((y * 0.37) % 1):
        return True
    loose = 1 - (right - x - 16 * ((y % 95) / 95)) / 58
    return luck.random() > 0.64 * min(1.0, max(0.0, loose))


BORDER = (
    (0, 290), (50, 276), (75, 272), (96, 258), (120, 234), (145, 230), (170, 214), (215, 205), (240, 196), (264, 206),
    (288, 220), (312, 236), (336, 246), (360, 272), (384, 294), (408, 316), (432, 330), (480, 340), (504, 358),
    (528, 352), (552, 334), (576, 318), (600, 308), (624, 296), (648, 284), (672, 268), (720, 254),
)  # fmt: skip
"""Where opinion changes sides, from the forehead to the neck: y, x."""
WAVERING = ((330, 440), (430, 440), (500, 408), (545, 356), (580, 300))
"""The crest of the crowd at the back of the head that has not decided: x, y."""


def _border(y: float) -> float:
    """Where opinion changes sides at this height."""
    for (y0, x0), (y1, x1) in pairwise(BORDER):
        if y <= y1:
            return x0 + (x1 - x0) * (y - y0) / (y1 - y0)
    return BORDER[-1][1]


def _stance(x: float, y: float, border: float, luck: Random) -> Stance:
    """For in the face, against at the back, undecided between them and behind the ear; and everywhere a few others."""
    chance = luck.random()
    distance = x - border + luck.gauss(0, 12)
    if abs(distance) < 19:
        return "undecided" if chance < 0.82 else "for" if distance < 0 else "against"
    if distance < 0:
        return "for" if chance < 0.92 else "undecided" if chance < 0.96 else "against"
    crest = _away(x, y) if 270 < y < 530 else 99.0
    if crest < 78 and luck.random() < 0.72 - crest / 130:
        return "for" if x > 500 and chance < 0.3 else "undecided"
    return "against" if chance < 0.93 else "for" if chance < 0.97 else "undecided"


def _away(x: float, y: float) -> float:
    """How far a point is from the crest of the wavering crowd."""
    nearest = 1e9
    for (x0, y0), (x1, y1) in pairwise(WAVERING):
        along = ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / ((x1 - x0) ** 2 + (y1 - y0) ** 2)
        along = min(1.0, max(0.0, along))
        nearest = min(nearest, hypot(x - x0 - along * (x1 - x0), y - y0 - along * (y1 - y0)))
    return nearest


def _dust(outline: list[Point], luck: Random) -> list[tuple[float, float, float, Stance]]:
    """Dots that have left the head: fewer, and smaller, towards the right edge."""
    dust: list[tuple[float, float, float, Stance]] = []
    edges = [max((right for _left, right in _spans(outline, y + 8)), default=340.0) for y in range(0, 736, 16)]
    for _ in range(1400):
        x, y = luck.uniform(430, 632), luck.uniform(66, 718)
        out = x - edges[int(y) // 16]
        thick, far = (0.45, 150) if y > 510 else (0.22, 100)
        if (
            out < 3
            or luck.random() > thick * exp(-out / far) * 1.5
            or any(hypot(x - a, y - b) < 8 for a, b, _r, _s in dust)
        ):
            continue
        chance = luck.random()
        stance: Stance = "against" if chance < 0.9 else "undecided" if chance < 0.95 else "for"
        if 270 < y < 482:
            stance = "for" if chance < 0.44 else "undecided" if chance < 0.9 else "against"
        dust.append((x, y, RADIUS * (1 - 0.06 * min(4, int(out / 30))), stance))
    return dust


def main() -> None:
    """Write the file."""
    drawing = json.loads((HERE / "head.json").read_text(encoding="utf-8"))
    dots = [
        [stance, radius, [round(value, 6) for point in points for value in point]]
        for (stance, radius), points in head(drawing).items()
    ]
    made = json.dumps({"eye": _placed(drawing["eye"]), "dots": dots}, separators=(",", ":"))
    (HERE / "dots.json").write_text(made + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
