"""``persuadable bench``: speed of the town (``electorate``), of replaying a run (``replay``), cost of the window (``interface``)."""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import time

from game.cli.demo import chosen_scenario

REPEATS = 7


def run(arguments: argparse.Namespace) -> int:
    """Measure what was asked for."""
    if arguments.what == "electorate":
        from game.cli.bench_electorate import run as run_electorate

        return run_electorate(arguments)
    if arguments.what == "interface":
        from game.cli.bench_interface import run as run_interface

        return run_interface(arguments)
    return _replay(arguments)


def _replay(arguments: argparse.Namespace) -> int:
    """Replay a whole run (both acts, the town's founding included) and a cut; print the median of several times."""
    found = chosen_scenario("tram-vote")
    if isinstance(found, int):
        return found
    from game.debrief.counterfactual import cuts, replay_cut
    from game.debrief.trace import traces
    from game.players.play import play
    from game.session.replay import replay
    from game.session.session import Session
    from game.session.setup import usual

    setup = usual(found, seed=7)
    session = play(Session(found, setup), "mixed")
    whole = [_timed(lambda: replay(found, setup, session.commands)) for _repeat in range(REPEATS)]
    trace = next(iter(traces(session)), None)
    cut = (
        []
        if trace is None
        else [_timed(lambda: replay_cut(session, trace, cuts(session, trace)[-1])) for _repeat in range(REPEATS)]
    )
    figures = {
        "voters": setup.voters,
        "commands": len(session.commands),
        "replay_ms": round(statistics.median(whole), 1),
        "replay_best_ms": round(min(whole), 1),
        "cut_ms": round(statistics.median(cut), 1) if cut else None,
    }
    if arguments.as_json:
        sys.stdout.write(json.dumps(figures, indent=2) + "\n")
    else:
        sys.stdout.write("".join(f"{name}: {value}\n" for name, value in figures.items()))
    return 0


def _timed(work: object) -> float:
    """Milliseconds that ``work()`` takes."""
    assert callable(work)  # noqa: S101  # because only run() calls this
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000
