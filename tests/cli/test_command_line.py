"""The command line: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from game import resources
from game.campaign.commands import EndDay
from game.cli import run
from game.cli.album import Album
from game.feed.commands import AskForData, ChoosePersona, PutPhoneDown
from game.scenario import library
from game.session.session import Accepted, Session
from game.session.setup import usual

pytestmark = pytest.mark.gate  # together they take the seconds that the quick suite does not have

SMALL = ["--voters", "400", "--days", "2", "--seed", "5"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["dmeo"], "unknown command 'dmeo'; did you mean 'demo'?"),
        (["demo", "--sed", "3"], "unrecognized arguments: --sed"),
        (["demo", "--strategy", "evil"], "invalid choice: 'evil'"),
        (["demo", "--seed", "-1"], "a seed is a whole number from 0"),
        (["demo", "--voters", "many"], "'many' is not a whole number"),
        (["demo", "--days", "9"], "a campaign has 2 to 7 days, not 9"),
        (["demo", "nowhere"], "no such scenario: nowhere"),
        (["demo", "--persona", "nobody"], "no persona 'nobody'"),
        (["demo", "--screens"], "--screens needs --out DIR"),
        (["check", "no/such/folder"], "no such file or folder: no/such/folder"),
        (["check"], "the following arguments are required: PATH"),
        (["replay", "missing.jsonl"], "no such file: missing.jsonl"),
        (["open", "missing.campaign"], "no such file: missing.campaign"),
        (["schema", "weather"], "no scenario file is called 'weather'"),
        (["simulate", "--runs", "0"], "0 is not a positive whole number"),
        (["--sound"], "unrecognized arguments: --sound"),
    ],
)
def test_a_wrong_call_gets_one_clear_line_and_code_two(
    line: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Unknown words, impossible values and missing files are said in one line on stderr; nothing is printed."""
    assert run(line) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert err.count("\n") == 1


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """``--version`` prints name and version and ends well."""
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("persuadable ")


def test_the_shipped_scenarios_are_clean(capsys: pytest.CaptureFixture[str]) -> None:
    """``check`` finds nothing in what is shipped."""
    assert run(["check", str(resources.scenarios())]) == 0
    assert capsys.readouterr().out == ""


def test_a_broken_scenario_is_listed_with_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``check`` prints path, line and column in text, the same facts as JSON and for GitHub, and ends with 1."""
    folder = tmp_path / "tram-vote"
    shutil.copytree(resources.scenarios() / "tram-vote", folder)
    file = folder / "town.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("trust:", "trsut:", 1), encoding="utf-8")
    assert run(["check", str(folder)]) == 1
    text = capsys.readouterr().out
    assert "unknown key 'trsut'; did you mean 'trust'? [unknown-key]" in text
    assert run(["check", "--format", "json", str(folder)]) == 1
    problems = json.loads(capsys.readouterr().out)
    assert {"unknown-key", "missing-key"} <= {problem["code"] for problem in problems}
    assert run(["check", "--format", "github", str(folder)]) == 1
    assert "::error file=" in capsys.readouterr().out


def test_the_schema_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    """``schema`` prints one schema for each of the five files."""
    assert run(["schema"]) == 0
    assert set(json.loads(capsys.readouterr().out)) == {"scenario", "town", "campaign", "feed", "debrief"}


def test_a_demo_writes_what_it_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``demo --out`` leaves the transcript as printed, the result as JSON, and a journal that tells the same story again."""
    out = tmp_path / "out"
    assert run(["demo", *SMALL, "--strategy", "honest", "--persona", "malo", "--out", str(out)]) == 0
    told = capsys.readouterr().out
    assert (out / "transcript.txt").read_text(encoding="utf-8") == told
    result = json.loads((out / "result.json").read_text(encoding="utf-8"))
    assert result["persona"] == "malo"
    assert sum(result["counts"].values()) == 20_000
    assert run(["replay", str(out / "journal.jsonl"), "--persona", "malo"]) == 0
    again = capsys.readouterr().out
    campaign = told.split("== The campaign is over")[0]
    assert again.startswith(campaign)


def test_a_foreign_file_is_not_replayed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``replay`` of something else says so and ends with 2."""
    file = tmp_path / "shopping.txt"
    file.write_text("milk\n", encoding="utf-8")
    assert run(["replay", str(file)]) == 2
    assert "is no journal of this game" in capsys.readouterr().err


def test_a_demo_speaks_the_language_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    """``--lang fr`` tells the run in French, figures included."""
    assert run(["demo", *SMALL, "--lang", "fr"]) == 0
    told = capsys.readouterr().out
    assert "Le vote du tram" in told
    assert "Même ville, même soir" in told
    assert "Why you saw this" not in told


def test_a_simulation_prints_rates(capsys: pytest.CaptureFixture[str]) -> None:
    """``simulate --json`` gives the win rate and the bands of its figures."""
    assert (
        run(
            ["simulate", "tram-vote", "--runs", "3", "--strategy", "honest", "--voters", "400", "--days", "2", "--json"]
        )
        == 0
    )
    figures = json.loads(capsys.readouterr().out)
    assert figures["runs"] == 3
    assert 0 <= figures["win_rate"] <= 1
    assert figures["margin"]["low"] <= figures["margin"]["median"] <= figures["margin"]["high"]


def test_without_a_display_the_demonstration_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With no display, playing says so in one line and tells the demonstration instead."""
    import pygame

    from game.cli import play

    pygame.display.quit()  # other tests may have opened the dummy display
    monkeypatch.setenv("SDL_VIDEODRIVER", "no-such-driver")

    monkeypatch.setattr(play, "DEMONSTRATION", ["demo", *SMALL])
    assert run([]) == 0
    out, err = capsys.readouterr()
    assert err.count("\n") == 1
    assert "No display here" in err
    assert "== The result" in out


@pytest.mark.gate
def test_screens_are_drawn_as_they_were_passed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``demo --screens`` draws the places of all three acts as PNG files of the size asked for."""
    out = tmp_path / "out"
    assert run(["demo", *SMALL, "--strategy", "mixed", "--out", str(out), "--screens", "--size", "1024x576"]) == 0
    capsys.readouterr()
    files = sorted((out / "screens").iterdir())
    places = {file.stem.split("-", 1)[1] for file in files}
    assert {"title", "briefing", "overnight", "persona", "feed", "ballot", "result", "why", "feeds"} <= places
    assert {"whatif", "else", "sure", "techniques", "talk"} <= places
    head = files[0].read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    assert (int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")) == (1024, 576)


def test_the_page_of_rights_is_drawn_where_rights_were_used(tmp_path: Path) -> None:
    """A voter who asks for their file has a picture of that page, once an evening; who asks for nothing has none."""
    found = library.find("tram-vote")
    assert found is not None
    assert found.scenario is not None
    for asks in (True, False):
        session = Session(found.scenario, usual(found.scenario, seed=5, days=2, voters=400, rules="2026"))
        while session.phase == "campaign":
            session.submit(EndDay())
        album = Album(session, tmp_path / str(asks), size=(640, 360))
        asked = (AskForData("for"), AskForData("against")) if asks else ()
        for command in (ChoosePersona("malo"), *asked, PutPhoneDown()):
            assert isinstance(session.submit(command), Accepted)
            album.after(command)
        assert sum("rights" in name for name in album.drawn) == asks


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_a_machine_without_a_screen_never_plays_unseen(own_home: Path) -> None:
    """Without any display variable a fresh process says so in one line and tells the demonstration; nothing hangs."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    done = subprocess.run(
        [sys.executable, "-m", "game"], capture_output=True, text=True, env=environment, timeout=100, check=True
    )
    assert done.stderr.count("\n") == 1
    assert "No display here (no screen)" in done.stderr
    assert "== The result" in done.stdout
