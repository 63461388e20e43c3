"""What the dialects of site generators share: tags that are replaced before Markdown, lists of attributes, boxes."""
