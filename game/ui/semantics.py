"""The page as words: the first renderer. Screen readers, read-aloud and tests use this tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Node:
    """One thing on the page: what it is, what it is called, what it says, and what can be done with it.

    `bounds` is x, y, width, height in design units. `states` holds words such as "focused", "disabled", "checked".
    `level` is that of a heading, from 1; `scale` holds value, lowest, highest and step of what stands for a number.
    """

    role: str
    name: str = ""
    value: str = ""
    description: str = ""
    states: tuple[str, ...] = ()
    bounds: tuple[float, float, float, float] = (0, 0, 0, 0)
    actions: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    id: str = ""
    level: int = 0
    scale: tuple[float, float, float, float] | None = None
    children: list[Node] = field(default_factory=list)

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, name: str) -> Node | None:
        """The first node with this name, else the first whose name contains it."""
        inside = None
        for node in self.walk():
            if node.name == name:
                return node
            if inside is None and name in node.name:
                inside = node
        return inside


def in_reading_order(nodes: list[Node]) -> list[Node]:
    """The nodes of a page as they are read: no empty texts, key hints at the end, levels of headings without a gap.

    Levels come from the size of type; here the first heading is the page's own (level 1), all others stand below it.
    """
    said = _said(nodes)
    headings = [each for top in said for each in top.walk() if each.role == "heading"]
    ranks = sorted({max(node.level, 2) for node in headings[1:]})
    for before, node in zip([None, *headings], headings, strict=False):
        node.level = 1 if before is None else min(ranks.index(max(node.level, 2)) + 2, before.level + 1)
    return said


def _said(nodes: list[Node]) -> list[Node]:
    for node in nodes:
        node.children = _said(node.children)
    kept = [node for node in nodes if node.name or node.children or node.role != "text"]
    return sorted(kept, key=lambda node: node.role == "hints")


def as_text(node: Node, depth: int = 0) -> str:
    """The tree as indented lines, one for each node: role, name, value, keys, states, description."""
    parts = [f"{node.role} {node.level}" if node.level else node.role]
    if node.name:
        parts.append(f'"{" ".join(node.name.split())}"')
    if node.value:
        parts.append(f"= {node.value}")
    if node.keys:
        parts.append("[" + " ".join(node.keys) + "]")
    if node.states:
        parts.append("(" + ", ".join(node.states) + ")")
    if node.description:
        parts.append(f": {node.description}")
    lines = ["  " * depth + " ".join(parts)]
    lines.extend(as_text(child, depth + 1) for child in node.children)
    return "\n".join(lines)


def spoken(node: Node) -> str:
    """What a voice says for the node and all below it, in reading order."""
    said = []
    for each in node.walk():
        words = [w for w in (each.name, each.value, each.description) if w]
        if words and each.role != "page":
            said.append(", ".join(words))
    return ". ".join(said)
