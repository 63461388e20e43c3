"""What git knows of a source: when each day was first written."""
