import pytest

from data.words.spacing import spaced


@pytest.mark.parametrize(
    ("template", "name", "sentence"),
    [
        ("ถึง{name}เมื่อ", "AA", "ถึง AA เมื่อ"),
        ("ถึง{name}เมื่อ", "ผ่านดี", "ถึงผ่านดีเมื่อ"),
        ("{name}ขึ้นไป", "A", "A ขึ้นไป"),
        ("เป็น{name}", "B", "เป็น B"),
        ("ถึง {name} เมื่อ", "AA", "ถึง AA เมื่อ"),
        ("{name}: 1.00", "OIT", "OIT: 1.00"),
    ],
)
def test_a_space_stands_only_where_thai_meets_latin_letters(template, name, sentence):
    assert spaced(template, name=name) == sentence
