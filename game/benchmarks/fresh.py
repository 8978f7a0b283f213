"""Processes of their own for what has to be measured from the very start, or with a memory of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.settings import HOME


@dataclass(frozen=True)
class Started:
    """How long a process took to say its first line: seconds on the clock, and of processor time as it says itself."""

    seconds: float
    processor: float


class Failed(RuntimeError):  # noqa: N818  # because it names what a process did
    """A process ended without a word; the message is what it complained of."""


@contextmanager
def room() -> Iterator[dict[str, str]]:
    """The environment of such processes: a home of their own, compiled modules kept as in an installed game."""
    with tempfile.TemporaryDirectory(prefix="persuadable-bench-") as folder:
        env = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        env[HOME] = str(Path(folder) / "home")
        env["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "compiled")
        env["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"
        env["SDL_AUDIODRIVER"] = "dummy"
        if not (env.get("SDL_VIDEODRIVER") or env.get("DISPLAY") or env.get("WAYLAND_DISPLAY")) and os.name == "posix":
            env["SDL_VIDEODRIVER"] = "dummy"
        yield env


def started(command: Sequence[str], env: dict[str, str]) -> Started:
    """Start a process and wait for its first line, which is its processor time in seconds; then for its end.

    Raises:
        Failed: it said nothing.
    """
    began = time.perf_counter()
    with _process(command, env) as process:
        assert process.stdout is not None  # noqa: S101  # because a pipe was asked for
        line = process.stdout.readline()
        took = time.perf_counter() - began
        _out, complaint = process.communicate()
    if not line.strip():
        raise Failed(complaint.strip())
    return Started(took, float(line))


def told(command: Sequence[str], env: dict[str, str]) -> Any:
    """Run a process to its end and return what its last line says, which is JSON.

    Raises:
        Failed: it said nothing.
    """
    with _process(command, env) as process:
        out, complaint = process.communicate()
    lines = out.split("\n")
    if process.returncode or len(lines) < 2:
        raise Failed(complaint.strip())
    return json.loads(lines[-2])


def python(*words: str) -> list[str]:
    """The command that runs this Python with these words."""
    return [sys.executable, *words]


def _process(command: Sequence[str], env: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603  # because the command is the benchmark's own
        command,
        env=env,
        cwd=Path(__file__).resolve().parents[2],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
