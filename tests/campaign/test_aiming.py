"""From data to ads: places, faces, pictures, scores, and how often a guess was wrong."""

from __future__ import annotations

import numpy as np
import pytest

from game.campaign.audience import vocabulary
from game.campaign.commands import BuySource, ComposeMessage, Criterion, EndDay, PlanAction, SaveSegment, SendMessage
from game.campaign.ground import Ground, lay
from game.campaign.knowledge import file_of, guess, holding, members, sure
from game.campaign.misfits import misfits, wrong_inference_rate
from game.campaign.placements import advertisement
from game.campaign.scoring import scoring
from game.campaign.state import Booking, Draft
from game.electorate.data.broker import right_entries
from game.electorate.plan import Ad
from game.scenario.model import RuleSet, Scenario
from game.session.codec import Command
from game.session.session import Session
from tests.runs import session
from tests.sample_scenario import tree

LATE, PASS, TEA = Criterion("signal", "late-tram"), Criterion("signal", "pass"), Criterion("signal", "tea")


def ground(rules: RuleSet = "2016") -> Ground:
    """A town whose quiz file is replaced by cameras."""
    made = tree(rules)
    made["campaign"]["sources"][4]["kind"] = "mood"
    made["campaign"]["sources"][4]["reliability"] = 0.6
    return session(scenario=Scenario.model_validate(made)).ground


def ad(
    town: Ground,
    files: tuple[str, ...],
    audience: tuple[Criterion, ...] = (),
    draft: Draft | None = None,
    action: str = "ads",
) -> Ad:
    """What a booking of these files and this audience runs."""
    booking = Booking(
        id="for-1",
        side="for",
        action=action,
        day=1,
        nights=1,
        price=500,
        audience=audience,
        files=files,
        draft=draft or Draft("f-true", "policy", "plain", True),
    )
    return advertisement(town, booking, members(town, files, audience), 500.0)


def test_an_ad_follows_a_place_that_a_location_file_tells() -> None:
    """The one trace of the sentence, with the file in use; shopping is no place."""
    town = ground()
    assert ad(town, ("tickets",), (LATE,)).place == town.signals["late-tram"]
    assert ad(town, ("tickets", "basket"), (LATE, Criterion("age", "under-30"))).place == town.signals["late-tram"]
    assert ad(town, ("basket",), (TEA,)).place is None
    assert ad(town, ("tickets",)).place is None


def test_an_ad_follows_no_place_where_none_would_do() -> None:
    """Two traces are alternatives; a star or a hashtag speaks to all; a file that the law forbids tells nothing."""
    assert ad(ground(), ("tickets",), (LATE, PASS)).place is None
    assert ad(ground(), ("tickets",), (LATE,), action="star").place is None
    assert ad(ground("2026"), ("tickets",), (LATE,)).place is None


@pytest.mark.parametrize(("tone", "timed"), [("fear", 0.6), ("anger", 0.6), ("hope", None), ("policy", None)])
def test_only_fear_and_anger_wait_for_a_tense_face(tone: str, timed: float | None) -> None:
    """As surely as the seller promises; without cameras, or with cameras that the law forbids, nothing waits."""
    draft = Draft("f-true", tone, "plain", True)  # type: ignore[arg-type]  # because the tones are listed above
    assert ad(ground(), ("quiz",), draft=draft).mood == timed
    assert ad(ground(), ("basket",), draft=draft).mood is None
    assert ad(ground("2026"), ("quiz",), draft=draft).mood is None
    assert ad(ground(), ("quiz",), draft=draft, action="tag").mood is None


def test_a_picture_that_is_not_honest_makes_the_ad_synthetic() -> None:
    """The picture of claim and tone decides, whatever the claim says."""
    assert ad(ground(), (), draft=Draft("f-false", "fear", "plain", True)).synthetic
    assert not ad(ground(), (), draft=Draft("f-misleading", "fear", "plain", True)).synthetic


def test_a_score_needs_a_file_that_may_be_used() -> None:
    """No file, no score; under the rules of 2026 only what people gave counts."""
    score = Booking(id="s", side="for", action="ads", day=1, nights=1, price=0)
    sold = Booking(id="s", side="for", action="ads", day=1, nights=1, price=0, files=("roll", "basket"))
    town = ground()
    assert scoring(town, score) is None
    made = scoring(town, sold)
    assert made is not None
    assert np.array_equal(made.scored, holding(town, ("basket",)).known.any(axis=0))
    assert 0 < int(made.shut.sum()) < 0.3 * int(made.scored.sum())
    assert scoring(ground("2026"), sold) is None


def campaign(*criteria: Criterion, action: str = "ads") -> Session:
    """Two nights of ads for an audience, with a bought file."""
    commands: tuple[Command, ...] = (
        BuySource("basket"),
        SaveSegment(criteria),
        ComposeMessage("a", "f-true", "hope", "plain", True),
        SendMessage("a"),
        PlanAction(action),
        EndDay(),
        EndDay(),
    )
    return session(commands)


def test_the_wrong_inference_rate_counts_whom_the_guess_was_wrong_about() -> None:
    """Of those reached on a guess, as many as the truth says; the same as counting them one by one."""
    run = campaign(Criterion("concern", "safety"))
    state, wrong = run.story().campaign, misfits(run.ground, (Criterion("concern", "safety"),))
    met = [
        bool(wrong[voter])
        for night in state.nights
        for index, shown in enumerate(night.delivery.ads)
        if shown.side == 0
        for voter, organic in zip(
            night.delivery.voter[night.delivery.ad == index],
            night.delivery.organic[night.delivery.ad == index],
            strict=True,
        )
        if not organic
    ]
    assert len(met) > 20
    assert wrong_inference_rate(state) == pytest.approx(sum(met) / len(met))
    assert 0.4 < wrong_inference_rate(state) < 0.8


@pytest.mark.parametrize(
    ("criteria", "action"), [((), "ads"), ((Criterion("age", "under-30"),), "ads"), ((LATE,), "tag")]
)
def test_without_a_guess_nothing_is_guessed_wrongly(criteria: tuple[Criterion, ...], action: str) -> None:
    """Everyone, a fact, or a hashtag that everybody sees: the rate is nought, as it is before the first night."""
    words = tuple(word for word in criteria if word.kind != "signal")
    assert wrong_inference_rate(campaign(*words, action=action).story().campaign) == 0.0
    assert wrong_inference_rate(session().story().campaign) == 0.0


def test_alternatives_are_one_guess_and_kinds_are_several() -> None:
    """Somebody who fits one of two worries is not misjudged; a second kind of guess can only add misfits."""
    town = ground()
    safety, money = Criterion("concern", "safety"), Criterion("concern", "money")
    either, one = misfits(town, (safety, money)), misfits(town, (safety,))
    assert not np.any(either & ~one)
    assert np.any(one & ~either)
    both = misfits(town, (safety, Criterion("leaning", "for")))
    assert not np.any(one & ~both)
    assert not misfits(town, (Criterion("age", "under-30"), TEA)).any()


def test_bought_files_are_wrong_more_often_than_given_ones() -> None:
    """In a campaign's hands: what a broker says of people is true for about three in five, what members say for most."""
    town = session().ground
    sold = right_entries(town.population, file_of(town, town.sources["basket"]))
    given = right_entries(town.population, file_of(town, town.sources["members"]))
    assert 0.42 < sold < 0.85 < given
    assert guess(town, ("basket",), Criterion("concern", "safety")).card.signals


@pytest.mark.parametrize("voters", [1, 5, 40])
@pytest.mark.parametrize("rules", ["none", "2026"])
def test_the_smallest_town_gives_every_word_a_sane_audience(voters: int, rules: RuleSet) -> None:
    """All files at once in a town of a few: every word of the sentence has members, or none, and a claim between 0 and 1."""
    town = lay(Scenario.model_validate(tree(rules)), "for", seed=1, days=5, voters=voters, rules=rules)
    files = tuple(town.sources)
    for word in vocabulary(town, files):
        assert members(town, files, (word,)).shape == (town.population.n,)
        claimed = sure(town, files, (word,))
        assert claimed is None or 0.0 <= claimed <= 1.0
