"""Index → pages and their views: one planner per kind of page, each a pure function that touches no disk."""
