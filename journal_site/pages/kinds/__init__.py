"""Each kind of page: its planner and its view."""
