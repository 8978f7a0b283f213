"""Anti-aliased shapes of many pixels as NumPy arrays of coverage. Loaded when the first of them is drawn: the title has none."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pygame

from game.ui.theme import Colour

Point = tuple[float, float]
Floats = npt.NDArray[np.float32]


def from_coverage(coverage: Floats, colour: Colour) -> pygame.Surface:
    """A surface of one colour whose alpha is `coverage` (float32[height, width], 0 to 1)."""
    height, width = coverage.shape
    surface = pygame.Surface((width, height), pygame.SRCALPHA)
    surface.fill((*colour, 0))
    alpha = pygame.surfarray.pixels_alpha(surface)
    alpha[:] = np.rint(coverage.T * 255).astype(np.uint8)
    del alpha
    return surface


def from_layers(layers: list[tuple[Floats, Colour]]) -> pygame.Surface:
    """A surface of disjoint coverages: each pixel mixes the colours by their coverage; alpha is their sum."""
    height, width = layers[0][0].shape
    total = np.zeros((height, width), np.float32)
    mixed = np.zeros((height, width, 3), np.float32)
    for coverage, colour in layers:
        total += coverage
        mixed += coverage[..., None] * np.asarray(colour, np.float32)
    mixed /= np.maximum(total, 1e-6)[..., None]
    surface = pygame.Surface((width, height), pygame.SRCALPHA)
    pixels = pygame.surfarray.pixels3d(surface)
    pixels[:] = np.rint(mixed).clip(0, 255).astype(np.uint8).transpose(1, 0, 2)
    del pixels
    alpha = pygame.surfarray.pixels_alpha(surface)
    alpha[:] = np.rint(total.clip(0, 1).T * 255).astype(np.uint8)
    del alpha
    return surface


def grid(width: int, height: int) -> tuple[Floats, Floats]:
    """Pixel centres: x as float32[1, width], y as float32[height, 1]."""
    return (np.arange(width, dtype=np.float32) + 0.5)[None, :], (np.arange(height, dtype=np.float32) + 0.5)[:, None]


def cover(distance: Floats) -> Floats:
    """Coverage of pixels from their signed distance to an edge, in pixels, negative inside."""
    coverage: Floats = np.clip(0.5 - distance, 0, 1).astype(np.float32)
    return coverage


def rounded_distance(width: int, height: int, radius: float) -> Floats:
    """Signed distance to a rounded box that fills width x height pixels."""
    x, y = grid(width, height)
    qx = np.abs(x - width / 2) - width / 2 + radius
    qy = np.abs(y - height / 2) - height / 2 + radius
    outside = np.hypot(np.maximum(qx, 0), np.maximum(qy, 0))
    distance: Floats = (outside + np.minimum(np.maximum(qx, qy), 0) - radius).astype(np.float32)
    return distance


def stripes(width: int, height: int, period: float, thickness: float, *, level: bool = False) -> Floats:
    """Coverage of a hatch: 45 degree stripes, or level ones, `period` pixels apart and `thickness` pixels wide."""
    x, y = grid(width, height)
    across = (y + 0 * x if level else (x + y) * np.float32(0.70710678)).astype(np.float32)
    away = np.abs((across % period) - period / 2)
    coverage: Floats = np.clip(0.5 + thickness / 2 - away, 0, 1).astype(np.float32)
    return coverage


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


def stroke_coverage(lines: Sequence[Sequence[Point]], width: float, w: int, h: int) -> Floats:
    """Coverage on w x h pixels of polylines with round ends and joints."""
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


def disc(
    n: int, centre: Point, radius: float, fill: Colour | None, border: Colour | None, line: float
) -> pygame.Surface:
    """A disc or a ring on n x n pixels; the border lies inside the radius."""
    gx, gy = grid(n, n)
    distance = (np.hypot(gx - centre[0], gy - centre[1]) - radius).astype(np.float32)
    outer = cover(distance)
    if border is None or not line:
        return from_coverage(outer, fill or (0, 0, 0))
    inner = cover((distance + line).astype(np.float32))
    rim = (outer - inner).astype(np.float32)
    return from_coverage(rim, border) if fill is None else from_layers([(inner, fill), (rim, border)])


def stroke(lines: Sequence[Sequence[Point]], width: float, size: tuple[int, int], colour: Colour) -> pygame.Surface:
    """Polylines with round ends and joints on a surface of that size."""
    return from_coverage(stroke_coverage(lines, width, *size), colour)


def hatch(
    size: tuple[int, int],
    radius: float,
    colour: Colour,
    period: float,
    thickness: float,
    ground: Colour | None,
    border_width: float,
    *,
    level: bool,
) -> pygame.Surface:
    """A rounded box of stripes, with an optional border and ground."""
    distance = rounded_distance(*size, radius)
    outer = cover(distance)
    inner = cover((distance + border_width).astype(np.float32)) if border_width else outer
    lines = stripes(*size, period, thickness, level=level) * inner
    inked = np.maximum(lines, outer - inner).astype(np.float32)
    if ground is None:
        return from_coverage(inked, colour)
    return from_layers([(inked, colour), ((outer - inked).clip(0, 1).astype(np.float32), ground)])
