"""The settings: every section by keys and words, in English and French; sounds, captions and the voice."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from game import i18n, resources, settings
from game.screens import settings_sections
from game.screens.lobby import Lobby
from game.screens.senses import caption, sound_names
from game.screens.settings_screen import SettingsScreen
from game.settings import Settings
from game.ui.pilot import Pilot
from game.ui.scrolling import Scroll
from game.ui.sound import Sounds
from game.ui.voice import Speaker, Voice
from tests.screens.act_one import tram_vote
from tests.screens.test_lobby import pilot_of, place

pytestmark = pytest.mark.gate  # together they take the seconds that the quick suite does not have

SECTIONS = {"reading": "R", "seeing": "S", "hearing": "H", "controls": "C", "time": "T", "privacy": "P"}


class Ear(Sounds):
    """Hears which sounds are asked for, and how loud."""

    def __init__(self) -> None:
        super().__init__(Path("/nowhere"))
        self.heard: list[tuple[str, bool, float]] = []

    def play(self, name: str) -> None:
        """Remember it."""
        self.heard.append((name, self.on, self.volume))


class Mouth(Voice):
    """Speaks into a list, until it is stopped."""

    def __init__(self) -> None:
        super().__init__(lambda: Speaker(lambda *_: ()))
        self.said: list[tuple[str, str, str]] = []
        self.now = False

    @property
    def speaking(self) -> bool:
        """True since the last text, until stopped."""
        return self.now

    def say(self, text: str, language: str = "en", speed: str = "usual") -> bool:
        """Remember it."""
        self.said.append((text, language, speed))
        self.now = True
        return True

    def stop(self) -> None:
        """Be silent."""
        self.now = False


def settings_of(lobby: Lobby, *keys: str) -> Pilot:
    """The settings with a pilot at the keys."""
    return pilot_of(lobby).press("S", *keys)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("scale", [100, 150])
@pytest.mark.parametrize(("section", "key"), SECTIONS.items())
def test_every_section_stands_in_both_languages(language: str, scale: int, section: str, key: str) -> None:
    """Each section opens by its letter; at 100 % nothing is cut off, at 150 % the middle scrolls and the list does not."""
    i18n.set_language(language)
    pilot = settings_of(Lobby(Settings().changed(language=language, text_scale=scale)), key)
    assert pilot.focused_id() == f"section-{section}"
    full = [w for w in pilot.app.root.walk() if isinstance(w, Scroll) and w.overflow > 0.5]
    assert len(full) <= (0 if scale == 100 else 1)
    left = next(w for w in pilot.app.root.walk() if w.id == "section-privacy")
    assert not left.clip or left.rect.bottom <= left.clip.bottom
    assert pilot.app.conflicts() == []


def test_every_setting_of_the_file_can_be_chosen() -> None:
    """Every setting but those that have a place of their own stands in a section under its own name."""
    shown: set[str] = set()
    for key in SECTIONS.values():
        pilot = settings_of(Lobby(Settings()), key)
        shown |= {widget.id for widget in pilot.app.root.walk()}
    named = {name for fields in settings_sections.FIELDS.values() for name in fields}
    assert named <= shown
    assert named | {"language", "ephemeral", "full_screen", "tutorial", "seen_tutorial"} == set(
        Settings.__dataclass_fields__
    )


def test_backspace_undoes_the_setting_in_focus_alone() -> None:
    """On a setting Backspace brings back that one; on a section the whole section; another section stays."""
    lobby = Lobby(Settings().changed(volume=20, captions=True, contrast="high"))
    pilot = settings_of(lobby, "H")
    pilot.app.focus("volume")
    pilot.press("Backspace")
    assert (lobby.settings.volume, lobby.settings.captions) == (70, True)
    pilot.press("H", "Backspace")
    assert not lobby.settings.captions
    assert lobby.settings.contrast == "high"


def test_volume_is_changed_by_arrows_heard_and_kept() -> None:
    """The arrows change the volume, a sound tells how loud it is now, and the file keeps it."""
    lobby = Lobby(Settings())
    lobby.senses.sounds = ear = Ear()
    pilot = settings_of(lobby, "H")
    pilot.app.focus("volume")
    pilot.press("Left", "Left")
    assert lobby.settings.volume == 50
    assert ear.heard[-1] == ("vote", True, 0.5)
    pilot.press("Esc")
    assert settings.load()[0].volume == 50


def test_muted_means_muted() -> None:
    """With sound off nothing is to be heard, and the volume says why it cannot be changed."""
    lobby = Lobby(Settings())
    lobby.senses.sounds = ear = Ear()
    pilot = settings_of(lobby, "H").click_text("Sound")
    assert not lobby.settings.sound
    pilot.press("T")
    assert not ear.heard[-1][1]
    assert settings_of(lobby, "H").sees("Sound is off.")


def test_captions_say_what_a_sound_says() -> None:
    """With captions on every sound but that of a key is shown in words, even when sound is off."""
    lobby = Lobby(Settings().changed(sound=False, captions=True))
    pilot = settings_of(lobby, "H")
    for sound in sound_names():
        pilot.app.toast = None
        pilot.app.sound(sound)
        assert (pilot.app.toast or ("",))[0] == caption(sound)
        assert bool(caption(sound)) is (sound != "press")


def test_without_captions_sounds_leave_no_words() -> None:
    """Captions are off unless switched on."""
    pilot = settings_of(Lobby(Settings()), "H")
    pilot.app.sound("vote")
    assert pilot.app.toast is None


def test_every_sound_has_a_file_and_a_name() -> None:
    """What the screens can ask for is there."""
    assert {file.stem for file in (resources.assets() / "sounds").glob("*.ogg")} == set(sound_names())


def test_the_evening_is_heard() -> None:
    """The end of the day sounds as the night comes, with its caption on the page of the night."""
    lobby = Lobby(Settings().changed(captions=True))
    lobby.senses.sounds = ear = Ear()
    pilot = pilot_of(lobby)
    pilot.press("N", "F", "N", "N")
    assert place(pilot) == "Overnight"
    assert "overnight" in [name for name, _on, _volume in ear.heard]
    assert pilot.app.toast is not None
    assert pilot.app.toast[0] == caption("overnight")


def test_a_refusal_is_heard() -> None:
    """What the rules refuse has a sound of its own; the sentence stays on the page."""
    from game.campaign.commands import BuySource
    from game.screens.playing import Playing

    lobby = Lobby(Settings())
    lobby.senses.sounds = ear = Ear()
    pilot_of(lobby).press("N", "F")
    assert lobby.live is not None
    assert Playing(lobby.live, lobby).submit(BuySource("no-such-source"))
    assert ear.heard[-1][0] == "refusal"
    assert tram_vote().head.id == lobby.live.scenario.id


def test_f2_reads_the_page_and_stops() -> None:
    """F2 gives the words of the page to the voice, in the language of the game; F2 again is silence."""
    lobby = Lobby(Settings().changed(voice_speed="slow"))
    lobby.senses.voice = mouth = Mouth()
    pilot = pilot_of(lobby)
    pilot.press("L", "F2")
    text, language, speed = mouth.said[-1]
    assert "Nouvelle campagne" in text
    assert (language, speed) == ("fr", "slow")
    pilot.press("F2")
    assert not mouth.speaking
    assert len(mouth.said) == 1


def test_another_page_ends_the_reading() -> None:
    """Leaving a page while it is read is silence; with pages read by themselves the new one is read instead."""
    lobby = Lobby(Settings())
    lobby.senses.voice = mouth = Mouth()
    pilot = pilot_of(lobby).press("F2", "S")
    assert not mouth.speaking
    pilot.press("H").click_text("Read every new page aloud")
    pilot.press("Esc", "N")
    assert "Should trams be free" in mouth.said[-1][0]
    assert mouth.speaking


def test_no_voice_is_said() -> None:
    """On a computer without speech F2 says so, and the settings of the voice tell why they cannot be used."""
    lobby = Lobby(Settings())
    lobby.senses.voice = Voice(lambda: None)
    pilot = settings_of(lobby, "H").press("F2")
    assert pilot.app.toast is not None
    assert "no voice on this computer" in pilot.app.toast[0]
    pilot.app.focus("read_aloud")
    pilot.press("Enter")
    assert not lobby.settings.read_aloud


def test_notes_stay_longer_when_asked() -> None:
    """What appears at the foot of the page stays three times as long."""
    stays = []
    for long in (False, True):
        pilot = settings_of(Lobby(Settings().changed(long_notes=long)))
        pilot.app.announce("Done.")
        assert pilot.app.toast is not None
        stays.append(pilot.app.toast[1] - pilot.app.now)
    assert stays[1] == pytest.approx(3 * stays[0], rel=0.01)


def test_contrast_follows_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """With "Follow the system" the game asks the computer, and only then."""
    from game.screens.preferences import prefs_from
    from game.ui import system

    asked: list[str] = []

    def answer(command: tuple[str, ...], **_options: object) -> subprocess.CompletedProcess[str]:
        asked.append(command[0])
        return subprocess.CompletedProcess(command, 0, "true\n", "")

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(subprocess, "run", answer)
    system.high_contrast.cache_clear()
    assert prefs_from(Settings()).contrast == "standard"
    assert asked == []
    assert prefs_from(Settings().changed(contrast="system")).contrast == "high"
    assert asked == ["/bin/gsettings"]
    system.high_contrast.cache_clear()


def _system(monkeypatch: pytest.MonkeyPatch, platform: str, answer: str | None) -> None:
    """A computer of a kind whose program for settings says something, or is missing."""
    from game.ui import system

    def told(command: tuple[str, ...], **_options: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 0, f"{answer}\n", "")

    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}" if answer is not None else None)
    monkeypatch.setattr(subprocess, "run", told)
    system.high_contrast.cache_clear()
    system.reduced_motion.cache_clear()


@pytest.mark.parametrize(
    ("platform", "answer", "motion"),
    [
        ("linux", "false", "gentle"),  # no animations
        ("linux", "true", "full"),
        ("darwin", "1", "gentle"),  # reduce motion
        ("darwin", "0", "full"),
        ("linux", "No such schema", "full"),
        ("linux", None, "full"),
        ("plan9", None, "full"),
    ],
)
def test_motion_follows_the_system(
    monkeypatch: pytest.MonkeyPatch, platform: str, answer: str | None, motion: str
) -> None:
    """GNOME's animations and macOS' reduced motion are asked; nothing is guessed where there is no answer."""
    from game.screens.preferences import prefs_from
    from game.ui import system

    _system(monkeypatch, platform, answer)
    assert prefs_from(Settings().changed(motion="system")).motion == motion
    assert (system.reduced_motion() is None) == (answer not in ("true", "false", "0", "1"))
    _system(monkeypatch, "linux", None)


def test_a_computer_that_cannot_be_asked_is_said_to_be_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever chooses to follow the system is told when there is nothing to follow; otherwise nothing is said."""
    silent = "does not tell the game"

    def seeing(**more: object) -> Pilot:
        return settings_of(Lobby(Settings().changed(**more), ephemeral=True))

    assert not seeing().sees(silent)
    for answer, told in ((None, True), ("true", False)):
        _system(monkeypatch, "linux", answer)
        assert seeing(contrast="system", motion="system").sees(silent) is told
    _system(monkeypatch, "linux", None)


def test_the_projector_is_named_where_it_overrules_a_setting() -> None:
    """With the projector on, size and contrast say what is in force instead of what was chosen for one player."""
    lobby = Lobby(Settings().changed(projector=True), ephemeral=True)
    pilot = pilot_of(lobby)
    lobby.app.push(SettingsScreen(lobby, "seeing"))
    assert pilot.sees("At least 150% while the projector is on.")
    assert pilot.sees("High while the projector is on.")
    lobby.change(projector=False)
    assert not pilot.sees("while the projector is on.")
