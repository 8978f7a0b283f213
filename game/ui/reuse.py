"""What a new composition has in common with the one before: what says, measures and looks the same stays as it is.

A page is composed anew after every callback, though mostly little of it is new. Here the new tree is compared with the
old one. A widget of the new tree that differs in nothing, down to the last one below it, gives way to the old one, which
keeps its measures and its place, and takes over the new one's callbacks. What differs is told, so that it is painted.

Only what can be proved to be the same is taken for it: values that cannot change. Of two callbacks nobody can say in
general whether they would draw the same, so whatever is drawn by one is painted again; those named `on_...` draw nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import is_dataclass
from functools import partial
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any, NamedTuple

from game.ui.ground import Extent
from game.ui.rect import Rect
from game.ui.widget import Widget

_PLAIN = frozenset({str, int, float, bool, type(None)})
_HOLDING = frozenset({tuple, list, dict})
_CALLED = (FunctionType, MethodType, BuiltinFunctionType, partial)
_NONE: frozenset[Widget] = frozenset()
DIFFERENT, LIKE, SAME = 0, 1, 2
"""LIKE: the same but for callbacks."""


class Moved(NamedTuple):
    """A widget of the joined tree, and where it and all below it were drawn before: its place may be another now."""

    widget: Widget
    rect: Rect
    before: Extent


class _Found(NamedTuple):
    """What comparing two widgets gave.

    `stays`: the old one can stand for the new one. `drawn`: nothing in it is drawn by a callback that may be another.
    `needs`: widgets of the new tree above it that must give way as well, because they know something in it by name, or
    something in it calls them.
    """

    stays: bool
    drawn: bool
    needs: frozenset[Widget]


_NO, _ALL = _Found(False, False, _NONE), _Found(True, True, _NONE)


class Joined:
    """Two trees joined: `tree` is the new one with all that can stay of the old one.

    `changed` look different: they are to be painted where they are, and what was there before is in `spoilt`. `moved`
    look the same, but may be in another place once the tree is laid out. What is `busy` (in focus, pointed at) never
    stays, because such a widget may remember what it was just told.
    """

    def __init__(self, new: Widget, old: Widget, busy: frozenset[str]) -> None:
        self.busy = busy
        self.changed: list[Widget] = []
        self.spoilt: list[Rect] = []
        self.moved: list[Moved] = []
        self._known: dict[Widget, frozenset[Widget]] = {}
        self.tree = old if self._join(new, old).stays else new

    def _join(self, new: Widget, old: Widget) -> _Found:
        if new is old or type(new) is not type(old) or new.id != old.id or new.theme.mood != old.theme.mood:
            self._other(new, old)
            return _NO
        compared = _Compared(new, old)
        for below in compared.below:
            self._known[below] = self._known.get(below, _NONE) | {new}
        ours, theirs = new.children, old.children
        pairs = self._pairs(ours, theirs) if ours or theirs else []
        found = [self._join(ours[index], child) for index, child in pairs]
        whole = len(pairs) == len(ours) == len(theirs)
        drawn, needs = compared.drawn, compared.above | self._known.get(new, _NONE)
        for each in found:
            whole = whole and each.stays
            drawn = drawn and each.drawn
            if each.needs:
                needs |= each.needs
        settled = compared.own and not (new.follows or new.remembers or new.id in self.busy)
        if settled and whole:
            compared.take()
            if not drawn:
                old.stamp = new.stamp
            if compared.drawn:
                self.moved.append(Moved(old, old.rect, old.extent()))
            else:
                self._other(old, old)
            return _ALL if drawn and not needs else _Found(True, drawn, needs - {new})
        if settled and compared.drawn:
            self.moved.append(Moved(new, old.rect, old.extent()))
        else:
            self._other(new, old)
        for (index, child), each in zip(pairs, found, strict=True):
            if each.stays and not each.needs:
                ours[index], child.parent = child, new
        return _NO

    def _pairs(self, new: list[Widget], old: list[Widget]) -> list[tuple[int, Widget]]:
        """Children that belong together: where the new one is, and the old one. The others come and go."""
        if len(new) == len(old) and all(a.id == b.id for a, b in zip(new, old, strict=True)):
            return list(enumerate(old))
        left = {child.id: child for child in old}
        pairs = []
        for index, child in enumerate(new):
            before = left.pop(child.id, None)
            if before is not None:
                pairs.append((index, before))
            else:
                self.changed.append(child)
        self.spoilt += [area(child) for child in left.values()]
        return pairs

    def _other(self, new: Widget, old: Widget) -> None:
        self.changed.append(new)
        self.spoilt.append(area(old))


class _Compared:
    """What two widgets of one kind were given, side by side.

    `own`: nothing differs but callbacks. `drawn`: nor is anything drawn by a callback that may be another. `below` and
    `above`: the widgets there that it refers to.
    """

    __slots__ = ("_refers", "_taken", "above", "below", "drawn", "new", "old", "own")

    def __init__(self, new: Widget, old: Widget) -> None:
        self.new, self.old = new, old
        self.drawn, self.above = True, _NONE
        self.below: list[Widget] = []
        self._taken: list[str] = []
        self._refers: list[Widget] = []
        self.own = self._compare()
        for other in self._refers:
            self._place(other)

    def _compare(self) -> bool:
        new, old, own = self.new.given, self.old.given, True
        if new.keys() != old.keys():
            return False
        for name, value in new.items():
            before, kind = old[name], type(value)
            if kind in _PLAIN:
                own = own and (value is before or (kind is type(before) and value == before))
                continue
            if kind in _HOLDING and kind is type(before) and value is not before and not value and not before:
                continue
            how = self._alike(value, before)
            own = own and how != DIFFERENT
            if how == LIKE:
                self._taken.append(name)
                self.drawn = self.drawn and (name.startswith("on_") or self._draws_alike(value, before))
        return own

    def take(self) -> None:
        """Let the old widget call what the new one would, except what only calls widgets that stay as well."""
        for name in self._taken:
            value = self.new.given[name]
            if not any(_widgets_called(value)):
                setattr(self.old, name, value)
                self.old.given[name] = value

    def _place(self, other: Widget) -> None:
        """See whether a widget that is referred to lies below this one, above it, or somewhere else."""
        at: Widget | None = other
        while at is not None and at is not self.new:
            around = at.parent
            at = around if around is not None and any(child is at for child in around.children) else None
        if at is not None:
            if other is not self.new:
                self.below.append(other)
            return
        at = self.new.parent
        while at is not None and at is not other:
            at = at.parent
        if at is None:
            self.own = False
        else:
            self.above |= {other}

    def _alike(self, new: Any, old: Any) -> int:
        kind = type(new)
        if isinstance(new, _CALLED) and isinstance(old, _CALLED):
            self._refers += _widgets_called(new)
            return LIKE
        if kind is not type(old):
            return DIFFERENT
        if kind in _PLAIN:
            return SAME if new == old else DIFFERENT
        if isinstance(new, Widget):
            self._refers.append(new)
            return SAME
        if isinstance(new, tuple):
            if _PLAIN.issuperset(map(type, new)):
                return SAME if new == old else DIFFERENT
            return self._all_alike(new, old)
        if isinstance(new, list | dict):
            if new is old:
                return DIFFERENT  # it may hold something else than it did
            if isinstance(new, dict):
                return self._all_alike((*new, *new.values()), (*old, *old.values()))
            return self._all_alike(new, old)
        if is_dataclass(new) and not isinstance(new, type) and _cannot_change(kind):
            return SAME if new is old else self._all_alike(tuple(vars(new).values()), tuple(vars(old).values()))
        return SAME if _same_value(new, old) else DIFFERENT

    def _all_alike(self, new: Sequence[Any], old: Sequence[Any]) -> int:
        if len(new) != len(old):
            return DIFFERENT
        found = SAME
        for a, b in zip(new, old, strict=True):
            found = min(found, self._alike(a, b))
            if found == DIFFERENT:
                return DIFFERENT
        if found == LIKE and any(_widgets_called(new)):
            return DIFFERENT  # what is called lies too deep to be told apart
        return found

    def _draws_alike(self, new: Any, old: Any) -> bool:
        """Would two callbacks draw the same? True only if they are the same code over the same unchangeable values."""
        if isinstance(new, partial) and isinstance(old, partial):
            parts = [(new.func, old.func), (new.args, old.args), (new.keywords, old.keywords)]
            return all(self._draws_alike(a, b) for a, b in parts)
        if isinstance(new, FunctionType) and isinstance(old, FunctionType):
            if new.__code__ is not old.__code__:
                return False
            return self._draws_alike(_closed_over(new), _closed_over(old))
        if isinstance(new, tuple) and isinstance(old, tuple):
            return len(new) == len(old) and all(self._draws_alike(a, b) for a, b in zip(new, old, strict=True))
        if isinstance(new, BuiltinFunctionType):
            return new is old
        return not isinstance(new, _CALLED) and self._alike(new, old) == SAME


def area(widget: Widget) -> Rect:
    """What a widget and all below it may draw on, as the page has it."""
    left, top, right, foot = widget.extent()
    return widget.on_page(Rect(left, top, right - left, foot - top))


def _closed_over(function: FunctionType) -> tuple[Any, ...]:
    """The values that a function carries along."""
    cells = tuple(cell.cell_contents for cell in function.__closure__ or ())
    return (cells, function.__defaults__ or (), tuple((function.__kwdefaults__ or {}).values()))


def _widgets_called(value: Any) -> Iterator[Widget]:
    """The widgets that a callback, or one inside a tuple or list, belongs to or carries along."""
    if isinstance(value, MethodType):
        if isinstance(value.__self__, Widget):
            yield value.__self__
    elif isinstance(value, partial):
        yield from _widgets_called(value.func)
        yield from (each for each in (*value.args, *value.keywords.values()) if isinstance(each, Widget))
        yield from _widgets_called((*value.args, *value.keywords.values()))
    elif isinstance(value, FunctionType):
        carried = [each for some in _closed_over(value) for each in some]
        yield from (each for each in carried if isinstance(each, Widget))
        yield from (
            each.__self__ for each in carried if isinstance(each, MethodType) and isinstance(each.__self__, Widget)
        )
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _widgets_called(each)


def _cannot_change(kind: type) -> bool:
    """Values compare by what they are and have a hash of it; things that can change have none, or compare by identity."""
    return kind.__hash__ is not None and getattr(kind, "__eq__", None) is not object.__eq__


def _same_value(new: Any, old: Any) -> bool:
    kind = type(new)
    if hasattr(kind, "__array_interface__"):  # NumPy is not loaded for this
        return new is old or (new.shape == old.shape and new.dtype == old.dtype and new.tobytes() == old.tobytes())
    if isinstance(new, type):
        return new is old
    if not _cannot_change(kind):
        return False
    return new is old or bool(new == old)
