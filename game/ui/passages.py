"""The pictures between two pages, one function for each way from one to the other. All in pixels of the window."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import pygame

from game.ui import shapes
from game.ui.motion import ease_in_out, ease_out
from game.ui.rect import Rect
from game.ui.theme import MoodName, Theme
from game.ui.widget import Widget

_VEIL = 0.6
"""How dark a dialog makes the page behind it."""
_RISE = 14.0
"""Units that a dialog comes up."""
_HOLE = (1, 2, 3)
"""A colour that no page has: what is painted with it is cut out."""
_PHONE = (436.0, 690.0, 44.0)
"""Width, height and corner radius of the phone that one falls into."""


@dataclass(frozen=True)
class Scene:
    """One moment: the new page is on `target`, the old picture is `leaving`, and `t` of the time is over (0 to 1)."""

    target: pygame.Surface
    leaving: pygame.Surface
    t: float
    factor: float
    origin: tuple[float, float]
    rtl: bool = False

    def at(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page in pixels."""
        return self.origin[0] + x * self.factor, self.origin[1] + y * self.factor

    def box(self, r: Rect) -> pygame.Rect:
        """A rectangle of the page in pixels, from the side that the page begins on."""
        x = 1280 - r.right if self.rtl else r.x
        (left, top), (right, foot) = self.at(x, r.y), self.at(x + r.w, r.bottom)
        return pygame.Rect(round(left), round(top), round(right - left), round(foot - top))


def between(before: str, after: str) -> str:
    """How one comes from a mood into another; "" where pages just turn."""
    return {("war", "feed"): "fall", ("feed", "paper"): "down", ("war", "paper"): "sheet"}.get((before, after), "")


def densest(page: Widget) -> tuple[float, float]:
    """Where on a page the crowd is, as shares of its width and height: the middle of its largest picture of dots."""
    crowds = [widget for widget in page.walk() if widget.kind == "dots" and widget.rect.w > 0]
    if not crowds:
        return 0.5, 0.5
    r = max(crowds, key=lambda widget: widget.rect.w * widget.rect.h)
    seen = r.seen(r.rect)
    return min(max(seen.cx / 1280, 0.1), 0.9), min(max(seen.cy / 720, 0.1), 0.9)


def turn(scene: Scene, shift: float) -> None:
    """The old page fades and moves aside by `shift` units."""
    t = ease_out(scene.t)
    scene.leaving.set_alpha(round(255 * (1 - t)))
    scene.target.blit(scene.leaving, (round(shift * (-1 if scene.rtl else 1) * scene.factor * t), 0))


def _veiled(surface: pygame.Surface, share: float) -> None:
    """Darken a picture as much as a dialog does, or a part of that."""
    left = round(255 * (1 - _VEIL * share))
    surface.fill((left, left, left), special_flags=pygame.BLEND_MULT)


def panel(scene: Scene, rect: Rect) -> None:
    """A dialog comes up over the old picture, which darkens."""
    t, box = ease_out(scene.t), scene.box(rect).clip(scene.target.get_rect())
    shown = scene.target.subsurface(box).copy()
    scene.target.blit(scene.leaving, (0, 0))
    _veiled(scene.target, t)
    shown.set_alpha(round(255 * t))
    scene.target.blit(shown, box.move(0, round(_RISE * scene.factor * (1 - t))))


def closing(scene: Scene, rect: Rect) -> None:
    """A dialog goes down, and the page behind it gets its light back."""
    t, box = ease_out(scene.t), scene.box(rect).clip(scene.target.get_rect())
    gone = scene.leaving.subsurface(box).copy()
    _veiled(scene.target, 1 - t)
    gone.set_alpha(round(255 * (1 - t)))
    scene.target.blit(gone, box.move(0, round(_RISE * scene.factor * t)))


def fall(scene: Scene, start: tuple[float, float], mood: MoodName) -> None:
    """From thousands of dots into one phone: the crowd rushes up, one dot opens and is the phone, and then the page."""
    t, (wide, high) = scene.t, scene.target.get_size()
    near = 1 + 4.5 * t**2.4
    fx, fy = start[0] * wide, start[1] * high
    way = ease_in_out(t)
    cx, cy = fx + (wide / 2 - fx) * way, fy + (high / 2 - fy) * way
    part = pygame.Rect(round(fx - cx / near), round(fy - cy / near), round(wide / near), round(high / near))
    part.clamp_ip(scene.leaving.get_rect())
    crowd = pygame.transform.scale(scene.leaving.subsurface(part), (wide, high))
    hole, radius = _opening(scene, (cx, cy), t)
    theme = Theme(mood)
    if t < 0.75:  # the dot is a dot first: what is in it comes out slowly
        glow = pygame.Surface(hole.size)
        glow.fill(theme.color("raised"))
        glow.set_alpha(round(255 * (1 - ease_in_out(min(1.0, t / 0.75)))))
        scene.target.blit(glow, hole)
    pygame.draw.rect(crowd, _HOLE, hole, border_radius=round(radius))
    crowd.set_colorkey(_HOLE)
    scene.target.blit(crowd, (0, 0))
    rim = max(2.0, 11 * scene.factor * min(1.0, hole.w / (_PHONE[0] * scene.factor)))
    around = hole.inflate(2 * rim, 2 * rim)
    if around.w < wide * 1.3:
        shapes.rounded(scene.target, around, radius + rim, None, theme.color("text"), rim + 1)


def _opening(scene: Scene, centre: tuple[float, float], t: float) -> tuple[pygame.Rect, float]:
    """What has opened of the new page, and the radius of its corners."""
    f, (wide, high) = scene.factor, scene.target.get_size()
    steps = (
        (0.0, 5.0, 5.0, 2.5),
        (0.28, 30.0, 30.0, 15.0),
        (0.72, *_PHONE),
        (1.0, wide / f * 1.15, high / f * 1.2, 0.0),
    )
    for (a, *small), (b, *large) in pairwise(steps):
        if t <= b:
            share = ease_in_out((t - a) / (b - a))
            w, h, radius = (f * (one + (two - one) * share) for one, two in zip(small, large, strict=True))
            return pygame.Rect(round(centre[0] - w / 2), round(centre[1] - h / 2), round(w), round(h)), radius
    return scene.target.get_rect(), 0.0


def put_down(scene: Scene) -> None:
    """The phone is put down: the old page goes down, faster and faster, and is gone."""
    high = scene.target.get_height()
    y = round(high * scene.t**2.2)
    shadow = round(10 * scene.factor)
    _shade(scene.target, pygame.Rect(0, y - shadow, scene.target.get_width(), shadow))
    scene.target.blit(scene.leaving, (0, y))


def sheet(scene: Scene) -> None:
    """A sheet of paper slides up over the old page and lies still; its edge throws a flat shadow."""
    wide, high = scene.target.get_size()
    y = round(high * (1 - ease_out(scene.t)))
    page = scene.target.copy()
    scene.target.blit(scene.leaving, (0, 0))
    shadow = min(y, round(10 * scene.factor))
    _shade(scene.target, pygame.Rect(0, y - shadow, wide, shadow))
    scene.target.blit(page, (0, y))


def _shade(surface: pygame.Surface, box: pygame.Rect) -> None:
    surface.fill((224, 222, 218), box, special_flags=pygame.BLEND_MULT)
