import pandas as pd

from data.analysis.indicators import Coverage
from data.analysis.scorebook import item_scores, scorebook
from data.database import Source, save
from data.model.records import SCORE_COLUMNS, Form, Import
from queries.scores import home_years
from tests.readings import store_of


def save_scores(database, *rows, is_sample=False):
    """rows: (year, level, code, value)."""
    frame = pd.DataFrame(
        [("", "", "", *row, False, "", 0, 0) for row in rows], columns=list(SCORE_COLUMNS)
    )
    found = Import(Form.SCORES_LONG, "แผ่น", len(rows), len(rows), 0, frame)
    save(database, found, Source("a.csv", str(rows).encode(), "ก", is_sample))


def test_no_scores_give_no_book(database):
    assert scorebook(database) is None


def test_the_book_holds_the_chosen_years_and_judges_the_newest(database):
    save_scores(
        database,
        (2567, "total", "total", 83.0),
        (2568, "total", "total", 86.0),
        (2568, "indicator", "3", 75.1),
    )

    assert scorebook(database).years == (2567, 2568)
    assert scorebook(database, [2567]).newest.level.name == "ต้องปรับปรุง"
    assert scorebook(database).weakest(2568)["indicator"].tolist() == [3]


def test_real_national_averages_never_stand_beside_samples(database):
    save_scores(database, (2568, "total", "total", 83.0), is_sample=True)

    book = scorebook(database)

    assert (book.sample, len(book.national)) == (True, 0)


def test_real_scores_have_the_national_averages_beside_them(database):
    save_scores(database, (2568, "total", "total", 83.0))

    assert len(scorebook(database).national) == 3


def test_items_carry_the_name_of_their_own_year(database):
    save_scores(database, (2568, "item", "o25", 100.0), (2569, "item", "o25", 50.0))

    names = item_scores(scorebook(database))[["year", "name"]].values.tolist()

    assert names == [
        [2568, "แผนปฏิบัติการป้องกันการทุจริต"],
        [2569, "การนำผลการประเมิน ITA ไปสู่การพัฒนาองค์กร"],
    ]


def test_an_item_without_a_known_name_stays_without_one(database):
    save_scores(database, (2567, "item", "o5", 100.0))

    row = item_scores(scorebook(database)).iloc[0]

    assert (row["name"], pd.isna(row["indicator"])) == ("", True)


def test_a_year_of_which_only_the_level_is_published_is_in_the_book():
    with store_of((2567, "total", "total", 83.0), levels=[(2568, "ผ่านดี")]) as database:
        book = scorebook(database)
        known = home_years(database)["year"].tolist()

    assert (book.years, known) == ((2567, 2568), [2567, 2568])
    assert (book.newest.level.name, book.newest.level_kept) == ("ผ่านดี", True)
    assert book.coverage(2568) == Coverage(0, 10)


def test_a_store_with_one_published_level_alone_gives_a_book():
    with store_of(levels=[(2568, "ผ่านดี")]) as database:
        assert scorebook(database).years == (2568,)
