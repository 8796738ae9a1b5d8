"""Words for the state of a measure."""

from collections.abc import Mapping
from typing import Final

from data.model.records import Flag, Status, WorkState

STATUSES: Final = {
    Status.NOT_REPORTED: "ยังไม่รายงาน",
    Status.NOT_STARTED: "ยังไม่เริ่ม",
    Status.IN_PROGRESS: "กำลังดำเนินการ",
    Status.DONE: "เสร็จ",
    Status.CANCELLED: "ยกเลิก",
}
FLAGS: Final = {
    Flag.OPEN: "ค้าง",
    Flag.OVERDUE: "เลยกำหนด",
    Flag.DUE_SOON: "ใกล้กำหนด",
    Flag.SILENT: "ขาดรายงาน",
    Flag.AWAITING_EVIDENCE: "เสร็จ – รอหลักฐาน",
    Flag.WITHDRAWN: "ถอนจากแผน",
}
STATES: Final[dict[str, str]] = {
    **{flag.value: words for flag, words in FLAGS.items()},
    **{status.value: words for status, words in STATUSES.items()},
}
"""Everything a measure can be filtered by: computed states first, then what is reported."""
WORK_STATES: Final = {
    WorkState.DONE: "เสร็จ",
    WorkState.IN_TIME: "อยู่ในกำหนด",
    WorkState.LATE: "เลยกำหนด",
    WorkState.LATE_UNREPORTED: "เลยกำหนดและยังไม่รายงาน",
    WorkState.UNREPORTED: "ยังไม่รายงาน",
    WorkState.CANCELLED: "ยกเลิก",
}
WORK_STATE: Final = "{state} {count}"
SYMBOLS: Final = {
    Status.NOT_REPORTED: "◌",
    Status.NOT_STARTED: "○",
    Status.IN_PROGRESS: "▶",
    Status.DONE: "●",
    Status.CANCELLED: "✕",
}
OVERDUE_SYMBOL: Final = "▲"


def status(code: str) -> str:
    """Give the word of a status with its shape: never colour alone."""
    found = Status(code)
    return f"{SYMBOLS[found]} {STATUSES[found]}"


def flags(
    *, overdue: bool, due_soon: bool, silent: bool, awaiting_evidence: bool, withdrawn: bool
) -> str:
    """Give the computed states of a measure as one cell of text."""
    present = {
        Flag.OVERDUE: overdue,
        Flag.DUE_SOON: due_soon,
        Flag.SILENT: silent,
        Flag.AWAITING_EVIDENCE: awaiting_evidence,
        Flag.WITHDRAWN: withdrawn,
    }
    words = [FLAGS[flag] for flag, is_so in present.items() if is_so]
    return f"{OVERDUE_SYMBOL} " * overdue + " · ".join(words)


def counted(states: Mapping[WorkState, int]) -> str:
    """Count measures by state in words."""
    parts = (
        WORK_STATE.format(state=WORK_STATES[state], count=count) for state, count in states.items()
    )
    return " · ".join(parts)
