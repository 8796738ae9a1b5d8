"""Empty forms to fill in and import."""

from functools import partial

import streamlit as st

from data.exporters.forms import FormColumn, Template
from data.exporters.names import file_name
from data.exporters.templates import score_template, template_csv, template_workbook
from data.framework import framework, organisation, years
from data.importers.forms import FORMS
from data.model.columns import Kind
from data.model.records import Form
from data.model.thai_time import today
from data.words.files import forms as words
from data.words.files import tables as table_words
from data.words.importing import imports as import_words
from pages.shared.downloads import XLSX
from pages.shared.session import later

PLAN_WIDTHS = (22, 30, 30, 34, 34, 40, 18, 22)
PLAN_MERGES = ((0, 0, 1, 0), (0, 1, 0, 2), (0, 3, 0, 7))
PLAN_BLANK_ROWS = 20


def offer_templates(*, folded: bool) -> None:
    """Draw a card with an Excel and a CSV button for each form that can be imported."""
    if not folded:
        st.header(import_words.TEMPLATES, anchor=False)
    with st.expander(import_words.TEMPLATES) if folded else st.container():
        st.caption(import_words.TEMPLATES_HELP)
        _templates()


def _templates() -> None:
    with st.grid(5, min_column_width=170, gap="small"):
        for form, template in all_templates().items():
            _buttons(form, template)


def all_templates() -> dict[Form, Template]:
    """Give the empty forms: scores for the newest known year, the plan for the year after it."""
    empty = {
        sheet.form: score_template(sheet, words.NOTES, words.SCORE_ADVICE)
        for sheet_form in FORMS
        for sheet in sheet_form.empty()
    }
    return empty | {Form.PLAN: plan_template(max(years()) + 1)}


def plan_template(plan_year: int) -> Template:
    """Give the official eight columns under their two-row heading, for a plan year."""
    names = {"year": plan_year, "analysed": plan_year - 1, "agency": organisation().name}
    indicators = framework(max(years())).indicators
    labels = tuple((f"{one.number}. {one.name or ''}".strip(),) for one in indicators)
    return Template(
        sheet_name=words.PLAN_SHEET,
        title_rows=tuple(title.format(**names) for title in words.PLAN_TITLES),
        heading_rows=tuple(
            tuple(heading.format(**names) for heading in row) for row in words.PLAN_HEADINGS
        ),
        columns=tuple(FormColumn(Kind.LONG_TEXT, width) for width in PLAN_WIDTHS),
        rows=labels,
        blank_rows=PLAN_BLANK_ROWS,
        merges=PLAN_MERGES,
        notes_name=words.NOTES,
        notes=words.PLAN_NOTES,
    )


def _buttons(form: Form, template: Template) -> None:
    name = table_words.FORMS[form]
    with st.container(border=True, gap="xsmall", height="stretch"):
        st.markdown(name)
        with st.container(horizontal=True, gap="xsmall"):
            for label, suffix, mime, build in (
                (words.EXCEL, ".xlsx", XLSX, template_workbook),
                (words.CSV, ".csv", "text/csv", template_csv),
            ):
                st.download_button(
                    label,
                    data=later(partial(build, template)),
                    file_name=file_name((words.FILE.format(name=name),), suffix, today()),
                    mime=mime,
                    key=f"template_{form}{suffix}",
                    on_click="ignore",
                )
