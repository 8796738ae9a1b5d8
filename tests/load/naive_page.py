"""The page somebody writes in an afternoon: pandas, openpyxl and Plotly Express, all of it cached.

It shows what the overview and the divisions show and takes reports; told the folder of its files.
"""

import sys
from pathlib import Path

import pandas as pd
import plotly.express as px
import streamlit as st

FOLDER = Path(sys.argv[1])


@st.cache_data
def scores():
    return pd.read_excel(FOLDER / "scores.xlsx")


@st.cache_data
def measures():
    return pd.read_excel(FOLDER / "measures.xlsx")


def reports():
    path = FOLDER / "reports.csv"
    return pd.read_csv(path) if path.exists() else pd.DataFrame(columns=["measure_id", "status"])


table = scores()
years = st.sidebar.pills(
    "years", sorted(table["year"].unique()), selection_mode="multi", key="years"
)
shown = table[table["year"].isin(years)] if years else table
st.title("ITA")
st.caption("scope " + " ".join(str(year) for year in sorted(shown["year"].unique())))
totals = shown[shown["level"] == "total"]
if len(totals):
    newest = totals.sort_values("year").iloc[-1]
    st.metric("total", f"{newest['score']:.2f}")
indicators = shown[shown["level"] == "indicator"]
grid = indicators.pivot_table(index="code", columns="year", values="score")
st.plotly_chart(px.imshow(grid, text_auto=True, aspect="auto"), key="heatmap")
st.plotly_chart(px.line(indicators, x="year", y="score", color="code"), key="lines")
st.dataframe(grid, key="grid")
state = measures().merge(reports().drop_duplicates("measure_id", keep="last"), "left", "measure_id")
state["status"] = state["status"].fillna("not-reported")
counted = state.groupby(["division", "status"]).size().reset_index(name="measures")
st.plotly_chart(px.bar(counted, x="measures", y="division", color="status"), key="progress")
st.dataframe(state, key="state")
with st.form("report"):
    measure = st.selectbox("measure", state["measure_id"])
    status = st.segmented_control("status", ["in-progress", "done"], default="in-progress")
    if st.form_submit_button("save", key="save_report"):
        line = pd.DataFrame([{"measure_id": measure, "status": status}])
        path = FOLDER / "reports.csv"
        line.to_csv(path, mode="a", index=False, header=not path.exists())
