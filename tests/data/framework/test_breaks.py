from itertools import pairwise

import pytest

from data.framework import (
    Break,
    Comparisons,
    Evidence,
    Fault,
    Pairing,
    Relation,
    Scope,
    catalogue_faults,
    comparisons,
    framework,
    held,
    years,
)
from data.framework.files import read_part
from data.model.errors import FaultyFrameworkError
from queries import readings
from queries.readings import Comparison
from tests.readings import store_of


def test_the_level_system_and_eit_break_between_2565_and_2566():
    scopes = {found.scope for found in comparisons().breaks_between(2565, 2566)}
    assert scopes == {Scope.ITEMS, Scope.LEVELS, Scope.INSTRUMENTS, Scope.TOTAL, Scope.INDICATORS}
    with store_of() as database:
        broken = readings.broken_comparisons(database)
    assert Comparison(2565, 2566, "instrument", "EIT") in broken
    assert Comparison(2565, 2566, "instrument", "IIT") not in broken
    assert Comparison(2563, 2569) in broken


def test_indicators_are_comparable_from_2566_on_and_items_never():
    assert {found.scope for found in comparisons().breaks_between(2566, 2569)} == {Scope.ITEMS}
    for earlier, later in pairwise(years()):
        breaks = comparisons().breaks_between(earlier, later)
        assert any(found.scope is Scope.ITEMS and not found.codes for found in breaks)


def test_breaks_lie_between_two_years_whichever_comes_first():
    one = Break(2567, 2568, Scope.ITEMS, (), "เหตุผล", Evidence.CONFIRMED)
    known = Comparisons((one,), ())
    assert known.breaks_between(2569, 2566) == (one,)
    assert known.breaks_between(2567, 2568) == (one,)
    assert known.breaks_between(2568, 2569) == ()
    assert known.breaks_between(2567, 2567) == ()


def test_only_pairs_that_are_the_same_count_as_same_items():
    same = Pairing(2568, "o4", 2569, "o5", Relation.SAME, Evidence.ONE_SOURCE)
    similar = Pairing(2568, "o1", 2569, "o1", Relation.SIMILAR, Evidence.INFERRED)
    known = Comparisons((), (same, similar))
    assert known.same_items(2568, 2569) == {"o4": "o5"}
    assert known.same_items(2567, 2568) == {}


def test_items_called_the_same_have_the_same_published_name():
    def bare(year: int, code: str) -> str:
        item = framework(year).item(code)
        assert item.evidence in (Evidence.CONFIRMED, Evidence.ONE_SOURCE)
        return "".join(item.name.split())

    pairs = [pair for pair in comparisons().crosswalk if pair.relation is Relation.SAME]
    assert len(pairs) == 7
    for pair in pairs:
        assert bare(pair.from_year, pair.from_item) == bare(pair.to_year, pair.to_item)


def test_what_only_looks_alike_is_marked_inferred():
    similar = [pair for pair in comparisons().crosswalk if pair.relation is Relation.SIMILAR]
    assert {pair.evidence for pair in similar} == {Evidence.INFERRED}


def a_break(**changed):
    row = {"from_year": "2568", "to_year": "2569", "scope": '"items"', "codes": '["o1"]'} | changed
    cells = ", ".join(f"{key} = {value}" for key, value in row.items())
    return f'breaks = [{{ {cells}, reason = "เหตุผล", evidence = "confirmed" }}]'


def a_pairing(**changed):
    row = {
        "from_year": "2568", "from_item": '"o1"', "to_year": "2569", "to_item": '"o1"',
        "relation": '"same"',
    } | changed  # fmt: skip
    cells = ", ".join(f"{key} = {value}" for key, value in row.items())
    return f'{{ {cells}, evidence = "confirmed" }}'


def crosswalk(*pairings):
    return f"crosswalk = [{', '.join(pairings)}]"


@pytest.mark.parametrize(
    ("text", "place", "reason"),
    [
        (a_break(from_year="2561"), "breaks[1].from_year", Fault.UNKNOWN_YEAR),
        (a_break(to_year="2568"), "breaks[1]", Fault.YEARS_NOT_ASCENDING),
        (a_break(scope='"everything"'), "breaks[1].scope", Fault.UNKNOWN_WORD),
        (a_break(codes='["o99"]'), "breaks[1].codes", Fault.UNKNOWN_CODE),
        (a_break(scope='"indicators"'), "breaks[1].codes", Fault.UNKNOWN_CODE),
        (a_break(scope='"instruments"'), "breaks[1].codes", Fault.UNKNOWN_CODE),
        (a_break(scope='"levels"'), "breaks[1].codes", Fault.UNKNOWN_CODE),
        (crosswalk(a_pairing(to_year="2571")), "crosswalk[1].to_year", Fault.UNKNOWN_YEAR),
        (crosswalk(a_pairing(to_year="2567")), "crosswalk[1]", Fault.YEARS_NOT_ASCENDING),
        (crosswalk(a_pairing(from_item='"o29"')), "crosswalk[1].from_item",
         Fault.UNKNOWN_ITEM),
        (crosswalk(a_pairing(to_item='"o27"')), "crosswalk[1].to_item",
         Fault.UNKNOWN_ITEM),
        (crosswalk(a_pairing(), a_pairing(to_item='"o2"')), "crosswalk[2]",
         Fault.REPEATED),
        (crosswalk(a_pairing(), a_pairing(relation='"similar"')), "crosswalk[2]",
         Fault.REPEATED),
        ("crosswalks = []", "crosswalks", Fault.UNKNOWN_KEY),
    ],
)  # fmt: skip
def test_a_comparison_must_name_what_the_years_have(text, place, reason):
    with pytest.raises(FaultyFrameworkError) as faulty:
        check(read_part("comparisons.toml", text.encode()).part)
    assert (faulty.value.file_name, faulty.value.place) == ("comparisons.toml", place)
    assert faulty.value.reason == reason


def check(part):
    for fault in catalogue_faults(held().replaced((part,))):
        raise fault
