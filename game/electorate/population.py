"""Who lives in the town and what is on their minds; ``founding`` makes them from what the author wrote."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cached_property

import numpy as np
import numpy.typing as npt

from game.scenario.model import SideId

Floats = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]
FOR, AGAINST = 0, 1
SIGN = (1.0, -1.0)
"""Direction of a side on the stance axis, by side index."""
TIES = 12
"""Friends whose posts a voter sees; a fixed number keeps them one array."""


def side_index(side: SideId) -> int:
    """Return the index of a side: 0 for ``for``, 1 for ``against``."""
    return FOR if side == "for" else AGAINST


@dataclass(eq=False)
class Mind:
    """What changes from night to night; all arrays are float32 over N voters unless said otherwise.

    ``x`` stance -1…1, ``c`` certainty 0…1, ``T`` trust in each other and the vote 0…1, ``a`` arousal 0…1, ``m`` perceived
    majority -1…1, ``P`` what the platform takes a voter's side to be -1…1, ``s`` ads remembered, ``h`` shift of turnout
    (probability), ``x0`` and ``T0`` what stance and trust return to, ``trust`` [2, N] trust in each campaign 0…1,
    ``told`` u32 what somebody has heard how often (two bits for each side and subject, see ``ads.falsehood``).
    """

    x: Floats
    c: Floats
    T: Floats
    a: Floats
    m: Floats
    P: Floats
    s: Floats
    h: Floats
    x0: Floats
    T0: Floats
    trust: Floats
    told: npt.NDArray[np.uint32]

    def copy(self) -> Mind:
        """Return an independent copy."""
        return Mind(*(getattr(self, item.name).copy() for item in fields(self)))


@dataclass(frozen=True, eq=False)
class Population:
    """What does not change: N voters, each standing for ``weight`` people.

    ``age`` years i16 [N], ``band`` index into ``AGE_BANDS`` i8 [N], ``district`` i16 [N], ``anxiety`` 0…1, ``concerns``
    [C, N] 0…1, ``traces`` bool [S, N], ``ties`` i32 [12, N] voters whose posts one sees, ``use`` chance of an evening on
    the phone, ``x0 c0 T0 p0 a0`` stance, certainty, trust, turnout probability and arousal at the start, ``m0`` perceived
    majority, ``P0`` the platform's guess, ``trust0`` [2, N], ``high`` [C] where the town's upper third of each
    concern begins, ``low`` [C] where its lowest fifth ends.
    """

    n: int
    weight: float
    districts: int
    age: npt.NDArray[np.int16]
    band: npt.NDArray[np.int8]
    district: npt.NDArray[np.int16]
    anxiety: Floats
    concerns: Floats
    traces: Bools
    ties: npt.NDArray[np.int32]
    use: Floats
    x0: Floats
    c0: Floats
    T0: Floats
    p0: Floats
    a0: Floats
    m0: Floats
    P0: Floats
    trust0: Floats
    high: Floats
    low: Floats

    @cached_property
    def paths(self) -> npt.NDArray[np.intp]:
        """The ties once more, as the processor's own index type: quicker to follow, twice the room."""
        return self.ties.astype(np.intp)

    @cached_property
    def swayable(self) -> Floats:
        """How far ads can move turnout, ``4 p0 (1 - p0)``: most with those who vote every second time, f32 [N]."""
        out: Floats = np.float32(1.0) - self.p0
        out *= self.p0
        out *= np.float32(4.0)
        return out

    def start(self) -> Mind:
        """Return everybody's mind on the first morning."""
        zero = np.zeros(self.n, dtype=np.float32)
        return Mind(
            x=self.x0.copy(),
            c=self.c0.copy(),
            T=self.T0.copy(),
            a=self.a0.copy(),
            m=self.m0.copy(),
            P=self.P0.copy(),
            s=zero.copy(),
            h=zero,
            x0=self.x0.copy(),
            T0=self.T0.copy(),
            trust=self.trust0.copy(),
            told=np.zeros(self.n, dtype=np.uint32),
        )
