"""What the player chose (language, text size, motion, sound and so on), and the folders where the game may write.

One small JSON file in the user's config folder. Reading never fails: a damaged file is kept aside and told, a folder
that cannot be written to leaves the settings in memory, told as well.
"""

from __future__ import annotations

import contextlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Literal, get_args

HOME = "PERSUADABLE_HOME"
"""Environment variable that moves the config, data and cache folders under one folder (tests, a USB stick)."""

Motion = Literal["full", "gentle", "none", "system"]
Contrast = Literal["standard", "high", "system"]
Colours = Literal["blue-orange", "light-dark", "shapes"]
Keyboard = Literal["auto", "qwerty", "azerty", "qwertz"]
Speed = Literal["slow", "usual", "fast"]
Notice = Literal["settings-damaged", "settings-unreadable", "settings-unwritable", "settings-values"]
TEXT_SCALES: tuple[int, ...] = (100, 115, 130, 150, 200)
"""Text sizes in percent."""
_CHOICES: Mapping[str, tuple[object, ...]] = {
    "text_scale": TEXT_SCALES,
    "motion": get_args(Motion),
    "contrast": get_args(Contrast),
    "colours": get_args(Colours),
    "keyboard": get_args(Keyboard),
    "voice_speed": get_args(Speed),
}
_LARGEST = 64_000
_MOST_KEYS = 400


def config_folder() -> Path:
    """Where settings live. Not created here."""
    return _folder("config")


def data_folder() -> Path:
    """Where runs and the player's own scenarios live. Not created here."""
    return _folder("data")


def cache_folder() -> Path:
    """Where things lie that the game can make again. Not created here."""
    return _folder("cache")


def _folder(kind: Literal["config", "data", "cache"]) -> Path:
    home = os.environ.get(HOME)
    if home:
        return Path(home).expanduser() / kind
    import platformdirs

    find = {
        "config": platformdirs.user_config_path,
        "data": platformdirs.user_data_path,
        "cache": platformdirs.user_cache_path,
    }[kind]
    return find("persuadable", appauthor=False)


@dataclass(frozen=True)
class Settings:
    """The player's choices. Frozen: ``changed`` gives a new one, ``save`` writes it."""

    language: str = ""
    """Language code; empty means: as the computer says."""
    text_scale: int = 100
    """One of ``TEXT_SCALES``, in percent."""
    contrast: Contrast = "standard"
    colours: Colours = "blue-orange"
    motion: Motion = "full"
    sound: bool = True
    volume: int = 70
    """0 to 100."""
    captions: bool = False
    """Show in words what a sound says."""
    read_aloud: bool = False
    """Read every page aloud when it comes, where the computer has a voice."""
    voice_speed: Speed = "usual"
    long_notes: bool = False
    """Notes that go away by themselves stay three times as long."""
    keyboard: Keyboard = "auto"
    """What stands on the keys that are found by their place; "auto" learns it from the keys that are pressed."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Shortcuts that the player moved: id of the shortcut -> key. What the ids are is known to the screens."""
    wide_spacing: bool = False
    """More room between letters and lines."""
    hatching: bool = True
    """Texture as well as colour on bars."""
    shapes: bool = True
    """Disc, ring and diamond on dots; cannot be switched off together with colour."""
    full_screen: bool = False
    ephemeral: bool = False
    """Keep every run in memory only: for accounts that pupils share."""
    seen_tutorial: bool = False
    """The question whether notes are wanted was answered."""
    tutorial: bool = False
    """Notes show how the game works while it is played."""
    projector: bool = False
    """For a class at the wall: text at 150 % at least, high contrast, votes by hand."""
    pairs: bool = False
    """Two players at one keyboard take turns."""

    def changed(self, **changes: object) -> Settings:
        """A copy with other values; a value that makes no sense is left as it was."""
        return replace(self, **_sensible(changes))  # type: ignore[arg-type]  # because _sensible compared every type


def _sensible(raw: Mapping[str, object]) -> dict[str, object]:
    """Those entries of ``raw`` that are known and of the right type, in range."""
    good: dict[str, object] = {}
    defaults = Settings()
    for one in fields(Settings):
        if one.name not in raw:
            continue
        value = raw[one.name]
        if type(value) is not type(getattr(defaults, one.name)):
            continue
        if one.name in _CHOICES and value not in _CHOICES[one.name]:
            continue
        if one.name == "volume" and isinstance(value, int) and not 0 <= value <= 100:
            continue
        if one.name == "language" and not _code_like(value):
            continue
        if one.name == "keys" and not _keys_like(value):
            continue
        good[one.name] = value
    return good


def _keys_like(value: object) -> bool:
    """Short names with short keys: what else may be wrong with them is for the screens to judge."""
    return (
        isinstance(value, dict)
        and len(value) <= _MOST_KEYS
        and all(isinstance(part, str) and 0 < len(part) <= 40 for pair in value.items() for part in pair)
    )


def _code_like(value: object) -> bool:
    return isinstance(value, str) and len(value) <= 8 and (not value or value.replace("_", "").isalnum())


def path() -> Path:
    """The settings file."""
    return config_folder() / "settings.json"


def load() -> tuple[Settings, tuple[Notice, ...]]:
    """The saved settings, or the defaults, with what has to be told about reading them. Never raises.

    A file that is no JSON object is renamed to ``settings.json.damaged``. Single values that make no sense fall back to
    their defaults, and that is told; settings of which this version knows nothing are passed over without a word.
    """
    file = path()
    try:
        with file.open("rb") as stream:
            text = stream.read(_LARGEST + 1)
    except FileNotFoundError:
        return Settings(), ()
    except OSError:
        return Settings(), ("settings-unreadable",)
    try:
        raw = json.loads(text) if len(text) <= _LARGEST else None
    except (ValueError, RecursionError):
        raw = None
    if not isinstance(raw, dict):
        with contextlib.suppress(OSError):
            file.replace(file.with_name(file.name + ".damaged"))
        return Settings(), ("settings-damaged",)
    good = _sensible(raw)
    wrong = {one.name for one in fields(Settings)} & raw.keys() - good.keys()
    return Settings().changed(**good), ("settings-values",) if wrong else ()


def save(settings: Settings) -> tuple[Notice, ...]:
    """Write the settings in one stroke (a crash leaves the old or the new file). Never raises.

    Returns:
        Nothing when all went well, or the notice that the settings live in memory only.
    """
    file = path()
    text = json.dumps(asdict(settings), indent=2, sort_keys=True) + "\n"
    try:
        write_whole(file, text.encode("utf-8"))
    except OSError:
        return ("settings-unwritable",)
    return ()


def write_whole(file: Path, content: bytes) -> None:
    """Write a file so that nobody ever sees half of it: into a neighbour, then renamed over.

    Raises:
        OSError: the folder cannot be made or written to, or the disk is full.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{file.name}.", dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(file)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
