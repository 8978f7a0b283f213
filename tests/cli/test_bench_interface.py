"""``persuadable bench interface``: what it prints and what scripts can rely on."""

from __future__ import annotations

import json

import pytest

from game.benchmarks import fresh, interface
from game.benchmarks.interface import Effort, FirstFrame, Idle, Size, Work, summed
from game.cli import bench_interface, run
from game.screens.playing import PLACES

TINY = Effort(rounds=1, seconds=0.5, visits=1, sizes=("1024x576",), voters=300, days=2)
QUICK = {"title": {"first": [7.0, 5.0], "key": [3.0, 9.0, 2.0], "moving": []}}
SLOW = {"title": {"first": [7.0], "key": [9.0], "moving": [17.0, 1.0, 2.0]}}


@pytest.mark.gate
def test_a_small_game_is_really_measured_and_told_as_json(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In real processes: the prescribed keys are there with sane figures, and every place of the game is among them."""
    monkeypatch.setattr(bench_interface, "_effort", lambda _arguments: TINY)
    assert run(["bench", "interface", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["driver"] == "dummy"
    assert 1.0 < told["first_frame"]["ratio"] < 20.0
    assert 1.0 < told["first_frame"]["processor_ratio"] < 20.0
    assert 0.0 <= told["idle"]["percent"] < 100.0
    size = told["frames"]["1024x576"]
    assert set(size["places"]) == set(PLACES)
    for place, kinds in size["places"].items():
        assert set(kinds) == {"first", "key", "moving"}, place
        assert kinds["first"]["frames"] == 1
        assert kinds["first"]["p99_ms"] >= kinds["first"]["median_ms"] > 0.0
    assert size["places"]["overnight"]["moving"]["frames"] > 100
    assert told["memory"]["peak_mb"] is None or 20.0 < told["memory"]["peak_mb"] < 1_000.0
    assert told["machine"]["numpy"]


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is measured: figures are given."""
    first = FirstFrame(ratio=2.25, processor_ratio=2.4, game_ms=270.0, bare_ms=120.0, rounds=9)
    monkeypatch.setattr(interface, "first_frame", lambda *_: first)
    monkeypatch.setattr(interface, "idle", lambda *_: Idle(percent=4.5, seconds=10.0, driver="x11"))
    found = {"1280x720": QUICK, "1920x1080": SLOW}
    monkeypatch.setattr(interface, "frames", lambda size, *_: summed(size, found[size]))
    monkeypatch.setattr(interface, "most_memory", lambda *_: 199.6)


@pytest.mark.usefixtures("measured")
def test_figures_stand_beside_what_is_wanted(capsys: pytest.CaptureFixture[str]) -> None:
    """Every bound is printed with its figure and whether it is kept; the driver is named; each place has its line."""
    assert run(["bench", "interface"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "2.25 times a bare window" in lines[0]
    assert lines[0].endswith("at most 2.5 is wanted: kept")
    assert "4.5 % of a core (x11" in lines[1]
    assert lines[1].endswith("at most 3 is wanted: MISSED")
    assert any("title" in line and "3.0 / 9.0 (3)" in line for line in lines)
    assert "200 MB through a whole game at 1920x1080" in lines[-1]


@pytest.mark.usefixtures("measured")
def test_scripts_find_every_bound_and_whether_it_holds(capsys: pytest.CaptureFixture[str]) -> None:
    """The JSON has the same keys whatever was measured; what had no frames is empty and breaks no bound."""
    assert run(["bench", "interface", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"driver", "first_frame", "idle", "frames", "memory", "machine"}
    assert told["first_frame"]["holds"] is True
    assert told["idle"]["holds"] is False
    assert told["memory"] == {"peak_mb": 199.6, "size": "1920x1080", "most": 250.0, "holds": True}
    small, large = (told["frames"][size] for size in ("1280x720", "1920x1080"))
    assert small["places"]["title"]["moving"] == {"median_ms": None, "p99_ms": None, "frames": 0}
    bounds = [
        tuple(size["kinds"][kind][f"{name}_most_ms"] for name in ("median", "p99"))
        for size in (small, large)
        for kind in ("moving", "key")
    ]
    assert bounds == [(8.0, 16.0), (100.0, None), (16.0, None), (100.0, None)]


@pytest.mark.parametrize(
    ("size", "frames", "holds"),
    [
        ("1280x720", [7.9] * 99 + [15.9], True),
        ("1280x720", [8.1] * 100, False),
        ("1280x720", [1.0] * 98 + [17.0, 17.0], False),
        ("1920x1080", [15.0] * 90 + [40.0] * 10, True),
        ("1920x1080", [17.0] * 100, False),
        ("1024x576", [99.0], True),
    ],
)
def test_both_median_and_the_slowest_hundredth_are_bounded(size: str, frames: list[float], holds: bool) -> None:
    """At 1280x720 the median and 99 in 100 are held to the bounds, at 1920x1080 the median; other sizes have none."""
    found = summed(size, {"feed": {"first": [], "key": [], "moving": frames}})
    assert found.holds("moving") is holds
    assert found.holds("key")


def test_what_ends_without_a_word_is_told_in_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A process that fails does not bring the benchmark down with a traceback: its last line is told, exit code 1."""
    monkeypatch.setattr(bench_interface, "_effort", lambda _arguments: TINY)
    monkeypatch.setattr(interface, "_BARE", "/no/such/file.py")
    assert run(["bench", "interface"]) == 1
    told = capsys.readouterr().err
    assert told.startswith("persuadable: what was to be measured ended: ")
    assert "No such file" in told
    assert told.count("\n") == 1


def test_a_process_of_its_own_keeps_nothing_of_the_player() -> None:
    """Its home and its compiled modules lie in a folder that is gone afterwards."""
    with fresh.room() as env:
        assert env["PERSUADABLE_HOME"].startswith(env["PYTHONPYCACHEPREFIX"].rpartition("/")[0])
        told = fresh.told(fresh.python("-c", "import os; print('[1]')"), env)
    assert told == [1]


def test_the_sum_keeps_places_apart() -> None:
    """A place has its own figures; all places together have one for each kind."""
    size: Size = summed("1280x720", {**QUICK, "feed": {"first": [100.0], "key": [], "moving": [1.0]}})
    assert size.places["feed"]["first"] == Work(100.0, 100.0, 1)
    assert size.kinds["first"] == Work(7.0, 100.0, 3)
    assert size.kinds["moving"] == Work(1.0, 1.0, 1)


@pytest.mark.parametrize(("answers", "holds"), [([99.0, 99.0, 400.0], True), ([101.0, 101.0, 1.0], False)])
@pytest.mark.parametrize("kind", ["first", "key"])
def test_pages_and_keys_are_held_to_the_time_of_an_answer(kind: str, answers: list[float], holds: bool) -> None:
    """A page that comes and a key are no frames of a motion: they are answers, and the middle one takes 100 ms at most."""
    found = summed("1280x720", {"feed": {"first": [], "key": [], "moving": [30.0]} | {kind: answers}})
    assert found.holds(kind) is holds
    assert not found.holds("moving")
