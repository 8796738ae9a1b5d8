"""Elements that Streamlit does not have: marks in HTML, days in Thai, links that keep filters."""
