"""Pages → files: the theme, the store, and writing to the site's folder."""
