"""The total over all years: gaps, breaks and bands."""

from decimal import Decimal

from data.analysis.overview import TotalOfYear
from data.framework import framework
from pages.charts.total_line import total_line, total_line_alt
from tests.helpers.figures import checked

RULES = framework(2569).level_rules


def years(*values, broken=()):
    return [
        TotalOfYear(2567 + at, None if value is None else Decimal(value), "", at in broken)
        for at, value in enumerate(values)
    ]


def lines(figure):
    return [trace for trace in figure.data if trace.mode == "lines"]


def test_a_year_without_a_total_is_a_gap_and_named_missing():
    totals = years("83.15", None, "90.28")

    assert lines(checked(total_line(totals, RULES))) == []
    assert "ปี 2568 [x]" in total_line_alt(totals)


def test_a_break_is_dashed_and_nothing_else():
    drawn = lines(checked(total_line(years("80", "85", "90", broken={2}), RULES)))

    assert [trace.line.dash for trace in drawn] == ["solid", "dot"]


def test_each_total_of_the_level_rules_has_one_band_that_names_its_levels():
    figure = checked(total_line(years("80", "90"), RULES))
    names = [one.text for one in figure.layout.annotations if one.xref == "paper"]

    assert len(figure.layout.shapes) == len({rule.total_from for rule in RULES if rule.total_from})
    assert len(names) == len(figure.layout.shapes)
    assert all(any(rule.name in name for name in names) for rule in RULES if rule.total_from >= 70)


def test_the_axis_holds_a_total_below_every_band():
    figure = checked(total_line(years("41.5"), RULES))

    assert figure.layout.yaxis.range[0] <= 40
