"""A quick look at a saved run for the title: no rules, no scenario, nothing that takes time to import."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Glance:
    """What a journal says of itself; ``whole`` is False where already its header cannot be read."""

    scenario: str
    days: int
    ended_days: int
    over: bool
    whole: bool = True


def glance(file: Path) -> Glance | None:
    """The saved run at ``file``; None when there is no file. Checksums are left to ``saving.resume``. Never raises."""
    try:
        lines = file.read_bytes().splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError:
        return Glance("", 0, 0, over=False, whole=False)
    bodies = [_body(line) for line in lines]
    header = bodies[0] if bodies else None
    if header is None or not isinstance(header.get("settings"), dict) or not isinstance(header.get("scenario"), str):
        return Glance("", 0, 0, over=False, whole=False)
    days = header["settings"].get("days")
    ended = sum(body is not None and body.get("do") == "EndDay" for body in bodies)
    over = any(body is not None and body.get("mark") == "ended" for body in bodies)
    return Glance(header["scenario"], days if isinstance(days, int) else 0, ended, over)


def _body(line: bytes) -> dict[str, Any] | None:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return None
    body = value.get("is") if isinstance(value, dict) else None
    return body if isinstance(body, dict) else None
