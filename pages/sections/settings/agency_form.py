"""The fields that say whose dashboard it is, for the first start and for later changes."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from data.framework import Division
from data.framework.setting_up import Agency, AgencyKind, agency_kinds, provinces
from data.words import setting_up as words

_BY_SHORT: Final = {kind.short: kind for kind in agency_kinds()}


def asked_agency(key: str, known: Agency | None = None) -> Agency:
    """Draw the fields and give what stands in them; of a new agency its divisions are proposed."""
    with st.grid(2, min_column_width=280, gap="small"):
        kind = _kind(key, known)
        name = kind.name
        if not kind.whole:
            name = st.text_input(words.NAME, known.name if known else "", key=f"{key}_name") or ""
    place = _place(key, known)
    proposed = "\n".join(kind.divisions)
    text = st.text_area(
        words.DIVISIONS,
        divisions_text(known.divisions) if known else proposed,
        height=190,
        help=words.DIVISIONS_HELP,
        key=f"{key}_divisions_{'' if known else kind.short}",
    )
    return Agency(kind.short, name.strip(), *place, divisions_from(text or ""))


def fault_of(agency: Agency) -> str:
    """Say what is missing, "" where nothing is."""
    if not agency.name:
        return words.NAME_MISSING
    return "" if agency.divisions else words.DIVISIONS_MISSING


def divisions_from(text: str) -> tuple[Division, ...]:
    """Read a division a line, its other names behind an equals sign."""
    found = []
    for line in text.splitlines():
        name, _, others = line.partition("=")
        if name.strip():
            aliases = tuple(other.strip() for other in others.split(",") if other.strip())
            found.append(Division(name.strip(), aliases))
    return tuple(found)


def divisions_text(divisions: Sequence[Division]) -> str:
    """Write divisions as `divisions_from` reads them."""
    return "\n".join(
        f"{one.name} = {', '.join(one.aliases)}" if one.aliases else one.name for one in divisions
    )


def _kind(key: str, known: Agency | None) -> AgencyKind:
    shorts = list(_BY_SHORT)
    chosen = st.selectbox(
        words.KIND,
        shorts,
        index=shorts.index(known.kind) if known else 0,
        format_func=lambda short: _BY_SHORT[short].name or short,
        key=f"{key}_kind",
    )
    return _BY_SHORT[chosen]


def _place(key: str, known: Agency | None) -> tuple[str, str]:
    listed = provinces()
    own = known.province if known else ""
    with st.container(horizontal=True):
        province = st.selectbox(
            words.PROVINCE,
            listed,
            index=listed.index(own) if own in listed else None,
            placeholder=words.CHOOSE,
            key=f"{key}_province",
        )
        district = st.text_input(
            words.DISTRICT, known.district if known else "", key=f"{key}_district"
        )
    return (district or "").strip(), province or ""
