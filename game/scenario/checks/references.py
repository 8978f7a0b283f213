"""Every id that points somewhere finds what it points to."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.problems import Problem
from game.scenario.shape import COLLECTIONS
from game.scenario.tree import Scalar, Table, shown
from game.scenario.written import Path, Written, meant

WORDS = {
    "people": "person",
    "sides": "side",
    "districts": "district",
    "concerns": "concern",
    "signals": "signal",
    "sources": "source",
    "claims": "claim",
    "pictures": "picture",
    "actions": "action",
    "events": "event",
    "accounts": "account",
    "personas": "persona",
    "posts": "post",
    "replies": "reply",
    "messages": "message",
    "debates": "debate",
    "pages": "page",
    "cards": "card",
    "studies": "study",
}
"""The singular of each collection."""


def references(written: Written) -> Iterator[tuple[str, Path, str, str, bool]]:
    """Every reference: file, path, collection, the id that it names, and whether it stands as a key."""
    for file, path, shape, node in written.walk():
        if shape.refers and isinstance(node, Scalar) and isinstance(node.value, str):
            yield file, path, shape.refers, node.value, False
        if shape.key is not None and shape.key.refers and isinstance(node, Table):
            for key in node.entries:
                yield file, (*path, key), shape.key.refers, key, True


def check(written: Written) -> Iterator[Problem]:
    """Dangling references, with the nearest id as a hint."""
    known = {collection: written.ids(collection) for collection in COLLECTIONS}
    for file, path, collection, name, as_key in references(written):
        ids = known[collection]
        if ids is not None and name not in ids:
            hint = meant(name, ids) or (
                f"there is {', '.join(list(ids)[:6])}" if 0 < len(ids) <= 6 else f"look in {_home(collection)}"
            )
            message = f"there is no {WORDS[collection]} {shown(name)}"
            yield written.problem(file, path, "dangling-reference", message, hint, at="key" if as_key else "value")


def _home(collection: str) -> str:
    return " and ".join(f"{key} of {file}.yaml" for file, key in COLLECTIONS[collection])
