"""What the computer itself is set to, asked only when the player wants to follow it.

What is needed for asking is loaded then: the title does not wait for it.
"""

from __future__ import annotations

import shutil
import sys
from functools import cache

_QUESTIONS = {
    "darwin": ("defaults", "read", "com.apple.universalaccess", "increaseContrast"),
    "linux": ("gsettings", "get", "org.gnome.desktop.a11y.interface", "high-contrast"),
}


@cache
def high_contrast() -> bool:
    """True if the computer asks programs for high contrast. False where that cannot be found out."""
    if sys.platform == "win32":
        return _windows()
    question = _QUESTIONS.get(sys.platform)
    program = shutil.which(question[0]) if question else None
    if question is None or program is None:
        return False
    import subprocess

    try:
        told = subprocess.run(  # noqa: S603 because it is the system's own program for its settings
            (program, *question[1:]), capture_output=True, text=True, timeout=1, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return told.stdout.strip() in {"1", "true"}


def _windows() -> bool:
    """SystemParametersInfo(SPI_GETHIGHCONTRAST), flag HCF_HIGHCONTRASTON."""
    import ctypes

    class Wanted(ctypes.Structure):
        """HIGHCONTRASTW of the Windows API."""

        _fields_ = (("size", ctypes.c_uint), ("flags", ctypes.c_uint), ("scheme", ctypes.c_wchar_p))

    asked = Wanted(ctypes.sizeof(Wanted), 0, None)
    library = getattr(ctypes, "windll", None)
    if library is None or not library.user32.SystemParametersInfoW(0x42, asked.size, ctypes.byref(asked), 0):
        return False
    return bool(asked.flags & 1)
