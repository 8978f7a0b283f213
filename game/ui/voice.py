"""Reading aloud by the speech of the computer itself: a program that is there, or nothing. Nothing goes over a network.

Linux: `spd-say` (speech-dispatcher, the voice that the user chose), else `espeak-ng` or `espeak`. macOS: `say`.
Windows: System.Speech through PowerShell. The text goes in by standard input or as one argument, never through a shell.
"""

from __future__ import annotations

import contextlib
import shutil
import sys
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:  # loaded when the first word is said: the title does not wait for it
    import subprocess

Speed = Literal["slow", "usual", "fast"]
_SPD: dict[Speed, int] = {"slow": -40, "usual": 0, "fast": 40}  # -100 to 100
_WORDS: dict[Speed, int] = {"slow": 125, "usual": 165, "fast": 230}  # words in a minute
_SAPI: dict[Speed, int] = {"slow": -3, "usual": 0, "fast": 3}  # -10 to 10
_WINDOWS = """
Add-Type -AssemblyName System.Speech
$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer
$voice.Rate = {rate}
foreach ($one in $voice.GetInstalledVoices()) {{
  if ($one.Enabled -and $one.VoiceInfo.Culture.TwoLetterISOLanguageName -eq '{language}') {{
    $voice.SelectVoice($one.VoiceInfo.Name); break
  }}
}}
$in = New-Object System.IO.StreamReader([Console]::OpenStandardInput(), [Text.Encoding]::UTF8)
$voice.Speak($in.ReadToEnd())
"""


class Speaker(NamedTuple):
    """A way to speak: the command for a text, whether the text goes in by standard input, and how to stop it."""

    command: Callable[[str, str, Speed], Sequence[str]]
    by_input: bool = True
    stop: tuple[str, ...] = ()


def find_speaker() -> Speaker | None:
    """The speech of this computer, or None."""
    if sys.platform == "win32":
        shell = shutil.which("powershell")
        return None if shell is None else Speaker(lambda _text, code, speed: _powershell(shell, code, speed))
    if sys.platform == "darwin":
        say = shutil.which("say")
        return None if say is None else Speaker(lambda _text, _code, speed: (say, "-r", str(_WORDS[speed]), "-f", "-"))
    dispatcher = shutil.which("spd-say")
    if dispatcher is not None:
        return Speaker(
            lambda text, code, speed: (
                dispatcher, "--wait", "--language", code, "--rate", str(_SPD[speed]), "--", text,
            ),
            by_input=False,
            stop=(dispatcher, "--stop"),
        )  # fmt: skip
    espeak = shutil.which("espeak-ng") or shutil.which("espeak")
    if espeak is not None:
        return Speaker(lambda _text, code, speed: (espeak, "--stdin", "-v", code, "-s", str(_WORDS[speed])))
    return None


def _powershell(shell: str, language: str, speed: Speed) -> tuple[str, ...]:
    script = _WINDOWS.format(rate=_SAPI[speed], language=language if language.isalpha() else "en")
    return shell, "-NoProfile", "-NonInteractive", "-Command", script


class Voice:
    """Speaks one text at a time, beside the game: `say` returns at once. Looks for a speaker when it is first asked."""

    def __init__(self, find: Callable[[], Speaker | None] = find_speaker) -> None:
        self._find = find
        self._speaker: Speaker | None = None
        self._looked = False
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def there(self) -> bool:
        """True if this computer can speak, as far as is known."""
        if not self._looked:
            self._looked, self._speaker = True, self._find()
        return self._speaker is not None

    @property
    def speaking(self) -> bool:
        """True while something is being said."""
        return self._process is not None and self._process.poll() is None

    def say(self, text: str, language: str = "en", speed: Speed = "usual") -> bool:
        """Say a text in place of the one before. False if there is no voice, or it failed to start."""
        stopping = self.stop()
        if stopping is not None:
            stopping.join(0.3)  # else the word to be silent could come after the new text
        import subprocess

        if not self.there or self._speaker is None or not text:
            return False
        command = list(self._speaker.command(text, language, speed))
        hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0)
        try:
            process = subprocess.Popen(  # noqa: S603 because it is the speech program found above, with no shell
                command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, creationflags=hidden
            )  # fmt: skip
        except (OSError, ValueError):
            self._speaker = None
            return False
        self._process = process
        given = text.encode("utf-8") if self._speaker.by_input else b""
        threading.Thread(target=_feed, args=(process, given), name="voice", daemon=True).start()
        return True

    def stop(self) -> threading.Thread | None:
        """Be silent. Returns what is still at it, where a server has to be told."""
        process, self._process = self._process, None
        if process is None or process.poll() is not None:
            return None
        process.terminate()
        if self._speaker is None or not self._speaker.stop:
            return None
        teller = threading.Thread(target=_tell, args=(self._speaker.stop,), name="voice", daemon=True)
        teller.start()
        return teller


def _feed(process: subprocess.Popen[bytes], text: bytes) -> None:
    """Give the text to the speaker and wait for its end, so that nothing of it stays behind."""
    with contextlib.suppress(OSError, ValueError):
        process.communicate(text)


def _tell(command: Sequence[str]) -> None:
    """Run a command that says nothing."""
    import subprocess

    nowhere = subprocess.DEVNULL
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        subprocess.run(  # noqa: S603 because it is the speech program found above, with no shell
            command, stdin=nowhere, stdout=nowhere, stderr=nowhere, timeout=5, check=False
        )
