"""What `journal init` sees in a folder, and the files that it makes of it. Only the command writes."""
