"""What several kinds of pages share."""
