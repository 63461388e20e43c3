"""The interface's labels, a file for each language."""
