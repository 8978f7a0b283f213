"""Where dots stand: on the map, in the stance swarm, in the segment view. Positions only; the ui draws them.

All positions are float32 arrays [D, 2] in design units of the 800 × 608 map field, for the D dots of a ``DotsView``.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from game.scenario.model import Town

Points = npt.NDArray[np.float32]
FIELD = (800, 608)
STREET = 9.0
"""Free space between districts, and a little more along the river."""
_STEP = 2
"""Width of a cell of the raster that says which district a place belongs to."""


def map_positions(town: Town, districts: npt.NDArray[np.int16]) -> Points:
    """A place for every dot inside its district: a hexagonal lattice, closer where more people live.

    Args:
        town: the scenario's town with coast, river and district centres.
        districts: int16[D], the district of each dot.
    """
    counts = tuple(int(n) for n in np.bincount(districts, minlength=len(town.districts)))
    places = _places(_outline(town), counts)
    out = np.zeros((len(districts), 2), np.float32)
    for index, spots in enumerate(places):
        out[districts == index] = spots
    return out


def _outline(
    town: Town,
) -> tuple[tuple[tuple[float, float], ...], tuple[tuple[float, float], ...], tuple[tuple[float, float], ...]]:
    return town.map.coast, town.map.river, tuple(district.seed for district in town.districts)


@lru_cache(maxsize=8)
def _places(
    outline: tuple[tuple[tuple[float, float], ...], tuple[tuple[float, float], ...], tuple[tuple[float, float], ...]],
    counts: tuple[int, ...],
) -> tuple[Points, ...]:
    coast, river, seeds = outline
    raster = _raster(coast, river, seeds)
    return tuple(_lattice(raster, index, count) for index, count in enumerate(counts))


def _raster(
    coast: tuple[tuple[float, float], ...],
    river: tuple[tuple[float, float], ...],
    seeds: tuple[tuple[float, float], ...],
) -> npt.NDArray[np.int16]:
    """int16[rows, columns] of the field in cells of ``_STEP``: the district that stands there, -1 for sea, streets, river."""
    ys, xs = np.mgrid[0 : FIELD[1] : _STEP, 0 : FIELD[0] : _STEP].astype(np.float32)
    inside = np.zeros(xs.shape, bool)
    for (x0, y0), (x1, y1) in zip(coast, coast[1:] + coast[:1], strict=True):
        if y0 == y1:
            continue
        crosses = (y0 <= ys) != (y1 <= ys)
        inside ^= crosses & (xs < x0 + (ys - y0) / (y1 - y0) * (x1 - x0))
    inside &= _distance_to_line(xs, ys, coast + coast[:1]) > STREET
    if river:
        inside &= _distance_to_line(xs, ys, river) > STREET + 4
    distances = np.stack([np.sqrt((xs - x) ** 2 + (ys - y) ** 2) for x, y in seeds])
    order = np.sort(distances, axis=0)
    nearest = distances.argmin(axis=0).astype(np.int16)
    clear = inside if len(seeds) == 1 else inside & (order[1] - order[0] > STREET)
    return np.where(clear, nearest, np.int16(-1))


def _distance_to_line(
    xs: npt.NDArray[np.float32], ys: npt.NDArray[np.float32], line: tuple[tuple[float, float], ...]
) -> npt.NDArray[np.float32]:
    best: npt.NDArray[np.float32] = np.full(xs.shape, np.inf, np.float32)
    for (x0, y0), (x1, y1) in pairwise(line):
        length = (x1 - x0) ** 2 + (y1 - y0) ** 2
        along = np.clip(((xs - x0) * (x1 - x0) + (ys - y0) * (y1 - y0)) / max(length, 1e-6), 0, 1)
        np.minimum(best, (xs - x0 - along * (x1 - x0)) ** 2 + (ys - y0 - along * (y1 - y0)) ** 2, out=best)
    np.sqrt(best, out=best)
    return best


def _lattice(raster: npt.NDArray[np.int16], district: int, count: int) -> Points:
    """``count`` places in the district: the widest lattice that has enough of them, thinned evenly to the count."""
    if count == 0:
        return np.zeros((0, 2), np.float32)
    low, high = 1.5, 60.0
    spots = _spots(raster, district, low)
    for _ in range(14):
        middle = (low + high) / 2
        found = _spots(raster, district, middle)
        if len(found) >= count:
            low, spots = middle, found
        else:
            high = middle
    if len(spots) < count:  # a district smaller than its people: they share places
        if len(spots) == 0:
            return np.full((count, 2), 0, np.float32)
        return spots[np.arange(count) % len(spots)]
    keep = np.linspace(0, len(spots) - 1, count).round().astype(int)
    thinned: Points = spots[keep]
    return thinned


def _spots(raster: npt.NDArray[np.int16], district: int, spacing: float) -> Points:
    rows = np.arange(spacing / 2, FIELD[1], spacing * 0.87)
    columns = np.arange(spacing / 2, FIELD[0] - spacing, spacing)
    xs = columns[None, :] + (np.arange(len(rows)) % 2)[:, None] * spacing / 2
    ys = np.broadcast_to(rows[:, None], xs.shape)
    good = raster[(ys / _STEP).astype(int), np.minimum((xs / _STEP).astype(int), raster.shape[1] - 1)] == district
    return np.stack([xs[good], ys[good]], axis=1).astype(np.float32)


def stance_class(stance: npt.NDArray[np.float32]) -> npt.NDArray[np.int8]:
    """int8[D]: 1 for, 0 undecided (|stance| < 0.15), -1 against."""
    return np.where(np.abs(stance) < np.float32(0.15), 0, np.sign(stance)).astype(np.int8)


def swarm_positions(
    stance: npt.NDArray[np.float32],
    *,
    width: float,
    height: float,
    pitch: float = 8.6,
    rim: npt.NDArray[np.int8] | None = None,
) -> Points:
    """Dots sorted by stance into three lobes about a level axis, the certain ones outside.

    Args:
        stance: float32[D], -1 (against, left) to 1 (for, right).
        width: room for the lobes.
        height: room above and below the axis together.
        pitch: distance between dots.
        rim: int8[D], 1 for dots that must lie on the upper rim, -1 on the lower, 0 elsewhere (movers are seen there).
    """
    count = len(stance)
    out = np.zeros((count, 2), np.float32)
    classes = stance_class(stance)
    groups = [np.flatnonzero(classes == kind) for kind in (-1, 0, 1)]
    rows = max(3, int(height / pitch) - 1)
    columns = _column_counts([len(group) for group in groups], rows, int(width / pitch))
    gap = min(2.0 * pitch, (width - sum(columns) * pitch) / 4)
    start = (width - (sum(columns) - 1) * pitch - 2 * gap) / 2
    for group, across in zip(groups, columns, strict=True):
        if len(group):
            ordered = group[np.argsort(stance[group], kind="stable")]
            _fill(out, ordered, across, start, height / 2, pitch, rim)
        start += across * pitch + gap
    return out


def _column_counts(sizes: list[int], rows: int, most: int) -> list[int]:
    """Columns for each lobe: in proportion to its dots, at least so many that no column is higher than the room."""
    need = [max(1, -(-size * 4 // (rows * 3))) if size else 0 for size in sizes]
    spare = max(0, most - sum(need))
    total = max(1, sum(sizes))
    return [n + int(spare * size / total * 0.5) if size else 0 for n, size in zip(need, sizes, strict=True)]


def _fill(
    out: Points,
    ordered: npt.NDArray[np.intp],
    across: int,
    start: float,
    axis: float,
    pitch: float,
    rim: npt.NDArray[np.int8] | None,
) -> None:
    """Put one lobe's dots, in order of stance, into columns whose heights swell and shrink like a lens."""
    t = (np.arange(across) + 0.5) / across
    shape = 0.18 + np.sqrt(np.clip(1 - (2 * t - 1) ** 2, 0, 1))
    ends = np.round(np.cumsum(shape) / shape.sum() * len(ordered)).astype(int)
    begin = 0
    for column, end in enumerate(ends):
        members = ordered[begin:end]
        begin = int(end)
        if rim is not None:
            members = members[np.argsort(-rim[members], kind="stable")]
        n = len(members)
        out[members, 0] = start + column * pitch
        out[members, 1] = axis + (np.arange(n) - (n - 1) / 2) * pitch


def segment_positions(members: npt.NDArray[np.bool_], *, width: float, height: float) -> Points:
    """Members in a disc on the right, everybody else in a paler disc on the left: who is in, who is out."""
    out = np.zeros((len(members), 2), np.float32)
    inside, outside = np.flatnonzero(members), np.flatnonzero(~members)
    out[outside] = _disc(len(outside), width * 0.31, height / 2, min(width * 0.29, height * 0.46))
    out[inside] = _disc(len(inside), width * 0.8, height / 2, min(width * 0.18, height * 0.3))
    return out


def _disc(count: int, x: float, y: float, radius: float) -> Points:
    """Sunflower positions: as even as a lattice, round at the edge."""
    index = np.arange(count) + 0.5
    spacing = min(radius / max(1.0, float(count)) ** 0.5, 7.2)
    distance = np.sqrt(index) * spacing
    angle = index * 2.399963
    return np.stack([x + distance * np.cos(angle), y + distance * np.sin(angle)], axis=1).astype(np.float32)
