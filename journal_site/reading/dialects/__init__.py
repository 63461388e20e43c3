"""Dialects: ways of keeping a journal that a tool or a custom prescribes, each in a room behind one contract."""
