"""Answers about short texts are kept, those about long ones are not."""

from data.importers.spelling.folding import remembering


def test_a_short_text_is_looked_at_once_and_a_long_one_each_time():
    asked = []

    @remembering(8)
    def letters(text, beside=""):
        asked.append(text)
        return text + beside

    short, long = "ก" * 500, "ก" * 501
    for _ in range(2):
        assert (letters(short), letters(short, "ข"), letters(long)) == (short, f"{short}ข", long)
    assert asked == [short, short, long, long]
