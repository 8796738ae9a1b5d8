"""The total over all years: gaps, breaks and bands."""

import re
from decimal import Decimal

from data.analysis.overview import TotalOfYear
from data.framework import framework
from pages.sections.scores import total_line
from pages.shared.elements import markup

RULES = framework(2569).level_rules


def years(*values, broken=()):
    return [
        TotalOfYear(2567 + at, None if value is None else Decimal(value), "", at in broken)
        for at, value in enumerate(values)
    ]


def drawn(monkeypatch, totals):
    parts = []
    monkeypatch.setattr(markup, "draw", parts.extend)
    total_line.draw(totals, RULES)
    return "".join(parts)


def test_a_year_without_a_total_is_a_gap_and_named_missing(monkeypatch):
    html = drawn(monkeypatch, years("83.15", None, "90.28"))

    assert html.count("<b") == 0
    assert (html.count("<u "), html.count('<u class="missing"')) == (3, 1)
    assert "ปี 2568 [x]" in html


def test_a_break_is_dashed_and_nothing_else(monkeypatch):
    html = drawn(monkeypatch, years("80", "85", "90", broken={2}))

    assert (html.count("<b "), html.count('<b class="dashed"')) == (2, 1)


def test_each_total_of_the_level_rules_has_one_band_that_names_its_levels():
    found = total_line.bands(years("80", "90"), RULES)
    starts = {rule.total_from for rule in RULES if rule.total_from}
    names = [name for name, *_ in found]

    assert len(found) == len(starts)
    assert all(any(rule.name in name for name in names) for rule in RULES if rule.total_from >= 70)


def test_the_scale_holds_a_total_below_every_band():
    *_, (_, low, _, _) = total_line.bands(years("41.5"), RULES)

    assert low <= 40


def test_a_total_at_the_end_of_a_band_is_drawn_there(monkeypatch):
    html = drawn(monkeypatch, years("95"))
    [dot] = re.findall(r"<u style=.left:50.0%;top:([\d.]+)%", html)

    assert html.count(f'class="band" style="top:{dot}%') == 1
