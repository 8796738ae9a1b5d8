"""Tables printed by Typst, with ruling lines or aligned by position alone."""

import json
from pathlib import Path

import fontpkg_sarabun
import typst

SARABUN = Path(fontpkg_sarabun.__file__).parent / "files"
TLWG = Path("/usr/share/fonts/truetype/tlwg")

_PAPER = """#set page(paper: "a4", margin: 1.5cm, {page})
#set text(font: "{font}", size: {size}pt, lang: "th")
#let parts = json(bytes(sys.inputs.parts))
#for part in parts [
  #pagebreak(weak: true)
  #for line in part.lines [ #line \\ ]
  #table(
    columns: part.widths.map(w => w * 1fr), inset: {inset}, stroke: {stroke},
    table.header(
      ..part.groups.map(g => table.cell(colspan: g.at(1), g.at(0))),
      ..part.headings.map(h => [#h]),
    ),
    ..part.rows.flatten().map(c => [#c]),
  )
]
"""


def printed(tables, *, font="Sarabun", ruled=True, page="", size=10):
    """The tables as a PDF, each on a page of its own; `page` are settings of the paper."""
    source = _PAPER.format(
        font=font,
        size=size,
        page=page or "flipped: true",
        inset="4pt" if ruled else "(x: 8pt, y: 5pt)",
        stroke="0.5pt" if ruled else "none",
    )
    parts = [
        {
            "lines": table.lines,
            "headings": table.headings,
            "rows": table.rows,
            "widths": table.shares,
            "groups": table.groups,
        }
        for table in tables
    ]
    return typst.compile(
        source.encode(),
        font_paths=[SARABUN, TLWG],
        ignore_system_fonts=True,
        sys_inputs={"parts": json.dumps(parts, ensure_ascii=False)},
    )
