"""The widget: what the tree is made of. It measures, takes its place, paints itself and says what it is."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from game.ui.env import Env as Env  # kept here for those who make widgets
from game.ui.ground import Extent
from game.ui.keys import Binding
from game.ui.motion import CROSS_FADE
from game.ui.rect import Rect
from game.ui.semantics import Node
from game.ui.theme import MoodName, Theme

if TYPE_CHECKING:
    from game.ui.painter import Painter

MIN_TARGET = 44.0
SPILL = 40.0
"""Units around its rectangle that a widget may draw on."""
PAGE_WIDTH = 1280.0
Align = str


class Common(TypedDict, total=False):
    """What every widget takes: its id, and how it shares room with its neighbours, in design units.

    With `mirror=False` what is inside stays as it is on pages from right to left: maps, and charts with a scale.
    `aloud` is what screen readers and the voice say in place of the label and value, or of all that is inside; with ""
    they say nothing of it, because something else on the page says the same.
    """

    id: str
    grow: float
    width: float
    height: float
    min_width: float
    max_width: float
    min_height: float
    max_height: float
    align_self: Align
    mirror: bool
    aloud: str | None


_NOWHERE = Env()
_UNTHEMED = Theme("war")


class Widget:
    """A node of the page. Made anew at every composition; what must last is kept by the App under its `id`."""

    __slots__ = (
        "__dict__", "_extent", "_measured", "children", "clip", "env", "given", "memo", "parent", "rect", "settled",
        "stamp", "theme", "upright",
    )  # fmt: skip
    # In slots is what a widget knows of its place and works out; what it was made with is in its dict.

    kind = "widget"
    role = ""
    shrink = True
    stretch = True
    group = False
    mirror = True
    follows = False
    """Its place depends on what else lies on the page."""
    remembers = False
    """It draws by something that it keeps beside the composition."""
    id = ""
    grow = 0.0
    width: float | None = None
    height: float | None = None
    min_width = 0.0
    max_width = math.inf
    min_height = 0.0
    max_height = math.inf
    align_self: Align = ""
    aloud: str | None = None
    label = ""
    description = ""
    disabled = ""
    key = ""

    def __init__(self, *children: Widget | None, **common: Unpack[Common]) -> None:
        self.children: list[Widget] = [child for child in children if child is not None]
        if common:
            self.__dict__.update(common)
        self.rect = Rect()
        self.env = _NOWHERE
        self.theme = _UNTHEMED
        self.parent: Widget | None = None
        self.upright: Widget | None = None
        self.clip: Rect | None = None
        self._measured: dict[float, tuple[float, float]] = {}
        self.memo: dict[Any, Any] = {}
        """What the widget worked out about itself; forgotten when it gets a place in a tree."""
        self.given: dict[str, Any] = {}
        """What the widget was when it came into the tree, to be compared with the next composition's."""
        self.settled: tuple[float, float, float, float] | None = None
        self.stamp = 0
        """The composition in which it last changed."""
        self._extent: Extent | None = None

    # -- composition -------------------------------------------------------------------------------------------
    def build(self) -> None:
        """Make children that depend on the theme; called once the widget knows its place in the tree."""

    def mood_inside(self) -> MoodName:
        """The mood of the children."""
        return self.theme.mood

    def adopt(self, env: Env, theme: Theme, parent: Widget | None, path: str, seen: dict[str, int]) -> None:
        """Take the widget and all below it into a tree: ids, theme, environment."""
        self.env, self.theme, self.parent = env, theme, parent
        self.upright = None
        if env.rtl:
            self.upright = (parent.upright if parent is not None else None) or (None if self.mirror else self)
        self._measured.clear()
        self.memo.clear()
        self.settled, self.stamp = None, env.generation
        base = self.id or (f"{self.kind}:{self.label}" if self.label else f"{path}/{self.kind}")
        seen[base] = seen.get(base, 0) + 1
        self.id = base if seen[base] == 1 else f"{base}#{seen[base]}"
        self.build()
        inside = theme if self.mood_inside() == theme.mood else theme.in_mood(self.mood_inside())
        for index, child in enumerate(self.children):
            child.adopt(env, inside, self, f"{path}/{index}", seen)
        self.given = self.__dict__.copy()

    def walk(self) -> Iterator[Widget]:
        """This widget and all below it, in reading order."""
        waiting = [self]
        while waiting:
            widget = waiting.pop()
            yield widget
            waiting += widget.children[::-1]

    # -- layout ------------------------------------------------------------------------------------------------
    @property
    def text_scale(self) -> float:
        """Size of type against 100 %."""
        return self.theme.prefs.text_scale

    def measure(self, available: float) -> tuple[float, float]:
        """Width and height that the widget wants when at most `available` units of width are there."""
        found = self._measured.get(available)
        if found is not None:
            return found
        room = min(self.width if self.width is not None else available, self.max_width)
        w, h = self.content(room)
        w = self.width if self.width is not None else min(max(w, self.min_width), self.max_width)
        h = self.height if self.height is not None else min(max(h, self.min_height), self.max_height)
        self._measured[available] = (w, h)
        return w, h

    def content(self, room: float) -> tuple[float, float]:
        """The size of the inside when `room` units of width are there: as large as the largest child."""
        sizes = [child.measure(room) for child in self.children]
        return max((s[0] for s in sizes), default=0.0), max((s[1] for s in sizes), default=0.0)

    def least(self) -> float:
        """The width below which a row does not cut the widget while others can give way."""
        return 0.0

    def arrange(self, x: float, y: float, w: float, h: float) -> None:
        """Take the rectangle and give every child its own; nothing is to be done if that is how it was laid out before."""
        place = (x, y, w, h)
        if place == self.settled:
            return
        self.rect = Rect(x, y, w, h)
        self.place_children()
        self.settled, self._extent = place, None
        for child in self.children:
            child._extent = None  # noqa: SLF001  # because some widgets place a child without arranging it

    def unsettle(self) -> None:
        """Let the next laying out come by here, though the rectangle is the same."""
        widget: Widget | None = self
        while widget is not None:
            widget.settled, widget = None, widget.parent

    def place_children(self) -> None:
        """Give every child its rectangle inside `self.rect`; here all get the whole."""
        for child in self.children:
            child.arrange(self.rect.x, self.rect.y, self.rect.w, self.rect.h)

    # -- pages from right to left ------------------------------------------------------------------------------
    # Layout and input work as if the page went from left to right; the painter mirrors what it draws, and the inputs
    # mirror the pointer. Inside something that is not mirrored (`upright` is that widget) x counts from its other side.
    @property
    def mirrored(self) -> bool:
        """True if what the widget draws is mirrored on its way to the surface."""
        return self.env.rtl and self.upright is None

    def inside_x(self, x: float) -> float:
        """The x of a point of the page as the widget sees it."""
        return x if self.upright is None else self.upright.rect.x + self.upright.rect.right - x

    def on_page(self, rect: Rect) -> Rect:
        """A rectangle of the widget as the page (mirrored or not) has it."""
        if self.upright is None:
            return rect
        return Rect(self.inside_x(rect.right), rect.y, rect.w, rect.h)

    def seen(self, rect: Rect) -> Rect:
        """A rectangle of the widget where the player sees it."""
        if not self.env.rtl:
            return rect
        r = self.on_page(rect)
        return Rect(PAGE_WIDTH - r.right, r.y, r.w, r.h)

    # -- painting ----------------------------------------------------------------------------------------------
    def paint(self, p: Painter) -> None:
        """Draw the widget, then its children on top."""
        if self.upright is self:
            with p.unmirrored(self.rect):
                self._paint(p)
        else:
            self._paint(p)

    def _paint(self, p: Painter) -> None:
        if not p.sees(self.extent()):
            return
        env = self.env
        above, env.drawing, around, p.drawing = env.drawing, self, p.drawing, self
        p.theme = self.theme
        self.draw(p)
        self.paint_children(p)
        env.drawing, p.drawing = above, around

    def extent(self) -> Extent:
        """As far as the widget and all below it may draw: `SPILL` units around each of them."""
        if self._extent is not None:
            return self._extent
        r = self.rect
        left, top, right, foot = r.x - SPILL, r.y - SPILL, r.x + r.w + SPILL, r.y + r.h + SPILL
        for child in self.children_seen():
            x0, y0, x1, y1 = child.extent()
            left, top, right, foot = min(left, x0), min(top, y0), max(right, x1), max(foot, y1)
        self._extent = left, top, right, foot
        return self._extent

    def children_seen(self) -> Sequence[Widget]:
        """The children that may draw beyond the widget itself."""
        return self.children

    def paint_children(self, p: Painter) -> None:
        """Draw the children."""
        for child in self.children:
            child.paint(p)

    def draw(self, p: Painter) -> None:
        """Draw the widget itself, without children."""

    def ring(self) -> tuple[Rect, float]:
        """The rectangle and corner radius that the focus ring follows."""
        return self.rect, 8.0

    def further_rings(self) -> list[Rect]:
        """What else the focus ring goes around: the other lines of a word that is broken."""
        return []

    # -- acting ------------------------------------------------------------------------------------------------
    @property
    def focusable(self) -> bool:
        """True if Tab stops here."""
        return False

    @property
    def focused(self) -> bool:
        """True if the widget has the focus."""
        return self.env.focused == self.id

    @property
    def hovered(self) -> bool:
        """True if the pointer is over the widget."""
        return self.env.hovered == self.id

    @property
    def pressed(self) -> bool:
        """True while it is held down."""
        return self.env.pressed == self.id

    def target(self) -> Rect:
        """Where a pointer acts on the widget: at least 44 units wide and high, even if the drawing is smaller."""
        r = self.rect
        return r.grown(max(0.0, (MIN_TARGET - r.w) / 2), max(0.0, (MIN_TARGET - r.h) / 2))

    def eased(
        self, name: str, target: float, seconds: float, *, start: float | None = None, ease: str = "out",
        travels: bool = True,
    ) -> float:  # fmt: skip
        """A value of the widget on its way to `target`, for drawing. At once where the player wants no motion.

        What only fades (`travels=False`) takes a moment with gentle motion too.
        """
        motion = self.theme.prefs.motion
        if motion == "none" or (travels and motion == "gentle"):
            self.env.eases.place(self.id, name, target)
            return target
        seconds = seconds if motion == "full" else min(seconds, CROSS_FADE)
        return self.env.eases.value(self.id, name, target, seconds, start=start, ease=ease)

    def hit(self, x: float, y: float) -> bool:
        """True if the point acts on the widget."""
        return self.target().contains(x, y)

    def activate(self) -> bool:
        """Enter, Space or a click. True if something was done."""
        return False

    def on_key(self, key: str) -> bool:
        """A key while in focus, before bindings see it. True if it was used."""
        del key
        return False

    def on_text(self, text: str) -> bool:
        """Typed text while in focus. True if it was used."""
        del text
        return False

    def on_click(self, x: float, y: float) -> bool:
        """A click or tap at a point inside."""
        del x, y
        return self.activate()

    def on_drag(self, x: float, y: float) -> bool:
        """The pointer moves while held down. True if the widget follows it."""
        del x, y
        return False

    def on_hover(self, x: float, y: float) -> bool:
        """The pointer moves over the widget. True if it must be painted again."""
        del x, y
        return False

    def own_bindings(self) -> list[Binding]:
        """The keys that the widget itself has on this page."""
        return []

    # -- words -------------------------------------------------------------------------------------------------
    def states(self) -> tuple[str, ...]:
        """Words for the state, for the semantic tree."""
        found = []
        if self.focused:
            found.append("focused")
        if self.disabled:
            found.append("disabled")
        return tuple(found)

    def value_text(self) -> str:
        """The value in words, if the widget has one."""
        return ""

    def actions(self) -> tuple[str, ...]:
        """What can be done with it."""
        return ("focus",) if self.focusable else ()

    def semantics(self) -> list[Node]:
        """The nodes that this widget and all below it add to the page's tree."""
        if self.aloud is not None:
            return [self.node([])] if self.aloud else []
        below = [node for child in self.children for node in child.semantics()]
        if not self.role:
            return below
        return [self.node(below)]

    def node(self, below: list[Node]) -> Node:
        """The node of this widget with `below` under it."""
        r = self.seen(self.rect)
        name, said = (self.label, self.description) if self.label else (self.description, "")
        if self.disabled:
            said = f"{said.rstrip('.')}. {self.disabled}" if said else self.disabled
        return Node(
            role=self.role or "text",
            name=self.aloud or name,
            value="" if self.aloud else self.value_text(),
            description=said,
            states=self.states(),
            bounds=(r.x, r.y, r.w, r.h),
            actions=self.actions(),
            keys=tuple(self.env.keymap.get(key, key) for key in self.key.split()),
            id=self.id,
            children=below,
        )
