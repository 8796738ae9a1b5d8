"""Answers about short texts are kept, of those about long ones only the last few."""

from data.importers.spelling.folding import remembering


def test_of_long_texts_only_the_last_answers_are_kept():
    asked = []

    @remembering(100)
    def letters(text, beside=""):
        asked.append(len(text))
        return text + beside

    short, long = ["ก" * count for count in range(10)], ["ก" * count for count in range(501, 511)]
    for _ in range(2):
        assert [letters(text, "ข") for text in (*short, *long)][9] == short[9] + "ข"
    assert asked == [*range(10), *range(501, 511), *range(501, 511)]
