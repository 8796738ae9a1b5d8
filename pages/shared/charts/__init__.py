"""Figures: each function takes a frame with English columns and gives a Plotly figure."""
