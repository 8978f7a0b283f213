"""Sounds: short files, played by name. Where nothing can play them there is silence, and not a word on the terminal."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pygame

_RATE, _BUFFER = 44_100, 1024
"""Samples in a second, and in one portion for the device: 23 ms, soon enough for a key and easy for an old computer."""


class Sounds:
    """The sounds of a folder (`name.ogg`), played at a volume from 0 to 1.

    The device is opened at the first sound, in a thread of its own, because that can take a second where a sound server
    has to be started: `play` never waits. A sound asked for meanwhile is played once all is ready. Without a device
    every sound is silence.
    """

    def __init__(self, folder: Path, *, on: bool = True, volume: float = 1.0) -> None:
        self.folder = folder
        self.on, self.volume = on, volume
        self.state = "closed"  # then "opening", and "open" or "silent"
        self._loaded: dict[str, pygame.mixer.Sound] = {}
        self._wanted = ""
        self._opener: threading.Thread | None = None
        self._lock = threading.Lock()

    def play(self, name: str) -> None:
        """Play a sound. Nothing happens for an unknown name, when sound is off, and where nothing can play it."""
        if not self.on or self.volume <= 0:
            return
        with self._lock:
            if self.state == "open":
                self._start(name)
            elif self.state != "silent" and (self.folder / f"{name}.ogg").is_file():
                self._wanted = name
                if self.state == "closed":
                    self.state = "opening"
                    self._opener = threading.Thread(target=self._open, name="sound", daemon=True)
                    self._opener.start()

    def wait(self) -> None:
        """Wait until it is known whether there is a device (for tests and for the end of the game)."""
        if self._opener is not None:
            self._opener.join()

    def close(self) -> None:
        """Give the device back. A later sound would open it again."""
        self.wait()
        with self._lock:
            if self.state == "open":
                self._loaded.clear()
                pygame.mixer.quit()
            self.state = "closed"

    def _open(self) -> None:
        loaded: dict[str, pygame.mixer.Sound] = {}
        found = _device_likely()
        if found:
            try:
                with _quiet():
                    pygame.mixer.init(_RATE, -16, 2, _BUFFER)
                loaded = {file.stem: pygame.mixer.Sound(file) for file in sorted(self.folder.glob("*.ogg"))}
            except (pygame.error, OSError):
                found = False
        with self._lock:
            self._loaded = loaded
            self.state = "open" if found else "silent"
            if found:
                self._start(self._wanted)

    def _start(self, name: str) -> None:
        sound = self._loaded.get(name)
        if sound is None:
            return
        with contextlib.suppress(pygame.error):  # the headphones were pulled out
            sound.set_volume(self.volume)
            sound.play()


def _device_likely() -> bool:
    """Can there be a device at all? Asked before ALSA, which would complain on the terminal."""
    if not sys.platform.startswith("linux") or os.environ.get("SDL_AUDIODRIVER") or os.environ.get("PULSE_SERVER"):
        return True
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    servers = [Path(runtime) / "pulse" / "native", Path(runtime) / "pipewire-0"] if runtime else []
    return any(path.exists() for path in (Path("/dev/snd"), Path("/dev/dsp"), *servers))


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    """Keep what libraries write to the error stream off the terminal."""
    if not sys.platform.startswith("linux"):
        yield
        return
    try:
        kept = os.dup(2)
    except OSError:  # there is no error stream
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
