"""What one constant of the simulation is, and how a group of constants declares it."""

from __future__ import annotations

import math
import reprlib
from dataclasses import dataclass, field
from numbers import Real
from typing import Any, Literal

Certainty = Literal["high", "medium", "low"]
Kind = Literal["evidence", "choice"]


def N_(text: str) -> str:  # noqa: N802  because this is gettext's own name for a text that is translated where it is shown
    """Mark a text for translation without translating it: the rules know no language."""
    return text


@dataclass(frozen=True)
class Parameter:
    """One constant of the simulation.

    ``kind`` is ``evidence`` where a study that was seen as text or abstract gives sign and size; ``choice`` is a modelling
    choice, made so that a stylised fact holds or that the game can be played. ``value`` is the central one, ``low`` and
    ``high`` the range that a run draws from, ``source`` the id of a study or empty, ``certainty`` how sure we are of sign
    and order of magnitude. ``unit`` and ``meaning`` are English texts, translated where they are shown.
    """

    name: str
    group: str
    value: float
    low: float
    high: float
    unit: str
    meaning: str
    source: str
    certainty: Certainty
    kind: Kind

    def allows(self, value: object) -> bool:
        """Does ``value`` lie within the range? Not for anything that is no number, nor for a truth value."""
        return self.low <= _number(value) <= self.high

    def refusal(self, value: object) -> str:
        """Say in one line why ``value`` cannot be: the constant, its range, and what came instead."""
        return f"{self.name} lies between {self.low:g} and {self.high:g}, not at {_shown(value)}"


def _number(value: object) -> float:
    """Return ``value`` as a float; NaN for what is no number, infinity for a whole number beyond all floats."""
    whole: Any = value  # because numbers of other kinds compare, though their types do not say so
    if isinstance(value, bool) or not isinstance(value, Real):
        return math.nan
    try:
        return float(value)
    except OverflowError:
        return math.inf if whole > 0 else -math.inf


def _shown(value: object) -> str:
    """Return ``value`` briefly, but with as many digits as set it apart from the end of a range."""
    if isinstance(value, bool) or not isinstance(value, Real):
        return reprlib.repr(value)
    number = _number(value)
    brief = f"{number:g}"
    return brief if float(brief) == number or math.isnan(number) else repr(number)


def choice(value: float, low: float, high: float, unit: str, meaning: str, *, source: str = "") -> float:
    """Declare a modelling choice; a ``source`` gives at most its direction."""
    return _declared(value, low, high, unit, meaning, source=source, certainty="low", kind="choice")


def evidence(
    value: float, low: float, high: float, unit: str, meaning: str, *, source: str, certainty: Certainty
) -> float:
    """Declare a constant that is calibrated to a published figure."""
    return _declared(value, low, high, unit, meaning, source=source, certainty=certainty, kind="evidence")


def _declared(value: float, low: float, high: float, unit: str, meaning: str, **rest: Any) -> float:
    """Return a dataclass field that carries its Parameter; typed as the float that instances hold."""
    about = {"low": low, "high": high, "unit": unit, "meaning": meaning, **rest}
    declared: float = field(default=value, metadata={"parameter": about})
    return declared
