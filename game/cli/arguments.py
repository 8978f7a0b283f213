"""What can be typed after ``persuadable``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn, TypeAlias

import game

STRATEGIES = ("honest", "dirty", "mixed", "random", "greedy")
SIDES = ("for", "against")
RULES = ("none", "2016", "2026")


class _WrongCallError(Exception):
    """The command line cannot be understood."""


class _Parser(argparse.ArgumentParser):
    """A parser whose complaint is one line."""

    def error(self, message: str) -> NoReturn:
        raise _WrongCallError(message)


class _Version(argparse.Action):
    """Looks the version up when it is asked for, and not for every call."""

    def __call__(self, parser: argparse.ArgumentParser, *_given: object) -> NoReturn:
        print(f"persuadable {game.__version__}")  # noqa: T201  # because printing is what a command line does
        parser.exit()


_Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"  # noqa: SLF001  # because argparse has no other name for it


def parse(argv: list[str]) -> argparse.Namespace | int:
    """The arguments, or an exit code when all is said already (help, version, a wrong call)."""
    try:
        words = _with_command(argv)
        return _parser(words[0] if words else "").parse_args(words)
    except _WrongCallError as wrong:
        print(f"persuadable: {wrong}; see persuadable --help", file=sys.stderr)  # noqa: T201  # because printing is what a command line does
        return 2
    except SystemExit as leave:
        return int(leave.code or 0)


def _with_command(argv: list[str]) -> list[str]:
    """Playing is the command when none is named."""
    first = next((word for word in argv if not word.startswith("-")), None)
    if first is None or (argv and argv[0] in ("--lang",)):
        return argv if any(word in ("-h", "--help", "--version") for word in argv) else ["play", *argv]
    if argv[0].startswith("-") and first not in _BUILD:
        return ["play", *argv]
    if first not in _BUILD:
        near = get_close_matches(first, list(_BUILD), n=1)
        hint = f"; did you mean '{near[0]}'?" if near else f"; choose from {', '.join(_BUILD)}"
        raise _WrongCallError(f"unknown command '{first}'{hint}")
    return argv


def _parser(wanted: str) -> argparse.ArgumentParser:
    """The parser of one command, or of all of them where the first word is none: the title does not wait for the others."""
    parser = _Parser(
        prog="persuadable", description="Run the campaign. Then meet it in your own feed.", allow_abbrev=False
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show program's version number and exit")
    commands = parser.add_subparsers(dest="command", parser_class=_Parser, metavar="COMMAND")
    for name, build in _BUILD.items():
        if wanted == name or wanted not in _BUILD:
            build(commands)
    return parser


def _play(commands: _Commands) -> None:
    play = _command(commands, "play", "play", "play in a window (what happens without a command)")
    play.add_argument(
        "scenarios", nargs="*", type=Path, metavar="FOLDER", help="scenario folders beside the shipped ones"
    )
    play.add_argument("--ephemeral", action="store_true", help="keep nothing on disk")
    play.add_argument("--full-screen", action="store_true")


def _open(commands: _Commands) -> None:
    opened = _command(commands, "open", "play", "meet somebody else's exported campaign in your own feed")
    opened.add_argument("campaign", type=_file, metavar="FILE")
    opened.add_argument("--ephemeral", action="store_true", help="keep nothing on disk")
    opened.set_defaults(scenarios=[], full_screen=False)


def _demo(commands: _Commands) -> None:
    demo = _command(commands, "demo", "demo", "play a whole run without a window and tell it in words")
    _run_options(demo)
    demo.add_argument("--persona", metavar="ID", help="whom to become in act II")
    demo.add_argument("--out", type=Path, metavar="DIR", help="write transcript, result and journal there")
    demo.add_argument("--screens", action="store_true", help="draw every screen that the run passed as PNG into --out")
    demo.add_argument("--size", type=_size, default=(1280, 720), metavar="WxH", help="size of those screens")


def _check(commands: _Commands) -> None:
    check = _command(commands, "check", "check", "list the problems in scenario folders")
    check.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    check.add_argument("--format", choices=("text", "github", "json"), default="text", dest="output")


def _schema(commands: _Commands) -> None:
    schema = _command(commands, "schema", "schema", "print the JSON Schema of scenario files for editors")
    schema.add_argument(
        "file", nargs="?", metavar="FILE", help="only that of one file: scenario, town, campaign, feed or debrief"
    )


def _simulate(commands: _Commands) -> None:
    simulate = _command(commands, "simulate", "simulate", "play many runs and print win rates and margins")
    _run_options(simulate)
    simulate.add_argument("--runs", type=_positive, default=100, metavar="N")
    simulate.add_argument(
        "--set",
        type=_constant,
        action="append",
        default=[],
        dest="constants",
        metavar="NAME=VALUE",
        help="fix a constant of the simulation instead of drawing it; may be repeated",
    )
    shape = simulate.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", dest="as_json")
    shape.add_argument("--csv", action="store_true", dest="as_csv", help="one row for each run")
    simulate.add_argument(
        "--parameters", action="store_true", help="with --csv: the constants that each run was played with, too"
    )
    simulate.add_argument("--workers", type=_positive, metavar="N", help="processes (default: one for each core)")
    simulate.add_argument("--dask", metavar="ADDRESS", help="play on the Dask cluster whose scheduler listens there")


def _parameters(commands: _Commands) -> None:
    parameters = _command(
        commands, "parameters", "parameters", "list the constants of the simulation and their sources"
    )
    parameters.add_argument("--group", metavar="NAME", help="one group of constants alone")
    parameters.add_argument("--mechanisms", action="store_true", help="list what each mechanism may do at most instead")
    parameters.add_argument("--json", action="store_true", dest="as_json")


def _replay(commands: _Commands) -> None:
    replay = _command(commands, "replay", "demo", "replay a journal or an exported campaign and tell it in words")
    replay.add_argument("journal", type=_file, metavar="JOURNAL")
    replay.add_argument("--out", type=Path, metavar="DIR")
    replay.add_argument("--screens", action="store_true")
    replay.add_argument("--size", type=_size, default=(1280, 720), metavar="WxH")
    replay.add_argument("--persona", metavar="ID")


def _bench(commands: _Commands) -> None:
    bench = _command(commands, "bench", "bench", "measure")
    bench.add_argument("what", choices=("replay", "electorate", "interface"))
    bench.add_argument("--json", action="store_true", dest="as_json")
    bench.add_argument(
        "--sizes", type=_sizes, metavar="N,N,…", help="electorate: numbers of voters (default: 1,000 to 10,000,000)"
    )
    bench.add_argument("--days", type=_positive, metavar="N", help="electorate: measured days per size (default: 7)")
    bench.add_argument("--rounds", type=_positive, metavar="N", help="interface: starts of the game (default: 9)")
    bench.add_argument("--seconds", type=_positive, metavar="N", help="interface: waiting on the title (default: 10)")


_BUILD: dict[str, Callable[[_Commands], None]] = {
    "play": _play,
    "open": _open,
    "demo": _demo,
    "check": _check,
    "schema": _schema,
    "simulate": _simulate,
    "parameters": _parameters,
    "replay": _replay,
    "bench": _bench,
}


def _command(commands: _Commands, name: str, module: str, help_text: str) -> _Parser:
    made = commands.add_parser(name, help=help_text, description=help_text, allow_abbrev=False)
    made.set_defaults(module=module)
    made.add_argument("--lang", metavar="XX", default="", help="language, for example fr")
    return made


def _run_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "scenario", nargs="?", default="tram-vote", metavar="SCENARIO", help="id or folder (default: tram-vote)"
    )
    parser.add_argument("--strategy", choices=STRATEGIES, default="mixed")
    parser.add_argument("--side", choices=SIDES, default="for")
    parser.add_argument("--rules", choices=RULES, help="law in force (default: the scenario's)")
    parser.add_argument("--seed", type=_seed, default=1, metavar="N")
    parser.add_argument("--days", type=_days, metavar="N")
    parser.add_argument("--voters", type=_voters, metavar="N")


def _positive(text: str) -> int:
    value = _whole(text)
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text} is not a positive whole number")
    return value


def _constant(text: str) -> tuple[str, float]:
    name, equals, value = text.partition("=")
    try:
        return name.strip(), float(value if equals else "")
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not NAME=VALUE with a number") from None


def _seed(text: str) -> int:
    value = _whole(text)
    if not 0 <= value < 2**63:
        raise argparse.ArgumentTypeError(f"a seed is a whole number from 0 to 2^63 - 1, not {text}")
    return value


def _days(text: str) -> int:
    value = _whole(text)
    if not 2 <= value <= 7:
        raise argparse.ArgumentTypeError(f"a campaign has 2 to 7 days, not {text}")
    return value


def _voters(text: str) -> int:
    value = _whole(text)
    if not 200 <= value <= 10_000_000:
        raise argparse.ArgumentTypeError(f"a town has 200 to 10,000,000 voters, not {text}")
    return value


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(_voters(part.strip()) for part in text.split(","))


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number") from None


def _size(text: str) -> tuple[int, int]:
    wide, cross, high = text.partition("x")
    if not (cross and wide.isdigit() and high.isdigit() and 320 <= int(wide) <= 7680 and 180 <= int(high) <= 4320):
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 1280x720")
    return int(wide), int(high)


def _file(text: str) -> Path:
    path = Path(text)
    if not path.is_file():
        raise argparse.ArgumentTypeError(f"no such file: {text}")
    return path
