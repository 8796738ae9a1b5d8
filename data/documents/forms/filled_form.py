"""An official form filled in: its words around the rows it holds."""

from dataclasses import dataclass

from data.documents.forms.digits import with_digits
from data.documents.forms.form_table import About, FormTable, Range
from data.words.files.form_words import FormWords


@dataclass(frozen=True, slots=True)
class Body:
    """The rows of a form, the ranges merged in them, and how its columns look."""

    rows: tuple[tuple[str, ...], ...]
    merges: tuple[Range, ...]
    widths: tuple[float, ...]
    centred: frozenset[int]


def form_table(words: FormWords, about: About, body: Body) -> FormTable:
    """Put the words around the rows."""

    def written(text: str) -> str:
        filled = text.format(
            year=about.year,
            analysed=about.year - 1,
            organisation=about.organisation,
            divisions=", ".join(about.divisions),
            as_of=about.as_of,
        )
        return with_digits(filled, thai=about.thai_digits)

    grouped = {column for _, first, last in words.groups for column in range(first, last + 1)}
    above = {first: text for text, first, _ in words.groups}
    places = range(len(words.headings))
    upper = ("" if place in grouped else words.headings[place] for place in places)
    lower = (words.headings[place] if place in grouped else "" for place in places)
    marked = (about.mark,) if about.mark else ()
    titles = [*marked, *words.titles, *([words.divisions] if about.divisions else [])]
    return FormTable(
        name=words.sheet,
        titles=tuple(map(written, titles)),
        headings=(
            tuple(written(above.get(place, text)) for place, text in enumerate(upper)),
            tuple(map(written, lower)),
        ),
        heading_merges=(
            *((0, place, 1, place) for place in places if place not in grouped),
            *((0, first, 0, last) for _, first, last in words.groups),
        ),
        rows=body.rows,
        merges=body.merges,
        widths=body.widths,
        centred=body.centred,
        conditions_title=words.conditions_title,
        page=words.page,
        about=about,
    )
