"""What the dialects of site generators have in common: tags that are replaced before Markdown, and lists of attributes."""
