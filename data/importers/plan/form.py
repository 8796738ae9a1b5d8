"""Action plans as a form: the eight columns of the official one."""

from typing import Final

from data.importers.plan.heading_rows import FEWEST_COLUMNS
from data.importers.plan.headings import Column
from data.importers.plan.layout import PlanLayout, find_plan, plan_columns, settle_plan
from data.importers.plan.reading import read_plan
from data.importers.plan.title import identify_plan
from data.importers.recognised import SheetForm
from data.model.records import Form

PLAN: Final[SheetForm[PlanLayout]] = SheetForm(
    names=(Form.PLAN,),
    find=find_plan,
    settle=settle_plan,
    columns=plan_columns,
    identify=identify_plan,
    read=read_plan,
    fields=lambda: list(Column),
    fewest_columns=FEWEST_COLUMNS,
    every_column_is_known=True,
    goes_on=True,
)
