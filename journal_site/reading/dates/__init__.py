"""Dates and day numbers, in headings, in file names, in sequences."""
