"""YAML text -> values that remember where they were written.

Only the plain part of YAML is spoken: tables, lists and scalars. Anchors, aliases, tags, merge keys and several
documents are refused, because a reader of the file could not see what it says. Only ``true`` and ``false`` are
booleans, only ``null`` and nothing at all are null: ``NO``, ``yes``, ``2016-01-01`` and ``12:30`` are text.

The parser is PyYAML's C one where it is built in, read event by event, so that depth and size stay bounded.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import yaml

from game.scenario.syntax import plain_words

DEEPEST = 12
"""Levels of nesting; the format needs 7."""
LARGEST = 1_000_000
"""Bytes of one file."""
MOST = 40_000
"""Values of one file; the longest of the game's own has an eighth of it."""
_CORE = "tag:yaml.org,2002:"
_TOLD = 20
"""Invisible characters told of one file: with more it is no text at all."""
_INT = re.compile(r"[-+]?(0|[1-9][0-9]{0,17})")
_FLOAT = re.compile(r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))([eE][-+]?[0-9]{1,3})?")
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""Control characters (not tab and line feed), and those that turn the reading direction of the text around them."""

Report = Callable[..., None]
"""``report(code, line, column, message, hint="", level="error")``"""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file; both count from 1."""

    line: int
    column: int


@dataclass(slots=True)
class Scalar:
    """One value. ``source`` is the text as written, without quotes."""

    value: str | int | float | bool | None
    mark: Mark
    source: str = ""
    refused: bool = False
    """Told already as an alias or tag: nothing more is said about this value."""

    @property
    def plain(self) -> Any:
        """The value alone."""
        return self.value


@dataclass(slots=True)
class Rows:
    """A list."""

    mark: Mark
    items: list[Node] = field(default_factory=list)

    @property
    def plain(self) -> Any:
        """The values alone."""
        return [item.plain for item in self.items]


@dataclass(slots=True)
class Table:
    """Keys with values; ``keys`` holds the place of each key."""

    mark: Mark
    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Mark] = field(default_factory=dict)

    @property
    def plain(self) -> Any:
        """The values alone."""
        return {key: node.plain for key, node in self.entries.items()}

    def text(self, key: str) -> str | None:
        """The text under a key, or nothing when there is none."""
        node = self.entries.get(key)
        return node.value if isinstance(node, Scalar) and isinstance(node.value, str) else None


Node = Scalar | Rows | Table
_Event = Any
"""PyYAML's event classes carry their attributes untyped."""


class _Refused(Exception):  # noqa: N818  # because it is a jump out of the parse, not an error for callers
    """The rest of this file makes no sense any more; the problem is reported already."""


def parse(source: bytes, report: Report) -> Table | None:
    """Read one file's bytes.

    Args:
        source: the content, UTF-8.
        report: is told every problem.

    Returns:
        The file's table, or nothing where it cannot be read at all. Never raises on any bytes.
    """
    text = _decode(source, report)
    if text is None:
        return None
    try:
        return _Builder(_events(text), report).document()
    except _Refused:
        return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        index = mark.index if mark else 0
        report("syntax", line, column, *plain_words(error, text[index : index + 1]))
    except (yaml.YAMLError, RecursionError):
        report("syntax", 1, 1, "this is not YAML", "compare with a scenario that comes with the game")
    return None


def _decode(source: bytes, report: Report) -> str | None:
    if len(source) > LARGEST:
        report("too-large", 1, 1, "the file is larger than 1 MB", "shorten it; texts of one scenario need far less")
        return None
    if source.startswith(b"\xef\xbb\xbf"):
        report("byte-order-mark", 1, 1, "the file begins with a byte order mark", "save it as UTF-8 without BOM")
        source = source[3:]
    try:
        text = source.decode("utf-8")
    except UnicodeDecodeError as error:
        before = source[: error.start]
        line = before.count(b"\n") + 1
        report(
            "encoding",
            line,
            error.start - before.rfind(b"\n"),
            "the file is not UTF-8",
            "save it as UTF-8 in the editor",
        )
        return None
    text = text.replace("\r\n", "\n")
    unsafe = list(islice(_UNSAFE.finditer(text), _TOLD))
    for place in unsafe:
        line = text.count("\n", 0, place.start()) + 1
        column = place.start() - text.rfind("\n", 0, place.start())
        report("control-character", line, column, f"invisible character U+{ord(place[0]):04X}", "delete it")
    return None if unsafe else text


def _events(text: str) -> Iterator[_Event]:
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return iter(yaml.parse(text, Loader=loader))


class _Builder:
    """Turns the parser's events into one tree, reporting what the format does not speak."""

    def __init__(self, events: Iterator[_Event], report: Report) -> None:
        self._events = events
        self._report = report
        self._count = 0

    def document(self) -> Table | None:
        root: Node | None = None
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    self._refuse(
                        "several-documents",
                        event,
                        "a second document begins here",
                        "keep one document; delete the line '---'",
                    )
                if event.tags or event.version:
                    self._refuse(
                        "directive", event, "a line that begins with % stands before the document", "delete it"
                    )
                first = next(self._events)
                root = self._node(first, 1)
        if root is None:
            self._report("empty", 1, 1, "the file is empty")
            return None
        if not isinstance(root, Table):
            if isinstance(root, Scalar) and root.value is None:
                self._report("empty", 1, 1, "the file is empty")
            else:
                self._report(
                    "wrong-type", root.mark.line, root.mark.column, f"expected keys with values, found {kind(root)}"
                )
            return None
        return root

    def _refuse(self, code: str, event: _Event, message: str, hint: str) -> None:
        mark = _mark(event)
        self._report(code, mark.line, mark.column, message, hint)
        raise _Refused

    def _node(self, event: _Event, depth: int) -> Node:
        self._count += 1
        if self._count > MOST:
            self._refuse("too-large", event, "the file has too many values", "texts of one scenario need far fewer")
        if depth > DEEPEST:
            self._refuse("too-deep", event, f"nested more than {DEEPEST} levels deep", "the format never needs that")
        mark = _mark(event)
        if isinstance(event, yaml.AliasEvent):
            self._report("alias", mark.line, mark.column, f"alias *{event.anchor}", "write the value out")
            return Scalar(None, mark, refused=True)
        if event.anchor:
            self._report(
                "anchor", mark.line, mark.column, f"anchor &{event.anchor}", "write the value out where it is needed"
            )
        if event.tag:
            self._report(
                "tag",
                mark.line,
                mark.column,
                f"tag {shown(event.tag.replace(_CORE, '!!'))}",
                "delete it; the format knows every type",
            )
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, mark)
        if isinstance(event, yaml.SequenceStartEvent):
            rows = Rows(mark)
            for inner in self._events:
                if isinstance(inner, yaml.SequenceEndEvent):
                    break
                rows.items.append(self._node(inner, depth + 1))
            return rows if not event.tag else Scalar(None, mark, refused=True)
        table = self._table(mark, depth)
        return table if not event.tag else Scalar(None, mark, refused=True)

    def _scalar(self, event: _Event, mark: Mark) -> Scalar:
        text: str = event.value
        unsafe = _UNSAFE.search(text)
        if unsafe:
            self._report(
                "control-character", mark.line, mark.column, f"invisible character U+{ord(unsafe[0]):04X}", "delete it"
            )
        return Scalar(value_of(text) if event.style in (None, "") else text, mark, text, refused=bool(event.tag))

    def _table(self, mark: Mark, depth: int) -> Table:
        table = Table(mark)
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, depth)
            value = self._node(next(self._events), depth + 1)
            if key is None:
                continue
            name, place = key
            if name in table.entries:
                first = table.keys[name]
                self._report(
                    "duplicate-key", place.line, place.column, f"key {shown(name)} stands here a second time",
                    f"the first is in line {first.line}",
                )  # fmt: skip  # because one report reads best as one block
                continue
            table.entries[name] = value
            table.keys[name] = place
        return table

    def _key(self, event: _Event, depth: int) -> tuple[str, Mark] | None:
        """The key and its place; nothing where it is no plain word."""
        node = self._node(event, depth + 1)
        if not isinstance(node, Scalar) or isinstance(event, yaml.AliasEvent):
            if not isinstance(event, yaml.AliasEvent):
                self._report(
                    "wrong-key",
                    node.mark.line,
                    node.mark.column,
                    f"{kind(node)} cannot be a key",
                    "a key is one word and a colon",
                )
            return None
        if node.source == "<<" and event.style in (None, ""):
            self._report("merge-key", node.mark.line, node.mark.column, "merge key <<", "write the keys out")
            return None
        return node.source, node.mark


def value_of(text: str) -> str | int | float | bool | None:
    """The value of an unquoted scalar."""
    if text in {"true", "false"}:
        return text == "true"
    if text in {"", "null"}:
        return None
    if _INT.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        number = float(text)
        return number if abs(number) < 1e300 else text
    return text


def kind(node: Node) -> str:
    """What a node is, in an author's words."""
    if isinstance(node, Table):
        return "keys with values"
    if isinstance(node, Rows):
        return "a list"
    if node.value is None:
        return "nothing"
    if isinstance(node.value, bool):
        return f"the switch {node.source}"
    if isinstance(node.value, int | float):
        return f"the number {node.source}"
    return f"the text {shown(node.source)}"


def _mark(event: _Event) -> Mark:
    return Mark(event.start_mark.line + 1, event.start_mark.column + 1)


def shown(text: str) -> str:
    """A text of an author, quoted and cut to one short line."""
    line = " ".join(_UNSAFE.sub("?", text).split())
    return "'" + (line if len(line) <= 40 else line[:39] + "…") + "'"
