"""What machines read: feeds, sitemap, journal.json, cards, BibTeX."""
