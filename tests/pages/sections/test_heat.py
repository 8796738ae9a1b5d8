from dataclasses import replace

from data.analysis.scorebook import scorebook
from pages.sections.scores.heat import by_instrument


def test_an_instrument_that_the_newest_year_has_no_more_stands_last(sample_database):
    book = scorebook(sample_database)
    former = book.indicators.assign(
        instrument=book.indicators["instrument"].where(book.indicators["indicator"] != 6, "XIT")
    )
    grouped = by_instrument(replace(book, indicators=former))

    assert [(code, [row["number"] for row in rows]) for code, rows in grouped] == [
        ("IIT", [1, 2, 3, 4, 5]),
        ("EIT", [7, 8]),
        ("OIT", [9, 10]),
        ("XIT", [6]),
    ]
