"""Reads the bad examples in ``tests/bad_scenarios`` (its README says how) and spoils a copy of the sample with them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from tests.scenario import sample

EXAMPLES = Path(__file__).parent.parent / "bad_scenarios"


@dataclass
class Example:
    """One bad example: what to do to the sample, and the lines that the reader then tells."""

    name: str
    steps: list[tuple[str, str]] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)


def examples() -> list[Example]:
    """All examples, by name."""
    return [read(path) for path in sorted(EXAMPLES.glob("*.txt"))]


def read(path: Path) -> Example:
    """One example's file."""
    example = Example(path.stem)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("= "):
            example.expected.append(line[2:])
        elif line.startswith(("- ", "+ ", "-\t", "+\t")):
            example.steps.append((line[0], line[2:]))
        else:
            word, _, rest = line.partition(": ")
            example.steps.append((word, rest))
    return example


def spoil(example: Example, into: Path) -> Path:
    """A copy of the sample, spoiled; gives its folder."""
    folder = sample.write(into)
    for file, edits in _edits(example).items():
        path = folder / file
        text = path.read_text(encoding="utf-8")
        for old, new in edits:
            assert text.count(old) == 1, f"{example.name}: {old!r} stands {text.count(old)} times in {file}"
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")
    for word, rest in example.steps:
        folder = _whole_file(folder, word, rest)
    return folder


def _edits(example: Example) -> dict[str, list[tuple[str, str]]]:
    """File -> passages and their replacements."""
    found: dict[str, list[tuple[list[str], list[str]]]] = {}
    file = ""
    before = ""
    for word, rest in example.steps:
        if word == "file":
            file, before = rest, ""
        elif word in "+-" or word == "repeat":
            sign, lines = _lines(word, rest)
            blocks = found.setdefault(file, [])
            if not before or (before == "+" and sign == "-"):
                blocks.append(([], []))
            blocks[-1][sign == "+"].extend(lines)
            before = sign
    return {
        name: [("".join(f"{line}\n" for line in old), "".join(f"{line}\n" for line in new)) for old, new in blocks]
        for name, blocks in found.items()
    }


def _lines(word: str, rest: str) -> tuple[str, list[str]]:
    if word != "repeat":
        return word, [rest]
    count, sign, line = re.fullmatch(r"(\d+) ([+-]) (.*)", rest).groups()  # type: ignore[union-attr]  # because a wrong example should fail here
    return sign, [line.replace("%", str(index)) for index in range(1, int(count) + 1)]


def _whole_file(folder: Path, word: str, rest: str) -> Path:
    """A step that concerns a file or the folder as a whole; gives the folder, which may have another name."""
    name, _, content = rest.partition(" ")
    path = folder / name
    if word == "delete":
        path.unlink()
    elif word == "folder":
        path.unlink()
        path.mkdir()
    elif word == "link":
        path.rename(folder.parent / "elsewhere.yaml")
        path.symlink_to(folder.parent / "elsewhere.yaml")
    elif word == "write":
        path.write_text("", encoding="utf-8")
    elif word == "bytes":
        text, _, times = content.partition("*")
        path.write_bytes(text.encode("ascii").decode("unicode_escape").encode("latin-1") * int(times or 1))
    elif word == "rename":
        return folder.rename(folder.with_name(name))
    else:
        assert word in {"file", "+", "-", "repeat"}, f"no such step: {word}"
    return folder
