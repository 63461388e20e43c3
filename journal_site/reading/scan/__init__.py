"""What the disk holds: which files are sources, and the files that they refer to."""
