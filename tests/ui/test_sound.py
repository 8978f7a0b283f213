"""Sounds are small and soft, and where nothing can play them there is silence, on the terminal too."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from types import ModuleType

import numpy as np
import pygame
import pytest

from game import resources
from game.ui import sound
from game.ui.sound import Sounds

FOLDER = resources.assets() / "sounds"
NAMES = ("press", "notification", "overnight", "vote", "page", "refusal")


def recipe() -> ModuleType:
    """The script that makes the sounds."""
    spec = importlib.util.spec_from_file_location("make_sounds", FOLDER / "make.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def sounds() -> Iterator[Sounds]:
    """The game's sounds on SDL's dummy device, closed afterwards."""
    found = Sounds(FOLDER)
    yield found
    found.close()


def heard_at(channel: int) -> float:
    """The volume of what a channel plays."""
    playing = pygame.mixer.Channel(channel).get_sound()
    assert playing is not None
    return playing.get_volume()


@pytest.mark.parametrize("name", NAMES)
def test_the_files_are_what_the_script_makes(name: str, sounds: Sounds) -> None:
    """Every file is under 20 KB and a second, never loud, and holds the samples of the script."""
    file = FOLDER / f"{name}.ogg"
    assert file.stat().st_size < 20_000
    sounds.play(name)
    sounds.wait()
    made = recipe().samples(name)
    heard = pygame.sndarray.array(pygame.mixer.Sound(file))[:, 0] / 32768
    assert 0.02 < len(heard) / 44_100 < 1
    assert 0.05 < np.abs(heard).max() < 0.5
    length = min(len(made), len(heard))
    assert abs(len(made) - len(heard)) < 2_000
    assert np.corrcoef(made[:length], heard[:length])[0, 1] > 0.9


def test_the_set_is_whole() -> None:
    """The folder holds the six sounds and nothing else that could be played."""
    assert {file.stem for file in FOLDER.glob("*.ogg")} == set(NAMES) == set(recipe().SOUNDS)


def test_a_device_is_opened_at_the_first_sound_and_given_back(sounds: Sounds) -> None:
    """Nothing is opened before; the first sound is played when the device is there; closing leaves no mixer behind."""
    assert pygame.mixer.get_init() is None
    sounds.play("vote")
    sounds.wait()
    assert sounds.state == "open"
    assert pygame.mixer.get_busy()
    sounds.close()
    assert pygame.mixer.get_init() is None


def test_playing_never_waits_for_the_device(sounds: Sounds, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a slow device is opened the game goes on, and only the last sound asked for is played afterwards."""
    gate = threading.Event()
    really = pygame.mixer.init

    def slow(frequency: int, size: int, channels: int, portion: int) -> None:
        gate.wait(10)
        really(frequency, size, channels, portion)

    monkeypatch.setattr(pygame.mixer, "init", slow)
    sounds.play("vote")
    sounds.play("page")
    assert sounds.state == "opening"
    gate.set()
    sounds.wait()
    assert sounds.state == "open"
    assert pygame.mixer.Channel(0).get_busy()
    assert not pygame.mixer.Channel(1).get_busy()


@pytest.mark.parametrize(("on", "volume"), [(False, 1.0), (True, 0.0)])
def test_muted_is_not_even_opened(on: bool, volume: float) -> None:
    """With sound off or volume zero no device is touched."""
    silent = Sounds(FOLDER, on=on, volume=volume)
    silent.play("vote")
    assert silent.state == "closed"


def test_the_volume_is_that_of_the_moment(sounds: Sounds) -> None:
    """A volume that was changed holds for the next sound."""
    sounds.volume = 0.5
    sounds.play("vote")
    sounds.wait()
    assert heard_at(0) == pytest.approx(0.5, abs=0.01)
    sounds.volume = 0.25
    sounds.play("page")
    assert heard_at(1) == pytest.approx(0.25, abs=0.01)


def test_a_device_that_refuses_is_silence(sounds: Sounds, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the mixer cannot be opened every sound is silence, asked once and never again."""
    asked: list[int] = []

    def refuse(*_arguments: int) -> None:
        asked.append(1)
        raise pygame.error("ALSA: Couldn't open audio device")

    monkeypatch.setattr(pygame.mixer, "init", refuse)
    for _ in range(3):
        sounds.play("vote")
        sounds.wait()
    assert sounds.state == "silent"
    assert asked == [1]


def test_unknown_sounds_are_silence(sounds: Sounds) -> None:
    """A name without a file is nothing, before and after the device is open."""
    sounds.play("focus")
    assert sounds.state == "closed"
    sounds.play("vote")
    sounds.wait()
    sounds.play("focus")
    assert sounds.state == "open"


@pytest.mark.parametrize("likely", [False, True])
def test_no_device_leaves_the_terminal_clean(likely: bool) -> None:
    """Without a sound card the game is silent and prints nothing, even where SDL itself has to find that out."""
    told = subprocess.run(
        [sys.executable, "-c", _PLAY.format(folder=str(FOLDER), likely=likely)],
        env={k: v for k, v in os.environ.items() if k not in {"SDL_AUDIODRIVER", "PULSE_SERVER"}} | {"ALSA_CARD": "77"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert told.stderr == ""
    assert told.stdout.strip() in {"silent", "open"}  # open: this computer has a sound card


_PLAY = """
import pathlib
from game.ui import sound
if {likely}:
    sound._device_likely = lambda: True
sounds = sound.Sounds(pathlib.Path({folder!r}), volume=0.01)
sounds.play("press")
sounds.wait()
print(sounds.state)
sounds.close()
"""


def test_errors_are_seen_again_after_opening(capfd: pytest.CaptureFixture[str]) -> None:
    """Only what is written while the device is opened is kept off the terminal."""
    with sound._quiet():
        os.write(2, b"ALSA complains\n")
    os.write(2, b"a real error\n")
    assert capfd.readouterr().err == "a real error\n"


def test_opening_in_the_background_costs_the_first_frame_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """`play` returns within a blink although opening takes long."""
    gate = threading.Event()
    monkeypatch.setattr(sound, "_device_likely", lambda: gate.wait(10) and False)
    slow = Sounds(FOLDER)
    before = time.perf_counter()
    slow.play("vote")
    assert time.perf_counter() - before < 1
    gate.set()
    slow.close()
