"""Anti-aliased shapes computed from distances: corners, discs, strokes, hatched bands, stance marks."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

import pygame

from game.ui import small_shapes
from game.ui.surfaces import SHAPES
from game.ui.theme import Colour

Point = tuple[float, float]
Lines = tuple[tuple[Point, ...], ...]
_BAND = 500_000
"""Pixels that a polygon is drawn larger on at a time."""
_SMALL = 40
"""Pixels across up to which discs are drawn without NumPy."""


def rounded(
    target: pygame.Surface,
    box: pygame.Rect,
    radius: float,
    fill: Colour | None,
    border: Colour | None,
    border_width: float,
) -> None:
    """Draw a rounded box: four cached corners and straight fills between, crisp at any size."""
    if box.w <= 0 or box.h <= 0:
        return
    radius = min(radius, box.w / 2, box.h / 2)
    line = max(1, math.floor(border_width + 0.45)) if border else 0
    n = math.ceil(max(radius, line)) + 1
    if box.w < 2 * n:
        target.blit(_box(box.w, box.h, radius, fill, border, line), box.topleft)
        return
    if box.h < 2 * n:
        _pill(target, box, n, _box(2 * n, box.h, radius, fill, border, line), fill, border, line)
        return
    tile = _box(2 * n, 2 * n, radius, fill, border, line)
    right, foot = box.right - n, box.bottom - n
    target.blit(tile, (box.x, box.y), (0, 0, n, n))
    target.blit(tile, (right, box.y), (n, 0, n, n))
    target.blit(tile, (box.x, foot), (0, n, n, n))
    target.blit(tile, (right, foot), (n, n, n, n))
    if fill:
        target.fill(fill, (box.x + n, box.y, box.w - 2 * n, n))
        target.fill(fill, (box.x + n, foot, box.w - 2 * n, n))
        target.fill(fill, (box.x, box.y + n, box.w, box.h - 2 * n))
    if border and line:
        target.fill(border, (box.x + n, box.y, box.w - 2 * n, line))
        target.fill(border, (box.x + n, box.bottom - line, box.w - 2 * n, line))
        target.fill(border, (box.x, box.y + n, line, box.h - 2 * n))
        target.fill(border, (box.right - line, box.y + n, line, box.h - 2 * n))


def _pill(
    target: pygame.Surface,
    box: pygame.Rect,
    n: int,
    tile: pygame.Surface,
    fill: Colour | None,
    border: Colour | None,
    line: int,
) -> None:
    """A box too low for four corners: two cached ends and straight fills between."""
    target.blit(tile, box.topleft, (0, 0, n, box.h))
    target.blit(tile, (box.right - n, box.y), (n, 0, n, box.h))
    if fill:
        target.fill(fill, (box.x + n, box.y, box.w - 2 * n, box.h))
    if border and line:
        target.fill(border, (box.x + n, box.y, box.w - 2 * n, line))
        target.fill(border, (box.x + n, box.bottom - line, box.w - 2 * n, line))


def _box(
    width: int, height: int, radius: float, fill: Colour | None, border: Colour | None, line: int
) -> pygame.Surface:
    key = ("box", width, height, round(radius, 2), fill, border, line)
    return SHAPES.get(key, lambda: small_shapes.box(width, height, radius, fill, border, line))


def rounded_mask(width: int, height: int, radius: float) -> pygame.Surface:
    """White with the coverage of a rounded box as alpha: multiply a picture by it to clip the picture."""
    key = ("mask", width, height, round(radius, 2))
    return SHAPES.get(key, lambda: small_shapes.box(width, height, radius, (255, 255, 255), None, 0))


def disc(
    target: pygame.Surface,
    centre: Point,
    radius: float,
    fill: Colour | None,
    border: Colour | None = None,
    border_width: float = 0,
) -> None:
    """Draw a disc or a ring; the border lies inside the radius. Centres keep a quarter pixel of precision."""
    x, y = round(centre[0] * 4) / 4, round(centre[1] * 4) / 4
    left, top = math.floor(x - radius - 1), math.floor(y - radius - 1)
    n = math.ceil(2 * radius + 3)
    key = ("disc", x - left, y - top, round(radius, 2), fill, border, round(border_width, 2))
    centre = x - left, y - top

    def make() -> pygame.Surface:
        if n <= _SMALL:
            return small_shapes.disc(n, centre, radius, fill, border, border_width)
        from game.ui import fields

        return fields.disc(n, centre, radius, fill, border, border_width)

    target.blit(SHAPES.get(key, make), (left, top))


def stance_mark(target: pygame.Surface, centre: Point, radius: float, stance: int, colour: Colour) -> None:
    """Draw the mark of a stance with the given disc radius in pixels."""
    stance_marks(target, (centre,), radius, stance, colour)


def stance_marks(target: pygame.Surface, centres: Sequence[Point], radius: float, stance: int, colour: Colour) -> None:
    """Draw many marks of one stance and size. Centres keep a quarter pixel of precision."""
    reach = radius * 1.3 + 1
    n = math.ceil(2 * reach + 1)
    drawn: dict[Point, pygame.Surface] = {}
    blits: list[tuple[pygame.Surface, tuple[int, int]]] = []
    for centre in centres:
        x, y = round(centre[0] * 4) / 4, round(centre[1] * 4) / 4
        left, top = math.floor(x - reach), math.floor(y - reach)
        at = x - left, y - top
        sprite = drawn.get(at)
        if sprite is None:
            sprite = drawn[at] = _stance_sprite(stance, radius, n, at, colour)
        blits.append((sprite, (left, top)))
    target.blits(blits, False)


def _stance_sprite(stance: int, radius: float, n: int, at: Point, colour: Colour) -> pygame.Surface:
    key = ("stance", stance, *at, round(radius, 2), colour)
    return SHAPES.get(key, lambda: small_shapes.stance(stance, radius, n, at, colour))


def dashes(points: Sequence[Point], on: float, off: float) -> Lines:
    """The polyline cut into dashes `on` long with gaps `off` between."""
    return _dashes(tuple(points), on, off)


@lru_cache(maxsize=256)
def _dashes(points: tuple[Point, ...], on: float, off: float) -> Lines:
    pieces: list[list[Point]] = []
    left, drawing = on, True
    current: list[Point] = [points[0]]
    for a, b in pairwise(points):
        length = math.hypot(b[0] - a[0], b[1] - a[1])
        done = 0.0
        while length - done > left:
            done += left
            at = (a[0] + (b[0] - a[0]) * done / length, a[1] + (b[1] - a[1]) * done / length)
            if drawing:
                pieces.append([*current, at])
            current, drawing = [at], not drawing
            left = on if drawing else off
        left -= length - done
        current.append(b)
    if drawing and len(current) > 1:
        pieces.append(current)
    return tuple(map(tuple, pieces))


def stroke(target: pygame.Surface, lines: Sequence[Sequence[Point]], colour: Colour, width: float) -> None:
    """Draw polylines with round ends and joints, anti-aliased, `width` pixels wide; kept in the cache by shape."""
    shifted, left, top, w, h = _shifted(tuple(map(tuple, lines)), width)
    if not shifted or w * h > 6_000_000:
        return
    key = ("stroke", shifted, colour, round(width, 2))

    def make() -> pygame.Surface:
        small = small_shapes.stroke(shifted, width, (w, h), colour)
        if small is not None:
            return small
        from game.ui import fields

        return fields.stroke(shifted, width, (w, h), colour)

    target.blit(SHAPES.get(key, make), (left, top))


@lru_cache(maxsize=256)
def _shifted(lines: Lines, width: float) -> tuple[Lines, int, int, int, int]:
    """Polylines with their corner at (0, 0), to a tenth of a pixel; where the corner was; width and height with the pen's."""
    flat = [p for line in lines for p in line]
    if not flat:
        return (), 0, 0, 0, 0
    pad = width / 2 + 2
    xs, ys = [p[0] for p in flat], [p[1] for p in flat]
    left, top = math.floor(min(xs) - pad), math.floor(min(ys) - pad)
    w, h = math.ceil(max(xs) + pad) - left, math.ceil(max(ys) + pad) - top
    return tuple(tuple((round(x - left, 1), round(y - top, 1)) for x, y in line) for line in lines), left, top, w, h


def polygon(target: pygame.Surface, points: Sequence[Point], fill: Colour) -> None:
    """Draw a filled polygon, anti-aliased by drawing it larger; kept in the cache by shape unless it would fill that."""
    left, top = math.floor(min(p[0] for p in points)) - 1, math.floor(min(p[1] for p in points)) - 1
    w = math.ceil(max(p[0] for p in points)) + 1 - left
    h = math.ceil(max(p[1] for p in points)) + 1 - top
    shifted = tuple((round(x - left, 1), round(y - top, 1)) for x, y in points)
    if w * h * 4 > SHAPES.limit // 4:
        clip = target.get_clip()
        for y, band in _bands(shifted, fill, w, h, clip.y - top, clip.bottom - top):
            target.blit(band, (left, top + y))
        return

    def make() -> pygame.Surface:
        whole = pygame.Surface((w, h), pygame.SRCALPHA)
        for y, band in _bands(shifted, fill, w, h, 0, h):
            band.set_alpha(None)
            whole.blit(band, (0, y))
        return whole

    target.blit(SHAPES.get(("polygon", shifted, fill), make), (left, top))


def _bands(
    points: Sequence[Point], fill: Colour, w: int, h: int, first: int, last: int
) -> Iterator[tuple[int, pygame.Surface]]:
    """A polygon of w x h pixels in bands from the top, because all of it at once may need 50 MB: where each is, and it.

    Bands that lie above the row `first` or below `last` are left out.
    """
    times = 4 if w * h < 400_000 else 2
    tall = max(1, min(h, _BAND // (w * times * times)))
    corners = [(int(x * times), int(y * times)) for x, y in points]
    for y in range(0, h, tall):
        if y + tall <= first or y >= last:
            continue
        rows = min(tall, h - y)
        large = pygame.Surface((w * times, rows * times), pygame.SRCALPHA)
        large.fill((*fill, 0))
        pygame.draw.polygon(large, (*fill, 255), [(a, b - y * times) for a, b in corners])
        yield y, pygame.transform.smoothscale(large, (w, rows))


def hatched(
    target: pygame.Surface,
    box: pygame.Rect,
    radius: float,
    colour: Colour,
    period: float,
    thickness: float,
    *,
    ground: Colour | None = None,
    border_width: float = 0,
    level: bool = False,
) -> None:
    """Draw a box filled with 45 degree (or level) stripes, with an optional border and ground colour."""
    if box.w <= 0 or box.h <= 0:
        return
    key = ("hatch", box.w, box.h, round(radius, 2), colour, period, thickness, ground, border_width, level)

    def make() -> pygame.Surface:
        from game.ui import fields

        corner = min(radius, box.w / 2, box.h / 2)
        return fields.hatch(box.size, corner, colour, period, thickness, ground, border_width, level=level)

    target.blit(SHAPES.get(key, make), box.topleft)


def box_path(x: float, y: float, w: float, h: float, radius: float) -> list[Point]:
    """The outline of a rounded box as a closed polyline, clockwise from the top left straight."""
    radius = min(radius, w / 2, h / 2)
    path: list[Point] = [(x + radius, y)]
    corners = ((x + w - radius, y + radius, -90), (x + w - radius, y + h - radius, 0),
               (x + radius, y + h - radius, 90), (x + radius, y + radius, 180))  # fmt: skip
    for cx, cy, start in corners:
        steps = max(1, round(radius / 2)) if radius else 0
        for step in range(steps + 1):
            angle = math.radians(start + 90 * step / max(steps, 1))
            path.append((cx + radius * math.cos(angle), cy + radius * math.sin(angle)))
    return [*path, path[0]]
