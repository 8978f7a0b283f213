"""Where dots stand on the map, and which stance counts as undecided. Positions only; the ui draws them.

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
_LETTER = 9.0
"""Usual width of a letter in the name of a district."""
_STEP = 2
"""Width of a cell of the raster that says which district a place belongs to."""


def map_positions(town: Town, districts: npt.NDArray[np.int16], text_scale: float = 1.0) -> Points:
    """A place for every dot inside its district: a hexagonal lattice, closer where more people live.

    Args:
        town: the scenario's town with coast, river, district centres and their names.
        districts: int16[D], the district of each dot.
        text_scale: size of the names, under which nobody stands.
    """
    counts = tuple(int(n) for n in np.bincount(districts, minlength=len(town.districts)))
    names = tuple((each.label, len(each.name) * _LETTER * text_scale, text_scale) for each in town.districts)
    places = _places(_outline(town), names, counts)
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
    names: tuple[tuple[tuple[float, float], float, float], ...],
    counts: tuple[int, ...],
) -> tuple[Points, ...]:
    coast, river, seeds = outline
    raster = _raster(coast, river, seeds)
    for (x, y), width, scale in names:  # who stood under the name of a district could not be seen
        left, top = max(0.0, x - width / 2 - 14), max(0.0, y - 20 * scale)
        rows = slice(int(top) // _STEP, int(y + 20 * scale) // _STEP)
        raster[rows, int(left) // _STEP : int(x + width / 2 + 14) // _STEP] = -1
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
    return _shaken(spots[keep], raster, district, low)


def _shaken(spots: Points, raster: npt.NDArray[np.int16], district: int, spacing: float) -> Points:
    """The places moved by up to a tenth of their distance, as people do not live in rows; never out of the district."""
    turn = np.arange(len(spots)) * 2.399963 + district  # evenly spread angles, the same in every run
    far = 0.1 * spacing * np.abs(np.sin(np.arange(len(spots)) * 7.31))
    shaken = (spots + np.stack([far * np.cos(turn), far * np.sin(turn)], axis=1)).astype(np.float32)
    cells = np.clip((shaken / _STEP).astype(int), 0, (raster.shape[1] - 1, raster.shape[0] - 1))
    stays = raster[cells[:, 1], cells[:, 0]] == district
    return np.where(stays[:, None], shaken, spots).astype(np.float32)


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
