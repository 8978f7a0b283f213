"""Settings survive everything that a school computer does to them."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from game import resources, settings
from game.settings import Settings


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings of these tests live in a folder of their own."""
    monkeypatch.setenv(settings.HOME, str(tmp_path / "home"))
    return tmp_path / "home"


def test_first_start(home: Path) -> None:
    """Without a file the defaults hold, nothing is told and nothing is written."""
    assert settings.load() == (Settings(), ())
    assert not home.exists()


def test_round_trip() -> None:
    """What was saved is read again."""
    chosen = Settings(
        language="fr", text_scale=150, contrast="high", motion="none", volume=30, ephemeral=True, captions=True,
        keyboard="azerty", keys={"read-aloud": "V"}, voice_speed="slow", long_notes=True,
    )  # fmt: skip
    assert settings.save(chosen) == ()
    assert settings.load() == (chosen, ())


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"null", b"[" * 50_000, b" " * 70_000])
def test_damaged_file_is_kept_aside(content: bytes) -> None:
    """A file that is no settings file is renamed, told once, and the defaults hold."""
    settings.config_folder().mkdir(parents=True)
    settings.path().write_bytes(content)
    assert settings.load() == (Settings(), ("settings-damaged",))
    assert settings.path().with_name("settings.json.damaged").read_bytes() == content
    assert settings.load() == (Settings(), ())


def test_single_wrong_values_fall_back() -> None:
    """A value out of range or of the wrong type costs only itself, and the player is told."""
    settings.config_folder().mkdir(parents=True)
    raw = {
        "text_scale": 9000,
        "volume": -1,
        "motion": "wild",
        "sound": 1,
        "language": "../x",
        "contrast": "high",
        "new": 1,
        "ephemeral": None,
        "keyboard": "dvorak",
        "keys": {"read-aloud": 7},
    }
    settings.path().write_text(json.dumps(raw), encoding="utf-8")
    assert settings.load() == (Settings(contrast="high"), ("settings-values",))


def test_settings_of_a_newer_version_are_passed_over() -> None:
    """A setting that this version does not know is no fault of the file."""
    settings.config_folder().mkdir(parents=True)
    settings.path().write_text(json.dumps({"new": 1, "volume": 20}), encoding="utf-8")
    assert settings.load() == (Settings(volume=20), ())


@pytest.mark.parametrize("keys", [{"a": ""}, {"": "K"}, {"x" * 41: "K"}, {str(n): "K" for n in range(500)}, ["K"]])
def test_keys_that_make_no_sense_fall_back(keys: object) -> None:
    """Moved keys of another shape than name and key are dropped as a whole."""
    assert Settings().changed(keys=keys) == Settings()


def test_unwritable_folder(home: Path) -> None:
    """Where nothing can be written the player is told, and nothing is raised."""
    home.parent.mkdir(parents=True, exist_ok=True)
    home.write_text("a file where the folder should be", encoding="utf-8")
    assert settings.save(Settings()) == ("settings-unwritable",)


def test_full_disk_leaves_the_old_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that fails half-way leaves the file of before, and no rubbish beside it."""
    settings.save(Settings(volume=10))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert settings.save(Settings(volume=90)) == ("settings-unwritable",)
    assert settings.load() == (Settings(volume=10), ())
    assert [path.name for path in settings.config_folder().iterdir()] == ["settings.json"]


def test_changed_ignores_nonsense() -> None:
    """A change out of range leaves the value."""
    assert Settings().changed(text_scale=130, volume=700).text_scale == 130
    assert Settings().changed(volume=700) == Settings()


def test_folders_follow_the_home(home: Path) -> None:
    """One variable moves everything that the game writes."""
    assert {settings.config_folder(), settings.data_folder(), settings.cache_folder()} == {
        home / "config",
        home / "data",
        home / "cache",
    }


@pytest.mark.parametrize("face", sorted(resources.FACES))
def test_fonts_are_found(face: str) -> None:
    """Every face of the design is a TrueType file of an installed package."""
    assert resources.font(face).read_bytes()[:4] in {b"\x00\x01\x00\x00", b"true", b"OTTO"}


def test_pictures_and_icons() -> None:
    """Pictures are found by their name in a scenario; icons by theirs."""
    assert resources.art("posts/tram-day").is_file()
    assert not resources.art("posts/no-such").is_file()
    assert resources.has_icon("basket-shopping")
    assert not resources.has_icon("basket-shoping")
    assert "house" in resources.icon_names()
