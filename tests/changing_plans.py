"""Plans that come again and again: rows swapped, edited, taken out and inserted at random."""

from dataclasses import replace

from data.importers.plan.matching import LIKELY
from data.importers.spelling.plan_words import squeeze
from data.importers.spelling.similarity import similarity
from tests.helpers.plans import measure_of_plan

WORDS = [
    *("อบรม", "ตรวจสอบ", "เผยแพร่", "งบประมาณ", "คู่มือ", "ประชาชน"),
    *("ร้องเรียน", "ทรัพย์สิน", "โปร่งใส", "แผนงาน"),
]


def text_of(rng):
    """Make an action of many words, now and then with a number as series of measures have it."""
    said = " ".join(rng.choice(WORDS) for _ in range(rng.randint(2, 12)))
    return f"{said} ครั้งที่ {rng.randint(1, 3)}" if rng.random() < 0.4 else said


def edited(text, rng):
    words = text.split()
    words.insert(rng.randint(0, len(words)), rng.choice(["ประจำปี", "ทุกไตรมาส", "อย่างต่อเนื่อง"]))
    if len(words) > 6 and rng.random() < 0.4:
        words.pop(rng.randrange(len(words)))
    return " ".join(words)


def changed_plan(before, rng, fresh):
    """Swap, edit, take out and insert measures; each keeps the name of what it was made of."""
    after = [
        (name, replace(one, action=edited(one.action, rng)) if rng.random() < 0.3 else one)
        for name, one in before
        if rng.random() < 0.85
    ]
    for _ in range(rng.randint(0, 2)):
        text = text_of(rng)
        # What resembles a measure that was taken out is that measure to any reader.
        alike = (similarity(squeeze(text), squeeze(one.action)) for _, one in before)
        if all(likeness < LIKELY for likeness in alike):
            after.append((next(fresh), measure(text, items=(rng.choice(["i1", "i2"]),))))
    rng.shuffle(after)
    return after


def first_plan(rng, fresh):
    """Make a plan: its measures with names of their own."""
    return [
        (next(fresh), measure(text_of(rng), items=(rng.choice(["i1", "i2"]),)))
        for _ in range(rng.randint(1, 7))
    ]


def measure(action, **changes):
    return measure_of_plan(**{"indicator": 1, "items": ("i1",), "action": action} | changes)
