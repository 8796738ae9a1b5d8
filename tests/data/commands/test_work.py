"""Comments and evidence on the command line, and the steps a measure answers with."""

import pytest

from tests.data.containers.test_attachments import PDF

ID = "2569-04-i11"


@pytest.mark.usefixtures("sample_store")
def test_comments_are_added_and_listed(run):
    code, added = run("comment", "add", ID, "--text", "ขอข้อมูลเพิ่ม", "--by", "ปลัด")

    assert (code, added) == (0, {"comment_id": 1, "measure_id": ID})
    _, listed = run("comment", "list", "--measure", ID)
    assert [(one["text"], one["commented_by"]) for one in listed] == [("ขอข้อมูลเพิ่ม", "ปลัด")]


@pytest.mark.usefixtures("sample_store")
def test_files_and_links_become_evidence_and_are_listed(run, tmp_path):
    file = tmp_path / "ประกาศ.pdf"
    file.write_bytes(PDF)

    code, added = run(
        *("evidence", "add", ID, "--file", file, "--proves", "ประกาศแล้ว"),
        *("--step", f"{ID}/2", "--item", "o1"),
    )
    refused, _ = run("evidence", "add", ID, "--link", "javascript:1", "--proves", "x")

    assert (code, added["evidence_id"], refused) == (0, 1, 2)
    _, listed = run("evidence", "list")
    assert [(one["name"], one["step_id"], one["item"]) for one in listed] == [
        ("ประกาศ.pdf", f"{ID}/2", "o1")
    ]


def test_a_measure_answers_with_its_steps(ask):
    _, rows = ask("measures", "--year", "2569", "--as-of", "2026-03-01")

    assert [len(row["steps"]) for row in rows] == [3, 3, 2, 4, 1, 3, 10, 3, 4, 3, 3, 4]
    first = rows[5]["steps"][0]
    assert (first["step_id"], first["number"], first["division"], first["due"], first["state"]) == (
        f"{ID}/1",
        1,
        "กองคลัง",
        "2026-01-30",
        "not-reported",
    )


@pytest.mark.usefixtures("sample_store")
def test_a_round_is_played_through_and_its_result_set(run, tmp_path):
    day = "2026-03-31"
    _, made = run("round", "open", "--year", "2569", "--name", "รอบ 6 เดือน", *dated(day, day))
    assert run("round", "send", 1, "--division", "กองคลัง")[1]["state"] == "sent"
    run("round", "return", 1, "--division", "กองคลัง", "--comment", "ขอหลักฐาน")
    code, closed = run("round", "close", 1)
    target = tmp_path / "ผล.docx"

    assert (made, code, len(closed["sha256"])) == ({"round_id": 1}, 0, 64)
    assert run("report", "result", "--round", 1, "--out", target)[0] == 0
    assert run("report", "plan", "--round", 1, "--out", target)[0] == 2
    (row,) = run("round", "list")[1]
    assert (row["closed"], row["as_of"]) == (True, day)


def dated(as_of, deadline):
    return "--as-of", as_of, "--deadline", deadline


def test_reminders_are_written_for_one_division_or_all(ask, tmp_path):
    for name, options in {"x.ics": ("--division", "กองคลัง"), "x.zip": ()}.items():
        assert ask("reminders", *options, "--out", tmp_path / name)[0] == 0

    assert (tmp_path / "x.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert ask("reminders", "--out", tmp_path / "x.ics")[0] == 2
