"""The painter: anti-aliased drawing in design units on a surface of any size."""

from __future__ import annotations

import math
import random
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise

import pygame

from game.ui import fonts, pictures, shapes
from game.ui.ground import Ground
from game.ui.rect import Rect as Rect  # kept here for those who draw
from game.ui.surfaces import SHAPES
from game.ui.theme import Colour, Style

Point = tuple[float, float]  # kept here for those who draw
_POINTS = re.compile(r"(^|-)(left|right|play|forward|backward|fast|step|reply|share|paper-plane|list|bullhorn)(-|$)")
"""Icons that point along the way of reading: on a page from right to left they point the other way."""
STANCE_CODE = {"for": 1, "undecided": 0, "against": -1}


class Painter(Ground):
    """Draws shapes, lines by hand, text and pictures on its ground.

    On paper that is going to be turned, what draws itself is left for `later`: it is drawn over the turned picture.
    """

    later: list[Callable[[Painter], None]] | None = None

    # -- shapes ------------------------------------------------------------------------------------------------
    def rect(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        fill: str = "",
        *,
        border: str = "",
        border_width: float = 1,
        radius: float = 0,
        dashed: bool = False,
        alpha: float = 1,
    ) -> None:
        """Draw a box: filled, bordered (whole or dashed), with round corners, see-through with `alpha` below 1."""
        box = self.bled(Rect(x, y, w, h)) if self.bleeds else self.device(x, y, w, h)
        if alpha < 1:
            veil = pygame.Surface(box.size, pygame.SRCALPHA)
            shapes.rounded(veil, veil.get_rect(), self.px(radius), self.color_or_none(fill), None, 0)
            veil.set_alpha(round(alpha * 255))
            self.surface.blit(veil, box.topleft)
            return
        line = self.px(border_width)
        if not dashed or not border:
            shapes.rounded(
                self.surface, box, self.px(radius), self.color_or_none(fill), self.color_or_none(border), line
            )
            return
        if fill:
            shapes.rounded(self.surface, box, self.px(radius), self.color(fill), None, 0)
        half = line / 2
        path = shapes.box_path(box.x + half, box.y + half, box.w - line, box.h - line, self.px(radius) - half)
        on = max(self.px(3.2), line * 2)
        shapes.stroke(self.surface, shapes.dashes(path, on, on), self.color(border), max(1.0, line))

    def circle(
        self, x: float, y: float, r: float, fill: str = "", *, border: str = "", border_width: float = 1
    ) -> None:
        """Draw a disc or ring around (x, y)."""
        shapes.disc(
            self.surface,
            self.at(x, y),
            self.px(r),
            self.color_or_none(fill),
            self.color_or_none(border),
            self.px(border_width),
        )

    def line(
        self,
        x1: float,
        y1: float,
        x2: float,
        y2: float,
        color: str = "line",
        width: float = 1,
        *,
        dash: tuple[float, float] | None = None,
    ) -> None:
        """Draw a straight line; level and upright ones are crisp."""
        thick = max(1, round(self.px(width)))
        (ax, ay), (bx, by) = self.at(x1, y1), self.at(x2, y2)
        if dash is None and (y1 == y2 or x1 == x2):
            box = self.device(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
            if y1 == y2:
                box.h, box.y = thick, math.floor(ay - thick / 2 + 0.5)
            else:
                box.w, box.x = thick, math.floor(ax - thick / 2 + 0.5)
            self.surface.fill(self.color(color), box)
            return
        self._strokes([[(ax, ay), (bx, by)]], color, width, dash)

    def stroke(
        self,
        points: Sequence[Point],
        color: str = "text",
        width: float = 2,
        *,
        dash: tuple[float, float] | None = None,
        closed: bool = False,
    ) -> None:
        """Draw a polyline with round joints."""
        path = [self.at(x, y) for x, y in points]
        self._strokes([[*path, path[0]] if closed else path], color, width, dash)

    def _strokes(
        self, lines: Sequence[Sequence[Point]], color: str, width: float, dash: tuple[float, float] | None
    ) -> None:
        if dash:
            lines = [piece for line in lines for piece in shapes.dashes(line, self.px(dash[0]), self.px(dash[1]))]
        shapes.stroke(self.surface, lines, self.color(color), max(1.0, self.px(width)))

    def polygon(self, points: Sequence[Point], fill: str) -> None:
        """Draw a filled polygon."""
        shapes.polygon(self.surface, [self.at(x, y) for x, y in points], self.color(fill))

    def hatch(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        color: str,
        *,
        level: bool = False,
        radius: float = 0,
        ground: str = "",
        border_width: float = 0,
        period: float = 8,
        thickness: float = 3.2,
    ) -> None:
        """Fill a box with stripes at 45 degrees, or level ones."""
        shapes.hatched(
            self.surface,
            self.device(x, y, w, h),
            self.px(radius),
            self.color(color),
            self.px(period),
            self.px(thickness),
            ground=self.color_or_none(ground),
            border_width=max(1.0, self.px(border_width)) if border_width else 0,
            level=level,
        )

    def stance(self, x: float, y: float, r: float, stance: str, color: str = "") -> None:
        """Draw the mark of a stance: disc for, ring undecided, diamond against."""
        self.stances(((x, y),), r, stance, color)

    def stances(self, points: Sequence[Point], r: float, stance: str, color: str = "") -> None:
        """Draw the same mark at many points; those that nobody sees cost nothing."""
        centres = [self.at(x, y) for x, y in self.near(points, 2 * r)]
        colour = self.color(color or stance)
        shapes.stance_marks(self.surface, centres, self.px(r), STANCE_CODE[stance], colour)

    # -- by hand -----------------------------------------------------------------------------------------------
    def wobble(self, points: Sequence[Point], color: str = "text", width: float = 2, seed: int = 0) -> None:
        """Draw a line as a steady hand would: the same points and seed always give the same line."""
        self.stroke(wobbled(points, seed), color, width)

    def arc(
        self,
        a: Point,
        b: Point,
        lift: float,
        color: str,
        width: float = 1,
        dash: tuple[float, float] | None = None,
    ) -> None:
        """Draw a bow from a to b that rises `lift` units above their middle (below when negative)."""
        mx, my = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2 - 2 * lift
        points = []
        for step in range(17):
            t = step / 16
            points.append(
                (
                    (1 - t) ** 2 * a[0] + 2 * t * (1 - t) * mx + t * t * b[0],
                    (1 - t) ** 2 * a[1] + 2 * t * (1 - t) * my + t * t * b[1],
                )
            )
        self.stroke(points, color, width, dash=dash)

    def marker(
        self, x: float, y: float, w: float, h: float, color: str = "highlight", seed: int = 0, share: float = 1.0
    ) -> None:
        """Draw the swipe of a highlighter behind a box of text; with `share` below 1 it is still being drawn."""
        if share < 1:
            with self.clipped(x - 4, y - 6, (w + 8) * share, h + 12) as seen:
                if seen:
                    self.marker(x, y, w, h, color, seed)
            return
        dice = random.Random(f"{seed}-{round(w)}")  # noqa: S311 because it only shakes a line

        def j(most: float) -> float:
            return dice.uniform(-most, most)

        top = [(x + w * k / 4, y + j(1.2)) for k in range(5)]
        foot = [(x + w * k / 4, y + h + j(1.2)) for k in range(4, -1, -1)]
        end = [(x + w - 3 + j(1), y + h * 0.35), (x + w + j(1), y + h * 0.6)]
        start = [(x + 5 + j(1), y + h * 0.7), (x + 2 + j(1), y + h * 0.4)]
        self.polygon([*top, *end, *foot, *start], color)

    def cross(self, x: float, y: float, w: float, h: float, color: str = "red", width: float = 4) -> None:
        """Draw the two strokes of a pencil across a box."""
        self.wobble([(x, y + h * 0.08), (x + w, y + h * 0.95)], color, width, 3)
        self.wobble([(x + w * 0.97, y), (x + w * 0.03, y + h)], color, width, 4)

    # -- text and pictures -------------------------------------------------------------------------------------
    def type_px(self, size: float) -> int:
        """Pixels to the em of type that is `size` at 100 %."""
        return max(6, round(size * self.theme.prefs.text_scale * self.factor))

    def spacing(self, size: float, tracking: float = 0) -> int:
        """Pixels to add after each letter."""
        return round(self.theme.spacing(size, tracking) * self.factor)

    def _style(self, style: str | Style) -> Style:
        return self.theme.style(style) if isinstance(style, str) else style

    def text_width(self, string: str, style: str | Style = "body") -> float:
        """Width of one line in design units."""
        s = self._style(style)
        return fonts.width(string, s.face, self.type_px(s.size), self.spacing(s.size, s.tracking)) / self.factor

    def text(
        self, x: float, y: float, string: str, style: str | Style = "body", color: str = "text", align: str = "left"
    ) -> None:
        """Draw one line; y is the top of its line box, x its left, centre or right by `align` (its start or end)."""
        s = self._style(style)
        px, extra = self.type_px(s.size), self.spacing(s.size, s.tracking)
        line = fonts.line_surface(string, s.face, px, self.color(color), extra, self.rtl)
        dx, dy = self.at(x, y)
        if self.flip is not None:
            align = {"left": "right", "right": "left"}.get(align, align)
        if align != "left":
            dx -= line.get_width() / (2 if align == "center" else 1)
        box = s.line * self.theme.prefs.text_scale * self.factor
        self.surface.blit(line, (round(dx), round(dy + (box - line.get_height()) / 2)))

    def icon(self, x: float, y: float, name: str, size: float = 20, color: str = "text") -> None:
        """Draw an icon with its centre at (x, y)."""
        glyph = icon_surface(name, max(6, round(size * self.factor)), self.color(color))
        if self.flip is not None and _POINTS.search(name):
            glyph = pygame.transform.flip(glyph, True, False)
        cx, cy = self.at(x, y)
        self.surface.blit(glyph, (round(cx - glyph.get_width() / 2), round(cy - glyph.get_height() / 2)))

    def picture(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        name: str,
        *,
        crop: pictures.Crop | None = None,
        cover: bool = False,
        radius: float = 0,
        turns: bool = False,
    ) -> None:
        """Draw a drawing from the assets into a box; one that `turns` is mirrored with the page."""
        box = self.device(x, y, w, h)
        turned = turns and self.flip is not None
        surface = pictures.raster(name, box.w, box.h, crop=crop, cover=cover, radius=self.px(radius), turned=turned)
        self.surface.blit(surface, box.topleft)


def icon_surface(name: str, px: int, colour: Colour) -> pygame.Surface:
    """An icon cut to its ink, so that it can be centred; kept in the cache."""

    def make() -> pygame.Surface:
        whole = fonts.font("icons", px).render(fonts.icon_character(name), True, colour)
        return whole.subsurface(whole.get_bounding_rect()).copy()

    return SHAPES.get(("icon", name, px, colour), make)


def wobbled(points: Sequence[Point], seed: int, step: float = 26, shake: float = 1.1) -> Sequence[Point]:
    """The polyline with more points and a small seeded shake across it, smoothed."""
    return _wobbled(tuple(points), seed, step, shake)


@lru_cache(maxsize=256)
def _wobbled(points: tuple[Point, ...], seed: int, step: float, shake: float) -> tuple[Point, ...]:
    dice = random.Random(seed)  # noqa: S311 because it only shakes a line
    rough: list[Point] = []
    for a, b in pairwise(points):
        length = math.hypot(b[0] - a[0], b[1] - a[1])
        count = max(1, round(length / step))
        nx, ny = ((a[1] - b[1]) / length, (b[0] - a[0]) / length) if length else (0.0, 0.0)
        for k in range(count):
            t, off = k / count, dice.uniform(-shake, shake)
            rough.append((a[0] + (b[0] - a[0]) * t + nx * off, a[1] + (b[1] - a[1]) * t + ny * off))
    rough.append(points[-1])
    smooth: list[Point] = []
    for i in range(len(rough) - 1):
        before, a, b, after = rough[max(0, i - 1)], rough[i], rough[i + 1], rough[min(len(rough) - 1, i + 2)]
        for k in range(4):
            t = k / 4
            smooth.append((_spline(before[0], a[0], b[0], after[0], t), _spline(before[1], a[1], b[1], after[1], t)))
    return (*smooth, rough[-1])


def _spline(p0: float, p1: float, p2: float, p3: float, t: float) -> float:
    """Catmull-Rom between p1 and p2."""
    return 0.5 * (2 * p1 + (p2 - p0) * t + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t * t + (3 * p1 - p0 - 3 * p2 + p3) * t**3)
