"""What one constant of the simulation is, and how a group of constants declares it."""

from __future__ import annotations

from dataclasses import dataclass, field
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

    def allows(self, value: float) -> bool:
        """Does ``value`` lie within the range? Not for anything that is no number."""
        return self.low <= value <= self.high


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
