"""What lies over the page: the focus ring, the reason why something is disabled, announcements."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from game.ui import focus as travel
from game.ui.motion import PANEL
from game.ui.painter import Painter
from game.ui.rect import Rect
from game.ui.scrolling import clip_of
from game.ui.text import break_lines
from game.ui.theme import Style, Theme
from game.ui.widget import Env, Widget

RISE = 12.0
"""Units that an announcement comes up."""


class Ring(NamedTuple):
    """The one focus ring: dark gap and lemon, or light gap, sun and plum."""

    around: Rect
    radius: float
    theme: Theme
    clip: Rect | None
    further: tuple[Rect, ...] = ()
    """The other stretches of a word that goes over several lines."""

    @property
    def area(self) -> Rect:
        """What it may cover."""
        every = (self.around, *self.further)
        x, y = min(r.x for r in every), min(r.y for r in every)
        return Rect(x, y, max(r.right for r in every) - x, max(r.bottom for r in every) - y).grown(12)

    def paint(self, p: Painter) -> None:
        """Draw it, where the thing in focus can be seen."""
        p.theme = self.theme
        if self.clip is None:
            self._bands(p)
            return
        with p.clipped(self.clip.x, self.clip.y, self.clip.w, self.clip.h) as seen:
            if seen:
                self._bands(p)

    def _bands(self, p: Painter) -> None:
        if p.theme.dark:
            self._band(p, 3, 3, "ink.deep")
            self._band(p, 6, 3, "lemon")
            return
        surface = {"feed": "white", "paper": "slip"}[p.theme.mood]
        self._band(p, 3, 3, surface)
        self._band(p, 7, 4, "sun")
        self._band(p, 9, 2, "plum")

    def _band(self, p: Painter, out: float, width: float, color: str) -> None:
        for part in (self.around, *self.further):
            g = part.grown(out)
            p.rect(g.x, g.y, g.w, g.h, border=color, border_width=width, radius=self.radius + out)


class Note(NamedTuple):
    """A box of lines over the page."""

    box: Rect
    lines: tuple[str, ...]
    style: Style
    theme: Theme
    radius: float
    pad: float
    """Above the first line."""
    align: str = "left"

    def paint(self, p: Painter) -> None:
        """Draw it."""
        p.theme = self.theme
        fill, ink = ("bone", "ink.base") if self.theme.dark else ("plum", "white")
        r, tall = self.box, self.style.line * self.theme.prefs.text_scale
        p.rect(r.x, r.y, r.w, r.h, fill, radius=self.radius)
        x = r.cx if self.align == "center" else r.x + 14
        for i, line in enumerate(self.lines):
            p.text(x, r.y + self.pad + i * tall, line, self.style, ink, self.align)


def ring_of(root: Widget, env: Env) -> Ring | None:
    """The ring around what is in focus, if it can be seen."""
    widget = travel.by_id(root, env.focused)
    if widget is None or widget.rect.w <= 0:
        return None
    lag = sum(scroll.lag for scroll in travel.scrolls_around(widget.parent))

    def seen(r: Rect) -> Rect:
        r = widget.on_page(r)
        return Rect(r.x, r.y + lag, r.w, r.h)

    rect, radius = widget.ring()
    further = tuple(seen(other) for other in widget.further_rings())
    clip = clip_of(widget)
    return Ring(seen(rect), radius, widget.theme, clip and clip.grown(4), further)  # whole at the edge of what scrolls


def ring(p: Painter, root: Widget, env: Env) -> None:
    """Draw the focus ring."""
    found = ring_of(root, env)
    if found is not None:
        found.paint(p)


def reason_note(p: Painter, root: Widget, env: Env) -> Note | None:
    """Why the widget in focus (or under the pointer) cannot be used."""
    widget = travel.by_id(root, env.hovered) or travel.by_id(root, env.focused)
    if widget is None or not widget.disabled:
        widget = travel.by_id(root, env.focused)
    if widget is None or not widget.disabled:
        return None
    p.theme = widget.theme
    return _beside(p, widget.on_page(widget.ring()[0]), widget.disabled)


def tip_note(p: Painter, root: Widget, env: Env) -> Note | None:
    """What the thing under the pointer says of itself when the pointer rests on it."""
    if not env.pointing.tells(env.now()):
        return None
    return _tip(p, travel.by_id(root, env.pointing.on))


def focus_note(p: Painter, root: Widget, env: Env) -> Note | None:
    """What the thing in focus says of itself."""
    return _tip(p, travel.by_id(root, env.focused))


def _tip(p: Painter, widget: Widget | None) -> Note | None:
    text = getattr(widget, "tip", "") if widget is not None else ""
    if widget is None or not text or widget.rect.w <= 0:
        return None
    p.theme = widget.theme
    return _beside(p, widget.on_page(widget.ring()[0]), text)


def reason(p: Painter, root: Widget, env: Env) -> None:
    """Say why the widget in focus (or under the pointer) cannot be used."""
    found = reason_note(p, root, env)
    if found is not None:
        found.paint(p)


def _beside(p: Painter, beside: Rect, text: str, width: float = 320) -> Note:
    """A note in a bone (or slip) box beside a rectangle, kept on the page."""
    lines = wrapped(p, text, width)
    style = p.theme.style("small")
    tall = style.line * p.theme.prefs.text_scale
    w = max(p.text_width(line, style) for line in lines) + 28
    h = tall * len(lines) + 16
    x = min(max(8.0, beside.cx - w / 2), 1272 - w)
    y = beside.y - h - 12 if beside.y - h - 12 > 8 else beside.bottom + 12
    return Note(Rect(x, y, w, h), tuple(lines), style, p.theme, 8, 8)


def toast_note(
    p: Painter, theme: Theme, told: tuple[str, float, int], env: Env, page: Widget, avoid: Sequence[Rect] = ()
) -> Note:
    """An announcement (what is said, until when, on which page) at the foot of the page, or where it covers least.

    It comes up a little, and stays in its place.
    """
    text, p.theme = told[0], theme
    moves = theme.prefs.motion == "full"
    low = RISE * (1 - env.eases.value("toast", text, 1.0, PANEL, start=0.0)) if moves else 0.0
    style, sign = theme.style("body"), (told, theme.prefs.text_scale)
    kept = env.kept.get("toast")
    if kept is None or kept[0] != sign:
        kept = env.kept["toast"] = (sign, *_quiet(p, text, style, page, avoid))
    _sign, box, lines = kept
    return Note(Rect(box.x, box.y + low, box.w, box.h), lines, style, theme, 12, 12, "center")


def _quiet(p: Painter, text: str, style: Style, page: Widget, avoid: Sequence[Rect]) -> tuple[Rect, tuple[str, ...]]:
    """Room for an announcement on the page, and its lines there."""
    from game.ui.callout import quietest  # numpy comes with it

    tall = style.line * p.theme.prefs.text_scale
    best: tuple[float, Rect, tuple[str, ...]] | None = None
    for width in (720, 440, 280):
        lines = wrapped(p, text, width)
        if best is not None and len(lines) == len(best[2]):
            continue
        w, h = max(p.text_width(line, style) for line in lines) + 48, tall * len(lines) + 24
        cost, x, y = quietest(page, (w, h), (640 - w / 2, 660 - h), avoid)
        if best is None or cost < best[0] - 8:
            best = (cost, Rect(x, y, w, h), tuple(lines))
    assert best is not None  # noqa: S101 because there is a first width
    return best[1], best[2]


def wrapped(p: Painter, text: str, width: float, style: str = "small") -> list[str]:
    """The text in lines of at most `width` units."""
    s = p.theme.style(style)
    piece = (text, s.face, p.type_px(s.size), p.spacing(s.size))
    lines = break_lines((piece,), int(p.px(width * p.theme.prefs.text_scale)))
    return [line.text for line in lines if line.runs] or [""]
