"""Where dots stand when they are sorted: whatever the town, no two in one place and all of them inside."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.screens.swarm import night_swarm, segment_swarms, swarm
from game.screens.town_map import FIELD, Points, map_positions, stance_class
from tests.screens.act_one import tram_vote

WIDTH, HEIGHT = 800.0, 420.0
_KINDS = st.sampled_from(["even", "two camps", "all one way", "all undecided", "at the edges"])


def _town(seed: int, count: int, kind: str) -> npt.NDArray[np.float32]:
    """Stances of a town of some kind, float32 [count]."""
    rng = np.random.default_rng(seed)
    found = {
        "even": rng.uniform(-1, 1, count),
        "two camps": rng.choice([-0.5, 0.5], count) + rng.normal(0, 0.15, count),
        "all one way": np.full(count, 0.4),
        "all undecided": rng.uniform(-0.14, 0.14, count),
        "at the edges": rng.choice([-1.0, -0.15, 0.15, 1.0], count),
    }[kind]
    stances: npt.NDArray[np.float32] = np.clip(found, -1, 1).astype(np.float32)
    return stances


def _apart(places: Points, least: float = 1.5) -> bool:
    """Are all at least that far from each other?"""
    order = np.lexsort((places[:, 1], places[:, 0]))
    near = places[order]
    for step in range(
        1, 80
    ):  # columns are at least as far apart as dots are, so that neighbours are near in this order
        if step >= len(near):
            break
        if (np.abs(near[step:] - near[:-step]).max(axis=1) < least).any():
            return False
    return True


def _inside(places: Points, width: float, height: float) -> bool:
    return bool(
        len(places) == 0 or ((places >= 0).all() and places[:, 0].max() <= width and places[:, 1].max() <= height)
    )


@settings(max_examples=40, deadline=None, derandomize=True)
@given(seed=st.integers(0, 10_000), count=st.integers(0, 2500), kind=_KINDS)
def test_the_swarm_has_a_place_for_everybody(seed: int, count: int, kind: str) -> None:
    """Up to 2,500 dots of any distribution: apart, inside, and from left to right against, undecided, for."""
    stance = _town(seed, count, kind)
    found = swarm(stance, width=WIDTH, height=HEIGHT)
    assert found.places.shape == (count, 2)
    assert _inside(found.places, WIDTH, HEIGHT)
    assert _apart(found.places)
    groups = [found.places[stance_class(stance) == kind_, 0] for kind_ in (-1, 0, 1)]
    filled = [group for group in groups if len(group)]
    assert all(left.max() < right.min() for left, right in pairwise(filled))


@settings(max_examples=40, deadline=None, derandomize=True)
@given(seed=st.integers(0, 10_000), count=st.integers(1, 2500), kind=_KINDS, moved=st.floats(0, 0.5))
def test_a_night_has_a_place_for_everybody_before_and_after(seed: int, count: int, kind: str, moved: float) -> None:
    """However many move: apart and inside at both ends, who stays in a group keeps the place, all others change theirs."""
    rng = np.random.default_rng(seed)
    before = _town(seed, count, kind)
    after = np.where(rng.random(count) < moved, rng.uniform(-1, 1, count), before).astype(np.float32)
    found = night_swarm(before, after, rng.random(count).astype(np.float32), width=WIDTH, height=HEIGHT)
    for places in (found.before, found.after):
        assert _inside(places, WIDTH, HEIGHT)
        assert _apart(places)
    stays = stance_class(before) == stance_class(after)
    assert (found.way[stays] == 0).all()
    assert (found.before[stays] == found.after[stays]).all()
    assert (found.way[~stays] == np.sign(after - before)[~stays]).all()
    for stance, places in ((before, found.before), (after, found.after)):
        groups = [places[stance_class(stance) == kind_, 0] for kind_ in (-1, 0, 1)]
        filled = [group for group in groups if len(group)]
        assert all(left.max() < right.min() for left, right in pairwise(filled))


def test_movers_lie_on_the_rim() -> None:
    """Who moves towards for lies above everybody of the old and of the new group in the same column; others below."""
    rng = np.random.default_rng(5)
    before = _town(5, 2000, "two camps")
    after = np.clip(before + rng.normal(0, 0.06, 2000), -1, 1).astype(np.float32)
    found = night_swarm(before, after, rng.random(2000).astype(np.float32), width=WIDTH, height=HEIGHT)
    still = found.way == 0
    for places in (found.before, found.after):
        for mover in np.flatnonzero(~still):
            column = places[still & (np.abs(places[:, 0] - places[mover, 0]) < 0.5), 1]
            if len(column) and found.way[mover] > 0:
                assert places[mover, 1] < column.min()
            elif len(column):
                assert places[mover, 1] > column.max()


def test_more_certain_dots_stand_further_out() -> None:
    """Within a group the order from left to right is that of the stances."""
    stance = _town(3, 1500, "even")
    places = swarm(stance, width=WIDTH, height=HEIGHT).places
    for kind in (-1, 0, 1):
        members = np.flatnonzero(stance_class(stance) == kind)
        ordered = members[np.argsort(stance[members])]
        assert (np.diff(places[ordered, 0]) >= -1e-3).all()


@settings(max_examples=20, deadline=None, derandomize=True)
@given(seed=st.integers(0, 10_000), count=st.integers(1, 2500), share=st.floats(0, 1))
def test_the_segment_view_keeps_members_above_and_all_apart(seed: int, count: int, share: float) -> None:
    """Any share of members: they stand above the gap, everybody else below it, nobody on another."""
    stance = _town(seed, count, "two camps")
    members = np.random.default_rng(seed).random(count) < share
    places, divide = segment_swarms(stance, members, width=800, height=440, gap=44)
    assert _inside(places, 800, 440)
    assert (places[members, 1] <= divide).all()
    assert (places[~members, 1] >= divide + 44).all()
    assert _apart(places[members])
    assert _apart(places[~members])


@pytest.mark.parametrize("count", [40, 600, 2500])
@pytest.mark.parametrize("text_scale", [1.0, 2.0])
def test_on_the_map_nobody_stands_on_another_or_under_a_name(count: int, text_scale: float) -> None:
    """Any number of dots, and names of any size: each in its district, none in the sea, none behind the words."""
    town = tram_vote().town
    rng = np.random.default_rng(count)
    home = rng.choice(len(town.districts), count, p=[each.voters for each in town.districts]).astype(np.int16)
    places = map_positions(town, home, text_scale)
    assert _inside(places, *FIELD)
    assert _apart(places)
    for district in town.districts:
        x, y = district.label
        under = (np.abs(places[:, 0] - x) < 4.4 * len(district.name) * text_scale) & (
            np.abs(places[:, 1] - y) < 13 * text_scale
        )
        assert not under.any(), district.name
