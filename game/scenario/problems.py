"""What is wrong with a scenario, as values: all of them are collected and told at once, none is raised.

One problem prints as ``path:line:column: level: where: what; hint [code]``, a form that editors and terminals link.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]
Format = Literal["text", "github", "json"]
FORMATS: tuple[Format, ...] = ("text", "github", "json")


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong in an author's file.

    ``line`` and ``column`` count from 1. ``where`` names the object (``claims[last-tram].texts.fear``), empty for the
    whole file. ``code`` is a stable kebab-case word for one kind of problem. ``hint`` says how to mend it, or is empty.
    """

    path: str
    line: int
    column: int
    level: Level
    code: str
    where: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """The problem as one line."""
        return f"{self.path}:{self.line}:{self.column}: {self.level}: {self.text()} [{self.code}]"

    def text(self) -> str:
        """Where and what and hint, without place and code: for the problem screen."""
        said = f"{self.where}: {self.message}" if self.where else self.message
        return f"{said}; {self.hint}" if self.hint else said


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those problems that stop a scenario from being played."""
    return tuple(problem for problem in problems if problem.level == "error")


def render(problems: Iterable[Problem], form: Format = "text") -> str:
    """All problems for a terminal, for annotations of a GitHub run, or for other programs.

    Returns:
        Lines with a newline at the end, or "" when there is nothing to tell. JSON is always a list.
    """
    found = list(problems)
    if form == "json":
        return json.dumps([_as_json(problem) for problem in found], ensure_ascii=False, indent=2) + "\n"
    lines = [_for_github(problem) if form == "github" else str(problem) for problem in found]
    return "".join(line + "\n" for line in lines)


def _as_json(problem: Problem) -> dict[str, str | int]:
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "level": problem.level,
        "code": problem.code,
        "where": problem.where,
        "message": problem.message,
        "hint": problem.hint,
    }


def _for_github(problem: Problem) -> str:
    # Workflow commands: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    place = f"file={_escape(problem.path, ',:')},line={problem.line},col={problem.column},title={_escape(problem.code, ',:')}"
    return f"::{problem.level} {place}::{_escape(problem.text())}"


def _escape(text: str, also: str = "") -> str:
    for char in "%\r\n" + also:
        text = text.replace(char, f"%{ord(char):02X}")
    return text
