"""Whole imports, read + checked + stored, against pandas that only reads the same file.

Run by hand: python -m tests.benchmarks.bench_imports [--agencies 8317] [--rounds 7]
It prints medians of processor seconds, those of the process that reads a workbook among them; only
ratios within one run mean anything. Memory is that of a first import: what this process, which
holds the file, needs on top, and what the process that reads a workbook needs.
"""

import argparse
import gc
import io
import itertools
import os
import random
import statistics
import sys
import tempfile
import threading
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pandas as pd
import psutil
import xlsxwriter

from data.database import Source, open_database, save
from data.importers import read, read_sheets, recognise
from data.model.access import planner_here

YEARS = (2567, 2568, 2569)
INDICATORS = [f"ตัวชี้วัดที่ {number}" for number in range(1, 11)]
INSTRUMENTS = ["IIT", "EIT", "OIT"]
ITEMS = [
    *(f"o{number}" for number in range(1, 27)),
    *(f"i{number}" for number in range(1, 9)),
    *(f"e{number}" for number in range(1, 5)),
]
CODES = ["รวม", *INSTRUMENTS, *INDICATORS, *ITEMS]
PARTS = ("read_sheets", "recognise", "read", "source", "save")
DISTRICT = 30
MEGABYTE = 1024 * 1024


def processor():
    """Give the processor seconds of this process and of the children that have ended."""
    return sum(os.times()[:4])


@dataclass
class File:
    """A file, how pandas reads it, the seconds of each part, and megabytes on top at the peak."""

    name: str
    content: bytes
    read_only: Callable[[io.BytesIO], pd.DataFrame]
    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    server: float = 0.0
    child: float = 0.0

    def median(self, *parts):
        """Give the median of rounds, of several parts together."""
        rounds = zip(*(self.seconds[part] for part in parts), strict=True)
        return statistics.median(map(sum, rounds))

    @contextmanager
    def timed(self, part):
        gc.collect()
        begin = processor()
        yield
        self.seconds[part].append(processor() - begin)

    @contextmanager
    def watched(self):
        """Watch the memory of this process and of the children it gets."""
        own, done = psutil.Process(), threading.Event()
        before, others = own.memory_info().rss, own.children()

        def watch():
            while not done.wait(0.02):
                new = [child for child in own.children() if child not in others]
                children = sum(child.memory_info().rss for child in new if child.is_running())
                self.child = max(self.child, children / MEGABYTE)
                self.server = max(self.server, (own.memory_info().rss - before) / MEGABYTE)

        watcher = threading.Thread(target=watch)
        watcher.start()
        yield
        done.set()
        watcher.join()


def wholes(count, seed=2569):
    """Give total, instruments and indicators that add up, so that nothing is found in them."""
    generator = np.random.default_rng(seed)
    indicators = generator.uniform(85, 100, (count, 10)).round(2)
    parts = (indicators[:, :5], indicators[:, 5:8], indicators[:, 8:])
    instruments = np.column_stack([part.mean(axis=1) for part in parts]).round(2)
    total = (instruments * [0.3, 0.3, 0.4]).sum(axis=1).round(2)
    return np.column_stack([total, instruments, indicators])


def named(number):
    return f"องค์การบริหารส่วนตำบลบ้านที่{number}", f"อำเภอ{number % 900}", f"จังหวัด{number % 77}"


def long_csv(agencies, step=1, seed=2569):
    """Write one row a score: year, agency, district, province, code, score."""
    generator = random.Random(seed)  # noqa: S311  invented scores
    lines = ["ปี,หน่วยงาน,อำเภอ,จังหวัด,ตัวชี้วัด,คะแนน"]
    numbers = range(0, agencies * step, step)
    scores = wholes(agencies * len(YEARS), seed).tolist()
    for (number, year), own in zip(itertools.product(numbers, YEARS), scores, strict=True):
        begin = f"{year},{','.join(named(number))}"
        own += [round(generator.uniform(1, 100), 2) for _ in ITEMS]
        lines += [f"{begin},{code},{score}" for code, score in zip(CODES, own, strict=True)]
    return "\n".join(lines).encode("utf-8-sig")


def national_xlsx(rows):
    """Write one row an agency: name, district, province, year, ten indicators, IIT … level."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    sheet = book.add_worksheet("คะแนน")
    headings = ["หน่วยงาน", "อำเภอ", "จังหวัด", "ปี", *INDICATORS, *INSTRUMENTS, "รวม", "ระดับ"]
    sheet.write_row(0, 0, headings)
    for number, own in enumerate(wholes(rows).tolist()):
        total, instruments, indicators = own[0], own[1:4], own[4:]
        level = "ผ่านดีเยี่ยม" if min(total, *instruments) >= 95 else "ผ่านดี"
        shown = [*named(number), 2568, *indicators, *instruments, total, level]
        sheet.write_row(number + 1, 0, shown)
    book.close()
    return target.getvalue()


@contextmanager
def new_store():
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(Path(folder) / "ita.duckdb").acting_as(planner_here("bench"))
        yield database
        database.close()


def read_excel(content):
    return pd.read_excel(content, engine="openpyxl")


def imported(database, file):
    """Import a file of one sheet; everything in it must reach the store."""
    with file.timed("read_sheets"):
        (sheet,) = read_sheets(file.name, file.content)
    with file.timed("recognise"):
        recognised = recognise(sheet)
    with file.timed("read"):
        found = read(recognised)
    del sheet, recognised
    with file.timed("source"):
        source = Source(file.name, file.content, "bench")
    with file.timed("save"):
        batch = save(database, found, source)
    if batch.added + batch.changed + batch.unchanged != len(found.scores):
        raise AssertionError(batch)


def watch(file):
    """Import once, untimed, while memory is watched."""
    with new_store() as database, file.watched():
        imported(database, file)
    file.seconds.clear()


def compare(file, rounds):
    """Time imports into new stores and pandas in turns."""
    for _ in range(rounds):
        with new_store() as database:
            imported(database, file)
        with file.timed("pandas"):
            file.read_only(io.BytesIO(file.content))


def districts(database, nation, rounds):
    """Time files of agencies from all over the nation, with new values, into a store as it is."""
    found = File("district.csv", b"", pd.read_csv)
    for turn in range(rounds + 1):
        found.content = long_csv(DISTRICT, nation // DISTRICT, turn)
        imported(database, found)
    return found


def made_apart(make, count):
    """Make a file in a process of its own, whose memory does not count here."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(make, count).result()


def say(line):
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def row(file, what):
    ours, pandas = file.median(*PARTS), file.median("pandas")
    parts = " + ".join(f"{file.median(part):.2f}" for part in PARTS)
    memory = f"{file.server:.0f} MB | {file.child:.0f} MB"
    return (
        f"| {what} | {parts} = {ours:.2f} s | {pandas:.2f} s | {ours / pandas:.2f} x | {memory} |"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--agencies", type=int, default=8317, help="of three years in the CSV")
    parser.add_argument("--rows", type=int, default=25_000, help="of the workbook")
    parser.add_argument("--rounds", type=int, default=7)
    typed = parser.parse_args()
    book = File("nation.xlsx", made_apart(national_xlsx, typed.rows), read_excel)
    text = File("long.csv", made_apart(long_csv, typed.agencies), pd.read_csv)
    watch(book)
    watch(text)
    compare(book, typed.rounds)
    compare(text, typed.rounds)
    scores, size = text.content.count(b"\n"), len(text.content) // MEGABYTE
    say(f"| file | {' + '.join(PARTS)} | pandas | ratio | server | child |")
    say("| --- | --- | --- | --- | --- | --- |")
    say(row(book, f"xlsx of {typed.rows:,} x 19"))
    say(row(text, f"CSV of {scores:,} scores, {size} MB"))
    say_districts(text, typed.agencies, typed.rounds)


def say_districts(text, nation, rounds):
    """Tell what a small file costs in an empty store and in one that holds a nation."""
    with new_store() as database:
        alone = districts(database, nation, rounds)
    with new_store() as database:
        imported(database, text)
        beside = districts(database, nation, rounds)
    say(f"\n| CSV of {DISTRICT} agencies | empty store | beside a nation | ratio |")
    say("| --- | --- | --- | --- |")
    for part in PARTS:
        few, many = 1000 * alone.median(part), 1000 * beside.median(part)
        say(f"| {part} | {few:.0f} ms | {many:.0f} ms | {many / max(few, 1):.2f} x |")


if __name__ == "__main__":
    main()
