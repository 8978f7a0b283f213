"""The table of constants and mechanisms is whole: no double names, every source cited, every promise kept by a test."""

from __future__ import annotations

import re
from dataclasses import fields
from importlib import import_module
from pathlib import Path

import pytest

from game.parameters import GROUPS, MECHANISMS, PARAMETERS, STUDIES, Parameters

HERE = Path(__file__).parent


def test_no_constant_is_declared_twice() -> None:
    """Groups share one space of names; a second declaration would silently replace the first."""
    assert len(PARAMETERS) == len(fields(Parameters))
    by_group = [
        field
        for name in GROUPS
        for kind in vars(import_module(f"game.parameters.{name}")).values()
        if isinstance(kind, type) and kind.__module__ == f"game.parameters.{name}"
        for field in (item.name for item in fields(kind))
    ]
    assert len(by_group) == len(set(by_group)) == len(PARAMETERS)


@pytest.mark.parametrize("name", PARAMETERS)
def test_a_constant_says_what_it_is(name: str) -> None:
    """Central value within the range, words for it, a source that is cited; evidence never without one."""
    item = PARAMETERS[name]
    assert item.low <= item.value <= item.high
    assert item.low < item.high, "a range of one value says that somebody is certain"
    assert item.meaning
    assert item.unit
    assert item.source in STUDIES or (item.source == "" and item.kind == "choice")


@pytest.mark.parametrize("id_", MECHANISMS)
def test_a_mechanism_lives_somewhere_and_promises_something(id_: str) -> None:
    """Its place exists in the code, its bounds are the right way round, its sources are cited."""
    mechanism = MECHANISMS[id_]
    module, _, name = mechanism.where.rpartition(".")
    assert callable(getattr(import_module(module), name))
    assert mechanism.effects
    for effect in mechanism.effects:
        assert effect.low <= effect.high
        assert effect.source in ("", *STUDIES)
    assert len({effect.id for effect in mechanism.effects}) == len(mechanism.effects)


def test_every_promise_is_held_by_a_test() -> None:
    """Each declared effect is named by a test that switches its mechanism on and off."""
    texts = [path.read_text(encoding="utf-8") for path in HERE.rglob("test_*.py") if path != Path(__file__)]
    named = {id_ for text in texts if "MECHANISMS" in text for id_ in re.findall(r'"([a-z][a-z0-9-]+)"', text)}
    promised = {effect.id for mechanism in MECHANISMS.values() for effect in mechanism.effects}
    assert promised <= named, sorted(promised - named)


def test_there_are_all_twenty_four() -> None:
    """M1 to M24, in order."""
    assert list(MECHANISMS) == [f"M{number}" for number in range(1, 25)]
