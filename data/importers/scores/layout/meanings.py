"""What the columns of a score sheet mean: their headings read, and settled by one another."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from data.importers.identity.bodies import names_agency
from data.importers.scores.layout.yearly_columns import scores_of_years
from data.importers.sheets.cells import score_of, text_of
from data.importers.sheets.opening import Row
from data.importers.sheets.title_years import heading_year, short_year
from data.importers.spelling.folding import (
    LONGEST_LABEL,
    bare,
    is_no_score,
    is_subtotal,
    says,
    without,
    without_scale,
    words,
)
from data.importers.spelling.identity_words import identity_words
from data.importers.spelling.labels import (
    LEVEL_OF_YEAR,
    TOTAL,
    code_of,
    is_score_field,
    is_year,
    score_of_year,
)
from data.model.identity import Doubt
from data.model.records import Form

AGENCY_SCORES: Final = "agency-scores"
"""A column of scores of the agency that its heading names."""

_SHORT_YEARS: Final = range(2560, 2580)

Stacks = Mapping[int, tuple[str, ...]]
"""The texts over each column, from the top down."""


@dataclass(frozen=True, slots=True)
class Meanings:
    """The field of each column that has one, and the columns whose year was written in C.E."""

    fields: Mapping[int, str]
    converted: tuple[int, ...]


def heading_stacks(rows: tuple[Row, ...]) -> dict[int, tuple[str, ...]]:
    """Give the texts over each column from the top down, repetitions of merged cells once."""
    width = max(map(len, rows))
    stacks = {}
    for column in range(width):
        texts = (text_of(row[column])[:LONGEST_LABEL] for row in rows if column < len(row))
        stack = tuple(dict.fromkeys(text for text in texts if text))
        if stack:
            stacks[column] = stack
    return stacks


def spread_headings(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Repeat the headings of groups over the columns of the group: a text file lost its merges.

    A heading reaches right over blanks, as far as each column has a heading of its own below; a
    row with a single text is a title.
    """
    width = max(map(len, rows))
    squared = [[*row, *[None] * (width - len(row))] for row in rows]
    for upper, lower in reversed([*pairwise(squared)]):
        if sum(bool(text_of(cell)) for cell in upper) < 2:
            continue
        for column in range(1, width):
            below = text_of(lower[column]) and text_of(lower[column - 1])
            if below and not text_of(upper[column]):
                upper[column] = upper[column - 1]
    return tuple(map(tuple, squared))


def column_meanings(
    stacks: Stacks, body: tuple[Row, ...], corrected: Mapping[int, str]
) -> Meanings:
    """Give what each column means by its headings; what a person corrected stands.

    "IIT 2567 | IIT 2568" beside agencies are scores of years; "2567 | 2568" beside indicators are
    years, and the column of labels may have lost its heading.
    """
    years = {column: year for column, stack in stacks.items() if (year := _year_field(stack))}
    fields = {column: field for column, stack in stacks.items() if (field := _field(stack))}
    fields |= {column: name for column, (name, _) in years.items()}
    fields |= _short_year_fields(stacks, fields) | dict(corrected)
    named = set(fields.values())
    if "agency" in named and "code" not in named:
        dated = scores_of_years(stacks)
        years |= dated
        fields |= {column: name for column, (name, _) in dated.items()} | dict(corrected)
    elif any(map(is_year, named)) and "code" not in named:
        fields |= _label_column(fields, body)
    fields |= (
        _pivot_labels(stacks, fields, body) | _named_agencies(stacks, fields) | dict(corrected)
    )
    fields |= _targets_alone(stacks, fields) | _first_of_appeal(stacks, fields) | dict(corrected)
    fields = _settled(dict(sorted(fields.items())), body)
    converted = (column for column, (name, ce) in years.items() if ce and fields[column] == name)
    return Meanings(fields, tuple(converted))


def form_of(fields: Mapping[int, str]) -> Form | None:
    """Give the form that columns with these meanings make."""
    names = set(fields.values())
    scores = {name for name in names if is_score_field(name)}
    if {"code", AGENCY_SCORES} <= names:
        return Form.SCORES_AGENCIES
    if any(map(is_year, names)) and "code" in names and "agency" not in names:
        return Form.SCORES_YEARS
    if "agency" in names and "code" not in names and any(map(score_of_year, names)):
        return Form.SCORES_AGENCIES
    if {"code", "score"} <= names:
        return Form.SCORES_LONG if names & {"year", "agency"} else Form.SCORES_REPORT
    if scores and ("agency" in names or len(scores) >= 3):
        return Form.SCORES_AGENCIES
    return None


def _field(stack: tuple[str, ...]) -> str | None:
    if is_no_score(stack[-1]):
        return "ignored"
    for start in range(len(stack)):
        text = without_scale(" ".join(stack[start:]))
        plain = bare(text)
        for before in words().pivot_values:
            plain = plain.removeprefix(before)
        field = words().columns.get(plain) or code_of(text)
        if field:
            return field
    return None


def _first_of_appeal(stacks: Stacks, fields: Mapping[int, str]) -> dict[int, str]:
    """Give the first column of "score before | after the appeal": which of them counts is asked."""
    if "code" not in fields.values() or "score" in fields.values():
        return {}
    for column, stack in stacks.items():
        plain = bare(stack[-1])
        said = without(plain, identity_words().kinds[Doubt.APPEAL_WORDS])
        if said != plain and (not said or words().columns.get(said) == "score"):
            return {column: "score"}
    return {}


def _targets_alone(stacks: Stacks, fields: Mapping[int, str]) -> dict[int, str]:
    """Give the columns of targets where nothing else stands beside the labels: they are asked."""
    if set(fields) != set(stacks) or set(fields.values()) != {"code", "ignored"}:
        return {}
    targets = identity_words().kinds[Doubt.TARGET_WORDS]
    return {
        column: "score"
        for column, stack in stacks.items()
        if fields[column] == "ignored" and says(bare(stack[-1]), targets)
    }


def _pivot_labels(
    stacks: Stacks, fields: Mapping[int, str], body: tuple[Row, ...]
) -> dict[int, str]:
    """Settle the labels of a pivot table, whose heading tells nothing: by what stands below."""
    if {"code", "agency"} & set(fields.values()):
        return {}
    for column, stack in stacks.items():
        if bare(stack[-1]) in words().pivot_rows:
            labels = [text_of(row[column]) for row in body if column < len(row)]
            if any(code_of(label) for label in labels):
                return {column: "code"}
            return {column: "agency"} if any(map(names_agency, labels)) else {}
    return {}


def _named_agencies(stacks: Stacks, fields: Mapping[int, str]) -> dict[int, str]:
    """Give the columns headed by the name of an agency, where rows are what is scored.

    What stands beside several of them is their average or their sum.
    """
    named = set(fields.values())
    if "code" not in named or "agency" in named or any(map(is_year, named)):
        return {}
    agencies = {
        column: AGENCY_SCORES
        for column, stack in stacks.items()
        if column not in fields and names_agency(stack[-1])
    }
    beside = {at for at, stack in stacks.items() if is_subtotal(stack[-1])}
    sums = {at for at, name in fields.items() if name == "score" and at in beside}
    if "score" in {name for at, name in fields.items() if at not in sums}:
        return {}
    return agencies | dict.fromkeys(sums, "ignored") if agencies else {}


def _year_field(stack: tuple[str, ...]) -> tuple[str, bool] | None:
    whole = " ".join(stack)
    for start in range(len(stack)):
        year = heading_year(" ".join(stack[start:]))
        if year:
            return str(year[0]), year[1]
    # "2567" over "score" and "level": one year over two columns.
    year = heading_year(stack[0])
    if year and len(stack) == 2 and not is_no_score(whole):
        name = words().columns.get(bare(stack[1]))
        if name == "level":
            return f"{LEVEL_OF_YEAR}{year[0]}", year[1]
        return (str(year[0]), year[1]) if name == "score" else None
    return None


def _short_year_fields(stacks: Stacks, fields: Mapping[int, str]) -> dict[int, str]:
    if any(is_year(name) for name in fields.values()):
        return {}
    short = {column: short_year(stack[-1]) for column, stack in stacks.items()}
    years = {column: str(year) for column, year in short.items() if year in _SHORT_YEARS}
    return years if len(set(years.values())) >= 2 else {}


def _label_column(fields: Mapping[int, str], body: tuple[Row, ...]) -> dict[int, str]:
    first_year = min(column for column, name in fields.items() if is_year(name))
    for column in range(first_year):
        labels = [text_of(row[column]) for row in body if column < len(row)]
        if sum(code_of(label) is not None for label in labels) >= 2:
            return {column: "code"}
    return {}


def _settled(fields: dict[int, str], body: tuple[Row, ...]) -> dict[int, str]:
    """Decide what a heading that can mean two things means here: the score, the total, a level.

    "Result" beside labels is the score, beside agencies the total; of two columns "result" the one
    with "A" and "AA" in it holds levels.
    """
    names = Counter(fields.values())
    if names["score"] > 1:
        fields |= dict.fromkeys(_level_columns(fields, body), "level")
    names = Counter(fields.values())
    one_organisation = names["code"] and not names["score"]
    if one_organisation and names[TOTAL] == 1 and not _several_scores(fields):
        return {column: "score" if name == TOTAL else name for column, name in fields.items()}
    if names["agency"] and not names["code"] and names["score"] == 1 and not names[TOTAL]:
        return {column: TOTAL if name == "score" else name for column, name in fields.items()}
    return fields


def _several_scores(fields: Mapping[int, str]) -> bool:
    return sum(is_score_field(name) for name in fields.values()) > 1


def _level_columns(fields: Mapping[int, str], body: tuple[Row, ...]) -> Iterator[int]:
    for column, name in fields.items():
        cells = [row[column] for row in body if column < len(row)]
        values = [score for score in map(score_of, cells) if score is not None]
        if name == "score" and values and not any(isinstance(value, float) for value in values):
            yield column
