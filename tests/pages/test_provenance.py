"""Any score and any measure leads to its file, sheet, cell, day and person, with all versions."""

import hashlib

import pandas as pd
import pytest

from data.database import Source, kept_source, open_database, save, undo
from data.examples import PLAN_FILE
from data.importers import Choices, read_sheets
from data.model.errors import UnknownBatchError
from data.model.identity import SheetKind
from data.tables import versions as tables
from data.words import navigation
from data.words.importing import provenance as words
from pages.shared.session import database
from queries import measures, readings, scores
from tests.sheet_reading import read

HEADINGS = "ปี,ตัวชี้วัด,คะแนน"


def score_file(*rows):
    return "\n".join((HEADINGS, *(",".join(map(str, row)) for row in rows))).encode()


def bring(content, name, *, store=None, person="ผู้วางแผน", **choices):
    store = store or database()
    sheet = read_sheets(name, content)[0]
    said = Choices(**{"kind": SheetKind.RESULT} | choices)
    return save(store, read(sheet, said), Source(name, content, person))


def versions(year, level, code):
    return scores.score_versions(database(), agency_id=1, year=year, level=level, code=code)


def test_a_revised_score_keeps_its_old_value_with_the_file_it_came_from(open_page):
    open_page("import_history")
    bring(score_file((2568, "IIT", 85.5), (2568, "EIT", 90)), "แรก.csv")
    bring(score_file((2568, "EIT", 90), (2568, "IIT", 86.5)), "แก้.csv", person="ผู้แก้")

    table = tables.score_versions(database(), 1, 2568, "instrument", "IIT").frame

    assert list(table["state"])[:2] == [words.VERSIONS["current"], words.VERSIONS["replaced"]]
    assert list(table["score"])[:2] == [86.5, 85.5]
    assert list(table["file_name"])[:2] == ["แก้.csv", "แรก.csv"]
    assert list(table["sheet"])[:2] == ["แก้", "แรก"]
    assert list(table["cell"])[:2] == ["C3", "C2"]
    assert table["imported_by"].notna().all()
    assert table["imported_at"].notna().all()


def test_an_undone_version_stays_on_record_as_undone_and_by_whom(open_page):
    open_page("import_history")
    bring(score_file((2568, "IIT", 85.5)), "แรก.csv")
    second = bring(score_file((2568, "IIT", 86.5)), "แก้.csv")
    undo(database(), second.batch_id, undone_by="ผู้ยกเลิก")

    table = tables.score_versions(database(), 1, 2568, "instrument", "IIT").frame

    assert list(table["state"])[:2] == [words.VERSIONS["undone"], words.VERSIONS["current"]]
    assert table["undone_by"].notna().tolist()[:2] == [True, False]


def test_a_provisional_version_wears_its_mark(open_page):
    open_page("import_history")
    bring(score_file((2568, "IIT", 85.5)), "แรก.csv", kind=SheetKind.PROVISIONAL)

    assert (
        tables.score_versions(database(), 1, 2568, "instrument", "IIT").frame["score"].iloc[0]
        == "85.50 [p]"
    )


def test_scores_of_other_agencies_are_no_versions_of_ours(open_page):
    open_page("import_history")
    national = "หน่วยงาน,IIT,EIT,OIT\nอบต.อื่น,71,72,73\nอบต.กุศกร,85,86,87".encode()
    bring(national, "ประเทศ.csv", year=2568)

    found = versions(2568, "instrument", "IIT")

    assert found[~found["is_sample"]]["score"].tolist() == [85.0, 81.37]


def test_every_version_on_record_can_be_chosen(read_page):
    read_page("import_history")
    recorded = scores.recorded_scores(database(), agency_id=1)
    every = scores.scores(database())

    assert set(recorded.itertuples(index=False, name=None)) == set(
        every[["year", "level", "code"]].itertuples(index=False, name=None)
    )


def test_a_person_chooses_year_and_score_on_the_page_and_sees_the_versions(open_page):
    page = open_page("yearly_trends")
    bring(score_file((2568, "IIT", 85.5), (2568, "i1", 90)), "แรก.csv")
    page = page.selectbox(key="source_year").select(2568).run()
    page = page.selectbox(key="source_2568").select(("item", "i1")).run()

    assert not page.exception
    table = page.dataframe[-1].value
    assert table["score"].iloc[0] == "90.00"
    assert table["file_name"].iloc[0] == "แรก.csv"
    assert table["cell"].iloc[0] == "C3"


@pytest.mark.parametrize(
    ("chosen", "name"),
    [
        ((2568, "total", "total"), "คะแนนรวม"),
        ((2568, "instrument", "OIT"), "OIT"),
        ((2568, "indicator", "3"), "ตัวชี้วัดที่ 3 การใช้อำนาจ"),
        ((2568, "item", "o25"), "ข้อ o25 แผนปฏิบัติการป้องกันการทุจริต"),
        ((2569, "item", "o25"), "ข้อ o25 การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร"),
        ((2569, "item", "i1"), "ข้อ i1"),
        ((2500, "indicator", "3"), "ตัวชี้วัดที่ 3"),
    ],
)
def test_a_score_is_named_as_its_own_year_names_it(chosen, name):
    assert tables.score_name(*chosen) == name


def test_a_measure_shows_its_versions_and_what_was_changed_in_it(open_page):
    page = open_page("profiles/measure")
    text = PLAN_FILE.read_text(encoding="utf-8")
    old = str(measures.measure_versions(database(), "2569-04-i11")["action"].iloc[0])
    changed = text.replace("กองคลัง", "กองคลังและพัสดุ")
    assert changed != text
    bring(changed.encode(), "แผนใหม่.txt")

    table = tables.measure_versions(database(), "2569-04-i11").frame

    assert not page.exception
    assert list(table["state"]) == [words.VERSIONS["current"], words.VERSIONS["replaced"]]
    assert list(table["file_name"]) == ["แผนใหม่.txt", PLAN_FILE.name]
    assert "ผู้รับผิดชอบ" in table["changed_texts"].iloc[0]
    assert table["changed_texts"].iloc[1] == ""
    assert table["action"].iloc[1] == old


def test_the_page_of_measures_shows_the_source_of_the_chosen_one(read_page):
    page = read_page("profiles/measure")
    second = page.selectbox(key="measure").options[1].split(" · ")[0]
    page = page.selectbox(key="measure").select(second).run()

    assert not page.exception
    assert any(second in found.label for found in page.expander)
    assert page.dataframe[-1].value["file_name"].tolist() == [PLAN_FILE.name]


def test_the_source_of_a_batch_comes_back_byte_for_byte_under_its_name(open_page, downloads):
    page = open_page("import_history")
    content = score_file((2568, "IIT", 85.5))
    batch = bring(content, "ต้นฉบับ.csv")

    page = page.run()
    page = page.selectbox(key="source_batch").select(batch.batch_id).run()

    assert not page.exception
    assert downloads["source_of_history"]() == content
    name, path = kept_source(database(), batch.batch_id)
    assert name == "ต้นฉบับ.csv"
    assert path.stem == hashlib.sha256(content).hexdigest()


def test_a_source_that_is_gone_is_said_to_be_gone(open_page, downloads, app_store):
    page = open_page("import_history")
    for path in (app_store.parent / "sources").iterdir():
        path.unlink()

    page = page.selectbox(key="source_batch").select(1).run()

    assert not page.exception
    assert "source_of_history" not in downloads
    assert words.SOURCE_GONE.format(batch_id=1) in [found.value for found in page.caption]


def test_the_source_of_a_batch_that_is_not_there_is_refused(tmp_path):
    store = open_database(tmp_path / "ita.duckdb")
    with pytest.raises(UnknownBatchError):
        kept_source(store, 7)
    store.close()


def test_a_stored_name_from_elsewhere_is_never_followed(open_page):
    open_page("import_history")
    batch = bring(score_file((2568, "IIT", 85.5)), "ก.csv")
    with database().writing() as cursor:
        cursor.execute("update import_batch set stored_name = '../ita.duckdb'")

    assert kept_source(database(), batch.batch_id) is None


def test_versions_are_empty_for_a_score_nobody_has(read_page):
    read_page("import_history")

    assert isinstance(versions(2500, "total", "total"), pd.DataFrame)
    assert versions(2500, "total", "total").empty


NATION = "หน่วยงาน,อำเภอ,จังหวัด,IIT,EIT,OIT,คะแนนรวม"
HERE = "ตระการพืชผล,อุบลราชธานี"


def nation_file(north, south=84):
    """Give the sheet of two agencies of the district and the home agency in one year."""
    rows = (
        f"อบต.เหนือ,{HERE},81,82,83,{north}",
        f"อบต.ใต้,{HERE},81,82,83,{south}",
        f"อบต.กุศกร,{HERE},85,86,87,88",
    )
    return "\n".join((NATION, *rows)).encode()


def test_a_score_of_another_agency_leads_to_its_file_cell_person_and_old_value(open_page):
    open_page("import_history")
    bring(nation_file(79), "แรก.csv", year=2568)
    bring(nation_file(80), "แก้.csv", year=2568, person="ผู้แก้")

    page = open_page("agency_comparison")
    north = next(one for one in page.selectbox(key="source_agency").options if "เหนือ" in one)
    page = page.selectbox(key="source_agency").set_value(agency_id(page, "อบต.เหนือ")).run()

    assert not page.exception
    assert north == f"อบต.เหนือ ({HERE.replace(',', ', ')})"
    table = page.dataframe[-1].value
    assert table["score"].tolist() == ["80.00", "79.00"]
    assert table["file_name"].tolist() == ["แก้.csv", "แรก.csv"]
    assert table["cell"].tolist() == ["G2", "G2"]
    assert table["state"].tolist() == [words.VERSIONS["current"], words.VERSIONS["replaced"]]
    assert table["imported_at"].ne("").all()
    assert table["imported_by"].ne("").all()


def agency_id(page, name):
    found = readings.places(database(), 2568, "total", "total")
    assert not page.exception
    return int(found.loc[found["agency"] == name, "agency_id"].iloc[0])


def test_the_source_of_another_agency_follows_what_the_page_compares(open_page):
    open_page("import_history")
    bring(nation_file(79), "แรก.csv", year=2568)
    page = open_page("agency_comparison")
    page = page.selectbox(key="source_agency").set_value(agency_id(page, "อบต.ใต้")).run()

    page = page.selectbox(key="compared").set_value("instrument:EIT").run()

    assert not page.exception
    assert page.dataframe[-1].value["score"].tolist() == ["82.00"]
    assert page.dataframe[-1].value["cell"].tolist() == ["E3"]


def test_the_comparison_tells_how_many_agencies_of_the_country_passed_that_year(open_page):
    open_page("import_history")
    bring(nation_file(79), "แรก.csv", year=2568)

    page = open_page("agency_comparison")

    assert not page.exception
    assert any("8,317" in one.value and "7,832" in one.value for one in page.caption)


def test_a_link_opens_the_source_of_another_agency(open_page):
    open_page("import_history")
    bring(nation_file(79), "แรก.csv", year=2568)

    page = open_page("agency_comparison", source_agency=f"อบต.ใต้ ({HERE.replace(',', ', ')})")

    assert page.selectbox(key="source_agency").value == agency_id(page, "อบต.ใต้")
    assert page.dataframe[-1].value["cell"].tolist() == ["G3"]


def test_an_unknown_agency_in_a_link_is_left_out(open_page):
    open_page("import_history")
    bring(nation_file(79), "แรก.csv", year=2568)

    page = open_page("agency_comparison", source_agency=["อบต.ไม่มี", "<b>"])

    assert not page.exception
    assert page.selectbox(key="source_agency").value is None


def test_the_list_of_agencies_wears_the_marks_of_their_scores(open_page):
    open_page("import_history")
    bring(nation_file(79), "แรก.csv", year=2568)
    bring(nation_file(80), "แก้.csv", year=2568)
    page = open_page("agency_comparison")
    revised = page.dataframe[-1].value.set_index("agency")["marked"]

    bring(nation_file(81), "เบื้องต้น.csv", year=2568, kind=SheetKind.PROVISIONAL)
    provisional = page.run().dataframe[-1].value.set_index("agency")["marked"]

    assert (revised["อบต.เหนือ"], revised["อบต.ใต้"]) == ("80.00 [r]", "84.00")
    assert provisional["อบต.เหนือ"] == "81.00 [p]"


@pytest.mark.parametrize("stem", ["executive_overview", "score_movement", "next_level"])
def test_a_page_of_scores_leads_to_where_each_score_comes_from(read_page, stem):
    page = read_page(stem)

    assert not page.exception
    assert navigation.TO_CELLS in [link.label for link in page.main.get("page_link")]
