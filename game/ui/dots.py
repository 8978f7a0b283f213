"""The living electorate: thousands of dots, one for some voters each, that move, are ringed, dimmed and looked at."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Unpack

import numpy as np
import numpy.typing as npt
import pygame

from game.ui.overlay import bubble
from game.ui.painter import Painter, Rect
from game.ui.shapes import stance_coverage
from game.ui.surfaces import from_coverage, from_layers, grid
from game.ui.theme import Colour, Theme, contrast, mix
from game.ui.widget import Common, Widget

Places = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]
Stances = npt.NDArray[np.int8]
_STEPS = 4
_LOOKS = ("dim", "full", "ringed")
_HEADROOM = 160.0
"""How far above and below the widget a bow may reach."""
_NAMES = {1: "for", 0: "undecided", -1: "against"}


class Dots(Widget):
    """Dots at `xy` (float32[N, 2], design units within the widget) with the mark of their `stance` (int8[N]: 1, 0, -1).

    With `to` (and `to_stance`) they are on their way: `t` from 0 to 1, a number or a function asked at each painting.
    `focus` (bool[N]) dims all others, `ringed` puts a ring under members, `arcs` draws the way of movers. `tell(i)`
    words the tooltip of a dot, `on_pick(i)` acts on it; with either, the dots take the focus and arrows move a lens.
    """

    kind = "dots"
    mirror = False
    role = "image"

    def __init__(
        self,
        xy: npt.ArrayLike,
        stance: npt.ArrayLike,
        *,
        to: npt.ArrayLike | None = None,
        to_stance: npt.ArrayLike | None = None,
        t: float | Callable[[], float] = 1.0,
        focus: npt.ArrayLike | None = None,
        ringed: npt.ArrayLike | None = None,
        arcs: npt.ArrayLike | None = None,
        radius: float = 3.1,
        lens: bool = True,
        label: str = "",
        description: str = "",
        on_pick: Callable[[int], object] | None = None,
        tell: Callable[[int], str] | None = None,
        ground: str = "page",
        **common: Unpack[Common],
    ) -> None:
        super().__init__(**common)
        self.xy: Places = np.asarray(xy, np.float32).reshape(-1, 2)
        self.stance: Stances = np.asarray(stance, np.int8)
        self.to: Places | None = None if to is None else np.asarray(to, np.float32).reshape(-1, 2)
        self.to_stance: Stances | None = None if to_stance is None else np.asarray(to_stance, np.int8)
        self.t = t
        self.focus = _flags(focus)
        self.ringed = _flags(ringed)
        self.arcs = _flags(arcs)
        self.radius, self.lens = radius, lens
        self.label, self.description = label, description
        self.on_pick, self.tell, self.ground = on_pick, tell, ground

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

    def state(self) -> tuple[Places, Stances]:
        """Positions and stances now: each dot starts up to a fifth of the time later than the first."""
        at = self.moment()
        after = self.stance if self.to_stance is None else self.to_stance
        if self.to is None or at <= 0:
            return self.xy, self.stance if at < 1 or self.to_stance is None else after
        if at >= 1:
            return self.to, after
        late = (np.arange(len(self.xy)) * 0.618034 % 1.0) * 0.2
        own = np.clip((at * 1.2 - late), 0, 1)
        eased = (own * own * (3 - 2 * own)).astype(np.float32)
        places = self.xy + (self.to - self.xy) * eased[:, None]
        return places.astype(np.float32), np.where(own > 0.5, after, self.stance).astype(np.int8)

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
        """Draw ways, then dimmed, plain and ringed dots, then the lens."""
        if not len(self.xy):
            return
        places, stances = self.state()
        if self.arcs is not None and self.to is not None:
            self._ways(p)
        count = len(places)
        looks = np.ones(count, np.int64)
        if self.focus is not None:
            looks[~self.focus] = 0
        if self.ringed is not None:
            looks[self.ringed] = 2
        ox, oy = p.at(self.rect.x, self.rect.y)
        px = places[:, 0].astype(np.float64) * p.factor + ox
        py = places[:, 1].astype(np.float64) * p.factor + oy
        quarter_x, quarter_y = np.rint(px * _STEPS).astype(np.int64), np.rint(py * _STEPS).astype(np.int64)
        sheet, half = _sheet(round(self.radius * p.factor, 2), p.theme, p.theme.prefs.shaped, self.ground, p.factor)
        index = ((looks * 3 + (stances.astype(np.int64) + 1)) * _STEPS + quarter_x % _STEPS) * _STEPS
        index += quarter_y % _STEPS
        order = np.argsort(looks, kind="stable")
        left, top = quarter_x // _STEPS - half, quarter_y // _STEPS - half
        sprites = [sheet[i] for i in index[order].tolist()]
        p.surface.fblits(list(zip(sprites, zip(left[order].tolist(), top[order].tolist(), strict=True), strict=True)))
        self._look(p)

    def _ways(self, p: Painter) -> None:
        """Bows of the movers: to the right solid and above, to the left dashed and below.

        While they grow they are drawn in each frame; once all of them stand they are kept as one picture.
        """
        if self.to is None or self.arcs is None:
            return
        shown = min(1.0, self.moment() * 2.25)
        if shown <= 0:
            return
        left, top = (math.floor(v) for v in p.at(self.rect.x, self.rect.y - _HEADROOM))
        if shown < 1:
            self._bows(p, p.surface, shown, 0, 0)
            return
        kept: Any = self.env.kept.get(f"ways:{self.id}")
        key = (self.xy.ctypes.data, self.to.ctypes.data, p.factor, p.theme)
        if kept is None or kept[0] != key:
            size = (math.ceil(p.px(self.rect.w)), math.ceil(p.px(self.rect.h + 2 * _HEADROOM)))
            layer = pygame.Surface(size, pygame.SRCALPHA)
            layer.fill((*p.color(self.ground), 0))
            self._bows(p, layer, 1.0, left, top)
            kept = self.env.kept[f"ways:{self.id}"] = (
                key,
                layer,
                self.xy,
                self.to,
            )  # held, so that no other array gets their place
        p.surface.blit(kept[1], (left, top))

    def _bows(self, p: Painter, target: pygame.Surface, shown: float, left: int, top: int) -> None:
        """Draw all bows up to ``shown`` of their length onto a surface whose corner lies at (left, top)."""
        if self.to is None or self.arcs is None:
            return
        page = p.color(self.ground)
        toward = {s: mix(p.color(_NAMES[s]), page, 0.12) for s in (1, -1)}
        chosen = np.flatnonzero(self.arcs)
        start, end = self.xy[chosen].astype(np.float64), self.to[chosen].astype(np.float64)
        side = np.where(end[:, 0] >= start[:, 0], 1, -1)
        lift = 18 + 0.3 * np.abs(end[:, 0] - start[:, 0])
        middle = (start + end) / 2
        middle[:, 1] -= side * 1.6 * lift
        t = np.linspace(0, shown, 65)[None, :, None]
        curves = (1 - t) ** 2 * start[:, None] + 2 * t * (1 - t) * middle[:, None] + t**2 * end[:, None]
        ox, oy = p.at(self.rect.x, self.rect.y)
        curves = curves * p.factor + np.array([ox - left, oy - top])
        for way, points in zip(side.tolist(), curves.tolist(), strict=True):
            if way > 0:
                pygame.draw.aalines(target, toward[way], False, points[::4])
            else:
                for at in range(0, 64, 2):
                    pygame.draw.aaline(target, toward[way], points[at], points[at + 1])

    def _look(self, p: Painter) -> None:
        """The lens and what it tells."""
        index = self.looked_at()
        if index < 0:
            return
        x, y = self.place_of(index)
        if not self.focused or self._under_pointer() >= 0:
            p.circle(x, y, 13, border="text", border_width=2.5)
        if self.tell is not None:
            text = self.tell(index)
            if text:
                bubble(p, Rect(x - 13, y - 13, 26, 26), text)

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
        """Around the dot under the lens."""
        if not self.focusable:
            return self.rect, 8
        x, y = self.place_of(self._lens())
        return Rect(x - 9, y - 9, 18, 18), 9

    def value_text(self) -> str:
        """What the lens tells."""
        index = self._lens() if self.focused and self.focusable else -1
        return self.tell(index) if self.tell is not None and index >= 0 else ""


def _flags(values: npt.ArrayLike | None) -> Flags | None:
    return None if values is None else np.asarray(values, np.bool_)


def dimmed(colour: Colour, ground: Colour, least: float = 3.05) -> Colour:
    """The colour as near to the ground as a contrast of 3:1 allows."""
    for share in (0.62, 0.56, 0.5, 0.44, 0.38, 0.32, 0.26, 0.2, 0.14, 0.08):
        faint = mix(colour, ground, share)
        if contrast(faint, ground) >= least:
            return faint
    return colour


@lru_cache(maxsize=12)
def _sheet_of(
    radius: float, colours: tuple[Colour, Colour, Colour], rim: Colour, disc: Colour, ground: Colour, alike: bool,
    factor: float,
) -> tuple[list[pygame.Surface], int]:  # fmt: skip
    """Sprites by look, stance and quarter pixel; and half their size."""
    half = int(max(radius * 1.3, 5.6 * factor) + 2)
    n = 2 * half + 1
    sprites: list[pygame.Surface] = []
    for look in _LOOKS:
        for stance in (-1, 0, 1):
            colour = colours[stance + 1]
            shape = 1 if alike and stance < 0 else stance
            for ix in range(_STEPS):
                for iy in range(_STEPS):
                    cx, cy = half + ix / _STEPS, half + iy / _STEPS
                    mark = stance_coverage(shape, radius, n, cx, cy)
                    if look != "ringed":
                        ink = dimmed(colour, ground) if look == "dim" else colour
                        sprites.append(from_coverage(mark, ink))
                        continue
                    gx, gy = grid(n, n)
                    away = np.hypot(gx - cx, gy - cy)
                    outer = np.clip(0.5 - (away - 5.6 * factor), 0, 1).astype(np.float32)
                    inner = np.clip(0.5 - (away - 4.2 * factor), 0, 1).astype(np.float32)
                    mark = np.minimum(mark, inner)
                    layers = [(mark, colour), ((inner - mark).clip(0, 1), disc), ((outer - inner).clip(0, 1), rim)]
                    sprites.append(from_layers(layers))
    return sprites, half


def _sheet(radius: float, theme: Theme, shapes: bool, ground: str, factor: float) -> tuple[list[pygame.Surface], int]:
    colours = (theme.color("against"), theme.color("undecided"), theme.color("for"))
    rim = theme.color("lemon" if theme.dark else "text")
    disc = theme.color("ink.deep" if theme.dark else "slip")
    alike = not shapes
    return _sheet_of(radius, colours, rim, disc, theme.color(ground), alike, round(factor, 3))
