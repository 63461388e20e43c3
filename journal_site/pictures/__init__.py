"""Pictures as bytes: their sizes, copies without private data, and smaller copies. Only `scale` loads Pillow."""
