"""Paths as texts write them, and kinds of files."""
