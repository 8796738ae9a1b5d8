"""The five answers are sentences made from numbers; each rule has its case here."""

import pandas as pd
import pytest

from data.analysis.indicators import indicator_changes, weakest
from data.words.scores import overview
from tests.readings import indicator_scores, standings_of


def scores(**years):
    """years: y2568=(total, {"IIT": 90.0}, {1: 85.0})."""
    rows = []
    for name, (total, instruments, indicators) in years.items():
        year = int(name[1:])
        if total is not None:
            rows.append((year, "total", "total", total))
        rows += [(year, "instrument", code, value) for code, value in instruments.items()]
        rows += [(year, "indicator", str(n), value) for n, value in indicators.items()]
    frame = pd.DataFrame(rows, columns=["year", "level", "code", "score"])
    return frame.assign(provisional=False, revised=False)


def standing_of(frame, *years, published=()):
    printed = pd.DataFrame(list(published), columns=["year", "published_level"])
    return standings_of(frame, printed, years)


def all_three(value):
    return dict.fromkeys(("IIT", "EIT", "OIT"), value)


NO_WORK = overview.Work(None, 0, 0, 0, 0, 0, ())
NO_CHANGES = indicator_changes(indicator_scores(scores(), [2568]).iloc[:0], 2568, 2568)


def test_the_level_comes_with_what_keeps_it_from_the_next():
    frame = scores(y2568=(94.64, {"IIT": 96.0, "EIT": 84.1, "OIT": 99.0}, {}))

    answer = overview.level_answer(standing_of(frame, 2568)[0])

    assert answer.headline == "ผ่าน"
    assert answer.details == ("94.64 คะแนน ปี 2568", "ถึงผ่านดีเมื่อ EIT เพิ่มอีก 0.90 (ถึง 85.00)")


def test_without_instruments_the_level_is_only_a_lower_bound():
    answer = overview.level_answer(standing_of(scores(y2568=(92.0, {}, {})), 2568)[0])

    assert answer.headline == "ผ่านขึ้นไป"
    assert answer.details[1] == "ต้องมีคะแนน IIT, EIT, OIT จึงบอกระดับที่แน่นอนได้"


def test_the_top_level_has_nothing_above_it():
    answer = overview.level_answer(standing_of(scores(y2568=(97.0, all_three(97.0), {})), 2568)[0])

    assert (answer.headline, answer.details[1]) == ("ผ่านดีเยี่ยม", "อยู่ระดับสูงสุดแล้ว")


def test_a_published_level_that_differs_is_said():
    frame = scores(y2568=(86.73, all_three(86.0), {}))

    answer = overview.level_answer(standing_of(frame, 2568, published=[(2568, "ผ่าน")])[0])

    assert (answer.headline, answer.details[-1]) == ("ผ่านดี", "ประกาศไว้เป็น ผ่าน")


def test_no_total_means_no_level():
    answer = overview.level_answer(standing_of(scores(y2568=(None, {}, {1: 80.0})), 2568)[0])

    assert (answer.headline, answer.details) == ("ยังบอกระดับไม่ได้", ("ไม่มีคะแนนรวมปี 2568",))


@pytest.mark.parametrize(
    ("old", "new", "headline"),
    [
        (80.0, 83.22, "เพิ่มขึ้น 3.22"),
        (83.22, 80.0, "ลดลง 3.22"),
        (80.0, 80.0, "เท่าเดิม"),
        (80.0, 81.0, "ทรงตัว (+1.00)"),
        (80.0, 79.0, "ทรงตัว (-1.00)"),
        (80.0, 81.01, "เพิ่มขึ้น 1.01"),
    ],
)
def test_a_move_inside_the_band_is_steady(old, new, headline):
    frame = scores(y2567=(old, {}, {}), y2568=(new, {}, {}))

    answer = overview.movement_answer(
        standing_of(frame, 2567, 2568), NO_CHANGES, band=1.0, broken=False
    )

    assert answer.headline == headline


def test_the_largest_rise_and_fall_are_named():
    frame = scores(y2567=(80.0, {}, {1: 80.0, 2: 80.0}), y2568=(83.0, {}, {1: 86.5, 2: 79.0}))
    changes = indicator_changes(indicator_scores(frame, [2567, 2568]), 2567, 2568)

    answer = overview.movement_answer(
        standing_of(frame, 2567, 2568), changes, band=1.0, broken=False
    )

    assert answer.details == (
        "จากปี 2567 (80.00)",
        "ขึ้นมากสุด การปฏิบัติหน้าที่ +6.50",
        "ลงมากสุด การใช้งบประมาณ -1.00",
    )


def test_one_year_alone_is_not_compared():
    answer = overview.movement_answer(
        standing_of(scores(y2568=(80.0, {}, {})), 2568), NO_CHANGES, band=1.0, broken=False
    )

    assert (answer.headline, answer.details) == ("มีคะแนนปี 2568 ปีเดียว จึงยังเทียบไม่ได้", ())


def test_a_missing_total_is_not_compared():
    frame = scores(y2567=(None, {"IIT": 80.0}, {}), y2568=(80.0, {}, {}))

    answer = overview.movement_answer(
        standing_of(frame, 2567, 2568), NO_CHANGES, band=1.0, broken=False
    )

    assert answer.headline == "คะแนนรวมของสองปีไม่ครบ จึงเทียบไม่ได้"


def test_over_a_break_the_change_is_not_told():
    frame = scores(y2565=(80.0, {}, {}), y2566=(90.0, {}, {}))

    answer = overview.movement_answer(
        standing_of(frame, 2565, 2566), NO_CHANGES, band=1.0, broken=True
    )

    assert answer.headline == "กรอบการประเมินเปลี่ยน เทียบไม่ได้โดยตรง [b]"


def weak_of(indicators):
    return weakest(indicator_scores(scores(y2568=(None, {}, indicators)), [2568]), 2568)


def test_the_three_lowest_are_named_with_what_they_miss():
    answer = overview.weakest_answer(weak_of({1: 90.0, 2: 70.59, 3: 75.1, 5: 73.24}))

    assert answer.headline == "ต่ำกว่าเป้า 85 อยู่ 3 จาก 4 ตัวชี้วัด"
    assert answer.details[0] == "2. การใช้งบประมาณ 70.59 (ขาด 14.41)"
    assert len(answer.details) == 3


def test_when_all_reach_the_target_it_says_so():
    assert overview.weakest_answer(weak_of({1: 85.0})).headline == "ทุกตัวชี้วัดถึงเป้า 85"


def test_no_indicators_at_all_are_said():
    assert overview.weakest_answer(weak_of({})).headline == "ไม่มีคะแนนรายตัวชี้วัด"


def measure_rows(*rows):
    """rows: (plan_year, lead, status, overdue)."""
    return pd.DataFrame(
        [(*row, False, False) for row in rows],
        columns=["plan_year", "lead", "status", "overdue", "silent", "awaiting_evidence"],
    )


def test_late_work_is_counted_by_leading_division_most_first():
    work = overview.work_of(
        measure_rows(
            (2569, ["กองคลัง"], "in-progress", True),
            (2569, ["สำนักปลัด"], "not-reported", True),
            (2569, ["สำนักปลัด"], "not-reported", True),
            (2569, ["กองช่าง"], "done", False),
            (2568, ["กองช่าง"], "not-reported", True),
        )
    )

    answer = overview.late_answer(work)

    assert answer.headline == "เลยกำหนด 3 จาก 4 มาตรการ"
    assert answer.details == (
        "สำนักปลัด 2 มาตรการ",
        "กองคลัง 1 มาตรการ",
        "เสร็จแล้ว 1 จาก 4 มาตรการ (แผนปี 2569)",
    )


def test_without_a_plan_it_asks_for_one():
    assert overview.late_answer(NO_WORK).headline == "ยังไม่มีแผน"


def test_decisions_follow_from_level_plan_and_late_work():
    frame = scores(y2569=(90.0, {"IIT": 90.0, "EIT": 84.11, "OIT": 95.0}, {8: 80.48}))
    weak = weakest(indicator_scores(frame, [2569]), 2569)
    work = overview.Work(2569, 12, 0, 12, 12, 0, (("สำนักปลัด", 11),))

    answer = overview.decide_answer(standing_of(frame, 2569)[0], weak, work)

    assert answer.headline == "3 เรื่อง"
    assert answer.details == (
        "ยก EIT อีก 0.89 คะแนน เพื่อถึงผ่านดี",
        "ทำแผนปี 2570 จากผลปี 2569: มี 1 ตัวชี้วัดต่ำกว่าเป้า",
        "เร่งหรือปิด 12 มาตรการที่เลยกำหนด",
    )


def test_nothing_to_decide_is_an_answer_too():
    frame = scores(y2569=(97.0, all_three(97.0), {1: 97.0}))
    weak = weakest(indicator_scores(frame, [2569]), 2569)
    work = overview.Work(2569, 1, 1, 0, 0, 0, ())

    answer = overview.decide_answer(standing_of(frame, 2569)[0], weak, work)

    assert (answer.headline, answer.details) == ("ไม่มีเรื่องค้าง", ())
