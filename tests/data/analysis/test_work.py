"""How measures stand, and which of them want a report first."""

import datetime as dt

import pandas as pd

from data.analysis.plan.work import most_pressing_first
from data.model.records import Status


def measure(name, status=Status.IN_PROGRESS, end="2026-09-30", **flags):
    plain = {"overdue": False, "due_soon": False, "silent": False}
    return {"measure_id": name, "status": status, "end_date": dt.date.fromisoformat(end)} | (
        plain | flags
    )


def test_late_measures_come_first_and_closed_ones_last():
    found = most_pressing_first(
        pd.DataFrame(
            [
                measure("ยกเลิก", Status.CANCELLED),
                measure("เสร็จ", Status.DONE),
                measure("ตามแผน"),
                measure("เงียบ", silent=True),
                measure("ไม่รายงาน", Status.NOT_REPORTED, end="2026-06-30"),
                measure("ใกล้", due_soon=True),
                measure("ช้า", overdue=True),
                measure("ช้ากว่า", overdue=True, end="2026-03-31"),
            ]
        )
    )

    assert list(found["measure_id"]) == [
        "ช้ากว่า",
        "ช้า",
        "ใกล้",
        "ไม่รายงาน",
        "เงียบ",
        "ตามแผน",
        "เสร็จ",
        "ยกเลิก",
    ]
