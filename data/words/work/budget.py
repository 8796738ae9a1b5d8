"""Words of budgets: what was planned, what was spent, and what nobody has told."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from data.words.work.statuses import OVERDUE_SYMBOL

NAME: Final = "งบประมาณ"
SHOW: Final = "แสดงงบประมาณ"
SHOW_HELP: Final = "ที่ตั้งไว้เทียบกับที่ใช้ไป ตามมาตรการ ส่วนราชการ และไตรมาส เท่าที่มีรายงาน"
NONE: Final = (
    "ยังไม่มีรายงานงบประมาณของมาตรการที่แสดง เจ้าภาพกรอกได้ในแบบรายงานสถานะหรือสมุดงาน "
    "ช่องที่ไม่กรอกคือไม่ทราบ ไม่ใช่ 0"
)
BY_MEASURE: Final = "งบประมาณรายมาตรการ"
BY_DIVISION: Final = "งบประมาณรายส่วนราชการ (เฉพาะมาตรการที่เป็นเจ้าภาพ)"
BY_QUARTER: Final = "ใช้ไปสะสมถึงสิ้นแต่ละไตรมาส ปีงบประมาณ {year}"
SHEETS: Final = {
    "measures": "งบรายมาตรการ",
    "divisions": "งบรายส่วนราชการ",
    "quarters": "งบรายไตรมาส",
}
HEADINGS: Final = {
    "measures": "มาตรการที่เป็นเจ้าภาพ",
    "budget_left": "คงเหลือ (บาท)",
    "budget_state": "เทียบกับที่ตั้งไว้",
    "planned_known": "ทราบที่ตั้งไว้ (มาตรการ)",
    "spent_known": "ทราบที่ใช้ไป (มาตรการ)",
    "overspent": "เกินงบ (มาตรการ)",
    "quarter": "ไตรมาส",
    "ends_on": "ถึงวันที่",
}
SPENT_OF: Final = "ใช้ไป {spent} จาก {planned} บาท"
ONLY_PLANNED: Final = "ตั้งไว้ {planned} บาท ยังไม่รายงานที่ใช้ไป"
ONLY_SPENT: Final = "ใช้ไป {spent} บาท ไม่ทราบที่ตั้งไว้"
OVERSPENT: Final = f"{OVERDUE_SYMBOL} เกินงบ {{count}} มาตรการ"
KNOWN: Final = "ทราบที่ตั้งไว้ {planned_known} ทราบที่ใช้ไป {spent_known} จาก {measures} มาตรการ"
OVER: Final = f"{OVERDUE_SYMBOL} เกินงบ {{amount}}"
LEFT: Final = "คงเหลือ {amount}"
EXACT: Final = "ใช้พอดี"
QUARTER: Final = "ไตรมาส {quarter}"
UNKNOWN: Final = "ไม่ทราบ"
NOT_SPENT: Final = "ยังไม่รายงานที่ใช้ไป"
NOT_PLANNED: Final = "ไม่ทราบที่ตั้งไว้"


def baht(amount: float) -> str:
    """Write an amount with separators; satang where there are some."""
    return f"{amount:,.2f}".removesuffix(".00")


def told(total: Mapping[str, Any]) -> tuple[str, ...]:
    """Say what is known of the sums, which of the measures are over, and how many are unknown.

    `total` is the row of `queries.budgets.plan_budget`, with None where nothing is known; nothing
    is said where no measure has a budget.
    """
    planned, spent = total["budget_planned"], total["budget_spent"]
    if planned is None and spent is None:
        return ()
    return tuple(_told(planned, spent, total))


def _told(planned: float | None, spent: float | None, total: Mapping[str, Any]) -> Iterator[str]:
    if spent is None:
        yield ONLY_PLANNED.format(planned=baht(planned or 0))
    elif planned is None:
        yield ONLY_SPENT.format(spent=baht(spent))
    else:
        yield SPENT_OF.format(spent=baht(spent), planned=baht(planned))
    if total["overspent"]:
        yield OVERSPENT.format(count=total["overspent"])
    if min(total["planned_known"], total["spent_known"]) < total["measures"]:
        yield KNOWN.format(
            **{key: total[key] for key in ("planned_known", "spent_known")}
            | {"measures": total["measures"]}
        )


def state(planned: float | None, spent: float | None, left: float | None) -> str:
    """Say how what was spent of one measure stands against what was planned."""
    if left is not None:
        if left < 0:
            return OVER.format(amount=baht(-left))
        return LEFT.format(amount=baht(left)) if left else EXACT
    if planned is None and spent is None:
        return UNKNOWN
    return NOT_SPENT if spent is None else NOT_PLANNED
