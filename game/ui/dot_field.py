"""Dots and where they are: at rest, or each on its own way from one place to another."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Unpack

import numpy as np
import numpy.typing as npt

from game.ui.dot_sprites import KNOWN
from game.ui.flights import OWN_TIME, Controls, Places, Shares, along, bows, own_share, stagger
from game.ui.rect import Rect
from game.ui.widget import Common, Widget

if TYPE_CHECKING:
    from game.ui.painter import Painter

Flags = npt.NDArray[np.bool_]
Stances = npt.NDArray[np.int8]
Indices = npt.NDArray[np.int64]


class DotField(Widget):
    """What `Dots` are made of; see there. `movers` are those that change their place or their stance."""

    def __init__(
        self,
        xy: npt.ArrayLike,
        stance: npt.ArrayLike,
        *,
        standing: npt.ArrayLike | None = None,
        to: npt.ArrayLike | None = None,
        to_stance: npt.ArrayLike | None = None,
        t: float | Callable[[], float] = 1.0,
        start: npt.ArrayLike | None = None,
        own_time: float = OWN_TIME,
        arcs: npt.ArrayLike | None = None,
        focus: npt.ArrayLike | None = None,
        ringed: npt.ArrayLike | None = None,
        radius: float = 3.1,
        ring: float = 0.0,
        lens: bool = True,
        label: str = "",
        description: str = "",
        on_pick: Callable[[int], object] | None = None,
        tell: Callable[[int], str] | None = None,
        pinned: int = -1,
        over: Callable[[Painter, Rect], object] | None = None,
        ground: str = "page",
        **common: Unpack[Common],
    ) -> None:
        super().__init__(**common)
        self.xy: Places = np.asarray(xy, np.float32).reshape(-1, 2)
        count = len(self.xy)
        self.stance: Stances = np.asarray(stance, np.int8)
        self.standing: Stances = np.full(count, KNOWN, np.int8) if standing is None else np.asarray(standing, np.int8)
        self.to: Places = self.xy if to is None else np.asarray(to, np.float32).reshape(-1, 2)
        self.to_stance: Stances = self.stance if to_stance is None else np.asarray(to_stance, np.int8)
        self.t, self.own_time = t, own_time
        self.start: Shares = stagger(count) if start is None else np.asarray(start, np.float32)
        self.arcs: Stances | None = None if arcs is None else np.asarray(arcs, np.int8)
        self.focus, self.ringed = _flags(focus), _flags(ringed)
        self.radius, self.ring_radius, self.lens, self.pinned = radius, ring, lens, pinned
        self.label, self.description = label, description
        self.on_pick, self.tell, self.over, self.ground = on_pick, tell, over, ground
        moves = (self.xy != self.to).any(axis=1) | (self.stance != self.to_stance)
        self.movers: Indices = np.flatnonzero(moves)
        ends = np.concatenate([self.xy, self.to]) if count else np.zeros((1, 2), np.float32)
        self.crossed: tuple[float, ...] = (*ends.min(axis=0).tolist(), *ends.max(axis=0).tolist())

    def content(self, room: float) -> tuple[float, float]:
        """All of the room, unless sizes are given."""
        return room, self.height or 0.0

    def moment(self) -> float:
        """How far the motion is, 0 to 1."""
        return float(self.t() if callable(self.t) else self.t)

    @property
    def live(self) -> bool:
        """True while the dots look different at each painting."""
        return len(self.movers) > 0 and 0 < self.moment() < 1

    def state(self) -> tuple[Places, Stances]:
        """Positions and stances of all now. Halfway a dot takes its new stance."""
        if not len(self.movers):
            return self.to, self.to_stance
        places, stances = self.to.copy(), self.to_stance.copy()
        places[self.movers], stances[self.movers], _own = self.moving()
        return places, stances

    def moving(self) -> tuple[Places, Stances, Shares]:
        """Positions and stances of the movers now, and how far each of them is on its way."""
        which, at = self.movers, self.moment()
        if at >= 1 or at <= 0:
            over = at >= 1
            places, stances = (self.to, self.to_stance) if over else (self.xy, self.stance)
            return places[which], stances[which], np.full(len(which), float(over), np.float32)
        own = own_share(at, self.start[which], self.own_time)
        places = self.xy[which] + (self.to[which] - self.xy[which]) * own[:, None]
        if self.arcs is not None:
            flying = np.flatnonzero((self.arcs[which] != 0) & (own > 0) & (own < 1))
            places[flying] = along(self.bows_of(which[flying]), own[flying])
        return places, np.where(own >= 0.5, self.to_stance[which], self.stance[which]).astype(np.int8), own

    def bows_of(self, which: Indices) -> Controls:
        """The bows of some movers, in design units of the widget."""
        assert self.arcs is not None, "only movers along bows have them"  # noqa: S101  # because callers ask for arcs first
        return bows(self.xy[which], self.to[which], self.arcs[which], self.rect.h or 1.0)

    def place_of(self, index: int) -> tuple[float, float]:
        """Where a dot is now, in design units of the page."""
        x, y = self.state()[0][index]
        return float(x) + self.rect.x, float(y) + self.rect.y

    def nearest(self, x: float, y: float, reach: float = 16) -> int:
        """The dot nearest to a point of the page, or -1 if none is within reach."""
        if not len(self.xy):
            return -1
        places = self.state()[0]
        away = np.hypot(places[:, 0] - (x - self.rect.x), places[:, 1] - (y - self.rect.y))
        best = int(np.argmin(away))
        return best if away[best] <= reach else -1


def _flags(values: npt.ArrayLike | None) -> Flags | None:
    return None if values is None else np.asarray(values, np.bool_)
