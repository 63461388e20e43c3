"""The table of languages: one file for each, named after its tag. CONTRIBUTING has the recipe."""
