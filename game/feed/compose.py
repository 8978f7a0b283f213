"""Tonight's feed for one voter: slots drawn by the town's own ranking, filled with posts.

A slot of advertising becomes the post of the campaign that bought it and carries the impression's id; a slot of a bot class
becomes a bot's post, and there is one only where a network runs. The other slots are filled with posts that the author
wrote, none twice. Luck is keyed by post and voter, so another campaign changes its own posts and leaves the others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property

import numpy as np

from game.electorate.delivery import Delivery, impression_id
from game.electorate.plan import Ad
from game.electorate.population import SIGN
from game.electorate.ranking import CLASSES, Slot, arousals, feed_slots
from game.feed import rights
from game.feed.commands import SIDES
from game.feed.state import FeedState, Shown
from game.feed.view import PostView
from game.scenario.model import Account, Persona, Post, Scenario

SLOTS = 13
"""Posts drawn for an evening."""
FEWEST = 10
"""An evening is filled up with friends' and news posts to this length."""
CLASS_KINDS = {
    "friends": ("friend", "quiz"),
    "news": ("news", "notice"),
    "outrage-for": ("outrage",),
    "outrage-against": ("outrage",),
    "clickbait": ("clickbait",),
}
"""Which authored kinds fill a slot of a class."""
TONE_AROUSAL = {"policy": 0.2, "hope": 0.4, "fear": 0.7, "anger": 0.8}
AD_LEAN = 0.7
"""Where campaign and bot posts stand on the stance axis, as partisan posts do in the simulation."""
VOICES_SHOWN = 3
LIKED_BY = 0.22
"""Chance that a friend's like is shown under a post; at most two are."""


def tonight(state: FeedState, delivery: Delivery, evening: int, night: int) -> tuple[Shown, ...]:
    """The posts of ``evening`` for the persona, in ranked order. ``delivery`` is that night's."""
    cast = state.cast
    slots = feed_slots(
        cast.population,
        state.mind,
        rights.plan(state, evening),
        delivery,
        night,
        state.voter,
        cast.streams,
        cast.parameters,
        k=SLOTS,
        ranking=rights.ranking(state, evening),
    )
    kitchen = _Kitchen(state, delivery, evening, night)
    posts = [post for slot in slots for post in kitchen.serve(slot)]
    while len(posts) < FEWEST:
        more = kitchen.authored("friends")
        if more is None:
            break
        posts.append(more)
    return tuple(posts)


def creative(scenario: Scenario, ad: Ad, impression: str, counts: tuple[int, int, int]) -> Shown:
    """An ad as a post: what the phone shows of it and what the rules know."""
    side = scenario.head.sides[0] if scenario.head.sides[0].id == SIDES[ad.side] else scenario.head.sides[1]
    claim = next(claim for claim in scenario.campaign.claims if claim.id == ad.claim)
    picture = getattr(claim.pictures, ad.tone)
    likes, comments, shares = counts
    view = PostView(
        id=impression,
        kind="campaign",
        account=side.account if ad.signed else side.front,
        impression=impression,
        side=side.id if ad.signed else None,
        claim=claim.id,
        tone=ad.tone,
        headline=ad.headline,
        signed=ad.signed,
        likes=likes,
        comments=comments,
        shares=shares,
    )
    return Shown(
        view,
        lean=AD_LEAN * SIGN[ad.side],
        arousal=TONE_AROUSAL[ad.tone],
        side=ad.side,
        truth=claim.truth,
        ad=ad.id,
        picture=picture,
        findings=len(claim.findings),
        behind=True,
    )


class _Kitchen:
    """Fills one evening's slots; remembers what was served."""

    def __init__(self, state: FeedState, delivery: Delivery, evening: int, night: int) -> None:
        self.state, self.delivery, self.evening, self.night = state, delivery, evening, night
        self.cast = state.cast
        self.scenario = state.cast.scenario
        self.plan = rights.plan(state, evening)
        self.persona: Persona = next(one for one in self.scenario.feed.personas if one.id == state.persona)
        self.accounts: dict[str, Account] = {account.id: account for account in self.scenario.feed.accounts}
        self.served: set[str] = set(state.used)
        self.voices = 0
        posts = self.scenario.feed.posts
        draws = self.cast.streams.uniforms("feed-post", evening, state.voter, n=len(posts))
        self.luck = {post.id: float(draw) for post, draw in zip(posts, draws, strict=True)}

    def serve(self, slot: Slot) -> Iterator[Shown]:
        """The post for a slot, if there is one that may be shown."""
        if slot.kind == "ad":
            post = self._campaign(slot)
        elif slot.kind.startswith("bots-"):
            post = self._bot(slot)
        else:
            post = self.authored(slot.kind, slot)
        if (
            post is not None
            and post.source not in self.state.silenced
            and (post.ad not in self.state.removed or post.ad is None)
        ):
            yield post

    def _campaign(self, slot: Slot) -> Shown | None:
        if slot.ad is None or slot.impression is None:
            return None
        ad = self.delivery.ads[slot.ad]
        weight = self.cast.population.weight
        rows = self.delivery.ad == slot.ad
        clicks = int(np.count_nonzero(self.delivery.clicked & rows)) * weight
        luck = 0.7 + 0.6 * self._chance("likes", ad.id)
        likes = round((3 + clicks * 0.8) * luck * slot.likes_factor)
        passed_on = round(int(np.count_nonzero(self.delivery.organic & rows)) * weight)
        stirring = 0.25 + 0.5 * TONE_AROUSAL[ad.tone]
        post = creative(self.scenario, ad, slot.impression, (likes, round(likes * stirring), passed_on + likes // 6))
        return self._dressed(post, slot)

    def _bot(self, slot: Slot) -> Shown | None:
        side = 0 if slot.kind == "bots-for" else 1
        if self.plan.bots[side] <= 0:
            return None
        voices = self._voices(side)
        if not voices:
            return None
        index = voices[int(self._chance("voice", slot.kind, self.voices) * len(voices))]
        self.voices += 1
        impression = impression_id(self.night, f"{SIDES[side]}-bots-{self.voices}", self.state.voter)
        likes = round(40 * (0.5 + self._chance("likes", impression)) * max(slot.likes_factor, 1.0))
        authored = self._pick([post for post in self._open() if post.kind == "bot" and post.lean * SIGN[side] > 0])
        view = PostView(
            id=impression,
            kind="bot",
            account=None if authored is None else authored.account,
            authored=None if authored is None else authored.id,
            impression=impression,
            signed=False,
            bot=index,
            likes=likes,
            comments=likes // 3,
            shares=likes // 4,
        )
        return Shown(
            view,
            lean=AD_LEAN * SIGN[side],
            arousal=arousals(self.state.cast.parameters)[CLASSES.index(slot.kind)],
            side=side,
            truth=None if authored is None else authored.truth,
            picture=None if authored is None else authored.picture,
            findings=0 if authored is None else len(authored.findings),
            behind=True,
        )

    def authored(self, kind: str, slot: Slot | None = None) -> Shown | None:
        """A post by the author for a slot of class ``kind``; where that has no more, from friends, news, then anything."""
        classes = (kind, "friends", "news", "clickbait", "outrage-for", "outrage-against")
        choice = next((pick for name in classes if (pick := self._pick(self._for_class(name))) is not None), None)
        if choice is None:
            return None
        factor = slot.likes_factor if slot is not None else 1.0
        view = PostView(
            id=f"e{self.evening}-{choice.id}",
            kind="authored",
            account=choice.account,
            authored=choice.id,
            likes=round(choice.likes * factor),
            comments=choice.comments,
            shares=choice.shares,
        )
        post = Shown(
            view,
            lean=choice.lean,
            arousal=choice.arousal,
            truth=choice.truth,
            picture=choice.picture,
            findings=len(choice.findings),
            behind=choice.behind is not None or self.accounts[choice.account].kind != "friend",
        )
        return self._dressed(post, slot)

    def _for_class(self, kind: str) -> list[Post]:
        found = [post for post in self._open() if post.kind in CLASS_KINDS[kind]]
        if kind.startswith("outrage"):
            sign = 1.0 if kind == "outrage-for" else -1.0
            found = [post for post in found if post.lean * sign > 0]
        return found

    def _open(self) -> list[Post]:
        """Authored posts that this persona may see tonight and has not seen."""
        return [post for post in self._tonights if post.id not in self.served]

    @cached_property
    def _tonights(self) -> list[Post]:
        """Authored posts that this persona may see tonight."""
        evening = self.cast.authored(self.evening)
        return [
            post
            for post in self.scenario.feed.posts
            if evening in post.evenings
            and (not post.personas or self.persona.id in post.personas)
            and (self.accounts[post.account].kind != "friend" or post.account in self.persona.friends)
            and post.account not in self.state.silenced
        ]

    def _pick(self, posts: list[Post]) -> Post | None:
        """One of them: first those written for this persona, then for fewest evenings, then by luck."""
        if not posts:
            return None
        choice = min(posts, key=lambda post: (not post.personas, len(post.evenings), self.luck[post.id], post.id))
        self.served.add(choice.id)
        return choice

    def _dressed(self, post: Shown, slot: Slot | None) -> Shown:
        """The post with the likes of friends and the comments of bots that stand under it."""
        likers: tuple[str, ...] = ()
        if post.view.likes > 0:
            friends = self.persona.friends
            draws = self.cast.streams.uniforms("liked-by", self.state.voter, post.id, n=len(friends))
            keen = zip(friends, draws, strict=True)
            likers = tuple(friend for friend, draw in keen if friend != post.view.account and draw < LIKED_BY)[:2]
        comments: tuple[int, ...] = ()
        if slot is not None and slot.bot_comments > 0 and post.lean != 0.0:
            side = 0 if post.lean > 0 else 1
            if self.plan.bots[side] > 0:
                comments = self._voices(side)[: min(slot.bot_comments, VOICES_SHOWN)]
        view = replace(post.view, liked_by=likers, bot_comments=comments, comments=post.view.comments + len(comments))
        return replace(post, view=view)

    def _voices(self, side: int) -> tuple[int, ...]:
        return tuple(index for index, voice in enumerate(self.scenario.feed.bots) if voice.side == SIDES[side])

    def _chance(self, *keys: int | str) -> float:
        return self.cast.streams.chance("feed", self.evening, self.state.voter, *keys)
