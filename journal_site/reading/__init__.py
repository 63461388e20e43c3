"""Reading: from the text of a source to entries, as pure functions; only `scan` and `git` touch the disk."""
