"""Sound files in rare or hostile wrappings: their scores must come out as they stand."""

from collections.abc import Callable

from data.model.records import Form
from tests.corpus.archives import (
    MAIN,
    RELATIONS,
    book,
    book_parts,
    number,
    row,
    sheet,
    text,
    zipped,
)
from tests.corpus.awkward_workbooks import odd_cell
from tests.corpus.markup import score_page, web_archive, xml_book, xml_row
from tests.corpus.tables import Awkward, Outcome
from tests.helpers.workbooks import LONG

BOTH = Outcome(Form.SCORES_LONG, (2, 2), {"2568 IIT": 80.5, "2568 EIT": 90.0})
SCORES = ((2568, "IIT", 80.5), (2568, "EIT", 90))
STRICT = "http://purl.oclc.org/ooxml"


def rows() -> str:
    headings = row(1, *(text(f"{c}1", t) for c, t in zip("ABC", LONG, strict=True)))
    first = row(2, number("A2", 2568), text("B2", "IIT"), number("C2", 80.5))
    return headings + first + row(3, number("A3", 2568), text("B3", "EIT"), number("C3", 90))


def merged(*references: str) -> bytes:
    cells = "".join(f'<mergeCell ref="{reference}"/>' for reference in references)
    return book(sheet(rows(), after=f"<mergeCells>{cells}</mergeCells>"))


def strict() -> bytes:
    names = {
        MAIN: f"{STRICT}/spreadsheetml/main",
        RELATIONS: f"{STRICT}/officeDocument/relationships",
    }
    parts = book_parts(sheet(rows()))
    for usual, other in names.items():
        parts = {name: str(part).replace(usual, other) for name, part in parts.items()}
    return zipped(dict(parts))


def xml_scores(encoding: str, codec: str) -> Callable[[], bytes]:
    declared = f'\n<?xml version="1.0" encoding="{encoding}"?>'
    written = xml_book(xml_row(*LONG), *(xml_row(*own) for own in SCORES), before=declared)
    return lambda: (written if codec != "utf-16" else written.lstrip()).encode(codec)


def of(build: Callable[[], bytes], outcome: Outcome = BOTH) -> Awkward:
    return Awkward(build, (outcome,))


CONTAINERS: dict[str, Awkward] = {
    "comment inside a score": odd_cell('<c r="C3"><v>8<!-- x -->0</v></c>', 80.0),
    "instruction inside a score": odd_cell('<c r="C3"><v>8<?x y?>0</v></c>', 80.0),
    "score in CDATA": odd_cell('<c r="C3"><v><![CDATA[80]]></v></c>', 80.0),
    "score in character references": odd_cell('<c r="C3"><v>&#56;0</v></c>', 80.0),
    "cell inside a comment": odd_cell(
        '<!-- <c r="C3" t="e"><v>#N/A</v></c> --><c r="C3"><v>80</v></c>', 80.0
    ),
    "formula whose end tag has a blank": odd_cell(
        '<c r="C3"><f>160/2</f ></c>', "formula-without-value"
    ),
    "formula with something else behind it": odd_cell(
        '<c r="C3"><f>160/2</f><extLst/></c>', "formula-without-value"
    ),
    "sheet merged fifty thousand times": of(lambda: merged(*["E1:XFD1048576"] * 50_000)),
    "ranges on top of each other": of(lambda: merged(*(f"D1:D{at}" for at in range(2, 100_000)))),
    "million hidden rows": of(
        lambda: book(
            sheet(rows() + "".join(f'<row r="{at}" hidden="1"/>' for at in range(9, 1_048_577)))
        )
    ),
    "sizes that the sheet does not have": of(
        lambda: book(sheet(rows(), before='<dimension ref="A1:XFD1048576"/>'))
    ),
    "workbook by the strict standard": of(strict),
    "zip with a line behind it": of(lambda: book(sheet(rows())) + b"\r\n"),
    "zip behind another zip": of(
        lambda: book(sheet(row(1, number("A1", 1)))) + book(sheet(rows()))
    ),
    "XML workbook": of(xml_scores("UTF-8", "utf-8")),
    "XML workbook in the encoding of Thai Windows": of(xml_scores("windows-874", "cp874")),
    "XML workbook in TIS-620": of(xml_scores("TIS-620", "cp874")),
    "XML workbook in UTF-16": of(xml_scores("UTF-16", "utf-16")),
    "XML workbook with a gap and a formula": of(
        lambda: xml_book(
            xml_row(*LONG),
            xml_row(2568, "IIT", 80.5, place=' ss:Index="4" ss:Hidden="1"'),
            xml_row(2568, "EIT", '<Cell ss:Formula="=45*2"/>'),
        ).encode(),
        Outcome(Form.SCORES_LONG, (2, 1), {"2568 IIT": 80.5}, ("formula-without-value C5",)),
    ),
    "page in a mail": of(lambda: web_archive(score_page(*SCORES).encode())),
    "page in a mail in the encoding of Thai Windows": of(
        lambda: web_archive(score_page(*SCORES).encode("cp874"), packing="base64")
    ),
    "page in a mail beside one without a table": of(
        lambda: web_archive(b"<html><frameset>", score_page(*SCORES).encode())
    ),
    "page whose spans are no numbers": of(
        lambda: score_page(*SCORES).replace("<td>", "<td rowspan='²' colspan='๙'>").encode()
    ),
}
