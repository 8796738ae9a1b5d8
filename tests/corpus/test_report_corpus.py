"""Reports without our ids through reading and comparing with the plan: every row has its answer."""

from dataclasses import replace

import pytest

from data.database import compare_reports, report_status
from data.documents.building import build, ground
from data.framework import Signatory, SignatoryRole, office
from data.importers import read
from data.importers.status.answers import answered
from data.model.records import Status, StatusReport
from data.model.thai_time import today
from data.words.files.documents import Document
from data.words.importing.identity import of_import
from tests.catalogues import hold_parts
from tests.corpus.named_reports import LINK, REPORTS, SIXTH
from tests.sheet_reading import recognised_sheets


@pytest.mark.parametrize("what", REPORTS)
def test_a_report_without_ids_gives_its_stated_values_and_findings(what, sample_database):
    due = REPORTS[what]
    (sheet,) = recognised_sheets(due.file_name, due.build())
    imported = answered(read(sheet), due.answers)
    comparison = compare_reports(sample_database, imported)
    told = comparison.told(imported)
    assert (told.rows_read, told.rows_imported) == due.rows
    values = {row.subject: without_day(row.new) for row in comparison.rows}
    assert values == due.values
    assert tuple(f"{one.code.value} {one.cell}" for one in told.problems) == due.found


def without_day(values):
    return {name: value for name, value in values.items() if name != "status_on"}


@pytest.mark.parametrize("signed", [0, 1, 2, 3])
@pytest.mark.parametrize("suffix", [".docx", ".xlsx", ".pdf"])
def test_our_own_result_form_comes_back_without_a_change(suffix, signed, sample_database):
    signing = tuple(Signatory(role, "สมชาย", "นายก อบต.") for role in list(SignatoryRole)[:signed])
    hold_parts(replace(office(), signatories=signing))
    report_status(
        sample_database,
        StatusReport(SIXTH, Status.IN_PROGRESS, 40, note="โน้ต", evidence=LINK, reported_by="คลัง"),
    )
    made = build(Document.RESULT, suffix, ground(sample_database, 2569, today()), thai_digits=True)
    sheet, *_ = recognised_sheets(f"ผล{suffix}", made)
    imported = read(sheet)
    comparison = compare_reports(sample_database, imported)
    assert imported.blocking == ()
    assert [(row.subject, row.new) for row in comparison.rows] == [(SIXTH, {})]


def test_the_sentence_over_a_chat_names_the_year_of_the_plan_it_is_put_beside(sample_database):
    due = REPORTS["lines of a chat"]
    (sheet,) = recognised_sheets(due.file_name, due.build())
    told = compare_reports(sample_database, imported := read(sheet)).told(imported)
    assert imported.identity.year is None
    assert of_import(told).endswith("ปี 2569")
