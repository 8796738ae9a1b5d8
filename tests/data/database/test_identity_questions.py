"""What the store asks about a sheet, and what it keeps of the answers."""

import pytest

from data.database import Source, asked_of_store, identity_document, save
from data.importers import Choices
from data.importers.sheets.opening import Sheet
from data.model.errors import BlockedImportError
from data.model.identity import Doubt, SheetKind
from data.model.problems import ProblemCode
from data.words.importing.identity import of_import
from queries import batches
from tests.sheet_reading import read

HOME = "อบต.กุศกร"


def indicators(year, first, title="ผลการประเมิน ITA", whose=HOME):
    rows = [(f"ตัวชี้วัดที่ {at}", first + at / 10) for at in range(1, 11)]
    return Sheet("ผล", ((f"{title} ปี {year} {whose}",), ("ตัวชี้วัด", "คะแนน"), *rows))


def source(name):
    return Source(f"{name}.xlsx", name.encode(), "ผู้วางแผน")


def asked(database, imported):
    found = asked_of_store(database, imported, is_sample=False).blocking
    return [(one.code, one.expected, one.cell) for one in found]


def test_a_first_sheet_of_nobody_is_asked_about_and_the_next_is_ours(database):
    nobody = read(indicators(2568, 80, whose=""))
    assert asked(database, nobody) == [(ProblemCode.ASK_AGENCY, Doubt.NO_BODY, "")]
    with pytest.raises(BlockedImportError):
        save(database, nobody, source("ก"))
    said = read(indicators(2568, 80, whose=""), Choices(agency=HOME))
    assert asked(database, said) == []
    save(database, said, source("ก"))
    assert asked(database, read(indicators(2567, 79, whose=""))) == []


def test_most_indicators_far_from_the_year_before_are_asked_about(database):
    save(database, read(indicators(2567, 85)), source("ก"))
    assert asked(database, read(indicators(2568, 60))) == []
    fallen = read(indicators(2568, 20))
    assert asked(database, fallen) == [(ProblemCode.ASK_KIND, Doubt.JUMP, "B3")]
    said = read(indicators(2568, 20), Choices(kind=SheetKind.RESULT))
    assert asked(database, said) == []


def test_a_batch_keeps_what_was_settled_and_who_said_it(database):
    imported = read(indicators(2568, 80, title="ร่างคะแนน"), Choices(kind=SheetKind.PROVISIONAL))
    save(database, imported, source("ก"))
    told = identity_document(imported)
    assert [(row["what"], row["value"], row["cell"], row["by_person"]) for row in told] == [
        ("kind", "provisional", "", True),
        ("agency", HOME, "A1", False),
        ("year", 2568, "A1", False),
    ]
    kept = batches.batches(database)["identity"].tolist()
    assert len(kept) == 1
    assert '"by_person": true' in kept[0]


def test_what_is_asked_is_said_to_be_open():
    asked_about = read(indicators(2568, 80, title="ค่าเฉลี่ย ITA"))
    settled = read(indicators(2568, 80, title="ค่าเฉลี่ย ITA"), Choices(kind=SheetKind.RESULT))
    assert of_import(asked_about) != of_import(settled)
    assert f"{HOME} (เซลล์ A1)" in of_import(asked_about)
