"""``persuadable simulate SCENARIO --runs N``: many runs, their win rate, and how far their figures spread."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import asdict
from difflib import get_close_matches
from functools import partial
from typing import TYPE_CHECKING

from game.cli import refuse
from game.cli.demo import chosen_scenario
from game.i18n import _, ngettext, number, percent, points

if TYPE_CHECKING:
    from game.players.sweep import Run
    from game.scenario.model import Scenario
    from game.session.setup import Setup

SMALL = 20_000
"""Voters in all runs together below which starting processes takes longer than playing."""
_BAR = 40


def run(arguments: argparse.Namespace) -> int:
    """Play the runs on all cores, or on a cluster, and print what came of them."""
    found = chosen_scenario(arguments.scenario)
    if isinstance(found, int):
        return found
    if arguments.dask is not None and arguments.workers is not None:
        return refuse("--workers is for this machine; a Dask cluster has its own")
    if arguments.parameters and not arguments.as_csv:
        return refuse("--parameters adds columns to --csv")
    wrong = _wrong_constants(arguments.constants)
    if wrong is not None:
        return refuse(wrong)
    from game.session.setup import usual

    setup = usual(
        found,
        side=arguments.side,
        days=arguments.days,
        voters=arguments.voters,
        rules=arguments.rules,
        fixed=dict(arguments.constants),
    )
    from game.cli.cluster import ClusterError

    try:
        runs = _played(found, setup, arguments)
    except ClusterError as error:
        _say(f"persuadable: {error}")
        return 1
    except _InterruptedSweep as stopped:
        _say(_("Stopped after {n} of {all} runs.").format(n=number(stopped.done), all=number(arguments.runs)))
        return 130
    if arguments.as_csv:
        _as_csv(runs, found, setup, constants=arguments.parameters)
    elif arguments.as_json:
        sys.stdout.write(json.dumps(_summary(runs), indent=2) + "\n")
    else:
        sys.stdout.write("\n".join(_told(runs, found, arguments)) + "\n")
    return 0


class _InterruptedSweep(Exception):  # noqa: N818  # because stopping is no error
    """Somebody pressed Ctrl+C."""

    def __init__(self, done: int) -> None:
        super().__init__(done)
        self.done = done


def _wrong_constants(constants: list[tuple[str, float]]) -> str | None:
    """Why these cannot be set, in one line, or None."""
    from game.parameters import PARAMETERS

    for index, (name, value) in enumerate(constants):
        known = PARAMETERS.get(name)
        if known is None:
            near = get_close_matches(name, PARAMETERS, n=1)
            hint = f"did you mean '{near[0]}'?" if near else "'persuadable parameters' lists them"
            return f"--set: no parameter '{name}'; {hint}"
        if not known.allows(value):
            return f"--set: {known.refusal(value)}"
        if name in dict(constants[:index]):
            return f"--set: {name} is set twice"
    return None


def _played(scenario: Scenario, setup: Setup, arguments: argparse.Namespace) -> list[Run]:
    """All runs, in the order of their seeds."""
    runs: list[Run] = []
    try:
        with ExitStack() as stack:
            for one in _runs(scenario, setup, arguments, stack):
                runs.append(one)
                _progress(len(runs), arguments.runs)
    except KeyboardInterrupt:
        if sys.stderr.isatty():
            sys.stderr.write("\n")
        raise _InterruptedSweep(len(runs)) from None
    return sorted(runs, key=lambda one: one.seed)


def _runs(scenario: Scenario, setup: Setup, arguments: argparse.Namespace, stack: ExitStack) -> Iterator[Run]:
    """The runs as they come, from wherever they are played."""
    from game.players.crew import Crew, cores
    from game.players.sweep import Job, sweep

    seeds = range(arguments.seed, arguments.seed + arguments.runs)
    play = partial(sweep, scenario, setup, arguments.strategy, seeds, told=_again)
    if arguments.dask is not None:
        from game.cli.cluster import connected

        cluster = stack.enter_context(connected(arguments.dask))
        return play(cluster.executor, ahead=max(8, 4 * cluster.threads))
    small = arguments.workers is None and arguments.runs * setup.voters < SMALL
    workers = 1 if small else min(arguments.workers or cores(), arguments.runs)
    if workers == 1:
        return play()
    renew: Callable[[], Crew] = partial(Crew, Job(scenario, setup, arguments.strategy), workers)
    return play(stack.enter_context(renew()), renew=renew)


def _again(missing: int) -> None:
    _say(
        ngettext("A worker died; {n} run begins again.", "A worker died; {n} runs begin again.", missing).format(
            n=number(missing)
        )
    )


def _summary(runs: list[Run]) -> dict[str, object]:
    """What the JSON says."""
    from game.players.sweep import figures, win_rate_band

    low, high = win_rate_band(runs)
    return {
        "runs": len(runs),
        "win_rate": sum(one.won for one in runs) / len(runs),
        "win_rate_low": low,
        "win_rate_high": high,
        **{name: asdict(figure) for name, figure in figures(runs).items()},
    }


def _as_csv(runs: list[Run], scenario: Scenario, setup: Setup, *, constants: bool) -> None:
    """One row a run with plain numbers; with ``constants`` also the values that each run was played with."""
    from game.campaign.ground import values_of_run

    names = list(asdict(runs[0]))
    table = csv.writer(sys.stdout, lineterminator="\n")
    drawn = asdict(values_of_run(scenario, runs[0].seed, drawn=setup.drawn, fixed=dict(setup.fixed)))
    table.writerow([*names, *(drawn if constants else ())])
    for one in runs:
        row = [int(value) if value is True or value is False else value for value in asdict(one).values()]
        if constants:
            values = values_of_run(scenario, one.seed, drawn=setup.drawn, fixed=dict(setup.fixed))
            row += asdict(values).values()
        table.writerow(row)


def _told(runs: list[Run], scenario: Scenario, arguments: argparse.Namespace) -> list[str]:
    """The figures in words."""
    from game.players.sweep import figures, win_rate_band

    low, high = win_rate_band(runs)
    lines = [
        ngettext(
            "{n} run of “{title}”, {strategy}, {side}", "{n} runs of “{title}”, {strategy}, {side}", len(runs)
        ).format(n=number(len(runs)), title=scenario.head.title, strategy=arguments.strategy, side=arguments.side),
        _("won: {share} (95% interval: {low} to {high})").format(
            share=percent(sum(one.won for one in runs) / len(runs)), low=percent(low), high=percent(high)
        ),
    ]
    names = {
        "margin": _("margin"),
        "turnout": _("turnout"),
        "trust_change": _("trust in each other, change"),
        "polarisation_change": _("polarisation, change"),
        "wrong_inference_rate": _("ads shown on a wrong guess"),
    }
    shows: dict[str, Callable[[float], str]] = {
        "turnout": partial(number, digits=1),
        "wrong_inference_rate": partial(percent, digits=0),
    }
    for name, figure in figures(runs).items():
        show = shows.get(name, points)
        lines.append(
            _("{name}: {median} (95% of runs between {low} and {high})").format(
                name=names[name], median=show(figure.median), low=show(figure.low), high=show(figure.high)
            )
        )
    return lines


def _say(text: str) -> None:
    if sys.stderr.isatty():
        sys.stderr.write("\r\x1b[K")  # the bar is drawn anew below
    print(text, file=sys.stderr)  # noqa: T201  # because printing is what a command line does


def _progress(done: int, total: int) -> None:
    """A bar on the terminal, nowhere else."""
    if sys.stderr.isatty():
        filled = _BAR * done // total
        end = "\n" if done == total else ""
        sys.stderr.write(f"\r[{'#' * filled}{'.' * (_BAR - filled)}] {done}/{total}{end}")
        sys.stderr.flush()
