"""The voice: a program of the computer that speaks beside the game, stops at a second press, and may be missing."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from pathlib import Path

import pytest

from game.ui.voice import Speaker, Voice, find_speaker


def program(folder: Path, name: str, body: str) -> None:
    """A speech program of the test's own on the path."""
    file = folder / name
    file.write_text(f"#!{sys.executable}\nimport sys, time\nfrom pathlib import Path\n{body}\n", encoding="utf-8")
    file.chmod(0o755)


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that alone is searched for programs, on a Linux."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path


def settle() -> None:
    """Let what speaks come to its end."""
    for thread in [one for one in threading.enumerate() if one.name == "voice"]:
        thread.join(20)


def test_without_a_program_there_is_no_voice(path: Path) -> None:
    """A computer without speech is told apart, and saying something does nothing."""
    silent = Voice()
    assert not silent.there
    assert not silent.say("Hello")
    silent.stop()


@pytest.mark.skipif(os.name == "nt", reason="the test's programs are scripts with a first line")
@pytest.mark.parametrize("text", ["The tram. Free?", "-v; $(reboot) `x` | é « n’est »\nnext line"])
def test_espeak_gets_the_text_as_it_is(path: Path, text: str) -> None:
    """The text goes to the program whole, whatever is in it, with the language and the speed."""
    program(path, "espeak-ng", f"Path({str(path / 'said')!r}).write_bytes(sys.stdin.buffer.read())\n"
            f"Path({str(path / 'options')!r}).write_text(' '.join(sys.argv[1:]))")  # fmt: skip
    speaker = Voice()
    assert speaker.say(text, "fr", "slow")
    settle()
    assert (path / "said").read_text(encoding="utf-8") == text
    assert (path / "options").read_text() == "--stdin -v fr -s 125"
    assert not speaker.speaking


@pytest.mark.skipif(os.name == "nt", reason="the test's programs are scripts with a first line")
def test_stopping_ends_the_program(path: Path) -> None:
    """While something is said it can be stopped; the program is gone at once."""
    program(path, "espeak", "time.sleep(60)")
    speaker = Voice()
    assert speaker.say("A long story")
    states = [speaker.speaking]
    speaker.stop()
    assert [*states, speaker.speaking] == [True, False]
    settle()
    assert not [one for one in threading.enumerate() if one.name == "voice"]


@pytest.mark.skipif(os.name == "nt", reason="the test's programs are scripts with a first line")
def test_the_speech_server_is_told_to_stop(path: Path) -> None:
    """spd-say comes first, gets the text as one argument, and its server is told to be silent."""
    log = path / "log"
    program(path, "espeak-ng", "")
    program(path, "spd-say", f"log = Path({str(log)!r}).open('a')\nlog.write(repr(sys.argv[1:]) + chr(10))\n"
            "log.close()\nif '--stop' not in sys.argv: time.sleep(60)")  # fmt: skip
    speaker = Voice()
    assert speaker.say("--stop the tram", "en")
    while not log.exists() or not log.read_text():
        assert speaker.speaking
    speaker.stop()
    settle()
    first, last = log.read_text().splitlines()
    assert first == repr(["--wait", "--language", "en", "--rate", "0", "--", "--stop the tram"])
    assert last == repr(["--stop"])


def test_a_program_that_cannot_start_is_no_voice() -> None:
    """Where starting fails, the voice counts as missing from then on."""
    broken = Voice(lambda: Speaker(lambda *_: ("/no/such/program",)))
    assert broken.there
    assert not broken.say("Hello")
    assert not broken.there


@pytest.mark.parametrize(("system", "name"), [("darwin", "say"), ("win32", "powershell")])
def test_other_systems_have_their_own_speech(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, name: str
) -> None:
    """Macs speak through say, Windows through PowerShell; the text never stands in the command."""
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(shutil, "which", lambda wanted: f"/bin/{wanted}" if wanted == name else None)
    found = find_speaker()
    assert found is not None
    command = found.command("'; Remove-Item *", "fr'", "fast")
    assert command[0] == f"/bin/{name}"
    assert not any("Remove-Item" in part or "fr'" in part for part in command)
