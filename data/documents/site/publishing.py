"""The whole site: files by name, the same bytes for the same store, day and version."""

import datetime as dt
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

import fontpkg_sarabun

from data.documents import building as documents
from data.documents.ground import Ground
from data.documents.site.open_data import data_files, open_data
from data.documents.site.pages import pages
from data.model.errors import NoSiteFolderError, NothingToPublishError
from data.model.files import put_in_place
from data.tables.tidy import tidy_tables
from data.words import dates
from data.words.files import documents as document_words
from data.words.files import site as words
from data.words.files.documents import Document
from queries import Reader
from queries.evidence import evidence
from queries.frames import records_of
from queries.measures import plan_years
from queries.rounds import rounds
from queries.scores import home_years
from queries.steps import steps

LISTING: Final = "sha256sums.txt"
"""Names every file with its hash, as `sha256sum -c` reads it: how a folder is known as a site."""
_STYLE: Final = Path(__file__).parent / "templates" / "site.css"
_FONTS: Final = Path(fontpkg_sarabun.ROOT)
_FONT_FILES: Final = ("Sarabun-Regular.ttf", "Sarabun-Bold.ttf")
_SUFFIXES: Final = tuple(words.FORMATS)


def newest_year(reader: Reader, as_of: dt.date) -> int:
    """Give the newest year with a plan or a score; without any the fiscal year of a day."""
    known = (*plan_years(reader)["year"], *home_years(reader)["year"])
    return int(max(known)) if known else as_of.year + dates.ERA


def site(reader: Reader, year: int, as_of: dt.date) -> dict[str, bytes]:
    """Give the files of the site of a year by their place in it.

    Raises:
        NothingToPublishError: there is neither a plan nor a score of the year.
    """
    ground = replace(documents.ground(reader, year, as_of), public=True, batches=())
    if ground.measures.empty and ground.book is None:
        raise NothingToPublishError(year)
    tables = open_data(tidy_tables(reader, as_of, every_agency=False), ground)
    written = dict(_documents(reader, ground))
    downloads = [
        {
            "path": path,
            "kind": kind,
            "name": name,
            "format": words.FORMATS[path[path.rindex(".") :]],
            "size": words.size(len(content)),
        }
        for (path, kind, name), content in written.items()
    ]
    ids = list(ground.measures["measure_id"])
    found = (steps(reader, as_of=as_of, measure_ids=ids), evidence(reader, ids))
    files = {
        **pages(ground, *found, downloads, tables),
        "site.css": _STYLE.read_bytes(),
        **{f"fonts/{name}": (_FONTS / "files" / name).read_bytes() for name in _FONT_FILES},
        "fonts/LICENSE.txt": (_FONTS / "LICENSE").read_bytes(),
        **{path: content for (path, _, _), content in written.items()},
        **data_files(tables, ground),
    }
    listing = "".join(
        f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in files.items()
    )
    return files | {LISTING: listing.encode()}


def require_place_of_site(folder: Path) -> None:
    """Refuse a folder that a site may not be written into, before the site is made.

    Raises:
        NoSiteFolderError: the folder holds something else, which would be mixed up with it.
        OSError: it cannot be read, or is no folder.
    """
    if folder.exists() and not (folder / LISTING).exists() and any(folder.iterdir()):
        raise NoSiteFolderError(folder.name)


def write_site(files: Mapping[str, bytes], folder: Path) -> None:
    """Write a site into a folder; of an older one there what the new one lacks is deleted.

    Raises:
        NoSiteFolderError: as `require_place_of_site`.
        OSError: it cannot be made or written.
    """
    require_place_of_site(folder)
    folder.mkdir(parents=True, exist_ok=True)
    listed = folder / LISTING
    former = _listed(listed.read_text("utf-8")) if listed.exists() else ()
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_name(f"{target.name}.part")
        unfinished.write_bytes(content)
        put_in_place(unfinished, target)
    for path in former:
        if path not in files and (folder / path).resolve().is_relative_to(folder.resolve()):
            (folder / path).unlink(missing_ok=True)


def _listed(listing: str) -> tuple[str, ...]:
    return tuple(line.partition("  ")[2] for line in listing.splitlines())


def _documents(reader: Reader, ground: Ground) -> Iterator[tuple[tuple[str, str, str], bytes]]:
    """Give each document under its path, kind and name; those of closed rounds stand last."""
    for document in Document:
        if documents.is_empty(document, planned=ground.planned, scored=ground.scored):
            continue
        kind = document.value
        name = document_words.TITLES[document]
        for suffix in (one for one in _SUFFIXES if one in documents.formats(document)):
            yield (
                (f"documents/{kind}-{ground.year}{suffix}", kind, name),
                documents.build(document, suffix, ground, thai_digits=False),
            )
    found = rounds(reader)
    for row in records_of(found[found["closed"] & (found["plan_year"] == ground.year)]):
        closed = replace(documents.closed_ground(reader, int(row["round_id"])), public=True)
        name = words.ROUND.format(name=row["name"], as_of=dates.thai_date(row["as_of"]))
        for suffix in _SUFFIXES:
            yield (
                (f"documents/round-{row['round_id']}{suffix}", Document.RESULT.value, name),
                documents.build(Document.RESULT, suffix, closed, thai_digits=False),
            )
