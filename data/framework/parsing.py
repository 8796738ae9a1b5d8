"""From the tables of a year's file to its framework; `checks` says whether it makes sense."""

from data.framework.model import (
    STEADY_BAND,
    Evidence,
    Framework,
    Indicator,
    Instrument,
    Item,
    LevelRule,
    NationalScore,
    Participation,
)
from data.framework.tables import Fault, Table


def parse_framework(table: Table) -> Framework:
    """Turn the table of a whole file into a framework, refusing what it does not know."""
    band = table.optional_number("steady_band")
    framework = Framework(
        year=table.whole("year"),
        target=table.number("target"),
        notes=table.texts("notes"),
        instruments=tuple(_instrument(row) for row in table.tables("instruments")),
        indicators=tuple(_indicator(row) for row in table.tables("indicators")),
        items=tuple(_item(row) for row in table.tables("items")),
        level_rules=tuple(_level_rule(row) for row in table.tables("levels")),
        national=tuple(_national(row) for row in table.tables("national")),
        participation=_participation(table),
        steady_band=STEADY_BAND if band is None else band,
    )
    table.finish()
    return framework


def _instrument(row: Table) -> Instrument:
    instrument = Instrument(
        code=row.text("code"),
        letter=row.text("letter"),
        name=row.text("name"),
        respondents=row.text("respondents"),
        weight=row.number("weight"),
        evidence=row.word("evidence", Evidence),
        item_count=row.optional_whole("item_count"),
        item_count_evidence=row.word("item_count_evidence", Evidence, Evidence.UNKNOWN),
        note=row.optional_text("note") or "",
    )
    row.finish()
    return instrument


def _indicator(row: Table) -> Indicator:
    indicator = Indicator(
        number=row.whole("number"),
        name=row.optional_text("name"),
        instrument=row.text("instrument"),
        first_item=row.optional_text("first_item"),
        last_item=row.optional_text("last_item"),
        evidence=row.word("evidence", Evidence),
        range_evidence=row.word("range_evidence", Evidence, Evidence.UNKNOWN),
        note=row.optional_text("note") or "",
        target=row.optional_number("target"),
    )
    row.finish()
    return indicator


def _item(row: Table) -> Item:
    item = Item(
        code=row.text("code"),
        indicator=row.optional_whole("indicator"),
        name=row.optional_text("name"),
        evidence=row.word("evidence", Evidence),
        note=row.optional_text("note") or "",
    )
    row.finish()
    return item


def _level_rule(row: Table) -> LevelRule:
    rule = LevelRule(
        name=row.text("name"),
        total_from=row.number("total_from"),
        each_from=row.optional_number("each_from"),
        evidence=row.word("evidence", Evidence),
    )
    row.finish()
    return rule


def _national(row: Table) -> NationalScore:
    score = NationalScore(
        code=row.text("code"),
        value=row.number("value"),
        note=row.optional_text("note") or "",
    )
    row.finish()
    return score


def _participation(table: Table) -> Participation | None:
    rows = table.tables("participation")
    if not rows:
        return None
    if len(rows) > 1:
        raise table.fault(Fault.REPEATED, "participation")
    row = rows[0]
    participation = Participation(
        agencies=row.whole("agencies"),
        passed=row.optional_whole("passed"),
        passed_percent=row.optional_number("passed_percent"),
        note=row.optional_text("note") or "",
    )
    row.finish()
    return participation
