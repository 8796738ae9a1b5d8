"""Every Thai word of the interface; no Streamlit here, the command line speaks the same words."""
