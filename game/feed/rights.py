"""A voter's rights as commands: look into the ad register, ask for one's data, have it erased, choose another ranking.

What the law in force does not give is refused. A right changes what one knows and what comes next, never what one thinks:
being told that one was targeted moves no vote (Binder et al. 2022). Answers and changes come with the next evening, so
what is asked on the last evening is answered after the vote.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from game.campaign.law import LAWS, Law
from game.electorate.plan import Ad, NightPlan, Ranking
from game.feed.attention import affordable, cost
from game.feed.commands import RANKINGS, SIDES, AskForData, AskForErasure, ChooseRanking, FeedCommand, LookUpRegister
from game.feed.dossier import ROLL, Dossier
from game.feed.events import RegisterRead, Rejected, RightUsed
from game.feed.state import FeedState
from game.feed.view import DataPaper, RegisterPage, RightRequest
from game.scenario.model import SideId


def law(state: FeedState) -> Law:
    """The law in force."""
    return LAWS[state.cast.rules]


def look_up(state: FeedState, command: LookUpRegister) -> tuple[RegisterRead] | Rejected:
    """Read what the public register says of the ad on screen, and of everything else that its campaign paid for."""
    here = state.here
    if "register" not in law(state).rights:
        return Rejected("not-offered", "register")
    if here is None or here.id != command.post:
        return Rejected("not-here", command.post)
    if here.ad is None or here.side is None:
        return Rejected("not-an-ad", here.id)
    if here.id in dict(state.register):
        return Rejected("done-already", "register")
    if not affordable(state, "register"):
        return Rejected("too-tired", "register")
    side = SIDES[here.side]
    listed = tuple(each for each in state.cast.listings if each.side == side and min(each.nights) <= state.night)
    payer = next(camp.account for camp in state.cast.scenario.head.sides if camp.id == side)
    spent = {each.ad: each.spent(state.night) for each in listed}
    return (RegisterRead(RegisterPage(here.id, here.ad, side, payer, listed, spent), cost(state, "register")),)


def ask_data(state: FeedState, command: AskForData) -> tuple[RightUsed] | Rejected:
    """Ask a campaign what it holds on oneself and where it got it."""
    if command.side not in SIDES:
        return Rejected("unknown", str(command.side))
    waits = any(one.kind == "access" and one.side == command.side and open_(state, one) for one in state.requests)
    due = None if law(state).answer == "after-vote" else next_evening(state)
    return _used(state, RightRequest("access", state.evening, due, side=command.side), done=waits)


def ask_erasure(state: FeedState, command: AskForErasure) -> tuple[RightUsed] | Rejected:
    """Have a campaign delete what it holds on oneself."""
    if command.side not in SIDES:
        return Rejected("unknown", str(command.side))
    asked = any(one.kind == "erasure" and one.side == command.side for one in state.requests)
    return _used(state, RightRequest("erasure", state.evening, next_evening(state), side=command.side), done=asked)


def choose_ranking(state: FeedState, command: ChooseRanking) -> tuple[RightUsed] | Rejected:
    """Have one's own feed ordered in another way."""
    if command.ranking not in RANKINGS:
        return Rejected("unknown", str(command.ranking))
    now = ranking(state, state.evening + 1) or state.cast.plans[state.night].ranking
    request = RightRequest("ranking", state.evening, next_evening(state), ranking=command.ranking)
    if "ranking" in law(state).rights and request.due is None:
        return Rejected("too-late", "ranking")
    return _used(state, request, done=command.ranking == now)


def next_evening(state: FeedState) -> int | None:
    """When what is asked tonight is done; None where there is no other evening before the vote."""
    return state.evening + 1 if state.evening < len(state.cast.nights) else None


def _used(state: FeedState, request: RightRequest, *, done: bool) -> tuple[RightUsed] | Rejected:
    if request.kind not in law(state).rights:
        return Rejected("not-offered", request.kind)
    if done:
        return Rejected("done-already", request.kind)
    if not affordable(state, request.kind):
        return Rejected("too-tired", request.kind)
    return (RightUsed(request, cost(state, request.kind)),)


def open_(state: FeedState, request: RightRequest) -> bool:
    """Does a request still wait for its answer?"""
    return request.due is None or request.due > state.evening


def due(state: FeedState, evening: int | None, night: int) -> tuple[DataPaper, ...]:
    """The answers to access requests that arrive with ``evening``, None after the vote; they tell what is held by ``night``."""
    return tuple(
        paper(state, one.side, one.evening, night)
        for one in state.requests
        if one.kind == "access" and one.side is not None and one.due == evening
    )


def paper(state: FeedState, side: SideId, asked: int, night: int) -> DataPaper:
    """What a campaign holds on the voter on the day of ``night``, and where it got it; after an erasure nothing but the roll."""
    held = state.cast.dossier(side, state.voter).until(night)
    gone = any(one.kind == "erasure" and one.side == side and one.evening < asked for one in state.requests)
    return DataPaper(side, asked, state.voter, Dossier() if gone else held, erased=gone)


def ranking(state: FeedState, evening: int) -> Ranking | None:
    """How the voter wants the feed of ``evening`` ordered; None: nothing was chosen."""
    chosen = [one.ranking for one in state.requests if one.kind == "ranking" and one.evening < evening]
    return chosen[-1] if chosen else None


def plan(state: FeedState, evening: int) -> NightPlan:
    """The plan of that evening's night, without ads aimed by data at a voter who had those data erased.

    The same object where nothing was erased. Only the paid delivery to this one voter is stopped: a friend may still pass
    such an ad on, and the auction gives the place that becomes free to somebody else.
    """
    cast = state.cast
    number = cast.nights[evening - 1]
    whole = cast.plans[number]
    sides = {one.side for one in state.requests if one.kind == "erasure" and one.evening < evening}
    if not sides:
        return whole
    ads = tuple(_without(ad, state.voter) if SIDES[ad.side] in sides and by_data(state, ad) else ad for ad in whole.ads)
    return replace(whole, ads=ads)


def by_data(state: FeedState, ad: Ad) -> bool:
    """Was the ad aimed with more than the electoral roll: a trace, a guess, a place, a face?"""
    words = state.cast.reasons.get(ad.id, ())
    return any(kind not in ROLL for kind, _value in words) or ad.place is not None or ad.mood is not None


def _without(ad: Ad, voter: int) -> Ad:
    if not ad.members[voter]:
        return ad
    members = np.array(ad.members, copy=True)
    members[voter] = False
    return replace(ad, members=members)


def offers(state: FeedState) -> list[FeedCommand]:
    """Every command of this page that might be given now."""
    found: list[FeedCommand] = [] if state.here is None else [LookUpRegister(state.here.id)]
    found += [AskForData(side) for side in SIDES]
    found += [AskForErasure(side) for side in SIDES]
    found += [ChooseRanking(one) for one in RANKINGS]
    return found
