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
    _check(values)
    return Parameters(**values)


def drawn(streams: Streams, values: Mapping[str, float] | None = None) -> Parameters:
    """The values of one run: each drawn from its range (triangular around the central one), ``values`` as they are.

    A draw is keyed by the constant's name, so a new constant changes no other draw. The formula is the inverse of the
    triangular distribution; ``sqrt`` is exact on every machine.

    Raises:
        ParameterError: no such constant, or a value outside its range (or not a number).
    """
    _check(values or {})
    luck = {name: _triangular(item, streams.chance("parameters", name)) for name, item in PARAMETERS.items()}
    return Parameters(**{**luck, **(values or {})})


def _check(values: Mapping[str, float]) -> None:
    for name, value in values.items():
        if name not in PARAMETERS:
            raise ParameterError(f"no parameter is called {name!r}")
        item = PARAMETERS[name]
        if not item.allows(value):
            raise ParameterError(f"{name} lies between {item.low:g} and {item.high:g}, not at {value:g}")


def _triangular(parameter: Parameter, u: float) -> float:
    low, mode, high = parameter.low, parameter.value, parameter.high
    if high <= low:
        return mode
    split = (mode - low) / (high - low)
    if u < split:
        return low + math.sqrt(u * (high - low) * (mode - low))
    return high - math.sqrt((1.0 - u) * (high - low) * (high - mode))
