"""Markdown's syntax: the parser, and the rules that it lacks."""
