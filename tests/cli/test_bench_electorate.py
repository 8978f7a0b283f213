"""``persuadable bench electorate``: what it prints and what scripts can rely on."""

from __future__ import annotations

import json

import pytest

from game.benchmarks import electorate, whole_night
from game.benchmarks.agreement import has_mesa
from game.benchmarks.electorate import Skipped
from game.benchmarks.one_size import Figures, Size
from game.benchmarks.whole_night import Nights
from game.cli import run

SIZE = Size(
    voters=1_000,
    numpy=Figures(0.5, 2_000_000.0, 24.0, 0.02, 180.0, 150.0, 61.0),
    compiled=None,
    mesa_ms_per_day=12.0,
    copy_gb_per_second=15.0,
)
GAP = Skipped(10_000_000, 2_400, 900)


@pytest.mark.gate
def test_a_small_town_is_really_measured_and_told_as_json(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The prescribed keys are there per size and hold sane figures; the town agrees with Mesa's where that is installed.

    Nothing is compiled, and nights and comparison have smaller towns than usual, for the sake of time.
    """
    monkeypatch.setattr(electorate, "has_compiled", lambda: False)
    monkeypatch.setattr(electorate, "nights", lambda: whole_night.measure(600))
    monkeypatch.setattr(electorate, "COMPARED", 300)
    assert run(["bench", "electorate", "--sizes", "1000", "--days", "2", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    (size,) = told["sizes"]
    assert size["voters"] == 1_000
    assert size["voter_days_per_second"] > 0.0
    assert 0.0 < size["bandwidth_share"] < 5.0
    assert {"ratio_to_mesa", "bytes_per_voter", "ms_per_day", "compiled"} <= size.keys()
    assert told["scaling_exponent"] is None
    assert 0.0 < told["night_ms"]["median"] <= told["night_ms"]["p95"]
    assert told["night_ms"]["voters"] == 600
    assert told["machine"]["numpy"]
    if has_mesa():
        assert size["ratio_to_mesa"] > 1.0
        assert told["agreement_with_mesa"] <= 1e-5
    else:
        assert size["ratio_to_mesa"] is None
        assert told["agreement_with_mesa"] is None


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is measured: figures are given, and Mesa is missing."""
    monkeypatch.setattr(electorate, "agreement_with_mesa", lambda: None)
    monkeypatch.setattr(electorate, "sizes", lambda *_: iter((SIZE, GAP)))
    monkeypatch.setattr(electorate, "nights", lambda: Nights(20_000, 6, 5_000, 2.5, 4.0))


@pytest.mark.usefixtures("measured")
def test_figures_stand_in_a_table_and_gaps_say_why(capsys: pytest.CaptureFixture[str]) -> None:
    """One line per size; a size that does not fit tells needed and free memory; without Mesa it says how to get it."""
    assert run(["bench", "electorate"]) == 0
    out = capsys.readouterr().out
    assert "1,000" in out
    assert "2,000,000" in out
    assert "10,000,000 voters: not measured, about 2,400 MB are needed and 900 MB are free" in out
    assert "Mesa is not installed" in out
    assert "median 2.5 ms" in out


@pytest.mark.usefixtures("measured")
def test_a_gap_has_the_same_keys_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    """A script finds every prescribed key also where nothing could be measured, empty."""
    assert run(["bench", "electorate", "--json"]) == 0
    full, gap = json.loads(capsys.readouterr().out)["sizes"]
    for key in ("ratio_to_mesa", "voter_days_per_second", "bytes_per_voter", "bandwidth_share"):
        assert full[key] is not None
        assert gap[key] is None
    assert gap["skipped"]["needs"] == 2_400


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["--sizes", "10"], "a town has 200 to 10,000,000 voters, not 10"),
        (["--sizes", "1000,,2000"], "'' is not a whole number"),
        (["--days", "0"], "0 is not a positive whole number"),
    ],
)
def test_impossible_sizes_are_refused(line: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A size that is no town, or no number, is a wrong call."""
    assert run(["bench", "electorate", *line]) == 2
    assert said in capsys.readouterr().err
