"""A megabyte of letters that mislead: no cell keeps the machine busy, whatever stands in it."""

import contextlib
import csv
import io
import itertools
import time

import pytest

from data import importers
from data.importers import recognise_sheets
from data.model.errors import UnreadableFileError

MEGABYTE = 1_000_000
SECONDS = 2.0
TABLES = {
    "scores": [
        ["ผลคะแนน ITA ปี 2568 อบต.กุศกร", ""],
        ["ตัวชี้วัด", "คะแนน"],
        ["1 การปฏิบัติหน้าที่", "90.25"],
        ["2 การใช้งบประมาณ", "85.50"],
    ],
    "agencies": [
        ["ผลคะแนน ITA ปี 2568", "", "", "", ""],
        ["หน่วยงาน", "จังหวัด", "IIT", "EIT", "OIT"],
        ["อบต.เหนือ", "อุบลราชธานี", "81.5", "82.5", "83.5"],
    ],
    "long": [["ปี", "ระดับ", "รหัส", "คะแนน"], ["2568", "item", "i1", "90.25"]],
    "plan": [
        ["แผนปฏิบัติการ ITA ปี 2569", "", "", "", ""],
        ["ตัวชี้วัด", "ประเด็น", "มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา"],
        ["1 การปฏิบัติหน้าที่", "i1", "ทำ", "กองคลัง", "ต.ค. 2568 - ก.ย. 2569"],
    ],
    "status": [
        ["รหัสมาตรการ", "สถานะ", "ร้อยละ", "ณ วันที่", "หมายเหตุ"],
        ["2569-01-i1", "เสร็จ", "100", "30/9/2569", "ก"],
    ],
}
TYPED = """i1- i1, เ แ ำ ก ัี 1 1, 9 - – a o1_ ข้อ_1_ ข้อ ( (ก [ ไตรมาส_1_ ปี_2569_ 2569 2569- 256
ม.ค._ 1/1/2569_ กองคลัง_ กองคลัง สำนักปลัด/ อบต. อบต.กุศกร_ % ร้อยละ ร้อยละ_ 1._ 1)_ • http:// ก้ ก้้ ฯ
ตุลาคม_ ระหว่าง ถึง ._ .. / คะแนน_ ผ่าน ผ่านดี_ ของ มาตรการ ๑ ๒๕๖๙_ e7– ภาพรวม_ ทต._
é <b> &amp; = ' ; _"""
RUNS = TYPED.split()
SHORT = ["i1-", "1", "(", "2569-", "อบต.กุศกร_"]
"""Each of these was slow once."""


def seconds_for(run, table, size):
    """Read a table with a run behind every cell in turn, and give the slowest in CPU seconds.

    To refuse it, for its many columns or its long line, is an answer, too.
    """
    read_table(table)
    long = run.replace("_", " ") * (size // len(run.encode()))
    slowest = 0.0
    for row, column in itertools.product(range(len(table)), range(len(table[0]))):
        cells = [list(one) for one in table]
        cells[row][column] += long
        begun = time.process_time()
        with contextlib.suppress(UnreadableFileError):
            read_table(cells)
        slowest = max(slowest, time.process_time() - begun)
    return slowest


def read_table(cells):
    written = io.StringIO()
    csv.writer(written).writerows(cells)
    for sheet in recognise_sheets(importers.read_sheets("a.csv", written.getvalue().encode())):
        importers.read(sheet)


@pytest.mark.long
@pytest.mark.parametrize("kind", TABLES)
@pytest.mark.parametrize("run", RUNS)
def test_a_megabyte_of_a_run_anywhere_in_a_sheet_is_read_at_once(run, kind):
    assert seconds_for(run, TABLES[kind], MEGABYTE) <= SECONDS


@pytest.mark.parametrize("run", SHORT)
def test_a_run_that_was_slow_once_stays_fast(run):
    assert max(seconds_for(run, table, MEGABYTE // 50) for table in TABLES.values()) <= SECONDS / 5
