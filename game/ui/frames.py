"""What holds other things: panels, the phone, dialogs, the bar of key hints, the pager of chapters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Unpack

from game.ui.buttons import Button
from game.ui.keys import Binding
from game.ui.layout import Column, Pad, Row, Spacer
from game.ui.leaves import KeyCap
from game.ui.painter import Rect
from game.ui.paragraph import Text
from game.ui.scrolling import Place, Scroll
from game.ui.semantics import Node
from game.ui.theme import MoodName
from game.ui.widget import Common, Widget

if TYPE_CHECKING:
    from game.ui.painter import Painter


class Panel(Column):
    """A column on a ground of its own."""

    kind = "panel"

    def __init__(
        self,
        *children: Widget | None,
        fill: str = "raised",
        border: str = "",
        border_width: float = 1,
        radius: float = 8,
        dashed: bool = False,
        shadow: bool = False,
        pad: Pad = 16,
        gap: float = 8,
        align: str = "",
        justify: str = "start",
        group: bool = False,
        label: str = "",
        role: str = "",
        **common: Unpack[Common],
    ) -> None:
        super().__init__(
            *children, gap=gap, pad=pad, align=align, justify=justify, group=group, label=label, role=role, **common
        )
        self.fill, self.border, self.border_width, self.radius = fill, border, border_width, radius
        self.dashed, self.shadow = dashed, shadow

    def draw(self, p: Painter) -> None:
        """Draw the ground."""
        r = self.rect
        if self.shadow:
            p.rect(r.x + 5, r.y + 6, r.w, r.h, "shade" if self.theme.mood == "paper" else "black", radius=self.radius)
        if self.fill or self.border:
            p.rect(
                r.x, r.y, r.w, r.h, self.fill, border=self.border, border_width=self.border_width,
                radius=self.radius, dashed=self.dashed,
            )  # fmt: skip


class Box(Panel):
    """A panel without padding."""

    kind = "box"

    def __init__(
        self, *children: Widget | None, fill: str = "", border: str = "", radius: float = 0, **common: Unpack[Common]
    ) -> None:
        super().__init__(*children, fill=fill, border=border, radius=radius, pad=0, gap=0, **common)


class Phone(Widget):
    """A phone with the network's mood inside. With `bleed` its foot is cut off by the page."""

    kind = "phone"

    def __init__(
        self,
        child: Widget | None,
        *,
        bleed: bool = False,
        radius: float = 44,
        frame: float = 11,
        outline: bool = False,
        scroll: bool = True,
        **common: Unpack[Common],
    ) -> None:
        super().__init__(**common)
        self.bleed, self.radius, self.frame, self.outline, self.scrolls = bleed, radius, frame, outline, scroll
        if child is not None:
            self.children = [Scroll(child, id=f"{self.id or 'phone'}.screen") if scroll else child]

    def mood_inside(self) -> MoodName:
        """Always the feed."""
        return "feed"

    def content(self, room: float) -> tuple[float, float]:
        """The child with the frame around it."""
        w, h = super().content(max(0.0, room - 2 * self.frame))
        return w + 2 * self.frame, h + self.frame * (1 if self.bleed else 2)

    def place_children(self) -> None:
        """The child inside the frame."""
        r, f = self.rect, self.frame
        for child in self.children:
            child.arrange(r.x + f, r.y + f, r.w - 2 * f, r.h - f * (1 if self.bleed else 2))

    def draw(self, p: Painter) -> None:
        """Draw body and screen."""
        r, f = self.rect, self.frame
        more = self.radius + f if self.bleed else 0
        body = "plum" if not self.theme.dark else "black"
        with p.clipped(r.x - 4, r.y - 4, r.w + 8, r.h + (4 if self.bleed else 8)):
            if self.outline or self.theme.dark:
                p.rect(r.x, r.y, r.w, r.h + more, body, border="line", border_width=2, radius=self.radius)
            else:
                p.rect(r.x, r.y, r.w, r.h + more, body, radius=self.radius)
            p.rect(r.x + f, r.y + f, r.w - 2 * f, r.h - 2 * f + more, "white", radius=self.radius - f)

    def paint_children(self, p: Painter) -> None:
        """Draw the child only on the screen, with round corners kept."""
        r, f = self.rect, self.frame
        with p.clipped(r.x + f, r.y + f, r.w - 2 * f, r.h - f * (1 if self.bleed else 2)):
            super().paint_children(p)
        p.theme = self.theme


class LoopLogo(Widget):
    """The network's mark and name. Raspberry: only for the feed and for phones."""

    kind = "logo"
    role = "image"
    shrink = False

    def __init__(self, size: float = 34) -> None:
        super().__init__()
        self.size = size
        self.label = "Loop"

    def content(self, room: float) -> tuple[float, float]:
        """Mark and word: the word's letters are ``size`` high."""
        del room
        return self.size * 3.83, self.size * 1.2

    def draw(self, p: Painter) -> None:
        """Draw two linked rings and the word."""
        from game.ui.theme import Style

        r, s = self.rect, self.size
        high = s * 0.88
        wide = high * 128 / 84
        p.picture(r.x, r.cy - high / 2, wide, high, "loop/logo-mark.svg", crop=(8, 6, 128, 84))
        scale = p.theme.prefs.text_scale
        close = -0.06 * s / scale if p.theme.prefs.wide_spacing else 0  # a drawing, not a word to read letter by letter
        style = Style("fredoka", s / scale, s * 1.2 / scale, close)
        p.text(r.x + wide + s * 0.41, r.cy - s * 0.635, "loop", style, "raspberry")


class Dialog(Widget):
    """A question or a note over the page: the focus stays inside, Esc closes."""

    kind = "dialog"
    role = "dialog"

    def __init__(
        self,
        title: str,
        *children: Widget | None,
        buttons: Sequence[Button] = (),
        width: float = 560,
        mood: MoodName | None = None,
        on_close: Callable[[], object] | None = None,
        fill: str = "raised",
    ) -> None:
        super().__init__(id="dialog")
        self.label, self.mood, self.on_close, self.panel_width = title, mood, on_close, width
        foot = Row(*buttons, gap=12, group=True, wrap=True, justify="end") if buttons else None
        self.panel = Panel(
            Text(title, "h2", role="heading"), Scroll(Column(*children, gap=12), id="dialog.scroll"), foot,
            fill=fill, radius=16, pad=(28, 32), gap=16, border="ctl", border_width=2,
        )  # fmt: skip
        self.children = [self.panel]

    def mood_inside(self) -> MoodName:
        """The mood that was given, else the page's."""
        return self.mood or self.theme.mood

    def place_children(self) -> None:
        """The panel in the middle, not higher than the page."""
        r = self.rect
        width = min(self.panel_width * max(1.0, self.text_scale * 0.85), r.w - 64)
        height = min(self.panel.measure(width)[1], r.h - 48)
        self.panel.arrange(r.x + (r.w - width) / 2, r.y + (r.h - height) / 2, width, height)
        for over in self.children[1:]:  # what the App's companion adds
            over.arrange(r.x, r.y, r.w, r.h)

    def draw(self, p: Painter) -> None:
        """Darken the page behind."""
        size = p.surface.get_size()
        x, y = -p.origin[0] / p.factor, -p.origin[1] / p.factor
        p.rect(x, y, size[0] / p.factor, size[1] / p.factor, "black", alpha=0.6)


class HintBar(Widget):
    """The keys of the page with what they do: made from the bindings that handle them."""

    kind = "hints"
    role = "hints"

    def __init__(
        self, text: str = "", *, fill: str = "", pad: float = 32, light: bool = False, **common: Unpack[Common]
    ) -> None:
        super().__init__(**common)
        self.text, self.fill, self.pad, self.light = text, fill, pad, light

    def build(self) -> None:
        """Caps and labels: left those in order, right those that ask for it."""
        shown = [b for b in self.env.bindings if b.hint and b.label]
        left = [self._hint(b) for b in shown if not b.right]
        right = [self._hint(b) for b in shown if b.right]
        note = (
            Text(self.text, "label" if self.light else "small", color=self._ink("text2"), hidden=True)
            if self.text
            else None
        )
        usual = self.text_scale < 1.6  # larger hints need all of the bar, and only the first line of them finds room
        self.children = [
            Row(
                Row(*left, gap=24, wrap=True, run_gap=6, align="center", grow=1),
                Row(note, *right, gap=24, align="center") if note or right else None,
                gap=24, pad=(4 if usual else 0, self.pad), align="center" if usual else "start",
            )
        ]  # fmt: skip
        self.label = self.text

    def content(self, room: float) -> tuple[float, float]:
        """As high as the hints, but not higher than a bar at a fixed place of the page."""
        w, h = super().content(room)
        around = self.parent
        while around is not None and not isinstance(around, Place):
            around = around.parent
        bar = around.h if around is not None else 0.0
        return w, min(h, bar) if bar else h

    def place_children(self) -> None:
        """Rows of hints from the top; those that find no room are left out: the list of keys has them all."""
        super().place_children()
        if self.children[0].measure(self.rect.w)[1] > self.rect.h + 0.5:
            for part in self.children[0].children:
                self._one_line(part)
        for hint in [widget for widget in self.walk() if isinstance(widget, Hint)]:
            if hint.rect.bottom > self.rect.bottom + 2:
                hint.children, hint.rect = [], Rect(self.rect.x, self.rect.y)

    def _one_line(self, part: Widget) -> None:
        """Bring the first line of a row to the middle of the bar: the others will not be seen."""
        r, top = part.rect, self.rect.y
        tall = max((child.rect.h for child in part.children if child.rect.y < r.y + 16), default=r.h)
        part.arrange(r.x, top + max(0.0, (self.rect.h - tall) / 2), r.w, r.h)

    def _ink(self, usual: str) -> str:
        """White on a bar that is dark on a light page."""
        return "bone" if self.light else usual

    def _hint(self, b: Binding) -> Widget:
        caps: list[Widget] = [
            Text("–", "small", color=self._ink("text2"), hidden=True)
            if cap == "–"
            else KeyCap(cap, look="strong" if b.strong else "light" if self.light else "", dull=bool(b.disabled))
            for cap in b.caps()
        ]
        color = self._ink("text2" if b.disabled or (self.theme.dark and not b.strong) else "text")
        style = "small_strong" if b.strong else "label" if self.light else "small"
        return Hint(b, Row(*caps, gap=6, align="center"), Text(b.label, style, color=color, hidden=True))

    def draw(self, p: Painter) -> None:
        """The bar goes across the whole window."""
        fill = self.fill or ("sunk" if self.theme.mood == "war" else "")
        r = self.rect
        if fill:
            p.rect(r.x, r.y, r.w, r.h, fill)


class Hint(Row):
    """One hint: a click on it does what the key does."""

    kind = "hint"

    def __init__(self, binding: Binding, *children: Widget) -> None:
        super().__init__(*children, gap=8, align="center", min_height=32)
        self.binding = binding
        self.disabled = binding.disabled
        self.shrink = False

    def activate(self) -> bool:
        """Do what the key does."""
        if self.binding.action is None or self.binding.disabled:
            return False
        self.binding.run(self.binding.names()[0])
        return True

    def actions(self) -> tuple[str, ...]:
        """Press, where one key does one thing."""
        return ("press",) if self.binding.action is not None and len(self.binding.names()) == 1 else ()

    def semantics(self) -> list[Node]:
        """Keys and what they do."""
        b = self.binding
        r = self.seen(self.rect)
        states = ("disabled",) if b.disabled else ()
        return [
            Node(
                "hint",
                b.label,
                keys=tuple(self.env.keymap.get(key, key) for key in b.names()),
                states=states,
                description=b.disabled,
                bounds=(r.x, r.y, r.w, r.h),
                actions=self.actions(),
                id=self.id,
            )
        ]


class Pager(Row):
    """The chapters of the debrief: a dot and a name each, the current one bold."""

    kind = "pager"

    def __init__(
        self,
        chapters: Sequence[tuple[str, str, bool]],
        current: str,
        on_change: Callable[[str], object],
        gap: float = 24,
        **common: Unpack[Common],
    ) -> None:
        entries = [_Chapter(cid, label, read, cid == current, on_change) for cid, label, read in chapters]
        super().__init__(*entries, gap=gap, align="center", group=True, wrap=True, run_gap=2, role="tabs", **common)


class _Chapter(Button):
    """One entry of the pager."""

    def __init__(self, cid: str, label: str, read: bool, current: bool, on_change: Callable[[str], object]) -> None:
        super().__init__(
            label, lambda: on_change(cid), kind="segment", selected=current, id=f"chapter.{cid}", min_height=32
        )
        self.read = read

    def build(self) -> None:
        """Room for the dot, and the name."""
        style = "small_strong" if self.selected else "small"
        face = "sans_bold" if self.selected else "sans"
        color = "text" if self.selected or self.hovered else "text2"
        self.children = [Row(Spacer(16), Text(self.label, style, face=face, color=color), gap=8, align="center")]

    def draw(self, p: Painter) -> None:
        """The dot: filled when read."""
        r = self.rect
        if self.read or self.selected:
            p.circle(r.x + 8, r.cy, 5, "text")
        else:
            p.circle(r.x + 8, r.cy, 5, border="text2", border_width=2)

    def ring(self) -> tuple[Rect, float]:
        """A little room around."""
        return self.rect.grown(6, 0), 6
