"""How much memory this process holds, held at most, and could still get; in bytes, None where the system does not say."""

from __future__ import annotations

import contextlib
import sys
from importlib import import_module
from pathlib import Path

_STATUS = Path("/proc/self/status")
_MACHINE = Path("/proc/meminfo")
_GROUP = Path("/sys/fs/cgroup")


def held() -> int | None:
    """Return what the process holds now (its peak so far where only that is known)."""
    return _line(_STATUS, "VmRSS") or peak()


def peak() -> int | None:
    """Return the most that the process ever held.

    Linux's own figure is preferred: ``ru_maxrss`` of a fresh child begins at what its parent held.
    """
    linux = _line(_STATUS, "VmHWM")
    if linux is not None:
        return linux
    try:
        resource = import_module("resource")
    except ImportError:  # Windows has no such module
        return None
    most: int = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def forget_peak() -> bool:
    """Begin the peak anew from what is held now; False where the system cannot."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        return True
    return False


def free() -> int | None:
    """Return what could still be had: of the machine, and of the group of processes if that has a limit."""
    machine = _line(_MACHINE, "MemAvailable")
    limit, used = _number(_GROUP / "memory.max"), _number(_GROUP / "memory.current")
    rooms = [room for room in (machine, None if limit is None or used is None else limit - used) if room is not None]
    return min(rooms) if rooms else None


def _line(file: Path, name: str) -> int | None:
    """Read ``Name:  1234 kB``."""
    try:
        text = file.read_text(encoding="ascii", errors="replace")
    except OSError:
        return None
    for line in text.splitlines():
        key, _colon, value = line.partition(":")
        if key == name:
            return int(value.split()[0]) * 1024
    return None


def _number(file: Path) -> int | None:
    """Read a file that holds one number, or ``max`` for no limit."""
    try:
        text = file.read_text(encoding="ascii").strip()
    except OSError:
        return None
    return int(text) if text.isdigit() else None
