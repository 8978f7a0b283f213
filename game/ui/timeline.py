"""A stretch of time to look along: a playhead that moves by itself or is moved, marks that name themselves, and a clock."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Unpack

from game.ui.controls import Slider
from game.ui.layout import Spacer
from game.ui.painter import Rect
from game.ui.paragraph import Text
from game.ui.semantics import Node
from game.ui.widget import Common

if TYPE_CHECKING:
    from game.ui.painter import Painter

_KNOB, _GAP = 17.0, 5.5
_END = 16.0
"""Room at both ends for the knob."""
_NEAR = 12.0
"""How near the pointer must come to a mark to hear its name."""
_LINE = 30.0


class Timeline(Slider):
    """A line from 0 to 1 with a playhead at `at()`.

    `marks` are moments with the name of what happened then: a gap in the line once they are past, a dot before. The name
    of the last one that passed stands above the line, or that of the one under the pointer. `scale` are moments with the
    words below the line. `tell(at)` words a moment; `live` says that the playhead moves by itself.
    """

    kind = "timeline"
    remembers = True

    def __init__(
        self,
        label: str,
        at: Callable[[], float],
        on_change: Callable[[float], object],
        *,
        tell: Callable[[float], str],
        marks: Sequence[tuple[float, str]] = (),
        scale: Sequence[tuple[float, str]] = (),
        step: float = 0.1,
        live: bool = False,
        named: bool = True,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(label, at(), on_change, step=step, show_label=False, **common)
        self.at, self.tell, self.marks, self.scale, self.live, self.named = at, tell, marks, scale, live, named

    def build(self) -> None:
        """Nothing inside: all is drawn."""
        self.track = Spacer(size=0)
        self.children = []

    def content(self, room: float) -> tuple[float, float]:
        """All of the width."""
        return room, self.height or 60.0

    def place_children(self) -> None:
        """The track lies between the two ends, where the slider looks for the pointer."""
        r = self.rect
        self.track.rect = Rect(r.x + _END - 14, r.y + _LINE - 14, r.w - 2 * _END + 28, 28)

    def extent(self) -> tuple[float, float, float, float]:
        """The line with its words, and a little for the knob at either end."""
        r = self.rect
        return r.x - 8, r.y - 16 * self.text_scale, r.right + 8, r.bottom + 4

    def x_of(self, at: float) -> float:
        """Where a moment lies."""
        return self.rect.x + _END + (self.rect.w - 2 * _END) * min(max(at, 0.0), 1.0)

    def draw(self, p: Painter) -> None:
        """Draw line, marks, playhead and words."""
        self.value = self.at()
        y, now = self.rect.y + _LINE, self.x_of(self.value)
        left, right = self.x_of(0), self.x_of(1)
        p.rect(left - 3, y - 3, right - left + 6, 6, "line", radius=3)
        p.rect(left - 3, y - 3, now - left + 3, 6, "accent", radius=3)
        for moment, _name in self.marks:
            x = self.x_of(moment)
            if moment < self.value:
                p.rect(x - _GAP / 2 - 2, y - 4, _GAP + 4, 8, "sunk")
            else:
                p.circle(x, y, 5, "ctl")
        p.circle(now, y, _KNOB, "sunk", border="accent", border_width=3)
        p.circle(now, y, 11, "accent")
        self._words(p, y)

    def _words(self, p: Painter, y: float) -> None:
        below = y + 14 - 14 * (p.theme.prefs.text_scale - 1)  # larger figures must stay above what follows
        for moment, words in self.scale:
            align = "left" if moment <= 0 else "right" if moment >= 1 else "center"
            p.text(self.x_of(moment), below, words, "small", "text2", align)
        mark = self.mark()
        if not self.named or mark is None:
            return
        moment, name = mark
        width = p.text_width(name, "small_strong")
        x, low, high = self.x_of(moment), self.rect.x + width / 2, self.rect.right - width / 2
        p.line(x, y - 14, x, y - 8, "text", 2)
        p.text(min(max(x, low), high), y - 15 - 22 * p.theme.prefs.text_scale, name, "small_strong", "text", "center")

    def mark(self) -> tuple[float, str] | None:
        """The mark that is named now."""
        pointer = self.env.pointer
        if pointer is not None and self.hovered:
            x = self.inside_x(pointer[0])
            near = min(self.marks, key=lambda each: abs(self.x_of(each[0]) - x), default=None)
            if near is not None and abs(self.x_of(near[0]) - x) <= _NEAR:
                return near
        passed = [each for each in self.marks if each[0] <= self.at()]
        return passed[-1] if passed else None

    def on_hover(self, x: float, y: float) -> bool:
        """Paint again when the pointer comes to another mark."""
        del x, y
        found = self.mark()
        before = self.env.kept.get(f"mark:{self.id}")
        self.env.kept[f"mark:{self.id}"] = found
        return bool(found != before)

    def on_key(self, key: str) -> bool:
        """Like a slider, from where the playhead is now."""
        self.value = self.at()
        return super().on_key(key)

    def ring(self) -> tuple[Rect, float]:
        """Around the playhead."""
        x = self.x_of(self.at())
        return Rect(x - _KNOB, self.rect.y + _LINE - _KNOB, 2 * _KNOB, 2 * _KNOB), _KNOB

    def value_text(self) -> str:
        """The moment in words, and what happened last."""
        mark = self.mark()
        return f"{self.tell(self.at())}. {mark[1]}" if mark is not None else self.tell(self.at())

    def node(self, below: list[Node]) -> Node:
        """The slider's, with the moment that it is now."""
        self.value = self.at()
        return super().node(below)


class LiveText(Text):
    """A text that is asked for at each painting, such as a clock. It gets the room of the `widest` thing that it can say."""

    kind = "live"

    def __init__(self, tell: Callable[[], str], style: str = "body", *, widest: str, color: str = "text") -> None:
        super().__init__(widest, style, color=color)
        self.tell = tell
        self.live = True

    def extent(self) -> tuple[float, float, float, float]:
        """No more than its line."""
        return self.rect.x - 2, self.rect.y - 2, self.rect.right + 2, self.rect.bottom + 2

    def draw(self, p: Painter) -> None:
        """Draw what is told now, from the start of the line."""
        p.text(self.rect.x, self.rect.y, self.tell(), self.style, self.color)

    def node(self, below: list[Node]) -> Node:
        """Named by what it tells now."""
        node = super().node(below)
        node.name = self.tell()
        return node
