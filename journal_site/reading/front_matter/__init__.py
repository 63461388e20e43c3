"""The head of a file: its fields, and who may see the text. YAML is read here and in config only."""
