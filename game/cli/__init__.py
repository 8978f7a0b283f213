"""The command line: parse, call, print. Everything heavy is imported by the command that needs it."""

from __future__ import annotations

import os
import sys
from importlib import import_module

from game.cli.arguments import parse


def run(argv: list[str]) -> int:
    """Run one command line and return its exit code: 0 well, 1 problems found, 2 a wrong call."""
    arguments = parse(argv)
    if isinstance(arguments, int):
        return arguments
    from game import i18n, settings

    chosen, _notices = settings.load()
    i18n.set_language(arguments.lang or chosen.language or i18n.guess())
    try:
        command = import_module(f"game.cli.{arguments.module}")
        code: int = command.run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # somebody closed the pipe, such as `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return code


def refuse(message: str) -> int:
    """One clear line on stderr for a wrong call; returns exit code 2."""
    print(f"persuadable: {message}", file=sys.stderr)  # noqa: T201  # because printing is what a command line does
    return 2
