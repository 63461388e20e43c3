"""Entries → Index: everything that is derived from all published entries. Pure: no disk, no clock."""
