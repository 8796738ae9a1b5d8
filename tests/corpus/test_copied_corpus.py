"""The texts copied out of the printed tables: read as they were printed, or refused with lines."""

import zipfile

import pytest

from data.importers import read
from data.importers.copied_plans.copied_lines import letters_of
from data.importers.spelling.plan_words import squeeze
from data.model.problems import ProblemCode
from data.words.importing.problems import next_steps
from tests.corpus.pdfs import contents
from tests.corpus.pdfs.build import BUILDS, COPIED, WAYS
from tests.corpus.test_printed_corpus import CODES, FACTS, scores_of, words_of
from tests.sheet_reading import recognised_sheets

READ_PLANS = (
    "plan-typst-laksaman.layout",
    "plan-reportlab-sarabun.layout",
    "plan-reportlab-laksaman.layout",
    "plan-old-glyphs.layout",
    "plan-sara-am-apart.layout",
    "plan-without-lines.layout",
)
PARTED_PLANS = (
    # Cells that stood close run together, and blanks part them in two ways.
    "plan-typst-sarabun.layout",
    # A period holds for the rows below it, too.
    "plan-of-23-pages.layout",
    # Cells below each other: nothing tells where an action ends and its alignment begins.
    "plan-typst-laksaman.viewer",
    "plan-reportlab-sarabun.viewer",
    "plan-writer-sarabun.raw",
    "plan-of-23-pages.raw",
)
# Cells of several columns in turn, headings among them; marks drawn in lines of their own.
UNKNOWN_PLANS = (
    "plan-typst-sarabun.pdftotext",
    "plan-writer-laksaman.pdftotext",
    "plan-writer-laksaman.layout",
)
REPORTS = (
    *(f"report-typst.{way}" for way in ("viewer", "raw", "layout")),
    *(f"report-writer.{way}" for way in ("viewer", "raw")),
    *(f"report-without-lines.{way}" for way in WAYS),
)
UNKNOWN_SCORES = (
    "report-typst.pdftotext",
    "report-writer.layout",
    "years-reportlab.pdftotext",
    "book-typst.viewer",
    "book-writer.raw",
    "book-writer.pdftotext",
)


QUOTED = {ProblemCode.ROW_SKIPPED, ProblemCode.TEXT_NOT_PARTED, ProblemCode.UNKNOWN_INDICATOR}
PRINTED_YEARS = COPIED.parent / "years-reportlab.pdf"


def copied(name):
    with zipfile.ZipFile(COPIED) as archive:
        return archive.read(f"{name}.txt")


def imported(name):
    (sheet,) = recognised_sheets(f"{name.partition('.')[0]}.txt", copied(name))
    found = read(sheet)
    assert not [one for one in found.problems if one.code in QUOTED and not one.value]
    return found


@pytest.mark.parametrize("name", READ_PLANS)
def test_a_plan_whose_cells_stand_in_place_gives_the_twelve_measures(name):
    plan = imported(name)
    assert {problem.code for problem in plan.blocking} <= {ProblemCode.ASK_AGENCY}
    assert ProblemCode.TEXT_PARTED in {problem.code for problem in plan.problems}
    for measure, due in zip(plan.measures, contents.seed_plan().measures, strict=True):
        assert [getattr(measure, fact) for fact in FACTS] == [getattr(due, fact) for fact in FACTS]
        assert words_of(measure) == words_of(due)


@pytest.mark.parametrize("name", PARTED_PLANS)
def test_a_plan_of_cells_that_cannot_be_told_is_refused_with_their_lines(name):
    plan = imported(name)
    lost = [one for one in plan.blocking if one.code is ProblemCode.TEXT_NOT_PARTED]
    text = copied(name).decode()
    letters = letters_of(text)
    lines = [squeeze(letters(line)) for line in text.split("\n")]
    for problem in lost:
        first, last = map(int, problem.expected.split("-"))
        quoted = list(map(squeeze, problem.value.splitlines()))
        stretch = lines[first - 1 : last]
        assert (quoted[0], quoted[-1]) == (stretch[0], stretch[-1])
        assert [line for line in quoted if line not in stretch] == []
    assert lost
    assert "PDF" in " ".join(next_steps(lost))


@pytest.mark.parametrize("name", [*UNKNOWN_PLANS, *UNKNOWN_SCORES])
def test_a_text_without_rows_is_told_from_a_table_and_not_saved(name):
    (problem,) = imported(name).problems
    assert problem.code is ProblemCode.NOTHING_RECOGNISED


@pytest.mark.parametrize("name", REPORTS)
def test_a_copied_report_gives_its_scores_wherever_lines_break(name):
    due = contents.with_total([float(score) for score in contents.OWN_SCORES])
    assert scores_of(imported(name)) == {
        ("", 2568, code): float(score) for code, score in zip(CODES, due, strict=True)
    }


@pytest.mark.parametrize("way", ["viewer", "raw", "layout"])
def test_copied_years_give_the_scores_of_each_year(way):
    assert scores_of(imported(f"years-reportlab.{way}")) == scores_of(
        read(recognised_sheets("years.pdf", PRINTED_YEARS.read_bytes())[0])
    )


def test_each_agency_of_a_copied_book_is_read_whole_or_quoted():
    book = imported("book-typst.layout")
    due = {name: scores for name, _, *scores in contents.agencies(60)}
    read_names = {agency for agency, _, _ in scores_of(book)}
    skipped = [one.value for one in book.problems if one.code is ProblemCode.ROW_SKIPPED]
    lost = [name for name in due if name not in read_names]
    assert [name for name in lost if not any(due[name][0] in text for text in skipped)] == []
    assert scores_of(book) == {
        (name, 2568, code): float(score)
        for name in read_names
        for code, score in zip(CODES, due[name], strict=True)
    }


def test_each_printed_table_is_copied_in_every_way():
    with zipfile.ZipFile(COPIED) as archive:
        assert set(archive.namelist()) == {f"{name}.{way}.txt" for name in BUILDS for way in WAYS}
