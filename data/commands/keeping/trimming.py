"""Wheels without what the app never opens: a kit is carried by hand.

What is left out: tests, headers for compilers, parts for notebooks, and word lists and models of
PyThaiNLP that nothing of ours asks for. No library is taken out, and every licence stays.
"""

import csv
import hashlib
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

LEFT_OUT: Final[Mapping[str, Sequence[str]]] = {
    "pandas": ("pandas/tests/*",),
    "plotly": ("plotly/labextension/*", "plotly-*.data/data/share/*"),
    "pyarrow": ("pyarrow/include/*", "pyarrow/tests/*"),
    "pydeck": ("pydeck/nbextension/static/*", "pydeck-*.data/data/share/*"),
    "pythainlp": (
        "pythainlp/corpus/deepcut.onnx",
        "pythainlp/corpus/sentenceseg_crfcut.model",
        "pythainlp/corpus/thai2rom_*.onnx",
        "pythainlp/corpus/wikipedia_titles_th.txt",
        "pythainlp/corpus/wordnet_th.db",
    ),
}
LEFT_OUT_FILE: Final = "left-out.txt"
_HASHES: Final = r"(?:\s+--hash=sha256:[0-9a-f]+(?: \\)?\n)+"


def trim_wheels(folder: Path, lock: str) -> str:
    """Trim the wheels of a folder, say there what they lack, and lock them by their new hashes."""
    for name, patterns in LEFT_OUT.items():
        for wheel in folder.glob(f"{name}-*.whl"):
            content = _trimmed(wheel, patterns)
            wheel.write_bytes(content)
            digest = hashlib.sha256(content).hexdigest()
            pinned = rf"({name}=={re.escape(wheel.name.split('-')[1])}[^\n]*\n){_HASHES}"
            lock = re.sub(pinned, rf"\g<1>    --hash=sha256:{digest}\n", lock)
    told = (f"{name}: {pattern}\n" for name, listed in LEFT_OUT.items() for pattern in listed)
    (folder / LEFT_OUT_FILE).write_text("".join(told), encoding="utf-8")
    return lock


def _trimmed(wheel: Path, patterns: Sequence[str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(wheel) as whole, zipfile.ZipFile(target, "w", compresslevel=9) as packed:
        for entry in whole.infolist():
            if _is_kept(entry.filename, patterns):
                content = whole.read(entry)
                if entry.filename.endswith(".dist-info/RECORD"):
                    content = _record(content, patterns)
                packed.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def _is_kept(name: str, patterns: Sequence[str]) -> bool:
    return not any(fnmatch(name, pattern) for pattern in patterns)


def _record(content: bytes, patterns: Sequence[str]) -> bytes:
    rows = csv.reader(io.StringIO(content.decode()))
    kept = io.StringIO()
    csv.writer(kept, lineterminator="\n").writerows(
        row for row in rows if _is_kept(row[0], patterns)
    )
    return kept.getvalue().encode()
