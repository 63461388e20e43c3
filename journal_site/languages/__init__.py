"""The languages that journals are read in and that the interface speaks: a file in `table` for each, complete there."""
