"""M6: a camera that reads faces is little better than a coin."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.electorate import Mind, Parameters, Population, Streams
from game.electorate.data.faces import looks_tense, tense
from game.parameters import MECHANISMS

M6 = MECHANISMS["M6"]


def right(population: Population, mind: Mind, promised: float, parameters: Parameters) -> float:
    """Share of faces read rightly over ten nights, in percent."""
    streams = Streams(4)
    really = tense(mind, parameters)
    hits = [
        np.mean(looks_tense(population, mind, promised, night, streams, parameters) == really) for night in range(10)
    ]
    return 100.0 * float(np.mean(hits))


def test_a_seller_s_camera_is_a_little_better_than_a_coin(
    population: Population, mind: Mind, parameters: Parameters
) -> None:
    """On: as promised in the shipped town; off: a coin. The difference is small and real."""
    on, off = right(population, mind, 0.55, parameters), right(population, mind, 0.5, parameters)
    assert M6.effect("read-right").holds(on - off)
    assert abs(off - 50.0) < 1.0


def test_where_faces_say_nothing_no_promise_helps(population: Population, mind: Mind, parameters: Parameters) -> None:
    """At the low end of what is known the best camera is a coin; it is never worse than one."""
    assert abs(right(population, mind, 1.0, replace(parameters, face_gain=0.0)) - 50.0) < 1.0
    assert abs(right(population, mind, 0.0, parameters) - 50.0) < 1.0


def test_a_perfect_reading_would_see_the_truth(population: Population, mind: Mind, parameters: Parameters) -> None:
    """The measure itself is right at its other end, and a calm town has no tense face to read."""
    assert right(population, mind, 1.0, replace(parameters, face_gain=1.0)) == 100.0
    mind.a[:] = 0.0
    assert not tense(mind, parameters).any()
