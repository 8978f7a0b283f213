"""What a feed shows, and what the platform learns from clicks."""

from __future__ import annotations

from dataclasses import dataclass

from game.parameters.parameter import N_, choice


@dataclass(frozen=True)
class FeedParameters:
    """What a feed shows, and what the platform learns from clicks."""

    slots: float = choice(20.0, 10.0, 30.0, N_("posts"), N_("posts read on an evening with the phone"))
    base_click: float = choice(0.05, 0.02, 0.08, N_("probability"), N_("chance of a click on an ordinary post"))
    supply_friends: float = choice(8.0, 6.0, 10.0, N_("posts"), N_("supply of friends' posts"))
    supply_news: float = choice(6.0, 4.0, 8.0, N_("posts"), N_("supply of news"))
    supply_outrage: float = choice(4.0, 2.0, 5.0, N_("posts"), N_("supply of outrage on each side"))
    supply_clickbait: float = choice(1.0, 0.5, 2.0, N_("posts"), N_("supply of clickbait"))
    supply_bot: float = choice(
        2.0, 1.0, 3.0, N_("posts"), N_("supply of posts by one unit of bots"), source="shao-2018"
    )
    arousal_friends: float = choice(0.35, 0.2, 0.5, N_("0 to 1"), N_("how stirring a friend’s post is"))
    arousal_news: float = choice(0.15, 0.05, 0.3, N_("0 to 1"), N_("how stirring news is"))
    arousal_outrage: float = choice(0.8, 0.6, 1.0, N_("0 to 1"), N_("how stirring partisan outrage is"))
    arousal_clickbait: float = choice(0.9, 0.6, 1.0, N_("0 to 1"), N_("how stirring clickbait is"))
    arousal_bots: float = choice(0.6, 0.4, 0.8, N_("0 to 1"), N_("how stirring a bot’s post is"))
    rank_arousal: float = choice(
        1.6, 1.0, 2.2, N_("gain"), N_("ranking rewards arousal; the direction is evidence"), source="milli-2025"
    )
    rank_match: float = choice(
        2.0, 1.0, 2.5, N_("gain"), N_("ranking rewards what matches past clicks"), source="milli-2025"
    )
    bridge_lift: float = choice(
        0.5,
        0.2,
        1.0,
        N_("gain"),
        N_("the order “Both sides” lifts news and friends’ posts, which both sides approve of"),
    )
    bridge_damp: float = choice(
        0.8,
        0.3,
        1.5,
        N_("gain"),
        N_("the order “Both sides” lowers outrage, clickbait and bots; that this warms is evidence"),
        source="piccardi-2025",
    )
    bridge_across: float = choice(
        1.0, 0.5, 1.5, N_("gain"), N_("the order “Both sides” lifts posts from the other side")
    )
    slot_order: float = choice(0.6, 0.2, 1.0, N_("gain"), N_("ranked by clicks, stirring posts stand higher up"))
    bot_comments: float = choice(2.0, 1.0, 3.0, N_("comments"), N_("bots that write under a post, per unit"))
    bot_likes: float = choice(3.0, 1.0, 5.0, N_("times"), N_("bots can raise the likes under a post by this at most"))
    outrage_lean: float = choice(0.7, 0.5, 0.9, N_("stance"), N_("where partisan posts stand"))
    click_arousal: float = choice(1.0, 0.5, 1.5, N_("gain"), N_("clicks follow arousal"), source="robertson-2023")
    click_match: float = choice(2.0, 1.0, 3.0, N_("gain"), N_("clicks follow agreement"))
    profile_learning: float = choice(0.1, 0.05, 0.2, N_("per click"), N_("how fast the platform learns one's side"))
