"""The audience desk: a sentence says who should see it, and the town lights up as the campaign believes it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Literal

from game.campaign.commands import Criterion, SaveSegment
from game.campaign.view import CampaignView, SegmentView, WordOption
from game.i18n import _, number, percent
from game.screens import sentence
from game.screens.electorate_view import ID, Electorate, View, dot_legend
from game.screens.playing import Playing
from game.screens.shares import printed
from game.screens.war_room import WarRoom
from game.ui import (
    Binding,
    Button,
    Column,
    Dialog,
    Figure,
    Frame,
    Grid,
    Panel,
    Place,
    Rich,
    Row,
    Rule,
    Spacer,
    StanceBar,
    StanceMark,
    Text,
    Widget,
    markup,
)

_CYCLE = {"age": "age", "district": "district", "signal": "signal"}


class AudienceDesk(WarRoom):
    """Left the sentence, right the living electorate."""

    desks = ("audience",)

    def __init__(self, playing: Playing) -> None:
        super().__init__(playing)
        self.picture = Electorate(playing)
        self.looking = False

    def title(self) -> str:
        """The question of the page."""
        return _("Who should see it?")

    def first_focus(self) -> str:
        """The first word."""
        return "word-0" if self.criteria else "add"

    def keys(self) -> list[Binding]:
        """Words by Tab, values by arrows, as mock-up 05 draws them; in the picture arrows move the lens."""
        if self.app.focused_id == ID:
            held = self.picture.pinned >= 0
            return [
                Binding("Tab", _("Next")),
                Binding("Left Right Up Down", _("Look at another dot")),
                Binding("Enter", _("Let go") if held else _("Hold the note")),
                *self._letting_go(),
            ]
        return [
            Binding("Tab", _("Next word")),
            Binding("Up Down", _("Change it"), self._turn),
            Binding("Del Backspace", _("Remove"), self._remove, show="Del"),
            *self._enter(),
            *self._letting_go(),
        ]

    def bindings(self) -> list[Binding]:
        """As in the whole war room; while a note is held, Esc lets go of it."""
        all_ = super().bindings()
        return [each for each in all_ if each.keys != "Esc" or self.picture.pinned < 0 or each.action == self._let_go]

    def _letting_go(self) -> list[Binding]:
        return [Binding("Esc", _("Let go"), self._let_go)] if self.picture.pinned >= 0 else []

    def _let_go(self) -> None:
        self.picture.let_go()

    def _enter(self) -> list[Binding]:
        """What Enter does here: on a word it saves the sentence (Space or a click opens the list of that word)."""
        if self.app.focused_id == "add":
            return [Binding("Enter", _("Add a word"))]
        if self._saved(self.playing.campaign) or not self._saves:
            return []
        return [Binding("Enter", _("Save this audience"), self._save, over=True)]

    @property
    def _saves(self) -> bool:
        """Does Enter save the sentence? On a word it does; anything else in focus is what Enter acts on."""
        return self._at() is not None

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The sentence being written; begins with the audience in force."""
        kept = self.playing.memory.get("sentence")
        if isinstance(kept, tuple):
            return kept
        current = self.playing.campaign.segment
        return sentence.in_order(current.criteria) if current else ()

    def _write(self, criteria: tuple[Criterion, ...]) -> None:
        self.playing.memory["sentence"] = sentence.in_order(criteria)

    def body(self, view: CampaignView) -> Widget:
        """The two halves of the page; where the text is large, one after the other."""
        preview = self.playing.session.segment_preview(self.criteria)
        if self.large:
            return Frame(*self._one_half(view, preview))
        views = Place(448, 72, 672, 60, self._views(), scroll=False)
        shown = self._shown(preview)
        worded = self.picture.view == "words"
        return Frame(
            Place(64, 88, 352, 576, self._writing(view, preview)),
            *((views, shown) if worded else (shown, views)),  # the picture lies under the switch of its views
            Place(1128, 88, 124, 0, self._scale("right")),
        )

    def _one_half(self, view: CampaignView, preview: SegmentView) -> list[Widget]:
        """The sentence on a page of its own, or the picture with what the sentence amounts to beside it."""
        sentence_ = Button(
            _("Sentence"), self._look_away, kind="segment", selected=not self.looking, id="view-sentence"
        )
        tab = Place(64, 72, 320, 60, Row(sentence_), scroll=False)
        views = Place(392, 68, 856, 60, self._views(), scroll=False)
        if not self.looking:
            return [tab, Place(64, 140, 1152, 524, self._writing(view, preview)), views]
        worded = self.picture.view == "words"
        shown = self._shown(preview)
        told = (self._count(preview), *self._shares(preview), self._scale("left"), dot_legend())
        aside = Place(64, 148, 352, 516, Column(*told, gap=12))
        return [tab, *((views, aside, shown) if worded else (aside, shown, views))]

    def _shown(self, preview: SegmentView) -> Widget:
        """The picture, or the table under the switch of the views."""
        shown = self.picture.widget(preview, large=self.large)
        if self.picture.view == "words":
            top = 148 if self.large else 134
            return Place(448, top, 800, 668 - top, shown, id="districts")
        return Place(448, 64, 800, 608, shown, scroll=False)

    def _writing(self, view: CampaignView, preview: SegmentView) -> Widget:
        legend = Row(
            Row(
                Rule(thickness=3, color="text", width=26),
                Text(_("known"), "small", color="text2"),
                gap=8,
                align="center",
                aloud="",
            ),
            Row(
                Rule("dashed", thickness=3, color="lemon", width=26),
                Text(_("guessed"), "small", color="text2"),
                gap=8,
                align="center",
                aloud="",
            ),
            Button(_("add a word"), self._add, kind="plain", key="+", id="add"),
            gap=16,
            align="center",
            wrap=True,
        )
        return Column(
            Text(self.title(), "h1", role="heading"),
            Rich(*sentence.spans(self.criteria, self.playing.texts, self._open), style="sentence", id="sentence"),
            legend,
            Rule(),
            self._count(preview),
            *self._shares(preview),
            self._warning(preview),
            self._saving(view),
            gap=12,
        )

    def _scale(self, align: Literal["left", "right"]) -> Widget:
        """How many voters a dot stands for."""
        voters = number(self.playing.session.dots_view().voters_per_dot)
        return Text(_("1 dot = {n} voters").format(n=voters), "small", color="text2", align=align)

    def _count(self, preview: SegmentView) -> Widget:
        fit = _("voters fit that sentence, on paper")
        return Row(
            Figure(preview.size, number, "big_number"),
            Text(fit, "body", grow=0 if self.large else 1),
            gap=20,
            align="center",
            wrap=self.large,
            aloud=f"{number(preview.size)} {fit}",
        )

    def _shares(self, preview: SegmentView) -> list[Widget]:
        rows = [(stance, preview.shares.get(stance, 0.0)) for stance in ("for", "undecided", "against")]
        names = {"for": _("for"), "undecided": _("undecided"), "against": _("against")}
        shares = printed([share for _stance, share in rows])
        told = [f"{percent(share)} {names[stance]}" for share, (stance, _exact) in zip(shares, rows, strict=True)]
        return [
            StanceBar(rows, height=20, label=", ".join(told)),
            Row(
                *(
                    Row(StanceMark(stance, 14), Text(text, "small"), gap=6, align="center")
                    for (stance, _share), text in zip(rows, told, strict=True)
                ),
                gap=12,
                wrap=True,
                aloud="",
            ),
        ]

    def _warning(self, preview: SegmentView) -> Widget | None:
        guesses = [item for item in preview.criteria if item.kind in sentence.GUESSED]
        if not guesses or preview.sure is None:
            return Text(_("Nothing guessed: every word comes from a list."), "body", color="text2")
        text = _(
            "**About {n} won’t fit.** The guess is {sure} sure, says the model that made it. Your post goes to all of them."
        )
        spans = markup(text.format(n=number(preview.misfits), sure=percent(preview.sure)))
        return Rich(*spans, style="body")

    def _saving(self, view: CampaignView) -> Widget:
        if self._saved(view):
            return Text(_("Saved. What you send goes to them."), "strong")
        key = "Enter" if self._saves or self.app.focused_id == "save" else ""
        return Button(_("Save this audience"), self._save, kind="primary", key=key, id="save")

    def _saved(self, view: CampaignView) -> bool:
        current = view.segment.criteria if view.segment else None
        return current is not None and sentence.in_order(current) == sentence.in_order(self.criteria)

    def _views(self) -> Widget:
        rows: list[tuple[View, str, str]] = [
            ("map", _("Map"), "M"),
            ("stance", _("Stance"), "S"),
            ("segment", _("Segment"), "G"),
            ("words", _("In words"), "W"),
        ]
        buttons = [
            Button(
                name,
                partial(self._look, view),
                kind="segment",
                key=key,
                selected=self.picture.view == view and (self.looking or not self.large),
                id=f"view-{view}",
            )
            for view, name, key in rows
        ]
        return Row(Spacer(grow=1), Panel(Row(*buttons, gap=4, group=True), fill="sunk", pad=4))

    # -- what the words do

    def _look(self, view: View) -> None:
        self.picture.view = view
        self.looking = True
        if self.large:
            self.app.focus(f"view-{view}")

    def _look_away(self) -> None:
        self.looking = False

    def _at(self) -> int | None:
        focused = self.app.focused_id or ""
        return int(focused.removeprefix("word-")) if focused.startswith("word-") else None

    def _options(self, kind: str) -> list[WordOption]:
        group = _CYCLE.get(kind, "guess")
        return [option for option in self.playing.campaign.words if _CYCLE.get(option.criterion.kind, "guess") == group]

    def _turn(self, key: str) -> None:
        at = self._at()
        if at is None or at >= len(self.criteria):
            return
        present = self.criteria[at]
        taken = set(self.criteria) - {present}
        choices = [option.criterion for option in self._options(present.kind) if option.criterion not in taken]
        if present not in choices or len(choices) < 2:
            return
        step = 1 if key == "Down" else -1
        new = choices[(choices.index(present) + step) % len(choices)]
        self._replace(at, new)

    def _replace(self, at: int, new: Criterion) -> None:
        self._write((*self.criteria[:at], new, *self.criteria[at + 1 :]))
        self.app.focus(f"word-{self.criteria.index(new)}")
        self._tell(sentence.word(new, self.playing.texts))

    def _remove(self) -> None:
        at = self._at()
        if at is not None and at < len(self.criteria):
            self._write((*self.criteria[:at], *self.criteria[at + 1 :]))
            self.app.focus(f"word-{max(0, at - 1)}" if self.criteria else "add")
            self._tell(sentence.plain(self.criteria, self.playing.texts))

    def _add(self) -> None:
        free = [option for option in self.playing.campaign.words if option.criterion not in self.criteria]
        self._choose(_("Add a word"), free, self._append)

    def _append(self, new: Criterion) -> None:
        self._write((*self.criteria, new))
        self.app.focus(f"word-{self.criteria.index(new)}")
        self._tell(sentence.plain(self.criteria, self.playing.texts))

    def _tell(self, words: str) -> None:
        """Say what the sentence says now, and how many it fits."""
        size = number(self.playing.session.segment_preview(self.criteria).size)
        fit = _("voters fit that sentence, on paper")
        self.app.announce(f"{words} {size} {fit}.", toast=False)

    def _open(self, at: int) -> None:
        present = self.criteria[at]
        free = [option for option in self._options(present.kind) if option.criterion not in self.criteria]
        heading = _("Change “{word}” to").format(word=sentence.word(present, self.playing.texts))
        self._choose(heading, free, partial(self._replace, at), removing=at)

    def _choose(
        self,
        heading: str,
        options: list[WordOption],
        chosen: Callable[[Criterion], None],
        *,
        removing: int | None = None,
    ) -> None:
        def take(criterion: Criterion) -> None:
            self.app.close()
            chosen(criterion)

        def remove() -> None:
            self.app.close()
            if removing is not None:
                self._write((*self.criteria[:removing], *self.criteria[removing + 1 :]))

        rows = [
            Button(
                self._label(option),
                partial(take, option.criterion),
                kind="row",
                id=f"option-{index}",
                value=self._certainty(option),
            )
            for index, option in enumerate(options)
        ]
        buttons = [Button(_("Close"), self.app.close, key="Esc", id="close-words")]
        if removing is not None:
            buttons.insert(0, Button(_("Remove this word"), remove, key="Del", id="remove-word"))
        wide = len(rows) > 8 and self.app.prefs.text_scale < 1.5
        self.app.open(
            Dialog(
                heading,
                Grid(*rows, columns=2 if wide else 1, gap=4, group=True),
                buttons=buttons,
                width=960 if wide else 620,
            )
        )

    def _label(self, option: WordOption) -> str:
        text = sentence.word(option.criterion, self.playing.texts)
        if option.criterion.kind == "district":
            return _("living in {words}").format(words=text)
        return text if option.known else _("probably {guess}").format(guess=text)

    def _certainty(self, option: WordOption) -> str:
        if option.sure is None:
            return _("known")
        return _("{sure} sure").format(sure=percent(option.sure))

    def dropped(self) -> bool:
        """A sentence that was changed and not saved is the saved one again."""
        written = self.criteria
        self.playing.memory.pop("sentence", None)
        self.app.focus(self.first_focus())
        return written != self.criteria

    def _save(self) -> None:
        if self.tell(self.playing.submit(SaveSegment(self.criteria)), _("Saved. What you send goes to them.")):
            self.playing.memory.pop("sentence", None)
