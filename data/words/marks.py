"""The marks of values: the same letters and words on pages, in charts, in files and documents."""

from typing import Final

_WORDS: Final = {
    "x": "ไม่มีข้อมูล",
    "z": "ไม่ประเมินในปีนั้น",
    "p": "เบื้องต้น",
    "r": "แก้ไขแล้ว",
    "c": "คำนวณจากส่วนย่อย",
    "b": "เทียบไม่ได้โดยตรง",
}
MEANINGS: Final = {mark: f"[{mark}] {meaning}" for mark, meaning in _WORDS.items()}
"""What a legend says of each mark."""
NOT_COMPARABLE: Final = f"{_WORDS['b']} [b]"


def sign(mark: str) -> str:
    """Write a mark as it stands alone: [x], or [c] [p] of two letters; no mark is no text."""
    return " ".join(f"[{letter}]" for letter in mark)


def marked(text: str, mark: str) -> str:
    """Write a value with its mark behind it: 84.99 [p]."""
    return f"{text} {sign(mark)}".rstrip()


def in_place(mark: str) -> str:
    """Say in the place of a value why there is none; without a reason it is just missing."""
    return marked(_WORDS[mark or "x"], mark or "x")
