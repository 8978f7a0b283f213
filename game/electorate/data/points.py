"""Points of a scorecard: ten times the log of an odds ratio, rounded, without any logarithm."""

from __future__ import annotations

from bisect import bisect_right

MOST = 40
"""No trace is worth more points than this, for or against: odds 55 times as high. A technical limit."""


def _half_points() -> tuple[float, ...]:
    """Return odds ratios at which points change: exp((k + 0.5) / 10), by multiplying, so no machine differs."""
    ratio, out = 1.0512710963760241, []  # exp(0.05), the step from 0 to 1 point
    for _ in range(MOST):
        out.append(ratio)
        ratio *= 1.1051709180756477  # exp(0.1)
    return tuple(out)


_STEPS = _half_points()


def points(for_: int, for_all: int, against: int, against_all: int) -> int:
    """Return ``round(10 * log odds ratio)`` of two groups with Laplace's +1, between -40 and 40.

    Args:
        for_: people with the trace who fit.
        for_all: all who fit.
        against: people with the trace who do not fit.
        against_all: all who do not fit.
    """
    top = (for_ + 1) * (against_all - against + 1)
    bottom = (against + 1) * (for_all - for_ + 1)
    if top >= bottom:
        return bisect_right(_STEPS, top / bottom)
    return -bisect_right(_STEPS, bottom / top)
