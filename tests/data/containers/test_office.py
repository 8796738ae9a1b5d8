"""Old Word files, rich text and OpenDocument texts: told by their content, opened apart."""

import subprocess
import time

import pytest

from data.containers.child import office
from data.containers.child.office import as_document
from data.containers.gate.reasons import RefusedError, Unreadability
from data.containers.gate.signatures import Container, container_of
from data.importers import read
from tests.conftest import INSTALLED_OFFICE
from tests.corpus.archives import zipped
from tests.corpus.records import compound
from tests.sheet_reading import recognised_sheets

TITLE = "ผลการประเมิน ITA ปีงบประมาณ 2568"
ROWS = (("ตัวชี้วัด", "คะแนน"), ("IIT", "80.5"), ("EIT", "90.25"))
SCORES = {"IIT": 80.5, "EIT": 90.25}
NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"'
    for short in ("office", "table", "text")
)


def rich_text(*rows, title=TITLE):
    """Give rich text with a title and a table."""
    cells = "".join(
        "\\trowd\\cellx3000\\cellx6000 "
        + "".join(f"\\intbl {escaped(text)}\\cell " for text in row)
        + "\\row\n"
        for row in rows
    )
    return f"{{\\rtf1\\ansi\n{escaped(title)}\\par\n{cells}\\pard ok\\par}}".encode()


def escaped(text):
    return "".join(one if one.isascii() else f"\\u{ord(one)}?" for one in text)


def body(kind):
    """Give the content of an OpenDocument: of a text with a title, or of a sheet."""
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{text}</text:p></table:table-cell>" for text in row)
        + "</table:table-row>"
        for row in (ROWS if kind == "text" else ((TITLE,), *ROWS))
    )
    above = f"<text:h>{TITLE}</text:h>" if kind == "text" else ""
    table = f'{above}<table:table table:name="ตาราง">{rows}</table:table>'
    return f"<office:body><office:{kind}>{table}</office:{kind}></office:body>"


def flat(kind):
    document = f"<office:document {NAMESPACES}>{body(kind)}</office:document>"
    return f'<?xml version="1.0"?>\n{document}'.encode()


def packed(kind):
    content = f"<office:document-content {NAMESPACES}>{body(kind)}</office:document-content>"
    return zipped(
        {"mimetype": f"application/vnd.oasis.opendocument.{kind}", "content.xml": content}
    )


def scores_of(content, name="คะแนน.xyz"):
    (sheet,) = recognised_sheets(name, content)
    scores = read(sheet).scores
    assert set(scores["year"]) == {2568}
    return dict(zip(scores["code"], scores["value"], strict=True))


@pytest.mark.parametrize("made", [flat, packed])
@pytest.mark.parametrize("kind", ["text", "spreadsheet"])
def test_an_open_document_is_read_by_its_content_with_the_lines_above_its_table(made, kind):
    assert scores_of(made(kind)) == SCORES


@pytest.mark.parametrize("content", [rich_text(*ROWS), compound(bytes(4096), name="WordDocument")])
def test_without_an_office_program_old_word_files_are_refused_with_what_to_do(content):
    assert container_of(content) is Container.OFFICE
    with pytest.raises(RefusedError) as refused:
        as_document(content)
    assert refused.value.reason is Unreadability.NEEDS_OFFICE


@pytest.mark.skipif(INSTALLED_OFFICE() is None, reason="there is no LibreOffice on this machine")
def test_rich_text_is_read_through_the_office_program(monkeypatch):
    # Only LibreOffice itself can show it: three seconds.
    monkeypatch.setattr(office, "office_program", INSTALLED_OFFICE)
    assert scores_of(rich_text(*ROWS)) == SCORES


@pytest.mark.skipif(subprocess.os.name == "nt", reason="a script stands for the program")
def test_an_office_program_that_does_not_end_is_ended_with_all_it_started(monkeypatch, tmp_path):
    program, mark = tmp_path / "office", tmp_path / "lived"
    program.write_text(f"#!/bin/sh\n(sleep 0.8; touch {mark}) &\nsleep 60\n")
    program.chmod(0o700)
    monkeypatch.setattr(office, "office_program", lambda: str(program))
    monkeypatch.setattr(office, "_WALL_SECONDS", 0.2)
    with pytest.raises(RefusedError) as refused:
        as_document(rich_text(*ROWS))
    assert refused.value.reason is Unreadability.TIME_LIMIT
    time.sleep(1)
    assert not mark.exists()


@pytest.mark.skipif(subprocess.os.name == "nt", reason="a script stands for the program")
def test_an_office_program_gets_a_home_and_a_profile_of_its_own_and_no_macros(
    monkeypatch, tmp_path
):
    program, told = tmp_path / "office", tmp_path / "told"
    settings = "$HOME/profile/user/registrymodifications.xcu"
    program.write_text(f'#!/bin/sh\n(echo "$@"; env; cat {settings}) > {told}\n')
    program.chmod(0o700)
    monkeypatch.setattr(office, "office_program", lambda: str(program))
    monkeypatch.setenv("SECRET", "hidden")
    with pytest.raises(RefusedError) as refused:
        as_document(rich_text(*ROWS))
    assert refused.value.reason is Unreadability.DAMAGED
    said = told.read_text()
    assert "UserInstallation" in said
    assert "DisableMacrosExecution" in said
    assert "hidden" not in said
