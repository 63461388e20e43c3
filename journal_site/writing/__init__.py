"""What `journal new` writes: the next heading of a log, or a file in the way of its neighbours."""
