"""Both sides are treated alike: equally many true arguments, equally many ways to be honest or not."""

from __future__ import annotations

from collections.abc import Iterator

from game.scenario.model import TRUTHS, Scenario, SideId
from game.scenario.problems import Problem
from game.scenario.written import Written

_BOTH: tuple[SideId, SideId] = ("for", "against")


def check(scenario: Scenario, written: Written) -> Iterator[Problem]:
    """One side 'for' and one 'against', each with arguments, claims of every truth, a rival plan, network voices."""
    head, campaign = scenario.head, scenario.campaign
    if {side.id for side in head.sides} != set(_BOTH):
        yield written.problem("scenario", ("sides",), "unfair", "there must be one side 'for' and one side 'against'")
        return
    counts = [len(side.arguments) for side in head.sides]
    if counts[0] != counts[1]:
        short = counts.index(min(counts))
        message = f"has {min(counts)} arguments, the other side {max(counts)}"
        yield written.problem(
            "scenario", ("sides", short, "arguments"), "unfair", message, "both sides need the same number"
        )
    for side in _BOTH:
        for truth in TRUTHS:
            if not any(claim.side == side and claim.truth == truth for claim in campaign.claims):
                yield written.problem(
                    "campaign",
                    ("claims",),
                    "unfair",
                    f"the side '{side}' has no {truth} claim",
                    "both sides need one of each",
                )
        if sum(plan.side == side for plan in campaign.rivals) != 1:
            yield written.problem("campaign", ("rivals",), "unfair", f"there must be one plan for the side '{side}'")
        if not any(voice.side == side for voice in scenario.feed.bots):
            yield written.problem("feed", ("bots",), "unfair", f"no network voice speaks for the side '{side}'")
    yield from _accounts(scenario, written)


def _accounts(scenario: Scenario, written: Written) -> Iterator[Problem]:
    kinds = {account.id: account.kind for account in scenario.feed.accounts}
    for index, side in enumerate(scenario.head.sides):
        for key, name, wanted in (("account", side.account, "campaign"), ("front", side.front, "front")):
            if name in kinds and kinds[name] != wanted:
                message = f"the account '{name}' is of the kind '{kinds[name]}'"
                yield written.problem(
                    "scenario", ("sides", index, key), "account-kind", message, f"choose one of the kind '{wanted}'"
                )
