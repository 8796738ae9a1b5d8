"""The ruling lines of a page, whatever drew them: strokes, borders or narrow filled bars."""

from collections.abc import Iterator
from ctypes import byref, c_float, c_int
from typing import Final, NamedTuple

import pypdfium2.raw as pdfium

from data.containers.formats.pdf.turning import Turn
from data.containers.gate import limits
from data.containers.gate.reasons import RefusedError, Unreadability

_THIN: Final = 3.0
_SHORTEST: Final = 4.0
_DEEPEST: Final = 8
_NEAR: Final = 2.5
"""Lines no further apart than this, in points, are one line."""
Point = tuple[float, float]


class Ruling(NamedTuple):
    """A line at `at`, from `start` to `end`: at is x of an upright one and y of a level one."""

    at: float
    start: float
    end: float


class Rulings(NamedTuple):
    """The lines of a page by direction."""

    level: list[Ruling]
    upright: list[Ruling]


class Matrix(NamedTuple):
    """How what is drawn inside of a form is placed on the page."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, x: float, y: float) -> Point:
        """Place a point."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then(self, outer: "Matrix") -> "Matrix":
        """Give the matrix that places by this one and then by the outer one."""
        return Matrix(
            self.a * outer.a + self.b * outer.c,
            self.a * outer.b + self.b * outer.d,
            self.c * outer.a + self.d * outer.c,
            self.c * outer.b + self.d * outer.d,
            *outer.point(self.e, self.f),
        )


_SAME: Final = Matrix(1, 0, 0, 1, 0, 0)


def rulings_of(page: pdfium.FPDF_PAGE, turn: Turn) -> Rulings:
    """Give the level and upright lines of a page, those along one another joined.

    Raises:
        RefusedError: more objects than the limits allow.
    """
    level: list[Ruling] = []
    upright: list[Ruling] = []
    for (x, y), (across, up) in _strokes(page):
        left, bottom, right, top = turn.box(x, y, across, up)
        if top - bottom <= _THIN and right - left >= _SHORTEST:
            level.append(Ruling((top + bottom) / 2, left, right))
        elif right - left <= _THIN and top - bottom >= _SHORTEST:
            upright.append(Ruling((left + right) / 2, bottom, top))
        if len(level) + len(upright) > limits.PDF_PAGE_OBJECTS:
            raise RefusedError(Unreadability.TOO_MANY_CELLS)
    return Rulings(_joined(level), _joined(upright))


def _strokes(page: pdfium.FPDF_PAGE) -> Iterator[tuple[Point, Point]]:
    """Give the lines that are drawn on a page, from point to point."""
    count = pdfium.FPDFPage_CountObjects(page)
    if count > limits.PDF_PAGE_OBJECTS:
        raise RefusedError(Unreadability.TOO_MANY_CELLS)
    waiting = [(pdfium.FPDFPage_GetObject(page, at), _SAME, 0) for at in range(count)]
    seen = 0
    while waiting:
        drawn, outer, depth = waiting.pop()
        seen += 1
        if seen > limits.PDF_PAGE_OBJECTS:
            raise RefusedError(Unreadability.TOO_MANY_CELLS)
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            yield from _of_path(drawn, _matrix(drawn).then(outer))
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = _matrix(drawn).then(outer)
            inside = range(max(pdfium.FPDFFormObj_CountObjects(drawn), 0))
            waiting += [
                (pdfium.FPDFFormObj_GetObject(drawn, at), inner, depth + 1) for at in inside
            ]


def _matrix(drawn: pdfium.FPDF_PAGEOBJECT) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(drawn, matrix):
        return _SAME
    return Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _of_path(path: pdfium.FPDF_PAGEOBJECT, matrix: Matrix) -> Iterator[tuple[Point, Point]]:
    points = list(_segments(path, matrix))
    fill, stroke = c_int(), c_int()
    pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
    if stroke.value:
        yield from points
    elif fill.value and points:
        # A bar that is filled, not stroked; a wide one is the ground of a cell, not its border.
        xs = [x for stretch in points for x, _ in stretch]
        ys = [y for stretch in points for _, y in stretch]
        if min(max(xs) - min(xs), max(ys) - min(ys)) <= _THIN:
            yield (min(xs), min(ys)), (max(xs), max(ys))


def _segments(path: pdfium.FPDF_PAGEOBJECT, matrix: Matrix) -> Iterator[tuple[Point, Point]]:
    """Give the straight stretches of a path."""
    count = pdfium.FPDFPath_CountSegments(path)
    if count > limits.PDF_PAGE_OBJECTS:
        raise RefusedError(Unreadability.TOO_MANY_CELLS)
    x, y = c_float(), c_float()
    first = last = (0.0, 0.0)
    for at in range(max(count, 0)):
        segment = pdfium.FPDFPath_GetPathSegment(path, at)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = matrix.point(x.value, y.value)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield last, point
        last = point
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield last, first


def _joined(rulings: list[Ruling]) -> list[Ruling]:
    """Make one line of those that lie along one another, and of near ones the same place."""
    joined: list[Ruling] = []
    for group in _near(sorted(rulings)):
        at = sum(one.at for one in group) / len(group)
        stretches = sorted((one.start, one.end) for one in group)
        start, end = stretches[0]
        for begin, stop in stretches[1:]:
            if begin > end + _NEAR:
                joined.append(Ruling(at, start, end))
                start, end = begin, stop
            end = max(end, stop)
        joined.append(Ruling(at, start, end))
    return joined


def _near(rulings: list[Ruling]) -> Iterator[list[Ruling]]:
    group: list[Ruling] = []
    for ruling in rulings:
        if group and ruling.at - group[-1].at > _NEAR:
            yield group
            group = []
        group.append(ruling)
    if group:
        yield group
