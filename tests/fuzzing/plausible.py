"""Sheets an office could send, made at random, with what is true of their numbers."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from data.model.grid import Sheet

HOME = (
    "องค์การบริหารส่วนตำบลกุศกร",
    "อบต.กุศกร",
    "องค์การบริหารส่วนตำบลกุศกร อำเภอตระการพืชผล จังหวัดอุบลราชธานี",
)
OTHERS = (
    "เทศบาลตำบลตระการพืชผล",
    "องค์การบริหารส่วนตำบลขามเปี้ย",
    "อบจ.อุบลราชธานี",
    "โรงเรียนบ้านกุศกร",
    "โรงพยาบาลตระการพืชผล",
    "มหาวิทยาลัยอุบลราชธานี",
    "อำเภอตระการพืชผล",
    "จังหวัดอุบลราชธานี",
    "กรมส่งเสริมการปกครองท้องถิ่น",
    "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาอุบลราชธานี เขต 2",
    "การไฟฟ้าส่วนภูมิภาค",
    "ระดับประเทศ",
    "ภาพรวมจังหวัดอุบลราชธานี",
    "ศูนย์พัฒนาเด็กเล็กบ้านโนน",
    "รพ.สต.กุศกร",
    "วิทยาลัยเทคนิคเดชอุดม",
    "กระทรวงมหาดไทย",
    "กรุงเทพมหานคร",
)
PLAIN = ("ผลการประเมิน ITA", "ผลคะแนนการประเมิน ITA", "รายงานผลการประเมินคุณธรรมและความโปร่งใส (ITA)")
OTHER_KINDS = (
    "ค่าเป้าหมายการประเมิน ITA",
    "เป้าหมายคะแนน ITA",
    "ประมาณการผลคะแนน ITA",
    "ค่าเฉลี่ยคะแนน ITA",
    "คะแนนเฉลี่ยระดับจังหวัด ITA",
    "คะแนนสูงสุดของการประเมิน ITA",
    "จำนวนผู้ตอบแบบวัด ITA",
    "ร้อยละของผู้ตอบแบบวัด ITA",
    "จำนวนเรื่องร้องเรียน จำแนกตามตัวชี้วัด ITA",
    "อันดับคะแนน ITA",
    "ลำดับที่ของหน่วยงานในการประเมิน ITA",
    "น้ำหนักคะแนนการประเมิน ITA",
    "คะแนนเต็มของการประเมิน ITA",
    "ผลคะแนน ITA ก่อนชี้แจง",
    "ผลคะแนน ITA หลังอุทธรณ์",
    "(ร่าง) ผลการประเมิน ITA",
)
HARMLESS = (
    "ประกาศ ณ วันที่ 5 สิงหาคม พ.ศ. {next}",
    "ข้อมูล ณ กันยายน {next}",
    "ที่มา: สำนักงาน ป.ป.ช.",
    "ที่ อบ 74201/{next}",
    "ตามพระราชบัญญัติประกอบรัฐธรรมนูญ พ.ศ. 2561",
)
RIVALS = (
    "ค่าเฉลี่ยจังหวัด",
    "เฉลี่ยประเทศ",
    "ก่อนชี้แจง",
    "หลังอุทธรณ์",
    "สูงสุด",
    "ต่ำสุด",
    "ผลปีก่อน",
    "คะแนนผู้ตรวจ",
)
BESIDE = ("จำนวนผู้ตอบ", "น้ำหนัก", "คะแนนเต็ม", "อันดับ", "หมายเหตุ", "ระดับ")
NAMES = (
    "การปฏิบัติหน้าที่",
    "การใช้งบประมาณ",
    "การใช้อำนาจ",
    "การใช้ทรัพย์สินของราชการ",
    "การแก้ไขปัญหาการทุจริต",
    "คุณภาพการดำเนินงาน",
    "ประสิทธิภาพการสื่อสาร",
    "การปรับปรุงระบบการทำงาน",
    "การเปิดเผยข้อมูล",
    "การป้องกันการทุจริต",
)
KEYS = tuple(map(str, range(1, 11)))
Truth = Mapping[tuple[str, int, str], float]


@dataclass(slots=True)
class Plausible:
    """A file of sheets; `truth` are the only scores it may give, `plain` says all three plainly.

    `traps` name what makes it doubtful; a sheet without one and not plain leaves something out.
    """

    sheets: tuple[Sheet, ...]
    truth: Truth
    traps: list[str] = field(default_factory=list)
    plain: bool = True
    provisional: bool = False


def plausible(seed: str) -> Plausible:
    """Make one file; the same seed makes the same one."""
    dice = random.Random(seed)  # noqa: S311
    return dice.choice((_report, _report, _years, _agencies, _long))(dice)


def _scores(dice: random.Random) -> dict[str, float]:
    return {key: round(dice.uniform(62, 100), 2) for key in KEYS}


def _titles(dice: random.Random, year: int | str, traps: list[str]) -> tuple[list[str], bool, bool]:
    """Give title lines, whether all is said plainly, and whether the scores are provisional."""
    kind, body, plain, provisional = dice.choice(PLAIN), dice.choice(HOME), True, False
    roll = dice.random()
    if roll < 0.2:
        kind = dice.choice(OTHER_KINDS)
        traps.append("kind words")
    elif roll < 0.28:
        kind, provisional = f"{kind} (เบื้องต้น)", True
    roll = dice.random()
    if roll < 0.2:
        body = dice.choice(OTHERS)
        traps.append("other body")
    elif roll < 0.25:
        body, plain = "", False
    said = f"ประจำปีงบประมาณ พ.ศ. {year}"
    roll = dice.random()
    if roll < 0.08:
        said, plain = "", False
    of = dice.choice((" ", " ของ", "\n"))
    lines = f"{kind}{of}{body} {said}" if body else f"{kind} {said}"
    titles = [line.strip() for line in lines.split("\n")]
    if isinstance(year, int) and said and dice.random() < 0.12:
        titles.insert(dice.randint(0, 1), f"รายงานผลการดำเนินงาน ปีงบประมาณ {year + 1}")
        traps.append("two years")
    if dice.random() < 0.25 and isinstance(year, int):
        titles.append(dice.choice(HARMLESS).format(next=year + 1))
    return titles, plain, provisional


def _named(
    dice: random.Random,
    rows: list[tuple[object, ...]],
    year: int,
    traps: list[str],
) -> Sheet:
    name, file_name = dice.choice(("Sheet1", "คะแนน", f"ปี {year}", "แผ่น1")), "ITA"
    roll = dice.random()
    if roll < 0.05:
        name = dice.choice(("ทต.เขมราฐ", "โรงเรียนบ้านโคก", "ค่าเป้าหมาย", "ค่าเฉลี่ยจังหวัด"))
        traps.append("sheet name")
    elif roll < 0.1:
        file_name = dice.choice((f"ITA {year - 1}", "ผล ITA เทศบาลตำบลเขมราฐ", "ประมาณการ ITA"))
        traps.append("file name")
    return Sheet(name, tuple(map(tuple, rows)), file_name=file_name)


def _values(dice: random.Random, scores: dict[str, float], traps: list[str]) -> dict[str, float]:
    """Give the numbers that stand there: mostly the scores, now and then none that could be."""
    if dice.random() > 0.12:
        return scores
    trap = dice.choice(("counts", "scale", "weights", "fractions"))
    traps.append(trap)
    if trap == "counts":
        return {key: dice.randint(7, 90) for key in KEYS}
    if trap == "scale":
        return {key: round(dice.uniform(3, 5), 2) for key in KEYS}
    if trap == "weights":
        return dict(zip(KEYS, (8, 8, 7, 7, 10, 10, 10, 10, 15, 15), strict=True))
    at = dice.choice(KEYS)
    return scores | {at: round(scores[at] / 101, 4)}


def _label(dice: random.Random) -> Callable[[str], str]:
    return dice.choice(
        (
            lambda key: f"ตัวชี้วัดที่ {key}",
            lambda key: f"{key}. {NAMES[int(key) - 1]}",
            lambda key: NAMES[int(key) - 1],
        )
    )


def _report(dice: random.Random) -> Plausible:
    traps: list[str] = []
    year = dice.randint(2566, 2568)
    titles, plain, provisional = _titles(dice, year, traps)
    scores = _values(dice, _scores(dice), traps)
    label, heading, columns = _label(dice), dice.choice(("คะแนน", "คะแนนที่ได้", "ผลคะแนน")), []
    labels = {key: label(key) for key in KEYS}
    first = "ตัวชี้วัด"
    if dice.random() < 0.06:
        first, labels = dice.choice(("ข้อ", "ข้อที่")), {key: key for key in KEYS}
        traps.append("questions")
    if dice.random() < 0.1:
        heading = dice.choice(("ค่าเฉลี่ย", "ร้อยละของผู้ตอบ", "ค่าเป้าหมาย", "คะแนนสูงสุด"))
        traps.append("heading")
    if dice.random() < 0.15:
        columns.append((dice.choice(RIVALS), lambda: round(dice.uniform(60, 99), 2)))
        traps.append("rival")
    if dice.random() < 0.3:
        columns.append((dice.choice(BESIDE[:4]), lambda: dice.randint(5, 60)))
    rows: list[tuple[object, ...]] = [(title,) for title in titles]
    before = bool(columns) and dice.random() < 0.4
    extra = [name for name, _ in columns]
    rows.append((first, *extra, heading) if before else (first, heading, *extra))
    for key in KEYS:
        more = [make() for _, make in columns]
        rows.append(
            (labels[key], *more, scores[key]) if before else (labels[key], scores[key], *more)
        )
    sheet = _named(dice, rows, year, traps)
    truth = {("", year, key): value for key, value in scores.items()}
    if dice.random() < 0.08:
        draft = [*rows[:-1], (*rows[-1][:1], *(50.11 for _ in rows[-1][1:]))]
        hidden = Sheet(
            f"{sheet.name} (2)", tuple(map(tuple, draft)), hidden=True, file_name=sheet.file_name
        )
        traps.append("other sheet")
        return Plausible((sheet, hidden), truth, traps, plain, provisional)
    return Plausible((sheet,), truth, traps, plain, provisional)


def _years(dice: random.Random) -> Plausible:
    traps: list[str] = []
    titles, _, provisional = _titles(dice, "2566–2568", traps)
    years, label = (2566, 2567, 2568), _label(dice)
    group = ""
    if dice.random() < 0.2:
        group = dice.choice(("งบประมาณ", "จำนวนเรื่องร้องเรียน", "ค่าเป้าหมาย", "เบิกจ่ายแล้ว"))
        traps.append("group heading")
    by_year = {year: _scores(dice) for year in years}
    rows: list[tuple[object, ...]] = [(title,) for title in titles]
    if group:
        rows.append(("ตัวชี้วัด", group, group, group))
    rows.append((None if group else "ตัวชี้วัด", *(f"ปี {year}" for year in years)))
    rows += [(label(key), *(by_year[year][key] for year in years)) for key in KEYS]
    truth = {("", year, key): by_year[year][key] for year in years for key in KEYS}
    # The headings tell the years: it is plain where its titles name a body.
    return Plausible((_plainly(rows),), truth, traps, _names_body(titles), provisional)


def _names_body(titles: list[str]) -> bool:
    return any(body in title for title in titles for body in HOME)


def _agencies(dice: random.Random) -> Plausible:
    traps: list[str] = []
    year = dice.randint(2566, 2568)
    kind = dice.choice(PLAIN)
    if dice.random() < 0.2:
        kind = dice.choice(OTHER_KINDS)
        traps.append("kind words")
    rows: list[tuple[object, ...]] = [(f"{kind} จังหวัดอุบลราชธานี ประจำปีงบประมาณ พ.ศ. {year}",)]
    codes = ("IIT", "EIT", "OIT", "คะแนนรวม")
    rival = dice.random() < 0.2
    if rival:
        traps.append("rival")
    rows.append(("หน่วยงาน", *codes, *((dice.choice(RIVALS),) if rival else ())))
    truth = {}
    for name in ("อบต.ขามเปี้ย", "ทต.ตระการพืชผล", "อบต.กุศกร"):
        parts = [round(dice.uniform(60, 100), 2) for _ in range(3)]
        whole = round(0.3 * parts[0] + 0.3 * parts[1] + 0.4 * parts[2], 2)
        values = dict(zip(("IIT", "EIT", "OIT", "total"), (*parts, whole), strict=True))
        own = "" if "กุศกร" in name else name
        truth |= {(own, year, code): value for code, value in values.items()}
        more = (round(dice.uniform(60, 99), 2),) if rival else ()
        rows.append((name, *values.values(), *more))
    return Plausible((_plainly(rows),), truth, traps)


def _long(dice: random.Random) -> Plausible:
    traps: list[str] = []
    year = dice.randint(2566, 2568)
    titles, plain, provisional = _titles(dice, year, traps)
    scores = _values(dice, _scores(dice), traps)
    rows: list[tuple[object, ...]] = [(title,) for title in titles]
    rows.append(("ปีงบประมาณ", "ตัวชี้วัด", "คะแนน"))
    rows += [(year, f"ตัวชี้วัดที่ {key}", scores[key]) for key in KEYS]
    traps = [trap for trap in traps if trap != "two years"]
    truth = {("", year, key): value for key, value in scores.items()}
    return Plausible((_plainly(rows),), truth, traps, plain, provisional)


def _plainly(rows: list[tuple[object, ...]]) -> Sheet:
    return Sheet("Sheet1", tuple(map(tuple, rows)), file_name="ITA")  # type: ignore[arg-type]
