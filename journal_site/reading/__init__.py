"""Reading: from the text of a source to entries, as pure functions; only `scan` and `history` touch the disk."""
