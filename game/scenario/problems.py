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


CODES: dict[str, str] = {
    # the folder and its files
    "no-folder": "the path is no folder",
    "missing-file": "one of the five files is missing",
    "no-file": "a folder or device stands where a file belongs",
    "unreadable": "the system refuses to read it",
    "unknown-file": "a file that nobody reads",
    "link": "a symbolic link",
    "too-large": "more than 1 MB",
    "encoding": "not UTF-8",
    "byte-order-mark": "a byte order mark at the start",
    "control-character": "an invisible character",
    # YAML
    "syntax": "not readable as YAML",
    "empty": "nothing in the file",
    "several-documents": "more than one YAML document",
    "directive": "a YAML directive",
    "too-deep": "nested too deeply",
    "alias": "a YAML alias",
    "anchor": "a YAML anchor",
    "tag": "a YAML tag",
    "merge-key": "a YAML merge key",
    "duplicate-key": "a key stands twice",
    "wrong-key": "a key that is no word",
    "newer-format": "written for a later version of the game",
    # single values
    "unknown-key": "a key that the format does not know",
    "missing-key": "a key that the format needs",
    "wrong-type": "text where a number belongs, and the like",
    "wrong-form": "an id, picture, icon or mechanism in the wrong form",
    "wrong-choice": "not one of the words that may stand here",
    "wrong-value": "not allowed for another reason",
    "empty-text": "a text without a word",
    "too-long": "a text over its limit",
    "too-few": "a list with too few entries",
    "too-many": "a list with too many entries",
    "out-of-range": "a number over or under its limit",
    "too-many-problems": "the rest of a file's problems is not listed",
    # across the scenario
    "folder-name": "the folder is not named after the scenario",
    "duplicate-id": "two things with one id",
    "dangling-reference": "an id that leads nowhere",
    "placeholder": "a brace in a text",
    "line-break": "several lines where one is drawn",
    "loose-space": "spaces around a text",
    "wrong-link": "a link that is none",
    "no-picture": "a picture that does not exist",
    "no-icon": "an icon that does not exist",
    "days": "days, evenings and lengths that do not fit together",
    "never": "something planned for a day that never comes",
    "no-voters": "a town without voters",
    "off-map": "a point beside the map",
    "no-information": "a trace that everybody or nobody leaves",
    "unfair": "the two sides are not treated alike",
    "account-kind": "an account in the wrong role",
    "no-evidence": "checkable, but nothing is found, or the other way round",
    "same-page": "two findings from one page",
    "incomplete": "a persona without an attitude to every concern",
    "no-trace": "a true story about a trace that the persona does not leave",
    "few-posts": "too little to read on an evening",
    "wrong-effect": "an effect that does not fit the event's cause",
    "wrong-desk": "an action on the desk of the other kind",
    "no-claim": "a rival's ad without a claim",
    "wrong-side": "a rival with the other side's claim",
    "mechanism": "declared and covered mechanisms differ",
    "unused": "something that nobody will ever see",
}
"""Every code, with what it stands for; each has a bad example in ``tests/bad_scenarios``."""
