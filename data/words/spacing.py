"""Thai sentences with names in them: a space only where Thai meets Latin letters."""

from string import Formatter


def spaced(template: str, **values: str) -> str:
    """Fill names into a sentence as Thai is written: ถึงผ่านดีเมื่อ, but ถึง AA เมื่อ.

    Only plain fields of text are filled; numbers are formatted before.
    """
    sentence = ""
    for text, field, _spec, _conversion in Formatter().parse(template):
        for part in (text, values[field] if field is not None else ""):
            sentence = _joined(sentence, part)
    return sentence


def _joined(before: str, after: str) -> str:
    if before and after and _meet(before[-1], after[0]):
        return f"{before} {after}"
    return before + after


def _meet(left: str, right: str) -> bool:
    """Whether one of two neighbours is a Latin letter and the other a letter of Thai."""
    return any(
        latin.isascii() and latin.isalpha() and "\u0e00" <= thai <= "\u0e7f"
        for latin, thai in ((left, right), (right, left))
    )
