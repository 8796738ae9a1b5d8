"""A short run of the fuzzing of `tests.fuzz_imports`; the long one stands in data/ADMIN.md."""

import random
from collections import Counter
from dataclasses import replace

import pytest

from data.importers import read_sheets
from tests.fuzz_imports import fuzz
from tests.fuzzing.mutations import APART, PRINTED, TEXTS, File, mutated_file
from tests.fuzzing.oracle import read_faults
from tests.fuzzing.sources import TABLES
from tests.sheet_reading import read

COUNT = 250
SCORES = ("long", "years", "report", "agencies", "agency years", "stacked")
REPORTS = ("status", "handed out")


@pytest.mark.child
def test_no_mutated_file_crashes_invents_loses_or_saves_by_halves():
    told = list(fuzz(COUNT, seed=2569, apart=0.08, saved=4))
    assert [(name, verdict.faults) for name, verdict in told if verdict.faults] == []
    outcomes = Counter(verdict.outcome for _, verdict in told)
    assert min(outcomes["saved"], outcomes["blocked"], outcomes["refused"]) > COUNT // 20


@pytest.mark.parametrize("kind", [kind for kind in TABLES if kind != "real plan"])
def test_every_container_gives_the_same_form_and_the_same_content(kind):
    good = TABLES[kind](random.Random(1))  # noqa: S311
    told = set()
    for made in (*TEXTS.values(), *APART.values()):
        content = made(good.cells)
        (sheet,) = read_sheets("file", content)
        imported = read(sheet)
        file = File(kind, content, good, moved=True, torn=False)
        assert list(read_faults(file, sheet, imported)) == []
        sums = (imported.rows_imported, len(imported.scores), imported.scores["value"].sum())
        told.add((imported.form, *sums, len(imported.measures), len(imported.reports)))
    assert len(told) == 1
    assert not imported.blocking


@pytest.mark.parametrize("kind", PRINTED)
def test_a_table_printed_without_tabs_gives_the_same_scores(kind):
    good = TABLES[kind](random.Random(1))  # noqa: S311
    content = PRINTED[kind](good.cells)
    (sheet,) = read_sheets("file", content)
    imported = read(sheet)
    file = File(kind, content, good, moved=True, torn=False)
    assert list(read_faults(file, sheet, imported)) == []
    assert len(imported.scores) == len(good.truth)


def test_the_same_seed_makes_the_same_file():
    first, second = (mutated_file("2569-1", apart=0) for _ in range(2))
    assert (first.kind, first.content) == (second.kind, second.content)


@pytest.mark.parametrize("kind", SCORES)
def test_a_score_that_is_another_than_stands_in_its_cell_is_a_fault(kind):
    file, sheet, imported = sound(kind)
    assert list(read_faults(file, sheet, imported)) == []
    imported.scores.loc[0, "value"] += 0.01
    assert [fault.split(":")[0] for fault in read_faults(file, sheet, imported)] == ["invented"]


@pytest.mark.parametrize("kind", SCORES)
def test_a_score_that_nobody_names_is_a_fault(kind):
    file, sheet, imported = sound(kind)
    imported.scores.drop(index=imported.scores.index[-1], inplace=True)
    assert [fault.split(":")[0] for fault in read_faults(file, sheet, imported)] == ["lost"]


@pytest.mark.parametrize("kind", REPORTS)
def test_a_number_of_a_report_that_is_another_than_stands_in_its_cell_is_a_fault(kind):
    file, sheet, imported = sound(kind)
    assert list(read_faults(file, sheet, imported)) == []
    first, *others = imported.reports
    (name,) = {"budget_planned", "budget_spent"} & set(first.values)
    other = replace(first, values={**first.values, name: 1.0})
    faults = read_faults(file, sheet, replace(imported, reports=(other, *others)))
    assert [fault.split(":")[0] for fault in faults] == ["invented"]


@pytest.mark.parametrize("kind", REPORTS)
def test_a_report_that_nobody_names_is_a_fault(kind):
    file, sheet, imported = sound(kind)
    faults = read_faults(file, sheet, replace(imported, reports=imported.reports[1:]))
    assert [fault.split(":")[0] for fault in faults] == ["lost"] * 3


def sound(kind):
    good = TABLES[kind](random.Random(1))  # noqa: S311
    content = TEXTS["utf-8"](good.cells)
    (sheet,) = read_sheets("a.csv", content)
    return File(kind, content, good, moved=True, torn=False), sheet, read(sheet)
