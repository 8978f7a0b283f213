"""A scenario folder as written: the five files' values with their places, for problems that point at them."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from game.scenario.model import FILES, Authored
from game.scenario.problems import Level, Problem
from game.scenario.shape import COLLECTIONS, Shape, fields
from game.scenario.tree import Mark, Node, Rows, Scalar, Table

Path = tuple[str | int, ...]
"""Keys and list positions from the top of a file to a value."""


@dataclass(frozen=True)
class Written:
    """The files that could be read. ``paths`` holds all five, as shown to the author."""

    folder: str
    """Name of the scenario folder."""
    paths: Mapping[str, str]
    trees: Mapping[str, Table]

    def problem(
        self,
        file: str,
        path: Path,
        code: str,
        message: str,
        hint: str = "",
        *,
        level: Level = "error",
        at: Literal["value", "key"] = "value",
    ) -> Problem:
        """A problem at a value (or at its key); at the nearest thing around it where the value is not written."""
        mark = self.mark(file, path, at)
        return Problem(self.paths[file], mark.line, mark.column, level, code, self.where(file, path), message, hint)

    def mark(self, file: str, path: Path, at: Literal["value", "key"] = "value") -> Mark:
        """The place of a value or key."""
        node: Node | None = self.trees.get(file)
        mark = Mark(1, 1)
        for depth in range(len(path) + 1):
            if node is None:
                break
            mark = node.mark
            if depth == len(path):
                break
            step = path[depth]
            if at == "key" and depth == len(path) - 1 and isinstance(node, Table):
                return node.keys.get(str(step), mark)
            node = child(node, step)
        return mark

    def node(self, file: str, path: Path) -> Node | None:
        """The value at a path, if it is written."""
        node: Node | None = self.trees.get(file)
        for step in path:
            if node is None:
                return None
            node = child(node, step)
        return node

    def where(self, file: str, path: Path) -> str:
        """The path in words: list items by their id where they have one, ``claims[last-tram].texts.fear``."""
        said = ""
        node: Node | None = self.trees.get(file)
        for step in path:
            node = child(node, step) if node is not None else None
            if isinstance(step, int):
                said += f"[{identity(node) or step}]"
            else:
                said += f".{step}" if said else step
        return said

    def ids(self, collection: str) -> dict[str, tuple[str, Path]] | None:
        """Id -> file and path of everything in a collection; nothing when a list of it could not be read."""
        found: dict[str, tuple[str, Path]] = {}
        for file, key in COLLECTIONS[collection]:
            if file not in self.trees:
                return None
            rows = self.trees[file].entries.get(key)
            if not isinstance(rows, Rows):
                return None
            for index, item in enumerate(rows.items):
                name = identity(item)
                if name:
                    found.setdefault(name, (file, (key, index)))
        return found

    def walk(self) -> Iterator[tuple[str, Path, Shape, Node]]:
        """Every value that the format knows, with its shape: file, path, shape, node. Table keys come with their path."""
        for file, tree in self.trees.items():
            yield from _walk(file, (), Shape(model=FILES[file]), tree)


def _walk(file: str, path: Path, shape: Shape, node: Node) -> Iterator[tuple[str, Path, Shape, Node]]:
    yield file, path, shape, node
    if shape.model is not None and isinstance(node, Table):
        known = fields(shape.model)
        for key, value in node.entries.items():
            if key in known:
                yield from _walk(file, (*path, key), known[key], value)
    elif shape.item is not None and isinstance(node, Rows):
        for index, value in enumerate(node.items):
            yield from _walk(file, (*path, index), shape.item, value)
    elif shape.value is not None and isinstance(node, Table):
        for key, value in node.entries.items():
            yield from _walk(file, (*path, key), shape.value, value)


def child(node: Node, step: str | int) -> Node | None:
    """The value one step down, if there is one."""
    if isinstance(node, Table) and isinstance(step, str):
        return node.entries.get(step)
    if isinstance(node, Rows) and isinstance(step, int) and 0 <= step < len(node.items):
        return node.items[step]
    return None


def model_at(file: str, path: Path) -> type[Authored] | None:
    """The model that a path leads to, if the format has one there."""
    shape: Shape | None = shape_at(file, path)
    return shape.model if shape else None


def shape_at(file: str, path: Path) -> Shape | None:
    """The shape that a path leads to, if the format knows the path."""
    shape: Shape | None = Shape(model=FILES[file])
    for step in path:
        if shape is None:
            return None
        shape = fields(shape.model).get(str(step)) if shape.model is not None else shape.item or shape.value
    return shape


def meant(word: str, choices: Iterable[str]) -> str:
    """``did you mean 'headline'?`` for the nearest choice, or nothing when none is near."""
    near = difflib.get_close_matches(word[:60], list(choices), n=1, cutoff=0.6)
    return f"did you mean '{near[0]}'?" if near else ""


def identity(node: Node | None) -> str:
    """The id that a list item gives itself, or nothing."""
    if isinstance(node, Table):
        written = node.entries.get("id")
        if isinstance(written, Scalar) and isinstance(written.value, str) and 0 < len(written.value) <= 60:
            return written.value
    return ""
