"""What may be kept as evidence, told from its content alone, and the small picture made of it."""

import io
import zipfile

import openpyxl
import pytest
from PIL import Image

from data.containers.child.attachments import examine
from data.containers.gate import limits
from data.containers.gate.reasons import RefusedError, Unreadability

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


def picture(kind="PNG", size=(800, 400)):
    target = io.BytesIO()
    Image.new("RGB", size, "navy").save(target, kind)
    return target.getvalue()


def workbook(*more):
    target = io.BytesIO()
    openpyxl.Workbook().save(target)
    with zipfile.ZipFile(target, "a") as archive:
        for name in more:
            archive.writestr(name, b"x")
    return target.getvalue()


def document(mimetype):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("mimetype", mimetype)
    return target.getvalue()


def named(*streams):
    return COMPOUND + b"\0" * 600 + b"".join(name.encode("utf-16-le") for name in streams)


@pytest.mark.parametrize(
    ("content", "suffix"),
    [
        (PDF, ".pdf"),
        (picture("PNG"), ".png"),
        (picture("JPEG"), ".jpg"),
        (workbook(), ".xlsx"),
        (document("application/vnd.oasis.opendocument.text"), ".odt"),
        (named("WordDocument"), ".doc"),
        (named("Workbook"), ".xls"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_is_what_its_content_says(content, suffix):
    assert examine(content).kind.suffix == suffix


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Unreadability.EMPTY),
        (PDF + b"0" * limits.FILE_BYTES, Unreadability.TOO_LARGE),
        (b"MZ\x90\0program", Unreadability.UNKNOWN_ATTACHMENT),
        (b"<html><script>1</script></html>", Unreadability.UNKNOWN_ATTACHMENT),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Unreadability.UNKNOWN_ATTACHMENT),
        (document("application/zip"), Unreadability.UNKNOWN_ATTACHMENT),
        (workbook("xl/vbaProject.bin"), Unreadability.MACROS),
        (named("WordDocument", "_VBA_PROJECT"), Unreadability.MACROS),
        (named("EncryptedPackage"), Unreadability.ENCRYPTED),
        (named("Whatever"), Unreadability.UNKNOWN_ATTACHMENT),
        (picture()[:60], Unreadability.DAMAGED),
        (picture(size=(9000, 6000)), Unreadability.TOO_LARGE),
    ],
    ids=lambda value: value.value if isinstance(value, Unreadability) else "",
)
def test_what_is_not_kept_is_refused_with_its_reason(content, reason):
    with pytest.raises(RefusedError) as refusal:
        examine(content)

    assert refusal.value.reason is reason


def test_a_picture_gets_a_small_png_and_nothing_else_does():
    with Image.open(io.BytesIO(examine(picture("JPEG")).thumbnail)) as small:
        assert (small.format, small.size) == ("PNG", (240, 120))
    assert examine(PDF).thumbnail == b""


@pytest.mark.child
def test_the_confined_process_answers_too():
    assert examine(picture()).kind.is_picture
    with pytest.raises(RefusedError):
        examine(b"MZ")
