"""The whole way of an entry, from disk to site: what to read again, what to render again, in which processes."""
