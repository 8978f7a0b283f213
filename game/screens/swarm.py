"""The swarm: dots sorted by stance into a silhouette about a level axis; movers of a night lie on its rim.

Positions are float32 [D, 2] in design units of a field whose corner is (0, 0). From left to right the order is that of
the stance, from certain against to certain for. How wide a group stands lies between its part of the scale and its part
of the dots, and within it crowded stances are spread a little, so that no column is higher than the field.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from game.screens.town_map import Points, stance_class

PITCH = 8.6
"""Distance between dots where there are 2,000 of them and room for it."""
_EVEN = 0.45
"""How much of a group is spread evenly over its part of the axis; the rest stands by stance alone."""
_BOWS = 30.0
"""What is kept free above and below the rims for the ways of movers."""
_GROUPS = (-1, 0, 1)
_LINE = 0.15
Ints = npt.NDArray[np.int64]
Stances = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Swarm:
    """Where dots stand, and where on the axis the undecided begin and end."""

    places: Points
    undecided: tuple[float, float]


@dataclass(frozen=True, eq=False)
class NightSwarm:
    """Where dots stand before and after a night; ``way`` int8 [D] is 1 for who moved towards for, -1 towards against."""

    before: Points
    after: Points
    way: npt.NDArray[np.int8]
    undecided: tuple[float, float]


@dataclass(frozen=True)
class _Columns:
    """The columns of one group: x of the first, how many, and their distance."""

    left: float
    count: int
    pitch: float

    def x(self, column: npt.NDArray[np.integer]) -> npt.NDArray[np.float64]:
        """The x of columns."""
        return self.left + column.astype(np.float64) * self.pitch


def growth(count: int) -> float:
    """How much larger dots, and their distances, are than those of 2,000: few dots may fill the picture as well."""
    return min(max(math.sqrt(2000 / max(count, 1)), 0.85), 1.5)


def swarm(stance: Stances, *, width: float, height: float, pitch: float = 0.0) -> Swarm:
    """Everybody by stance, within ``width`` × ``height``; ``pitch`` 0 is the usual distance for so many."""
    still = np.zeros(len(stance), np.int8)
    found = night_swarm(stance, stance, np.zeros(len(stance), np.float32), width=width, height=height, pitch=pitch)
    assert (found.way == still).all()  # noqa: S101  # because nobody moves from a stance to the same stance
    return Swarm(found.after, found.undecided)


def night_swarm(
    before: Stances, after: Stances, moment: Stances, *, width: float, height: float, pitch: float = 0.0
) -> NightSwarm:
    """Everybody before and after a night.

    Who stays in a group keeps the same place. Who leaves it lies on the rim of the old group before and on that of the
    new one after: on top on the way towards for, below on the way towards against. ``moment`` (float32 [D], 0 to 1)
    orders the rims, so that who leaves first lies outside, and who comes first lies inside.
    """
    pitch = pitch or PITCH * growth(len(after))
    groups = np.stack([stance_class(before), stance_class(after)])
    way = np.sign(groups[1].astype(np.int16) - groups[0]).astype(np.int8)
    for _shrinking in range(24):
        for widening in (0.0, 0.25, 0.5, 0.75, 1.0):
            made = _arranged(before, after, moment, groups, way, (width, height), pitch, widening)
            if made is not None:
                return made
        pitch *= 0.93
    raise ValueError(f"{len(before)} dots find no place in {width} by {height}")


def _arranged(
    before: Stances, after: Stances, moment: Stances, groups: npt.NDArray[np.int8], way: npt.NDArray[np.int8],
    field: tuple[float, float], pitch: float, widening: float,
) -> NightSwarm | None:  # fmt: skip
    """The swarm at one pitch; None if a column or a rim would leave the field."""
    width, height = field
    columns = _columns(groups[1], width, pitch, widening)
    start, end = np.zeros((len(after), 2)), np.zeros((len(after), 2))
    room = height / 2 - pitch / 2 - (_BOWS if way.any() else 0)
    for at, group in enumerate(_GROUPS):
        members = np.flatnonzero((groups[1] == group) & (way == 0))
        tall = _body(end, members, after, group, columns[at], height / 2, pitch)
        if tall.size and tall.max() * pitch / 2 > room:
            return None
        for direction in (1, -1):
            leaving = np.flatnonzero((groups[0] == group) & (way == direction))
            coming = np.flatnonzero((groups[1] == group) & (way == direction))
            edge = direction if group == 0 else -group
            # who leaves stands on even columns and who comes on odd ones: none ever lies on another
            reach = (
                _rim(start, leaving, before, -moment, columns[at], tall, edge, (0, direction), height / 2, pitch),
                _rim(end, coming, after, moment, columns[at], tall, edge, (1, direction), height / 2, pitch),
            )
            if max(reach) > room:
                return None
    still = way == 0
    start[still] = end[still]
    line = columns[1].left - columns[1].pitch / 2
    middle = (line, line + columns[1].count * columns[1].pitch)
    return NightSwarm(start.astype(np.float32), end.astype(np.float32), way, middle)


def _columns(groups: npt.NDArray[np.int8], width: float, pitch: float, widening: float) -> tuple[_Columns, ...]:
    """Each group's part of the axis: that of its scale, or (``widening`` 1) that of its dots."""
    scale = np.array([1 - _LINE, 2 * _LINE, 1 - _LINE]) / 2
    sizes = np.array([np.count_nonzero(groups == group) for group in _GROUPS], float)
    dots = sizes / max(sizes.sum(), 1.0)
    parts = (1 - widening) * scale + widening * dots
    gap = pitch * 0.75
    total = max(3, int((width - 2 * gap) // pitch))
    counts = np.maximum(1, np.floor(parts * total).astype(int))
    left = (width - 2 * gap - (counts.sum() - 1) * pitch) / 2
    found: list[_Columns] = []
    for count in counts.tolist():
        found.append(_Columns(left, count, pitch))
        left += count * pitch + gap
    return tuple(found)


def _body(
    out: npt.NDArray[np.float64], members: Ints, stance: Stances, group: int, columns: _Columns, axis: float,
    pitch: float,
) -> Ints:  # fmt: skip
    """Place those who stay in their group; the heights of its columns."""
    n, size = columns.count, len(members)
    if not size:
        return np.zeros(n, np.int64)
    ordered = members[np.argsort(stance[members], kind="stable")]
    low, high = {-1: (-1.0, -_LINE), 0: (-_LINE, _LINE), 1: (_LINE, 1.0)}[group]
    by_stance = np.clip((stance[ordered].astype(float) - low) / (high - low), 0, 1)
    evenly = (np.arange(size) + 0.5) / size
    at = (1 - _EVEN) * by_stance + _EVEN * evenly
    density = np.histogram(at, bins=n, range=(0, 1))[0].astype(float)
    heights = _whole(_tapered(_smooth(density, 3), group), size)
    column = np.repeat(np.arange(n), heights)
    row = np.arange(size) - np.repeat(np.cumsum(heights) - heights, heights)
    out[ordered, 0] = columns.x(column)
    out[ordered, 1] = axis + (row - (heights[column] - 1) / 2) * pitch
    return heights


def _smooth(values: npt.NDArray[np.float64], reach: int) -> npt.NDArray[np.float64]:
    """Each value as a mean of itself and its neighbours, the nearer the more."""
    kernel = np.bartlett(2 * reach + 3)[1:-1]
    padded = np.pad(values, reach, mode="edge")
    return np.convolve(padded, kernel / kernel.sum(), mode="valid")


def _tapered(values: npt.NDArray[np.float64], group: int) -> npt.NDArray[np.float64]:
    """Groups are lower where they meet, so that each is a body of its own."""
    n = len(values)
    t = (np.arange(n) + 0.5) / n
    if group == 0:
        return values * (0.35 + np.sqrt(np.clip(1 - (2 * t - 1) ** 2, 0, 1)))
    inward = (1 - t if group < 0 else t) * n
    outward = (t if group < 0 else 1 - t) * n
    return values * np.clip(0.35 + 0.65 * inward / 7, 0, 1) * np.clip(outward / 4, 0.2, 1)


def _whole(values: npt.NDArray[np.float64], total: int) -> Ints:
    """Whole numbers in proportion to the values that add up to the total."""
    if values.sum() <= 0:
        values = np.ones(len(values))
    ends = np.rint(np.cumsum(values) / values.sum() * total).astype(np.int64)
    counts: Ints = np.diff(ends, prepend=0)
    return counts


def _rim(
    out: npt.NDArray[np.float64], movers: Ints, stance: Stances, order: Stances, columns: _Columns, tall: Ints,
    edge: int, place: tuple[int, int], axis: float, pitch: float,
) -> float:  # fmt: skip
    """Place movers on the rim of a group, near its ``edge`` (-1 left, 1 right); how far from the axis the last one lies.

    ``place`` says which columns they take (0 even, 1 odd) and which side of the axis (1 above, -1 below).
    """
    if not len(movers):
        return 0.0
    parity, side = place
    free = np.arange(parity % columns.count, columns.count, 2 if columns.count > 1 else 1)
    wanted = min(math.ceil(len(free) * 0.6), max(4, math.ceil(len(movers) / 3)))
    nearest = free[-wanted:] if edge > 0 else free[:wanted]
    by_stance = movers[np.argsort(stance[movers], kind="stable")]
    reach = 0.0
    for column, some in zip(nearest.tolist(), np.array_split(by_stance, len(nearest)), strict=True):
        stacked = some[np.argsort(order[some], kind="stable")]
        away = (tall[column] / 2 + np.arange(len(stacked)) + 0.5) * pitch
        out[stacked, 0] = columns.left + column * pitch
        out[stacked, 1] = axis - side * away
        reach = max(reach, float(away[-1]) if len(away) else 0.0)
    return reach


def segment_swarms(
    stance: Stances, members: npt.NDArray[np.bool_], *, width: float, height: float, gap: float
) -> tuple[Points, float]:
    """Members by stance above, everybody else by stance below, with ``gap`` between: positions, and where the gap begins.

    The height is shared out by heads, but neither gets less than a third of it. Members stand far enough apart for
    their rings.
    """
    inside, outside = np.flatnonzero(members), np.flatnonzero(~members)
    room = height - gap
    upper = room * min(max(1.6 * len(inside) / max(len(members), 1), 0.34), 0.6)
    out = np.zeros((len(members), 2), np.float32)
    if len(inside):
        out[inside] = swarm(stance[inside], width=width, height=upper, pitch=11.4 * growth(len(members))).places
    if len(outside):
        pitch = PITCH * growth(len(members))
        lower = swarm(stance[outside], width=width, height=room - upper, pitch=pitch).places
        out[outside] = lower + np.array((0, upper + gap), np.float32)
    return out, upper
