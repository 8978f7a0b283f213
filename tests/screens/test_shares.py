"""Shares that stand beside each other add up, as a pupil with a calculator expects."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from game.screens.shares import of_poll, printed
from tests.screens.act_one import table

COUNTS = st.lists(st.integers(0, 30_000), min_size=1, max_size=9).filter(any)


@given(COUNTS)
def test_parts_of_a_whole_add_up_to_a_hundred(counts: list[int]) -> None:
    """Whatever the parts, their printed per cents are whole numbers whose sum is 100."""
    shares = printed([count / sum(counts) for count in counts])
    assert sum(round(share * 100) for share in shares) == 100
    assert all(abs(share * 100 - round(share * 100)) < 1e-9 for share in shares)


@given(COUNTS)
def test_no_part_is_off_by_a_whole_per_cent_and_none_overtakes_another(counts: list[int]) -> None:
    """A printed share is less than a point from the true one; who has more never reads less."""
    whole = sum(counts)
    shares = printed([count / whole for count in counts])
    assert all(abs(share - count / whole) < 0.01 + 1e-9 for share, count in zip(shares, counts, strict=True))
    pairs = sorted(zip(counts, shares, strict=True))
    assert all(a[1] <= b[1] for a, b in pairwise(pairs) if a[0] < b[0])


def test_what_is_left_out_stays_left_out() -> None:
    """Parts of less than a whole add up to their own sum, and nothing is nothing."""
    assert printed([0.301, 0.301]) == (0.30, 0.30)
    assert printed([0.0, 0.0]) == (0.0, 0.0)
    assert printed([]) == ()


def test_the_three_that_made_101() -> None:
    """37 + 42 + 22 of the first poll in class: the one that was rounded up most gives its point back."""
    assert printed([0.3654, 0.4189, 0.2157]) == (0.36, 0.42, 0.22)


def test_a_poll_adds_up_wherever_it_is_printed() -> None:
    """Every poll of a campaign, in the chart of the briefing as in the archive."""
    for poll in table(nights=4).view.polls:
        assert sum(round(share * 100) for share in of_poll(poll).values()) == 100
