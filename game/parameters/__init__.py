"""Every constant of the simulation in one table: value, range, unit, source and how sure anybody is of it.

A group of constants is one module. ``Parameters`` holds the values that a run uses, ``PARAMETERS`` is the table of what
is known about them, ``STUDIES`` cites the sources and ``MECHANISMS`` says what each mechanism may do at most. Points are
percentage points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from types import MappingProxyType
from typing import cast

from game.parameters.ads import AdParameters
from game.parameters.auction import AuctionParameters
from game.parameters.ballot import BallotParameters
from game.parameters.data import DataParameters
from game.parameters.feed import FeedParameters
from game.parameters.manipulation import ManipulationParameters
from game.parameters.mechanisms import MECHANISMS, Declared, Mechanism
from game.parameters.minds import MindParameters
from game.parameters.parameter import Certainty, Kind, Parameter
from game.parameters.press import PressParameters
from game.parameters.street import StreetParameters
from game.parameters.studies import STUDIES, Study
from game.parameters.town import TownParameters

__all__ = [
    "GROUPS",
    "MECHANISMS",
    "PARAMETERS",
    "STUDIES",
    "Certainty",
    "Declared",
    "Kind",
    "Mechanism",
    "Parameter",
    "Parameters",
    "Study",
]

_GROUPS: tuple[tuple[str, type], ...] = (
    ("town", TownParameters),
    ("data", DataParameters),
    ("feed", FeedParameters),
    ("minds", MindParameters),
    ("auction", AuctionParameters),
    ("ads", AdParameters),
    ("manipulation", ManipulationParameters),
    ("street", StreetParameters),
    ("press", PressParameters),
    ("ballot", BallotParameters),
)
GROUPS: tuple[str, ...] = tuple(name for name, _kind in _GROUPS)
"""The groups of constants in the order in which they are shown."""


@dataclass(frozen=True)
class Parameters(
    BallotParameters,
    PressParameters,
    StreetParameters,
    ManipulationParameters,
    AdParameters,
    AuctionParameters,
    MindParameters,
    FeedParameters,
    DataParameters,
    TownParameters,
):
    """The values that a run uses; defaults are the central ones. ``dataclasses.replace`` makes variants."""


def _table() -> Mapping[str, Parameter]:
    return MappingProxyType(
        {
            item.name: Parameter(
                name=item.name, group=name, value=float(cast("float", item.default)), **item.metadata["parameter"]
            )
            for name, kind in _GROUPS
            for item in fields(kind)
        }
    )


PARAMETERS: Mapping[str, Parameter] = _table()
"""The table of all constants, by name, in the order of their groups."""
