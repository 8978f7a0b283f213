"""What a page is read from: text, rich paragraphs with words to focus, icons, pictures, key caps, rules."""

from __future__ import annotations

import math
import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING, Unpack

from game.ui import fonts, pictures
from game.ui.keys import cap_icon, cap_text
from game.ui.painter import Rect
from game.ui.semantics import Node
from game.ui.text import Line, Piece, Span, break_lines, shorten
from game.ui.theme import Style
from game.ui.widget import Common, Widget

if TYPE_CHECKING:
    from game.ui.painter import Painter

_ENDLESS = 100_000
_TINTS = ("pink.3", "#BFD9FF", "butter.2", "#BFE3D0", "#D9C8F5")


class Rich(Widget):
    """A paragraph of spans. Spans with `on_press` are words that take the focus and act."""

    kind = "rich"
    role = "text"

    def __init__(
        self,
        *spans: Span,
        style: str = "body",
        color: str = "text",
        align: str = "left",
        size: float = 0,
        line: float = 0,
        face: str = "",
        lines: int = 0,
        role: str = "text",
        hidden: bool = False,
        tracking: float = 0,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(**common)
        self.spans = spans
        self.style_name, self.color, self.align = style, color, align
        self.size, self.leading, self.face, self.limit, self.tracking = size, line, face, lines, tracking
        self.role = "" if hidden else role
        self.said = "".join(span.text for span in spans)
        self.words = {i: Word(self, i, span) for i, span in enumerate(spans) if span.on_press is not None}
        self.children = list(self.words.values())
        self._lines: tuple[Line, ...] = ()

    @property
    def style(self) -> Style:
        """The type style with what this paragraph changes."""
        base = self.theme.style(self.style_name)
        size = self.size or base.size
        return Style(
            self.face or base.face,
            size,
            self.leading or (base.line * size / base.size if self.size else base.line),
            self.tracking or base.tracking,
        )

    def _pieces(self, factor: float = 0) -> tuple[Piece, ...]:
        s = self.style
        factor = factor or self.env.factor
        px = max(6, round(s.size * self.text_scale * factor))
        wide = 0.06 * s.size if self.theme.prefs.wide_spacing else 0
        extra = round((s.tracking + wide) * factor)
        return tuple((span.text, span.face_in(s.face), px, extra) for span in self.spans)

    def _broken(self, room: float) -> tuple[Line, ...]:
        width = _ENDLESS if math.isinf(room) else int(room * self.env.factor + 0.51)
        pieces = self._pieces()
        if self.words:
            pieces = self._kept_whole(pieces, width)
        return shorten(pieces, break_lines(pieces, width), self.limit, width)

    def _kept_whole(self, pieces: tuple[Piece, ...], width: int) -> tuple[Piece, ...]:
        """Words to act on do not break over two lines if they fit on one."""
        kept = list(pieces)
        for index in self.words:
            string, face, px, extra = pieces[index]
            if fonts.width(string, face, px, extra) < width:
                kept[index] = (string.replace(" ", "\u00a0"), face, px, extra)
        return tuple(kept)

    def content(self, room: float) -> tuple[float, float]:
        """The longest line, and the lines times the line height."""
        lines = self._broken(room)
        return max(line.width for line in lines) / self.env.factor, len(lines) * self.style.line * self.text_scale

    def place_children(self) -> None:
        """Find the rectangles of words that act."""
        self._lines = self._broken(self.rect.w)
        for word in self.words.values():
            word.rect = Rect()
        for number, line in enumerate(self._lines):
            for run in line.runs:
                if run.span in self.words:
                    self.words[run.span].add(self._run_rect(number, line, run.x, run.width))

    def _start(self, line: Line) -> float:
        spare = self.rect.w - line.width / self.env.factor
        return self.rect.x + {"center": spare / 2, "right": spare}.get(self.align, 0.0)

    def _run_rect(self, number: int, line: Line, x: int, width: int) -> Rect:
        tall = self.style.line * self.text_scale
        return Rect(self._start(line) + x / self.env.factor, self.rect.y + number * tall, width / self.env.factor, tall)

    def draw(self, p: Painter) -> None:
        """Draw the lines: highlights first, then letters, rules below and strikes on top."""
        pieces, s = self._pieces(p.factor), self.style
        px = pieces[0][2] if pieces else 1
        tall = s.line * self.text_scale
        for number, line in enumerate(self._lines):
            top = self.rect.y + number * tall
            if not p.visible(Rect(self.rect.x, top, self.rect.w, tall)):
                continue
            middle = p.at(0, top + tall / 2)[1]
            baseline = round(middle - fonts.height(s.face, px) / 2) + fonts.ascent(s.face, px)
            placed = [(run, self._run_rect(number, line, run.x, run.width)) for run in line.runs]
            for run, place in placed:
                self._behind(p, self.spans[run.span], place, baseline, px)
            for run, place in placed:
                span, face = self.spans[run.span], fonts.covering(pieces[run.span][1], run.text)
                colour = p.color(self._span_color(span))
                surface = fonts.line_surface(run.text, face, px, colour, pieces[run.span][3])
                p.surface.blit(surface, (round(p.at(place.x, 0)[0]), baseline - fonts.ascent(face, px)))
                self._over(p, span, place, baseline, px)

    def _span_color(self, span: Span) -> str:
        if span.color:
            return span.color
        if span.mark:
            return "ink.base" if self.theme.mood == "war" else "text"
        return self.color

    def _behind(self, p: Painter, span: Span, place: Rect, baseline: int, px: int) -> None:
        if span.mark:
            base = (baseline - p.origin[1]) / p.factor
            size = px / p.factor
            p.marker(place.x - 5, base - size * 0.86, place.w + 10, size * 1.18, seed=len(span.text))
        word = next((w for w in self.words.values() if w.span is span), None)
        if word is not None and (word.hovered or word.focused):
            p.rect(place.x - 5, place.y + 2, place.w + 10, place.h - 4, "raised", radius=8)

    def _over(self, p: Painter, span: Span, place: Rect, baseline: int, px: int) -> None:
        base = (baseline - p.origin[1]) / p.factor
        if span.underline:
            y = base + max(4.0, px / p.factor * 0.26)
            thick = 3 if px / p.factor > 22 else 2
            color = self._span_color(span)
            if span.underline == "dashed":
                x = place.x
                while x < place.right - 1:
                    p.rect(x, y, min(7.0, place.right - x), thick, color)
                    x += 11
            else:
                p.rect(place.x, y, place.w, thick, color)
        if span.struck:
            y = base - px / p.factor * 0.28
            p.line(place.x - 2, y, place.right + 2, y, "danger", 2)

    def node(self, below: list[Node]) -> Node:
        """The whole text as the name."""
        node = super().node(below)
        node.name = self.said
        return node


class Word(Widget):
    """A word of a paragraph that takes the focus and acts."""

    kind = "word"
    role = "button"

    def __init__(self, paragraph: Rich, index: int, span: Span) -> None:
        super().__init__(id=span.id or f"word:{index}:{span.text}")
        self.paragraph = paragraph
        self.span = span
        self.label = span.text.strip()
        self.description = span.description
        self.key = span.key

    def add(self, rect: Rect) -> None:
        """Take in one more stretch of the word; on two lines the larger stretch stands for it."""
        if rect.w > self.rect.w:
            self.rect = rect

    def arrange(self, x: float, y: float, w: float, h: float) -> None:
        """Nothing: the paragraph knows where its words are."""

    @property
    def focusable(self) -> bool:
        """Always."""
        return True

    def ring(self) -> tuple[Rect, float]:
        """A little more than the word."""
        return Rect(self.rect.x - 3, self.rect.y + 5, self.rect.w + 6, self.rect.h - 10), 6

    def activate(self) -> bool:
        """Do what the word does."""
        if self.span.on_press is None:
            return False
        self.span.on_press()
        return True

    def actions(self) -> tuple[str, ...]:
        """Press and focus."""
        return ("press", "focus")


class Text(Rich):
    """A paragraph of one kind of text."""

    kind = "text"

    def __init__(
        self,
        string: str,
        style: str = "body",
        *,
        color: str = "text",
        align: str = "left",
        size: float = 0,
        line: float = 0,
        face: str = "",
        lines: int = 0,
        role: str = "text",
        hidden: bool = False,
        tracking: float = 0,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(
            Span(string),
            style=style,
            color=color,
            align=align,
            size=size,
            line=line,
            face=face,
            lines=lines,
            role=role,
            hidden=hidden,
            tracking=tracking,
            **common,
        )


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
    """A drawing from the assets, with a description for those who do not see it."""

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
        **common: Unpack[Common],
    ) -> None:
        super().__init__(**common)
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
        p.picture(r.x, r.y, r.w, r.h, self.name, crop=self.crop, cover=self.fit == "cover", radius=radius)
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
    """A key as it looks on the keyboard. `look` is "" (by mood), "on_accent" (on a filled button) or "strong"."""

    kind = "keycap"
    shrink = False
    stretch = False

    def __init__(self, key: str, *, look: str = "", dull: bool = False, down: bool = False) -> None:
        super().__init__()
        self.key_name, self.look, self.dull, self.down = key, look, dull, down

    def _text(self) -> str:
        prefs, words = self.theme.prefs, self.env.words
        return cap_text(self.key_name, prefs.layout, dict(words.keys))

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
        if self.dull:
            return "", "ctl", "text2"
        if self.look == "strong" and war:
            return "lemon", "lemon", "ink.base"
        if self.look == "on_accent" and war:
            return "ink.base", "ink.base", "lemon"
        if war:
            return "sunk", "ctl", "text"
        return ("slip" if paper else "white"), ("pencil.2" if paper else "plum.2"), ("pencil" if paper else "plum")

    def draw(self, p: Painter) -> None:
        """Draw the cap with its foot, and the letter."""
        r = self.rect
        fill, border, letter = self._colours()
        foot = 0 if self.dull or (self.look == "on_accent" and self.theme.dark) else (1 if self.down else 2)
        if foot:
            p.rect(r.x, r.y, r.w, r.h, "lemon.down" if self.look == "strong" and self.theme.dark else border, radius=5)
        p.rect(r.x, r.y, r.w, r.h - foot, fill, border=border, border_width=1.2, radius=5)
        name = cap_icon(self.key_name)
        if name:
            p.icon(r.cx, r.cy - foot / 2, name, 12 * self.text_scale, letter)
            return
        s = self._style()
        p.text(r.cx, r.cy - foot / 2 - s.line * self.text_scale / 2, self._text(), s, letter, "center")


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
