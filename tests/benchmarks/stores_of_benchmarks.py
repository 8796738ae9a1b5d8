"""Stores that benchmarks read: of one office, of a nation of invented scores, on a server, too."""

import random
from contextlib import closing

import pandas as pd
import psycopg

from data.catalogue import set_up
from data.database import Database, Source, copy_store, open_database, save
from data.examples import PLAN_FILE, SCORES_FILE, example_agency, import_file
from data.framework import framework
from data.model.access import planner_here
from data.model.records import SCORE_COLUMNS, Form, Import
from tests.helpers import postgresql
from tests.roundtrips import plan

YEARS = (2567, 2568, 2569)
MANY = 1200
"""Measures of a plan that has very many."""


def national_scores(agencies, generator):
    """Give scores of many agencies over three years: total, instruments, indicators, items."""
    codes = [("total", "total"), *(("instrument", code) for code in ("IIT", "EIT", "OIT"))]
    codes += [("indicator", str(number)) for number in range(1, 11)]
    codes += [("item", item.code) for item in framework(2568).items if item.code.startswith("o")]
    for year in YEARS:
        rows = pd.MultiIndex.from_product([range(agencies), range(len(codes))]).to_frame(
            index=False
        )
        rows.columns = ["number", "code"]
        names = [f"องค์การบริหารส่วนตำบลที่{number}" for number in range(agencies)]
        names[0] = ""
        frame = pd.DataFrame(
            {
                "agency": pd.Series(names).take(rows["number"]).to_numpy(),
                "district": pd.Series([f"อำเภอ{n % 900}" for n in range(agencies)])
                .take(rows["number"])
                .to_numpy(),
                "province": pd.Series([f"จังหวัด{n % 77}" for n in range(agencies)])
                .take(rows["number"])
                .to_numpy(),
                "year": year,
                "level": pd.Series([level for level, _ in codes]).take(rows["code"]).to_numpy(),
                "code": pd.Series([code for _, code in codes]).take(rows["code"]).to_numpy(),
                "value": [round(generator.uniform(60, 100), 2) for _ in range(len(rows))],
                "provisional": False,
                "cell_part": "",
                "cell_row": rows["number"].to_numpy() + 1,
                "cell_column": rows["code"].to_numpy() + 4,
            }
        )[list(SCORE_COLUMNS)]
        frame.loc[frame["agency"] == "", ["district", "province"]] = ""
        yield year, frame


def prepare(folder, agencies):
    database = open_database(folder / "ita.duckdb").acting_as(planner_here("bench"))
    set_up(database, example_agency(), "bench")
    for path in (PLAN_FILE, SCORES_FILE):
        import_file(database, path, "bench")
    generator = random.Random(2569)  # noqa: S311  invented scores
    for year, frame in national_scores(agencies, generator):
        found = Import(Form.SCORES_AGENCIES, str(year), agencies, agencies, 0, frame)
        save(database, found, Source(f"{year}.csv", str(year).encode(), "bench"))
    database.close()


def prepare_many(folder):
    prepare(folder, 1)
    database = open_database(folder / "ita.duckdb").acting_as(planner_here("bench"))
    plan(database, *(f"i{number}" for number in range(1, MANY + 1)), year=YEARS[-1] + 1)
    database.close()


def prepare_server(started, folder):
    """Copy a store to a server of its own and give its address."""
    place = postgresql.new_database(started.enter_context(postgresql.server(hasty=False)), "nation")
    person = planner_here("bench")
    with closing(open_database(folder / "ita.duckdb")) as file, closing(Database(place)) as server:
        copy_store(file.acting_as(person), server.acting_as(person))
    with psycopg.connect(place.text, autocommit=True) as connection:
        connection.execute("vacuum analyze")
    return place.text
