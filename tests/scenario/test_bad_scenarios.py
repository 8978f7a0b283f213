"""Every kind of problem has a bad example, and the reader tells it exactly."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from game.scenario import checks, problems
from game.scenario.reader import load
from tests.scenario import sample, spoil

ELSEWHERE = {"no-folder", "unreadable", "wrong-value"}
"""Codes that cannot be brought about by the content of a folder; tested in ``test_reader.py``."""


@pytest.mark.parametrize("example", spoil.examples(), ids=lambda example: example.name)
def test_example(example: spoil.Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A spoiled sample gives exactly the lines written beside it, and is playable only without errors among them."""
    folder = spoil.spoil(example, tmp_path)
    monkeypatch.chdir(tmp_path)
    loaded = load(Path(folder.name))
    assert [str(problem) for problem in loaded.problems] == example.expected
    assert example.expected, "a bad example has something to tell"
    assert (loaded.scenario is None) == bool(problems.errors(loaded.problems))


def test_every_code_has_an_example() -> None:
    """No problem code without a bad example, no example of a code that is not listed."""
    shown = {line.rsplit("[", 1)[1].rstrip("]") for example in spoil.examples() for line in example.expected}
    assert shown | ELSEWHERE == set(problems.CODES)


def test_every_check_is_called() -> None:
    """A check module that nobody calls would be a promise not kept."""
    folder = Path(checks.__file__).parent
    modules = {path.stem for path in folder.glob("*.py")} - {"__init__"}
    called = {check.__module__.rsplit(".", 1)[1] for check in (*checks.WRITTEN, *checks.MEANT)}
    assert called == modules


def test_codes_in_the_source_are_listed() -> None:
    """A code that a check uses and nobody listed would have no example."""
    used = set()
    for path in Path(checks.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "problem":
                code = node.args[2]
                assert isinstance(code, ast.Constant), f"{path.name}: the code is written out"
                used.add(code.value)
    assert used
    assert used <= set(problems.CODES)


def test_the_sample_is_clean() -> None:
    """What the examples spoil is without a problem before."""
    assert load(sample.FOLDER).problems == ()
