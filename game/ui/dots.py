"""The living electorate: thousands of dots, one for some voters each, that move, are ringed, dimmed and looked at."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt
import pygame

from game.ui import lens as glass
from game.ui.dot_field import DotField, Indices, Stances
from game.ui.dot_sprites import DIM, FULL, RINGED, STEPS, Sheet, sheet
from game.ui.flights import Shares
from game.ui.painter import Painter
from game.ui.rect import Rect
from game.ui.trails import Trails
from game.ui.widget import Env

_MARGIN = 12.0
"""How far marks and their rings may reach beyond the widget."""
_NOTHING = pygame.Surface((1, 1))


class Dots(DotField):
    """Dots at `xy` (float32[N, 2], design units within the widget) with the mark of their `stance` (int8[N]: 1, 0, -1).

    `standing` (int8[N]) says how the stance is known: 2 known, 1 guessed, 0 unknown. With `to` (and `to_stance`) the dots
    are on their way: `t` from 0 to 1, a number or a function asked at each painting; `start` (float32[N]) is the share of
    the time at which each sets out, and `own_time` the share that each needs. `arcs` (int8[N]) sends some along a bow,
    over (1) or under (-1) what lies between; the bow stays, and a ring comes under those who set out.

    `focus` (bool[N]) dims all others, `ringed` puts a ring under members (of radius `ring`, if given). `tell(i)` words
    the note on a dot (its first line is the heading), `on_pick(i)` acts on it; with either, the dots take the focus and
    arrows move a lens. The note on the dot `pinned` stays. `over` draws what lies on the dots but under the lens.
    """

    kind = "dots"
    remembers = True
    mirror = False
    role = "image"

    _moves = False
    _picture: tuple[object, pygame.Surface] = (None, _NOTHING)

    def extent(self) -> tuple[float, float, float, float]:
        """The field, and what rings and the lens need at its edge; while dots only travel, no more than where they do."""
        r, more = self.rect, glass.GLASS + 3
        if self.arcs is None and self._moves and self.pinned < 0 and self.looked_at() < 0:
            left, top, right, foot = self.crossed
            return r.x + left - 8, r.y + top - 8, r.x + right + 8, r.y + foot + 8
        return r.x - more, r.y - more, r.right + more, r.bottom + more

    @property
    def focusable(self) -> bool:
        """True when there is something to learn from a dot."""
        return self.lens and len(self.xy) > 0 and (self.tell is not None or self.on_pick is not None)

    # -- painting ----------------------------------------------------------------------------------------------
    def draw(self, p: Painter) -> None:
        """Draw bows, then dimmed, plain and ringed dots, then the lens. What stands still is kept as one picture."""
        if not len(self.xy):
            return
        self._moves = self.live
        marks = sheet(self.radius, p.theme, self.ground, p.factor, self.ring_radius)
        looks = self._looks()
        resting = not len(self.movers) or (self.moment() >= 1 and len(self.movers) * 4 > len(self.xy))
        if resting:
            self._still(p, marks, looks, resting)
        else:
            places, stances, own = self.moving()
            if self.arcs is not None:
                self._trail(p, own)
                looks = np.where((self.arcs != 0), FULL, looks)
                looks[self.movers[own > 0]] = RINGED
            self._still(p, marks, looks, resting)
            ox, oy = p.at(self.rect.x, self.rect.y)
            where = places * p.factor + (ox, oy)
            self._scatter(p.surface, marks, where, stances, self.standing[self.movers], looks[self.movers])
        if self.over is not None:
            self.over(p, self.rect)
        self._look(p)

    def _looks(self) -> Indices:
        """How each dot is drawn, on its way or not."""
        looks = np.full(len(self.xy), FULL, np.int64)
        if self.focus is not None:
            looks[~self.focus] = DIM
        if self.ringed is not None:
            looks[self.ringed] = RINGED
        return looks

    def _still(self, p: Painter, marks: Sheet, looks: Indices, resting: bool) -> None:
        """The dots that stand still, from the picture kept of them; it is drawn anew when anything about them changed."""
        ox, oy = p.at(self.rect.x - _MARGIN, self.rect.y - _MARGIN)
        left, top = math.floor(ox), math.floor(oy)
        quick = (id(marks), resting, p.factor, round(ox - left, 3), round(oy - top, 3))
        if quick == self._picture[0]:
            p.surface.blit(self._picture[1], (left, top))
            return
        still = np.ones(len(self.xy), bool)
        if not resting:
            still[self.movers] = False
        which = np.flatnonzero(still)
        if not len(which):
            return
        drawn = self.to[which], self.to_stance[which], self.standing[which], looks[which]
        key = (quick, *(part.tobytes() for part in drawn))
        kept: Any = self.env.drawn.get(f"still:{self.id}")
        if kept is None or kept[0] != key:
            size = (math.ceil(p.px(self.rect.w + 2 * _MARGIN)) + 1, math.ceil(p.px(self.rect.h + 2 * _MARGIN)) + 1)
            layer = pygame.Surface(size, pygame.SRCALPHA)
            layer.fill((*p.color(self.ground), 0))
            corner = (ox - left + p.px(_MARGIN), oy - top + p.px(_MARGIN))
            self._scatter(layer, marks, drawn[0] * p.factor + corner, *drawn[1:])
            layer.set_alpha(255, pygame.RLEACCEL)  # mostly empty: that makes it three times as quick
            kept = self.env.drawn[f"still:{self.id}"] = (key, layer, marks)
        self._picture = (quick, kept[1])
        p.surface.blit(kept[1], (left, top))

    @staticmethod
    def _scatter(
        target: pygame.Surface, marks: Sheet, places: npt.NDArray[Any], stances: Stances, standing: Stances,
        looks: Indices,
    ) -> None:  # fmt: skip
        """Put marks on a surface at `places` in pixels: dimmed ones first, ringed ones last."""
        order = np.argsort(looks, kind="stable")
        looks, quarters = looks[order], np.rint(places[order] * STEPS).astype(np.int64)
        kinds = (looks * 3 + standing[order]) * 3 + stances[order] + 1
        index = (kinds * STEPS + quarters[:, 0] % STEPS) * STEPS + quarters[:, 1] % STEPS
        corners = quarters // STEPS - marks.halves[looks][:, None]
        surfaces = marks.surfaces(kinds)
        target.fblits([(surfaces[i], at) for i, at in zip(index.tolist(), corners.tolist(), strict=True)])

    def _trail(self, p: Painter, own: Shares) -> None:
        """The bows of movers so far: to the one side whole, to the other dashed."""
        assert self.arcs is not None, "asked for only where there are bows"  # noqa: S101  # because draw looks first
        bowed = self.arcs[self.movers] != 0
        flown, part = self.movers[bowed], own[bowed]
        if not part.any():
            return
        ox, oy = p.at(self.rect.x, self.rect.y)
        left, top = math.floor(ox), math.floor(oy)
        colours = (p.color("for"), p.color("against"))
        key = (self.xy[flown].tobytes(), self.to[flown].tobytes(), self.arcs[flown].tobytes(), p.factor, colours)
        kept: Any = self.env.drawn.get(f"ways:{self.id}")
        if kept is None or kept[0] != key:
            controls = self.bows_of(flown) * p.factor + (ox - left, oy - top)
            size = (math.ceil(p.px(self.rect.w)) + 1, math.ceil(p.px(self.rect.h)) + 1)
            kept = key, Trails(controls, self.arcs[flown] < 0, colours, p.factor, size)
            self.env.drawn[f"ways:{self.id}"] = kept
        kept[1].up_to(part)
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
