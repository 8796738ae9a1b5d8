"""The catalogue tables: everything the files of the years say, anew when one of them changes."""

from dataclasses import fields
from decimal import Decimal
from enum import StrEnum
from typing import get_type_hints

from data.database import sync_catalogue
from data.framework import (
    Break,
    Framework,
    Indicator,
    Instrument,
    Item,
    LevelRule,
    NationalScore,
    Pairing,
    Participation,
    comparisons,
    framework,
    look_again,
    years,
)
from queries import catalogue


def rows(database, table, order):
    with database.reading() as cursor:
        found = cursor.table(table).order(order)
        return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def built(kind, row):
    """Build a value of the catalogue back from a row of its table."""
    hints = get_type_hints(kind)

    def value(name):
        found = row[name]
        if isinstance(hints[name], type) and issubclass(hints[name], StrEnum):
            return hints[name](found)
        return tuple(found) if isinstance(found, list) else found

    return kind(**{field.name: value(field.name) for field in fields(kind)})


def of_year(database, year, kind, table, order="position"):
    return tuple(built(kind, row) for row in rows(database, table, order) if row["year"] == year)


def test_a_year_can_be_built_back_from_the_tables(database):
    heads = {row["year"]: row for row in rows(database, "fiscal_year", "year")}

    assert tuple(heads) == years()
    for year, head in heads.items():
        assert framework(year) == Framework(
            year,
            of_year(database, year, Instrument, "instrument"),
            of_year(database, year, Indicator, "indicator"),
            of_year(database, year, Item, "item"),
            of_year(database, year, LevelRule, "level_rule", "rank"),
            head["target"],
            of_year(database, year, NationalScore, "national_score"),
            tuple(head["notes"]),
            next(
                (
                    built(Participation, row)
                    for row in rows(database, "participation", "year")
                    if row["year"] == year
                ),
                None,
            ),
        )


def test_breaks_and_pairs_can_be_built_back_from_the_tables(database):
    breaks = [built(Break, row) for row in rows(database, "comparison_break", "position")]
    pairs = [built(Pairing, row) for row in rows(database, "item_pair", "position")]

    assert tuple(breaks) == comparisons().breaks
    assert tuple(pairs) == comparisons().crosswalk


def test_nothing_is_written_while_the_files_are_as_they_were(database):
    before = database.revision

    sync_catalogue(database)

    assert database.revision == before


def test_a_changed_year_file_reaches_the_tables_of_an_open_store(database, own_copy):
    sync_catalogue(database)
    path = own_copy / "2568.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("target = 85", "target = 95"), encoding="utf-8")
    look_again()

    sync_catalogue(database)

    targets = {row["year"]: row["target"] for row in rows(database, "fiscal_year", "year")}
    assert (targets[2568], targets[2567]) == (Decimal(95), Decimal(85))


def test_a_year_whose_file_is_gone_leaves_the_tables(database, own_copy):
    text = (own_copy / "2568.toml").read_text(encoding="utf-8")
    (own_copy / "2570.toml").write_text(text.replace("year = 2568", "year = 2570"), "utf-8")
    look_again()
    sync_catalogue(database)
    assert len(catalogue.national_scores(database, [2570])) == 3
    (own_copy / "2570.toml").unlink()
    look_again()

    sync_catalogue(database)

    assert catalogue.national_scores(database, [2570]).empty
    assert 2570 not in {row["year"] for row in rows(database, "item", "year")}


def test_faulty_comparisons_leave_the_breaks_as_they_were(database, own_copy):
    (own_copy / "comparisons.toml").write_text("breaks = [{}]", encoding="utf-8")
    look_again()

    sync_catalogue(database)

    assert len(rows(database, "comparison_break", "position")) > 0
    assert len(rows(database, "fiscal_year", "year")) == len(years())
