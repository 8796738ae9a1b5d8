"""Every printed table of the corpus through the import: the very values that were printed."""

from collections import Counter

import pytest

from data.importers import read
from data.model.problems import ProblemCode
from data.model.records import Form
from tests.corpus.pdfs import contents
from tests.corpus.pdfs.build import BUILDS, FOLDER
from tests.sheet_reading import recognised_sheets

PLANS = sorted(name for name in BUILDS if name.startswith("plan"))
BOOKS = sorted(name for name in BUILDS if name.startswith("book") and "merged" not in name)
REPORTS = {
    "report-typst": [2568],
    "report-writer": [2568],
    "report-without-lines": [2568],
    "report-two-years": [2568, 2567],
}
CODES = [*map(str, range(1, 11)), "total"]
TEXTS = ("question", "analysis", "action", "alignment", "period_text", "responsible_text")
FACTS = ("indicator", "items", "start", "end", "lead", "support")
REPAIRS = {ProblemCode.TEXT_REPAIRED, ProblemCode.SPELLING_SUSPECT, ProblemCode.CODE_REPAIRED}


def imports(name):
    content = (FOLDER / f"{name}.pdf").read_bytes()
    return [read(sheet) for sheet in recognised_sheets(f"{name}.pdf", content)]


def words_of(measure):
    """The texts without their spaces: where a line ends, no PDF says whether one stood there."""
    steps = ["".join(step.split()) for step in measure.steps]
    return [*("".join(getattr(measure, name).split()) for name in TEXTS), *steps]


def scores_of(imported):
    frame = imported.scores
    named = zip(frame["agency"], frame["year"], frame["code"], frame["value"], strict=True)
    return {(agency, year, code): value for agency, year, code, value in named}


@pytest.mark.parametrize("name", PLANS)
def test_a_printed_plan_gives_the_twelve_measures_of_the_text(name):
    (plan,) = imports(name)
    seed = contents.seed_plan()
    assert {one.code for one in plan.problems} <= REPAIRS | {one.code for one in seed.problems}
    for measure, due in zip(plan.measures, seed.measures, strict=True):
        assert [getattr(measure, fact) for fact in FACTS] == [getattr(due, fact) for fact in FACTS]
        assert words_of(measure) == words_of(due)


@pytest.mark.parametrize("name", BOOKS)
def test_a_printed_book_gives_each_score_of_each_agency(name):
    (book,) = imports(name)
    due = {
        (agency, 2568, code): float(score)
        for agency, _, *scores in contents.agencies(60)
        for code, score in zip(CODES, scores, strict=True)
    }
    assert scores_of(book) == due
    assert {problem.code for problem in book.problems} <= {ProblemCode.ROW_SKIPPED}


@pytest.mark.parametrize(("name", "years"), REPORTS.items())
def test_a_printed_report_gives_the_scores_of_its_year(name, years):
    reports = imports(name)
    scores = contents.with_total([float(score) for score in contents.OWN_SCORES])
    assert [scores_of(report) for report in reports] == [
        {("", year, code): float(score) for code, score in zip(CODES, scores, strict=True)}
        for year in years
    ]


def test_printed_years_give_the_scores_of_each_year():
    (table,) = imports("years-reportlab")
    due = {
        ("", year, code): float(score)
        for back, year in enumerate((2568, 2567, 2566))
        for code, score in zip(
            CODES,
            contents.with_total([float(score) - back for score in contents.OWN_SCORES]),
            strict=True,
        )
    }
    assert scores_of(table) == due


def test_a_merged_district_holds_for_each_of_its_agencies():
    (book,) = imports("book-districts-merged")
    firsts = book.scores.drop_duplicates("agency")
    assert Counter(firsts["district"]) == dict.fromkeys(("ที่หนึ่ง", "ที่สอง", "ที่สาม", "ที่สี่"), 6)


def test_a_cell_of_print_is_named_by_page_table_and_cell():
    (plan,) = imports("plan-of-23-pages")
    assert plan.measures[0].cell == "p1t1!B3"
    assert {measure.cell.partition("!")[0] for measure in plan.measures} <= {
        f"p{page}t1" for page in range(1, 24)
    }


def test_twenty_printed_files_stand_in_the_corpus():
    assert len(BUILDS) == 20
    assert {path.stem for path in FOLDER.glob("*.pdf")} == set(BUILDS)
    assert Form.PLAN
