"""Pages on paper: A4 without the chrome of the app, nothing cut and no chart over two pages."""

from typing import Final

import streamlit as st

STYLE: Final = """
<style>
@media screen {
  /* A wider chart would not fit the sheet; browsers do not draw charts anew for printing. */
  [data-testid="stElementContainer"]:has([data-testid="stPlotlyChart"]) { max-width: 1140px; }
}
@media print {
  @page { size: A4 portrait; margin: 10mm; }
  html, body, #root, .stApp, .stApp > div,
  [data-testid="stAppViewContainer"], [data-testid="stMain"] {
    position: static !important; display: block !important; overflow: visible !important;
    height: auto !important; max-height: none !important; width: auto !important;
    background: white !important; color-adjust: exact; print-color-adjust: exact;
  }
  [data-testid="stHeader"], [data-testid="stSidebar"], [data-testid="stToolbar"],
  [data-testid="stExpandSidebarButton"], [data-testid="stStatusWidget"],
  [data-testid="stDecoration"], [data-testid="stDownloadButton"], [data-testid="stButton"],
  [data-testid="stForm"], [data-testid="stPageLink"], [data-testid="stTabs"],
  [data-testid="stMultiSelect"], [data-testid="stSelectbox"],
  [data-testid="stExpander"], [data-testid="stElementToolbar"], .modebar-container {
    display: none !important;
  }
  /* Charts keep the width they have on the screen: the sheet is taken that wide and shrunk. */
  [data-testid="stMainBlockContainer"] {
    padding: 0 6px !important; max-width: none !important; width: 100% !important;
    min-width: 0 !important; zoom: 0.62;
  }
  [data-testid="stPlotlyChart"], [data-testid="stDataFrame"], [data-testid="stAlert"],
  [data-testid="stMetric"], [data-testid="stHorizontalBlock"] { break-inside: avoid; }
  h1, h2, h3 { break-after: avoid; }
}
</style>
"""


def ready() -> None:
    """Bring the rules for paper; a constant of ours, no text from anywhere else comes near it."""
    st.html(STYLE)
