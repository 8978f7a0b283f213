"""``persuadable parameters``: every constant of the simulation with its range and source, and what mechanisms may do."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from difflib import get_close_matches
from textwrap import wrap

from game.cli import refuse
from game.i18n import _, exact, number
from game.parameters import GROUPS, MECHANISMS, PARAMETERS, STUDIES, Mechanism, Parameter

WIDTH = 100
"""Columns of the terminal that the table is made for."""
_INDENT = 4


def run(arguments: argparse.Namespace) -> int:
    """Print the table of constants, or that of mechanisms, in words or as JSON."""
    group = arguments.group
    if group is not None and arguments.mechanisms:
        return refuse("--group is for constants; mechanisms have no groups")
    if group is not None and group not in GROUPS:
        near = get_close_matches(group, GROUPS, n=1)
        return refuse(
            f"no group '{group}'; " + (f"did you mean '{near[0]}'?" if near else f"choose from {', '.join(GROUPS)}")
        )
    chosen = [item for item in PARAMETERS.values() if group in (None, item.group)]
    if arguments.as_json:
        shown = _mechanisms_json() if arguments.mechanisms else {"parameters": [_as_json(item) for item in chosen]}
        sys.stdout.write(json.dumps(shown, indent=2, ensure_ascii=False) + "\n")
        return 0
    lines = _mechanisms() if arguments.mechanisms else _constants(chosen)
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def _as_json(item: Parameter) -> dict[str, object]:
    """The entry as it is, in English, with its source spelt out."""
    return {**asdict(item), "citation": citation(item.source)}


def _mechanisms_json() -> dict[str, object]:
    return {"mechanisms": [asdict(item) for item in MECHANISMS.values()]}


def citation(source: str) -> str:
    """Authors, year, where it appeared and the DOI or address of a study; nothing where there is none."""
    study = STUDIES.get(source)
    if study is None:
        return ""
    address = study.doi if study.doi.startswith("http") else f"doi:{study.doi}"
    return f"{study.authors} {study.year}, {study.venue}, {address}"


def _constants(chosen: list[Parameter]) -> Iterator[str]:
    """The table: a line of figures for each constant, and below it what it means and where it comes from."""
    names = {
        "town": _("Town"),
        "data": _("Data"),
        "feed": _("Feed"),
        "minds": _("Minds"),
        "auction": _("Auction"),
        "ads": _("Ads"),
        "manipulation": _("Manipulation"),
        "street": _("Street"),
        "press": _("Law and press"),
        "ballot": _("Ballot"),
    }
    evidence = sum(item.kind == "evidence" for item in chosen)
    yield from _wrapped(
        _(
            "{all} constants: {evidence} after published figures, {choices} modelling choices. Each run draws every constant from its range."
        ).format(all=number(len(chosen)), evidence=number(evidence), choices=number(len(chosen) - evidence)),
        0,
    )
    widest = max(len(item.name) for item in chosen)
    for group in GROUPS:
        members = [item for item in chosen if item.group == group]
        if members:
            yield ""
            yield f"{names[group]} ({group})"
        for item in members:
            between = _("{low} to {high}").format(low=exact(item.low), high=exact(item.high))
            yield f"  {item.name:<{widest}}  {exact(item.value):>9}   {between:<18}  {_(item.unit)}".rstrip()
            yield from _wrapped(_(item.meaning), _INDENT)
            yield from _wrapped(_origin(item), _INDENT)


def _origin(item: Parameter) -> str:
    """Evidence or choice, how sure, and the source."""
    sure = {"high": _("high certainty"), "medium": _("medium certainty"), "low": _("low certainty")}[item.certainty]
    cited = citation(item.source)
    if item.kind == "evidence":
        return _("Evidence, {certainty}: {source}").format(certainty=sure, source=cited)
    if cited:
        return _("Modelling choice, {certainty}; direction after {source}").format(certainty=sure, source=cited)
    return _("Modelling choice, {certainty}; no source").format(certainty=sure)


def _mechanisms() -> Iterator[str]:
    """Every mechanism: its number and name, where it is in the code, and what it may do at most."""
    for at, item in enumerate(MECHANISMS.values()):
        if at:
            yield ""
        yield f"{item.id:<4} {_(item.name)}"
        yield from _wrapped(item.where or _("not in the code yet"), _INDENT + 1)
        yield from _effects(item)


def _effects(item: Mechanism) -> Iterator[str]:
    if not item.effects:
        yield from _wrapped(_("declares no effect of its own"), _INDENT + 1)
    for effect in item.effects:
        text = _("{measure}: {low} to {high} {unit}").format(
            measure=_(effect.measure), low=exact(effect.low), high=exact(effect.high), unit=_(effect.unit)
        )
        cited = citation(effect.source)
        where = _("after {source}").format(source=cited) if cited else _("modelling choice")
        yield from _wrapped(f"{text}; {where}", _INDENT + 1)


def _wrapped(text: str, indent: int) -> list[str]:
    """The text in lines of at most ``WIDTH`` columns."""
    blank = " " * indent
    return wrap(text, WIDTH, initial_indent=blank, subsequent_indent=blank, break_long_words=False) or []
