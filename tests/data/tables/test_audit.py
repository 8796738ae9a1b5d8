"""The audit in words: what was done to what, without a name of ours."""

import pandas as pd
import pytest

from data.tables.audit import audit_table


@pytest.mark.parametrize(
    ("action", "subject", "detail", "said"),
    [
        ("settings", "late_days, silent_days", "#6 +0 ~2 =0", "วันที่ถือว่าเลยกำหนด, วันที่ถือว่าขาดรายงาน"),
        ("settings", "logo", "#8 +1 ~0 =0", "ตรา"),
        ("settings", "signatories", "#7 +1 ~0 =0", "ผู้ลงนาม"),
        ("settings", "plan@kutsakon.go.th", "#9 +1 ~0 =0", "plan@kutsakon.go.th"),
        ("round", "round/2", "", "รอบรายงาน #2"),
        ("report", "2569-04-i11", "#4", "2569-04-i11"),
    ],
)
def test_a_line_tells_what_it_is_about_in_thai(action, subject, detail, said):
    assert shown(action, subject, detail)["subject"] == said


def test_an_undo_names_what_was_taken_back_as_people_know_it():
    assert shown("undo", "#8", "office.txt")["detail"] == "ตั้งค่าสำนักงาน"


def shown(action, subject, detail):
    line = (1, pd.Timestamp("2026-12-01", tz="Asia/Bangkok"), "ก", "planner", action)
    names = ("audit_id", "logged_at", "person", "role", "action", "subject", "outcome", "detail")
    entries = pd.DataFrame([(*line, subject, "allowed", detail)], columns=list(names))
    return audit_table(entries).frame.iloc[0]
