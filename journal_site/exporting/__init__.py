"""Taking a journal away: a log, folders for other tools, a book, a database. What stays at home is in none of them."""
