"""A scenario folder -> a frozen ``Scenario``, or every reason why not. Nothing here raises on any content of a file."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from game.scenario import checks, wording
from game.scenario.loaded import Loaded as Loaded  # what load returns
from game.scenario.model import FILES, FORMAT, Authored, Scenario
from game.scenario.problems import Level, Problem, errors
from game.scenario.tree import LARGEST, Scalar, Table, parse
from game.scenario.written import Written

_ALLOWED = {"locales", "README.md", "LICENSE"}
"""What may stand in a folder beside the five files; ``locales`` holds a shared scenario's own translations."""
_MOST = 100
"""Problems told of one file: with more, the rest only repeats."""


def load(folder: Path) -> Loaded:
    """Read a scenario folder with all checks.

    Args:
        folder: the folder with the five files.

    Returns:
        The scenario (none if there is any error), and errors and warnings by file, line and column.
    """
    shown = _shown(folder)
    if not folder.is_dir():
        what = "is a file, not a folder" if folder.exists() else "there is no such folder"
        return Loaded(folder, None, (Problem(shown, 1, 1, "error", "no-folder", "", what),))
    problems = list(_strangers(folder, shown))
    trees: dict[str, Table] = {}
    for name in FILES:
        tree, found = _file(folder, shown, name)
        problems += found
        if tree is not None:
            trees[name] = tree
    written = Written(folder.resolve().name, {name: f"{shown}/{name}.yaml" for name in FILES}, trees)
    _settle(written)
    newer = _newer(written)
    if newer:
        return Loaded(folder, None, (newer,))
    problems += checks.as_written(written)
    scenario = _scenario(written, problems)
    if scenario is not None:
        problems += checks.as_meant(scenario, written)
    problems = _bounded(problems)
    return Loaded(folder, None if errors(problems) else scenario, tuple(problems))


def _shown(folder: Path) -> str:
    """The folder as an author knows it: relative to the working folder where it lies inside."""
    try:
        return folder.absolute().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return folder.as_posix()


def _strangers(folder: Path, shown: str) -> Iterator[Problem]:
    """Links, and files that nobody reads."""
    known = {f"{name}.yaml" for name in FILES} | _ALLOWED
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Problem(shown, 1, 1, "error", "unreadable", "", f"the folder cannot be read ({error.strerror})")
        return
    for entry in entries[:200]:
        path = f"{shown}/{entry.name}"
        if entry.is_symlink():
            yield Problem(
                path, 1, 1, "error", "link", "", "this is a link to another place", "copy the file here instead"
            )
        elif entry.name not in known and not entry.name.startswith("."):
            hint = (
                f"write {entry.name[:-4]}.yaml"
                if entry.name.endswith(".yml")
                else "a scenario has five files; delete it or move it away"
            )
            yield Problem(path, 1, 1, "warning", "unknown-file", "", "nothing reads this file", hint)


def _file(folder: Path, shown: str, name: str) -> tuple[Table | None, list[Problem]]:
    path = folder / f"{name}.yaml"
    place = f"{shown}/{name}.yaml"
    found: list[Problem] = []

    def report(code: str, line: int, column: int, message: str, hint: str = "", level: Level = "error") -> None:
        if len(found) < _MOST:
            found.append(Problem(place, line, column, level, code, "", message, hint))

    try:
        about = path.lstat()
        if stat.S_ISLNK(about.st_mode):
            return None, []  # told with the folder's other links
        if not stat.S_ISREG(about.st_mode):
            report("no-file", 1, 1, "this is not a file")
            return None, found
        with path.open("rb") as stream:
            source = stream.read(LARGEST + 1)
    except FileNotFoundError:
        report("missing-file", 1, 1, "the file is missing", f"every scenario has {', '.join(FILES)}, each with .yaml")
        return None, found
    except OSError as error:
        report("unreadable", 1, 1, f"the file cannot be read ({error.strerror})")
        return None, found
    return parse(source, report), found


def _settle(written: Written) -> None:
    """Where one of several words must stand, ``true`` and ``2026`` are such words, with or without quotes."""
    for _, _, shape, node in written.walk():
        if shape.choices and isinstance(node, Scalar) and node.source in shape.choices:
            node.value = node.source


def _newer(written: Written) -> Problem | None:
    """A scenario for a later version of the game: nothing else about it can be judged."""
    head = written.trees.get("scenario")
    version = head.entries.get("format") if head else None
    if isinstance(version, Scalar) and isinstance(version.value, int) and version.value > FORMAT:
        message = f"this scenario is written in format {version.value}; this game reads up to {FORMAT}"
        return written.problem("scenario", ("format",), "newer-format", message, "update the game")
    return None


def _scenario(written: Written, problems: list[Problem]) -> Scenario | None:
    """The five models joined, or nothing; what is wrong with single values goes into ``problems``."""
    made: dict[str, Authored] = {}
    for name, model in FILES.items():
        tree = written.trees.get(name)
        if tree is None:
            continue
        try:
            made[name] = model.model_validate(tree.plain)
        except ValidationError as error:
            for finding in error.errors(include_url=False, include_input=False)[: _MOST * 2]:
                problem = wording.reword(written, name, finding)
                if problem:
                    problems.append(problem)
    if len(made) < len(FILES):
        return None
    parts = {("head" if name == "scenario" else name): value for name, value in made.items()}
    return Scenario.model_validate(parts)


def _bounded(problems: list[Problem]) -> list[Problem]:
    """Sorted by place, without repetition, at most ``_MOST`` of a file."""
    kept: list[Problem] = []
    count: dict[str, int] = {}
    for problem in sorted(set(problems)):
        seen = count[problem.path] = count.get(problem.path, 0) + 1
        if seen <= _MOST:
            kept.append(problem)
        elif seen == _MOST + 1:
            message = f"more than {_MOST} problems in this file; the rest is not listed"
            kept.append(Problem(problem.path, problem.line, problem.column, "error", "too-many-problems", "", message))
    return kept
