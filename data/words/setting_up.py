"""Words of the first start and of the settings of an agency."""

from typing import Final

from data.framework import SignatoryRole

INTRODUCTION: Final = (
    "บอกว่าเป็นแดชบอร์ดของหน่วยงานใด ใช้เวลาไม่ถึงสองนาที ตัวอย่างแยกอยู่คนละแฟ้ม ไม่ปนกับข้อมูลของท่าน "
    "แก้ภายหลังได้ทุกข้อ"
)
EXAMPLE_AGENCY: Final = (
    "หน่วยงานของท่านคือ อบต.กุศกร อ.ตระการพืชผล จ.อุบลราชธานี ใช่หรือไม่ มีแผนปี 2569 ของจริงพร้อมแล้ว"
)
USE_EXAMPLE_AGENCY: Final = "ใช่ ใช้ อบต.กุศกร พร้อมแผนปี 2569"
FILE: Final = "มีไฟล์คะแนนหรือแผนที่ระบุชื่อหน่วยงานอยู่แล้ว เลือกไฟล์ให้ระบบอ่านชื่อ (ไม่บังคับ)"
FILE_NAMES: Final = "ไฟล์นี้เป็นของ {agency} กรอกให้ด้านล่างแล้ว โปรดตรวจ"
FILE_NAMES_NONE: Final = "ไฟล์นี้ไม่ได้ระบุหน่วยงานเดียวไว้ชัดเจน โปรดกรอกเอง"
KIND: Final = "ประเภทหน่วยงาน"
NAME: Final = "ชื่อ (ไม่ต้องใส่คำนำหน้าประเภท)"
PROVINCE: Final = "จังหวัด"
DISTRICT: Final = "อำเภอ"
CHOOSE: Final = "เลือก"
DIVISIONS: Final = "ส่วนราชการ (บรรทัดละหนึ่งชื่อ เรียงตามลำดับที่ต้องการ)"
DIVISIONS_HELP: Final = (
    "เสนอตามประเภทหน่วยงาน โปรดแก้ให้ตรงกับโครงสร้างจริง ชื่ออื่นของส่วนราชการ ใส่หลังเครื่องหมาย = "
    "เช่น กองคลัง = ส่วนการคลัง, งานคลัง"
)
AGENCY: Final = "หน่วยงาน"
TARGETS: Final = "เป้าหมาย"
TARGET_YEAR: Final = "ปี"
TARGET: Final = "เป้าหมายของปี"
STEADY_BAND: Final = "เปลี่ยนไม่เกินกี่คะแนนจึงถือว่าทรงตัว"
AS_YEAR: Final = "ตามปี ({target:f})"
TARGETS_HELP: Final = (
    "ใช้กับทุกหน้า ทุกแผนภูมิ และเอกสาร ตัวชี้วัดที่เว้นว่างใช้เป้าหมายของปี "
    "ปีที่แก้จะเป็นของหน่วยงาน กรอบของปีนั้นในรุ่นใหม่ของโปรแกรมจะไม่แทนที่"
)
ITEMS: Final = "ข้อคำถาม"
ITEMS_HELP: Final = (
    "ชื่อข้อและตัวชี้วัดที่ข้อนั้นอยู่ ใช้กับทุกหน้าและเอกสาร เพิ่มข้อที่ยังไม่มีได้ในแถวสุดท้าย ปีที่แก้จะเป็นของหน่วยงาน"
)
ITEM_NAME: Final = "ถามหรือตรวจเรื่องใด"
SAVE_ITEMS: Final = "บันทึกข้อคำถาม"
DAYS: Final = "กำหนดเวลา"
DAYS_HELP: Final = "ใช้กับทุกหน้า เอกสาร และคำสั่ง นับเป็นวันปฏิทิน"
LATE_DAYS: Final = "นับว่าเลยกำหนด เมื่อพ้นวันสิ้นสุดเกินกี่วัน"
DUE_SOON_DAYS: Final = "นับว่าใกล้กำหนด เมื่อเหลือไม่เกินกี่วัน"
SILENT_DAYS: Final = "นับว่าขาดรายงาน เมื่อไม่มีรายงานเกินกี่วัน"
SIGNATORIES: Final = "ผู้ลงนาม"
SIGNATORIES_HELP: Final = (
    "พิมพ์ท้ายแผน รายงานผล (Word, Excel, PDF) และรายงานประจำปี ตามลำดับ ช่องชื่อที่เว้นว่างไม่พิมพ์"
)
SIGNATORY: Final = {
    SignatoryRole.PREPARED: "ผู้จัดทำ",
    SignatoryRole.CHECKED: "ผู้ตรวจสอบ",
    SignatoryRole.APPROVED: "ผู้อนุมัติ",
}
SIGNATORY_NAME: Final = "{role}: ชื่อ–สกุล"
SIGNATORY_TITLE: Final = "ตำแหน่ง"
LOGO: Final = "ตรา"
LOGO_HELP: Final = "ภาพ PNG หรือ JPEG ไม่เกิน 1 MB แสดงข้างชื่อหน่วยงานทุกหน้า และในสรุปหน้าเดียวกับรายงานประจำปี"
LOGO_FILE: Final = "เลือกภาพตรา"
PEOPLE: Final = "ผู้ใช้และสิทธิ์"
PEOPLE_HELP: Final = (
    "ผู้ที่ลงชื่อเข้าใช้ได้ อีเมลที่ไม่อยู่ในรายชื่อไม่เห็นข้อมูลใด ๆ การแก้มีผลทันทีกับผู้ที่เปิดอยู่ บันทึกครั้งแรกในหน้านี้แล้ว "
    "รายชื่ออยู่ในฐานข้อมูล ไม่อ่านจากแฟ้มอีก"
)
PEOPLE_WITHOUT_SIGN_IN: Final = (
    "ยังไม่ได้ตั้งค่าการลงชื่อเข้าใช้ รายชื่อนี้จะมีผลเมื่อตั้งค่าแล้ว ระหว่างนี้ผู้วางแผนคือเบราว์เซอร์ที่เปิดด้วยลิงก์ของผู้วางแผน"
)
PERSON: Final = "เพิ่มหรือแก้"
ADD_PERSON: Final = "เพิ่มคนใหม่"
EMAIL: Final = "อีเมล"
PERSON_NAME: Final = "ชื่อ"
ROLE: Final = "บทบาท"
PERSON_DIVISIONS: Final = "ส่วนราชการ"
EMAIL_MISSING: Final = "โปรดใส่อีเมลให้ครบ"
EMAIL_TWICE: Final = "มีอีเมลนี้อยู่แล้ว"
PERSON_DIVISIONS_MISSING: Final = "โปรดเลือกส่วนราชการอย่างน้อยหนึ่งแห่ง"
SAVE_PERSON: Final = "บันทึกคนนี้"
REMOVE_PERSON: Final = "นำออกจากรายชื่อ"
SAVE_DAYS: Final = "บันทึกกำหนดเวลา"
SAVE_SIGNATORIES: Final = "บันทึกผู้ลงนาม"
SAVE_LOGO: Final = "ใช้ภาพนี้"
REMOVE_LOGO: Final = "เลิกใช้ตรา"
SAVE: Final = "บันทึกหน่วยงาน"
SAVE_TARGETS: Final = "บันทึกเป้าหมาย"
CHANGED: Final = "บันทึกเป็นชุดที่ {batch_id} แล้ว ยกเลิกได้ในหน้าประวัติการนำเข้า"
NOTHING_CHANGED: Final = "ไม่มีอะไรเปลี่ยน"
START: Final = "เริ่มใช้จริง"
NAME_MISSING: Final = "โปรดใส่ชื่อหน่วยงาน"
DIVISIONS_MISSING: Final = "โปรดใส่ส่วนราชการอย่างน้อยหนึ่งชื่อ"
STARTED: Final = "ตั้งค่าเป็น {agency} แล้ว ต่อไปนำเข้าไฟล์แรก"
