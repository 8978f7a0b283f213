"""``persuadable bench interface``: time to the first frame, idle cost, work of frames by place, and memory."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from game.i18n import _, ngettext, number

if TYPE_CHECKING:
    from game.benchmarks.interface import Effort, FirstFrame, Idle, Size, Work

_WIDTHS = (14, 22, 22, 22)


def run(arguments: argparse.Namespace) -> int:
    """Measure one part after the other; print each when it is done, or everything as JSON at the end."""
    from game.benchmarks.fresh import Failed

    try:
        return _measure(arguments)
    except Failed as failed:
        from game.cli import refuse

        refuse(_("what was to be measured ended: {reason}").format(reason=str(failed).rpartition("\n")[2]))
        return 1


def _measure(arguments: argparse.Namespace) -> int:
    from game.benchmarks import fresh, interface
    from game.benchmarks.electorate import machine

    effort = _effort(arguments)
    title = fresh.python("-m", "game.cli.bench_title")
    say = _silent if arguments.as_json else _say
    with fresh.room() as env:
        first = interface.first_frame(title, env, effort.rounds)
        say(_first(first))
        waiting = interface.idle(title, env, effort.seconds)
        say(_idle(waiting))
        sizes = []
        for name in effort.sizes:
            sizes.append(interface.frames(name, env, effort))
            say("", *_table(sizes[-1]))
        largest = effort.sizes[-1]
        most = interface.most_memory(largest, env, effort)
        say("", _memory(most, largest))
    if arguments.as_json:
        figures = {
            "driver": waiting.driver,
            "first_frame": {
                **asdict(first),
                "most": interface.FIRST_FRAME_MOST,
                "holds": first.ratio <= interface.FIRST_FRAME_MOST,
            },
            "idle": {**asdict(waiting), "most": interface.IDLE_MOST, "holds": waiting.percent <= interface.IDLE_MOST},
            "frames": {size.name: _as_json(size) for size in sizes},
            "memory": {
                "peak_mb": most,
                "size": largest,
                "most": interface.MEMORY_MOST,
                "holds": None if most is None else most <= interface.MEMORY_MOST,
            },
            "machine": machine(),
        }
        sys.stdout.write(json.dumps(figures, indent=2) + "\n")
    return 0


def _effort(arguments: argparse.Namespace) -> Effort:
    from game.benchmarks.interface import Effort

    effort = Effort()
    if arguments.rounds is not None:
        effort = replace(effort, rounds=arguments.rounds)
    if arguments.seconds is not None:
        effort = replace(effort, seconds=arguments.seconds)
    return effort


def _as_json(size: Size) -> dict[str, Any]:
    """One size under the names that scripts know."""
    return {
        "kinds": {
            kind: {
                **asdict(work),
                "median_most_ms": size.most(kind)[0],
                "p99_most_ms": size.most(kind)[1],
                "holds": size.holds(kind),
            }
            for kind, work in size.kinds.items()
        },
        "places": {place: {kind: asdict(work) for kind, work in kinds.items()} for place, kinds in size.places.items()},
    }


def _first(first: FirstFrame) -> str:
    from game.benchmarks.interface import FIRST_FRAME_MOST

    text = ngettext(
        "first frame: {ratio} times a bare window ({game} ms to {bare} ms, {n} round; processor time {processor} times)",
        "first frame: {ratio} times a bare window ({game} ms to {bare} ms, {n} rounds; processor time {processor} times)",
        first.rounds,
    )
    said = text.format(
        ratio=number(first.ratio, 2),
        game=number(first.game_ms),
        bare=number(first.bare_ms),
        n=number(first.rounds),
        processor=number(first.processor_ratio, 2),
    )
    return said + _judged(first.ratio <= FIRST_FRAME_MOST, number(FIRST_FRAME_MOST, 1))


def _idle(idle: Idle) -> str:
    from game.benchmarks.interface import IDLE_MOST

    said = _("waiting on the title: {percent} % of a core ({driver}, {seconds} s)").format(
        percent=number(idle.percent, 1), driver=idle.driver, seconds=number(idle.seconds)
    )
    return said + _judged(idle.percent <= IDLE_MOST, number(IDLE_MOST))


def _memory(most: float | None, size: str) -> str:
    from game.benchmarks.interface import MEMORY_MOST

    if most is None:
        return _("memory: this system does not say")
    said = _("memory: at most {mb} MB through a whole game at {size}").format(mb=number(most), size=size)
    return said + _judged(most <= MEMORY_MOST, number(MEMORY_MOST))


def _judged(holds: bool, most: str) -> str:
    text = _("at most {most} is wanted: kept") if holds else _("at most {most} is wanted: MISSED")
    return f" – {text.format(most=most)}"


def _table(size: Size) -> list[str]:
    """All places, and what they come to."""
    titles = (
        _("{size}, ms").format(size=size.name),
        _("a page comes"),
        _("a key was pressed"),
        _("something moves"),
    )
    lines = [_row(titles)]
    lines += [_row((place, *map(_cell, kinds.values()))) for place, kinds in size.places.items()]
    lines.append(_row((_("all"), *map(_cell, size.kinds.values()))))
    lines.append(_row((_("at most"), *(_most(*size.most(kind)) for kind in size.kinds))))
    lines.append(_row(("", *(_("kept") if size.holds(kind) else _("MISSED") for kind in size.kinds))))
    return lines


def _cell(work: Work) -> str:
    """Median, 99 in 100, and of how many frames."""
    if work.median_ms is None or work.p99_ms is None:
        return "–"
    return f"{number(work.median_ms, 1)} / {number(work.p99_ms, 1)} ({number(work.frames)})"


def _most(median: float | None, p99: float | None) -> str:
    """The bounds of a kind of frames, in the places of what they bound."""
    return " / ".join("–" if most is None else number(most) for most in (median, p99))


def _row(cells: tuple[str, ...]) -> str:
    return " ".join(cell.rjust(width) for cell, width in zip(cells, _WIDTHS, strict=True))


def _say(*lines: str) -> None:
    sys.stdout.write("".join(line + "\n" for line in lines))
    sys.stdout.flush()


def _silent(*_lines: str) -> None:
    """Nothing is printed before the JSON."""
