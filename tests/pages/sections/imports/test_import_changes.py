"""What would change is told before saving, and what became of it after, with the way back."""

import datetime as dt

import pandas as pd
import pytest

from data.database import undo
from data.model.identity import SheetKind
from data.words.importing import identity as identity_words
from data.words.importing import imports as words
from pages.shared.safe import plain
from pages.shared.session import database
from queries import batches, measures, scores
from tests.corpus.awkward_plans import HEADINGS as HEADINGS_OF_A_PLAN
from tests.corpus.awkward_plans import TITLE
from tests.corpus.awkward_plans import changed as changed_measure
from tests.helpers.pages import labels, press, texts, upload
from tests.helpers.workbooks import book_of

HEADINGS = ("ปีงบประมาณ", "รหัส", "คะแนน")
SCORES = ((2569, "รวม", 86.5), (2569, "OIT", 90.0), (2569, 10, 81.0), (2569, 2, 80.0))
AGENCIES = (
    ("ผลการประเมิน ITA ปีงบประมาณ 2569",),
    ("หน่วยงาน", "จังหวัด", "ตัวชี้วัดที่ 1", "คะแนนรวม"),
    ("อบต.โคกจาน", "อุบลราชธานี", 80.5, 81.25),
    ("อบต.กุศกร", "อุบลราชธานี", 82.5, 83.75),
)
LINKS = {"trends": "pages/yearly_trends.py", "agencies": "pages/agency_comparison.py"}
MEASURE = changed_measure(c0="2. การใช้งบประมาณ", c1="i4 ข้อความ")
HISTORY = words.SEE["pages/import_history.py"]


def opened(open_page, *rows, name="คะแนน.xlsx"):
    return upload(open_page("import_files"), (name, book_of(*rows)))


def saved(open_page, *rows, name="คะแนน.xlsx"):
    page = press(opened(open_page, *rows, name=name), words.SAVE)
    assert not page.exception
    return page


def links(page):
    return [link.label for link in page.main.get("page_link")]


def provisional(page):
    kind = next(box for box in page.selectbox if box.label == identity_words.KIND)
    return kind.select(SheetKind.PROVISIONAL).run()


def last_table(page):
    return page.dataframe[-1].value


def test_what_is_read_and_each_value_that_is_added_is_told_in_the_order_people_know(read_page):
    page = opened(read_page, HEADINGS, *SCORES)

    assert f"**คะแนนปี 2569 · {plain('อบต.กุศกร')} · 4 ค่า**" in texts(page.markdown)
    assert last_table(page)["what"].tolist() == [
        "ปี 2569 · คะแนนรวม",
        "ปี 2569 · OIT",
        "ปี 2569 · ตัวชี้วัดที่ 2 การใช้งบประมาณ",
        "ปี 2569 · ตัวชี้วัดที่ 10 การป้องกันการทุจริต",
    ]
    assert last_table(page)["new_value"].tolist() == ["86.50", "90.00", "80.00", "81.00"]


def test_another_file_of_the_same_values_says_that_only_the_source_would_change(open_page):
    saved(open_page, HEADINGS, *SCORES)

    page = opened(open_page, ("สำเนา",), HEADINGS, *SCORES)

    assert words.NOTHING_NEW in texts(page.caption)
    assert words.SAVE in labels(page)


def test_an_old_file_whose_values_were_replaced_says_how_to_come_back_to_them(open_page):
    old = ("เดิม.xlsx", book_of(HEADINGS, *SCORES))
    press(upload(open_page("import_files"), old), words.SAVE)
    saved(open_page, HEADINGS, (2569, "รวม", 87.0), name="แก้.xlsx")

    page = upload(open_page("import_files"), old)

    assert words.REPEATED.format(batch_id=3) in texts(page.info)
    assert words.REPLACED_SINCE in texts(page.caption)
    assert HISTORY in links(page)
    assert words.SAVE not in labels(page)


def test_a_save_can_be_taken_back_where_it_was_made_and_made_again(open_page):
    page = saved(open_page, HEADINGS, *SCORES)
    assert words.SAVE not in labels(page)

    page = press(page, words.UNDO_THIS.format(batch_id=3))

    assert not page.exception
    assert words.UNDONE.format(batch_id=3) in texts(page.info)
    assert batches.batches(database()).set_index("batch_id")["state"][3] == "undone"
    page = press(page, words.SAVE)
    assert words.UNDO_THIS.format(batch_id=4) in labels(page)


def test_a_save_that_was_undone_elsewhere_is_not_told_as_saved(open_page):
    page = saved(open_page, HEADINGS, *SCORES)
    undo(database(), 3, undone_by="ก")

    page = page.run()

    assert not page.success or all("บันทึกเป็นชุด" not in text for text in texts(page.success))
    assert words.SAVE in labels(page)


@pytest.mark.parametrize(
    ("rows", "pages"),
    [
        ((HEADINGS, *SCORES), ["trends"]),
        (AGENCIES, ["trends", "agencies"]),
        (AGENCIES[:3], ["agencies"]),
    ],
)
def test_the_links_lead_to_where_these_very_scores_show(open_page, rows, pages):
    page = saved(open_page, *rows)

    assert links(page) == [*(words.SEE[LINKS[page]] for page in pages), HISTORY]


def test_the_scores_of_several_agencies_are_told_apart(read_page):
    page = opened(read_page, *AGENCIES)

    assert any("2 หน่วยงาน (รวม อบต.กุศกร)" in text for text in texts(page.markdown))
    tables = [one.value for one in page.dataframe if "agency" in one.value]
    told = {agency for table in tables for agency in table["agency"]}
    assert told == {"อบต.กุศกร", "อบต.โคกจาน"}


def test_a_final_score_in_place_of_the_same_provisional_one_shows_its_mark_go(open_page):
    page = provisional(opened(open_page, HEADINGS, *SCORES))
    press(page, words.SAVE)

    page = opened(open_page, HEADINGS, *SCORES)

    assert last_table(page)[["old_value", "new_value"]].to_numpy().tolist()[0] == [
        "86.50 [p]",
        "86.50",
    ]
    press(page, words.SAVE)
    assert not scores.home_scores(database())["mark"].str.contains("p").any()


def test_provisional_scores_in_place_of_final_ones_are_warned_of(open_page):
    saved(open_page, HEADINGS, *SCORES)
    later = (HEADINGS, (2569, "รวม", 87.0), *SCORES[1:])

    page = provisional(opened(open_page, *later, name="เบื้องต้น.xlsx"))

    assert words.PROVISIONAL_OVER_FINAL.format(count=4) in texts(page.warning)


def test_a_changed_plan_shows_steps_and_divisions_as_people_write_them(open_page):
    saved(open_page, TITLE, HEADINGS_OF_A_PLAN, MEASURE, name="แผน.xlsx")
    plan = measures.measures(database(), as_of=dt.date(2026, 1, 1), years=[2569])
    changed = list(MEASURE)
    changed[5], changed[7] = "1. ประชุม 2. ติดตามผล", "กองคลัง และกองช่าง"

    page = opened(open_page, TITLE, HEADINGS_OF_A_PLAN, changed, name="แผนแก้.xlsx")

    assert len(plan)
    table = next(one.value for one in page.dataframe if "old_value" in one.value)
    told = pd.concat([table["old_value"], table["new_value"]])
    assert not told.str.contains(r"\[|'|None").any()
    assert "1. ประชุม\n2. ติดตามผล" in set(table["new_value"])


def test_a_published_level_that_changes_is_told_though_no_score_does(open_page):
    rows = (
        ("ผลการประเมิน ITA ปีงบประมาณ 2569",),
        ("ตัวชี้วัด", "คะแนน"),
        ("คะแนนรวม", 86.5),
    )
    saved(open_page, *rows, ("ระดับผลการประเมิน", "ผ่าน"))

    page = opened(open_page, *rows, ("ระดับผลการประเมิน", "ผ่านดี"), name="แก้.xlsx")

    assert words.LEVEL_COUNTS.format(added=0, changed=1) in texts(page.caption)
    assert words.NOTHING_NEW not in texts(page.caption)
    table = next(one.value for one in page.dataframe if "old_value" in one.value)
    assert table[["what", "old_value", "new_value"]].to_numpy().tolist() == [
        ["ปี 2569 · ระดับที่ประกาศ", "ผ่าน", "ผ่านดี"]
    ]
