"""Notebooks: cells and outputs as the HTML of their body."""
