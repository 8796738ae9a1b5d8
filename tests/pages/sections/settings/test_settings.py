"""What an office has decided is changed on a page, kept as a batch, and open to planners alone."""

import datetime as dt
import io
import re
from dataclasses import replace
from decimal import Decimal

import pytest
from PIL import Image

from data.catalogue import small_logo, write_office
from data.containers.gate.reasons import Unreadability
from data.database import undo
from data.documents import building
from data.framework import SignatoryRole, framework, office, organisation
from data.model.access import Action
from data.model.errors import UnreadableFileError
from data.words import charts as chart_words
from data.words import setting_up as words
from data.words.importing import imports as import_words
from data.words.scores import overview as total_words
from pages.sections.settings.agency_form import divisions_from, divisions_text
from pages.shared import navigation
from pages.shared.session import database
from queries import batches
from queries.measures import measures
from tests.helpers.pages import press, texts, upload
from tests.helpers.workbooks import book_of

WAY = re.compile(r'class="change (\w+)"')


def test_divisions_get_another_order_and_other_names_and_can_be_had_back(open_page):
    page = open_page("agency_settings")
    page.text_area(key="own_divisions_").input("กองช่าง\nสำนักปลัด\nกองคลัง = ส่วนการคลัง")
    page = page.button(key="save_agency").click().run()

    assert not page.exception
    assert [one.name for one in organisation().divisions] == ["กองช่าง", "สำนักปลัด", "กองคลัง"]
    assert organisation().division_named("ส่วนการคลัง") == "กองคลัง"
    [newest] = batches.batches(database())["batch_id"].head(1)
    assert words.CHANGED.format(batch_id=newest) in texts(page.success)

    undo(database(), int(newest), undone_by="ก")

    assert len(organisation().divisions) == 5


def test_another_target_is_that_of_every_page_and_saving_it_again_changes_nothing(open_page):
    page = open_page("agency_settings", part=words.TARGETS)
    page.number_input(key="target_2569").set_value(90.0)
    page = page.button(key="save_targets").click().run()

    assert not page.error
    assert (framework(2569).target, framework(2568).target) == (90, 85)
    page = page.button(key="save_targets").click().run()
    assert texts(page.info) == [words.NOTHING_CHANGED]


def test_an_indicator_and_the_steady_band_are_set_of_a_year_and_had_back(open_page):
    page = open_page("agency_settings", part=words.TARGETS)
    page = page.selectbox(key="target_year").select(2568).run()
    page.number_input(key="target_2568_4").set_value(92.5)
    page.number_input(key="target_2568_5").set_value(85.0)
    page.number_input(key="steady_2568").set_value(0.5)
    page = page.button(key="save_targets").click().run()

    assert not page.error
    year = framework(2568)
    assert [year.target_of(number) for number in (3, 4, 5)] == [85, Decimal("92.5"), 85]
    assert (year.targets, year.steady_band) == ((85, Decimal("92.5")), Decimal("0.5"))
    [newest] = batches.batches(database())["batch_id"].head(1)
    undo(database(), int(newest), undone_by="ก")
    assert (framework(2568).targets, framework(2568).steady_band) == ((85,), 1)


def test_another_band_is_that_of_the_words_and_arrows_of_every_page(open_page):
    page = open_page("agency_settings", part=words.TARGETS)
    page.number_input(key="steady_2569").set_value(3.5)
    page.button(key="save_targets").click().run()

    cards = [one.proto.body for one in open_page("yearly_trends").get("html")]
    ways = [found[1] for body in cards if (found := WAY.search(body))]
    assert ways == ["up", "steady", "steady"]
    steady = total_words.STEADY.format(change=3.22)
    hero = "".join(one.proto.body for one in open_page("executive_overview").get("html"))
    assert f"{total_words.ARROWS['steady']} {steady}" in hero
    told = chart_words.WATERFALL_MOVED["steady"].partition(" ")[0]
    said = [one.proto.body for one in open_page("score_movement").get("html")]
    assert any(told in text for text in said)


def test_a_plan_that_calls_a_division_by_its_other_name_is_of_that_division(open_page):
    page = open_page("agency_settings")
    page.text_area(key="own_divisions_").input("สำนักปลัด\nกองคลัง = ฝ่ายเงินและบัญชี")
    page.button(key="save_agency").click().run()
    plan = book_of(
        ("แผนปฏิบัติการ ปีงบประมาณ พ.ศ. 2570",),
        ("ประเด็น/ตัวชี้วัด", "มาตรการ/โครงการ/กิจกรรม", "ขั้นตอน", "ระยะเวลา", "ผู้รับผิดชอบ"),
        ("2. การใช้งบประมาณ", "เผยแพร่แผน", "1. จัดทำ", "ต.ค. 2569 - ก.ย. 2570", "ฝ่ายเงินและบัญชี"),
    )
    page = upload(open_page("import_files"), ("แผน.xlsx", plan))
    page = press(page, import_words.SAVE)

    found = measures(database(), as_of=dt.date(2027, 1, 1))
    assert not page.exception
    assert [list(one) for one in found[found["plan_year"] == 2570]["lead"]] == [["กองคลัง"]]


def test_an_agency_keeps_a_name_and_a_division(open_page):
    page = open_page("agency_settings")
    page.text_area(key="own_divisions_").input(" \n")
    page = page.button(key="save_agency").click().run()

    assert texts(page.error) == [words.DIVISIONS_MISSING]


def test_only_who_may_change_settings_is_offered_the_page(monkeypatch):
    # Outside a run of a script a page of Streamlit tells nothing of itself.
    monkeypatch.setattr(navigation, "_page", lambda stem, *_told, **_settings: stem)

    def listed(can):
        pages = navigation.sections(can, fresh=False)
        return [stem for several in pages.values() for stem in several]

    assert "agency_settings" in listed(lambda _action: True)
    assert "agency_settings" not in listed(lambda action: action is not Action.SETTINGS)
    assert "first_start" not in listed(lambda _action: True)


def test_what_is_typed_of_divisions_is_written_as_it_was():
    typed = "สำนักปลัด\nกองคลัง = ส่วนการคลัง, งานคลัง"

    assert divisions_text(divisions_from(typed)) == typed
    assert divisions_from(" = x\n\n") == ()


def test_days_decide_from_when_on_a_measure_is_late_due_soon_or_silent(open_page):
    def flagged():
        found = measures(database(), as_of=dt.date(2026, 10, 2))
        return {name: int(found[name].sum()) for name in ("overdue", "due_soon", "silent")}

    before = flagged()
    page = open_page("agency_settings", part=words.DAYS)
    page.number_input(key="late_days").set_value(366)
    page.number_input(key="due_soon_days").set_value(0)
    page.number_input(key="silent_days").set_value(366)
    page = page.button(key="save_days").click().run()

    assert not page.error
    assert before["overdue"]
    assert before["silent"]
    assert flagged() == {"overdue": 0, "due_soon": before["overdue"], "silent": 0}
    assert (office().late_days, office().silent_days) == (366, 366)
    [newest] = batches.batches(database())["batch_id"].head(1)
    undo(database(), int(newest), undone_by="ก")
    assert flagged() == before


def test_who_signs_stands_on_the_documents_and_a_blank_name_does_not(open_page):
    page = open_page("agency_settings", part=words.SIGNATORIES)
    page.text_input(key="prepared_name").input("นางสาว ก ข")
    page.text_input(key="prepared_title").input("นักวิเคราะห์นโยบายและแผน")
    page.text_input(key="checked_title").input("ปลัด")
    page.text_input(key="approved_name").input(" =นาย ค ง ")
    page = page.button(key="save_signatories").click().run()

    assert not page.error
    assert [(one.role, one.name) for one in office().signatories] == [
        (SignatoryRole.PREPARED, "นางสาว ก ข"),
        (SignatoryRole.APPROVED, "=นาย ค ง"),
    ]
    form = building.plan(building.ground(database(), 2569, dt.date(2026, 6, 30)), thai_digits=False)
    assert [lines[2] for lines in form.about.signatures] == ["(นางสาว ก ข)", "(=นาย ค ง)"]


def test_a_picture_is_made_small_and_what_is_none_or_too_large_is_refused():
    picture = io.BytesIO()
    Image.new("RGBA", (900, 300), (0, 0, 0, 0)).save(picture, "PNG")
    with Image.open(io.BytesIO(small_logo("ตรา.png", picture.getvalue()))) as small:
        assert (small.size, small.getpixel((0, 0))) == ((240, 80), (255, 255, 255))

    for content, reason in (
        (b"%PDF-1.7", Unreadability.NO_PICTURE),
        (picture.getvalue().ljust(1_048_577, b"0"), Unreadability.LOGO_TOO_LARGE),
        (picture.getvalue()[:40], Unreadability.DAMAGED),
    ):
        with pytest.raises(UnreadableFileError) as refused:
            small_logo("ตรา.png", content)
        assert refused.value.reason == reason


def test_the_picture_stands_beside_the_name_and_goes_with_its_batch(open_page):
    kept = write_office(database(), replace(office(), logo=b"\x89PNG"), "ก")
    assert (
        "data:image/png;base64,iVBORw==" in open_page("agency_settings").get("html")[0].proto.body
    )
    undo(database(), kept.batch_id, undone_by="ก")

    assert office().logo == b""


def test_an_item_gets_a_name_and_its_indicator_and_one_that_nobody_listed_is_added(open_page):
    page = open_page("agency_settings", part=words.ITEMS)
    [rows] = texts(page.dataframe)
    assert not rows.loc[rows["code"] == "o1", "name"].empty
    assert "i1" not in set(rows["code"])

    page.session_state["items_2569"] = {
        "edited_rows": {0: {"name": "ชื่อใหม่"}},
        "added_rows": [{"code": "i1", "indicator": 1, "name": "ถามอะไร"}],
        "deleted_rows": [],
    }
    page = page.button(key="save_items").click().run()

    assert not page.error
    year = framework(2569)
    first, added = year.item("o1"), year.item("i1")
    assert (first.name, first.indicator) == ("ชื่อใหม่", 9)
    assert (added.name, added.indicator, added.evidence) == ("ถามอะไร", 1, "one-source")
    [newest] = batches.batches(database())["batch_id"].head(1)
    undo(database(), int(newest), undone_by="ก")
    assert framework(2569).item("i1") is None


def test_an_item_of_an_instrument_that_is_not_there_is_refused_and_nothing_is_written(open_page):
    page = open_page("agency_settings", part=words.ITEMS)
    page.session_state["items_2569"] = {
        "edited_rows": {},
        "added_rows": [{"code": "x1", "indicator": 1, "name": "ถามอะไร"}],
        "deleted_rows": [],
    }
    page = page.button(key="save_items").click().run()

    assert len(page.error) == 1
    assert framework(2569).item("x1") is None
