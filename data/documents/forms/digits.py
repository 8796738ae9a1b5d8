"""Thai digits, where a document is to have them."""

import re
from typing import Final

from pythainlp.util import arabic_digit_to_thai_digit

# Not behind a Latin letter: i1 and o14 are codes, and stay what the framework calls them.
_NUMBER: Final = re.compile(r"(?<![A-Za-z0-9])[0-9]+")


def with_digits(text: str, *, thai: bool) -> str:
    """Give a text with Thai digits outside of item codes, or as it is."""
    if not thai:
        return text
    return _NUMBER.sub(lambda found: str(arabic_digit_to_thai_digit(found.group())), text)
