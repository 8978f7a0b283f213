"""Rows, columns, stacks, places and scrolling: how widgets share room. All in design units."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Unpack

from game.ui.paragraph import Rich
from game.ui.scrolling import Place, Scroll
from game.ui.theme import MoodName
from game.ui.widget import Common, Widget

Pad = float | tuple[float, float] | tuple[float, float, float, float]


def sides(pad: Pad) -> tuple[float, float, float, float]:
    """Padding as top, right, bottom, left: one number, (vertical, horizontal), or all four."""
    if isinstance(pad, tuple):
        return (pad[0], pad[1], pad[0], pad[1]) if len(pad) == 2 else pad
    return pad, pad, pad, pad


def cut_to(sizes: Sequence[float], room: float, least: Sequence[float] | None = None) -> list[float]:
    """The sizes with the largest cut to one level so that the sum is `room`; none below its `least`, where that goes."""
    if least is not None and sum(least) <= room:
        cut = cut_to(sizes, room)
        firm = [i for i, size in enumerate(cut) if size < least[i] - 0.01]
        if firm:
            kept = {i: min(least[i], sizes[i]) for i in firm}
            rest = [i for i in range(len(sizes)) if i not in kept]
            others = cut_to([sizes[i] for i in rest], room - sum(kept.values()), [least[i] for i in rest])
            return [kept[i] if i in kept else others[rest.index(i)] for i in range(len(sizes))]
        return cut
    left, count = room, len(sizes)
    level = 0.0
    for index, size in enumerate(sorted(sizes)):
        level = left / (count - index)
        if size > level:
            break
        left -= size
    else:
        return list(sizes)
    return [min(size, max(level, 0.0)) for size in sizes]


class Flow(Widget):
    """What rows and columns have in common."""

    def __init__(
        self,
        *children: Widget | None,
        gap: float = 0,
        pad: Pad = 0,
        align: str = "",
        justify: str = "start",
        group: bool = False,
        label: str = "",
        role: str = "",
        **common: Unpack[Common],
    ) -> None:
        super().__init__(*children, **common)
        self.gap = gap
        self.pad = sides(pad)
        self.align = align
        self.justify = justify
        self.group = group
        self.label = label
        self.role = role

    def lead(self, spare: float, count: int) -> tuple[float, float]:
        """Space before the first child and between children when `spare` is left over."""
        if self.justify == "center":
            return spare / 2, self.gap
        if self.justify == "end":
            return spare, self.gap
        if self.justify == "between" and count > 1:
            return 0.0, self.gap + spare / (count - 1)
        return 0.0, self.gap


class Column(Flow):
    """Children one below the other."""

    kind = "column"

    def content(self, room: float) -> tuple[float, float]:
        """As wide as the widest child; the heights with gaps and padding."""
        top, right, bottom, left = self.pad
        sizes = [child.measure(max(0.0, room - left - right)) for child in self.children]
        width = max((s[0] for s in sizes), default=0.0) + left + right
        return width, sum(s[1] for s in sizes) + self.gap * max(0, len(sizes) - 1) + top + bottom

    def place_children(self) -> None:
        """Stack the children; those that grow share what is left, scrolling ones give way."""
        top, right, bottom, left = self.pad
        inner = max(0.0, self.rect.w - left - right)
        heights = [child.measure(inner)[1] for child in self.children]
        spare = self.rect.h - top - bottom - sum(heights) - self.gap * max(0, len(heights) - 1)
        growth = sum(child.grow for child in self.children)
        if spare > 0.01 and growth:
            heights = [h + spare * c.grow / growth for h, c in zip(heights, self.children, strict=True)]
            spare = 0.0
        elif spare < -0.01:
            giving = [i for i, child in enumerate(self.children) if isinstance(child, Scroll)]
            cut = cut_to([heights[i] for i in giving], sum(heights[i] for i in giving) + spare)
            for i, height in zip(giving, cut, strict=True):
                heights[i] = height
        before, gap = self.lead(max(0.0, spare), len(heights))
        y = self.rect.y + top + before
        for child, height in zip(self.children, heights, strict=True):
            x, width = self._across(child, inner)
            child.arrange(self.rect.x + left + x, y, width, height)
            y += height + gap

    def _across(self, child: Widget, inner: float) -> tuple[float, float]:
        align = child.align_self or self.align or "stretch"
        width = child.measure(inner)[0]
        if align == "stretch":
            if child.width is None and child.stretch:
                width = min(inner, child.max_width)
            return 0.0, min(width, inner)
        width = min(width, inner)
        return {"center": (inner - width) / 2, "end": inner - width}.get(align, 0.0), width


class _Run(NamedTuple):
    """One line of a row: its children, their widths, how far each stands below the top, its height and length."""

    children: list[Widget]
    widths: list[float]
    shifts: list[float]
    tall: float
    long: float


class Row(Flow):
    """Children side by side; with `wrap` they go on below when the width is used up."""

    kind = "row"

    def __init__(
        self,
        *children: Widget | None,
        gap: float = 0,
        pad: Pad = 0,
        align: str = "",
        justify: str = "start",
        wrap: bool = False,
        run_gap: float | None = None,
        group: bool = False,
        label: str = "",
        role: str = "",
        **common: Unpack[Common],
    ) -> None:
        super().__init__(
            *children, gap=gap, pad=pad, align=align, justify=justify, group=group, label=label, role=role, **common
        )
        self.wrap = wrap
        self.run_gap = gap if run_gap is None else run_gap

    def _lines(self, inner: float) -> list[list[Widget]]:
        if not self.wrap and not self._too_wide(inner):
            return [self.children]
        lines: list[list[Widget]] = [[]]
        used = 0.0
        for child in self.children:
            need = child.measure(inner)[0]
            if lines[-1] and used + self.gap + need > inner + 0.01:
                lines.append([])
                used = 0.0
            used += need + (self.gap if lines[-1] else 0.0)
            lines[-1].append(child)
        return lines

    def _too_wide(self, inner: float) -> bool:
        """True if things that cannot shrink do not fit side by side: then they go on below rather than be cut."""
        if len(self.children) < 2 or self.text_scale <= 1 or any(child.grow for child in self.children):
            return False
        firm = [c.measure(inner)[0] for c in self.children if not c.shrink or c.width is not None]
        return len(firm) > 1 and sum(firm) + self.gap * (len(self.children) - 1) > inner + 0.01

    def _widths(self, line: list[Widget], inner: float) -> list[float]:
        """The width of each child of a line: growing ones share what is left, long ones shrink."""
        room = inner - self.gap * max(0, len(line) - 1)
        growth = sum(child.grow for child in line)
        widths = [child.min_width if child.grow else child.measure(room)[0] for child in line]
        spare = room - sum(widths)
        if spare > 0.01 and growth:
            return [w + spare * child.grow / growth for w, child in zip(widths, line, strict=True)]
        if spare < -0.01:
            soft = [i for i, child in enumerate(line) if child.shrink and child.width is None]
            if soft:
                least = [line[i].least() for i in soft]
                cut = cut_to([widths[i] for i in soft], sum(widths[i] for i in soft) + spare, least)
                for i, width in zip(soft, cut, strict=True):
                    widths[i] = width
        return widths

    def _shifts(self, line: list[Widget]) -> list[float]:
        """How far each child stands below the top of its line so that first lines of letters meet."""
        if all((child.align_self or self.align) != "baseline" for child in line):
            return [0.0] * len(line)
        deepest = max((child.baseline() for child in line if isinstance(child, Rich)), default=0.0)
        return [
            max(0.0, deepest - child.baseline())
            if isinstance(child, Rich) and (child.align_self or self.align) == "baseline"
            else 0.0
            for child in line
        ]

    def _runs(self, inner: float) -> list[_Run]:
        """The lines with all their measures, worked out once for a width."""
        key = ("runs", inner, len(self.children))
        found: list[_Run] | None = self.memo.get(key)
        if found is None:
            found = self.memo[key] = [self._run(line, inner) for line in self._lines(inner)]
        return found

    def _run(self, line: list[Widget], inner: float) -> _Run:
        widths, shifts = self._widths(line, inner), self._shifts(line)
        tall = max((c.measure(w)[1] + shift for c, w, shift in zip(line, widths, shifts, strict=True)), default=0.0)
        return _Run(line, widths, shifts, tall, sum(widths) + self.gap * max(0, len(line) - 1))

    def content(self, room: float) -> tuple[float, float]:
        """The widths with gaps (all of the room when a child grows); each line as high as its highest child."""
        top, right, bottom, left = self.pad
        runs = self._runs(max(0.0, room - left - right))
        width = max((run.long for run in runs), default=0.0)
        height = sum(run.tall for run in runs) + self.run_gap * (len(runs) - 1)
        return width + left + right, height + top + bottom

    def place_children(self) -> None:
        """Put the children side by side, line by line."""
        top, right, bottom, left = self.pad
        inner = max(0.0, self.rect.w - left - right)
        runs = self._runs(inner)
        y = self.rect.y + top
        for run in runs:
            tall = max(run.tall, self.rect.h - top - bottom) if len(runs) == 1 else run.tall
            before, gap = self.lead(max(0.0, inner - run.long), len(run.children))
            x = self.rect.x + left + before
            for child, width, lower in zip(run.children, run.widths, run.shifts, strict=True):
                align = child.align_self or self.align or "start"
                height = child.measure(width)[1]
                if align == "stretch" and child.height is None:
                    height = min(tall, child.max_height)
                shift = {"center": (tall - height) / 2, "end": tall - height}.get(align, lower)
                child.arrange(x, y + shift, width, height)
                x += width + gap
            y += tall + self.run_gap


class Grid(Flow):
    """Cells of one width in columns, filled row by row; each row as high as its highest cell."""

    kind = "grid"

    def __init__(
        self,
        *children: Widget | None,
        columns: int = 3,
        gap: float = 16,
        pad: Pad = 0,
        group: bool = False,
        label: str = "",
        role: str = "",
        **common: Unpack[Common],
    ) -> None:
        super().__init__(*children, gap=gap, pad=pad, group=group, label=label, role=role, **common)
        self.columns = columns

    def _cell(self, room: float) -> float:
        return max(0.0, room - self.pad[1] - self.pad[3] - self.gap * (self.columns - 1)) / self.columns

    def _rows(self) -> list[list[Widget]]:
        return [self.children[i : i + self.columns] for i in range(0, len(self.children), self.columns)]

    def content(self, room: float) -> tuple[float, float]:
        """All of the room; the heights of the rows."""
        cell = self._cell(room)
        tall = [max(child.measure(cell)[1] for child in row) for row in self._rows()]
        return room, sum(tall) + self.gap * max(0, len(tall) - 1) + self.pad[0] + self.pad[2]

    def place_children(self) -> None:
        """Put the children into their cells."""
        cell = self._cell(self.rect.w)
        y = self.rect.y + self.pad[0]
        for row in self._rows():
            tall = max(child.measure(cell)[1] for child in row)
            for column, child in enumerate(row):
                child.arrange(self.rect.x + self.pad[3] + column * (cell + self.gap), y, cell, tall)
            y += tall + self.gap


class Stack(Widget):
    """Children one on top of the other, each in the whole rectangle; `Place` children where they say."""

    kind = "stack"

    def place_children(self) -> None:
        """Give each child the whole, or the part that it asks for."""
        for child in self.children:
            if isinstance(child, Place):
                child.arrange(self.rect.x + child.x, self.rect.y + child.y + child.pushed(), *child.size())
            else:
                child.arrange(self.rect.x, self.rect.y, self.rect.w, self.rect.h)


class Frame(Stack):
    """The page: 1280 x 720."""

    kind = "frame"


class Spacer(Widget):
    """Room: a fixed size both ways, or a share of what is left."""

    kind = "spacer"
    shrink = False

    def __init__(self, size: float = 0, **common: Unpack[Common]) -> None:
        super().__init__(**common)
        self.size = size

    def content(self, room: float) -> tuple[float, float]:
        """The fixed size."""
        return min(self.size, room), self.size


class Mood(Widget):
    """Children in another mood, such as a phone in the war room."""

    kind = "mood"

    def __init__(self, mood: MoodName, *children: Widget | None, **common: Unpack[Common]) -> None:
        super().__init__(*children, **common)
        self.mood: MoodName = mood

    def mood_inside(self) -> MoodName:
        """The mood that was asked for."""
        return self.mood
