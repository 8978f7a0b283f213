"""While you slept: what the other side did, what arose from your own deeds, what your posts reached."""

from __future__ import annotations

from dataclasses import dataclass

from game.campaign.view import CampaignView, NewsItem
from game.i18n import _, euros, ngettext, number
from game.scenario.model import Event
from game.screens.playing import Playing

_KINDS = {
    "ads": "rectangle-ad",
    "bots": "robot",
    "influencer": "star",
    "hashtag": "hashtag",
    "click-site": "newspaper",
    "score": "gauge-high",
    "doors": "door-open",
    "hall": "landmark",
    "school": "school",
    "concert": "music",
    "answers": "comments",
    "donations": "hand-holding-heart",
}


@dataclass(frozen=True)
class Line:
    """One entry of the news. ``waits`` is the id of an event that has not been answered."""

    icon: str
    headline: str
    text: str
    waits: str = ""


def news_lines(playing: Playing, view: CampaignView) -> tuple[Line, ...]:
    """The morning's news in the order in which they matter: who waits for an answer, what came of answers, the rest."""
    waiting = [_of_event(event_of(playing, event), waits=event) for event in view.pending]
    told = {item.id for item in view.news if item.kind == "result"} | set(view.pending)
    others = [item for item in view.news if not (item.kind == "event" and item.id in told)]
    order = ("result", "fine", "event", "rival", "gifts", "reach")
    others.sort(key=lambda item: order.index(item.kind))
    return (*waiting, *(_line(playing, item) for item in others))


def event_of(playing: Playing, event: str) -> Event:
    """An event of the scenario, in the player's language."""
    return next(each for each in playing.texts.campaign.events if each.id == event)


def _line(playing: Playing, item: NewsItem) -> Line:
    if item.kind == "rival":
        return _of_rival(playing, int(item.id))
    if item.kind == "gifts":
        return _of_gifts(item)
    if item.kind == "reach":
        return _of_reach(item)
    event = event_of(playing, item.id)
    if item.kind == "fine":
        return fine_of(event, item)
    if item.kind == "result":
        return result_of(event, item.choice)
    return _of_event(event)


def result_of(event: Event, choice: str | None) -> Line:
    """What came of an answer."""
    taken = next((each for each in event.choices if each.id == choice), event.choices[0])
    return Line(event.icon, event.headline, taken.result)


def fine_of(event: Event, item: NewsItem) -> Line:
    """What an authority took."""
    headline = _("A fine of {euros}").format(euros=euros(item.numbers.get("euros", 0.0)))
    return Line("scale-balanced", headline, _("For this: {headline}.").format(headline=event.headline))


def _of_event(event: Event, waits: str = "") -> Line:
    return Line(event.icon, event.headline, event.text, waits)


def _of_rival(playing: Playing, index: int) -> Line:
    plan = next(plan for plan in playing.texts.campaign.rivals if plan.side == playing.rival.id)
    move = plan.moves[index]
    actions = playing.texts.campaign.amplify + playing.texts.campaign.street
    kind = next(action.kind for action in actions if action.id == move.action)
    return Line(_KINDS[kind], move.news, move.detail)


def _of_gifts(item: NewsItem) -> Line:
    """What people gave, and that it is theirs."""
    givers, given = round(item.numbers.get("givers", 0.0)), item.numbers.get("euros", 0.0)
    headline = ngettext("{count} person gave you {money}", "{count} people gave you {money}", givers)
    return Line(
        "hand-holding-heart",
        headline.format(count=number(givers), money=euros(given)),
        _("Small gifts buy little and tie nobody. The money is in your budget now."),
    )


def _of_reach(item: NewsItem) -> Line:
    counts = {name: round(value) for name, value in item.numbers.items()}
    reached, clicked, shared = counts.get("reached", 0), counts.get("clicked", 0), counts.get("shared", 0)
    if not reached:
        return Line("arrow-trend-up", _("Nothing of yours ran last night"), _("The town had an evening without you."))
    headline = ngettext("Your night: {count} person reached", "Your night: {count} people reached", reached)
    clicks = ngettext("{count} click", "{count} clicks", clicked).format(count=number(clicked))
    shares = ngettext("{count} share", "{count} shares", shared).format(count=number(shared))
    return Line(
        "arrow-trend-up",
        headline.format(count=number(reached)),
        _("{clicks}, {shares}. What it changed, nobody can count.").format(clicks=clicks, shares=shares),
    )
