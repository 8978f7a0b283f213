"""``persuadable bench electorate``: voters times days per second, memory, and the ratio to the same day written for Mesa."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from game.i18n import _, number, percent

if TYPE_CHECKING:
    from game.benchmarks.agreement import Agreement
    from game.benchmarks.electorate import Skipped
    from game.benchmarks.one_size import Figures, Size
    from game.benchmarks.whole_night import Nights

_WIDTHS = (12, 10, 13, 16, 8, 14, 10, 11)


def run(arguments: argparse.Namespace) -> int:
    """Measure every size, smallest first; print each when it is done, or everything as JSON at the end."""
    from game.benchmarks import electorate
    from game.benchmarks.one_size import Size

    quiet = arguments.as_json
    agreement = electorate.agreement_with_mesa()
    if not quiet:
        _say(_agreement(agreement), "", _row(_titles()))
    measured: list[Size | Skipped] = []
    for size in electorate.sizes(arguments.sizes or electorate.SIZES, arguments.days or electorate.ROUNDS):
        measured.append(size)
        if not quiet:
            _say(*_lines(size))
    nights = electorate.nights()
    done = [size for size in measured if isinstance(size, Size)]
    plain = electorate.scaling_exponent((size.voters, size.numpy.ms_per_day) for size in done)
    compiled = electorate.scaling_exponent((size.voters, size.compiled.ms_per_day) for size in done if size.compiled)
    if quiet:
        figures = {
            "sizes": [_as_json(size) for size in measured],
            "scaling_exponent": plain,
            "scaling_exponent_compiled": compiled,
            "agreement_with_mesa": None if agreement is None else agreement.difference,
            "agreement": None if agreement is None else {**asdict(agreement), "holds": agreement.holds},
            "night_ms": asdict(nights),
            "machine": electorate.machine(),
        }
        sys.stdout.write(json.dumps(figures, indent=2) + "\n")
    else:
        _say("", *_summary(plain, compiled, nights))
    return 0 if agreement is None or agreement.holds else 1


def _as_json(size: Size | Skipped) -> dict[str, Any]:
    """One size under the names that scripts know; a size that was skipped has them all, empty, and says why."""
    from game.benchmarks.one_size import Size

    if isinstance(size, Size):
        return {
            "voters": size.voters,
            **asdict(size.numpy),
            "mesa_ms_per_day": size.mesa_ms_per_day,
            "copy_gb_per_second": size.copy_gb_per_second,
            "compiled": None if size.compiled is None else asdict(size.compiled),
            "skipped": None,
        }
    empty = ("ms_per_day", "voter_days_per_second", "ratio_to_mesa", "bandwidth_share", "bytes_per_voter", "compiled")
    return {"voters": size.voters, **dict.fromkeys(empty), "skipped": asdict(size)}


def _titles() -> tuple[str, ...]:
    return (
        _("voters"),
        _("path"),
        _("ms per day"),
        _("voters × days/s"),
        _("× Mesa"),
        _("bytes/voter"),
        _("peak MB"),
        _("bandwidth"),
    )


def _lines(size: Size | Skipped) -> list[str]:
    from game.benchmarks.one_size import Size

    if not isinstance(size, Size):
        return [_skipped(size)]
    lines = [_figures(size.voters, "numpy", size.numpy)]
    if size.compiled is not None:
        lines.append(_figures(size.voters, "numba", size.compiled))
    return lines


def _skipped(size: Skipped) -> str:
    voters, needs, free = number(size.voters), number(size.needs), "?" if size.free is None else number(size.free)
    if size.died:
        return _("{voters} voters: not measured, the system ended the process (about {needs} MB were needed)").format(
            voters=voters, needs=needs
        )
    return _("{voters} voters: not measured, about {needs} MB are needed and {free} MB are free").format(
        voters=voters, needs=needs, free=free
    )


def _figures(voters: int, path: str, figures: Figures) -> str:
    return _row(
        (
            number(voters),
            path,
            number(figures.ms_per_day, 2),
            number(figures.voter_days_per_second),
            _maybe(figures.ratio_to_mesa),
            _maybe(figures.bytes_per_voter),
            _maybe(figures.peak_mb),
            percent(figures.bandwidth_share, 1),
        )
    )


def _maybe(value: float | None) -> str:
    return "–" if value is None else number(value)


def _row(cells: tuple[str, ...]) -> str:
    return " ".join(cell.rjust(width) for cell, width in zip(cells, _WIDTHS, strict=True))


def _agreement(agreement: Agreement | None) -> str:
    if agreement is None:
        return _('Mesa is not installed, so there is no ratio: python -m pip install "mesa[network]"')
    values = {
        "n": number(agreement.voters),
        "days": number(agreement.days),
        "difference": f"{agreement.difference:.1e}",
    }
    if agreement.holds:
        return _("Same town in Mesa: {n} voters after {days} days differ by at most {difference}.").format(**values)
    return _("Mesa's town is another one: {n} voters after {days} days differ by up to {difference}.").format(**values)


def _summary(plain: float | None, compiled: float | None, nights: Nights) -> list[str]:
    lines = []
    for path, exponent in (("numpy", plain), ("numba", compiled)):
        if exponent is not None:
            lines.append(
                _("{path}: time grows as voters to the power of {exponent}").format(
                    path=path, exponent=number(exponent, 2)
                )
            )
    lines.append(
        _("a whole night with both campaigns, {n} voters: median {median} ms, 95% under {p95} ms").format(
            n=number(nights.voters), median=number(nights.median, 1), p95=number(nights.p95, 1)
        )
    )
    return lines


def _say(*lines: str) -> None:
    sys.stdout.write("".join(line + "\n" for line in lines))
    sys.stdout.flush()
