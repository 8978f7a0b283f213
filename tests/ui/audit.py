"""What a page does to its texts: every one that has too little room, or stands on another one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import pygame

from game.ui import App, Button, HintBar, Phone, Scroll, Widget
from game.ui.painter import Painter, Rect
from game.ui.paragraph import Rich
from game.ui.scrolling import clip_of
from game.ui.theme import Style, Theme
from game.ui.widget import PAGE_WIDTH

_ADDRESS = re.compile(r"\S*[/\\]\S*[/\\]\S*")
"""Of a page or a file: may break anywhere."""
SLACK = 2.0
"""Units by which letters may go over: ink does not fill its box."""


@dataclass(frozen=True)
class Piece:
    """One line of text where it stands on the page, with the widget that draws it."""

    widget: Widget
    text: str
    box: Rect

    def __str__(self) -> str:
        """What it is, for the person who mends it."""
        b = self.box
        name = self.widget.id if len(self.widget.id) < 60 else "…" + self.widget.id[-60:]
        return f"{self.text[:50]!r} in {name} at {b.x:.0f},{b.y:.0f} {b.w:.0f}x{b.h:.0f}"


class _Ears(Painter):
    """A painter that draws nothing of the texts it is given, but remembers them."""

    def __init__(self, factor: float, theme: Theme) -> None:
        super().__init__(pygame.Surface((1280, 720)), factor, (0, 0), theme)
        self.heard: list[tuple[str, Rect]] = []

    def text(
        self, x: float, y: float, string: str, style: str | Style = "body", color: str = "text", align: str = "left"
    ) -> None:
        """Remember the text and the box of its letters."""
        del color
        s = self._style(style)
        scale = self.theme.prefs.text_scale
        w = self.text_width(string, s)
        left = x - {"center": w / 2, "right": w}.get(align, 0.0)
        self.heard.append((string, _ink(left, y + s.line * scale / 2, w, s.size * scale)))


def _ink(x: float, middle: float, width: float, size: float) -> Rect:
    """From the top of the capitals to the foot of most letters."""
    return Rect(x, middle - size * 0.36, width, size * 0.72)


def faults(app: App) -> list[str]:
    """Every text on the present page that is clipped, goes over its widget's box or the page, or overlaps another.

    A text may be higher than its window if that scrolls, and end in an ellipsis where the screen asked for it.
    """
    app.ensure()
    found = []
    visible = []
    for piece in _pieces(app):
        fault = _clipped(piece)
        if fault:
            found.append(f"{piece}: {fault}")
        seen = _seen(piece)
        if seen is not None:
            visible.append(seen)
    found += [
        f"{w.said[:60]!r} in {w.id}: a word is broken in {w.rect.w:.0f}"
        for w in app.active.walk()
        if isinstance(w, Rich) and w.least() > w.rect.w + SLACK and not _ADDRESS.search(w.said)
    ]
    for a, b in combinations(visible, 2):
        w = min(a.box.right, b.box.right) - max(a.box.x, b.box.x)
        h = min(a.box.bottom, b.box.bottom) - max(a.box.y, b.box.y)
        if w > SLACK and h > SLACK:
            found.append(f"{a} overlaps {b}")
    return found


def _pieces(app: App) -> Iterator[Piece]:
    ears = _Ears(app.env.factor, app.active.theme)
    for widget in app.active.walk():
        if isinstance(widget.parent, Button) and widget.parent._cap is widget:
            continue  # a key that shows beside the focus ring, over what is there
        if isinstance(widget, Rich):
            yield from _lines(widget)
            continue
        ears.theme, ears.heard = widget.theme, []
        widget.draw(ears)
        for text, box in ears.heard:
            if text.strip():
                yield Piece(widget, text, widget.on_page(box))


def _lines(rich: Rich) -> Iterator[Piece]:
    s, scale, factor = rich.style, rich.text_scale, rich.env.factor
    for number, line in enumerate(rich._broken(rich.rect.w)):
        if line.text.strip():
            middle = rich.rect.y + (number + 0.5) * s.line * scale
            box = _ink(rich._start(line), middle, line.width / factor, s.size * scale)
            yield Piece(rich, line.text, rich.on_page(box))


def _clipped(piece: Piece) -> str:
    """Why a text cannot be read whole; empty when it can."""
    box = piece.box
    widget: Widget | None = piece.widget
    peeks = any(isinstance(above, Phone) and above.bleed for above in _above(piece.widget))
    if isinstance(widget, Rich):
        r = widget.on_page(widget.rect)
        if box.w > r.w + SLACK:
            return f"{box.w:.0f} wide where {r.w:.0f} are"
        if box.bottom > r.bottom + SLACK:
            return f"{box.bottom - r.bottom:.0f} too low for its own box"
        widget = widget.parent
    while widget is not None:
        r = widget.on_page(widget.rect)
        if box.x < r.x - SLACK or box.right > r.right + SLACK:
            return f"goes over the side of {widget.id} ({r.x:.0f}-{r.right:.0f})"
        if isinstance(widget, Scroll) and widget.overflow >= 0.5:
            small = widget.rect.h < 2 * box.h or any(isinstance(a, HintBar) for a in _above(piece.widget))
            return "" if not small else f"its window {widget.id} shows less than two lines"
        if peeks:  # a phone whose foot the page cuts off shows the next post half
            return ""
        if box.y < r.y - SLACK or box.bottom > r.bottom + SLACK:
            return f"goes over the top or foot of {widget.id} ({r.y:.0f}-{r.bottom:.0f})"
        widget = widget.parent
    if box.x < 0 or box.right > PAGE_WIDTH or box.y < 0 or box.bottom > 720:
        return "goes over the page"
    return ""


def _seen(piece: Piece) -> Piece | None:
    """The part of a text that shows in the windows around it; None when it is scrolled away."""
    clip = clip_of(piece.widget)
    for above in _above(piece.widget):
        if isinstance(above, Phone):
            r = above.rect
            clip = r if clip is None else _common(clip, r)
    box = piece.box if clip is None else _common(piece.box, clip)
    return Piece(piece.widget, piece.text, box) if box.w > 0 and box.h > 0 else None


def _above(widget: Widget) -> Iterator[Widget]:
    above = widget.parent
    while above is not None:
        yield above
        above = above.parent


def _common(a: Rect, b: Rect) -> Rect:
    x, y = max(a.x, b.x), max(a.y, b.y)
    return Rect(x, y, min(a.right, b.right) - x, min(a.bottom, b.bottom) - y)
