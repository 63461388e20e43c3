"""What writes the documents beside it from the code: `make docs`."""
