"""Thai digits, where a document is to have them."""

from pythainlp.util import arabic_digit_to_thai_digit


def with_digits(text: str, *, thai: bool) -> str:
    """Give a text with Thai digits, or as it is."""
    return str(arabic_digit_to_thai_digit(text)) if thai and text else text
