"""The living electorate: thousands of dots, one for some voters each, that move, are ringed, dimmed and looked at."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any, Unpack

import numpy as np
import numpy.typing as npt
import pygame

from game.ui import lens as glass
from game.ui.dot_sprites import DIM, FULL, KNOWN, RINGED, STEPS, Sheet, sheet
from game.ui.flights import OWN_TIME, Places, Shares, along, bows, own_share, stagger
from game.ui.painter import Painter, Rect
from game.ui.trails import Trails
from game.ui.widget import Common, Env, Widget

Flags = npt.NDArray[np.bool_]
Stances = npt.NDArray[np.int8]
Indices = npt.NDArray[np.int64]
_MARGIN = 12.0
"""How far marks and their rings may reach beyond the widget."""
_BY_STANCE = ("against", "undecided", "for")


class Dots(Widget):
    """Dots at `xy` (float32[N, 2], design units within the widget) with the mark of their `stance` (int8[N]: 1, 0, -1).

    `standing` (int8[N]) says how the stance is known: 2 known, 1 guessed, 0 unknown. With `to` (and `to_stance`) the dots
    are on their way: `t` from 0 to 1, a number or a function asked at each painting; `start` (float32[N]) is the share of
    the time at which each sets out, and `own_time` the share that each needs. `arcs` (int8[N]) sends some along a bow,
    over (1) or under (-1) what lies between; the bow stays, and a ring comes under those who set out.

    `focus` (bool[N]) dims all others, `ringed` puts a ring under members. `tell(i)` words the note on a dot (its first
    line is the heading), `on_pick(i)` acts on it; with either, the dots take the focus and arrows move a lens. The note
    on the dot `pinned` stays. `over` draws what lies on the dots but under the lens.
    """

    kind = "dots"
    mirror = False
    role = "image"

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
        self.radius, self.lens, self.pinned = radius, lens, pinned
        self.label, self.description = label, description
        self.on_pick, self.tell, self.over, self.ground = on_pick, tell, over, ground
        moves = (self.xy != self.to).any(axis=1) | (self.stance != self.to_stance)
        self.movers: Indices = np.flatnonzero(moves)

    def content(self, room: float) -> tuple[float, float]:
        """All of the room, unless sizes are given."""
        return room, self.height or 0.0

    @property
    def focusable(self) -> bool:
        """True when there is something to learn from a dot."""
        return self.lens and len(self.xy) > 0 and (self.tell is not None or self.on_pick is not None)

    # -- where the dots are ------------------------------------------------------------------------------------
    def moment(self) -> float:
        """How far the motion is, 0 to 1."""
        return float(self.t() if callable(self.t) else self.t)

    @property
    def live(self) -> bool:
        """True while the dots look different at each painting."""
        return len(self.movers) > 0 and 0 < self.moment() < 1

    def shares(self) -> Shares:
        """How far each dot is on its way, float32[N]."""
        at = self.moment()
        if at >= 1 or at <= 0:
            return np.full(len(self.xy), float(at >= 1), np.float32)
        return own_share(at, self.start, self.own_time)

    def state(self) -> tuple[Places, Stances]:
        """Positions and stances now. Halfway a dot takes its new stance."""
        places, stances, _own = self._state()
        return places, stances

    def _state(self) -> tuple[Places, Stances, Shares]:
        own, moving = self.shares(), self.movers
        if not len(moving):
            return self.to, self.to_stance, own
        places, stances = self.to.copy(), self.to_stance.copy()
        part = own[moving]
        places[moving] = self.xy[moving] + (self.to[moving] - self.xy[moving]) * part[:, None]
        stances[moving] = np.where(part >= 0.5, self.to_stance[moving], self.stance[moving])
        if self.arcs is not None:
            flying = moving[(self.arcs[moving] != 0) & (part > 0) & (part < 1)]
            places[flying] = along(self._bows(flying), own[flying])
        return places, stances, own

    def _bows(self, which: Indices) -> npt.NDArray[np.float64]:
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

    # -- painting ----------------------------------------------------------------------------------------------
    def draw(self, p: Painter) -> None:
        """Draw bows, then dimmed, plain and ringed dots, then the lens. What stands still is kept as one picture."""
        if not len(self.xy):
            return
        places, stances, own = self._state()
        looks = np.full(len(places), FULL, np.int64)
        if self.focus is not None:
            looks[~self.focus] = DIM
        if self.ringed is not None:
            looks[self.ringed] = RINGED
        if self.arcs is not None:
            looks[(self.arcs != 0) & (own > 0)] = RINGED
            self._trail(p, own)
        marks = sheet(self.radius, p.theme, self.ground, p.factor)
        travelling = self.movers
        if self.moment() >= 1 and len(travelling) * 4 > len(places):
            travelling = travelling[:0]
        still = np.ones(len(places), bool)
        still[travelling] = False
        self._still(p, marks, np.flatnonzero(still), places, stances, looks)
        if len(travelling):
            ox, oy = p.at(self.rect.x, self.rect.y)
            self._scatter(p.surface, marks, travelling, places * p.factor + (ox, oy), stances, looks)
        if self.over is not None:
            self.over(p, self.rect)
        self._look(p)

    def _still(
        self, p: Painter, marks: Sheet, which: Indices, places: Places, stances: Stances, looks: Indices
    ) -> None:
        """The dots that stand still, from the picture kept of them; it is drawn anew when anything about them changed."""
        if not len(which):
            return
        ox, oy = p.at(self.rect.x - _MARGIN, self.rect.y - _MARGIN)
        left, top = math.floor(ox), math.floor(oy)
        key = (
            id(marks), which.tobytes(), places[which].tobytes(), stances[which].tobytes(), looks[which].tobytes(),
            self.standing.tobytes(), p.factor, round(ox - left, 3), round(oy - top, 3),
        )  # fmt: skip
        kept: Any = self.env.kept.get(f"still:{self.id}")
        if kept is None or kept[0] != key:
            size = (math.ceil(p.px(self.rect.w + 2 * _MARGIN)) + 1, math.ceil(p.px(self.rect.h + 2 * _MARGIN)) + 1)
            layer = pygame.Surface(size, pygame.SRCALPHA)
            layer.fill((*p.color(self.ground), 0))
            corner = (ox - left + p.px(_MARGIN), oy - top + p.px(_MARGIN))
            self._scatter(layer, marks, which, places * p.factor + corner, stances, looks)
            layer.set_alpha(255, pygame.RLEACCEL)  # mostly empty: that makes it three times as quick
            kept = self.env.kept[f"still:{self.id}"] = (key, layer, marks)
        p.surface.blit(kept[1], (left, top))

    def _scatter(
        self, target: pygame.Surface, marks: Sheet, which: Indices, places: npt.NDArray[Any], stances: Stances,
        looks: Indices,
    ) -> None:  # fmt: skip
        """Put the marks of some dots on a surface, `places` being pixels: dimmed ones first, ringed ones last."""
        look = looks[which]
        which = which[np.argsort(look, kind="stable")]
        look = looks[which]
        kinds = (look * 3 + self.standing[which]) * 3 + stances[which] + 1
        quarters = np.rint(places[which] * STEPS).astype(np.int64)
        index = (kinds * STEPS + quarters[:, 0] % STEPS) * STEPS + quarters[:, 1] % STEPS
        corners = quarters // STEPS - marks.halves[look][:, None]
        surfaces = marks.surfaces(kinds)
        target.fblits([(surfaces[i], at) for i, at in zip(index.tolist(), corners.tolist(), strict=True)])

    def _trail(self, p: Painter, own: Shares) -> None:
        """The bows of movers so far: to the one side whole, to the other dashed."""
        if self.arcs is None:
            return
        flown = np.flatnonzero(self.arcs)
        if not len(flown) or not own[flown].any():
            return
        ox, oy = p.at(self.rect.x, self.rect.y)
        left, top = math.floor(ox), math.floor(oy)
        colours = (p.color("for"), p.color("against"))
        kept: Any = self.env.kept.get(f"ways:{self.id}")
        key = (self.xy[flown].tobytes(), self.to[flown].tobytes(), self.arcs[flown].tobytes(), p.factor, colours)
        if kept is None or kept[0] != key:
            controls = self._bows(flown) * p.factor + (ox - left, oy - top)
            size = (math.ceil(p.px(self.rect.w)) + 1, math.ceil(p.px(self.rect.h)) + 1)
            trails = Trails(controls, self.arcs[flown] < 0, colours, p.factor, size)
            kept = self.env.kept[f"ways:{self.id}"] = (key, trails)
        kept[1].up_to(own[flown])
        p.surface.blit(kept[1].surface, (left, top))

    def _look(self, p: Painter) -> None:
        """The lens, and the note on the dot in it (or on the one that is pinned)."""
        index = self.looked_at()
        told = self.pinned if 0 <= self.pinned < len(self.xy) else index
        for each in dict.fromkeys((told, index)):
            if each >= 0:
                stances = self.state()[1]
                look = RINGED if self.ringed is not None and self.ringed[each] else FULL
                marks = sheet(glass.LENS_DOT, p.theme, self.ground, p.factor)
                mark = marks.one(look, int(self.standing[each]), int(stances[each]))
                glass.draw_lens(p, *self.place_of(each), mark, self.ground)
        text = self.tell(told) if self.tell is not None and told >= 0 else ""
        if text:
            glass.draw_note(p, self.rect, *self.place_of(told), text)

    # -- looking -----------------------------------------------------------------------------------------------
    def _under_pointer(self) -> int:
        pointer = self.env.pointer
        if pointer is not None:
            pointer = self.inside_x(pointer[0]), pointer[1]
        if not self.focusable or pointer is None or not self.hovered or not self.rect.contains(*pointer):
            return -1
        return self.nearest(*pointer)

    def looked_at(self) -> int:
        """The dot under the pointer, else the one under the keyboard's lens, else -1."""
        if not self.focusable:
            return -1
        index = self._under_pointer()
        return index if index >= 0 else self._lens() if self.focused else -1

    def _lens(self) -> int:
        kept: Any = self.env.kept.get(f"lens:{self.id}")
        if kept is None or kept >= len(self.xy):
            members = np.flatnonzero(self.ringed) if self.ringed is not None else np.arange(0)
            pool = members if len(members) else np.arange(len(self.xy))
            centre = self.xy[pool].mean(axis=0)
            kept = int(pool[int(np.argmin(np.hypot(*(self.xy[pool] - centre).T)))])
            self.env.kept[f"lens:{self.id}"] = kept
        return int(kept)

    def on_key(self, key: str) -> bool:
        """Arrows move the lens to the nearest dot in their direction."""
        if key not in ("Left", "Right", "Up", "Down") or not self.focusable:
            return False
        places = self.state()[0]
        away = places - places[self._lens()]
        dx, dy = {"Left": (-1, 0), "Right": (1, 0), "Up": (0, -1), "Down": (0, 1)}[key]
        ahead = away[:, 0] * dx + away[:, 1] * dy
        aside = np.abs(away[:, 0] * dy) + np.abs(away[:, 1] * dx)
        cost = np.where((ahead > 0.5) & (aside <= ahead * 1.5), ahead + 2 * aside, np.inf)
        best = int(np.argmin(cost))
        if np.isfinite(cost[best]):
            self.env.kept[f"lens:{self.id}"] = best
        return True

    def on_hover(self, x: float, y: float) -> bool:
        """Paint again when the pointer comes to another dot."""
        if not self.focusable:
            return False
        index = self.nearest(x, y)
        before = self.env.kept.get(f"hover:{self.id}")
        self.env.kept[f"hover:{self.id}"] = index
        return bool(index != before)

    def on_click(self, x: float, y: float) -> bool:
        """Put the lens on the dot, and pick it."""
        index = self.nearest(x, y)
        if index < 0 or not self.focusable:
            return False
        self.env.kept[f"lens:{self.id}"] = index
        return self.activate()

    def activate(self) -> bool:
        """Pick the dot under the lens."""
        if self.on_pick is None or not self.focusable:
            return False
        self.on_pick(self._lens())
        return True

    def actions(self) -> tuple[str, ...]:
        """Focus, and press if there is something to pick."""
        if not self.focusable:
            return ()
        return ("press", "focus") if self.on_pick is not None else ("focus",)

    def ring(self) -> tuple[Rect, float]:
        """Around the lens."""
        if not self.focusable:
            return self.rect, 8
        x, y = self.place_of(self._lens())
        r = glass.GLASS
        return Rect(x - r, y - r, 2 * r, 2 * r), r

    def value_text(self) -> str:
        """What the lens tells; else what is pinned."""
        index = self._lens() if self.focused and self.focusable else self.pinned
        return self.tell(index) if self.tell is not None and 0 <= index < len(self.xy) else ""


def aim(env: Env, dots: str, index: int) -> None:
    """Put the lens of the dots with an id on one of them, for when they come into focus."""
    env.kept[f"lens:{dots}"] = index


def _flags(values: npt.ArrayLike | None) -> Flags | None:
    return None if values is None else np.asarray(values, np.bool_)
