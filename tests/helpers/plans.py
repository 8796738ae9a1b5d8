"""A plan as tests write it down: a measure like any other but for what the test is about."""

import datetime as dt
from dataclasses import replace

from data.model.records import Form, Import, Measure

_MEASURE = Measure(
    plan_year=2569,
    indicator=4,
    position=1,
    items=("i11",),
    item_year=2568,
    question="ข้อ",
    analysis="ผล",
    action="มาตรการ",
    alignment="สอดคล้อง",
    steps=("หนึ่ง",),
    period_text="ต.ค. 68 - ก.ย. 69",
    start=dt.date(2025, 10, 1),
    end=dt.date(2026, 9, 30),
    responsible_text="กองคลัง",
    lead=("กองคลัง",),
    support=(),
    sheet="แผน",
    cell="A3",
)


def measure_of_plan(**changes):
    """Give a measure of the plan of 2569 that กองคลัง leads, 2569-04-i11, with other facts."""
    return replace(_MEASURE, **changes)


def plan_of(*measures):
    """Give the import of a sheet that holds these measures."""
    return Import(Form.PLAN, "แผน", len(measures), len(measures), 0, measures=measures)
