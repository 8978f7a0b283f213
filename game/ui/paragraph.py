"""Paragraphs: text, and rich text with words to focus and press."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Unpack

import pygame

from game.ui import fonts
from game.ui.motion import SWIPE
from game.ui.painter import Rect
from game.ui.semantics import Node
from game.ui.text import Line, Piece, Span, break_lines, longest_word, shorten
from game.ui.theme import Style
from game.ui.widget import Common, Widget

if TYPE_CHECKING:
    from game.ui.painter import Painter

_ENDLESS = 100_000
_LEVELS = {
    "h2": 2,
    "h3": 3,
    "lead": 3,
    "strong": 3,
    "bold": 3,
    "small_strong": 3,
    "label": 3,
    "tab": 3,
    "body": 3,
    "small": 3,
}
"""Level of a heading by its style; the large styles are of level 1."""


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
        if not (self.size or self.leading or self.face or self.tracking):
            return base
        size = self.size or base.size
        return Style(
            self.face or base.face,
            size,
            self.leading or (base.line * size / base.size if self.size else base.line),
            self.tracking or base.tracking,
        )

    def _pieces(self, factor: float = 0) -> tuple[Piece, ...]:
        factor = factor or self.env.factor
        key = ("pieces", factor, self.size)
        found: tuple[Piece, ...] | None = self.memo.get(key)
        if found is None:
            found = self.memo[key] = self._cut(factor)
        return found

    def _cut(self, factor: float) -> tuple[Piece, ...]:
        s = self.style
        px = max(6, round(s.size * self.text_scale * factor))
        extra = round(self.theme.spacing(s.size, s.tracking) * factor)
        return tuple((span.text, span.face_in(s.face), px, extra) for span in self.spans)

    def _broken(self, room: float) -> tuple[Line, ...]:
        width = _ENDLESS if math.isinf(room) else int(room * self.env.factor + 0.51)
        key = ("lines", width, self.size)
        found: tuple[Line, ...] | None = self.memo.get(key)
        if found is None:
            pieces = self._pieces()
            if self.words:
                pieces = self._kept_whole(pieces, width)
            rtl = self.env.rtl
            found = self.memo[key] = shorten(pieces, break_lines(pieces, width, rtl), self.limit, width, rtl)
        return found

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

    def least(self) -> float:
        """The longest word: cut further, it would break."""
        return longest_word(self._pieces()) / self.env.factor

    def baseline(self) -> float:
        """From the top of the paragraph to the foot of its first line of letters, in design units."""
        factor, s = self.env.factor, self.style
        px = max(6, round(s.size * self.text_scale * factor))
        return s.line * self.text_scale / 2 + (fonts.ascent(s.face, px) - fonts.height(s.face, px) / 2) / factor

    def place_children(self) -> None:
        """Find the rectangles of words that act."""
        self._lines = self._broken(self.rect.w)
        for word in self.words.values():
            word.begin()
        for number, line in enumerate(self._lines):
            for run in line.runs:
                if run.span in self.words:
                    self.words[run.span].add(self._run_rect(number, line, run.x, run.width))

    def _start(self, line: Line) -> float:
        spare = self.rect.w - line.width / self.env.factor
        return self.rect.x + {"center": spare / 2, "right": spare}.get(self.align, 0.0)

    def _run_rect(self, number: int, line: Line, x: int, width: int) -> Rect:
        tall = self.style.line * self.text_scale
        if self.mirrored:
            x = line.width - x - width
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
                surface = fonts.line_surface(run.text, face, px, colour, pieces[run.span][3], run.rtl)
                wide = round(place.w * p.factor)
                if p.factor != self.env.factor and wide != surface.get_width() > 0:
                    # Drawn larger than laid out (on tilted paper): every run keeps to its place, and so do the gaps.
                    surface = pygame.transform.smoothscale(surface, (wide, surface.get_height()))
                higher = (surface.get_height() - fonts.height(face, px)) // 2  # where another face stands in
                edges = sorted((p.at(place.x, 0)[0], p.at(place.right, 0)[0]))
                left = edges[1] - surface.get_width() if run.rtl else edges[0]  # where the run begins
                p.surface.blit(surface, (round(left), baseline - fonts.ascent(face, px) - higher))
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
            share = 1.0 if p.later is not None else self.eased(f"swipe {span.text}", 1.0, SWIPE, start=0.0)
            p.marker(place.x - 5, base - size * 0.86, place.w + 10, size * 1.18, seed=len(span.text), share=share)
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
        node.name = self.aloud or self.said
        if self.role == "heading":
            node.level = _LEVELS.get(self.style_name, 1)
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
        self.stretches: list[Rect] = []

    def begin(self) -> None:
        """Forget where it stood."""
        self.rect, self.stretches = Rect(), []

    def add(self, rect: Rect) -> None:
        """Take in one more stretch of the word; on two lines the larger stretch stands for it."""
        self.stretches.append(rect)
        if rect.w > self.rect.w:
            self.rect = rect

    def hit(self, x: float, y: float) -> bool:
        """Any of its stretches."""
        return super().hit(x, y) or any(stretch.contains(x, y) for stretch in self.stretches)

    def arrange(self, x: float, y: float, w: float, h: float) -> None:
        """Nothing: the paragraph knows where its words are."""

    @property
    def focusable(self) -> bool:
        """Always."""
        return True

    def ring(self) -> tuple[Rect, float]:
        """A little more than the word."""
        return self._around(self.rect), 6

    def further_rings(self) -> list[Rect]:
        """Its other lines."""
        return [self._around(stretch) for stretch in self.stretches if stretch is not self.rect]

    def _around(self, stretch: Rect) -> Rect:
        rule = 5 if self.span.underline else 0  # what is below the word stays to be seen
        return Rect(stretch.x - 3, stretch.y + 5, stretch.w + 6, stretch.h - 10 + rule)

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
    """A paragraph of one kind of text. With `fit`, large type gets smaller (not below 26) to need no more lines."""

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
        fit: int = 0,
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
        self.fit, self._asked, self._asked_line = fit, size, line
        self._fitted: dict[float, float] = {}

    def content(self, room: float) -> tuple[float, float]:
        """As any paragraph, in the size that fits."""
        self._choose(room)
        return super().content(room)

    def place_children(self) -> None:
        """Take the size that fits the width."""
        self._choose(self.rect.w)
        super().place_children()

    def _choose(self, room: float) -> None:
        if not self.fit or math.isinf(room):
            return
        if room not in self._fitted:
            self.size, self.leading = self._asked, self._asked_line
            size = full = self.style.size
            while size > min(full, 26.0) and not self._fits(room):
                size = self.size = max(26.0, size * 0.94)
            self._fitted[room] = size
        self.size, self.leading = self._asked, self._asked_line
        full = self.style.size
        self.size = self._fitted[room]
        self.leading = self._asked_line * self.size / full

    def _fits(self, room: float) -> bool:
        pieces, width = self._pieces(), int(room * self.env.factor + 0.51)
        return longest_word(pieces) <= width and len(break_lines(pieces, width, self.env.rtl)) <= self.fit
