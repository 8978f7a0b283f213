"""What the page of a voter's rights says: each right in one line, since when it exists, and what becomes of a request."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from game.i18n import _, ngettext, number

if TYPE_CHECKING:
    from game.campaign.law import Right
    from game.electorate.plan import Ranking
    from game.feed.view import RightRequest, RightsView
    from game.scenario.model import RuleSet

ICONS: dict[Right, str] = {
    "register": "book-open",
    "access": "folder-open",
    "erasure": "eraser",
    "ranking": "arrow-down-wide-short",
}
"""The sign of each right."""


def right_name(right: Right) -> str:
    """The right as a short title."""
    return {
        "register": _("Who paid?"),
        "access": _("What do they hold on me?"),
        "erasure": _("Forget me"),
        "ranking": _("Another order"),
    }[right]


def right_line(right: Right, *, late: bool = False) -> str:
    """What one gets, in a sentence; ``late`` where the law lets a campaign answer after the vote."""
    if right == "access" and late:
        return _("You may ask. Under the rules of 2016 the answer comes after the vote.")
    return {
        "register": _("Who paid for the post on your screen, and what they told other people."),
        "access": _("Every campaign has to show you your file, and say where it got it."),
        "erasure": _("They delete your file. No ad follows you by your data any more."),
        "ranking": _("How Loop sorts your feed, from tomorrow evening on."),
    }[right]


def missing_line(right: Right, rules: RuleSet) -> str:
    """Why this right is not there, and since when it exists."""
    since = {
        "register": _("European law has asked for a public register of political ads since October 2025."),
        "access": _("Since May 2018 a campaign in Europe has to answer within a month."),
        "erasure": _("In Europe you have been able to ask for it since May 2018."),
        "ranking": _(
            "The Digital Services Act, in force for all since February 2024, makes very large networks offer a feed without profiling."
        ),
    }[right]
    lead = {
        "none": {
            "register": _("No rules: nobody has to tell you who pays."),
            "access": _("No rules: nobody has to tell you anything."),
            "erasure": _("No rules: nobody has to forget you."),
            "ranking": _("No rules: Loop decides what you see first."),
        },
        "2016": {
            "register": _("2016 rules: nobody has to tell you who pays."),
            "access": _("2016 rules: nobody has to tell you anything."),
            "erasure": _("2016 rules: nobody has to forget you."),
            "ranking": _("2016 rules: Loop decides what you see first."),
        },
    }
    first = lead["none" if rules == "none" else "2016"][right]
    return _("{first} {second}").format(first=first, second=since)


def ranking_name(ranking: Ranking) -> str:
    """An order of the feed in two words."""
    return {
        "engagement": _("What stirs people"),
        "chronological": _("Newest first"),
        "bridging": _("Both sides"),
    }[ranking]


def ranking_line(ranking: Ranking) -> str:
    """What comes first in that order."""
    return {
        "engagement": _("First what people click on, and anger clicks well."),
        "chronological": _("First what is new. The law speaks of a feed without profiling."),
        "bridging": _("First what people of both sides liked. No law asks for it; Loop tries it out."),
    }[ranking]


def asked(rights: RightsView, right: Right, about: str) -> RightRequest | None:
    """The latest request of this kind about a side or a ranking."""
    return next(
        (one for one in reversed(rights.requests) if one.kind == right and about in (one.side, one.ranking)), None
    )


def waiting_line(request: RightRequest, evening: int) -> str:
    """What becomes of a request."""
    if request.kind == "access":
        if request.due is None:
            return _("Asked. The answer comes after the vote.")
        return _("Asked. The answer comes tomorrow evening.") if request.due > evening else _("The answer is here.")
    if request.kind == "erasure":
        if request.due is None:
            return _("Asked. They delete it when the vote is over.")
        return _("Asked. It is gone tomorrow.") if request.due > evening else _("Deleted, so they say.")
    return _("From tomorrow evening on.")


def evenings_word(nights: Iterable[int]) -> str:
    """``Days 2 and 3`` of the campaign."""
    days = [number(night) for night in nights]
    ends = tuple(dict.fromkeys((days[0], days[-1])))
    return ngettext("day {days}", "days {days}", len(ends)).format(days="–".join(ends))
