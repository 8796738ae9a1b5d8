"""Good tables whose every score is a number of its own, so that none can pass for another."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from data.examples import PLAN_FILE
from data.framework import framework
from tests.corpus.awkward_plans import HEADINGS
from tests.corpus.awkward_plans import TITLE as PLAN_TITLE

Cells = list[list[object]]
CODES = ("total", "IIT", "EIT", "OIT", *map(str, range(1, 11)))
LABELS = {"total": "คะแนนรวม"} | {str(n): f"ตัวชี้วัดที่ {n}" for n in range(1, 11)}
AGENCIES = ("อบต.กุศกร", "อบต.ขามเปี้ย", "อบต.เซเป็ด", "อบต.คอนสาย", "อบต.โคกจาน")
YEARS = (2566, 2567, 2568)


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
    rows: Cells = [["อบต.กุศกร"], [], ["ประเด็น/ตัวชี้วัด", *(f"ปี {year}" for year in YEARS)]]
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


def real_plan(_chance: random.Random) -> Good:
    text = PLAN_FILE.read_text(encoding="utf-8-sig")
    return Good([line.split("\t") for line in text.splitlines()])


TABLES: dict[str, Callable[[random.Random], Good]] = {
    "long": long,
    "years": years,
    "report": report,
    "agencies": agencies,
    "plan": plan,
    "real plan": real_plan,
}
