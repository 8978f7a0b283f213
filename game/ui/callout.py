"""A note beside something on the page, with a ring drawn by hand around what it speaks of.

The note finds its own place: never over what is in focus, as little as possible over words and controls, and near the
thing with the ring. It takes no input but that of its own buttons; a click anywhere else on it reaches the page below.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from game.ui.buttons import Button
from game.ui.frames import Box, Hint, Panel
from game.ui.hand_drawn import outline
from game.ui.layout import Column, Mood, Row, Spacer, Stack
from game.ui.painter import Rect
from game.ui.paper import arrow
from game.ui.paragraph import Rich, Text
from game.ui.scrolling import Scroll, clip_of
from game.ui.semantics import Node
from game.ui.widget import Widget

if TYPE_CHECKING:
    from game.ui.painter import Painter

_Grid = npt.NDArray[np.floating]
CELL = 16.0
"""Room on the page is weighed in squares of so many units."""
ACROSS, DOWN = 80, 45
WIDTHS = (330.0, 420.0, 560.0, 260.0)
"""Widths that a note may have at 100 % text, the usual one first."""
_FORBIDDEN, _RINGED, _WORDS, _CONTROLS, _PICTURES, _GROUND = 1e5, 30.0, 4.0, 6.0, 3.0, 0.5
"""What covering a square costs: what is in focus, what the ring is around or the note speaks of, words, controls, pictures, a large picture
that can be pointed at. High against the distance: a note a hand's breadth away is better than one on a figure."""
_LARGEST = 150_000.0
"""Square units; a larger picture is the ground of the page."""
_SMALL = 12_000.0
"""Square units; a smaller box with a fill is a sign, such as a counter."""
_NEAR = 0.02
"""What a unit of distance from its usual place costs an announcement."""
_FAR = 0.26
"""What a unit of distance from the ringed thing costs."""
_CROWDED, _FLAT, _SIDE = 60.0, 60.0, 16.0
"""From which cost on other widths are looked at; what a strip along the foot costs by itself; and its room at the sides."""


def found(root: Sequence[Widget], wanted: Sequence[str]) -> Widget | None:
    """The first widget on the page that one of the names means.

    A name is an id, the start of one ("word-*"), the same in focus ("@action-*"), or "key:N", the hint of a key.
    """
    return next(all_found(root, wanted), None)


def all_found(root: Sequence[Widget], wanted: Sequence[str]) -> Iterator[Widget]:
    """Every widget on the page that the names mean and that can be seen, name after name."""
    widgets = [widget for tree in root for widget in tree.walk()] if wanted else []
    for name in wanted:
        yield from (widget for widget in widgets if _is(widget, name) and shown(widget) is not None)


def _is(widget: Widget, name: str) -> bool:
    if name.startswith("key:"):
        return isinstance(widget, Hint) and name[4:] in widget.binding.names()
    if name.startswith("@"):
        return widget.focused and _is(widget, name[1:])
    return widget.id.startswith(name[:-1]) if name.endswith("*") else widget.id == name


def shown(widget: Widget, part: Rect | None = None) -> Rect | None:
    """What can be seen of a widget (or a part of it), in the coordinates of the page; None if it is scrolled away."""
    r = widget.on_page(part or widget.rect)
    clip = clip_of(widget)
    if clip is not None:
        x, y = max(r.x, clip.x), max(r.y, clip.y)
        seen = Rect(x, y, min(r.right, clip.right) - x, min(r.bottom, clip.bottom) - y)
        if seen.w < r.w * 0.5 or seen.h < min(r.h * 0.5, 30):
            return None
        r = seen
    return r if r.w > 0 and r.h > 0 else None


class Over(Stack):
    """What lies over a page or dialog, made once that is built: `make` gets its root."""

    kind = "over"

    def __init__(self, make: Callable[[Widget], Sequence[Widget]]) -> None:
        super().__init__(id="over")
        self.make = make

    def build(self) -> None:
        """Look at the page and say what lies over it."""
        self.children = [] if self.parent is None else list(self.make(self.parent))


class Callout(Widget):
    """The note. ``mark`` is what it is about: while that stays the same, the note stays where it is if it can."""

    kind = "callout"
    follows = True
    role = "note"

    def __init__(
        self,
        text: str,
        *,
        head: str = "",
        anchors: Sequence[str] = (),
        spare: Sequence[str] = (),
        buttons: Sequence[Button] = (),
        mark: str = "",
        id: str = "callout",  # noqa: A002 because widgets call it id
    ) -> None:
        super().__init__(id=id)
        self.label, self.head, self.anchors, self.mark = text, head, tuple(anchors), mark
        self.spare, self.folded = tuple(spare), 0
        self.buttons = list(buttons)
        self.ringed: Rect | None = None
        """What the ring goes around, once the page is laid out."""

    def build(self) -> None:
        """A yellow note in every mood; folded, a strip with words and buttons side by side."""
        style = "small_strong" if self.folded else "strong"
        self.words = Text(self.label, style, face="serif_semibold", hidden=True, grow=float(bool(self.folded)))
        if self.folded:
            self.words.limit = 1 if self.folded > 1 else 0
            inside: list[Widget | None] = [Row(self.words, *self.buttons[1 - self.folded :], gap=8, align="center")]
        else:
            head = Text(self.head, "small", color="text2", hidden=True) if self.head else None
            row = Row(*self.buttons, gap=4, run_gap=0, align="center", justify="end", wrap=True, group=True)
            inside = [head, self.words, row if self.buttons else None]
        self.note = Panel(
            *inside, fill="marker.pale", border="pencil", border_width=2, radius=6, gap=4,
            pad=(4, 8, 4, 16) if self.folded else (12, 12, 6, 16),
        )  # fmt: skip
        self.children = [Mood("paper", self.note)]

    def _fold(self, folded: int = 1) -> float:
        """Make a strip of it, for a page where nothing is free, or a note again (0). The strip's width.

        The strip of 2 has one line and the last button, for a page that is all in focus.
        """
        if folded != self.folded:
            self.folded = folded
            self.build()
            self.children[0].adopt(self.env, self.theme, self, f"{self.id}/note", {})
        return 1280 - 2 * _SIDE

    # -- its place ---------------------------------------------------------------------------------------------
    def _page(self) -> list[Widget]:
        """Everything else that lies on the page."""
        others: list[Widget] = []
        at: Widget = self
        while at.parent is not None:
            others = [*(one for one in at.parent.children if one is not at), *others]
            at = at.parent
        return others

    def place_children(self) -> None:
        """Find room."""
        page = self._page()
        wanted = found(page, self.anchors)
        self.ringed = shown(wanted) if wanted is not None else None
        if wanted is not None and self.ringed is not None:
            self.ringed = self.ringed.grown(16, 15) if wanted.focused else self.ringed.grown(9, 8)
        focus = self._in_focus(page)
        x, y, w, h = self._kept(focus) or self._room(page, focus)
        self.env.kept[f"{self.kind}:{self.id}"] = (self._sign(), x, y, w, self.folded)
        self.children[0].arrange(x, y, w, h)

    def _sign(self) -> tuple[str, float, tuple[str, ...]]:
        """What must be the same for the note to stay where it is."""
        return self.mark, self.text_scale, self.anchors

    def _in_focus(self, page: Sequence[Widget]) -> Rect | None:
        """Where the focus ring is on the page; None while it is on this note."""
        for tree in page:
            for widget in tree.walk():
                if widget.id == self.env.focused and widget.focusable:
                    seen = shown(widget, widget.ring()[0])
                    return seen.grown(10) if seen is not None else None
        return None

    def _kept(self, focus: Rect | None) -> tuple[float, float, float, float] | None:
        """Where the note was, if it says the same and is not in the way."""
        kept = self.env.kept.get(f"{self.kind}:{self.id}")
        if kept is None or kept[0] != self._sign():
            return None
        _sign, x, y, w, folded = kept
        self._fold(folded)
        box = Rect(x, y, w, self.note.measure(w)[1])
        blocked = [r for r in (focus, self.ringed) if r is not None]
        if box.bottom > 720 or any(_common(box, r) > 0 for r in blocked):
            return None
        return box.x, box.y, box.w, box.h

    def _room(self, page: Sequence[Widget], focus: Rect | None) -> tuple[float, float, float, float]:
        """The best place; a strip along the foot where every other covers more; at the edge where all is in focus."""
        self._fold(0)
        weights = _weights(page, self.ringed, focus)
        for widget in all_found(page, self.spare):
            _add(weights, shown(widget) or widget.rect, _RINGED)
        best = (_FORBIDDEN, 0.0, 0.0, 0.0, 0.0)
        for w in self._widths():
            h = self.note.measure(w)[1]
            cost, x, y = _cheapest(weights, w, h, self.ringed)
            best = min(best, (cost, x, y, w, h))
            if best[0] < _CROWDED:
                break
        if best[0] > _CROWDED + _FLAT:
            w = self._fold(2 if best[0] >= _FORBIDDEN else 1)
            h = self.note.measure(w)[1]
            edges = (Rect(_SIDE, 720 - h, w, h), Rect(_SIDE, 0, w, h))
            foot = _cost(weights, edges[0]) + _FLAT
            if best[0] >= _FORBIDDEN or foot < best[0]:
                blocked = [r for r in (focus, self.ringed) if r is not None]
                free = edges[0] if foot < _FORBIDDEN else min(edges, key=lambda e: sum(_common(e, r) for r in blocked))
                return free.x, free.y, free.w, free.h
            self._fold(0)
        return best[1:]

    def _widths(self) -> Sequence[float]:
        """Widths that it may have, the best first."""
        return [min(wide * (1 + (self.text_scale - 1) * 0.7), 1200.0) for wide in WIDTHS]

    # -- drawing -----------------------------------------------------------------------------------------------
    def draw(self, p: Painter) -> None:
        """The ring, and the arrow to it where it is not far."""
        if self.ringed is None:
            return
        color = {"war": "text", "feed": "accent", "paper": "red"}[self.theme.mood]
        t, share = self.ringed, self.env.progress("ring")
        p.stroke(outline(t, share), "sunk" if self.theme.dark else "slip", 8)
        p.stroke(outline(t, share), color, 4)
        box = self.note.on_page(self.note.rect)
        a = (min(max(t.cx, box.x), box.right), min(max(t.cy, box.y), box.bottom))
        b = (min(max(a[0], t.x), t.right), min(max(a[1], t.y), t.bottom))
        if share >= 1 and 34 < math.dist(a, b) < 230:
            near = 8 / math.dist(a, b)
            end = (b[0] + (a[0] - b[0]) * near, b[1] + (a[1] - b[1]) * near)
            arrow(p, a, end, color, 4)

    # -- words -------------------------------------------------------------------------------------------------
    def node(self, below: list[Node]) -> Node:
        """The note where it is seen, not the page that it lies on."""
        node = super().node(below)
        r = self.note.seen(self.note.rect)
        node.bounds, node.description = (r.x, r.y, r.w, r.h), self.head
        return node


class Chip(Callout):
    """A note of one line, or of two, that points at nothing: it finds a free place of the page for itself."""

    kind = "chip"

    def build(self) -> None:
        """Words and buttons side by side, on the mood's own ground; folded, one above the other."""
        words = Text(self.label, "small_strong", hidden=True) if self.label else None
        inside = Column(words, *self.buttons, align="center") if self.folded else Row(
            words, *self.buttons, gap=4, align="center"
        )  # fmt: skip
        self.note = Panel(
            inside, fill="raised", border="ctl", border_width=2, radius=23,
            pad=(1 + 7 * self.folded, 14 - 8 * bool(self.buttons) + 8 * self.folded, 1, 16),
        )  # fmt: skip
        self.children = [self.note]

    def _sign(self) -> tuple[str, float, tuple[str, ...]]:
        """Its width must be the same as well."""
        return f"{self.mark} {self.label} {len(self.buttons)}", self.text_scale, self.anchors

    def _widths(self) -> Sequence[float]:
        return [self.note.measure(1200.0)[0] + 6]

    def _room(self, page: Sequence[Widget], focus: Rect | None) -> tuple[float, float, float, float]:
        """Where it covers least, in one line if that is as good."""
        weights, found_ = _weights(page, None, focus), []
        for folded in (0, 1) if self.label and self.buttons else (0,):
            self._fold(folded)
            (w,), h = self._widths(), self.note.measure(self._widths()[0])[1]
            cost, x, y = _cheapest(weights, w, h, None)
            found_.append((cost + 6.0 * folded, folded, (x, y, w, h)))
        _best, folded, place = min(found_)
        self._fold(folded)
        return place


def quietest(
    page: Widget, size: tuple[float, float], usual: tuple[float, float], avoid: Sequence[Rect]
) -> tuple[float, float, float]:
    """Where a box covers least of the page, and what that costs: cost, x, y. Its `usual` place where nothing is."""
    grid = _weights([page], None, None)
    for rect in avoid:
        _add(grid, rect, _FORBIDDEN)
    (w, h), (x, y) = size, usual
    there = _cost(grid, Rect(x, y, w, h))
    if there == 0:
        return 0.0, x, y
    covered, left, top = _covered(grid, w, h)
    cost = covered + np.hypot(left + w / 2 - x - w / 2, top - y) * _NEAR
    at = int(cost.argmin())
    best = float(cost.flat[at]), float(left.flat[at]), float(top.flat[at])
    return best if best[0] < there else (there, x, y)


def _weights(page: Sequence[Widget], target: Rect | None, focus: Rect | None) -> _Grid:
    """What covering each square of the page costs."""
    grid = np.zeros((DOWN, ACROSS))
    for tree in page:
        for widget in tree.walk():
            cost = _worth(widget)
            r = shown(widget) if cost else None
            if r is not None:
                wide = widget.measure(r.w)[0] if isinstance(widget, Rich) and widget.align == "left" else r.w
                _add(grid, Rect(r.x, r.y, min(wide, r.w), r.h), cost)
            if isinstance(widget, Scroll) and widget.overflow:
                _add(grid, Rect(widget.rect.right - 8, widget.rect.y, 8, widget.rect.h), _PICTURES)
    for rect, cost in ((target and target.grown(5), _RINGED), (focus, _FORBIDDEN)):
        if rect is not None:
            _add(grid, rect, cost)
    return grid


def _worth(widget: Widget) -> float:
    """What covering a square of this widget costs; nothing for grounds and for what only holds others."""
    if isinstance(widget, Rich):
        return _WORDS
    drawn = not widget.children and not isinstance(widget, Spacer)
    large = widget.rect.w * widget.rect.h >= _LARGEST
    if widget.focusable:
        return _GROUND if drawn and large else _CONTROLS
    tinted = isinstance(widget, Box) and widget.fill and widget.rect.w * widget.rect.h < _SMALL
    return _PICTURES if (drawn and not large) or tinted else 0.0


def _add(grid: _Grid, r: Rect, cost: float) -> None:
    x, y = max(0, math.floor(r.x / CELL)), max(0, math.floor(r.y / CELL))
    grid[y : math.ceil(r.bottom / CELL), x : math.ceil(r.right / CELL)] += cost


def _cheapest(weights: _Grid, w: float, h: float, target: Rect | None) -> tuple[float, float, float]:
    """Cost and top left corner of the best place for a box."""
    covered, left, top = _covered(weights, w, h)
    if target is None:  # where nothing is; else low and to the end of the lines
        far = (1280 - left - w) * 0.003 + (720 - top - h) * 0.004
    else:
        aside = np.maximum(np.maximum(target.x - left - w, left - target.right), 0)
        above = np.maximum(np.maximum(target.y - top - h, top - target.bottom), 0)
        off = np.abs(left + w / 2 - target.cx) + np.abs(top + h / 2 - target.cy)
        far = np.hypot(aside, above) * _FAR + off * 0.01
    cost = covered + far
    at = int(cost.argmin())
    return float(cost.flat[at]), float(left.flat[at]), float(top.flat[at])


def _cost(weights: _Grid, r: Rect) -> float:
    """What covering a rectangle costs."""
    covered = np.zeros_like(weights)
    _add(covered, r, 1.0)
    return float((weights * covered).sum())


def _covered(weights: _Grid, w: float, h: float) -> tuple[_Grid, _Grid, _Grid]:
    """What a box covers at each place that it can have; x and y of these places."""
    across, down = min(math.ceil(w / CELL), ACROSS - 2), min(math.ceil(h / CELL), DOWN - 2)
    total = np.zeros((DOWN + 1, ACROSS + 1))
    total[1:, 1:] = weights.cumsum(0).cumsum(1)
    ys, xs = np.arange(1, DOWN - down), np.arange(1, ACROSS - across)
    x0, y0 = np.meshgrid(xs, ys)
    covered = total[y0 + down, x0 + across] - total[y0, x0 + across] - total[y0 + down, x0] + total[y0, x0]
    return covered, x0 * CELL, y0 * CELL


def _common(a: Rect, b: Rect) -> float:
    """The area that two rectangles share."""
    w = min(a.right, b.right) - max(a.x, b.x)
    h = min(a.bottom, b.bottom) - max(a.y, b.y)
    return w * h if w > 0 and h > 0 else 0.0
