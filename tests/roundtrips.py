"""A plan in a store, the workbook a division gets of it, and what people do to workbooks."""

import datetime as dt
import io
import shutil
import subprocess
import zipfile

import openpyxl

from data.database import Source, save
from data.documents.division.workbook import division_workbook
from data.importers import Choices, read_sheets
from data.model.thai_time import today
from data.words.work.roundtrip import HEADINGS, workbook_words
from tests.helpers.plans import measure_of_plan, plan_of
from tests.sheet_reading import read

DAY = today()
LEAD, STEPS, SUPPORT = "รายงาน", "ขั้นตอน", "สนับสนุน"


def plan(database, *items, lead="กองคลัง", support=("กองช่าง",), year=2569):
    """Store a plan whose measures answer one item each."""
    measures = tuple(
        measure_of_plan(
            plan_year=year,
            position=position,
            items=(item,),
            item_year=year - 1,
            action=f"มาตรการ {item}",
            period_text=f"ปีงบประมาณ {year}",
            start=dt.date(year - 544, 10, 1),
            end=dt.date(year - 543, 9, 30),
            responsible_text=lead,
            lead=(lead,),
            support=support,
            cell=f"A{position}",
        )
        for position, item in enumerate(items, start=1)
    )
    return save(
        database, plan_of(*measures), Source("แผน.xlsx", f"{items}{year}".encode(), "ผู้วางแผน")
    )


def handed_out(database, division="กองคลัง", year=2569):
    """Give the bytes of a division's workbook."""
    return division_workbook(database, division, year, DAY, workbook_words(DAY))


def filled_in(content, edit, sheet=LEAD):
    """Let `edit` change a sheet as a person would, and give the saved bytes."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    edit(book[sheet])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def entered(content, measure_id, sheet=LEAD, **values):
    """Enter values in the row of a measure, by field."""
    return filled_in(content, lambda one: enter(one, measure_id, **values), sheet)


def enter(sheet, measure_id, **values):
    """Write values in the cells of a measure's row, by field."""
    row = row_of(sheet, measure_id)
    for field, value in values.items():
        sheet.cell(row, column_of(sheet, field)).value = value


def row_of(sheet, measure_id):
    """Find the row that shows a measure, or a step on their sheet."""
    column = column_of(sheet, "step_id" if sheet.title == STEPS else "measure_id")
    return next(
        row for row in range(1, sheet.max_row + 1) if sheet.cell(row, column).value == measure_id
    )


def column_of(sheet, field):
    """Find the column of a field by its heading."""
    return next(
        cell.column for row in sheet.iter_rows() for cell in row if cell.value == HEADINGS[field]
    )


def came_back(content, sheet=LEAD, year=None, name="กองคลัง.xlsx"):
    """Read one sheet of a workbook as the import does."""
    found = next(one for one in read_sheets(name, content) if one.name == sheet)
    return read(found, Choices(year=year))


def changes(imported):
    """Give what each measure would change."""
    return {one.measure_id: dict(one.values) for one in imported.reports if one.values}


def codes(imported):
    """Give the codes of the problems with their cells."""
    return [(found.code.value, found.cell) for found in imported.problems]


def through_libreoffice(content, folder):
    """Save a workbook with LibreOffice; None where it is not installed."""
    program = shutil.which("soffice")
    if program is None:
        return None
    path = folder / "book.xlsx"
    path.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "xlsx", "--outdir"]
    subprocess.run(
        [*command, str(folder / "out"), str(path)], check=True, capture_output=True, timeout=120
    )
    return (folder / "out" / "book.xlsx").read_bytes()


def as_other_programs_save(content):
    """Save a workbook the way other programs do: openpyxl, and no rule or protection left."""
    resaved = filled_in(content, lambda _sheet: None)
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(resaved)) as book, zipfile.ZipFile(target, "w") as other:
        for entry in book.infolist():
            xml = book.read(entry)
            if entry.filename.startswith("xl/worksheets/sheet"):
                xml = _without(xml, b"<sheetProtection", b"/>")
                xml = _without(xml, b"<dataValidations", b"</dataValidations>")
            other.writestr(entry, xml)
    return target.getvalue()


def _without(xml, start, end):
    begin = xml.find(start)
    return xml if begin < 0 else xml[:begin] + xml[xml.index(end, begin) + len(end) :]
