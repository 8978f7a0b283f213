"""Commands as plain JSON objects and back, refusing anything that is not exactly a command."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from typing import Any, Literal, Union, get_args, get_origin

from game.campaign import commands as campaign
from game.campaign.commands import CampaignCommand
from game.feed import commands as feed
from game.feed.commands import FeedCommand

Command = CampaignCommand | FeedCommand
"""Everything that can be submitted to a session."""

VERBS: Mapping[str, type[Any]] = {kind.__name__: kind for kind in (*get_args(CampaignCommand), *get_args(FeedCommand))}
"""Every command class by its name, which is also its ``do`` in the journal."""


class NotACommandError(ValueError):
    """A line of a journal says something that no command means."""


def encode(command: Command) -> dict[str, Any]:
    """The command as a JSON object: its verb under ``do``, then its fields."""
    return {"do": type(command).__name__, **dataclasses.asdict(command)}


def decode(value: object) -> Command:
    """The command that a JSON object means.

    Raises:
        NotACommandError: unknown verb, missing or unknown field, or a value of the wrong type.
    """
    if not isinstance(value, dict):
        raise NotACommandError("not an object")
    fields = dict(value)
    verb = fields.pop("do", None)
    kind = VERBS.get(verb) if isinstance(verb, str) else None
    if kind is None:
        raise NotACommandError(f"unknown verb {verb!r}")
    command: Command = _build(kind, fields)
    return command


def _build(kind: type[Any], fields: Mapping[str, object]) -> Any:
    hints = typing.get_type_hints(kind, vars(campaign) | vars(feed))
    expected = {field.name for field in dataclasses.fields(kind)}
    if set(fields) != expected:
        raise NotACommandError(f"{kind.__name__} takes {sorted(expected)}, not {sorted(fields)}")
    return kind(**{name: _convert(hints[name], fields[name]) for name in sorted(expected)})


def _convert(hint: Any, value: object) -> Any:
    """``value`` as the type ``hint``; only the few shapes that commands use."""
    origin = get_origin(hint)
    if origin is tuple:
        if not isinstance(value, list | tuple):
            raise NotACommandError(f"{value!r} is not a list")
        return tuple(_convert(get_args(hint)[0], item) for item in value)
    if origin in (Union, types.UnionType):
        if value is None:
            return None
        return _convert(next(option for option in get_args(hint) if option is not type(None)), value)
    if origin is Literal:
        if value not in get_args(hint):
            raise NotACommandError(f"{value!r} is none of {get_args(hint)}")
        return value
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        if not isinstance(value, dict):
            raise NotACommandError(f"{value!r} is not an object")
        return _build(hint, value)
    if type(value) is not hint:  # exactly: True is no number here
        raise NotACommandError(f"{value!r} is not of type {hint}")
    return value
