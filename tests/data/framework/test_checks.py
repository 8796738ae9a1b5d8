import pytest

from data.framework import Comparisons, Fault, Framework
from data.framework.checks import framework_faults
from data.framework.files import read_part
from data.model.errors import FaultyFrameworkError

NAME = "2570.toml"
SMALL_YEAR = """
year = 2570
target = 85
indicators = [
    { number = 1, name = "หนึ่ง", instrument = "IIT", evidence = "confirmed" },
    { number = 2, instrument = "OIT", evidence = "confirmed", first_item = "o1", last_item = "o2" },
    { number = 3, instrument = "OIT", evidence = "unknown", first_item = "o3" },
]
items = [
    { code = "o1", indicator = 2, name = "ข้อหนึ่ง", evidence = "confirmed" },
    { code = "o3", indicator = 3, evidence = "unknown" },
]
levels = [
    { name = "ดี", total_from = 85, each_from = 85, evidence = "confirmed" },
    { name = "พอใช้", total_from = 70, evidence = "confirmed" },
    { name = "ต่ำ", total_from = 0, evidence = "confirmed" },
]
national = [
    { code = "total", value = 90 },
]

[[instruments]]
code = "IIT"
letter = "i"
name = "ภายใน"
respondents = "เจ้าหน้าที่"
weight = 0.5
evidence = "confirmed"

[[instruments]]
code = "OIT"
letter = "o"
name = "เปิดเผย"
respondents = "เว็บไซต์"
item_count = 3
weight = 0.50
evidence = "unknown"
"""


def read(*edits):
    """Give the framework of the small year after each (old, new), or raise its first fault."""
    text = SMALL_YEAR
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    part = read_part(NAME, text.encode()).part
    for place, reason in framework_faults(part):
        raise FaultyFrameworkError(NAME, place, reason)
    return part


def test_the_small_year_of_these_tests_is_sound():
    assert isinstance(read(), Framework)
    assert read().indicator(3).name is None
    assert not read().items_known("OIT")


@pytest.mark.parametrize(
    ("old", "new", "place", "reason"),
    [
        ("year = 2570", "year = 2571", "year", Fault.YEAR_DIFFERS),
        ("year = 2570\n", "", "year", Fault.MISSING),
        ("year = 2570", "year = 'x'", "year", Fault.NOT_A_WHOLE_NUMBER),
        ("year = 2570", "year = true", "year", Fault.NOT_A_WHOLE_NUMBER),
        ("year = 2570", "year = ", "Invalid value (at line 2, column 8)", Fault.NOT_TOML),
        ("target = 85", "target = 101", "target", Fault.OUTSIDE_SCALE),
        ("target = 85", "target = nan", "target", Fault.NOT_A_NUMBER),
        ("target = 85", "target = '85'", "target", Fault.NOT_A_NUMBER),
        ("target = 85", "target = 85\ntargte = 1", "targte", Fault.UNKNOWN_KEY),
        ('name = "หนึ่ง", ', 'nmae = "หนึ่ง", ', "indicators[1].nmae", Fault.UNKNOWN_KEY),
        ('name = "หนึ่ง"', 'name = " "', "indicators[1].name", Fault.EMPTY),
        ('name = "หนึ่ง"', "name = 1", "indicators[1].name", Fault.NOT_A_TEXT),
        ("target = 85", "target = 85\nnotes = [1]", "notes", Fault.NOT_A_TEXT),
        ("national = [\n", "national = [1,\n", "national", Fault.NOT_A_LIST),
        ("national = [\n", "national = 1\nold = [\n", "national", Fault.NOT_A_LIST),
        ('evidence = "unknown", first', 'evidence = "sure", first', "indicators[3].evidence",
         Fault.UNKNOWN_WORD),
        ("weight = 0.50", "weight = 0.5001", "instruments",
         Fault.WEIGHTS_NOT_ONE),
        ("weight = 0.50", "weight = 0", "instruments OIT",
         Fault.WEIGHT_NOT_POSITIVE),
        ('letter = "o"', 'letter = "i"', "instruments i", Fault.REPEATED),
        ('letter = "o"', 'letter = "O"', "instruments OIT", Fault.NOT_A_LETTER),
        ("item_count = 3", "item_count = 1", "instruments OIT", Fault.TOO_MANY_ITEMS),
        ("number = 3", "number = 2", "indicators 2", Fault.REPEATED),
        ('instrument = "IIT"', 'instrument = "EIT"', "indicators 1", Fault.UNKNOWN_INSTRUMENT),
        ('instrument = "IIT", evidence = "confirmed"',
         'instrument = "IIT", evidence = "confirmed", first_item = "o9"', "indicators 1",
         Fault.OTHER_INSTRUMENT),
        ('last_item = "o2"', 'last_item = "x2"', "indicators 2", Fault.NOT_AN_ITEM_CODE),
        ('first_item = "o1"', 'first_item = "o7"', "indicators 2", Fault.RANGE_BACKWARDS),
        ('last_item = "o2"', 'last_item = "o4"', "indicators 2, 3", Fault.RANGES_OVERLAP),
        ('code = "o3"', 'code = "o1"', "items o1", Fault.REPEATED),
        ('code = "o3"', 'code = "o2"', "items o2", Fault.OUTSIDE_RANGE),
        ('code = "o3"', 'code = "i3"', "items i3", Fault.OTHER_INSTRUMENT),
        ('code = "o3"', 'code = "o03"', "items o03", Fault.NOT_AN_ITEM_CODE),
        ('code = "o3", indicator = 3', 'code = "q3"', "items q3", Fault.NOT_AN_ITEM_CODE),
        ('code = "o3", indicator = 3', 'code = "o3", indicator = 4', "items o3",
         Fault.UNKNOWN_INDICATOR),
        ('name = "ต่ำ"', 'name = "ดี"', "levels ดี", Fault.REPEATED),
        ("total_from = 70", "total_from = -1", "levels พอใช้", Fault.OUTSIDE_SCALE),
        ("each_from = 85", "each_from = 101", "levels ดี", Fault.OUTSIDE_SCALE),
        ("total_from = 70", "total_from = 90", "levels พอใช้", Fault.NOT_BEST_FIRST),
        ("each_from = 85, ", "", "", None),
        ("total_from = 70", "total_from = 85, each_from = 90", "levels ดี, พอใช้",
         Fault.NEVER_REACHED),
        ("total_from = 70", "total_from = 0", "levels พอใช้, ต่ำ", Fault.NEVER_REACHED),
        ("total_from = 0", "total_from = 1", "levels", Fault.NO_LOWEST_LEVEL),
        ("total_from = 0", "total_from = 0, each_from = 1", "levels", Fault.NO_LOWEST_LEVEL),
        ("value = 90", "value = 100.01", "national total", Fault.OUTSIDE_SCALE),
        ('code = "total"', 'code = "4"', "national 4", Fault.UNKNOWN_CODE),
        ("target = 85", "target = 85\nparticipation = [{ agencies = 9, passed = 10 }]",
         "participation passed", Fault.MORE_THAN_ALL),
        ("target = 85", "target = 85\nparticipation = [{ agencies = 9, passed = -1 }]",
         "participation passed", Fault.MORE_THAN_ALL),
        ("target = 85", "target = 85\nparticipation = [{ agencies = 9, passed_percent = 101 }]",
         "participation passed_percent", Fault.OUTSIDE_SCALE),
        ("target = 85", "target = 85\nparticipation = [{ agencies = 9 }, { agencies = 9 }]",
         "participation", Fault.REPEATED),
        ("target = 85", "target = 85\nparticipation = [{ passed = 9 }]",
         "participation[1].agencies", Fault.MISSING),
    ],
)  # fmt: skip
def test_a_contradiction_in_a_file_is_named_with_its_place(old, new, place, reason):
    if reason is None:
        assert read((old, new)).level_rules[0].each_from is None
        return
    with pytest.raises(FaultyFrameworkError) as faulty:
        read((old, new))
    assert (faulty.value.file_name, faulty.value.place) == ("2570.toml", place)
    assert faulty.value.reason == reason


def test_a_mean_above_its_lowest_part_can_make_a_level_unreachable():
    # Every instrument at 90 means a total of 90: the second rule already takes those.
    old = '{ name = "พอใช้", total_from = 70, evidence = "confirmed" }'
    new = (
        '{ name = "พอใช้", total_from = 80, evidence = "confirmed" },\n'
        '    { name = "แปลก", total_from = 70, each_from = 80, evidence = "confirmed" }'
    )
    with pytest.raises(FaultyFrameworkError) as faulty:
        read((old, new))
    assert (faulty.value.place, faulty.value.reason) == ("levels พอใช้, แปลก", Fault.NEVER_REACHED)


def test_a_number_the_store_would_round_is_refused():
    with pytest.raises(FaultyFrameworkError) as faulty:
        read(("value = 90", "value = 90.1234567891"))
    assert (faulty.value.place, faulty.value.reason) == ("national total", Fault.TOO_MANY_DECIMALS)


def test_a_whole_number_the_store_cannot_hold_is_refused():
    with pytest.raises(FaultyFrameworkError) as faulty:
        read(("item_count = 3", f"item_count = {2**31}"))
    assert faulty.value.reason == Fault.NOT_A_WHOLE_NUMBER


def test_a_file_saved_by_a_windows_editor_is_read():
    content = SMALL_YEAR.replace("\n", "\r\n").encode("utf-8-sig")
    assert read_part("2570.toml", content).part == read()


def test_a_file_in_an_old_thai_encoding_is_refused():
    with pytest.raises(FaultyFrameworkError) as faulty:
        read_part("2570.toml", SMALL_YEAR.encode("cp874"))
    assert faulty.value.reason == Fault.NOT_UTF_8


@pytest.mark.parametrize("year", [70, 2027, 2499, 2700])
def test_a_year_that_is_none_of_the_buddhist_era_of_now_is_refused(year):
    content = SMALL_YEAR.replace("year = 2570", f"year = {year}").encode()
    with pytest.raises(FaultyFrameworkError) as faulty:
        read_part("กรอบ.toml", content)
    assert (faulty.value.place, faulty.value.reason) == ("year", Fault.UNKNOWN_YEAR)


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        ("กรอบใหม่.toml", SMALL_YEAR, Framework),
        ("2570 (1).toml", SMALL_YEAR, Framework),
        ("อื่น.toml", "crosswalk = []", Comparisons),
        ("comparisons.toml", "", Comparisons),
    ],
)
def test_a_file_is_known_by_its_name_or_by_what_it_holds(name, text, kind):
    assert isinstance(read_part(name, text.encode()).part, kind)


def test_a_file_that_is_none_of_the_three_says_what_an_agency_lacks():
    with pytest.raises(FaultyFrameworkError) as faulty:
        read_part("อื่น.toml", b"")
    assert (faulty.value.place, faulty.value.reason) == ("name", Fault.MISSING)
