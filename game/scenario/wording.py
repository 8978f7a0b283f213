"""The validator's findings in an author's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.scenario.problems import Problem
from game.scenario.shape import fields
from game.scenario.tree import Node, Rows, Scalar, Table, kind, shown
from game.scenario.written import Path, Written, meant, model_at, shape_at

_WANTED = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "int_parsing_size": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "keys with values",
    "mapping_type": "keys with values",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
}
_PATTERNS = {
    "^[a-z0-9]+(-[a-z0-9]+)*$": ("an id", "small letters, digits and single hyphens, for example last-tram"),
    "^[a-z]+/[a-z0-9_-]+$": ("the name of a picture", "folder and name without ending, for example posts/tram-day"),
    "^[a-z0-9-]+$": ("the name of an icon", "small letters, digits and hyphens, for example basket-shopping"),
    "^M([1-9]|1[0-9]|2[0-4])$": ("a mechanism", "M1 to M24"),
}


def reword(written: Written, file: str, finding: Mapping[str, Any]) -> Problem | None:
    """One of the validator's findings as a problem; nothing when the value was refused for a deeper reason already."""
    path = _path(finding["loc"])
    node = written.node(file, path)
    if isinstance(node, Scalar) and node.refused:
        return None
    name = str(finding["type"])
    context: Mapping[str, Any] = finding.get("ctx") or {}
    if name == "extra_forbidden":
        return _unknown_key(written, file, path)
    if name == "missing":
        return _missing(written, file, path)
    if name in {"too_long", "too_short"} and isinstance(node, Rows):
        enough = context.get("min_length", 0) <= len(node.items) <= (context.get("max_length") or len(node.items))
        if enough:
            return None  # the validator leaves wrong entries out of its count; they are told themselves
        context = {**context, "actual_length": len(node.items)}
    code, message, hint = _value(name, context, node)
    return written.problem(file, path, code, message, hint)


def _path(loc: tuple[str | int, ...]) -> Path:
    return tuple(step for step in loc if step != "[key]")


def _unknown_key(written: Written, file: str, path: Path) -> Problem:
    key = str(path[-1])
    owner = model_at(file, path[:-1])
    known = fields(owner) if owner else {}
    table = written.node(file, path[:-1])
    left = [name for name in known if not (isinstance(table, Table) and name in table.entries)]
    hint = meant(key, left) or meant(key, known) or f"known keys: {', '.join(known)}"
    mark = written.mark(file, path, "key")
    where = written.where(file, path[:-1])
    return Problem(
        written.paths[file], mark.line, mark.column, "error", "unknown-key", where, f"unknown key {shown(key)}", hint
    )


def _missing(written: Written, file: str, path: Path) -> Problem:
    if isinstance(path[-1], int):
        return written.problem(file, path[:-1], "too-few", "has too few entries", f"needs at least {path[-1] + 1}")
    shape = shape_at(file, path)
    return written.problem(
        file, path[:-1], "missing-key", f"key '{path[-1]}' is missing", _first_sentence(shape.about if shape else "")
    )


def _first_sentence(about: str) -> str:
    return about.split(". ")[0].rstrip(".")


def _value(name: str, context: Mapping[str, Any], node: Node | None) -> tuple[str, str, str]:
    """Code, message and hint for a value that is there and wrong."""
    found = kind(node) if node is not None else "nothing"
    if name in _WANTED:
        return _wrong_type(_WANTED[name], found, node)
    if name == "string_pattern_mismatch":
        what, hint = _PATTERNS.get(str(context.get("pattern")), ("allowed here", ""))
        return "wrong-form", f"{_bare(node)} is not {what}", hint
    if name == "literal_error":
        return _wrong_choice(str(context.get("expected", "")), node)
    if name in {"string_too_long", "string_too_short"}:
        return _wrong_length(name, context, node)
    if name in {"too_long", "too_short"}:
        many = name == "too_long"
        limit = context.get("max_length") if many else context.get("min_length")
        said = f"has {context.get('actual_length', 'other')} entries"
        return ("too-many" if many else "too-few"), said, f"at {'most' if many else 'least'} {limit}"
    if name in {"greater_than_equal", "less_than_equal"}:
        large = name == "less_than_equal"
        limit = context.get("le") if large else context.get("ge")
        return (
            "out-of-range",
            f"{_bare(node)} is too {'large' if large else 'small'}",
            f"at {'most' if large else 'least'} {_figure(limit)}",
        )
    return "wrong-value", f"{found} does not belong here", ""


def _wrong_type(wanted: str, found: str, node: Node | None) -> tuple[str, str, str]:
    hint = ""
    if wanted == "a text" and isinstance(node, Scalar) and node.value is not None:
        hint = "put it in quotes"
    elif wanted == "true or false" and isinstance(node, Scalar):
        hint = {"yes": "write true", "on": "write true", "no": "write false", "off": "write false"}.get(
            node.source.lower(), ""
        )
    elif wanted == "a list" and isinstance(node, Scalar) and node.value is not None:
        hint = f"write [{node.source[:40]}]"
    return "wrong-type", f"expected {wanted}, found {found}", hint


def _wrong_choice(expected: str, node: Node | None) -> tuple[str, str, str]:
    choices = [part.strip().strip("'") for part in expected.replace(" or ", ", ").split(",")]
    said = _bare(node)
    near = meant(node.source, choices) if isinstance(node, Scalar) else ""
    return "wrong-choice", f"{said} is not one of the choices", near or f"choose {' or '.join(choices)}"


def _wrong_length(name: str, context: Mapping[str, Any], node: Node | None) -> tuple[str, str, str]:
    if name == "string_too_short":
        return "empty-text", "the text is empty", "write it, or delete the key where it may be left out"
    length = len(node.value) if isinstance(node, Scalar) and isinstance(node.value, str) else "too many"
    return "too-long", f"the text has {length} characters", f"at most {context.get('max_length')}"


def _bare(node: Node | None) -> str:
    if isinstance(node, Scalar) and node.value is not None:
        return node.source if isinstance(node.value, int | float) else shown(node.source)
    return kind(node) if node is not None else "nothing"


def _figure(limit: object) -> str:
    return f"{limit:g}" if isinstance(limit, float) else str(limit)
