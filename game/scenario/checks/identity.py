"""No two things of one kind share an id, and the folder is named after the scenario."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.problems import Problem
from game.scenario.shape import COLLECTIONS
from game.scenario.tree import Rows, Scalar, Table
from game.scenario.written import Path, Written


def check(written: Written) -> Iterator[Problem]:
    """Ids that stand twice in a list or in a collection of two lists; a folder with another name."""
    twins = {place: collection for collection, places in COLLECTIONS.items() for place in places if len(places) > 1}
    seen: dict[tuple[str, ...], dict[str, int]] = {}
    for file, path, shape, node in written.walk():
        if shape.item is None or shape.item.model is None or not isinstance(node, Rows):
            continue
        shared = twins.get((file, str(path[0]))) if len(path) == 1 else None
        scope = (shared,) if shared else (file, *map(str, path))
        yield from _list(written, file, path, node, seen.setdefault(scope, {}))
    head = written.trees.get("scenario")
    name = head.text("id") if head else None
    if name and name != written.folder:
        hint = f"rename the folder to {name}"
        yield written.problem(
            "scenario", ("id",), "folder-name", f"the folder is called '{written.folder[:60]}'", hint, level="warning"
        )


def _list(written: Written, file: str, path: Path, rows: Rows, lines: dict[str, int]) -> Iterator[Problem]:
    for index, item in enumerate(rows.items):
        node = item.entries.get("id") if isinstance(item, Table) else None
        if not isinstance(node, Scalar) or not isinstance(node.value, str):
            continue
        first = lines.setdefault(node.value, node.mark.line)
        if first != node.mark.line:
            message = f"the id '{node.value[:60]}' is taken"
            yield written.problem(file, (*path, index, "id"), "duplicate-id", message, f"the first is in line {first}")
