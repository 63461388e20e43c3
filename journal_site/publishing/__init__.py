"""Publishing a journal: its workflow, and where its repository and site live."""
