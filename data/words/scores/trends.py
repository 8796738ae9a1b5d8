"""Words of the trends page."""

from typing import Final

from data.words.marks import sign

TOTAL: Final = "คะแนนรวม"
PANELS: Final = "สิบตัวชี้วัด"
ITEMS: Final = "คะแนนรายข้อ"
ITEMS_NOTE: Final = "รหัสข้อเดียวกันคนละปีเป็นคนละคำถาม จึงไม่ลากเส้นต่อกัน ชื่อข้อที่ว่างคือยังไม่ทราบ เติมได้ในหน้าตั้งค่า"
ITEM_YEAR: Final = "ปีของข้อคำถาม"
ITEM_TREND: Final = "ข้อนี้ในปีอื่น"
NO_ITEMS: Final = "ยังไม่มีคะแนนรายข้อในปีที่เลือก"
HEATMAP: Final = "ตาราง 10 ตัวชี้วัด"
MULTIPLES: Final = "เส้นแนวโน้ม"
DOTS: Final = "ห่างจากเป้าเท่าไร"
NAME: Final = "แนวโน้มตัวชี้วัด"
ITEM_NAME: Final = "คะแนนรายข้อ"
UNKNOWN_NAME: Final = "ยังไม่ทราบชื่อข้อ"
NATIONAL_SOURCE: Final = "ค่าเฉลี่ยประเทศ: ตามแฟ้มกรอบการประเมิน (มีเฉพาะค่าที่ทราบ)"
BREAK: Final = f"{sign('b')} {{from_year}}→{{to_year}}: {{reason}}"
BREAKS: Final = "จุดที่เทียบไม่ได้"
INCOMPLETE: Final = "ปี {year} มีคะแนน {known} จาก {expected} ตัวชี้วัด"
TOTALS: Final = "คะแนนรวมและเครื่องมือ"
