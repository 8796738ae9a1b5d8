"""PDFs that lie, never end, or would run something; and those that hold only pictures."""

import io
import zlib
from collections.abc import Callable

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from data.importers.sheets.opening import Unreadability as Because

Refused = dict[str, tuple[Because, Callable[[], bytes]]]


def pdf(*objects: bytes, xref: bytes | None = None, size: int | None = None) -> bytes:
    """A PDF of these objects, numbered from 1; the first is the catalogue."""
    written, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(written)
    if xref is None:
        entries = b"".join(b"%010d 00000 n \n" % place for place in places)
        xref = b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, entries)
    trailer = b"trailer\n<</Root 1 0 R/Size %d>>\n" % (size or len(objects) + 1)
    return written + xref + trailer + b"startxref\n%d\n%%%%EOF" % start


def stream(content: bytes, entries: bytes = b"") -> bytes:
    return stream_of(zlib.compress(content), entries)


def bomb(megabytes: int) -> bytes:
    """Blanks, packed: the same megabyte again and again."""
    packer = zlib.compressobj()
    head = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    block = packer.compress(b" " * (1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    return head + block * megabytes + packer.flush()


def stream_of(packed: bytes, entries: bytes = b"") -> bytes:
    return b"<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (
        entries,
        len(packed),
        packed,
    )


def one_page(content: bytes, more: bytes = b"", *others: bytes, catalogue: bytes = b"") -> bytes:
    """A page that draws this; `more` are entries of the page, `others` objects from 5 on."""
    return page_of(stream(content), more, *others, catalogue=catalogue)


def page_of(drawn: bytes, more: bytes = b"", *others: bytes, catalogue: bytes = b"") -> bytes:
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R%s>>" % catalogue,
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R%s>>" % more,
        drawn,
        *others,
    )


def pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % number for number in range(3, count + 3))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]>>"
    tree = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", tree, *[page] * count)


def deep_tree(levels: int) -> bytes:
    nodes = [b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (at + 3) for at in range(levels)]
    page = b"<</Type/Page/MediaBox[0 0 600 800]>>"
    return pdf(b"<</Type/Catalog/Pages 2 0 R>>", *nodes, page)


def scan() -> bytes:
    """A page that is a picture and nothing else."""
    picture = stream(
        bytes(1000),
        b"/Type/XObject/Subtype/Image/Width 100/Height 80/BitsPerComponent 1/ColorSpace/DeviceGray",
    )
    return one_page(b"600 0 0 800 0 0 cm /I Do", b"/Resources<</XObject<</I 5 0 R>>>>", picture)


def huge_picture() -> bytes:
    picture = stream(
        bytes(1 << 20),
        b"/Type/XObject/Subtype/Image/Width 90000/Height 90000/BitsPerComponent 8"
        b"/ColorSpace/DeviceRGB",
    )
    return one_page(b"600 0 0 800 0 0 cm /I Do", b"/Resources<</XObject<</I 5 0 R>>>>", picture)


def form_in_itself() -> bytes:
    form = stream(
        b"0 0 m 9 9 l S /F Do",
        b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 5 0 R>>>>",
    )
    return one_page(b"/F Do", b"/Resources<</XObject<</F 5 0 R>>>>", form)


def printed_score(password: str) -> bytes:
    """A ruled table of one score under a password, or under none."""
    written = io.BytesIO()
    lock = StandardEncryption(password, strength=128) if password else None
    canvas = Canvas(written, encrypt=lock)
    canvas.grid([100, 200, 300], [700, 680, 660, 640])
    for at, texts in enumerate((("Year", "2568"), ("IIT", "85.21"))):
        for x, text in zip((105, 205), texts, strict=True):
            canvas.drawString(x, 685 - 20 * at, text)
    canvas.save()
    return written.getvalue()


def letters_without_meaning() -> bytes:
    """Text in a font that says of its glyphs neither name nor letter."""
    font = b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]>>"
    inner = (
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/X/FontDescriptor 7 0 R"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>"
    )
    described = b"<</Type/FontDescriptor/FontName/X/Flags 4/FontBBox[0 0 9 9]/ItalicAngle 0>>"
    text = b"BT /F 12 Tf 50 700 Td <%s> Tj ET" % b"0F3A0F3B0F3C0F3D" * 40
    return one_page(text, b"/Resources<</Font<</F 5 0 R>>>>", font, inner, described)


PRINTS: Refused = {
    "PDF of nothing": (Because.DAMAGED, lambda: b"%PDF-1.7\n%%EOF"),
    "PDF without pages": (Because.NOT_A_TABLE, lambda: pdf(b"<</Type/Catalog>>")),
    "PDF of an empty page": (Because.NOT_A_TABLE, lambda: one_page(b"")),
    "PDF of 10,000 pages": (Because.TOO_MANY_PAGES, lambda: pages(10_000)),
    "PDF of a page that is its own parent": (
        Because.DAMAGED,
        lambda: pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 1>>"),
    ),
    "PDF with a tree of 5,000 levels": (Because.DAMAGED, lambda: deep_tree(5_000)),
    "PDF that claims two thousand million pages": (
        Because.NOT_A_TABLE,
        lambda: pdf(
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 2000000000>>",
            b"<</Type/Page/Parent 2 0 R>>",
        ),
    ),
    "PDF whose table of objects lies": (
        Because.NOT_A_TABLE,
        lambda: pdf(
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
            xref=b"xref\n0 900000000\n0000000000 65535 f \n",
            size=900_000_000,
        ),
    ),
    "PDF that runs a script": (
        Because.NOT_A_TABLE,
        lambda: one_page(
            b"", catalogue=b"/OpenAction<</S/JavaScript/JS(while\\(true\\){app.alert\\(1\\)})>>"
        ),
    ),
    "PDF that starts a program": (
        Because.NOT_A_TABLE,
        lambda: one_page(b"", catalogue=b"/OpenAction<</S/Launch/F(calc.exe)>>"),
    ),
    "PDF that opens an address": (
        Because.NOT_A_TABLE,
        lambda: one_page(b"", b"/AA<</O<</S/URI/URI(http://127.0.0.1:9/)>>>>"),
    ),
    "PDF of a scan": (Because.SCANNED, scan),
    "PDF of a picture of 24 GB": (Because.SCANNED, huge_picture),
    "PDF of a form that draws itself": (Because.NOT_A_TABLE, form_in_itself),
    "PDF of 60,000 lines": (Because.TOO_MANY_CELLS, lambda: one_page(b"0 0 m 9 9 l S\n" * 60_000)),
    "PDF of one path of 300,000 lines": (
        Because.TOO_MANY_CELLS,
        lambda: one_page(b"0 0 m " + b"9 9 l 0 0 l " * 150_000 + b"S"),
    ),
    "PDF that unpacks to 1 GB": (
        Because.READER_DIED,
        lambda: page_of(stream_of(bomb(1024))),
    ),
    "PDF under a password": (Because.ENCRYPTED, lambda: printed_score("ลับ")),
    "PDF of letters without meaning": (Because.UNKNOWN_LETTERS, letters_without_meaning),
}
