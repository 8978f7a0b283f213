"""A short digest of everything in a scenario that the rules read; texts, pictures and debrief cards are left out.

Two scenarios with one fingerprint play alike, whatever language they are in, so a saved run survives a corrected comma.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from typing import Any, get_args

from pydantic import BaseModel

from game.scenario.model import Art, Authored, Icon, Scenario, Translatable

_LOOKS = tuple(get_args(looks)[1] for looks in (Art, Icon))
"""What marks a picture or an icon in the model."""


def fingerprint(scenario: Scenario) -> str:
    """16 hexadecimal digits over what the rules read of ``scenario``."""
    read = {name: _rules_part(getattr(scenario, name)) for name in ("head", "town", "campaign", "feed")}
    text = json.dumps(read, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()


@cache
def _shown(kind: type[Authored]) -> Mapping[str, bool]:
    """For each field of a model: is it only shown (text or look), never read by the rules?"""
    return {
        name: _only_shown(field.annotation) or any(_marks(mark) for mark in field.metadata)
        for name, field in kind.model_fields.items()
    }


def _marks(mark: object) -> bool:
    return isinstance(mark, Translatable) or mark in _LOOKS


def _only_shown(annotation: object) -> bool:
    return any(_marks(part) or _only_shown(part) for part in get_args(annotation))


def _rules_part(value: object) -> Any:
    if isinstance(value, BaseModel):
        kind = type(value)
        parts: dict[str, Any] = {}
        for name, shown in _shown(kind).items():
            part = getattr(value, name)
            if not shown:
                parts[name] = _rules_part(part)
            elif isinstance(part, tuple):
                parts[name] = len(part)  # how many answers there are matters, their words do not
        return parts
    if isinstance(value, Mapping):
        return {str(key): _rules_part(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_rules_part(item) for item in value]
    if isinstance(value, float):
        return repr(value)
    return value
