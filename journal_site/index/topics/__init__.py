"""Topics of entries, and how topics and entries lie to each other."""
