"""Facts put into the files of the catalogue: only what is right, and the older file is kept."""

import shutil
from pathlib import Path

import pytest

import data.framework as catalogue
from data.errors import CatalogueNotWritableError, FaultyFrameworkError
from data.framework import Division, Evidence, Fault, framework, organisation
from data.framework.writing import complete_catalogue

PACKAGED = Path(catalogue.__file__).parent


@pytest.fixture
def own_copy(tmp_path, monkeypatch):
    target = tmp_path / "catalogue"
    shutil.copytree(PACKAGED, target, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    monkeypatch.setenv("ITA_FRAMEWORK", str(target))
    return target


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def names_of(folder):
    return sorted(path.name for path in folder.glob("*.toml"))


def test_a_new_item_counts_at_once_and_has_one_source(own_copy):
    before = framework(2569)
    assert before.item("i1") is None

    complete_catalogue({2569: [("i1", 1, "ข้อหนึ่ง")]}, [])

    item = framework(2569).item("i1")
    assert (item.indicator, item.name, item.evidence) == (1, "ข้อหนึ่ง", Evidence.ONE_SOURCE)
    assert names_of(own_copy) == names_of(PACKAGED)


def test_nothing_but_the_told_items_changes(own_copy):
    before = framework(2569)
    text = (own_copy / "2569.toml").read_text(encoding="utf-8")

    complete_catalogue({2569: [("i1", 1, "ข้อหนึ่ง"), ("o1", None, "โครงสร้าง")]}, [])

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

    [kept] = complete_catalogue({2569: [("i1", 1, "ข้อหนึ่ง")]}, [])

    assert (own_copy / kept).read_bytes() == before
    assert not [name for name in contents(own_copy) if name.endswith(".part")]


def test_every_writing_keeps_a_copy_of_its_own(own_copy):
    first = complete_catalogue({2569: [("i1", 1, "ก")]}, [])
    second = complete_catalogue({2569: [("i1", 1, "ข")]}, [])

    assert len({*first, *second}) == 2
    assert 'name = "ก"' in (own_copy / second[0]).read_text(encoding="utf-8")


def test_facts_that_are_known_already_write_nothing(own_copy):
    before = contents(own_copy)

    assert complete_catalogue({2569: [("o1", 9, framework(2569).item("o1").name)]}, []) == ()
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
        complete_catalogue({2569: facts, 2568: [("i1", 1, "ดี")]}, [])

    assert (refused.value.file_name, refused.value.place) == ("2569.toml", place)
    assert refused.value.reason == reason
    assert contents(own_copy) == before


@pytest.mark.parametrize("name", ['a "b" \\ c', "ก\tข", "'''", "# ไม่ใช่คำอธิบาย ]", "\u007f"])
def test_any_text_comes_back_as_it_was(own_copy, name):
    assert own_copy.exists()

    complete_catalogue({2569: [("i1", 1, name)]}, [])

    assert framework(2569).item("i1").name == name


def test_a_list_that_is_written_otherwise_is_left_to_the_person(own_copy):
    path = own_copy / "2566.toml"
    text = path.read_text(encoding="utf-8")
    kept = "\n".join(line for line in text.splitlines() if not line.startswith("items ="))
    added = '\n[[items]]\ncode = "i1"\nindicator = 1\nevidence = "unknown"\n'
    path.write_text(kept + added, encoding="utf-8")
    before = contents(own_copy)

    with pytest.raises(FaultyFrameworkError) as refused:
        complete_catalogue({2566: [("i1", 1, "ก")]}, [])

    assert (refused.value.place, refused.value.reason) == ("items", Fault.NOT_REWRITABLE)
    assert contents(own_copy) == before


@pytest.mark.parametrize("year", [2566, 2567, 2568, 2569])
def test_every_packaged_year_with_indicators_can_be_completed(own_copy, year):
    assert own_copy.exists()
    name = f"ข้อของ {year}"

    complete_catalogue({year: [("i1", 1, name)]}, [])

    assert framework(year).item("i1").name == name


def test_a_file_that_a_windows_editor_saved_is_completed(own_copy):
    path = own_copy / "2569.toml"
    path.write_text(path.read_text(encoding="utf-8"), encoding="utf-8-sig", newline="\r\n")

    complete_catalogue({2569: [("i1", 1, "ก")]}, [])

    assert framework(2569).item("i1").name == "ก"


def test_a_division_gains_names_and_a_new_one_is_added_behind(own_copy):
    assert own_copy.exists()
    own = [division.name for division in organisation().divisions]

    complete_catalogue({}, [Division("กองคลัง", ("งานคลัง",)), Division("กองใหม่", ("กม.",))])

    assert [division.name for division in organisation().divisions] == [*own, "กองใหม่"]
    assert organisation().division_named("งานคลัง") == "กองคลัง"
    assert organisation().division_named("กม.") == "กองใหม่"


def test_a_division_known_from_elsewhere_becomes_an_own_one(own_copy):
    assert own_copy.exists()

    complete_catalogue({}, [Division("กองสวัสดิการสังคม")])

    assert "กองสวัสดิการสังคม" in [division.name for division in organisation().divisions]
    assert "กองสวัสดิการสังคม" not in [one.name for one in organisation().known_divisions]


def test_a_name_that_would_have_two_meanings_is_refused(own_copy):
    before = contents(own_copy)

    with pytest.raises(FaultyFrameworkError) as refused:
        complete_catalogue({}, [Division("กองใหม่", ("กองคลัง", "กองช่าง"))])

    assert refused.value.reason == Fault.TWO_MEANINGS
    assert contents(own_copy) == before


def test_a_file_that_cannot_be_replaced_stays_as_it_was(own_copy, monkeypatch):
    before = contents(own_copy)

    def full(*_arguments):
        raise OSError(28, "disk full")

    monkeypatch.setattr("data.framework.writing.os.fsync", full)
    with pytest.raises(CatalogueNotWritableError):
        complete_catalogue({2569: [("i1", 1, "ก")]}, [])

    after = {name: text for name, text in contents(own_copy).items() if not name.endswith(".bak")}
    assert after == before
