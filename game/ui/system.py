"""What the computer itself is set to, asked only when the player wants to follow it.

Every answer is True, False, or None where the computer cannot be asked: then the player is told.
"""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import sys
from functools import cache
from typing import Any

_MAC = ("defaults", "read", "com.apple.universalaccess")
_GNOME = ("gsettings", "get")


@cache
def high_contrast() -> bool | None:
    """Does the computer ask programs for high contrast?"""
    if sys.platform == "win32":
        flags = _HighContrast(ctypes.sizeof(_HighContrast), 0, None)
        return bool(flags.flags & 1) if _windows(0x42, flags, flags.size) else None
    return {"1": True, "true": True, "0": False, "false": False}.get(
        _told(
            {
                "darwin": (*_MAC, "increaseContrast"),
                "linux": (*_GNOME, "org.gnome.desktop.a11y.interface", "high-contrast"),
            }
        )
    )


@cache
def reduced_motion() -> bool | None:
    """Does the computer ask programs to move less?"""
    if sys.platform == "win32":
        moves = ctypes.c_int(1)
        return not moves.value if _windows(0x1042, moves, 0) else None
    if sys.platform == "darwin":
        return {"1": True, "0": False}.get(_told({"darwin": (*_MAC, "reduceMotion")}))
    animated = _told({"linux": (*_GNOME, "org.gnome.desktop.interface", "enable-animations")})
    return {"true": False, "false": True}.get(animated)


def _told(questions: dict[str, tuple[str, ...]]) -> str:
    """What the system's own program for its settings answers on this platform; nothing if there is none."""
    question = questions.get(sys.platform)
    program = shutil.which(question[0]) if question else None
    if question is None or program is None:
        return ""
    try:
        told = subprocess.run(  # noqa: S603 because it is the system's own program for its settings
            (program, *question[1:]), capture_output=True, text=True, timeout=1, check=False, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return told.stdout.strip() if told.returncode == 0 else ""


class _HighContrast(ctypes.Structure):
    """HIGHCONTRASTW of the Windows API: its flag 1 is HCF_HIGHCONTRASTON."""

    _fields_ = (("size", ctypes.c_uint), ("flags", ctypes.c_uint), ("scheme", ctypes.c_wchar_p))


def _windows(what: int, into: Any, size: int) -> bool:
    """SystemParametersInfo: SPI_GETHIGHCONTRAST is 0x42, SPI_GETCLIENTAREAANIMATION 0x1042. False if it fails."""
    library = getattr(ctypes, "windll", None)
    return library is not None and bool(library.user32.SystemParametersInfoW(what, size, ctypes.byref(into), 0))
