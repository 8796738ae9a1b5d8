"""Streamlit's own words in Thai: it has no language but English.

The keys are pieces of its scripts, long enough to stand for nothing but the word on the screen.
"""

from typing import Final

FAULT: Final = (
    "เกิดข้อผิดพลาดของโปรแกรม หน้านี้จึงแสดงไม่ครบ ลองโหลดหน้าใหม่ "
    "ถ้ายังเป็นอยู่ โปรดแจ้งผู้ดูแลเครื่อง รายละเอียดอยู่ในบันทึกของโปรแกรม"
)
"""What stands in the place of a fault, of which a page shows nothing."""

SCRIPTS: Final = {
    # Files
    "label:l?`Upload directories`:`Upload`": "label:`เลือกไฟล์`",
    "`${T(t,D.Byte,0)} per file`": "`ไม่เกิน ${T(t,D.Byte,0).replace(`MB`,` เมกะไบต์`)}ต่อไฟล์`",
    "`Uploading...`": "`กำลังส่งไฟล์...`",
    # Choices
    "`Choose options`": "`เลือก`",
    "`Choose an option`": "`เลือก`",
    "label:`Add: ": "label:`เพิ่ม: ",
    "`Choose or add options`": "`เลือกหรือเพิ่ม`",
    "`Choose or add an option`": "`เลือกหรือเพิ่ม`",
    "`No options to select`": "`ไม่มีให้เลือก`",
    "children:`No results`": "children:`ไม่พบ`",
    "label:`Select all`": "label:`เลือกทั้งหมด`",
    "label:`Select ${p.length} matches`": "label:`เลือก ${p.length} รายการที่ตรง`",
    '"aria-label":`Clear all`': '"aria-label":`ล้างทั้งหมด`',
    '"aria-label":`Clear value`': '"aria-label":`ล้างค่า`',
    '"aria-label":`Open`': '"aria-label":`เปิด`',
    '"aria-label":`Close`': '"aria-label":`ปิด`',
    # Fields
    "a?`submit form`:`apply`": "a?`ส่ง`:`ใช้`",
    "`Press Enter to ${e}`": "`กด Enter เพื่อ${e}`",
    "+Enter to ${e}`": "+Enter เพื่อ${e}`",
    '"aria-label":`Increment`': '"aria-label":`เพิ่ม`',
    '"aria-label":`Decrement`': '"aria-label":`ลด`',
    ":`Help for ": ":`คำอธิบาย ",
    # Navigation and menu
    "`Skip to main content`": "`ข้ามไปเนื้อหา`",
    '"aria-label":`Collapse sidebar`': '"aria-label":`ซ่อนเมนู`',
    '"aria-label":`Expand sidebar`': '"aria-label":`แสดงเมนู`',
    '"aria-label":`App pages`': '"aria-label":`หน้าต่าง ๆ`',
    '"aria-label":`Main menu`': '"aria-label":`เมนูหลัก`',
    "label:`Print`": "label:`พิมพ์`",
    "label:`System`": "label:`ตามเครื่อง`",
    "label:`Light`": "label:`สว่าง`",
    "label:`Dark`": "label:`มืด`",
    "||`Record screen`": "||`บันทึกวิดีโอหน้าจอ`",
    "`Made with Streamlit v`": "`สร้างด้วย Streamlit รุ่น `",
    "title:e?`Stopping...`:`Stop`": "title:e?`กำลังหยุด...`:`หยุด`",
    '"aria-label":`Running...`': '"aria-label":`กำลังทำงาน`',
    "showError(`Page not found`": "showError(`ไม่พบหน้า`",
    "`You have requested page /${e}, but no corresponding file was found in the app's pages/ "
    "directory`": "`ไม่มีหน้า /${e}`",
    "`The page that you have requested does not seem to exist`": "`ไม่มีหน้าที่เปิด`",
    "`${t}. Running the app's main page.`": "`${t} จึงแสดงหน้าแรกแทน`",
    "`Copy to clipboard`": "`คัดลอก`",
    "`Copied`": "`คัดลอกแล้ว`",
    # Tables and charts
    "label:`Search`": "label:`ค้นหา`",
    "label:`Fullscreen`": "label:`เต็มจอ`",
    "label:`Close fullscreen`": "label:`ออกจากเต็มจอ`",
    "label:`Show/hide columns`": "label:`แสดงหรือซ่อนคอลัมน์`",
    ",`Sort ascending`": ",`เรียงจากน้อยไปมาก`",
    ",`Sort descending`": ",`เรียงจากมากไปน้อย`",
    ",`Autosize`": ",`กว้างพอดี`",
    ",`Pin column`": ",`ตรึงคอลัมน์`",
    ",`Hide column`": ",`ซ่อนคอลัมน์`",
}
