"""Texts that players read can be shown and translated as they stand; links lead to the web."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.problems import Problem
from game.scenario.tree import Rows, Scalar, Table
from game.scenario.written import Written

_ONE_LINE = 90
"""Texts up to this limit are drawn on one line or wrapped by the screen."""


def check(written: Written) -> Iterator[Problem]:
    """Braces (the game fills nothing into authors' texts), line breaks where one line is drawn, stray spaces, links."""
    for file, path, shape, node in written.walk():
        if not shape.text or not isinstance(node, Scalar) or not isinstance(node.value, str):
            continue
        text = node.value
        if "{" in text or "}" in text:
            yield written.problem(
                file, path, "placeholder", "the text has a brace", "the game fills nothing in; write the word itself"
            )
        if "\n" in text.strip() and (shape.limit or 0) <= _ONE_LINE:
            yield written.problem(
                file, path, "line-break", "this text has more than one line", "write it on one line, or with '>-'"
            )
        if text != text.strip():
            hint = "delete them; '|-' and '>-' end a text without a line break"
            yield written.problem(
                file, path, "loose-space", "spaces or line breaks around the text", hint, level="warning"
            )
    yield from _links(written)


def _links(written: Written) -> Iterator[Problem]:
    tree = written.trees.get("debrief")
    studies = tree.entries.get("studies") if tree else None
    for index, study in enumerate(studies.items if isinstance(studies, Rows) else ()):
        link = study.text("link") if isinstance(study, Table) else None
        if link and (not link.startswith(("https://", "http://")) or any(char.isspace() for char in link)):
            path = ("studies", index, "link")
            yield written.problem(
                "debrief", path, "wrong-link", "this is no link to the web", "begin with https://, or leave it out"
            )
