"""What of a source stays at home: comments, private blocks, hidden cells."""
