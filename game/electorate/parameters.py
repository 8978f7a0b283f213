"""Which values of the constants a run uses: each drawn from its range, except those that somebody fixed."""

from __future__ import annotations

import math
from collections.abc import Mapping

from game.electorate.chance import Streams
from game.parameters import PARAMETERS, Parameter, Parameters

__all__ = ["PARAMETERS", "Parameter", "ParameterError", "Parameters", "drawn", "fixed"]


class ParameterError(ValueError):
    """A constant that does not exist, or a value outside its range."""


def fixed(values: Mapping[str, float]) -> Parameters:
    """The central values, but for those in ``values``.

    Raises:
        ParameterError: no such constant, or a value outside its range (or not a number).
    """
    return Parameters(**_checked(values))


def drawn(streams: Streams, values: Mapping[str, float] | None = None) -> Parameters:
    """The values of one run: each drawn from its range (triangular around the central one), ``values`` as they are.

    A draw is keyed by the constant's name, so a new constant changes no other draw. The formula is the inverse of the
    triangular distribution; ``sqrt`` is exact on every machine.

    Raises:
        ParameterError: no such constant, or a value outside its range (or not a number).
    """
    held = _checked(values or {})
    luck = {name: _triangular(item, streams.chance("parameters", name)) for name, item in PARAMETERS.items()}
    return Parameters(**{**luck, **held})


def _checked(values: Mapping[str, float]) -> dict[str, float]:
    """Return the same values as plain floats, once all of them can be."""
    for name, value in values.items():
        if name not in PARAMETERS:
            raise ParameterError(f"no parameter is called {name!r}")
        if not PARAMETERS[name].allows(value):
            raise ParameterError(PARAMETERS[name].refusal(value))
    return {name: float(value) for name, value in values.items()}


def _triangular(parameter: Parameter, u: float) -> float:
    low, mode, high = parameter.low, parameter.value, parameter.high
    if high <= low:
        return mode
    split = (mode - low) / (high - low)
    if u < split:
        return low + math.sqrt(u * (high - low) * (mode - low))
    return high - math.sqrt((1.0 - u) * (high - low) * (high - mode))
