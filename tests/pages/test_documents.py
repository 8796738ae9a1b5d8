"""The documents as they are made of the store: one page, forms, report."""

import datetime as dt
import shutil
import struct
from dataclasses import replace

import pandas as pd
import pypdfium2
import pytest

from data.database import Source, open_database, save
from data.documents import building as documents
from data.documents.forms.form_docx import form_document
from data.documents.paper.shortening import shortened
from data.framework import comparisons, framework
from data.importers import read_sheets
from data.model.access import planner_here
from data.words import navigation
from data.words.files import documents as words
from tests.catalogues import as_example
from tests.sheet_reading import read

DAY = dt.date(2026, 11, 22)


@pytest.fixture(scope="module")
def store(tmp_path_factory, examples):
    folder = shutil.copytree(examples, tmp_path_factory.mktemp("documents") / "store")
    opened = open_database(folder / "ita.duckdb")
    yield opened.acting_as(planner_here("ผู้วางแผน"))
    opened.close()


@pytest.fixture(scope="module")
def ground(store):
    return documents.ground(store, 2569, DAY)


def text_of(pdf):
    """Give the text as Chrome finds it, a line break for each line."""
    opened = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_bounded() for page in opened]
    opened.close()
    return [page.replace("\r\n", "\n") for page in pages]


def one_page(ground, suffix=".pdf"):
    return documents.build(words.Document.ONE_PAGE, suffix, ground, thai_digits=False)


def yearly(ground):
    return documents.build(words.Document.YEARLY, ".pdf", ground, thai_digits=False)


def test_the_one_page_is_one_page_and_its_thai_text_can_be_searched(ground):
    (page,) = text_of(one_page(ground))

    for word in ("ตัวชี้วัด", "เพิ่มขึ้น", "องค์การบริหารส่วนตำบลกุศกร", "เครื่องมือทั้ง 3", "ยังไม่มีรายงาน"):
        assert word in page
    for number in range(1, 11):
        assert f"\n{number}. " in page


def test_the_one_page_says_that_it_is_of_the_example_and_what_it_stands_on(ground):
    as_example()

    (page,) = text_of(one_page(ground))

    assert navigation.SAMPLE_MARK in page
    assert "ณ วันที่ 22 พ.ย. 2569" in page
    assert "ชุดที่ 1: action-plan-2569.txt" in page
    assert words.LABELS["version"] in page


def test_the_picture_of_the_one_page_is_one_a4_page(ground):
    png = one_page(ground, ".png")

    width, height = struct.unpack(">II", png[16:24])
    assert png.startswith(b"\x89PNG")
    assert height / width == pytest.approx(297 / 210, abs=0.002)
    assert width >= 1_200


def test_sixty_late_measures_of_many_divisions_still_fit_one_page(ground):
    many = pd.concat([ground.measures] * 5, ignore_index=True)
    many["overdue"] = True
    counts = pd.concat(
        [ground.progress.assign(division=ground.progress["division"] + str(n)) for n in range(6)]
    )

    pages = text_of(one_page(replace(ground, measures=many, progress=counts)))

    assert len(pages) == 1
    assert words.MORE_MEASURES.format(more=55) in pages[0]
    assert words.MORE_DIVISIONS.format(more=22) in pages[0]
    assert words.LABELS["version"] in pages[0]


def test_the_one_page_without_scores_says_so(ground):
    (page,) = text_of(one_page(replace(ground, book=None)))

    assert words.NO_SCORES in page
    assert navigation.SAMPLE_MARK not in page


def test_the_one_page_without_a_plan_says_so(ground):
    empty = replace(ground, measures=ground.measures.iloc[:0], progress=ground.progress.iloc[:0])

    (page,) = text_of(one_page(empty))

    assert words.NO_MEASURES.format(year=2569) in page


def test_text_from_files_is_never_markup(ground):
    odd = ground.measures.copy()
    odd["action"] = '#panic("x") $x$ *หนา* @ref <tag> \\ [a](b) \x00'
    odd["overdue"] = True

    (page,) = text_of(one_page(replace(ground, measures=odd)))

    assert '#panic("x") $x$ *หนา* @ref <tag> \\ [a](b)' in page


def test_tone_marks_on_high_vowels_are_not_doubled_in_the_text_of_a_pdf(ground):
    marked = "ขั้นตอน|ปั๊ม|ฝั่งฟ้า|ทั้งนี้|ครั้ง|ตั้ง|น้ำ|ขึ้น|ชี้|ปื้น|สิทธิ์|เปี๊ยะ|กั๋ง|ผู้ใหญ่"
    named = replace(ground, batches=(marked,))

    (page,) = text_of(one_page(named))

    assert marked in page.replace("\n", "")


def test_a_long_text_is_cut_behind_a_word():
    assert shortened("- จัดทำคู่มือการปฏิบัติงานของเจ้าหน้าที่", 16) == "จัดทำคู่มือการ…"
    assert shortened("สั้น ๆ", 16) == "สั้น ๆ"


def test_the_plan_form_of_the_store_is_the_plan_that_was_imported(store, ground):
    content = form_document(documents.plan(ground, thai_digits=True))
    (sheet,) = read_sheets("plan.docx", content)

    batch = save(store, read(sheet), Source("plan.docx", content, "ผู้วางแผน"))

    assert (batch.added, batch.changed, batch.unchanged) == (0, 0, 12)


def test_chosen_divisions_narrow_the_forms_and_stand_in_their_title(store):
    found = documents.ground(store, 2569, DAY, ("กองคลัง",))

    form = documents.result(found, thai_digits=False)

    assert 0 < len(form.rows) < found.all_measures
    assert form.titles[-1] == "เฉพาะส่วนราชการ: กองคลัง"
    assert any("กองคลัง" in text for _, text in form.about.conditions)


def test_the_yearly_report_has_chapters_for_all_indicators_and_bookmarks_to_them(ground):
    content = yearly(ground)

    opened = pypdfium2.PdfDocument(content)
    titles = [mark.get_title() for mark in opened.get_toc()]
    opened.close()
    chapters = [f"{number}. {framework(2569).indicator(number).name}" for number in range(1, 11)]
    assert titles[2:12] == chapters
    assert len(titles) == 10 + 5 + 3


def test_items_that_no_indicator_is_known_of_are_never_called_missing(ground):
    like = ground.book.scores[ground.book.scores["level"] == "item"].iloc[:3]
    nobodys = like["indicator"].mask(like["code"].notna())
    items = like.assign(year=2569, code=["i10", "i2", "e1"], indicator=nobodys)
    book = replace(ground.book, scores=pd.concat([ground.book.scores, items]))

    text = "".join(text_of(yearly(replace(ground, book=book)))).replace("\n", "")

    assert words.NO_ITEMS.format(year=2569) not in text
    assert words.ITEMS_APART.format(first="i2", last="i10", instrument="IIT", year=2569) in text


def test_the_yearly_report_traces_every_score_and_measure_to_its_cell(ground):
    text = "\n".join(text_of(yearly(ground)))

    for row in ground.scores.to_dict("records"):
        assert row["cell"] in text
    for measure_id in ground.measures["measure_id"]:
        assert measure_id in text.replace("\n", "")


def test_every_page_of_the_yearly_report_but_the_cover_has_its_number_and_the_mark(ground):
    as_example()

    pages = text_of(yearly(ground))

    assert "หน้า" not in pages[0]
    for number, page in enumerate(pages[1:], start=2):
        assert f"หน้า {number} / {len(pages)}" in page
        assert navigation.SAMPLE_MARK in page


def test_the_yearly_report_is_made_of_scores_alone_and_of_a_plan_alone(ground):
    none = {"measures": ground.measures.iloc[:0], "progress": ground.progress.iloc[:0]}

    scores_alone = "\n".join(text_of(yearly(replace(ground, **none))))
    plan_alone = "\n".join(
        text_of(yearly(replace(ground, book=None, scores=ground.scores.iloc[:0])))
    )

    assert words.NO_MEASURES.format(year=2569) in scores_alone
    assert words.NO_SCORES in plan_alone
    assert "2569-09-o14+o15+o16" in plan_alone.replace("\n", "")


def test_the_yearly_report_names_the_breaks_between_its_years(store):
    text = "".join(text_of(yearly(documents.ground(store, 2569, DAY))))

    for one in comparisons().breaks_between(2567, 2569):
        assert f"ปี {one.from_year} กับ {one.to_year}" in text
