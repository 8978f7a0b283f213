"""Things that an author wrote and nobody will ever see. Only warnings: a draft may have them."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.checks.references import WORDS, references
from game.scenario.model import Scenario
from game.scenario.problems import Problem
from game.scenario.written import Written

_NEEDED = ("people", "pictures", "accounts", "pages", "studies")
"""Collections whose members only matter where something refers to them."""


def check(scenario: Scenario, written: Written) -> Iterator[Problem]:
    """Members of collections that nothing names, traces in no data source, concerns without a claim."""
    used = {(collection, name) for _, _, collection, name, _ in references(written)}
    for collection in _NEEDED:
        for name, (file, path) in (written.ids(collection) or {}).items():
            if (collection, name) not in used:
                yield written.problem(file, path, "unused", f"nothing uses this {WORDS[collection]}", level="warning")
    sold = {signal for source in scenario.campaign.sources for signal in source.signals}
    for index, signal in enumerate(scenario.town.signals):
        if signal.id not in sold:
            yield written.problem(
                "town", ("signals", index), "unused", "no data source holds this trace", level="warning"
            )
    spoken = {claim.concern for claim in scenario.campaign.claims}
    for index, concern in enumerate(scenario.town.concerns):
        if concern.id not in spoken:
            yield written.problem(
                "town", ("concerns", index), "unused", "no claim speaks to this concern", level="warning"
            )
