import pytest

from data.documents.pictures.labels import columns, columns_in, escaped, label, sentences, wrapped


def test_vowels_and_tones_above_and_below_take_no_column():
    assert columns("ที่นี่") == 2
    assert columns("กำ") == 2
    assert columns("ABC") == 3


def test_a_label_breaks_between_thai_words():
    assert wrapped("การใช้ทรัพย์สินของราชการ", 12) == ("การใช้ทรัพย์สิน", "ของราชการ")


@pytest.mark.parametrize("width", [4, 9, 16, 40])
def test_no_line_is_wider_than_asked_and_no_letter_is_lost(width):
    text = "ประสิทธิภาพการสื่อสารและการเปิดเผยข้อมูลสาธารณะ"
    lines = wrapped(text, width, 40)
    assert max(columns(line) for line in lines) <= width
    assert "".join(lines) == text


def test_a_word_longer_than_the_line_is_cut_before_its_next_base_letter():
    lines = wrapped("ABCDEFGHIJ", 4, 9)
    assert lines == ("ABCD", "EFGH", "IJ")


def test_what_does_not_fit_ends_in_an_ellipsis():
    lines = wrapped("หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด", 8, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert columns(lines[-1]) <= 8


def test_a_number_stays_on_the_line_of_its_word():
    lines = sentences("เทียบปี 2568 ดีขึ้น 5", 18)
    assert not any(line[:1].isdigit() for line in lines)


def test_parts_of_a_sentence_are_kept_whole_where_they_fit():
    assert sentences("หนึ่งสอง · สามสี่ · ห้า", 12) == ("หนึ่งสอง", "สามสี่ · ห้า")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;"),
        ("&lt;i&gt;", "&amp;lt;i&amp;gt;"),
        ("$x^2$", "&#36;x^2&#36;"),
        ("%{customdata}", "%&#123;customdata&#125;"),
        ("a\nb\x00c\ud800", "a b c"),
    ],
)
def test_text_from_data_is_neither_markup_nor_formula_nor_template(text, shown):
    assert escaped(text) == shown
    assert label(text, 60) == shown


def test_an_entity_is_never_cut_in_two():
    lines = wrapped("<<<<<<<<<<", 4, 9)
    assert lines == ("&lt;" * 4, "&lt;" * 4, "&lt;" * 2)


def test_an_empty_text_is_one_empty_line():
    assert wrapped("", 10) == ("",)
    assert label("  \n ", 10) == ""


def test_more_pixels_hold_more_columns():
    assert columns_in(120, 12) == 16
    assert columns_in(1, 12) == 4
