"""Facts put into the files of the catalogue: only what is right, and the older file is kept."""

import os
from dataclasses import replace
from decimal import Decimal

import pytest

from data.framework import (
    Division,
    Evidence,
    Fault,
    Item,
    Participation,
    catalogue_faults,
    framework,
    look_again,
    organisation,
    years,
)
from data.framework.completing import new_year_text
from data.framework.copies import bring_back, kept_copies
from data.framework.model import item_number
from data.framework.writing import Written, write_catalogue
from data.model.errors import CatalogueNotWritableError, FaultyFrameworkError, UnknownCopyError
from tests.catalogues import PACKAGED, contents


def names_of(folder):
    return sorted(path.name for path in folder.glob("*.toml"))


def with_items(year, *facts):
    """Give the framework of a year in which these items are so."""
    known = framework(year)
    items = {item.code: item for item in known.items}
    for code, indicator, name in facts:
        before = items.get(code, Item(code, None, None, Evidence.UNKNOWN))
        number = indicator or before.indicator
        items[code] = Item(code, number, name, Evidence.ONE_SOURCE, before.note)
    order = {one.letter: at for at, one in enumerate(known.instruments)}
    rows = sorted(
        items.values(), key=lambda one: (order.get(one.code[0], 9), item_number(one.code))
    )
    return replace(known, items=tuple(rows))


def complete(*facts, year=2569):
    return write_catalogue([with_items(year, *facts)])


def with_division(*divisions):
    home = organisation()
    return replace(home, divisions=(*home.divisions, *divisions))


def test_a_new_item_counts_at_once_and_has_one_source(own_copy):
    before = framework(2569)
    assert before.item("i1") is None

    complete(("i1", 1, "ข้อหนึ่ง"))

    item = framework(2569).item("i1")
    assert (item.indicator, item.name, item.evidence) == (1, "ข้อหนึ่ง", Evidence.ONE_SOURCE)
    assert names_of(own_copy) == names_of(PACKAGED)


def test_nothing_but_the_told_items_changes(own_copy):
    before = framework(2569)
    text = (own_copy / "2569.toml").read_text(encoding="utf-8")

    complete(("i1", 1, "ข้อหนึ่ง"), ("o1", None, "โครงสร้าง"))

    after = framework(2569)
    assert (after.instruments, after.indicators, after.level_rules) == (
        before.instruments,
        before.indicators,
        before.level_rules,
    )
    assert [item for item in after.items if item.code not in {"i1", "o1"}] == [
        item for item in before.items if item.code != "o1"
    ]
    new = (own_copy / "2569.toml").read_text(encoding="utf-8").splitlines()
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        line for line in new if line.startswith("#")
    ]
    assert len(set(text.splitlines()) - set(new)) == 1


def test_the_older_file_is_kept_byte_for_byte(own_copy):
    before = (own_copy / "2569.toml").read_bytes()

    [kept] = complete(("i1", 1, "ข้อหนึ่ง")).kept

    assert (own_copy / kept).read_bytes() == before
    assert not [name for name in contents(own_copy) if name.endswith(".part")]


def test_every_writing_keeps_a_copy_of_its_own(own_copy):
    first = complete(("i1", 1, "ก"))
    second = complete(("i1", 1, "ข"))

    assert len({*first.kept, *second.kept}) == 2
    assert 'name = "ก"' in (own_copy / second.kept[0]).read_text(encoding="utf-8")


def test_facts_that_are_known_already_write_nothing(own_copy):
    before = contents(own_copy)

    assert write_catalogue([framework(2569)], organisation()) == Written()
    assert contents(own_copy) == before


@pytest.mark.parametrize(
    ("facts", "place", "reason"),
    [
        ([("o99", None, "ก")], "instruments OIT", Fault.TOO_MANY_ITEMS),
        ([("o1", 1, "ก")], "items o1", Fault.OTHER_INSTRUMENT),
        ([("o1", 10, "ก")], "items o1", Fault.OUTSIDE_RANGE),
        ([("x1", None, "ก")], "items x1", Fault.NOT_AN_ITEM_CODE),
    ],
)
def test_facts_that_contradict_the_catalogue_are_refused_and_nothing_is_written(
    own_copy, facts, place, reason
):
    before = contents(own_copy)

    with pytest.raises(FaultyFrameworkError) as refused:
        write_catalogue([with_items(2569, *facts), with_items(2568, ("i1", 1, "ดี"))])

    assert (refused.value.file_name, refused.value.place) == ("2569.toml", place)
    assert refused.value.reason == reason
    assert contents(own_copy) == before


@pytest.mark.parametrize("name", ['a "b" \\ c', "ก\tข", "'''", "# ไม่ใช่คำอธิบาย ]", "\u007f"])
def test_any_text_comes_back_as_it_was(own_copy, name):
    assert own_copy.exists()

    complete(("i1", 1, name))

    assert framework(2569).item("i1").name == name


def test_a_list_that_is_written_otherwise_is_left_to_the_person(own_copy):
    path = own_copy / "2566.toml"
    head, _, tail = path.read_text(encoding="utf-8").partition("items = [\n")
    added = '\n[[items]]\ncode = "i1"\nindicator = 1\nevidence = "unknown"\n'
    path.write_text(head + tail.partition("\n]\n")[2] + added, encoding="utf-8")
    before = contents(own_copy)

    with pytest.raises(FaultyFrameworkError) as refused:
        complete(("i1", 1, "ก"), year=2566)

    assert (refused.value.place, refused.value.reason) == ("items", Fault.NOT_REWRITABLE)
    assert contents(own_copy) == before


@pytest.mark.parametrize("year", [2564, 2565, 2566, 2567, 2568, 2569])
def test_every_packaged_year_with_indicators_can_be_completed(own_copy, year):
    assert own_copy.exists()
    name = f"ข้อของ {year}"

    complete(("i1", 1, name), year=year)

    assert framework(year).item("i1").name == name


def test_a_file_that_a_windows_editor_saved_is_completed(own_copy):
    path = own_copy / "2569.toml"
    path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8-sig", newline="\r\n")

    complete(("i1", 1, "ก"))

    assert framework(2569).item("i1").name == "ก"


def test_a_division_that_is_added_stands_behind_the_others(own_copy):
    own = [division.name for division in organisation().divisions]

    write_catalogue([], with_division(Division("กองใหม่", ("กม.",))))

    assert own_copy.exists()
    assert [division.name for division in organisation().divisions] == [*own, "กองใหม่"]
    assert organisation().division_named("กม.") == "กองใหม่"


def test_a_name_that_would_have_two_meanings_is_refused(own_copy):
    before = contents(own_copy)

    with pytest.raises(FaultyFrameworkError) as refused:
        write_catalogue([], with_division(Division("กองใหม่", ("กองคลัง",))))

    assert refused.value.reason == Fault.TWO_MEANINGS
    assert contents(own_copy) == before


def test_every_fact_of_a_year_can_be_another_one(own_copy):
    known = framework(2569)
    wanted = replace(
        known,
        target=90,
        notes=("หนึ่ง", "สอง"),
        instruments=tuple(replace(one, note="ก", item_count=30) for one in known.instruments),
        indicators=tuple(replace(one, name="ข", note="") for one in known.indicators),
        level_rules=known.level_rules[:2] + known.level_rules[-1:],
        participation=Participation(8300, 7900, Decimal("95.18"), "ก"),
    )

    write_catalogue([wanted])

    assert own_copy.exists()
    assert framework(2569) == wanted


def test_a_year_without_a_file_gets_one_that_says_the_same(own_copy):
    wanted = replace(framework(2569), year=2570)

    written = write_catalogue([wanted])

    assert written.files == ("2570.toml",)
    assert years()[-1] == 2570
    assert framework(2570) == wanted
    assert (own_copy / "2570.toml").read_text(encoding="utf-8") == (
        (PACKAGED / "2569.toml").read_text(encoding="utf-8").replace("2569 (B", "2570 (B")
    ).replace("year = 2569", "year = 2570")


@pytest.mark.parametrize("path", sorted(PACKAGED.glob("25*.toml")), ids=lambda path: path.stem)
def test_the_files_the_app_comes_with_are_written_as_the_app_writes_them(path):
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line]
    written = new_year_text(framework(int(path.stem))).splitlines()

    assert [line for line in written if line] == lines


def test_a_copy_that_was_kept_can_be_brought_back_and_taken_away_again(own_copy):
    before = (own_copy / "2569.toml").read_bytes()
    [kept] = complete(("i1", 1, "ก")).kept
    after = (own_copy / "2569.toml").read_bytes()

    bring_back(kept)

    assert (own_copy / "2569.toml").read_bytes() == before
    assert framework(2569).item("i1") is None
    newest, oldest = kept_copies()
    assert oldest.name == kept
    bring_back(newest.name)
    assert (own_copy / "2569.toml").read_bytes() == after


def test_a_new_year_can_be_taken_back(own_copy):
    [kept] = write_catalogue([replace(framework(2569), year=2570)]).kept
    text = (own_copy / "2570.toml").read_bytes()
    assert kept_copies()[0].empty

    bring_back(kept)

    assert years()[-1] == 2569
    assert (own_copy / kept_copies()[0].name).read_bytes() == text


@pytest.mark.parametrize(
    "name",
    [
        "2569.toml",
        "../2569.toml.20261122-000000-000000.bak",
        "2569.toml.bak",
        "",
        "comparisons.toml",
    ],
)
def test_nothing_but_a_copy_is_ever_brought_back(own_copy, name):
    before = contents(own_copy)

    with pytest.raises(UnknownCopyError):
        bring_back(name)

    assert contents(own_copy) == before


def test_a_copy_that_is_wrong_by_now_is_refused(own_copy):
    (own_copy / "2569.toml.20261122-000000-000000.bak").write_text("year = 2569", encoding="utf-8")
    before = contents(own_copy)

    with pytest.raises(FaultyFrameworkError):
        bring_back("2569.toml.20261122-000000-000000.bak")

    assert contents(own_copy) == before


def test_a_file_that_cannot_be_replaced_stays_as_it_was(own_copy, monkeypatch):
    before = contents(own_copy)

    def full(*_arguments):
        raise OSError(28, "disk full")

    monkeypatch.setattr("data.framework.writing.os.fsync", full)
    with pytest.raises(CatalogueNotWritableError):
        complete(("i1", 1, "ก"))

    after = {name: text for name, text in contents(own_copy).items() if not name.endswith(".bak")}
    assert after == before


def test_when_the_second_file_cannot_be_replaced_the_first_one_is_as_it_was(own_copy, monkeypatch):
    before = contents(own_copy)
    sync = os.fsync
    synced = []

    def full(number):
        synced.append(number)
        if len(synced) == 2:
            raise OSError(28, "disk full")
        sync(number)

    monkeypatch.setattr("data.framework.writing.os.fsync", full)
    with pytest.raises(CatalogueNotWritableError):
        write_catalogue([replace(framework(2569), year=2570)], with_division(Division("กองใหม่")))

    assert len(synced) == 2
    assert names_of(own_copy) == names_of(PACKAGED)
    assert {name: text for name, text in contents(own_copy).items() if name in before} == before
    assert years()[-1] == 2569


def test_a_year_is_written_though_the_file_of_another_one_is_wrong(own_copy):
    known = framework(2568)
    (own_copy / "2568.toml").write_text("year = 2568", encoding="utf-8")
    look_again()

    write_catalogue([replace(framework(2569), year=2570)])

    assert years()[-1] == 2570
    assert framework(2568) is known
    assert [fault.file_name for fault in catalogue_faults()] == ["2568.toml"]


@pytest.mark.parametrize("text", [b"year = 2568", b"\xff\xfe", b""])
def test_a_year_whose_file_is_wrong_is_written_anew_and_the_wrong_file_kept(own_copy, text):
    wanted = with_items(2568, ("o1", 9, "ใหม่"))
    (own_copy / "2568.toml").write_bytes(text)
    look_again()

    [kept] = write_catalogue([wanted]).kept

    assert framework(2568) == wanted
    assert catalogue_faults() == ()
    assert (own_copy / kept).read_bytes() == text


def test_without_room_to_try_it_nothing_is_written(own_copy, monkeypatch):
    before = contents(own_copy)
    monkeypatch.setattr("tempfile.tempdir", str(own_copy / "nowhere"))

    with pytest.raises(CatalogueNotWritableError):
        complete(("i1", 1, "ก"))

    assert contents(own_copy) == before


@pytest.mark.parametrize("name", ["20261399-999999-000000", "20261122-000000-00000", "x"])
def test_a_file_that_only_looks_like_a_copy_is_none(own_copy, name):
    (own_copy / f"2569.toml.{name}.bak").write_text("year = 2569", encoding="utf-8")
    (own_copy / "1.toml.20261122-000000-000000.bak").write_text("", encoding="utf-8")

    assert kept_copies() == ()
