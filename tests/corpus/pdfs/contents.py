"""What the printed tables say: the seed's plan and invented scores, as rows of texts."""

import random
from dataclasses import dataclass
from functools import cache
from itertools import permutations
from statistics import mean

from data.examples import PLAN_FILE
from data.framework import framework
from data.importers import read, read_sheets, recognise_sheets


@dataclass(frozen=True)
class Printed:
    """A table and the lines above it; `widths` are the shares of its columns.

    `groups` are texts over several columns, `merged` the ranges of the body that are one cell.
    """

    lines: tuple
    headings: tuple
    rows: list
    widths: tuple = ()
    groups: tuple = ()
    merged: tuple = ()

    @property
    def shares(self):
        return list(self.widths or [1] * len(self.headings))


TITLES = (
    "รายงานผลการประเมิน ITA ไปสู่การพัฒนาองค์กร ในปีงบประมาณ พ.ศ. 2569",
    "ของ องค์การบริหารส่วนตำบลกุศกร",
)
PLAN_HEADINGS = (
    "ประเด็น/ตัวชี้วัด",
    "ข้อความ ITA",
    "ผลการวิเคราะห์การประเมิน",
    "มาตรการ/โครงการ/กิจกรรม",
    "ผลการวิเคราะห์ตัวชี้วัดที่สอดคล้องกับมาตรการ/โครงการ/กิจกรรม",
    "ขั้นตอน/วิธีการดำเนินการ",
    "ระยะเวลาดำเนินการ",
    "ผู้รับผิดชอบ",
)
GROUPS = (
    ("", 1),
    ("การวิเคราะห์ผลการประเมิน ในปี 2568", 2),
    ("การนำผลการวิเคราะห์ไปสู่การปฏิบัติ", 5),
)
INDICATORS = (
    "1 การปฏิบัติหน้าที่",
    "2 การใช้งบประมาณ",
    "3 การใช้อำนาจ",
    "4 การใช้ทรัพย์สินของราชการ",
    "5 การแก้ไขปัญหาการทุจริต",
    "6 คุณภาพการดำเนินงาน",
    "7 ประสิทธิภาพการสื่อสาร",
    "8 การปรับปรุงระบบการทำงาน",
    "9 การเปิดเผยข้อมูล",
    "10 การป้องกันการทุจริต",
)
OWN_SCORES = (
    *("88.12", "79.40", "91.05", "84.33", "76.51"),
    *("87.90", "82.64", "80.07", "95.83", "92.50"),
)


@cache
def seed_plan():
    """The import of the seed's text: what every PDF of the same table has to give."""
    (sheet,) = recognise_sheets(read_sheets(PLAN_FILE.name, PLAN_FILE.read_bytes()))
    return read(sheet)


def plan_rows():
    """One row a measure, the name of an indicator in its first row."""
    rows, before = [], None
    for one in seed_plan().measures:
        named = framework(2568).indicator(one.indicator)
        first = f"{one.indicator}. {named.name} ({named.first_item} – {named.last_item})"
        rows.append(
            (
                "" if one.indicator == before else first,
                one.question,
                one.analysis,
                one.action,
                one.alignment,
                "\n".join(f"{number}. {step}" for number, step in enumerate(one.steps, start=1)),
                one.period_text,
                one.responsible_text,
            )
        )
        before = one.indicator
    return rows


def plan():
    """The seed's plan as one table."""
    widths = (3, 4, 4, 4, 4, 5, 2, 3)
    return Printed(TITLES, PLAN_HEADINGS, plan_rows(), widths, GROUPS)


def plan_pages():
    """The seed's plan as it was printed: on each page the titles, the headings, and some rows."""
    pages = []
    for line in filter(None, map(str.rstrip, PLAN_FILE.read_text(encoding="utf-8").splitlines())):
        if line.startswith(TITLES[0][:20]):
            pages.append([])
        elif "\t" in line and not {GROUPS[1][0], PLAN_HEADINGS[1]} & {*line.split("\t")}:
            pages[-1].append((line + "\t" * 8).split("\t")[:8])
    return [Printed(TITLES, PLAN_HEADINGS, rows, plan().widths, GROUPS) for rows in pages if rows]


def report(year=2568):
    """The result report of one agency: instruments, indicators, total."""
    scores = with_total([float(score) for score in OWN_SCORES])
    rows = [(f"ตัวชี้วัดที่ {name}", score) for name, score in zip(INDICATORS, scores, strict=False)]
    rows.append(("คะแนนรวม", scores[-1]))
    title = f"ผลการประเมินคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ พ.ศ. {year}"
    return Printed((title, TITLES[1]), ("ตัวชี้วัด", "คะแนน"), rows, (5, 1))


def years_table():
    """The scores of one agency over three years."""
    columns = {
        year: with_total([float(score) - back for score in OWN_SCORES])
        for back, year in enumerate((2568, 2567, 2566))
    }
    labels = [*(f"ตัวชี้วัดที่ {name}" for name in INDICATORS), "คะแนนรวม"]
    rows = list(zip(labels, *columns.values(), strict=True))
    title = "ผลการประเมินคุณธรรมและความโปร่งใส (ITA) ย้อนหลัง"
    headings = ("ตัวชี้วัด", *(f"ปี {year}" for year in columns))
    return Printed((title, TITLES[1]), headings, rows, (5, 1, 1, 1))


def book(count):
    """The results of the agencies of a province."""
    headings = ("หน่วยงาน", "อำเภอ", *(f"ตัวชี้วัดที่ {n}" for n in range(1, 11)), "คะแนนรวม")
    title = "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2568 จังหวัดอุบลราชธานี"
    return Printed((title,), headings, agencies(count), (5, 3, *[2] * 10, 2))


def with_total(scores):
    """Ten scores and the total that the instruments' weights give, as they are printed."""
    iit, eit, oit = mean(scores[:5]), mean(scores[5:8]), mean(scores[8:])
    return [f"{score:.2f}" for score in (*scores, 0.3 * iit + 0.3 * eit + 0.4 * oit)]


def agencies(count, seed=2568):
    """Rows of name, district, ten indicators and the total: invented."""
    chance = random.Random(seed)  # noqa: S311 - invented scores
    syllables = ("โนน", "หนอง", "บ้าน", "ดอน", "นา", "คำ", "โคก", "ทุ่ง")
    places = ["".join(three) for three in permutations(syllables, 3)]
    kinds = ("องค์การบริหารส่วนตำบล", "เทศบาลตำบล")
    return [
        (
            f"{chance.choice(kinds)}{place}",
            f"อำเภอ{chance.choice(syllables)}",
            *with_total([chance.randrange(6000, 10001) / 100 for _ in range(10)]),
        )
        for place in chance.sample(places, count)
    ]
