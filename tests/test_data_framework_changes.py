"""A catalogue edited while the app runs: what is right counts at once, what is not, never."""

import time

import pytest

from data.framework import (
    Fault,
    catalogue_faults,
    catalogue_revision,
    comparisons,
    framework,
    look_again,
    organisation,
    years,
)
from data.importers import Choices
from data.importers.sheets.opening import Sheet
from data.importers.spelling.labels import code_of
from data.model.errors import FaultyFrameworkError, UnknownYearError
from tests.sheet_reading import read

NAME = 'name = "การปฏิบัติหน้าที่"'


@pytest.fixture
def own_copy(own_copy):
    """A copy of the packaged catalogue that was read once and may then be changed."""
    assert catalogue_faults() == ()
    return own_copy


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    look_again()


def test_a_new_name_counts_without_a_restart(own_copy):
    edit(own_copy / "2568.toml", NAME, 'name = "การทำหน้าที่"')

    assert framework(2568).indicator(1).name == "การทำหน้าที่"
    assert framework(2567).indicator(1).name == "การปฏิบัติหน้าที่"


def test_a_change_is_seen_after_a_second_by_itself(own_copy):
    path = own_copy / "2568.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace(NAME, 'name = "ใหม่"'), encoding="utf-8"
    )
    assert framework(2568).indicator(1).name == "การปฏิบัติหน้าที่"

    time.sleep(1.1)

    assert framework(2568).indicator(1).name == "ใหม่"


def test_only_a_change_gives_another_revision(own_copy):
    first = catalogue_revision()
    look_again()
    assert catalogue_revision() == first

    edit(own_copy / "2568.toml", NAME, 'name = "ใหม่"')

    assert catalogue_revision() != first


def test_two_folders_never_have_the_same_revision(own_copy, monkeypatch):
    first = catalogue_revision()
    monkeypatch.delenv("ITA_FRAMEWORK")

    assert own_copy.exists()
    assert catalogue_revision() != first


def test_a_file_that_was_not_changed_is_not_read_again(own_copy):
    before = framework(2567)
    edit(own_copy / "2568.toml", NAME, 'name = "ใหม่"')

    assert framework(2567) is before


def test_a_faulty_file_is_refused_and_the_last_good_one_counts_on(own_copy):
    good = framework(2568)
    edit(own_copy / "2568.toml", "target = 85", "target = 850")

    assert framework(2568) is good
    assert [fault.args for fault in catalogue_faults()] == [
        ("2568.toml", "target", Fault.OUTSIDE_SCALE)
    ]
    assert comparisons().breaks


def test_a_faulty_file_that_is_put_right_counts_again(own_copy):
    edit(own_copy / "2568.toml", "target = 85", "target = 850")
    edit(own_copy / "2568.toml", "target = 850", "target = 86")

    assert framework(2568).target == 86
    assert catalogue_faults() == ()


def test_several_faulty_files_are_all_named(own_copy):
    edit(own_copy / "2567.toml", "target = 85", "target = 850")
    edit(own_copy / "2568.toml", "year = 2568", "year = ")
    edit(own_copy / "organisation.toml", "name =", "nmae =")

    assert [fault.file_name for fault in catalogue_faults()] == [
        "2567.toml",
        "2568.toml",
        "organisation.toml",
    ]
    assert organisation().name


def test_a_comparison_that_a_changed_year_leaves_in_the_air_is_refused(own_copy):
    good = comparisons()
    pairing = good.crosswalk[0]
    year = own_copy / f"{pairing.from_year}.toml"
    lines = year.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if f'code = "{pairing.from_item}"' not in line]
    assert len(kept) < len(lines)
    year.write_text("".join(kept), encoding="utf-8")
    look_again()

    assert comparisons() is good
    assert [fault.file_name for fault in catalogue_faults()] == ["comparisons.toml"]


def test_a_deleted_comparison_is_a_fault_and_the_last_one_counts_on(own_copy):
    good = comparisons()
    (own_copy / "comparisons.toml").unlink()
    look_again()

    assert comparisons() is good
    assert [fault.reason for fault in catalogue_faults()] == [Fault.MISSING_FILE]


def test_a_new_file_is_a_new_year_and_a_deleted_one_is_none(own_copy):
    text = (own_copy / "2569.toml").read_text(encoding="utf-8")
    (own_copy / "2570.toml").write_text(
        text.replace("year = 2569", "year = 2570"), encoding="utf-8"
    )
    look_again()
    assert years()[-1] == 2570

    (own_copy / "2570.toml").unlink()
    look_again()

    assert years()[-1] == 2569
    with pytest.raises(UnknownYearError):
        framework(2570)


def test_a_new_file_that_is_faulty_from_the_start_is_a_failure_for_its_year_alone(own_copy):
    (own_copy / "2570.toml").write_text("year = 2570", encoding="utf-8")
    look_again()

    assert years()[-1] == 2569
    with pytest.raises(FaultyFrameworkError):
        framework(2570)
    assert {fault.file_name for fault in catalogue_faults()} == {"2570.toml"}
    assert comparisons().breaks


def test_a_folder_without_years_is_a_fault(tmp_path, monkeypatch):
    monkeypatch.setenv("ITA_FRAMEWORK", str(tmp_path))

    assert {fault.reason for fault in catalogue_faults()} == {
        Fault.NO_YEAR_FILE,
        Fault.MISSING_FILE,
    }


def test_importers_read_by_the_new_names_at_once(own_copy):
    assert code_of("การทำหน้าที่ดี") is None
    for year in years()[1:]:
        edit(own_copy / f"{year}.toml", NAME, 'name = "การทำหน้าที่ดี"')
    assert code_of("การทำหน้าที่ดี") == "1"

    table = Sheet("ก", (("ตัวชี้วัด", "คะแนน"), ("การทำหน้าที่ดี", 85.5), ("EIT", 90.5), ("OIT", 99.5)))

    assert read(table, Choices(year=2568)).scores["code"].tolist() == ["1", "EIT", "OIT"]


def test_looking_costs_little(own_copy):
    assert own_copy.exists()
    framework(2568)
    began = time.perf_counter()
    for _ in range(10_000):
        framework(2568)

    assert time.perf_counter() - began < 0.5
