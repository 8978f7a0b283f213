"""The saved run: nothing is lost but the command under way, damage is kept aside and said, act II leaves no trace."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from game.campaign.commands import BuySource, EndDay, PlanAction
from game.feed.commands import CastBallot, ChoosePersona, PutPhoneDown, React
from game.scenario.model import Scenario
from game.session import journal, saving
from game.session.codec import VERBS, Command, NotACommandError, decode, encode
from game.session.fingerprint import fingerprint
from game.session.session import Session
from tests.runs import FEARFUL, NEIGHBOURLY, evenings, session, setup
from tests.sample_scenario import sample, tree

pytestmark = pytest.mark.gate  # together they take the seconds that the quick suite does not have

LIVED: tuple[Command, ...] = (ChoosePersona("ines"), PutPhoneDown(), PutPhoneDown(), PutPhoneDown())
SHORT = FEARFUL[:8]


def begun(path: Path, commands: tuple[Command, ...], seed: int = 3) -> Session:
    """A run saved at ``path`` after these commands."""
    run = saving.begin(sample(), setup(seed), path)
    for command in commands:
        run.submit(command)
    return run


def same(one: Session, other: Session) -> bool:
    """Do two sessions stand at exactly the same point, down to every mind?"""
    minds = (one.story().mind, other.story().mind)
    return (
        one.commands == other.commands
        and one.phase == other.phase
        and all(
            np.array_equal(getattr(minds[0], name), getattr(minds[1], name)) for name in ("x", "c", "T", "P", "trust")
        )
        and one.legal() == other.legal()
    )


def codes(resumed: saving.Resumed) -> list[str]:
    """The codes of what is said."""
    return [notice.code for notice in resumed.notices]


def test_every_command_survives_the_journal() -> None:
    """Each verb is written and read back as itself."""
    run = session(FEARFUL)
    seen = {type(command) for command in run.commands}
    offered: list[Command] = list(session().legal()) + list(run.commands)
    run.submit(ChoosePersona("ines"))
    offered += run.legal()
    for command in (*offered, *LIVED, CastBallot("blank")):
        assert decode(encode(command)) == command
        seen.add(type(command))
    assert len(seen) > len(VERBS) * 0.7


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {},
        {"do": "Fly"},
        {"do": "EndDay", "why": 1},
        {"do": "BuySource"},
        {"do": "BuySource", "source": 3},
        {"do": "AnswerMessage", "message": "dm", "answer": True},
        {"do": "ComposeMessage", "version": "c", "claim": "x", "tone": "hope", "headline": "plain", "signed": True},
        {"do": "SaveSegment", "criteria": [{"kind": "age"}]},
        {"do": "SaveSegment", "criteria": "age"},
        {"do": "SaveSegment", "criteria": ["age"]},
    ],
)
def test_what_is_no_command_is_refused(value: object) -> None:
    """Unknown verbs, fields and types are errors, never guesses."""
    with pytest.raises(NotACommandError):
        decode(value)


def test_resuming_at_every_cut_equals_playing_on(tmp_path: Path) -> None:
    """Wherever the file ends, even inside a line, the run goes on as if it had never stopped."""
    path = tmp_path / "run.jsonl"
    begun(path, SHORT)
    whole = path.read_bytes()
    ends = [index + 1 for index, byte in enumerate(whole) if byte == 10]
    for count, end in enumerate(ends):
        for cut in (end, end + 9):
            path.write_bytes(whole[:cut])
            resumed = saving.resume(path, sample())
            assert resumed.session is not None
            assert same(resumed.session, session(SHORT[:count]))
            assert codes(resumed) == ([] if cut == end or cut >= len(whole) else ["tail-cut"])
            for command in SHORT[count:]:
                resumed.session.submit(command)
            assert path.read_bytes() == whole


def test_act_two_is_resumed_from_its_own_file_and_erased_at_the_end(tmp_path: Path) -> None:
    """The evenings stand beside the campaign, never in it; after the vote they are gone and the campaign stays."""
    path = tmp_path / "run.jsonl"
    run = begun(path, FEARFUL)
    campaign = path.read_bytes()
    run.submit(ChoosePersona("ines"))
    run.submit(React(run.feed_view().posts[0].id))
    run.submit(PutPhoneDown())
    assert path.read_bytes() == campaign
    resumed = saving.resume(path, sample())
    assert resumed.session is not None
    assert same(resumed.session, run)
    for command in (PutPhoneDown(), PutPhoneDown(), CastBallot("for")):
        resumed.session.submit(command)
    assert resumed.session.phase == "debrief"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["run.jsonl"]
    assert b"React" not in path.read_bytes()
    assert b"ines" not in path.read_bytes()
    assert saving.peek(path) is None


def test_giving_up_erases_the_evenings(tmp_path: Path) -> None:
    """Nothing of a run that was given up is kept."""
    path = tmp_path / "run.jsonl"
    run = begun(path, (*FEARFUL, *LIVED[:2]))
    saving.give_up(run, path)
    assert list(tmp_path.iterdir()) == []
    run.submit(PutPhoneDown())
    assert list(tmp_path.iterdir()) == []


def test_ephemeral_runs_touch_no_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a path everything stays in memory."""
    monkeypatch.chdir(tmp_path)
    run = saving.begin(sample(), setup(), None)
    run.submit(BuySource("basket"))
    assert saving.notices(run) == ()
    assert list(tmp_path.iterdir()) == []


def test_a_changed_line_stops_the_replay_there(tmp_path: Path) -> None:
    """A wrong checksum is said, the file is kept aside, the good part is played on with."""
    path = tmp_path / "run.jsonl"
    begun(path, SHORT)
    lines = path.read_bytes().split(b"\n")
    lines[4] = lines[4].replace(b"true", b"null").replace(b"a", b"b", 1)
    path.write_bytes(b"\n".join(lines))
    damaged = path.read_bytes()
    resumed = saving.resume(path, sample())
    assert resumed.session is not None
    assert resumed.session.commands == SHORT[:3]
    assert codes(resumed) == ["checksum", "kept-aside"]
    assert (tmp_path / "run.damaged-1.jsonl").read_bytes() == damaged
    assert codes(saving.resume(path, sample())) == []


def test_lines_may_not_be_swapped_or_left_out(tmp_path: Path) -> None:
    """Each checksum covers everything before it."""
    path = tmp_path / "run.jsonl"
    begun(path, SHORT)
    lines = path.read_bytes().split(b"\n")
    path.write_bytes(b"\n".join([*lines[:2], *lines[3:]]))
    resumed = saving.resume(path, sample())
    assert codes(resumed) == ["checksum", "kept-aside"]
    assert resumed.session is not None
    assert resumed.session.commands == SHORT[:1]


@pytest.mark.parametrize(
    "content", [b"", b"\n", b"\x00\xff" * 50, b"[]\n", b'{"is":{"a":1},"sum":"x"}\n', b"[" * 100_000]
)
def test_foreign_files_are_kept_aside(tmp_path: Path, content: bytes) -> None:
    """What is no journal of ours is not opened and not lost."""
    path = tmp_path / "run.jsonl"
    path.write_bytes(content)
    assert saving.peek(path) is None
    resumed = saving.resume(path, sample())
    assert resumed.session is None
    assert codes(resumed) == ["foreign", "kept-aside"]
    assert (tmp_path / "run.damaged-1.jsonl").read_bytes() == content
    assert not path.exists()


def test_a_file_of_a_newer_game_is_kept(tmp_path: Path) -> None:
    """A newer format is said to be that."""
    path = tmp_path / "run.jsonl"
    path.write_text(journal.line("", {"format": journal.FORMAT + 1})[0], encoding="ascii")
    assert codes(saving.resume(path, sample())) == ["newer", "kept-aside"]


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    """There is nothing to continue."""
    assert saving.peek(tmp_path / "none.jsonl") is None
    assert codes(saving.resume(tmp_path / "none.jsonl", sample())) == ["unreadable"]


def test_a_scenario_whose_rules_changed_is_not_opened(tmp_path: Path) -> None:
    """A comma may be corrected; a price may not change under a saved run."""
    path = tmp_path / "run.jsonl"
    begun(path, SHORT)
    corrected, dearer = tree(), tree()
    corrected["head"]["teaser"] = "Free trams?"
    corrected["campaign"]["sources"][2]["note"] = "Read the small print."
    dearer["campaign"]["sources"][2]["price"] = 1900
    assert (
        fingerprint(Scenario.model_validate(corrected))
        == fingerprint(sample())
        != fingerprint(Scenario.model_validate(dearer))
    )
    assert saving.resume(path, Scenario.model_validate(corrected)).session is not None
    refused = saving.resume(path, Scenario.model_validate(dearer))
    assert refused.session is None
    assert codes(refused) == ["changed-scenario", "kept-aside"]


def test_a_disk_that_takes_nothing_is_said_and_play_goes_on(tmp_path: Path) -> None:
    """A folder that cannot be written, here because a file is in its place: one notice, the run stays in memory."""
    blocked = tmp_path / "file"
    blocked.write_text("here")
    run = begun(blocked / "run.jsonl", SHORT)
    assert run.commands == SHORT
    assert [notice.code for notice in saving.notices(run)] == ["disk"]


def test_a_disk_that_fills_up_is_said_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From the first failed write on, nothing more is tried; what was written can be resumed."""
    path = tmp_path / "run.jsonl"
    run = begun(path, SHORT[:4])

    def full(_file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        for command in SHORT[4:]:
            run.submit(command)
    assert run.commands == SHORT
    assert [notice.code for notice in saving.notices(run)] == ["disk"]
    resumed = saving.resume(path, sample())
    assert resumed.session is not None
    assert resumed.session.commands in (SHORT[:4], SHORT[:5])


@pytest.mark.skipif(os.name == "nt" or getattr(os, "geteuid", lambda: 1)() == 0, reason="root may write anywhere")
def test_a_read_only_folder_is_said(tmp_path: Path) -> None:
    """A folder without the right to write: play goes on in memory."""
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o500)
    run = begun(folder / "run.jsonl", SHORT[:2])
    assert [notice.code for notice in saving.notices(run)] == ["disk"]


_PLAYER = """
import sys
sys.path.insert(0, {root!r})
from pathlib import Path
from game.session import saving
from tests.runs import FEARFUL, setup
from tests.sample_scenario import sample
run = saving.begin(sample(), setup(3), Path({path!r}))
for number, command in enumerate(FEARFUL):
    run.submit(command)
    print(number, flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(os.name == "nt", reason="no SIGKILL")
@pytest.mark.parametrize("after", [2, 7])
def test_kill_minus_nine_loses_at_most_the_command_under_way(tmp_path: Path, after: int) -> None:
    """Whatever the process had answered is on the disk."""
    path, root = tmp_path / "run.jsonl", Path(__file__).parents[2]
    process = subprocess.Popen(
        [sys.executable, "-c", _PLAYER.format(root=str(root), path=str(path))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    for _ in range(after + 1):
        process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    if process.stdin is not None:
        process.stdin.close()
    resumed = saving.resume(path, sample())
    assert resumed.session is not None
    assert len(resumed.session.commands) >= after + 1
    assert resumed.session.commands == FEARFUL[: len(resumed.session.commands)]


def test_a_campaign_travels_in_a_file(tmp_path: Path) -> None:
    """Somebody else opens it as the campaign behind their own feed: same town, same ads, act II unplayed."""
    mine = evenings(session(FEARFUL))
    saving.export_campaign(mine, tmp_path / "campaign.jsonl")
    exported = (tmp_path / "campaign.jsonl").read_bytes()
    assert b"ines" not in exported
    assert b"CastBallot" not in exported
    theirs = saving.open_campaign(tmp_path / "campaign.jsonl", sample(), tmp_path / "theirs.jsonl").session
    assert theirs is not None
    assert theirs.phase == "feed"
    theirs.submit(ChoosePersona("malo"))
    mine_again = session(FEARFUL)
    mine_again.submit(ChoosePersona("malo"))
    assert theirs.feed_view().posts == mine_again.feed_view().posts
    resumed = saving.resume(tmp_path / "theirs.jsonl", sample()).session
    assert resumed is not None
    assert same(resumed, theirs)
    assert (tmp_path / "campaign.jsonl").read_bytes() == exported


def test_an_unfinished_or_damaged_campaign_is_not_opened(tmp_path: Path) -> None:
    """Only a whole campaign can be somebody's feed."""
    with pytest.raises(ValueError, match="not over"):
        saving.export_campaign(session(SHORT), tmp_path / "no.jsonl")
    begun(tmp_path / "half.jsonl", SHORT)
    assert codes(saving.open_campaign(tmp_path / "half.jsonl", sample(), None)) == ["not-finished"]
    saving.export_campaign(session(NEIGHBOURLY), tmp_path / "whole.jsonl")
    content = (tmp_path / "whole.jsonl").read_bytes()
    (tmp_path / "bad.jsonl").write_bytes(content.replace(b"hall", b"mall", 1))
    assert codes(saving.open_campaign(tmp_path / "bad.jsonl", sample(), None)) == ["checksum"]
    assert codes(saving.open_campaign(tmp_path / "none.jsonl", sample(), None)) == ["unreadable"]


def test_a_command_is_on_disk_before_its_answer(tmp_path: Path) -> None:
    """After ``submit`` returns, the file holds the command."""
    path = tmp_path / "run.jsonl"
    run = begun(path, ())
    for command in (PlanAction("hall"), EndDay()):
        run.submit(command)
        assert journal.read(path).commands[-1] == command
