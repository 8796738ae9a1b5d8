"""What the theme cannot say: pages on paper, chosen buttons in the dark, tall letters in fields.

On paper a page is A4 without the chrome of the app and without forms, nothing is cut and no chart
stands on two sheets.
"""

from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

SCREEN_ONLY: Final = "screen_only"
ONCE_ANSWERED: Final = "once_answered"
STYLE: Final = f"""
<style>
/* The primary colour is dark enough for white words on it, too dark for words on the dark page. */
[data-variant][data-selected="true"], [data-variant][aria-pressed="true"],
[data-testid="stSliderThumbValue"] {{
  color: light-dark(#1D4E89, #8EC3F5) !important;
}}
/* Thai letters bear marks over marks, which fields of one line would cut off. */
.stApp input {{ line-height: 2 !important; }}
.stApp input::placeholder {{ padding-block: 0.35em; overflow: visible; }}
/* Day, month and the cross of a choice are otherwise too small for a finger. */
[data-testid="stDateInput"] [role="spinbutton"],
[data-testid="stMultiSelect"] button[aria-label="Clear all"] {{
  min-width: 24px; min-height: 24px; line-height: 24px; text-align: center;
}}
[data-testid="stSidebarNavLink"]:focus-visible {{
  outline: 2px solid light-dark(#1D4E89, #8EC3F5); outline-offset: -2px;
}}
@media screen {{
  /* Wider ones would not fit the sheet; browsers draw neither anew for printing. */
  [data-testid="stElementContainer"]:has([data-testid="stPlotlyChart"]),
  [data-testid="stElementContainer"]:has([data-testid="stDataFrame"]) {{ max-width: 1100px; }}
  [data-testid="stElementContainer"]:has(table.paper) {{ display: none; }}
}}
@media print {{
  @page {{ size: A4 portrait; margin: 10mm; }}
  html, body, #root, .stApp, .stApp > div,
  [data-testid="stAppViewContainer"], [data-testid="stMain"] {{
    position: static !important; display: block !important; overflow: visible !important;
    height: auto !important; max-height: none !important; width: auto !important;
    background: white !important; color-adjust: exact; print-color-adjust: exact;
  }}
  [data-testid="stHeader"], [data-testid="stSidebar"], [data-testid="stToolbar"],
  [data-testid="stExpandSidebarButton"], [data-testid="stStatusWidget"],
  [data-testid="stDecoration"], [data-testid="stDownloadButton"], [data-testid="stButton"],
  [data-testid="stForm"], [data-testid="stPageLink"], [data-testid="stFileUploader"],
  [data-testid="stMultiSelect"], [data-testid="stElementToolbar"],
  [data-testid="stExpander"]:not(:has(details[open])), [class*="st-key-{SCREEN_ONLY}_"],
  [class*="st-key-{ONCE_ANSWERED}_"]:not(:has([data-testid="stDataFrame"])) {{
    display: none !important;
  }}
  [data-variant][data-selected="true"] {{ font-weight: 700; }}
  /* Charts keep the width they have on the screen: the sheet is taken that wide and shrunk. */
  [data-testid="stMainBlockContainer"] {{
    padding: 0 6px !important; max-width: none !important; width: 100% !important;
    min-width: 0 !important; zoom: 0.62;
  }}
  [data-testid="stElementContainer"]:has([data-testid="stDataFrame"]):has(+ * table.paper) {{
    display: none !important;
  }}
  table.paper {{ width: 100%; border-collapse: collapse; font-size: 0.85rem; }}
  table.paper :is(th, td) {{
    border: 1px solid #6B7280; padding: 2px 4px; text-align: left; vertical-align: top;
    white-space: pre-line; overflow-wrap: anywhere;
  }}
  table.paper tr {{ break-inside: avoid; }}
  [data-testid="stPlotlyChart"], [data-testid="stDataFrame"], [data-testid="stAlert"],
  [data-testid="stMetric"], [data-testid="stHorizontalBlock"] {{ break-inside: avoid; }}
  h1, h2, h3, [data-testid="stElementContainer"]:has(h1, h2, h3),
  [data-testid="stElementContainer"]:has(h2) + [data-testid="stElementContainer"]:has(
    [data-testid="stCaptionContainer"]
  ) {{ break-after: avoid; }}
}}
</style>
"""
FROM_DARK: Final = """
<style>
@media print {
  .stApp * { color: #111827 !important; border-color: #6B7280 !important; }
  .stApp :not(.js-plotly-plot *, [data-testid="stDataFrame"] *) {
    background-color: transparent !important;
  }
  /* Cells and bars of a chart are the same in both themes: only what follows the theme turns. */
  .main-svg[style*="background: rgb("] { background: white !important; }
  .main-svg :is([style*="fill: rgb(250, 250, 250)"], [style*="fill: rgb(230, 235, 242)"]) {
    fill: #111827 !important;
  }
  .main-svg [style*="stroke: rgb(250, 250, 250)"] { stroke: #111827 !important; }
  .main-svg [style*="stroke: rgb(49, 51, 63)"] { stroke: #D3DAE3 !important; }
  [data-testid="stDataFrame"] { filter: invert(1) hue-rotate(180deg); }
}
</style>
"""
"""For who reads light words on a dark screen, because paper is white."""


def ready() -> None:
    """Bring the rules; they are constants of ours, no text from anywhere else comes near them."""
    st.html(STYLE + FROM_DARK if st.context.theme.type == "dark" else STYLE)


def screen_only(name: str) -> DeltaGenerator:
    """Give a container for what helps nobody on paper: forms, with the headings over them."""
    return st.container(key=f"{SCREEN_ONLY}_{name}")


def once_answered(name: str) -> DeltaGenerator:
    """Give a container for a question that goes on paper together with the table it answers by."""
    return st.container(key=f"{ONCE_ANSWERED}_{name}")
