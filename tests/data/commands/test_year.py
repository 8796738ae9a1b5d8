"""A whole year by files alone: plan, days, workbooks, evidence, round, result, calendar, site.

Slower than others: what one step leaves behind is what the next one takes up.
"""

import datetime as dt
import json

import openpyxl
import pytest

from data.commands.running import main
from data.model.thai_time import today
from tests.data.containers.test_attachments import PDF
from tests.roundtrips import LEAD, STEPS, SUPPORT, enter

pytestmark = pytest.mark.usefixtures("sample_store")
FIRST, OTHER = "2569-01-i1", "2569-04-i11"
DAY = today().isoformat()


@pytest.fixture
def filled(run, tmp_path):
    """Give a function that hands out a workbook, fills it in and imports it: added by sheet."""

    def fill(division, *edits):
        path = tmp_path / "สมุดงาน.xlsx"
        assert run("workbook", "--division", division, "--year", 2569, "--out", path)[0] == 0
        book = openpyxl.load_workbook(path)
        for sheet, key, values in edits:
            enter(book[sheet], key, **values)
        book.save(path)
        code, told = run("import", path)
        assert code == 0
        return {one["sheet"]: one["added"] for one in told if one["added"]}

    return fill


def test_a_year_is_played_through_by_files(run, filled, tmp_path, capsys):
    dated = {"due_date": dt.date(2026, 2, 28)}
    begun = {"status": "กำลังดำเนินการ", "percent": 60, "budget_planned": 100, "budget_spent": 150}
    assert filled("กองคลัง", (STEPS, f"{OTHER}/1", dated)) == {STEPS: 1}
    assert filled("สำนักปลัด", (LEAD, FIRST, begun), (STEPS, f"{FIRST}/1", {"status": "เสร็จ"})) == {
        LEAD: 1,
        STEPS: 1,
    }
    assert filled("กองคลัง", (LEAD, OTHER, {"status": "เสร็จ"})) == {LEAD: 1}
    supporting = {"note": "ส่งแล้ว", "new_comment": "อยู่ที่กองช่าง"}
    assert filled("กองช่าง", (SUPPORT, FIRST, supporting)) == {SUPPORT: 1}
    (tmp_path / "ประกาศ.pdf").write_bytes(PDF)
    proof = ("--file", tmp_path / "ประกาศ.pdf", "--proves", "แจกแล้ว", "--item", "o16")
    assert run("evidence", "add", FIRST, *proof)[0] == 0

    days = ("--as-of", DAY, "--deadline", DAY)
    run("round", "open", "--year", 2569, "--name", "รอบ 12 เดือน", *days)
    for division in ("สำนักปลัด", "กองคลัง"):
        assert run("round", "send", 1, "--division", division)[0] == 0
    assert run("round", "close", 1)[0] == 0
    result = tmp_path / "ผล.docx"
    assert run("report", "result", "--round", 1, "--out", result)[0] == 0
    code, again = run("import", result)
    assert (code, [(one["added"], one["changed"]) for one in again]) == (0, [(0, 0)])

    assert run("reminders", "--division", "สำนักปลัด", "--out", tmp_path / "x.ics")[0] == 0
    assert f"{FIRST}/2" in (tmp_path / "x.ics").read_text("utf-8").replace("\r\n ", "")
    assert run("publish", "--as-of", DAY, "--out", tmp_path / "site")[0] == 0
    page = (tmp_path / "site" / "result.html").read_text("utf-8")
    assert "เกินงบ 50" in page
    assert "documents/round-1.pdf" in page
    assert "อยู่ที่กองช่าง" not in page
    assert main(["check"]) == 0
    assert json.loads((tmp_path / "site" / "datapackage.json").read_bytes())["version"] == DAY
    capsys.readouterr()
