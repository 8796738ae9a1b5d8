"""The engine: everything the app knows and can do, without Streamlit."""
