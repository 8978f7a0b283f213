"""What a page is read from besides text: icons, pictures, key caps, rules, free drawings."""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Unpack

from game.ui import fonts, pictures
from game.ui.keys import cap_icon, cap_text
from game.ui.motion import PRESS
from game.ui.painter import Rect
from game.ui.theme import Style
from game.ui.widget import Common, Widget

if TYPE_CHECKING:
    from game.ui.painter import Painter

FOOT = 2.0
"""How much of a key cap's foot of 3 units goes away when it is pressed."""
_TINTS = ("pink.3", "#BFD9FF", "butter.2", "#BFE3D0", "#D9C8F5")


class Icon(Widget):
    """A Font Awesome solid icon in a square box. Without a label it is decoration and not spoken."""

    kind = "icon"
    shrink = False
    stretch = False

    def __init__(
        self, name: str, size: float = 20, *, color: str = "text", label: str = "", **common: Unpack[Common]
    ) -> None:
        super().__init__(**common)
        self.name, self.size, self.color, self.label = name, size, color, label
        self.role = "image" if label else ""

    def content(self, room: float) -> tuple[float, float]:
        """A box a little wider than the icon; it grows with the text."""
        del room
        return self.size * self.text_scale * 1.2, self.size * self.text_scale * 1.2

    def draw(self, p: Painter) -> None:
        """Draw the icon in the centre."""
        p.icon(self.rect.cx, self.rect.cy, self.name, self.size * self.text_scale, self.color)


class Picture(Widget):
    """A drawing from the assets, with a description for those who do not see it.

    One that `turns` is mirrored with the page, because it leaves room on one side for words.
    """

    kind = "picture"
    shrink = False

    def __init__(
        self,
        name: str,
        *,
        label: str = "",
        fit: str = "contain",
        crop: pictures.Crop | None = None,
        radius: float = 0,
        circle: bool = False,
        border: str = "",
        border_width: float = 2,
        fill: str = "",
        turns: bool = False,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(**common)
        self.turns = turns
        self.name, self.label, self.fit, self.crop = name, label, fit, crop
        self.radius, self.circle, self.border, self.border_width = radius, circle, border, border_width
        self.fill = fill
        self.role = "image" if label else ""

    def content(self, room: float) -> tuple[float, float]:
        """The width that is there, and the height that keeps the drawing's shape."""
        w, h = (self.crop[2], self.crop[3]) if self.crop else pictures.natural_size(self.name)
        if self.width is None and self.height is not None:
            return self.height * w / h, self.height
        wide = min(room, w) if math.isinf(self.max_width) and self.width is None else room
        return wide, wide * h / w

    def draw(self, p: Painter) -> None:
        """Draw it, clipped to a rounded box or a circle."""
        r = self.rect
        radius = min(r.w, r.h) / 2 if self.circle else self.radius
        if self.fill:
            p.rect(r.x, r.y, r.w, r.h, self.fill, radius=radius)
        p.picture(
            r.x, r.y, r.w, r.h, self.name, crop=self.crop, cover=self.fit == "cover", radius=radius, turns=self.turns
        )
        if self.border:
            b = self.border_width
            p.rect(r.x - b, r.y - b, r.w + 2 * b, r.h + 2 * b, border=self.border, border_width=b, radius=radius + b)

    def ring(self) -> tuple[Rect, float]:
        """Follows the shape."""
        return self.rect, min(self.rect.w, self.rect.h) / 2 if self.circle else self.radius


class Avatar(Picture):
    """The head of a bust (or a whole square drawing) in a circle."""

    kind = "avatar"

    def __init__(self, name: str, size: float = 48, label: str = "", *, ring: str = "", fill: str = "") -> None:
        crop = (26.0, 12.0, 150.0, 150.0) if "people/" in name else None
        fill = fill or (_TINTS[zlib.crc32(name.encode()) % len(_TINTS)] if crop else "")
        super().__init__(
            name, label=label, fit="cover", crop=crop, circle=True, border=ring, fill=fill, width=size, height=size
        )


class KeyCap(Widget):
    """A key as it looks on the keyboard.

    `look` is "" (by mood), "on_accent" (on a filled button), "strong", "light", or "kept": a cap on a button of the
    light moods, whole also when it is dull, while other dull caps are only a border.

    A key that the player moved shows where it is now; a `fixed` one shows what it is called, as lists of keys need.
    """

    kind = "keycap"
    shrink = False
    stretch = False

    def __init__(self, key: str, *, look: str = "", dull: bool = False, fixed: bool = False) -> None:
        super().__init__()
        self.key_name, self.look, self.dull, self.fixed = key, look, dull, fixed

    def _text(self) -> str:
        env = self.env
        key = self.key_name if self.fixed else env.keymap.get(self.key_name, self.key_name)
        return cap_text(key, self.theme.prefs.layout, env.words.keys, env.learnt)

    def _style(self) -> Style:
        return Style("manrope_bold" if self.theme.mood == "feed" else "sans_bold", 16, 22)

    def content(self, room: float) -> tuple[float, float]:
        """At least a square of 24."""
        del room
        scale = self.text_scale
        if cap_icon(self.key_name):
            return 24 * scale, 24 * scale
        s = self._style()
        px = max(6, round(s.size * scale * self.env.factor))
        text = fonts.width(self._text(), s.face, px) / self.env.factor
        return max(24 * scale, text + 14), 24 * scale

    def _colours(self) -> tuple[str, str, str]:
        """Fill, border and letter."""
        war, paper = self.theme.mood == "war", self.theme.mood == "paper"
        if self.dull and (war or self.look != "kept"):
            return "", "ctl" if war else "text2", "text2"
        if self.look == "light":
            return "white", "plum.2", "plum"
        if self.look == "strong" and war:
            return "lemon", "lemon", "ink.base"
        if self.look == "on_accent" and war:
            return "ink.base", "ink.base", "lemon"
        if war:
            return "sunk", "ctl", "text"
        return ("slip" if paper else "white"), ("pencil.2" if paper else "plum.2"), ("pencil" if paper else "plum")

    @property
    def down(self) -> float:
        """How far the key is pressed: it goes down with what it belongs to."""
        above, held = self.parent, False
        while above is not None and not held:
            held, above = above.pressed and not above.disabled, above.parent
        return self.eased("down", float(held), PRESS)

    def draw(self, p: Painter) -> None:
        """Draw the cap with its foot, which gets lower as the key is pressed, and the letter."""
        r = self.rect
        fill, border, letter = self._colours()
        flat = (self.dull and (self.theme.dark or self.look != "kept")) or (
            self.theme.dark and self.look == "on_accent"
        )
        foot, sunk = (0.0, 0.0) if flat else (FOOT * (1 - self.down), FOOT * self.down)
        if not flat:
            below = "lemon.down" if self.look == "strong" and self.theme.dark else border
            p.rect(r.x, r.y + sunk, r.w, r.h - sunk, below, radius=5)
        p.rect(r.x, r.y + sunk, r.w, r.h - sunk - foot, fill, border=border, border_width=1.2, radius=5)
        y = r.cy if flat else r.cy - FOOT / 2 + sunk
        name = cap_icon(self.key_name)
        if name:  # a mirrored page takes the left arrow for the right one, and the painter turns the icon
            p.icon(r.cx, y, name, 12 * self.text_scale, letter)
            return
        s = self._style()
        p.text(r.cx, y - s.line * self.text_scale / 2, self._text(), s, letter, "center")


class Rule(Widget):
    """A line between things: straight, dashed or drawn by hand."""

    kind = "rule"
    shrink = False

    def __init__(
        self,
        kind: str = "line",
        *,
        color: str = "",
        vertical: bool = False,
        thickness: float = 1,
        seed: int = 1,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(**common)
        self.look, self.color, self.vertical, self.thickness, self.seed = kind, color, vertical, thickness, seed

    def content(self, room: float) -> tuple[float, float]:
        """All of the width, as thin as it is drawn (a vertical rule the other way round)."""
        thick = max(self.thickness, 5 if self.look == "wobble" else 1)
        return (thick, 0) if self.vertical else (room, thick)

    def draw(self, p: Painter) -> None:
        """Draw the line."""
        r = self.rect
        color = self.color or ("text" if self.look == "wobble" else "line")
        ends = ((r.cx, r.y), (r.cx, r.bottom)) if self.vertical else ((r.x, r.cy), (r.right, r.cy))
        if self.look == "wobble":
            p.wobble(ends, color, max(self.thickness, 2), self.seed)
        elif self.look == "dashed":
            p.stroke(ends, color, self.thickness, dash=(5, 4))
        else:
            p.line(*ends[0], *ends[1], color, self.thickness)


class Canvas(Widget):
    """A free drawing by a callback that gets a painter and its rectangle. The label says what it shows."""

    kind = "canvas"

    def __init__(
        self,
        paint: Callable[[Painter, Rect], None],
        *,
        label: str = "",
        description: str = "",
        on_press: Callable[[float, float], object] | None = None,
        live: bool = False,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(**common)
        self.paint_inside, self.on_press, self.live = paint, on_press, live
        self.label, self.description = label, description
        self.role = "image" if label else ""

    def content(self, room: float) -> tuple[float, float]:
        """What is asked for by width and height; else all of the width."""
        return room, self.height or 0.0

    def draw(self, p: Painter) -> None:
        """Let the callback draw."""
        self.paint_inside(p, self.rect)

    def on_click(self, x: float, y: float) -> bool:
        """Tell the callback where, relative to the canvas."""
        if self.on_press is None:
            return False
        self.on_press(x - self.rect.x, y - self.rect.y)
        return True
