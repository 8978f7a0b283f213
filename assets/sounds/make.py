"""Makes the game's sounds out of sine waves and noise: ``python assets/sounds/make.py`` writes the OGG files beside it.

Needs numpy and, to write OGG Vorbis, the program ``oggenc`` (Debian: ``apt-get install vorbis-tools``; macOS:
``brew install vorbis-tools``). The OGG files are kept in the repository, so that nobody needs it who does not change a
sound. The same script gives the same samples, and the same oggenc gives the same bytes.
"""

from __future__ import annotations

import io
import subprocess
import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RATE = 44_100
"""Samples in a second."""
Wave = NDArray[np.float64]


def _time(seconds: float) -> Wave:
    return np.arange(round(seconds * RATE)) / RATE


def _tone(frequency: float, seconds: float, *, fade: float, overtones: tuple[float, ...] = ()) -> Wave:
    """A note with a soft beginning that dies away; `fade` is the time to 37 %, `overtones` shares of 2f, 3f and so on."""
    t = _time(seconds)
    sum_ = np.sin(2 * np.pi * frequency * t)
    for n, share in enumerate(overtones, 2):
        sum_ += share * np.sin(2 * np.pi * frequency * n * t) * np.exp(-t * n / fade / 2)
    return np.asarray(sum_ * np.exp(-t / fade) * np.minimum(1, t / 0.008))


def _noise(seconds: float, low: float, high: float, seed: int) -> Wave:
    """Noise between two frequencies, at most 1 loud."""
    count = round(seconds * RATE)
    spectrum = np.fft.rfft(np.random.default_rng(seed).standard_normal(count))
    pitch = np.fft.rfftfreq(count, 1 / RATE)
    spectrum *= np.exp(-((np.log2(np.maximum(pitch, 1) / np.sqrt(low * high)) / np.log2(high / low) * 2) ** 2))
    noise = np.fft.irfft(spectrum, count)
    return np.asarray(noise / np.abs(noise).max())


def _hump(seconds: float, top: float, *, power: float = 2.0) -> Wave:
    """Loudness that swells to `top` (share of the time) and sinks again."""
    x = _time(seconds) / seconds
    return np.asarray(
        np.where(x < top, np.sin(np.pi / 2 * x / top), np.cos(np.pi / 2 * (x - top) / (1 - top))) ** power
    )


def _mix(seconds: float, *parts: tuple[float, Wave]) -> Wave:
    """Waves, each from its own second on, cut to length."""
    whole = np.zeros(round(seconds * RATE))
    for start, part in parts:
        at = round(start * RATE)
        part = part[: len(whole) - at]
        whole[at : at + len(part)] += part
    return whole


def press() -> Wave:
    """A finger on wood."""
    return _mix(0.08, (0, 0.7 * _tone(310, 0.08, fade=0.012)), (0, 0.3 * _noise(0.03, 900, 2600, 1) * _hump(0.03, 0.1)))


def notification() -> Wave:
    """Two small bells, the second a fifth higher."""
    bells = (0.35, 0.12)
    return _mix(
        0.55,
        (0, 0.6 * _tone(659.26, 0.55, fade=0.11, overtones=bells)),
        (0.11, 0.6 * _tone(987.77, 0.44, fade=0.12, overtones=bells)),
    )


def overnight() -> Wave:
    """Evening: a low fifth swells and sinks, with wind in it."""
    length = 0.95
    hum = _hump(length, 0.35)
    t = _time(length)
    chord = sum(np.sin(2 * np.pi * f * t * (1 - 0.02 * t / length)) for f in (110.0, 164.81, 220.0)) / 3
    return _mix(length, (0, 0.8 * chord * hum), (0, 0.2 * _noise(length, 300, 900, 2) * hum))


def vote() -> Wave:
    """Paper slides through the slot and lands in the box."""
    return _mix(
        0.6,
        (0, 0.45 * _noise(0.3, 1800, 6000, 3) * _hump(0.3, 0.7)),
        (0.3, 0.9 * _tone(92, 0.3, fade=0.06, overtones=(0.4, 0.2))),
        (0.3, 0.25 * _noise(0.1, 300, 1200, 4) * _hump(0.1, 0.05)),
    )


def page() -> Wave:
    """A page of a newspaper is turned."""
    return _mix(
        0.4,
        (0, 0.7 * _noise(0.26, 1200, 5200, 5) * _hump(0.26, 0.6)),
        (0.22, 0.4 * _noise(0.16, 700, 2600, 6) * _hump(0.16, 0.1)),
    )


def refusal() -> Wave:
    """Two low notes, the second lower: no."""
    return _mix(
        0.34,
        (0, 0.8 * _tone(196.0, 0.16, fade=0.06, overtones=(0.25,))),
        (0.13, 0.8 * _tone(164.81, 0.21, fade=0.07, overtones=(0.25,))),
    )


SOUNDS: dict[str, tuple[Callable[[], Wave], float]] = {
    "press": (press, 0.16),
    "notification": (notification, 0.32),
    "overnight": (overnight, 0.34),
    "vote": (vote, 0.4),
    "page": (page, 0.26),
    "refusal": (refusal, 0.3),
}
"""Name of each file: what makes it, and its loudest sample (1 is as loud as can be)."""


def samples(name: str) -> Wave:
    """The sound as numbers from -1 to 1, faded out at its end so that nothing clicks."""
    make, loudest = SOUNDS[name]
    sound = make()
    end = round(0.012 * RATE)
    sound[-end:] *= np.linspace(1, 0, end)
    return np.asarray(sound / np.abs(sound).max() * loudest)


def write(name: str, folder: Path) -> Path:
    """Write one sound as OGG Vorbis. Raises FileNotFoundError without oggenc, CalledProcessError when it fails."""
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as stream:
        stream.setnchannels(1)
        stream.setsampwidth(2)
        stream.setframerate(RATE)
        stream.writeframes((samples(name) * 32767).astype("<i2").tobytes())
    file = folder / f"{name}.ogg"
    command = ["oggenc", "-Q", "-q", "3", "--serial", "1", "-o", str(file), "-"]
    subprocess.run(command, input=buffer.getvalue(), check=True)  # noqa: S603 because it is the encoder named above
    return file


if __name__ == "__main__":
    for each in SOUNDS:
        write(each, Path(__file__).resolve().parent)
