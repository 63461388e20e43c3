"""Which texts there are, in which order, under which ids."""
