"""The interface's words: labels in each language, phrases built from them."""
