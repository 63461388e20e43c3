"""HTML of a body that its author wrote some of: put in order, addresses found, drawings cleaned."""
