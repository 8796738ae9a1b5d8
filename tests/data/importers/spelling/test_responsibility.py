"""Who is responsible."""

import pytest

from data.importers.spelling.responsibility import Responsibility, responsibility
from data.model.records import ALL_OTHERS

CLERK, TREASURY, WORKS = "สำนักปลัด", "กองคลัง", "กองช่าง"


@pytest.mark.parametrize(
    "text",
    [
        "สำนักปลัด กองงานอื่นที่ เกี่ยวข้อง",
        "สำนักปลัด และกองงาน ทุกกอง ภายในองค์กร",
        "สำนักปลัด และทุกกองที่ เกี่ยวข้อง",
        "สำนักปลัดและทุกส่วนราชการ",
        "สำนักงานปลัด อบต.กุศกร, หน่วยงานที่เกี่ยวข้อง",
        "สำนักปลัด กองคลัง และทุกกอง",
    ],
)
def test_a_lead_with_all_others(text):
    assert responsibility(text) == Responsibility((CLERK,), (ALL_OTHERS,), ())


@pytest.mark.parametrize(
    ("text", "lead", "support"),
    [
        ("กองคลัง", [TREASURY], []),
        ("สำ นักปลัด", [CLERK], []),
        ("สำนักปลัด กองคลัง กองช่าง", [CLERK], [TREASURY, WORKS]),
        ("สำนักปลัด, กองคลัง", [CLERK], [TREASURY]),
        ("สำนักปลัด\nกองคลัง", [CLERK], [TREASURY]),
        ("สำนักปลัด/กองคลัง", [CLERK, TREASURY], []),
        ("สำนักปลัด และกองคลัง", [CLERK, TREASURY], []),
        ("หน่วยงานหลัก: กองคลัง หน่วยงานสนับสนุน: สำนักปลัด", [TREASURY], [CLERK]),
        ("สำนักปลัด (หลัก) กองคลัง (สนับสนุน)", [CLERK], [TREASURY]),
        ("กองคลัง (สนับสนุน) / สำนักปลัด (เจ้าภาพหลัก)", [CLERK], [TREASURY]),
        ("สำนักปลัด (เจ้าภาพ) กองคลัง (เจ้าภาพร่วม)", [CLERK], [TREASURY]),
        ("สำนักปลัด: หลัก, กองคลัง: สนับสนุน", [CLERK], [TREASURY]),
        ("ผู้รับผิดชอบหลัก สำนักปลัด ผู้รับผิดชอบร่วม กองคลัง", [CLERK], [TREASURY]),
        ("สำนักปลัด ร่วมกับ กองคลัง", [CLERK], [TREASURY]),
        ("1. สำนักปลัด 2. กองคลัง", [CLERK], [TREASURY]),
        ("ผู้อำนวยการกองคลัง", [TREASURY], []),
        ("หัวหน้าสำนักปลัด", [CLERK], []),
        ("กองการศึกษาฯ", ["กองการศึกษา"], []),
        ("ทุกกอง/สำนัก", [], [ALL_OTHERS]),
        ("ทุกส่วนราชการ โดยมีสำนักปลัดเป็นหน่วยงานหลัก", [CLERK], [ALL_OTHERS]),
        ("กองการศึกษา ศาสนาและวัฒนธรรม", ["กองการศึกษา"], []),
        ("ทุกส่วนราชการ", [], [ALL_OTHERS]),
        ("", [], []),
    ],
)
def test_roles_of_the_divisions_named(text, lead, support):
    assert responsibility(text) == Responsibility(tuple(lead), tuple(support), ())


@pytest.mark.parametrize(
    ("text", "lead", "unknown"),
    [
        ("กองกิจการสภา กองทะเบียน", [], ["กองกิจการสภา", "กองทะเบียน"]),
        ("งานการเจ้าหน้าที่ สำนักปลัด", [CLERK], ["งานการเจ้าหน้าที่"]),
        ("สำนักปลัด (งานนิติการ)", [CLERK], ["งานนิติการ"]),
    ],
)
def test_a_name_nobody_knows_is_given_back(text, lead, unknown):
    assert responsibility(text) == Responsibility(tuple(lead), (), tuple(unknown))
