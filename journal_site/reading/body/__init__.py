"""A slice as the HTML of its body."""
