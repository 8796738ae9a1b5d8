"""The glossary tells what the catalogue knows, and that the rest is not known."""

from data.framework import Evidence, framework
from data.importers.catalogue.tables import evidence_words
from data.tables.glossary import indicator_glossary
from data.words import glossary as words


def test_each_indicator_stands_with_its_evidence():
    rows = indicator_glossary(framework(2568)).frame.set_index("indicator")

    assert list(rows.index) == list(range(1, 11))
    assert rows.loc[1, "name"] == "การปฏิบัติหน้าที่"
    assert rows.loc[1, "name_evidence"] == evidence_words()[Evidence.CONFIRMED]
    assert rows.loc[1, "items"] == words.RANGE.format(first="i1", last="i3")
    assert rows.loc[1, "range_evidence"] == evidence_words()[Evidence.ONE_SOURCE]


def test_what_nobody_found_is_said_to_be_unknown():
    rows = indicator_glossary(framework(2567)).frame.set_index("indicator")

    assert set(rows["meaning"]) == {words.UNKNOWN}
    assert set(rows.loc[:8, "items"]) == {words.UNKNOWN}
    assert set(rows.loc[:8, "range_evidence"]) == {evidence_words()[Evidence.UNKNOWN]}


def test_one_known_end_of_a_range_is_said_with_its_evidence():
    rows = indicator_glossary(framework(2567)).frame.set_index("indicator")

    assert rows.loc[9, "items"] == words.RANGE.format(first="o1", last=words.OPEN)
    assert rows.loc[10, "items"] == words.RANGE.format(first=words.OPEN, last="o35")
    assert set(rows.loc[9:, "range_evidence"]) == {evidence_words()[Evidence.ONE_SOURCE]}
