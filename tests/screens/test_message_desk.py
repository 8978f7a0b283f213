"""The message desk: two versions, their phones, a test, and what goes out."""

from __future__ import annotations

from game.campaign import view as views
from game.campaign.commands import ComposeMessage
from game.campaign.view import Interval
from game.screens.ab_results import verdict
from game.ui import Prefs
from tests.screens.act_one import Table, table

WRITTEN = (
    ComposeMessage("a", "timetable", "hope", "plain", signed=True),
    ComposeMessage("b", "last-tram", "fear", "curiosity", signed=False),
)


def sent(run: Table) -> str | None:
    """The version that goes out tonight."""
    return run.view.sent


def told(clicks: tuple[float, float], trust: tuple[float, float], margin: float) -> str:
    """The verdict on a test with these figures for A and B."""
    result = views.TestView(
        400,
        {"a": Interval(clicks[0], margin / 100), "b": Interval(clicks[1], margin / 100)},
        {"a": Interval(trust[0], margin), "b": Interval(trust[1], margin)},
    )
    return verdict(result)


def test_letters_change_the_version_at_hand() -> None:
    """T, C, H and L go on to the next value, and the rules hold what the phone shows."""
    run = table("message")
    run.pilot.press("T", "C", "H", "L")
    draft = run.view.drafts["a"]
    assert (draft.tone, draft.claim, draft.headline, draft.signed) == ("hope", "cleaner-air", "curiosity", False)


def test_arrows_change_the_group_in_focus() -> None:
    """Right takes the next tone, left comes back."""
    run = table("message")
    seen = []
    for key in ("Right", "Left"):
        run.pilot.press(key)
        seen.append(run.view.drafts["a"].tone)
    assert seen == ["hope", "policy"]


def test_every_own_claim_has_a_cell_with_its_truth_and_name() -> None:
    """Four cells, each called by its truth and its name, so that no two sound alike; the other side’s claims are not there."""
    run = table("message")
    text = run.pilot.text()
    own = [claim for claim in run.playing.texts.campaign.claims if claim.side == "for"]
    assert len(own) == 4
    for claim in own:
        assert f": {claim.name}" in text
    for claim in run.playing.texts.campaign.claims:
        assert claim.side == "for" or f": {claim.name}" not in text


def test_what_is_not_true_is_said_on_the_desk() -> None:
    """A misleading claim shows what is true about it; a true one shows no warning."""
    run = table("message")
    note = "Nobody has proposed to cut it."
    assert note not in run.pilot.text()
    run.pilot.press("C", "C")
    assert note in run.pilot.text()


def test_the_phone_shows_the_words_and_who_pays() -> None:
    """A signed version names the campaign; hiding the label shows the front's page and no payer."""
    run = table("message", before=WRITTEN)
    text = run.pilot.text()
    assert "Vote yes and trams are free for under-25s from September. See the timetable." in text
    assert "Paid for by Clairport Moves" in text
    run.pilot.press("L")
    assert "Paid for by Clairport Moves" not in run.pilot.text()


def test_v_edits_the_other_version() -> None:
    """After V the letters write version B and leave A as it is."""
    run = table("message", before=WRITTEN)
    run.pilot.press("V", "T")
    assert run.view.drafts["a"].tone == "hope"
    assert run.view.drafts["b"].tone == "anger"


def test_a_test_is_paid_and_shows_both_figures() -> None:
    """S spends the price; the result names both letters, and changing a word makes it void."""
    run = table("message", before=WRITTEN)
    assert run.pilot.sees("Two guesses, so far.")
    run.pilot.press("S")
    assert run.view.money == 13_000 - 150
    assert "Clicks: A" in run.pilot.text()
    assert run.pilot.sees("The test won’t choose for you.")
    run.pilot.press("T")
    assert run.pilot.sees("Two guesses, so far.")


def test_with_large_text_the_test_opens_where_its_result_is() -> None:
    """Results have a page of their own there: whoever pays is taken to it."""
    run = table("message", before=WRITTEN)
    run.pilot.app.set_prefs(Prefs(text_scale=1.5))
    run.pilot.press("S")
    assert run.pilot.focused_id() == "pages.test"
    assert "Clicks: A" in run.pilot.text()


def test_the_letter_of_a_choice_takes_the_focus_along() -> None:
    """H changes the headline and goes there: the arrows that follow change the headline, not the tone."""
    run = table("message", before=WRITTEN)
    assert run.pilot.focused_id() == "tone"
    run.pilot.press("H")
    assert run.pilot.focused_id() == "headline"
    tone, headline = run.view.drafts["a"].tone, run.view.drafts["a"].headline
    run.pilot.press("Right")
    assert run.view.drafts["a"].tone == tone
    assert run.view.drafts["a"].headline != headline


def test_untouched_versions_can_be_tested_and_sent() -> None:
    """What the phones show from the start is written down when it is needed."""
    run = table("message")
    run.pilot.press("S", "B")
    assert run.view.sent == "b"
    assert set(run.view.drafts) == {"a", "b"}


def test_sending_is_seen_on_the_button() -> None:
    """A sends version A; rewriting it takes that back, as the rules say."""
    run = table("message", before=WRITTEN)
    run.pilot.press("A")
    assert sent(run) == "a"
    assert run.pilot.sees("A goes out")
    run.pilot.press("T")
    assert sent(run) is None
    assert run.pilot.sees("Send A")


def test_the_law_of_2026_shows_no_hidden_label() -> None:
    """Where the law forbids it the cell cannot be taken, and says so."""
    run = table("message", law="2026")
    run.pilot.press("L")
    assert all(draft.signed for draft in run.view.drafts.values())
    assert "The law in force forbids it." in run.pilot.text()


def test_the_verdict_says_no_more_than_the_test() -> None:
    """Clear differences are named, differences inside the margin are not."""
    assert told((0.02, 0.06), (1.0, -2.0), 0.5).startswith("B gets the clicks. A keeps the trust.")
    assert told((0.02, 0.06), (0.1, 0.2), 0.5).startswith("B gets the clicks. On trust it is too close to call.")
    assert told((0.02, 0.021), (1.0, -2.0), 0.5).startswith("A keeps the trust. On clicks it is too close to call.")
    assert told((0.06, 0.02), (1.0, -2.0), 0.5).startswith("A does better on both counts.")
    assert told((0.02, 0.03), (0.1, 0.2), 2.0).startswith("Too close to call: 400 voters are too few.")
