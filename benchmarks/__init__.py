"""How fast journal is beside Hugo, on the same journal, in one run: `python -m benchmarks --help`."""
