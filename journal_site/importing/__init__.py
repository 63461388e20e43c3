"""From one way of keeping a journal to another: entry files made from logs and folders."""
