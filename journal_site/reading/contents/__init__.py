"""What a text holds: headings, links, tasks, HTML of its author."""
