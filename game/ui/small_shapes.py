"""Anti-aliased shapes of few pixels in plain Python: there before NumPy is loaded, and as quick as calling it for them.

Coverage of a pixel is half a pixel less the signed distance of its middle to the edge. Most pixels lie wholly inside
or outside, which their squared distance tells; only those on an edge are worked out.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise

import pygame

from game.ui.theme import Colour

Point = tuple[float, float]
Drawn = Sequence[Sequence[Point]]
_MOST_STROKED = 25_000
"""Pixels around the pieces of a stroke up to which this is the quicker way."""


def box(
    width: int, height: int, radius: float, fill: Colour | None, border: Colour | None, line: int
) -> pygame.Surface:
    """A rounded box; `line` is the width of its border. One quarter is worked out, the others are its mirror images."""
    ink = _Ink(fill, border, line)
    curved = ink.curved(radius)
    across, down = (width + 1) // 2, (height + 1) // 2
    corner = min(math.ceil(radius), across, down)
    rows: list[bytes] = []
    for j in range(down):
        row = [ink.straight(j)] * across
        if j >= corner:
            for i in range(min(line, across)):
                row[i] = ink.straight(i)
        else:
            square = (radius - j - 0.5) ** 2
            row[:corner] = curved([(radius - i - 0.5) ** 2 + square for i in range(corner)])
            if radius < corner:  # the last row and column of the corner may lie behind its centre
                last = corner - 1
                if radius <= j + 0.5:
                    row[:corner] = [ink.straight(min(i, j)) for i in range(corner)]
                elif radius <= last + 0.5:
                    row[last] = ink.straight(min(last, j))
        rows.append(b"".join(row) + b"".join(row[: width // 2][::-1]))
    return _surface(b"".join(rows + rows[: height // 2][::-1]), width, height)


def disc(
    n: int, centre: Point, radius: float, fill: Colour | None, border: Colour | None, line: float
) -> pygame.Surface:
    """A disc or a ring on n x n pixels; the border lies inside the radius."""
    curved = _Ink(fill, border, line).curved(radius)
    squares = [(i + 0.5 - centre[0]) ** 2 for i in range(n)]
    others = [(j + 0.5 - centre[1]) ** 2 for j in range(n)]
    return _surface(b"".join([pixel for y in others for pixel in curved([x + y for x in squares])]), n, n)


def stance(kind: int, radius: float, n: int, centre: Point, colour: Colour) -> pygame.Surface:
    """The mark of a stance on n x n pixels: 1 disc, 0 ring, -1 diamond (design guide 1.2)."""
    if kind > 0:
        return disc(n, centre, radius, colour, None, 0)
    ink = _Ink(colour, None, 0)
    clear, full, at = ink.clear, ink.full, ink.at
    if kind == 0:
        middle, thick = radius * 0.8, radius * 0.22
        out, inn = (middle + thick + 0.5) ** 2, max(0.0, middle - thick - 0.5) ** 2
        ys, xs = ([(i + 0.5 - c) ** 2 for i in range(n)] for c in reversed(centre))
        squares = [x + y for y in ys for x in xs]
        ring = [clear if s >= out or s < inn else at(abs(math.sqrt(s) - middle) - thick) for s in squares]
        return _surface(b"".join(ring), n, n)
    half, edge = radius * 1.22, 0.5 / 0.70710678
    wide = [abs(i + 0.5 - centre[0]) - half for i in range(n)]
    tall = [abs(j + 0.5 - centre[1]) for j in range(n)]
    away = [x + y for y in tall for x in wide]
    pixels = [clear if one >= edge else full if one <= -edge else at(one * 0.70710678) for one in away]
    return _surface(b"".join(pixels), n, n)


def stroke(lines: Drawn, width: float, size: tuple[int, int], colour: Colour) -> pygame.Surface | None:
    """Polylines with round ends and joints on a surface of that size, or None where NumPy would be quicker."""
    w, h = size
    reach = width / 2 + 1.5
    pieces = [piece for line in lines for piece in (list(pairwise(line)) or [(line[0], line[0])])]
    windows = []
    for (ax, ay), (bx, by) in pieces:
        x0, x1 = max(0, int(min(ax, bx) - reach)), min(w, int(max(ax, bx) + reach) + 1)
        y0, y1 = max(0, int(min(ay, by) - reach)), min(h, int(max(ay, by) + reach) + 1)
        windows.append((x0, x1, y0, y1))
    if sum((x1 - x0) * (y1 - y0) for x0, x1, y0, y1 in windows) > _MOST_STROKED:
        return None
    alpha = bytearray(w * h)
    edge = 0.5 + width / 2
    far = edge * edge
    for ((ax, ay), (bx, by)), (x0, x1, y0, y1) in zip(pieces, windows, strict=True):
        dx, dy = bx - ax, by - ay
        along = max(dx * dx + dy * dy, 1e-6)
        sx, sy = dx / along, dy / along
        lean = dx / dy if dy else 0.0
        wide = edge * math.sqrt(along) / abs(dy) + 1 if dy else math.inf  # of the whole line's band in one row
        for j in range(y0, y1):
            py = j + 0.5 - ay
            at, part = j * w, py * sy
            middle = ax + py * lean
            first = x0 if wide > w else max(x0, int(middle - wide))
            last = x1 if wide > w else min(x1, int(middle + wide) + 1)
            for i in range(first, last):
                px = i + 0.5 - ax
                t = px * sx + part
                t = 0.0 if t < 0 else 1.0 if t > 1 else t
                ox, oy = px - t * dx, py - t * dy
                square = ox * ox + oy * oy
                if square < far and alpha[at + i] < 255:
                    inside = edge - math.sqrt(square)
                    cover = 255 if inside >= 1 else round(inside * 255)
                    if cover > alpha[at + i]:
                        alpha[at + i] = cover
    pixels = bytearray(_pixel(colour, 0) * (w * h))
    pixels[3::4] = alpha
    return _surface(bytes(pixels), w, h)


def _surface(pixels: bytes, width: int, height: int) -> pygame.Surface:
    """A surface with an alpha of its own from pixels that are blue, green, red, alpha."""
    return pygame.image.frombuffer(pixels, (width, height), "BGRA").copy()


def _pixel(colour: Colour, alpha: int) -> bytes:
    return bytes((colour[2], colour[1], colour[0], alpha))


class _Ink:
    """The pixel at a distance from an edge: `fill` inside, `border` on the outermost `line` pixels, mixed between."""

    def __init__(self, fill: Colour | None, border: Colour | None, line: float) -> None:
        self.line = line if border else 0.0
        hollow = bool(self.line) and fill is None
        self.outer = (border if self.line else fill) or (0, 0, 0)
        self.inner = self.outer if hollow or not self.line else fill or (0, 0, 0)
        self.hollow = hollow
        self.full = _pixel(self.inner, 0 if hollow else 255)
        self.rim = _pixel(self.outer, 255)
        self.clear = _pixel((0, 0, 0) if self.line and not hollow else self.outer, 0)

    def straight(self, pixels_in: int) -> bytes:
        """So many whole pixels in from a straight edge."""
        return self.rim if pixels_in < self.line else self.full

    def curved(self, radius: float) -> Callable[[list[float]], list[bytes]]:
        """What gives the pixels at distances from the centre of a round edge, which it is told as their squares."""
        far = (radius + 0.5) ** 2
        deep = radius - 0.5 - self.line
        near = deep * deep if deep > 0 else -1.0
        clear, full, at, root = self.clear, self.full, self.at, math.sqrt

        def pixels(squares: list[float]) -> list[bytes]:
            return [clear if s >= far else full if s <= near else at(root(s) - radius) for s in squares]

        return pixels

    def at(self, away: float) -> bytes:
        """At a signed distance, negative inside."""
        if away >= 0.5:
            return self.clear
        whole = min(1.0, 0.5 - away)
        if not self.line:
            return self.full if whole >= 1 else _pixel(self.outer, round(whole * 255))
        inside = min(1.0, max(0.0, 0.5 - away - self.line))
        if self.hollow:
            return _pixel(self.outer, round((whole - inside) * 255))
        if inside >= 1 or (inside <= 0 and whole >= 1):
            return self.full if inside else self.rim
        (r, g, b), (x, y, z) = self.inner, self.outer
        share = inside / max(whole, 1e-6)
        mixed = round(x + (r - x) * share), round(y + (g - y) * share), round(z + (b - z) * share)
        return _pixel(mixed, round(whole * 255))
