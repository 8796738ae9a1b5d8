"""A store in which everything that a statement can ask for is somewhere."""

import datetime as dt
import shutil

import queries
from data.database.connection import Database

HOLES = (
    "delete from score where level = 'instrument' and code = 'OIT' and year = 2567",
    "delete from score where level = 'total' and agency_id <= 3",
    "delete from score where agency_id = 1 and year = 2568 and code in ('5', 'IIT')",
    "update score set provisional = true where level = 'indicator' and year = 2569",
    "update score set value = 84.995 where level = 'indicator' and code in ('7', '8')",
    "update score set value = 90.25 where level = 'total' and agency_id in (4, 5, 6)",
    """insert into import_batch by name
        select * replace (90 as batch_id) from import_batch where batch_id = 2""",
    """insert into import_batch by name
        select * replace (91 as batch_id, 'undone' as state, current_timestamp as undone_at,
            'ผู้วางแผน' as undone_by) from import_batch where batch_id = 2""",
    """insert into score by name
        select * replace (90 as batch_id, value - 1.5 as value)
        from score where agency_id = 1 and year = 2567 and level <> 'total'""",
    """insert into score by name
        select * replace (91 as batch_id, 1 as value)
        from score where agency_id = 1 and year = 2567""",
    "insert into published_level values (1, 2566, 90, 'ผ่านดี', 'ชีต', 'B2')",
    "insert into published_level values (1, 2568, 90, 'ผ่าน', 'ชีต', 'B3')",
    "insert into published_level values (1, 2568, 91, 'ผ่านดีเยี่ยม', 'ชีต', 'B3')",
    """insert into measure by name
        select * replace (90 as batch_id, action || ' (ใหม่)' as action)
        from measure where indicator <= 4""",
    "insert into withdrawn_measure select min(measure_id), 90 from measure",
    "insert into agency values (9000, 'ที่ไม่รู้', 'ฮ ที่ไม่รู้', '', '', false)",
)
"""What a store that was just made has nowhere: parts that are missing, ties, versions, an undo."""
SNAPSHOT = """{"measures": [{
    "measure_id": "2569-04-i11", "status": "done", "percent": 100, "status_on": "2026-06-29",
    "budget_planned": 1000.1, "budget_spent": null, "evidence": "", "note": "น", "overdue": false,
    "awaiting_evidence": true, "steps_done": 2, "steps_counted": 3, "reported_by": "ก"
}]}"""
ENTRIES = (
    (
        "evidence/insert_evidence",
        {
            "measure_id": "2569-04-i11",
            "step_id": "2569-04-i11/1",
            "proves": "",
            "name": "รูป",
            "link": "",
            "stored_name": "0" * 64 + ".png",
            "media_type": "image/png",
            "size": 10,
            "thumbnail": "",
            "item_year": None,
            "item": "",
            "added_by": "ค",
        },
    ),
    ("evidence/withdraw", {"evidence_id": 1, "withdrawn_by": "ค"}),
    (
        "imports/remember_heading_match",
        {
            "fingerprint": "ก",
            "form": "plan",
            "matched_columns": "{}",
            "kind": None,
            "asked": "",
            "remembered_by": "ค",
        },
    ),
    *(
        (
            "statuses/insert_report",
            {
                "report_id": 500 + number,
                "measure_id": "2569-04-i11",
                "step_id": "",
                "kind": kind,
                "division": division,
                "status": status,
                "percent": 10 * number,
                "status_on": dt.date(2026, number, 28),
                "budget_planned": planned,
                "budget_spent": spent,
                "note": "n",
                "evidence": "",
                "reported_by": "ง",
                "batch_id": number or None,
            },
        )
        for number, (kind, division, status, planned, spent) in enumerate(
            [
                ("lead", "กองคลัง", "in-progress", 1000.1, None),
                ("lead", "กองคลัง", "in-progress", None, 200.2),
                ("support", "กองช่าง", None, None, None),
                ("lead", "กองคลัง", "done", None, 1300.3),
            ],
            start=1,
        )
    ),
)
"""The same of what people enter."""


def filled_copy(path, folder):
    """Copy a store and give it what others lack: holes, ties, undone batches, a closed round."""
    shutil.copy(path, folder / "ita.duckdb")
    store = Database(folder / "ita.duckdb")
    with store.writing() as cursor:
        for text in HOLES:
            cursor.execute(text)
        for name, parameters in ENTRIES:
            queries.run(cursor, name, **parameters)
        _open_rounds(cursor)
    store.close()
    return folder / "ita.duckdb"


def _open_rounds(cursor):
    days = (dt.date(2026, 6, 30), dt.date(2026, 9, 30))
    opened = [
        queries.number(
            cursor,
            "rounds/insert_round",
            plan_year=2569,
            name="รอบ",
            as_of=day,
            deadline=day,
            opened_by="ก",
        )
        for day in days
    ]
    for division in ("กองคลัง", "กองช่าง", "สำนักปลัด"):
        for mark in ("sent", "checked"):
            told = {"division": division, "mark": mark, "comment": "", "made_by": "ข"}
            queries.run(cursor, "rounds/insert_event", round_id=opened[0], **told)
    closed = {"sha256": "0" * 64, "content": SNAPSHOT, "closed_by": "ก"}
    queries.run(cursor, "rounds/insert_snapshot", round_id=opened[0], **closed)
