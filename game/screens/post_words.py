"""What a post says: the words, faces and pictures of the scenario behind the ids of a `PostView`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from game.i18n import _, listing, ngettext, number

if TYPE_CHECKING:
    from game.feed.view import PostView
    from game.scenario.model import Account, Action, Claim, Finding, Persona, Picture, Post, Scenario, Side


class Named(Protocol):
    """Anything of a scenario that has an id."""

    @property
    def id(self) -> str:
        """The id."""


Found = TypeVar("Found", bound=Named)


def found(items: Iterable[Found], wanted: str | None) -> Found | None:
    """The item with this id, or None."""
    return next((item for item in items if item.id == wanted), None)


def persona_of(texts: Scenario, wanted: str | None) -> Persona:
    """The persona with this id; the first one while nobody is chosen."""
    return found(texts.feed.personas, wanted) or texts.feed.personas[0]


@dataclass(frozen=True)
class PostWords:
    """Everything that a card or a check of one post shows, in the player's language.

    ``face`` is a picture under ``assets/art`` with its ending, or empty for an account without one; ``under`` is the
    small line below the name; ``more`` is what reading to the end opens.
    """

    name: str
    under: str
    face: str
    text: str
    more: str = ""
    art: str = ""
    alt: str = ""
    picture: Picture | None = None
    friend: str = ""  # account id of a friend who wrote it
    ordinary: bool = False  # a friend's own day: nothing in it to check
    behind: str = ""
    followers: tuple[int, ...] = ()
    findings: tuple[Finding, ...] = ()


def words_of(texts: Scenario, post: PostView) -> PostWords:
    """The words of a post. Raises KeyError when it points at something that the scenario does not have."""
    if post.kind == "bot" and post.authored is None:
        return _bot(texts, post)
    if post.invitation is not None:
        return _invitation(texts, post)
    if post.kind == "campaign":
        return _campaign(texts, post)
    return _authored(texts, post)


def _account(texts: Scenario, post: PostView) -> Account:
    account = found(texts.feed.accounts, post.account)
    if account is None:
        raise KeyError(f"no account {post.account!r}")
    return account


def _side(texts: Scenario, post: PostView) -> Side | None:
    """The camp whose account or front a post comes from."""
    return next((side for side in texts.head.sides if post.account in (side.account, side.front)), None)


def _claim(texts: Scenario, post: PostView) -> Claim | None:
    return found(texts.campaign.claims, post.claim)


def label_of(texts: Scenario, post: PostView) -> str:
    """The line under the name of a paid post: who pays where it is labelled, else what the network calls it."""
    side = _side(texts, post)
    if post.signed and side is not None:
        return _("Sponsored. Paid for by {campaign}.").format(campaign=side.name)
    return _("Suggested for you")


def _campaign(texts: Scenario, post: PostView) -> PostWords:
    account, claim = _account(texts, post), _claim(texts, post)
    if claim is None or post.tone is None or post.headline is None:
        raise KeyError(f"post {post.id!r} has no claim")
    text = getattr(getattr(claim.texts, post.tone), post.headline)
    picture = found(texts.campaign.pictures, getattr(claim.pictures, post.tone))
    side = _side(texts, post)
    if post.signed and side is not None:
        more = _("That was all of it. At the end, in small letters: paid for by {campaign}.").format(campaign=side.name)
    else:
        more = _("That was all of it. No name, no address, no date, and nobody says who paid.")
    return PostWords(
        name=account.name,
        under=label_of(texts, post),
        face=f"{account.avatar}.svg",
        text=text,
        more=more,
        art=f"{picture.art}.svg" if picture else "",
        alt=picture.alt if picture else "",
        picture=picture,
        behind=account.behind,
        followers=account.followers,
        findings=claim.findings,
    )


def _under(kind: str) -> str:
    """What the network writes below the name of an account that says nothing about itself."""
    return {"friend": _("Friend"), "bot": _("Popular near you")}.get(kind, _("Suggested for you"))


def _authored(texts: Scenario, post: PostView) -> PostWords:
    authored: Post | None = found(texts.feed.posts, post.authored)
    if authored is None:
        raise KeyError(f"no post {post.authored!r}")
    account = found(texts.feed.accounts, authored.account)
    if account is None:
        raise KeyError(f"no account {authored.account!r}")
    picture = found(texts.campaign.pictures, authored.picture)
    return PostWords(
        name=account.name,
        under=account.source_line or _under(account.kind),
        face=f"{account.avatar}.svg",
        text=authored.text,
        more=authored.more or "",
        art=f"{picture.art}.svg" if picture else "",
        alt=picture.alt if picture else "",
        picture=picture,
        friend=account.id if account.kind == "friend" else "",
        ordinary=(
            account.kind == "friend" and authored.truth is None and authored.behind is None and not authored.findings
        ),
        behind=authored.behind or account.behind,
        followers=account.followers,
        findings=authored.findings,
    )


def _bot(texts: Scenario, post: PostView) -> PostWords:
    voice = texts.feed.bots[post.bot or 0]
    claim = _claim(texts, post)
    return PostWords(
        name=voice.name,
        under=_("Popular near you"),
        face="",
        text=voice.line,
        behind=_("Made last week. No face, no friends, no lunch. It writes the same line under forty posts a night."),
        findings=claim.findings if claim else (),
    )


def _invitation(texts: Scenario, post: PostView) -> PostWords:
    account = _account(texts, post)
    action: Action | None = found(texts.campaign.amplify + texts.campaign.street, post.invitation)
    if action is None:
        raise KeyError(f"no action {post.invitation!r}")
    return PostWords(
        name=account.name,
        under=label_of(texts, post),
        face=f"{account.avatar}.svg",
        text=_("You are invited: {action}. Come along.").format(action=action.name),
        more=_("{action}: {terms}").format(action=action.name, terms=action.terms),
        art=f"{action.art}.svg",
        alt=action.name,
        behind=account.behind,
        followers=account.followers,
    )


def liked_line(texts: Scenario, post: PostView, *, own: bool = False) -> str:
    """Who likes it: the player (``own``, counted in its likes), friends by name, then how many others."""
    names = [account.name for who in post.liked_by if (account := found(texts.feed.accounts, who))][:2]
    if own:
        others = max(0, post.likes - 1 - len(names))
        rest = [ngettext("{n} other", "{n} others", others).format(n=number(others))] if others else []
        whom = listing([_("You"), *names, *rest])
        return _("{names} like this").format(names=whom) if names or rest else _("You like this")
    others = max(0, post.likes - len(names))
    if not names:
        if post.likes == 0:
            return _("Nobody has liked this yet")
        return ngettext("{n} person likes this", "{n} people like this", post.likes).format(n=number(post.likes))
    if others == 0:
        return ngettext("{names} likes this", "{names} like this", len(names)).format(names=listing(names))
    count = ngettext("{n} other", "{n} others", others).format(n=number(others))
    return _("{names} like this").format(names=listing([*names, count]))
