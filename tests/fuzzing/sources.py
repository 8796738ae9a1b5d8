"""Good tables whose every score is a number of its own, so that none can pass for another."""

import datetime as dt
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache

from data.catalogue import set_up
from data.database import Database, Source, open_database, save
from data.database.connection import IN_MEMORY
from data.documents.division.workbook import division_workbook
from data.examples import PLAN_FILE, example_agency
from data.framework import framework
from data.importers import read_sheets
from data.model.access import planner_here
from data.words.work.roundtrip import workbook_words
from tests.corpus.awkward_plans import HEADINGS
from tests.corpus.awkward_plans import TITLE as PLAN_TITLE
from tests.roundtrips import LEAD
from tests.sheet_reading import read

Cells = list[list[object]]
CODES = ("total", "IIT", "EIT", "OIT", *map(str, range(1, 11)))
LABELS = {"total": "คะแนนรวม"} | {str(n): f"ตัวชี้วัดที่ {n}" for n in range(1, 11)}
AGENCIES = ("อบต.กุศกร", "อบต.ขามเปี้ย", "อบต.เซเป็ด", "อบต.คอนสาย", "อบต.โคกจาน")
YEARS = (2566, 2567, 2568)
REPORT_HEADINGS = (
    "รหัสมาตรการ", "มาตรการ", "สถานะ", "ร้อยละ", "ข้อมูล ณ วันที่", "งบประมาณ", "ลิงก์หลักฐาน", "หมายเหตุ",
)  # fmt: skip
HANDED_OUT = ("รหัสมาตรการ", "งบประมาณที่ใช้ไป (บาท)", "ลิงก์หลักฐาน", "หมายเหตุ")
MEASURES = ("2569-01-i1", "2569-04-i11", "2569-06-e2", "2569-10-o25+o26+o27+o28")
"""Some of the real plan, which the store of a fuzz run holds."""


@dataclass(frozen=True, slots=True)
class Good:
    """A table, whose score each number in it is, and which words of it nothing may lose."""

    cells: Cells
    truth: Mapping[float, str] = field(default_factory=dict)
    marks: frozenset[str] = frozenset()


def numbers(chance: random.Random) -> Callable[[], float]:
    """Give a function that gives another score of two decimals each time."""
    left = chance.sample(range(4001, 9999), 200)
    left = [number for number in left if number % 10 and number % 100]
    return lambda: left.pop() / 100


def label(code: str) -> str:
    return LABELS.get(code, code)


def long(chance: random.Random) -> Good:
    score, truth = numbers(chance), {}
    rows: Cells = [["คะแนน ITA"], ["ปีงบประมาณ", "ตัวชี้วัด", "คะแนน"]]
    for year in chance.sample(YEARS, 2):
        for code in (*CODES, "i1", "e2", "o3"):
            rows.append([year, label(code), value := score()])
            truth[value] = f"{year} {code}"
    return Good(rows, truth)


def years(chance: random.Random) -> Good:
    score, truth = numbers(chance), {}
    rows: Cells = [["คะแนน ITA อบต.กุศกร"], [], ["ประเด็น/ตัวชี้วัด", *(f"ปี {year}" for year in YEARS)]]
    for code in CODES:
        values = [score() for _ in YEARS]
        rows.append([label(code), *values])
        truth |= {value: f"{year} {code}" for value, year in zip(values, YEARS, strict=True)}
    return Good(rows, truth)


def report(chance: random.Random) -> Good:
    score, truth = numbers(chance), {}
    rows: Cells = [["ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568"], ["ตัวชี้วัด", "คะแนน"]]
    for code in CODES:
        rows.append([label(code), value := score()])
        truth[value] = f"2568 {code}"
    return Good(rows, truth)


def agencies(chance: random.Random) -> Good:
    score, truth = numbers(chance), {}
    rows: Cells = [["คะแนนปีงบประมาณ 2568"], ["ลำดับ", "หน่วยงาน", *map(label, CODES)]]
    for at, agency in enumerate(AGENCIES):
        values = [score() for _ in CODES]
        rows.append([at + 1, agency, *values])
        name = "" if at == 0 else f"{agency} "
        truth |= {value: f"{name}2568 {code}" for value, code in zip(values, CODES, strict=True)}
    return Good(rows, truth)


def agency_years(chance: random.Random) -> Good:
    """Totals and instruments of several years beside each agency, the years in the headings."""
    score, truth = numbers(chance), {}
    heads = [(code, year) for year in YEARS for code in ("IIT", "total")]
    named = [f"{label(code)} ปี {year}" for code, year in heads]
    rows: Cells = [["คะแนน ITA ย้อนหลัง"], ["ลำดับ", "หน่วยงาน", *named]]
    for at, agency in enumerate(AGENCIES):
        values = [score() for _ in heads]
        rows.append([at + 1, agency, *values])
        name = "" if at == 0 else f"{agency} "
        told = (f"{name}{year} {code}" for code, year in heads)
        truth |= dict(zip(values, told, strict=True))
    return Good(rows, truth)


def stacked(chance: random.Random) -> Good:
    """Two years below one another, the total above the first, instruments beside indicators."""
    score, truth = numbers(chance), {}
    headings: list[object] = ["ตัวชี้วัด", "คะแนน", "คะแนนเครื่องมือ"]
    rows: Cells = [["ผลการประเมิน ITA ปี 2567"], ["คะแนนรวม", total := score()], headings]
    truth[total] = "2567 total"
    for year in (2567, 2568):
        if year == 2568:
            rows += [[], ["ผลการประเมิน ITA ปี 2568"], list(headings)]
        for number, instrument in ((1, "IIT"), (6, "EIT"), (9, "OIT")):
            own, whole = score(), score()
            rows.append([label(str(number)), own, whole])
            truth |= {own: f"{year} {number}", whole: f"{year} {instrument}"}
    return Good(rows, truth)


def plan(chance: random.Random) -> Good:
    """A plan whose cells each end in a word of consonants that stands nowhere else."""
    rows: Cells = [list(PLAN_TITLE), list(HEADINGS)]
    marks = set()
    for number, item in ((1, "i1"), (2, "i5"), (4, "i11"), (9, "o14")):
        texts = ["ผล", "มาตรการ", "สอดคล้อง", "1. ทำ 2. ตรวจ"]
        own = ["".join(chance.choices("bcdfghjklm", k=9)) for _ in range(5)]
        marks |= set(own)
        words = [f"{text} {mark}" for text, mark in zip([f"{item} ข้อ", *texts], own, strict=True)]
        name = f"{number}. {framework(2568).indicator(number).name}"  # type: ignore[union-attr]
        rows.append([name, *words, "ตลอดปีงบประมาณ 2569", "กองคลัง"])
    return Good(rows, marks=frozenset(marks))


def status(chance: random.Random) -> Good:
    """A report of a division, typed by hand: no stamps, but the ids of the plan."""
    score, truth = numbers(chance), {}
    rows: Cells = [["รายงานผล แผนปีงบประมาณ 2569"], ["กองคลัง"], list(REPORT_HEADINGS)]
    marks = set()
    for measure, state in zip(MEASURES, ("กำลังดำเนินการ", "เสร็จ", "", "ยังไม่เริ่ม"), strict=True):
        own = ["".join(chance.choices("bcdfghjklm", k=9)) for _ in range(2)]
        marks |= set(own)
        said = [f"https://k.go.th/{own[0]}", f"หมายเหตุ {own[1]}"]
        rows.append([measure, "อบรม", state, 40, "1 มี.ค. 2569", budget := score(), *said])
        truth[budget] = f"{measure} budget_planned"
    return Good(rows, truth, frozenset(marks))


def handed_out(chance: random.Random) -> Good:
    """The workbook a division was handed out, filled in; its stamps stand in a column of theirs."""
    score, truth = numbers(chance), {}
    rows = [list(row) for row in _workbook_rows()]
    heading = next(at for at, row in enumerate(rows) if REPORT_HEADINGS[0] in row)
    place = {name: rows[heading].index(name) for name in HANDED_OUT}
    marks = set()
    for row in rows[heading + 1 :]:
        own = ["".join(chance.choices("bcdfghjklm", k=9)) for _ in range(2)]
        marks |= set(own)
        row[place["ลิงก์หลักฐาน"]] = f"https://k.go.th/{own[0]}"
        row[place["หมายเหตุ"]] = f"หมายเหตุ {own[1]}"
        row[place["งบประมาณที่ใช้ไป (บาท)"]] = budget = score()
        truth[budget] = f"{row[place[REPORT_HEADINGS[0]]]} budget_spent"
    return Good(rows, truth, frozenset(marks))


@cache
def _workbook_rows() -> Cells:
    day = dt.date(2026, 1, 15)
    content = division_workbook(plan_store(), "สำนักปลัด", 2569, day, workbook_words(day))
    sheets = read_sheets("handed-out.xlsx", content)
    return next([list(row) for row in one.rows] for one in sheets if one.name == LEAD)


@cache
def plan_store() -> Database:
    """Give a store of the real plan alone, to be read only."""
    database = open_database(IN_MEMORY).acting_as(planner_here("fuzz"))
    set_up(database, example_agency(), "fuzz")
    (plan_sheet,) = read_sheets(PLAN_FILE.name, PLAN_FILE.read_bytes())
    save(database, read(plan_sheet), Source(PLAN_FILE.name, b"plan", "fuzz"))
    return database


def real_plan(_chance: random.Random) -> Good:
    text = PLAN_FILE.read_text(encoding="utf-8-sig")
    return Good([line.split("\t") for line in text.splitlines()])


TABLES: dict[str, Callable[[random.Random], Good]] = {
    "long": long,
    "years": years,
    "report": report,
    "agencies": agencies,
    "agency years": agency_years,
    "stacked": stacked,
    "plan": plan,
    "status": status,
    "handed out": handed_out,
    "real plan": real_plan,
}
