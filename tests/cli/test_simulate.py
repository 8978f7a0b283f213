"""``persuadable simulate``: what it prints, how it is refused, and that it is the same wherever it is played."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.cli import cluster, run, simulate
from game.parameters import PARAMETERS

SMALL = ["--voters", "300", "--days", "2", "--strategy", "honest", "--seed", "5"]
KEYS = ["runs", "win_rate", "win_rate_low", "win_rate_high"]
FIGURES = ["margin", "turnout", "trust_change", "polarisation_change", "wrong_inference_rate"]


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a CSV."""
    return list(csv.DictReader(io.StringIO(text)))


def test_json_has_exactly_its_keys(capsys: pytest.CaptureFixture[str]) -> None:
    """Runs, win rate with its interval, and five figures, each with median, low and high."""
    assert run(["simulate", *SMALL, "--runs", "3", "--json"]) == 0
    out, err = capsys.readouterr()
    figures = json.loads(out)
    assert list(figures) == KEYS + FIGURES
    assert figures["runs"] == 3
    assert 0 <= figures["win_rate_low"] <= figures["win_rate"] <= figures["win_rate_high"] <= 1
    for name in FIGURES:
        assert list(figures[name]) == ["median", "low", "high"]
        assert figures[name]["low"] <= figures[name]["median"] <= figures[name]["high"]
    assert err == ""  # no bar where there is no terminal


def test_csv_has_one_row_a_run(capsys: pytest.CaptureFixture[str]) -> None:
    """Plain numbers in the order of the seeds; with --parameters also what was drawn in that run, or fixed."""
    assert run(["simulate", *SMALL, "--runs", "3", "--csv", "--parameters", "--set", "ad_gain=0.05"]) == 0
    found = rows(capsys.readouterr().out)
    assert [row["seed"] for row in found] == ["5", "6", "7"]
    assert set(FIGURES) | set(PARAMETERS) <= set(found[0])
    assert {row["ad_gain"] for row in found} == {"0.05"}
    assert len({row["ad_wear"] for row in found}) == 3
    for row in found:
        assert row["won"] in {"0", "1"}
        for name, item in PARAMETERS.items():
            assert item.allows(float(row[name]))


@pytest.mark.gate
def test_the_same_seeds_give_the_same_runs(capsys: pytest.CaptureFixture[str]) -> None:
    """In this process or in others; a run belongs to its seed, not to its place in the sweep."""
    assert run(["simulate", *SMALL, "--runs", "4", "--csv"]) == 0
    here = capsys.readouterr().out
    assert run(["simulate", *SMALL, "--runs", "4", "--csv", "--workers", "2"]) == 0
    assert capsys.readouterr().out == here
    assert run(["simulate", *SMALL[:-1], "6", "--runs", "1", "--csv"]) == 0
    assert capsys.readouterr().out.splitlines()[1] == here.splitlines()[2]


def test_it_is_told_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    """Without --json or --csv, a line for each figure, in the language asked for."""
    assert run(["simulate", *SMALL, "--runs", "2"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert len(told) == 2 + len(FIGURES)
    assert told[0].startswith("2 runs of")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--set", "ad_gian=0.05"], "--set: no parameter 'ad_gian'; did you mean 'ad_gain'?"),
        (["--set", "=1"], "--set: no parameter ''; 'persuadable parameters' lists them"),
        (["--set", "ad_gain=3"], "--set: ad_gain lies between 0 and 0.09, not at 3"),
        (["--set", "ad_gain=0.1200001"], "--set: ad_gain lies between 0 and 0.09, not at 0.1200001"),
        (["--set", "ad_gain=1e400"], "--set: ad_gain lies between 0 and 0.09, not at inf"),
        (["--set", "ad_gain=nan"], "--set: ad_gain lies between 0 and 0.09, not at nan"),
        (["--set", "ad_gain=-inf"], "--set: ad_gain lies between 0 and 0.09, not at -inf"),
        (["--set", "ad_gain"], "'ad_gain' is not NAME=VALUE with a number"),
        (["--set", "ad_gain=0,05"], "'ad_gain=0,05' is not NAME=VALUE with a number"),
        (["--set", "ad_gain=0.04", "--set", "ad_gain=0.05"], "--set: ad_gain is set twice"),
        (["--json", "--csv"], "not allowed with argument"),
        (["--workers", "0"], "0 is not a positive whole number"),
        (["--workers", "2", "--dask", "tcp://127.0.0.1:1"], "--workers is for this machine"),
        (["--parameters"], "--parameters adds columns to --csv"),
    ],
)
def test_a_wrong_call_is_refused_in_one_line(words: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2, one line on stderr, nothing on stdout."""
    assert run(["simulate", *SMALL, "--runs", "2", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("\n") == 1


def test_ctrl_c_ends_it_in_one_line(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """It says how far it came, prints nothing else, and leaves with 130."""

    def pressed(done: int, _total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    monkeypatch.setattr(simulate, "_progress", pressed)
    assert run(["simulate", *SMALL, "--runs", "9"]) == 130
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "Stopped after 2 of 9 runs.\n"


@pytest.mark.gate
@pytest.mark.skipif(not hasattr(os, "killpg"), reason="no process groups here")
def test_ctrl_c_reaches_the_workers_without_a_traceback(own_home: Path) -> None:
    """The terminal sends Ctrl+C to every process of the command, even to those that are just starting: one answers."""
    words = ["simulate", *SMALL, "--runs", "5000", "--workers", "2", "--csv"]
    program = (
        "import sys; from game.cli import run, simulate; "
        "simulate._progress = lambda done, _total: done == 1 and print('going', file=sys.stderr, flush=True); "
        "sys.exit(run(sys.argv[1:]))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == "going\n"
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert out == ""
    assert err.startswith("Stopped after ")
    assert err.count("\n") == 1


@pytest.fixture
def dask() -> Iterator[Any]:
    """A real cluster of this machine: a scheduler and two worker processes."""
    distributed = pytest.importorskip("distributed", reason="the extra persuadable[dask] is not installed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", scheduler_port=0, dashboard_address=":0"
    ) as local:
        yield local


@pytest.mark.gate
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing is killed like that here")
def test_a_cluster_loses_a_worker_and_no_run(
    dask: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A worker is killed mid-sweep: each seed comes exactly once, and every figure is what this machine alone finds."""
    words = ["simulate", *SMALL, "--runs", "16", "--csv"]
    assert run(words) == 0
    serial = capsys.readouterr().out
    killed: list[int] = []

    def kill(done: int, _total: int) -> None:
        if done == 3:
            victim = next(iter(dask.workers.values()))
            victim.auto_restart = False  # it stays dead: the other one has to play everything
            os.kill(victim.pid, signal.SIGKILL)
            killed.append(victim.pid)

    monkeypatch.setattr(simulate, "_progress", kill)
    assert run([*words, "--dask", dask.scheduler_address]) == 0
    out, _err = capsys.readouterr()
    assert len(killed) == 1
    assert [int(row["seed"]) for row in rows(out)] == list(range(5, 21))
    assert out == serial


@pytest.mark.gate
def test_a_wrong_address_is_said_in_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody there, or no address at all: one sentence, exit code 1, soon."""
    pytest.importorskip("distributed", reason="the extra persuadable[dask] is not installed")
    monkeypatch.setattr(cluster, "PATIENCE", 1)
    for address in ("tcp://127.0.0.1:1", "nowhere", "carrier-pigeon://loft"):
        began = time.monotonic()
        assert run(["simulate", *SMALL, "--runs", "2", "--dask", address]) == 1
        assert time.monotonic() - began < 10
        out, err = capsys.readouterr()
        assert out == ""
        assert err == f"persuadable: no Dask scheduler answers at {address}\n"


def test_without_dask_it_says_what_to_install(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The extra is optional: one line tells its name."""
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert run(["simulate", *SMALL, "--runs", "2", "--dask", "tcp://127.0.0.1:1"]) == 1
    assert capsys.readouterr().err == "persuadable: --dask needs Dask: install persuadable[dask]\n"
