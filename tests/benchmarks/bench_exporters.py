"""How long a download takes: our styled workbook against pandas.to_excel of the same bare rows.

Run by hand: python tests/benchmarks/bench_exporters.py [--rows 25000] [--large-rounds 3]
"""

import argparse
import datetime as dt
import io
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from data.exporters.text_table import csv_bytes
from data.exporters.workbook import workbook
from data.model.columns import Column, Kind, StatusStyle, Table, Trend

STYLES = {
    "เสร็จ": StatusStyle("#065F46", "#D1FAE5"),
    "กำลังดำเนินการ": StatusStyle("#1E3A8A", "#DBEAFE"),
}
SENTENCE = "จัดทำคู่มือแนวทางการปฏิบัติงาน ขั้นตอนและระยะเวลาให้ชัดเจน ให้เจ้าหน้าที่ทราบและถือปฏิบัติ "
CONDITIONS = [("ณ วันที่", "22 พฤศจิกายน 2569"), ("จำนวนแถว", "ทั้งหมด")]


def national(rows: int) -> Table:
    random = np.random.default_rng(1)
    frame = pd.DataFrame(
        {
            "agency": [f"องค์การบริหารส่วนตำบลที่ {row}" for row in range(rows)],
            "district": [f"อำเภอ {row % 900}" for row in range(rows)],
            "province": [f"จังหวัด {row % 77}" for row in range(rows)],
            "year": 2568,
            "level": ["ผ่านดี"] * rows,
        }
        | {f"s{column}": random.uniform(60, 100, rows).round(2) for column in range(14)}
    )
    texts = ("agency", "district", "province")
    columns = (
        *(Column(key, key, Kind.TEXT) for key in texts),
        Column("year", "ปี", Kind.YEAR),
        Column("level", "ระดับ", Kind.STATUS),
        *(Column(f"s{column}", f"ตัวชี้วัดที่ {column}", Kind.SCORE) for column in range(14)),
    )
    return Table("ข้อมูล", "คะแนนทั่วประเทศ", columns, frame, ("ขอบเขต: ทั้งหมด",))


def plan() -> Table:
    rows = range(12)
    frame = pd.DataFrame(
        {
            "indicator": [row + 1 for row in rows],
            "question": [SENTENCE] * 12,
            "analysis": [SENTENCE * 2] * 12,
            "action": [SENTENCE * 3] * 12,
            "alignment": [SENTENCE * 3] * 12,
            "steps": ["\n".join(f"{step}. {SENTENCE}" for step in range(1, 6))] * 12,
            "end": [dt.date(2026, 9, 30)] * 12,
            "responsible": ["สำนักปลัด และกองงานทุกกองภายในองค์กร"] * 12,
            "status": ["เสร็จ", "กำลังดำเนินการ"] * 6,
            "percent": [100, 45] * 6,
        }
    )
    kinds = {
        "indicator": Kind.INTEGER,
        "end": Kind.DATE,
        "responsible": Kind.TEXT,
        "status": Kind.STATUS,
        "percent": Kind.PERCENT,
    }
    columns = tuple(Column(key, key, kinds.get(key, Kind.LONG_TEXT)) for key in frame.columns)
    return Table("ข้อมูล", "มาตรการ", columns, frame, ("ขอบเขต: ทั้งหมด",))


def summary() -> Table:
    frame = pd.DataFrame({"year": [2567, 2568, 2569], "total": [82.1, 86.73, 91.0]})
    columns = (Column("year", "ปี", Kind.YEAR), Column("total", "รวม", Kind.SCORE))
    return Table("สรุป", "สรุป", columns, frame)


def whole_file(table: Table) -> bytes:
    return workbook(
        [table, summary()],
        conditions=CONDITIONS,
        conditions_name="เงื่อนไข",
        conditions_title="เงื่อนไข",
        status_styles=STYLES,
        trend=Trend("คะแนนรวม", "year", ("total",)),
    )


def bare_file(frame: pd.DataFrame) -> bytes:
    target = io.BytesIO()
    frame.to_excel(target, index=False, engine="openpyxl")
    return target.getvalue()


def median_seconds(action: Callable[[], bytes], rounds: int) -> float:
    taken = []
    for _ in range(rounds):
        begin = time.perf_counter()
        action()
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken)


def row_of_figures(name: str, table: Table, rounds: int) -> str:
    whole_file(table)
    bare_file(table.frame)
    ours = median_seconds(lambda: whole_file(table), rounds)
    theirs = median_seconds(lambda: bare_file(table.frame), rounds)
    text = median_seconds(lambda: csv_bytes(table), rounds)
    return f"| {name} | {ours:.3f} s | {theirs:.3f} s | {ours / theirs:.2f} x | {text:.3f} s |"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=25_000)
    parser.add_argument("--large-rounds", type=int, default=3)
    parser.add_argument("--small-rounds", type=int, default=21)
    given = parser.parse_args()
    lines = [
        "| rows | workbook | pandas.to_excel | ratio | CSV |",
        "| --- | --- | --- | --- | --- |",
        row_of_figures("12 measures, long texts", plan(), given.small_rounds),
        row_of_figures(f"{given.rows:,} x 19", national(given.rows), given.large_rounds),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
