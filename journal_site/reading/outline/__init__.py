"""Where a source is cut: which headings head a day, what stands under none."""
