"""Anti-aliased shapes computed from distances: corners, discs, strokes, hatched bands, stance marks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pygame

from game.ui.surfaces import SHAPES, Floats, cover, from_coverage, from_layers, grid, rounded_distance, stripes
from game.ui.theme import Colour

Point = tuple[float, float]


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
    if box.w < 2 * n or box.h < 2 * n:
        key = ("box", box.w, box.h, round(radius, 2), fill, border, line)
        target.blit(SHAPES.get(key, lambda: _box(box.w, box.h, radius, fill, border, line)), box.topleft)
        return
    tile = SHAPES.get(
        ("corners", n, round(radius, 2), fill, border, line), lambda: _box(2 * n, 2 * n, radius, fill, border, line)
    )
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


def _box(
    width: int, height: int, radius: float, fill: Colour | None, border: Colour | None, line: float
) -> pygame.Surface:
    distance = rounded_distance(width, height, radius)
    outer = cover(distance)
    if not border or not line:
        return from_coverage(outer, fill or (0, 0, 0))
    inner = cover((distance + line).astype(np.float32))
    if fill is None:
        return from_coverage((outer - inner).astype(np.float32), border)
    return from_layers([(inner, fill), ((outer - inner).astype(np.float32), border)])


def rounded_mask(width: int, height: int, radius: float) -> pygame.Surface:
    """White with the coverage of a rounded box as alpha: multiply a picture by it to clip the picture."""
    key = ("mask", width, height, round(radius, 2))
    return SHAPES.get(key, lambda: from_coverage(cover(rounded_distance(width, height, radius)), (255, 255, 255)))


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

    def make() -> pygame.Surface:
        gx, gy = grid(n, n)
        distance = (np.hypot(gx - (x - left), gy - (y - top)) - radius).astype(np.float32)
        outer = cover(distance)
        if border is None or not border_width:
            return from_coverage(outer, fill or (0, 0, 0))
        inner = cover((distance + border_width).astype(np.float32))
        rim = (outer - inner).astype(np.float32)
        return from_coverage(rim, border) if fill is None else from_layers([(inner, fill), (rim, border)])

    target.blit(SHAPES.get(key, make), (left, top))


def stance_coverage(stance: int, radius: float, n: int, cx: float, cy: float) -> Floats:
    """Coverage on n x n pixels of the mark of a stance: 1 disc, 0 ring, -1 diamond (design guide 1.2)."""
    gx, gy = grid(n, n)
    if stance < 0:
        half = radius * 1.22
        away = (np.abs(gx - cx) + np.abs(gy - cy) - half) * 0.70710678
        return cover(away.astype(np.float32))
    away = np.hypot(gx - cx, gy - cy).astype(np.float32)
    if stance > 0:
        return cover((away - radius).astype(np.float32))
    return cover((np.abs(away - radius * 0.8) - radius * 0.22).astype(np.float32))


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
    return SHAPES.get(key, lambda: from_coverage(stance_coverage(stance, radius, n, *at), colour))


def dashes(points: Sequence[Point], on: float, off: float) -> list[list[Point]]:
    """The polyline cut into dashes `on` long with gaps `off` between."""
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
    return pieces


def stroke(target: pygame.Surface, lines: Sequence[Sequence[Point]], colour: Colour, width: float) -> None:
    """Draw polylines with round ends and joints, anti-aliased, `width` pixels wide; kept in the cache by shape."""
    flat = [p for line in lines for p in line]
    if not flat:
        return
    pad = width / 2 + 2
    left, top = math.floor(min(p[0] for p in flat) - pad), math.floor(min(p[1] for p in flat) - pad)
    w = math.ceil(max(p[0] for p in flat) + pad) - left
    h = math.ceil(max(p[1] for p in flat) + pad) - top
    if w * h > 6_000_000:
        return
    shifted = tuple(tuple((round(x - left, 1), round(y - top, 1)) for x, y in line) for line in lines)
    key = ("stroke", shifted, colour, round(width, 2))
    target.blit(SHAPES.get(key, lambda: from_coverage(_stroke_coverage(shifted, width, w, h), colour)), (left, top))


def _stroke_coverage(lines: Sequence[Sequence[Point]], width: float, w: int, h: int) -> Floats:
    coverage = np.zeros((h, w), np.float32)
    reach = width / 2 + 1.5
    for line in lines:
        ends = list(pairwise(line)) or [(line[0], line[0])]
        for (ax, ay), (bx, by) in ends:
            x0, x1 = max(0, int(min(ax, bx) - reach)), min(w, int(max(ax, bx) + reach) + 1)
            y0, y1 = max(0, int(min(ay, by) - reach)), min(h, int(max(ay, by) + reach) + 1)
            gx = (np.arange(x0, x1, dtype=np.float32) + 0.5)[None, :]
            gy = (np.arange(y0, y1, dtype=np.float32) + 0.5)[:, None]
            dx, dy = bx - ax, by - ay
            t = np.clip(((gx - ax) * dx + (gy - ay) * dy) / max(dx * dx + dy * dy, 1e-6), 0, 1)
            away = np.hypot(gx - ax - t * dx, gy - ay - t * dy)
            window = coverage[y0:y1, x0:x1]
            np.maximum(window, np.clip(0.5 + width / 2 - away, 0, 1), out=window)
    return coverage


def polygon(target: pygame.Surface, points: Sequence[Point], fill: Colour) -> None:
    """Draw a filled polygon, anti-aliased by drawing it four times as large; kept in the cache by shape."""
    left, top = math.floor(min(p[0] for p in points)) - 1, math.floor(min(p[1] for p in points)) - 1
    w = math.ceil(max(p[0] for p in points)) + 1 - left
    h = math.ceil(max(p[1] for p in points)) + 1 - top
    shifted = tuple((round(x - left, 1), round(y - top, 1)) for x, y in points)

    def make() -> pygame.Surface:
        times = 4 if w * h < 400_000 else 2
        large = pygame.Surface((w * times, h * times), pygame.SRCALPHA)
        large.fill((*fill, 0))
        pygame.draw.polygon(large, (*fill, 255), [(x * times, y * times) for x, y in shifted])
        return pygame.transform.smoothscale(large, (w, h))

    target.blit(SHAPES.get(("polygon", shifted, fill), make), (left, top))


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
        distance = rounded_distance(box.w, box.h, min(radius, box.w / 2, box.h / 2))
        outer = cover(distance)
        inner = cover((distance + border_width).astype(np.float32)) if border_width else outer
        lines = stripes(box.w, box.h, period, thickness, level=level) * inner
        inked = np.maximum(lines, outer - inner).astype(np.float32)
        if ground is None:
            return from_coverage(inked, colour)
        return from_layers([(inked, colour), ((outer - inked).clip(0, 1).astype(np.float32), ground)])

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
