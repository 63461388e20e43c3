"""From one way of keeping a journal to another: the next day of a log, entry files made from logs and folders."""
