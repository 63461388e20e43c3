"""What can be wrong with a journal: what a build tells, and what only a look at the whole finds; mended where safe."""
