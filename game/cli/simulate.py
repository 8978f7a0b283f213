"""``persuadable simulate SCENARIO --runs N``: many runs, their win rate and margins."""

from __future__ import annotations

import argparse
import json
import os
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict

from game.cli.demo import chosen_scenario
from game.i18n import _, ngettext, number, percent, points


def run(arguments: argparse.Namespace) -> int:
    """Play the runs on all cores and print what came of them."""
    found = chosen_scenario(arguments.scenario)
    if isinstance(found, int):
        return found
    from game.players.sweep import Run, spread, sweep
    from game.session.setup import usual

    setup = usual(found, side=arguments.side, days=arguments.days, voters=arguments.voters, rules=arguments.rules)
    seeds = range(arguments.seed, arguments.seed + arguments.runs)
    runs: list[Run] = []
    workers = min(os.cpu_count() or 1, arguments.runs)
    with ProcessPoolExecutor(workers) as executor:
        for one in sweep(found, setup, arguments.strategy, seeds, executor if workers > 1 else None):
            runs.append(one)
            _progress(len(runs), arguments.runs)
    figures = {
        "margin": spread([one.margin for one in runs]),
        "turnout": spread([one.turnout for one in runs]),
        "trust_change": spread([one.trust_change for one in runs]),
        "polarisation_change": spread([one.polarisation_change for one in runs]),
    }
    win_rate = sum(one.won for one in runs) / len(runs)
    if arguments.as_json:
        shown = {"runs": len(runs), "win_rate": win_rate, **{name: asdict(figure) for name, figure in figures.items()}}
        sys.stdout.write(json.dumps(shown, indent=2) + "\n")
        return 0
    lines = [
        ngettext(
            "{n} run of “{title}”, {strategy}, {side}", "{n} runs of “{title}”, {strategy}, {side}", len(runs)
        ).format(n=number(len(runs)), title=found.head.title, strategy=arguments.strategy, side=arguments.side),
        _("won: {share}").format(share=percent(win_rate)),
    ]
    names = {
        "margin": _("margin"),
        "turnout": _("turnout"),
        "trust_change": _("trust in each other, change"),
        "polarisation_change": _("polarisation, change"),
    }
    for name, figure in figures.items():
        show = number if name == "turnout" else points
        lines.append(
            _("{name}: {median} (95% of runs between {low} and {high})").format(
                name=names[name], median=show(figure.median, 1), low=show(figure.low, 1), high=show(figure.high, 1)
            )
        )
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _progress(done: int, total: int) -> None:
    """A bar on the terminal, nowhere else."""
    if sys.stderr.isatty():
        filled = 40 * done // total
        sys.stderr.write(f"\r[{'#' * filled}{'.' * (40 - filled)}] {done}/{total}" + ("\n" if done == total else ""))
        sys.stderr.flush()
